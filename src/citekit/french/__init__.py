"""French normalisation of items: rules that can be explained and switched, each change reported."""

from citekit.french.dates import parse_french_date
from citekit.french.journals import restore_article
from citekit.french.languages import is_french, language_tag
from citekit.french.names import capitalize_surname
from citekit.french.numbers import edition_number, strip_number_prefix, strip_page_prefix
from citekit.french.ordinals import fix_ordinals
from citekit.french.pipeline import explain, normalize
from citekit.french.registry import FAMILIES, RULES
from citekit.french.rule import Rule
from citekit.french.titles import drop_final_stop, join_subtitle
from citekit.french.typography import fix_apostrophes, fix_ellipsis, fix_quotes, fix_spacing
from citekit.french.words import compose_accents, join_oe

__all__ = [
    "FAMILIES",
    "RULES",
    "Rule",
    "capitalize_surname",
    "compose_accents",
    "drop_final_stop",
    "edition_number",
    "explain",
    "fix_apostrophes",
    "fix_ellipsis",
    "fix_ordinals",
    "fix_quotes",
    "fix_spacing",
    "is_french",
    "join_oe",
    "join_subtitle",
    "language_tag",
    "normalize",
    "parse_french_date",
    "restore_article",
    "strip_number_prefix",
    "strip_page_prefix",
]
