r"""LaTeX in field values to CSL rich text in Unicode.

One pass from left to right over a shared list of output pieces, with a stack of open groups and of commands that wait
for their argument; nothing recurses, so neither length nor depth of the source can hurt. The result is CSL rich text
(`<i> <b> <sup> <sub> <sc>`, `<span class="nocase">`) in normal form C, without any leaked backslash or brace.

CSL rich text has no escapes: a literal `<`, `>` or `&` stays as it is, and `<i>…</i>` typed in a field is markup, as
Zotero and Mendeley mean it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from citekit.bibtex.escaped_twice import undo_second_escape
from citekit.bibtex.latex_biblatex import CITATIONS
from citekit.bibtex.latex_frames import Frame, FrameStack, Kind, skip_space
from citekit.bibtex.latex_output import (
    BRACKETED,
    FRENCH_QUOTES,
    QUOTED,
    close_quotes,
    compose,
    csl_tags,
    strip_tags,
    tidy,
)
from citekit.bibtex.latex_quick import quick_text
from citekit.bibtex.latex_tables import (
    ACCENTS,
    COMMAND_TEXT,
    DECLARATIONS,
    DROPPED_ARGUMENT,
    FRACTIONS,
    KEPT,
    NBSP,
    TAGS,
)
from citekit.bibtex.verbatim import decode_verbatim, matching_brace

__all__ = ["Decoded", "decode", "decode_plain"]

_TOKEN: Final = re.compile(
    r"""(?P<text>(?:[^\\{}$~`'<>\-^_\n\t\r\f\v?!,"]++|-(?!-)|'(?!')|,(?!,)|"(?!['`])|[?!](?!`))++)
    | (?P<space>[ \t\n\r\f\v]+)
    | \\(?P<word>[A-Za-z]+\*?)
    | \\(?P<sign>(?s:.))
    | (?P<ligature>---|--|``|''|<<|>>|\?`|!`|,,|"['`])
    | (?P<char>(?s:.))""",
    re.VERBOSE,
)
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
_CHARACTER_CODE: Final = re.compile(r"\{?(?:\"([0-9A-Fa-f]{1,8})|'([0-7]{1,8})|([0-9]{1,8})|`\\?(.))\}?")
# Elsevier's files name the signs that their fonts have by Unicode's numbers.
_GLYPH_CODE: Final = re.compile(r"\{([0-9A-Fa-f]{1,8})\}()()()")

LIGATURES: Final[Mapping[str, str]] = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "?`": "¿",
    "!`": "¡",
    ",,": "„",
    "\"'": "“",
    '"`': "„",
}
# babel's German shorthands are only safe where German is the language; elsewhere they are a quote and an apostrophe.
_GERMAN_SHORTHANDS: Final = frozenset(("\"'", '"`'))
_ADDRESSES: Final = frozenset(("url", "nolinkurl", "path"))
# "\path|x|": any sign may stand around what is taken letter by letter.
_DELIMITED: Final = _ADDRESSES | {"verb"}
_DELIMITED_ARGUMENT: Final = re.compile(r"([|!+=/@\"])((?:(?!\1)[^\\]){1,500})\1")
# Commands that print their second argument only.
_SECOND_ONLY: Final = frozenset(
    "href hyperref texorpdfstring foreignlanguage textcolor colorbox raisebox parbox".split()
)
_SPACES: Final = frozenset(("hspace", "hspace*"))
# Publishers write "\ifmmode\acute{e}\else\'{e}\fi" for an accent.
_BRANCHES: Final = frozenset(("ifmmode", "else", "fi"))
_BRANCH_END: Final = re.compile(r"\\(ifmmode|else|fi)(?![A-Za-z])\s*")
_LONGEST_BRANCH: Final = 500
# TeX's own commands, with a measure behind them.
_MEASURED: Final = {"hskip": " ", "vskip": " ", "kern": "", "mkern": "", "raise": "", "lower": "", "penalty": ""}
_MEASURE: Final = re.compile(
    r"=?\s*-?[\d.]++\s*(?:true\s*)?(?:[a-z]{2})?(?:\s*(?:plus|minus)\s*-?[\d.]++\s*(?:[a-z]{2}|fil+))*\s?"
)
_DELIMITER: Final = re.compile(r"\\?([(\[|{])\s*")
_DELIMITERS: Final = frozenset(("left", "right"))
PRIME: Final = "′"
COMPOSITION: Final = "∘"
_DISPLAY: Final = "$$"
_MOST_NOTES: Final = 2
_LONGEST_NOTE: Final = 500
_ORDINALS: Final = frozenset("ier iers iere ieres ieme iemes ordinal".split())


@dataclass(frozen=True, slots=True)
class Decoded:
    """Rich text, the commands that nobody knows (once each, in order), and the addresses of `\\url` and `\\href`."""

    text: str
    unknown: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def decode(source: str, *, protects_case: bool = False, language: str = "", keeps_paragraphs: bool = False) -> Decoded:
    r"""Decode a field value.

    `protects_case` keeps braces that guard part of the text as nocase spans; `language` (a BCP 47 tag) decides the
    quotation marks of `\enquote`; `keeps_paragraphs` keeps empty lines, as "\n\n".

    >>> decode(r"Les \'Etats {\oe}uvrent \emph{ici} --- 27\ieme{} \og essai \fg{}").text.replace("\u00a0", "~")
    'Les États œuvrent <i>ici</i> — 27<sup>e</sup> «~essai~»'
    >>> decode("{DNA} and {RNA}", protects_case=True).text
    '<span class="nocase">DNA</span> and <span class="nocase">RNA</span>'
    """
    quick = quick_text(source, protects_case=protects_case and "{" in source, keeps_paragraphs=keeps_paragraphs)
    if quick is not None:
        return Decoded(quick)
    return _Decoder(source, protects_case, language, keeps_paragraphs).run()


def decode_plain(source: str) -> str:
    r"""Decode to text without markup, for names and identifiers.

    >>> decode_plain(r"{\'E}mile \textsc{Zola}")
    'Émile Zola'
    """
    quick = quick_text(source, protects_case=False, keeps_paragraphs=False)
    return strip_tags(decode(source).text if quick is None else quick)


class _Decoder(FrameStack):
    """One decoding: what each token of the source puts out, and which frames it opens and closes."""

    __slots__ = ("_has_angle_quotes", "_keeps_paragraphs", "_links", "_unknown")

    def __init__(self, source: str, protects_case: bool, language: str, keeps_paragraphs: bool) -> None:
        super().__init__(source, protects_case, language)
        self._unknown: dict[str, None] = {}
        self._links: list[str] = []
        self._keeps_paragraphs = keeps_paragraphs
        self._has_angle_quotes = "<<" in source and ">>" in source

    def run(self) -> Decoded:
        source, end = self._source, len(self._source)
        while self._position < end:
            match = _TOKEN.match(source, self._position)
            if match is None:  # a lone backslash at the very end
                break
            self._position = match.end()
            self._token(match)
        while len(self._frames) > 1:
            self._close_frame()
        self._wrap_declarations(self._frames[0])
        text = "".join(self._out)
        if "`" in self._source and "‘" in text:
            text = close_quotes(text)
        text = undo_second_escape(tidy(csl_tags(compose(text)), self._keeps_paragraphs))
        return Decoded(text, tuple(self._unknown), tuple(self._links))

    def _token(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        token = match[kind] if kind else ""
        if kind == "text":
            self._text(token)
        elif kind == "space":
            self._space(token)
        elif kind == "word":
            self._word(token)
        elif kind == "sign":
            self._sign(token)
        elif kind == "ligature":
            self._ligature(token)
        else:
            self._char(token)

    # --- what stands in the source -----------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        """Plain text; a command that waits for an argument takes the first letter only."""
        if self._is_math():
            text = text.replace("'", PRIME)
        if self._frames[-1].kind is Kind.ARGUMENT:
            stripped = text.lstrip(" ")
            if not stripped:
                return
            text = stripped
            first = 1
            while first < len(text) and unicodedata.combining(text[first]):
                first += 1
            self._position -= len(text) - first
            self._emit(text[:first])
        else:
            self._out.append(text)
            self._was_unknown = False

    def _space(self, space: str) -> None:
        if self._frames[-1].kind is Kind.ARGUMENT:
            return
        self._out.append("\n\n" if self._keeps_paragraphs and _PARAGRAPH.search(space) else " ")

    def _char(self, char: str) -> None:
        if char == "{":
            self._open_group()
        elif char == "}":
            self._close_group()
        elif char == "$":
            self._dollar()
        elif char == "~":
            self._emit(NBSP)
        elif char == "`":
            self._emit("‘")
        elif char in "^_" and self._is_math():
            self._wait_for("textsuperscript" if char == "^" else "textsubscript")
        elif char == "'" and self._is_math():
            self._emit(PRIME)
        elif char != "\\":
            self._emit(char)

    def _ligature(self, token: str) -> None:
        if self._frames[-1].kind is Kind.ARGUMENT or self._is_math():
            self._position -= len(token) - 1
            self._char(token[0])
        elif token in ("<<", ">>"):
            # In T1 fonts these print guillemets; an inequality has only one of them.
            self._emit({"<<": "«", ">>": "»"}[token] if self._has_angle_quotes else token)
        elif token in _GERMAN_SHORTHANDS and not self._language.startswith("de"):
            self._position -= 1
            self._emit('"')
        elif token == ",," and self._language[:2] not in ("de", "pl", "cs", "hu"):
            self._emit(token)
        else:
            self._emit(LIGATURES[token])

    def _dollar(self) -> None:
        if self._frames[-1].kind is Kind.MATH:
            if self._frames[-1].command == _DISPLAY and self._source.startswith("$", self._position):
                self._position += 1
            self._close_frame()
            return
        start = self._position
        is_display = self._source.startswith("$", start)
        if is_display:
            self._position = start = start + 1
        close = self._source.find("$", start)
        while close > 0 and self._source[close - 1] == "\\":
            close = self._source.find("$", close + 1)
        if close < 0 or self._is_math():
            self._emit("" if self._is_math() else "$")
            return
        self._push(Frame(Kind.MATH, len(self._out), is_math=True, command=_DISPLAY if is_display else ""))

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS and not (sign == "'" and self._is_math()):
            self._wait_for(sign)
        elif sign in "()[]":
            # \( … \) and \[ … \] are formulas.
            if sign in "([":
                self._push(Frame(Kind.MATH, len(self._out), is_math=True))
            elif any(frame.kind is Kind.MATH for frame in self._frames):
                while self._frames[-1].kind is not Kind.MATH:
                    self._close_frame()
                self._close_frame()
        else:
            self._emit(COMMAND_TEXT.get(sign, sign))

    def _word(self, word: str) -> None:
        """A command in letters. TeX swallows the space behind it."""
        had_star = word.endswith("*")
        if had_star and word not in QUOTED and word not in DROPPED_ARGUMENT and word not in _SPACES:
            word = word[:-1]
        match_end = self._position
        space = skip_space(self._source, match_end)
        if word in ("og", "fg"):
            self._french_quote(word, space)
            return
        follows_brace = self._source.startswith("{", space)
        if word in TAGS or (word in ACCENTS and (follows_brace or self._takes_letter(word, space))):
            self._position = space
            self._wait_for(word)
        elif word == "circ" and self._is_math() and not self._is_raised():
            # Raised it stands for degrees, on the line for one function behind another.
            self._position = space
            self._emit(COMPOSITION + (" " if self._is_set_apart(word, match_end, space) else ""))
        elif word in COMMAND_TEXT:
            self._position = space
            # People leave out the {} that keeps the space behind an ordinal: "2\ieme siècle".
            is_ordinal = word in _ORDINALS and space > match_end and self._source[space : space + 1].isalpha()
            self._emit(COMMAND_TEXT[word] + (" " if is_ordinal or self._is_set_apart(word, match_end, space) else ""))
            if self._source.startswith("{}", space):
                self._position = space + 2
            if COMMAND_TEXT[word].endswith(NBSP) and self._source.startswith("~", self._position):
                # "\\No~4": the command prints that space itself.
                self._position += 1
        elif word in _DELIMITERS and self._is_math():
            self._position = space
            self._delimiter(word)
        elif word in DECLARATIONS:
            self._position = space
            self._declare(self._enclosing_group(), DECLARATIONS[word])
        else:
            self._command(word, space, follows_brace)

    def _command(self, word: str, space: int, follows_brace: bool) -> None:
        """A command with arguments of its own shape, or one that nobody knows."""
        self._position = space
        if word in QUOTED or word in KEPT or word in BRACKETED or word in FRACTIONS:
            self._wait_for(word)
        elif word in _ADDRESSES and follows_brace:
            self._links.append(decode_verbatim(self._raw_argument()))
            self._emit(self._links[-1])
        elif word in _DELIMITED and (match := _DELIMITED_ARGUMENT.match(self._source, space)):
            self._position = match.end()
            self._emit(match[2])
        elif word in _SECOND_ONLY and follows_brace:
            first = self._raw_argument()
            if word == "href":
                self._links.append(decode_verbatim(first))
            self._position = skip_space(self._source, self._position)
            self._wait_for(word)
        elif word in DROPPED_ARGUMENT:
            for _ in range(DROPPED_ARGUMENT[word]):
                self._position = skip_space(self._source, self._position)
                self._raw_argument()
        elif word in _BRANCHES:
            self._branch(word)
        elif word in _MEASURED:
            measure = _MEASURE.match(self._source, space)
            self._position = measure.end() if measure else space
            self._emit(_MEASURED[word])
        elif word in _SPACES:
            self._raw_argument()
            self._emit(" ")
        elif word == "char" or word == "symbol":
            self._character(_CHARACTER_CODE)
        elif word == "ElsevierGlyph" and follows_brace:
            self._character(_GLYPH_CODE)
        elif word in ("begin", "end") and follows_brace:
            self._environment(word, self._raw_argument().strip())
        elif word in CITATIONS and (follows_brace or self._source.startswith("[", space)):
            self._unknown[word] = None
            self._citation()
        else:
            self._unknown[word] = None
            self._was_unknown = follows_brace
            # A command name that prints nothing would lose a word: people type "\ele" for a word or a path. At the
            # head of a group, with text behind it, it is a font that somebody defined.
            start = self._source.rfind(word, 0, space) - 1
            is_declaration = space > start + 1 + len(word) and self._source.startswith("{", start - 1) and start > 0
            if not follows_brace and not is_declaration and not self._is_math():
                self._emit(word + self._source[self._source.rfind(word, 0, space) + len(word) : space])

    def _branch(self, word: str) -> None:
        r"""`\ifmmode … \else … \fi`: what holds here is read, what does not is passed over."""
        if word == "fi" or (word == "ifmmode" and self._is_math()):
            return
        depth = 0
        for match in _BRANCH_END.finditer(self._source, self._position, self._position + _LONGEST_BRANCH):
            if match[1] == "ifmmode":
                depth += 1
            elif depth and match[1] == "fi":
                depth -= 1
            elif not depth:
                self._position = match.end()
                return

    def _is_set_apart(self, word: str, start: int, end: int) -> bool:
        """Whether a sign in a formula has spaces on both sides in the source: "a \\ne b"."""
        is_letter = COMMAND_TEXT[word].isalnum()
        return self._is_math() and end > start and not is_letter and self._out[-1:] != [] and self._out[-1][-1:] == " "

    def _delimiter(self, word: str) -> None:
        r"""`\left( x \right)`: the space inside is LaTeX's, and a full stop stands for no delimiter at all."""
        if word == "right" and self._out:
            self._out[-1] = self._out[-1].rstrip(" ")
        if self._source.startswith(".", self._position):
            self._position += 1
            return
        match = _DELIMITER.match(self._source, self._position)
        if match and word == "left":
            self._emit(match[1])
            self._position = match.end()

    def _environment(self, word: str, name: str) -> None:
        r"""`\begin{it} … \end{it}` is a group with its declaration; the names of others print nothing."""
        if name not in DECLARATIONS:
            # What stands inside is kept as text; the reader is told that its shape is gone.
            self._unknown[f"{word}{{{name}}}"] = None
        elif word == "begin":
            self._push(Frame(Kind.GROUP, len(self._out), self._is_math()))
            self._declare(self._frames[-1], DECLARATIONS[name])
        else:
            self._close_group()

    def _citation(self) -> None:
        r"""`\autocite[see][12]{key}`: keys between their notes; a note that is no plain text stays."""
        notes: list[str] = []
        position = self._position
        while len(notes) < _MOST_NOTES and self._source.startswith("[", position):
            close = self._source.find("]", position, position + _LONGEST_NOTE)
            note = self._source[position + 1 : close] if close > 0 else "\\"
            text = quick_text(note, protects_case=False, keeps_paragraphs=False)
            if text is None:
                break
            notes.append(text)
            position = skip_space(self._source, close + 1)
        if not self._source.startswith("{", position):
            return
        self._position = position
        keys = ", ".join([key.strip() for key in self._raw_argument().split(",")])
        before, after = (notes[0], notes[1]) if len(notes) == _MOST_NOTES else ("", "".join(notes))
        self._emit(f"{before} {keys}".strip() + (f", {after}" if after else ""))

    def _takes_letter(self, word: str, space: int) -> bool:
        r"""Whether a letter accent (`\c c`, `\v\i`) has something to stand on: not so in `\b` alone."""
        return space < len(self._source) and (
            word == "not"
            or (self._source[space].isalpha() and space > self._position)
            or self._source[space] == "\\"
            or (self._is_math() and self._source[space].isalnum())
        )

    def _french_quote(self, word: str, space: int) -> None:
        r"""`\og` and `\fg` print their own no-break space; those typed beside them go."""
        self._position = space
        if self._source.startswith("{}", space):
            after = skip_space(self._source, space + 2)
            self._position = after if word == "og" else space + 2
        if word == "og":
            self._emit(FRENCH_QUOTES[0])
            if self._source.startswith("~", self._position):
                self._position += 1
            return
        for i in range(len(self._out) - 1, -1, -1):
            self._out[i] = self._out[i].rstrip(" " + NBSP)
            if self._out[i]:
                break
        self._emit(FRENCH_QUOTES[1])
        # What was swallowed behind a bare \fg is a space between words, unless punctuation follows.
        follower = self._source[space : space + 1]
        if self._position == space and follower.isalnum() and self._source[space - 1].isspace():
            self._out.append(" ")

    def _character(self, code_pattern: re.Pattern[str]) -> None:
        r"""`\char233`, `\char"E9`, `\char'351`, ``\char`\@``, `\symbol{233}`, `\ElsevierGlyph{2014}`."""
        match = code_pattern.match(self._source, self._position)
        if match is None:
            return
        self._position = match.end()
        if match[4]:
            self._emit(match[4])
            return
        code = int(match[1], 16) if match[1] else int(match[2], 8) if match[2] else int(match[3])
        self._emit(chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")

    def _raw_argument(self) -> str:
        """The next argument as it stands in the source; the position moves behind it."""
        start = self._position
        if not self._source.startswith("{", start):
            self._position = min(start + 1, len(self._source))
            return self._source[start : self._position]
        close = matching_brace(self._source, start)
        self._position = min(close + 1, len(self._source))
        return self._source[start + 1 : close]
