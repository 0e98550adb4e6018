"""Rich text: tokens, markup, text-case, punctuation, collation, writers. Knows nothing of items or styles."""

from citekit.text.case import apply_case
from citekit.text.collation import CollationKey, Collator
from citekit.text.markup import parse_markup, strip_markup
from citekit.text.punctuation import Quotes, settle, strip_periods
from citekit.text.tokens import Mark, Token, Tokens, mark, plain_text, wrap
from citekit.text.writers import Writer, writer

__all__ = [
    "CollationKey",
    "Collator",
    "Mark",
    "Quotes",
    "Token",
    "Tokens",
    "Writer",
    "apply_case",
    "mark",
    "parse_markup",
    "plain_text",
    "settle",
    "strip_markup",
    "strip_periods",
    "wrap",
    "writer",
]
