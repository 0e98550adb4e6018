"""A small style and a small handout that has everything once."""

from __future__ import annotations

import pytest

from citekit.csl import Style, load_style
from citekit.handout import Handout, HandoutSettings, SectionSetting, build_handout
from citekit.items import Item

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="fr-FR">
  <info><title>Titres</title><id>titres</id><updated>2021-03-18T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography hanging-indent="true">
    <sort><key variable="title"/></sort>
    <layout>
      <text variable="title" font-weight="bold"/>
      <text variable="container-title" font-style="italic" display="block"/>
      <text variable="URL" display="block"/>
      <text variable="abstract" prefix=" ABSTRACT "/>
    </layout>
  </bibliography>
</style>
"""

ITEMS = [
    Item("zola", "book", {"title": "La Terre & <Paris>", "URL": "https://example.org/z?a=1&b=2"}, groups=("LIVRES",)),
    Item(
        "avise",
        "article-journal",
        {
            "title": "Mode d\u2019emploi",
            "container-title": "Le Monde",
            "abstract": "Un premier paragraphe,\nplié.\n\nPlan\u00a0:\n- un point\n- voir https://example.org/plan.\n\n"
            'Il dit "oui" et <i>sourit</i>.',
        },
        groups=("ARTICLES/Expériences",),
    ),
    Item("orphan", "book", {"title": "Sans groupe", "DOI": "10.5169/seals-855362"}),
    Item(
        "open book",
        "book",
        {"title": "Open book", "language": "en-GB", "abstract": 'It says "yes".'},
        groups=("LIVRES", "ARTICLES/Expériences"),
    ),
]

SETTINGS = HandoutSettings(
    kind="Webinaire",
    title="L\u2019essai {1} & <la suite>",
    date="18 mars 2021",
    heading="Références",
    lang="fr-FR",
    sections=(SectionSetting("ARTICLES"), SectionSetting("ARTICLES/Expériences", "Des expériences")),
)


@pytest.fixture(scope="session")
def style() -> Style:
    """A style with a hanging indent, blocks, and an abstract of its own."""
    return load_style(STYLE)


@pytest.fixture(scope="session")
def handout(style: Style) -> Handout:
    """Four items in two sections and a subsection, one outside all."""
    return build_handout(ITEMS, style, SETTINGS)
