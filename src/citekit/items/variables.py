"""The variables and item types of CSL 1.0.2, by kind.

Source: CSL 1.0.2 specification, Appendix III (Types) and Appendix IV (Variables); CSL 1.0.2 schema,
`csl-variables.rnc` and `csl-types.rnc`.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "DATE_VARIABLES",
    "ITEM_TYPES",
    "NAME_VARIABLES",
    "NUMBER_VARIABLES",
    "STRING_VARIABLES",
    "TEXT_VARIABLES",
    "TITLE_VARIABLES",
    "VARIABLES",
]

ITEM_TYPES: Final = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
    """.split()
)

DATE_VARIABLES: Final = frozenset("accessed available-date event-date issued original-date submitted".split())

NAME_VARIABLES: Final = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator
    """.split()
)

NUMBER_VARIABLES: Final = frozenset(
    """
    chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version
    volume
    """.split()
)

TITLE_VARIABLES: Final = frozenset(
    """
    collection-title container-title original-title part-title reviewed-title title volume-title title-short
    container-title-short
    """.split()
)

STRING_VARIABLES: Final = frozenset(
    """
    abstract annote archive archive_collection archive_location archive-place authority call-number citation-key
    citation-label dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword language
    license medium note original-publisher original-publisher-place PMCID PMID publisher publisher-place references
    reviewed-genre scale source status URL year-suffix
    """.split()
)

TEXT_VARIABLES: Final = NUMBER_VARIABLES | TITLE_VARIABLES | STRING_VARIABLES
"""Every variable that holds a string: CSL's "standard variables"."""

VARIABLES: Final = DATE_VARIABLES | NAME_VARIABLES | TEXT_VARIABLES
