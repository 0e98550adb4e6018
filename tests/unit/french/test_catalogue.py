import importlib.util
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("page", ["french.md", "french.fr.md"])
def test_the_catalogue_in_the_documentation_is_what_the_rules_say(page, monkeypatch):
    script = DOCS / "french_catalogue.py"
    if not script.exists():
        pytest.skip("the documentation is not in this copy of the project")
    spec = importlib.util.spec_from_file_location("french_catalogue", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up by its name.
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    assert (DOCS / page).read_text(encoding="utf-8") == module.catalogue(page), "run python docs/french_catalogue.py"
