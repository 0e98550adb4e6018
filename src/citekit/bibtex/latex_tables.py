r"""The LaTeX macros that bibliographies use, as data.

Sources: LaTeX's text and math symbols (Pakin, "The Comprehensive LaTeX Symbol List"), inputenc and T2A for Cyrillic,
babel-french for `\og \ieme \no …`, biblatex for the language strings and data macros.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from citekit.bibtex.formulas import FUNCTIONS
from citekit.bibtex.latex_biblatex import BIBLATEX_KEPT, BIBLATEX_TEXT
from citekit.bibtex.latex_journals import ASTRONOMY_JOURNALS
from citekit.bibtex.latex_symbols import LETTERS_AND_SYMBOLS, MARKS

__all__ = ["ACCENTS", "COMMAND_TEXT", "DECLARATIONS", "DROPPED_ARGUMENT", "FRACTIONS", "KEPT", "MATH_TEXT", "TAGS"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
EN_SPACE: Final = "\u2002"
EM_SPACE: Final = "\u2003"

ACCENTS: Final[Mapping[str, str]] = {
    **MARKS,
    "`": "\u0300",
    "\u02cb": "\u0300",
    "'": "\u0301",
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "^": "\u0302",
    "\u02c6": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "G": "\u030f",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
    "ocirc": "\u030a",
    "polhk": "\u0328",
    "udot": "\u0323",
    "lfhook": "\u0326",
    "textcommabelow": "\u0326",
    "bar": "\u0304",
    "overline": "\u0305",
    "hat": "\u0302",
    "vec": "\u20d7",
    "tilde": "\u0303",
    "dot": "\u0307",
    "ddot": "\u0308",
    "acute": "\u0301",
    "grave": "\u0300",
    "breve": "\u0306",
    "check": "\u030c",
    "mathring": "\u030a",
}
"""Accent commands and the combining character that follows the letter."""

_LETTERS: Final[Mapping[str, str]] = {
    "oe": "œ",
    "OE": "Œ",
    "ae": "æ",
    "AE": "Æ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "SS": "SS",
    "i": "ı",
    "j": "ȷ",
    "imath": "ı",
    "jmath": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "th": "þ",
    "TH": "Þ",
    "ij": "ĳ",
    "IJ": "Ĳ",
}

_SIGNS: Final[Mapping[str, str]] = {
    "&": "&",
    "%": "%",
    "$": "$",
    "#": "#",
    "_": "_",
    "{": "{",
    "}": "}",
    ",": NARROW_NBSP,
    ";": NBSP,
    ":": NBSP,
    "!": "",
    " ": " ",
    "\n": " ",
    "\\": " ",
    "/": "",
    "-": "",
    "@": "",
    ">": "",
    "thinspace": NARROW_NBSP,
    "nobreakspace": NBSP,
    "space": " ",
    "quad": EM_SPACE,
    "qquad": EM_SPACE + EM_SPACE,
    "enspace": EN_SPACE,
    "textvisiblespace": "␣",
    "newline": " ",
    "linebreak": " ",
    "break": " ",
    "pagebreak": " ",
    "par": "\n\n",
    "and": " and ",
    "textendash": "–",
    "textemdash": "—",
    "textellipsis": "…",
    "ldots": "…",
    "dots": "…",
    "cdots": "⋯",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "lq": "‘",
    "rq": "’",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "flq": "‹",
    "frq": "›",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "og": "«" + NBSP,
    "fg": NBSP + "»",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textasciiacute": "´",
    "textbackslash": "\\",
    "textbar": "|",
    "emdash": "—",
    "endash": "–",
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "textdollar": "$",
    "textperiodcentered": "·",
    "textbullet": "•",
    "textdegree": "°",
    "degres": "°",
    "degre": "°",
    "degree": "°",
    "textcopyright": "©",
    "copyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "textnumero": "№",
    "textsection": "§",
    "S": "§",
    "textparagraph": "¶",
    "P": "¶",
    "pounds": "£",
    "textsterling": "£",
    "euro": "€",
    "texteuro": "€",
    "EUR": "€",
    "textyen": "¥",
    "textcent": "¢",
    "dag": "†",
    "textdagger": "†",
    "textmp": "∓",
    "ddag": "‡",
    "textdaggerdbl": "‡",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textonesuperior": "¹",
    "texttwosuperior": "²",
    "textthreesuperior": "³",
    "textmu": "µ",
    "textohm": "Ω",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "textrightarrow": "→",
    "textleftarrow": "←",
    "textuparrow": "↑",
    "textdownarrow": "↓",
    "textpm": "±",
    "texttimes": "×",
    "textdiv": "÷",
    "textperthousand": "‰",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX",
    "LuaTeX": "LuaTeX",
    "LuaLaTeX": "LuaLaTeX",
    "BibTeX": "BibTeX",
    "slash": "/",
    "hyphen": "-",
    "cprime": "ʹ",
    "cdprime": "ʺ",
}

_FRENCH: Final[Mapping[str, str]] = {
    "ier": "<sup>er</sup>",
    "iers": "<sup>ers</sup>",
    "iere": "<sup>re</sup>",
    "ieres": "<sup>res</sup>",
    "ieme": "<sup>e</sup>",
    "iemes": "<sup>es</sup>",
    "ordinal": "<sup>e</sup>",
    "at": "@",
    "boi": "\\",
    "circonflexe": "^",
    "tild": "~",
    "primo": "1<sup>o</sup>",
    "secundo": "2<sup>o</sup>",
    "tertio": "3<sup>o</sup>",
    "quarto": "4<sup>o</sup>",
    "no": "n<sup>o</sup>" + NBSP,
    "nos": "n<sup>os</sup>" + NBSP,
    "No": "N<sup>o</sup>" + NBSP,
    "Nos": "N<sup>os</sup>" + NBSP,
    "numero": "n<sup>o</sup>" + NBSP,
    "numeros": "n<sup>os</sup>" + NBSP,
    "Numero": "N<sup>o</sup>" + NBSP,
    "Numeros": "N<sup>os</sup>" + NBSP,
}

_CYRILLIC_NAMES: Final[Mapping[str, str]] = {
    "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "e": "е", "yo": "ё", "zh": "ж", "z": "з", "i": "и",
    "ishrt": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т",
    "u": "у", "f": "ф", "h": "х", "c": "ц", "ch": "ч", "sh": "ш", "shch": "щ", "hrdsn": "ъ", "ery": "ы",
    "sftsn": "ь", "erev": "э", "yu": "ю", "ya": "я",
}  # fmt: skip
_CYRILLIC: Final[Mapping[str, str]] = (
    {f"cyr{name}": letter for name, letter in _CYRILLIC_NAMES.items()}
    | {f"CYR{name.upper()}": letter.upper() for name, letter in _CYRILLIC_NAMES.items()}
    | {"cyrchar": "", "CYRCHAR": ""}
)

_GREEK_NAMES: Final = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lamda mu nu xi omicron pi rho sigma tau upsilon phi chi"
    " psi omega"
).split()


def _greek() -> dict[str, str]:
    letters: dict[str, str] = {}
    for name in _GREEK_NAMES:
        command = "lambda" if name == "lamda" else name
        small = unicodedata.lookup(f"GREEK SMALL LETTER {name.upper()}")
        letters[command], letters[command.capitalize()] = small, small.upper()
    variants = {"varepsilon": "ε", "vartheta": "ϑ", "varphi": "φ", "varrho": "ϱ", "varsigma": "ς", "varpi": "ϖ"}
    slanted = {f"var{name}": letters[name] for name in letters if name[0].isupper()}
    upright = {f"up{name}": letter for name, letter in (letters | variants).items() if name[0].islower()}
    capitals = {f"Up{name.lower()}": letters[name] for name in letters if name[0].isupper()}
    return letters | variants | slanted | upright | capitals


MATH_TEXT: Final[Mapping[str, str]] = _greek() | {
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "cdot": "·", "circ": "°", "ast": "∗", "star": "⋆", "bullet": "•",
    "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "neq": "≠", "ne": "≠", "ll": "≪",
    "gg": "≫", "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅", "equiv": "≡", "propto": "∝", "infty": "∞",
    "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "in": "∈", "notin": "∉", "subset": "⊂",
    "subseteq": "⊆", "supset": "⊃", "cup": "∪", "cap": "∩", "emptyset": "∅", "forall": "∀", "exists": "∃",
    "neg": "¬", "wedge": "∧", "vee": "∨", "oplus": "⊕", "otimes": "⊗", "rightarrow": "→", "to": "→",
    "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐", "longrightarrow": "⟶",
    "Leftrightarrow": "⇔", "uparrow": "↑", "downarrow": "↓", "mapsto": "↦", "hookrightarrow": "↪", "prime": "′",
    "ell": "ℓ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "angle": "∠", "perp": "⊥", "parallel": "∥",
    "langle": "⟨", "rangle": "⟩", "lbrack": "[", "rbrack": "]", "backslash": "\\", "mid": "|", "vert": "|",
    "colon": ":", "ltimes": "⋉", "rtimes": "⋊", "textprime": "′", "odot": "⊙", "lesssim": "≲",
    "gtrsim": "≳",
    "mod": " mod ", "bmod": " mod ", "dag": "†", "vdots": "⋮", "ddots": "⋱", "top": "⊤", "bot": "⊥",
    "smallsetminus": "∖", "setminus": "∖", "square": "□", "Box": "□", "triangle": "△", "diamond": "⋄",
    # Crossref spells signs of its records out in formulas.
    "mathplus": "+", "mathsemicolon": ";", "less": "<", "greater": ">",
    "iddots": "⋰", "dagger": "†", "ddagger": "‡",
}  # fmt: skip
"""Symbols that need math mode in LaTeX; here they are read anywhere."""

COMMAND_TEXT: Final[Mapping[str, str]] = {
    **LETTERS_AND_SYMBOLS, **FUNCTIONS, **MATH_TEXT, **_LETTERS, **_SIGNS, **_FRENCH, **_CYRILLIC, **BIBLATEX_TEXT,
    **ASTRONOMY_JOURNALS,
}  # fmt: skip
"""Commands without argument and what they print."""

TAGS: Final[Mapping[str, str]] = {
    "emph": "i",
    "textit": "i",
    "textsl": "i",
    "mkbibemph": "i",
    "mkbibitalic": "i",
    "mathit": "i",
    "textbf": "b",
    "mkbibbold": "b",
    "mathbf": "b",
    "boldsymbol": "b",
    "textsc": "sc",
    "bsc": "sc",
    "fsc": "sc",
    "mkbibname": "sc",
    "sb": "sub",
    "sp": "sup",
    "textsuperscript": "sup",
    "superscript": "sup",
    "subscript": "sub",
    "mkbibsuperscript": "sup",
    "up": "sup",
    "fup": "sup",
    "textsubscript": "sub",
    "mkbibsubscript": "sub",
}
"""Commands with one argument that CSL rich text can say, and the tag that says it."""

_SIZES_OF_DELIMITERS: Final = [
    f"{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")
]

DECLARATIONS: Final[Mapping[str, str]] = {
    "em": "i",
    "it": "i",
    "sl": "i",
    "itshape": "i",
    "slshape": "i",
    "bf": "b",
    "bfseries": "b",
    "sc": "sc",
    "scshape": "sc",
} | dict.fromkeys(
    (
        "rm sf tt md upshape mdseries normalfont rmfamily sffamily ttfamily tiny scriptsize footnotesize small"
        " normalsize large Large LARGE huge Huge relax protect null ignorespaces unskip noindent displaystyle"
        " textstyle left right limits nolimits allowbreak nobreak sloppy raggedright centering autocap"
        " midsentence isdot xspace hfill string aftergroup item cal mit boldmath"
    ).split()
    + _SIZES_OF_DELIMITERS,
    "",
)
"""Commands that hold until their group ends, with the tag for it; an empty tag means that nothing is to be seen."""

KEPT: Final = BIBLATEX_KEPT | frozenset(
    """
    text textrm textsf texttt textup textmd textnormal mbox hbox fbox makebox mathrm mathsf mathtt mathnormal mathcal
    Bbb mathbb mathds mathbbm mathfrak mathscr mathop operatorname ensuremath uppercase nocase NoCaseChange
    MakeUppercase MakeTextUppercase lowercase MakeLowercase MakeTextLowercase MakeCapital underline uline widehat
    widetilde bibstring ce ch num ang pkg code textlatin textgreek ensureascii textcyrillic smash rlap llap lsc
    numprint nombre
    """.split()
)
"""Commands whose one argument is printed as it stands."""

FRACTIONS: Final = frozenset("frac tfrac dfrac cfrac nicefrac sfrac textfrac".split())
"""Commands whose two arguments are printed with a stroke between them."""

DROPPED_ARGUMENT: Final[Mapping[str, int]] = {
    "noopsort": 1,
    "SortNoop": 1,
    "sortnoop": 1,
    "noop": 1,
    "vphantom": 1,
    "hphantom": 1,
    "phantom": 1,
    "vspace": 1,
    "arabic": 1,
    "roman": 1,
    "Roman": 1,
    "alph": 1,
    "Alph": 1,
    "label": 1,
    "index": 1,
    "selectlanguage": 1,
    "fontsize": 2,
    "color": 1,
    "nocite": 1,
}
"""Commands whose arguments are never printed, and how many there are."""
