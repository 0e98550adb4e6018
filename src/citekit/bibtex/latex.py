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

from citekit.bibtex.escaped_twice import twice_escaped, undo_second_escape
from citekit.bibtex.formulas import FUNCTIONS
from citekit.bibtex.latex_arguments import SPACES, CommandStack
from citekit.bibtex.latex_frames import Frame, Kind, skip_space
from citekit.bibtex.latex_output import QUOTED, close_quotes, compose, csl_tags, strip_tags, tidy
from citekit.bibtex.latex_quick import quick_text
from citekit.bibtex.latex_tables import ACCENTS, COMMAND_TEXT, DECLARATIONS, DROPPED_ARGUMENT, NBSP, TAGS

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
_DELIMITERS: Final = frozenset(("left", "right"))
PRIME: Final = "′"
COMPOSITION: Final = "∘"
_DISPLAY: Final = "$$"
_NO_LATEX: Final = str.maketrans("", "", "\\{}")
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
    if quick is not None:
        return strip_tags(quick)
    text = strip_tags(decode(source).text)
    if "\\" in text or "{" in text:
        # Nobody's name has these: they were escaped once too often.
        text = strip_tags(decode(text).text).translate(_NO_LATEX)
    return text


class _Decoder(CommandStack):
    """One decoding: what each token of the source puts out, and which frames it opens and closes."""

    __slots__ = ("_has_angle_quotes", "_keeps_paragraphs")

    def __init__(self, source: str, protects_case: bool, language: str, keeps_paragraphs: bool) -> None:
        super().__init__(source, protects_case, language)
        self._keeps_paragraphs = keeps_paragraphs
        self._has_angle_quotes = "<<" in source and ">>" in source

    def run(self, *, has_escapes: bool = True) -> Decoded:
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
        text = tidy(csl_tags(compose(text)), self._keeps_paragraphs)
        if has_escapes and "\\" in text and "backslash" in self._source:
            text = self._read_once_more(text)
        return Decoded(undo_second_escape(text), tuple(self._unknown), tuple(self._links))

    def _read_once_more(self, text: str) -> str:
        """Text whose commands were escaped, `{\\textbackslash}emph\\{a\\}`, with what these print."""
        parts: list[str] = []
        done = 0
        for start, end in twice_escaped(text):
            # What is escaped a third time stays: reading never goes deeper.
            found = _Decoder(text[start:end], False, self._language, False).run(has_escapes=False)
            self._unknown.update(dict.fromkeys(found.unknown))
            parts += [text[done:start], found.text]
            done = end
        return "".join([*parts, text[done:]])

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
        # Within a formula it is the end: what waits for an argument gets none.
        while self._frames[-1].kind is Kind.ARGUMENT and self._is_math():
            self._close_frame()
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
        if had_star and word not in QUOTED and word not in DROPPED_ARGUMENT and word not in SPACES:
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
        elif word in FUNCTIONS and self._is_math():
            self._position = space
            self._function(FUNCTIONS[word])
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

    def _is_set_apart(self, word: str, start: int, end: int) -> bool:
        """Whether a sign in a formula has spaces on both sides in the source: "a \\ne b"."""
        is_letter = COMMAND_TEXT[word].isalnum()
        return self._is_math() and end > start and not is_letter and self._out[-1:] != [] and self._out[-1][-1:] == " "

    def _takes_letter(self, word: str, space: int) -> bool:
        r"""Whether a letter accent (`\c c`, `\v\i`) has something to stand on: not so in `\b` alone."""
        return space < len(self._source) and (
            word == "not"
            or (self._source[space].isalpha() and space > self._position)
            or self._source[space] == "\\"
            or (self._is_math() and self._source[space].isalnum())
        )
