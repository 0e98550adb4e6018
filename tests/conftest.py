"""What all tests share: the folders of the checkout, and what lies beside it.

Test data that is not ours lies in a folder `shared` beside the checkout. Tests that need it ask for the fixture and
are skipped, with the reason, where it is absent.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# Two processors shared with other work make single examples slow now and then; that is no failure of the law tested.
# A run says the same twice; HYPOTHESIS_PROFILE=search draws new examples each time.
_ALWAYS = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("citekit", derandomize=True, **_ALWAYS)
settings.register_profile("search", **_ALWAYS)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "citekit"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test data beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder of shared test data beside the checkout")
    return folder


@pytest.fixture(scope="session")
def inset_bib() -> Path:
    """The first real bibliography."""
    return ROOT / "bib" / "inset_webinar_2021.bib"
