r"""LaTeX commands whose arguments have a shape of their own: what each takes from the source, and what it puts out.

Most commands wait for the next unit of output, which `latex_frames.py` does for all of them alike. Those here look at
the source themselves: addresses taken letter by letter, measures, codes of characters, branches, citations.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.bibtex.formulas import ROOTS, is_name_behind
from citekit.bibtex.latex_biblatex import CITATIONS
from citekit.bibtex.latex_frames import Frame, FrameStack, Kind, skip_space
from citekit.bibtex.latex_output import BRACKETED, FRENCH_QUOTES, QUOTED
from citekit.bibtex.latex_quick import quick_text
from citekit.bibtex.latex_tables import COMMAND_TEXT, DECLARATIONS, DROPPED_ARGUMENT, FRACTIONS, KEPT, NBSP
from citekit.bibtex.verbatim import decode_verbatim, matching_brace

__all__ = ["SPACES", "CommandStack"]

_CHARACTER_CODE: Final = re.compile(r"\{?(?:\"([0-9A-Fa-f]{1,8})|'([0-7]{1,8})|([0-9]{1,8})|`\\?(.))\}?")
# Elsevier's files name the signs that their fonts have by Unicode's numbers.
_GLYPH_CODE: Final = re.compile(r"\{([0-9A-Fa-f]{1,8})\}()()()")
_ADDRESSES: Final = frozenset(("url", "nolinkurl", "path"))
# "\path|x|": any sign may stand around what is taken letter by letter.
_DELIMITED: Final = _ADDRESSES | {"verb"}
_DELIMITED_ARGUMENT: Final = re.compile(r"([|!+=/@\"])((?:(?!\1)[^\\]){1,500})\1")
# Commands that print their second argument only.
_SECOND_ONLY: Final = frozenset(
    "href hyperref texorpdfstring foreignlanguage textcolor colorbox raisebox parbox".split()
)
SPACES: Final = frozenset(("hspace", "hspace*"))
# Publishers write "\ifmmode\acute{e}\else\'{e}\fi" for an accent.
_BRANCHES: Final = frozenset(("ifmmode", "else", "fi"))
_BRANCH_END: Final = re.compile(r"\\(ifmmode|else|fi)(?![A-Za-z])\s*")
_LONGEST_BRANCH: Final = 500
# TeX's own commands, with a measure behind them.
_MEASURED: Final = {"hskip": " ", "vskip": " ", "kern": "", "mkern": "", "raise": "", "lower": "", "penalty": ""}
_MEASURE: Final = re.compile(
    r"=?\s*-?[\d.]++\s*(?:true\s*)?(?:[a-z]{2})?(?:\s*(?:plus|minus)\s*-?[\d.]++\s*(?:[a-z]{2}|fil+))*\s?"
)
_NAME_IN_BRACES: Final = re.compile(r"\{([A-Za-z]+)\}")
_INDEX_OF_ROOT: Final = re.compile(r"\[([a-z0-9]+)\]")
_GLUED_LETTER: Final = re.compile(r"(oe|OE|ae|AE|aa|AA|ss|o|O)([a-z]+)")
_DELIMITER: Final = re.compile(r"\\?([(\[|{])\s*")
_MOST_NOTES: Final = 2
_LONGEST_NOTE: Final = 500


def _with_letter(word: str, is_inside_word: bool) -> str:
    """The word that a command of nobody's was meant to be: `M\\oystad` is "Møystad", `\\oeuvre` "œuvre"."""
    glued = _GLUED_LETTER.fullmatch(word)
    if glued and (is_inside_word or glued[1].lower() == "oe"):
        return COMMAND_TEXT[glued[1]] + glued[2]
    return word


class CommandStack(FrameStack):
    """Frames and output, the commands that read their own arguments, and what these tell beside the text."""

    __slots__ = ("_links", "_unknown")

    def __init__(self, source: str, protects_case: bool, language: str) -> None:
        super().__init__(source, protects_case, language)
        self._unknown: dict[str, None] = {}
        self._links: list[str] = []

    def _command(self, word: str, space: int, follows_brace: bool) -> None:
        """A command with arguments of its own shape, or one that nobody knows."""
        self._position = space
        if word == "operatorname" and self._is_math() and (match := _NAME_IN_BRACES.match(self._source, space)):
            self._position = skip_space(self._source, match.end())
            self._function(match[1])
        elif word in QUOTED or word in KEPT or word in BRACKETED or word in FRACTIONS:
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
        elif word == "sqrt":
            self._root()
        elif word in _BRANCHES:
            self._branch(word)
        elif word in _MEASURED:
            measure = _MEASURE.match(self._source, space)
            self._position = measure.end() if measure else space
            self._emit(_MEASURED[word])
        elif word in SPACES:
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
                is_inside_word = self._source[max(0, start - 1) : start].isalpha()
                self._emit(_with_letter(word, is_inside_word) + self._source[start + 1 + len(word) : space])

    def _function(self, name: str) -> None:
        r"""The name of a function in a formula; LaTeX sets it apart from letters on both sides: "n\log n"."""
        formula = next((frame.start for frame in reversed(self._frames) if frame.kind is Kind.MATH), 0)
        is_behind_name = any(self._out[formula:]) and self._last_char(len(self._out)).isalnum()
        self._emit(f" {name}" if is_behind_name else name)
        if is_name_behind(self._source, self._position):
            self._out.append(" ")

    def _root(self) -> None:
        index = _INDEX_OF_ROOT.match(self._source, self._position)
        self._position = index.end() if index else self._position
        text = index[1] if index else ""
        self._out.append(ROOTS.get(text) or f"<sup>{text}</sup>√")
        self._wait_for_operand()

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
