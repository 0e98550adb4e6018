"""French normalisation of items: rules that can be explained and switched, each change reported."""

from citekit.french.addresses import clean_address, is_isbn, is_issn, without_proxy
from citekit.french.cases import propose_sentence_case
from citekit.french.dates import parse_french_date
from citekit.french.initials import part_initials
from citekit.french.journals import clean_journal, invert_article, restore_article
from citekit.french.kinds import degree
from citekit.french.languages import is_french, language_tag
from citekit.french.leftovers import strip_medium, strip_site, unescape
from citekit.french.names import capitalize_surname
from citekit.french.notes import read_dump
from citekit.french.numbers import edition_number, strip_number_prefix, strip_page_prefix
from citekit.french.ordinals import fix_ordinals
from citekit.french.particles import place_particles
from citekit.french.pipeline import Decide, explain, normalize
from citekit.french.publishers import expand_publisher, split_imprint, trim_place
from citekit.french.registry import FAMILIES, RULES
from citekit.french.rule import Rule
from citekit.french.titles import drop_final_stop, join_subtitle
from citekit.french.typography import fix_apostrophes, fix_ellipsis, fix_quotes, fix_spacing
from citekit.french.words import compose_accents, join_oe

__all__ = [
    "FAMILIES",
    "RULES",
    "Decide",
    "Rule",
    "capitalize_surname",
    "clean_address",
    "clean_journal",
    "compose_accents",
    "degree",
    "drop_final_stop",
    "edition_number",
    "expand_publisher",
    "explain",
    "fix_apostrophes",
    "fix_ellipsis",
    "fix_ordinals",
    "fix_quotes",
    "fix_spacing",
    "invert_article",
    "is_french",
    "is_isbn",
    "is_issn",
    "join_oe",
    "join_subtitle",
    "language_tag",
    "normalize",
    "parse_french_date",
    "part_initials",
    "place_particles",
    "propose_sentence_case",
    "read_dump",
    "restore_article",
    "split_imprint",
    "strip_medium",
    "strip_number_prefix",
    "strip_page_prefix",
    "strip_site",
    "trim_place",
    "unescape",
    "without_proxy",
]
