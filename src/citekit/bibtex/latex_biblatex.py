r"""The commands that biblatex adds to LaTeX and that people write in field values: punctuation, ranges, citations.

Biblatex manual 3.8 (citation commands), 3.13.2 (`\psq`), 4.7 (punctuation and `\bibrangedash`), 4.10.4 (`\mkbib…`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["BIBLATEX_KEPT", "BIBLATEX_TEXT", "CASE_GUARDS", "CITATIONS"]

_NBSP: Final = "\u00a0"

BIBLATEX_TEXT: Final[Mapping[str, str]] = {
    "addabbrvspace": _NBSP, "addcolon": ":", "addcomma": ",", "adddot": ".", "adddotspace": "." + _NBSP,
    "addhighpenspace": _NBSP, "addlowpenspace": _NBSP, "addnbspace": _NBSP, "addnbthinspace": _NBSP,
    "addperiod": ".", "addsemicolon": ";", "addslash": "/", "addspace": " ", "addthinspace": _NBSP,
    "bibclosebracket": "]", "bibcloseparen": ")", "bibdatedash": "–", "bibnamedash": "———", "bibopenbracket": "[",
    "bibopenparen": "(", "bibrangedash": "–", "bibrangessep": ", ", "newunitpunct": ".",
    "psq": _NBSP + "sq.", "psqq": _NBSP + "sqq.",
    "bibinitdelim": " ", "bibinithyphendelim": ".-", "bibinitperiod": ".", "bibnamedelima": " ", "bibnamedelimb": " ",
    "bibnamedelimc": " ", "bibnamedelimd": " ", "bibnamedelimi": " ", "nbhyphen": "\u2011", "allowhyphens": "",
    "finentrypunct": "", "nopunct": "", "ppspace": _NBSP, "unspace": "",
    "pno": "p.", "ppno": "pp.",
}  # fmt: skip
"""Commands without argument and what they print; a command that only minds spaces prints nothing."""

BIBLATEX_KEPT: Final = frozenset(
    """
    biblstring bibsstring bibcpstring bibcplstring bibcpsstring bibucstring bibuclstring bibucsstring biblcstring
    biblclstring biblcsstring bibhyperref brackettext parentext mkbibacro mkbibcompletename mkbibnamefamily
    mkbibnamegiven mkbibnameprefix mkbibnamesuffix mkbibfootnote mkbibendnote mkbibindexname pnfmt
    mkbibordinal mkbibordedition mkbibordseries mkbibmonth mkbibmascord mkbibfemord mkbibneutord
    """.split()
)
"""Commands whose one argument is printed as it stands."""

CASE_GUARDS: Final = frozenset("mkbibquote mkbibemph mkbibitalic mkbibbold mkbibparens mkbibbrackets".split())
"""Commands that keep the capitals of their argument in a title that is set in sentence case."""

_CITED: Final = """
    cite parencite footcite footcitetext textcite smartcite autocite supercite fullcite footfullcite citeauthor
    citetitle citeyear citedate citeurl notecite pnotecite fnotecite citep citet citealp citealt citeyearpar citen
    volcite pvolcite fvolcite tvolcite avolcite cites parencites footcites textcites smartcites autocites supercites
""".split()
CITATIONS: Final = frozenset([*_CITED, *(name.capitalize() for name in _CITED)])
"""Commands that cite other entries (biblatex's and natbib's): a note or two in brackets, and keys."""
