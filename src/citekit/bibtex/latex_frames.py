r"""The stack of open groups, formulas and waiting commands while LaTeX is decoded, and the output that they share.

Output is a list of pieces; a frame knows where its own begin, so closing it means to join and mend the tail of the
list. A command that waits for its argument is a frame too, which the next unit of output closes: nothing recurses.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from citekit.bibtex.formulas import OPERAND
from citekit.bibtex.latex_biblatex import CASE_GUARDS
from citekit.bibtex.latex_output import QUOTED, TEXT_CHANGES, apply_command, quotation_marks, strip_tags
from citekit.bibtex.latex_quick import NOCASE_CLOSE, NOCASE_OPEN
from citekit.bibtex.latex_tables import DECLARATIONS, FRACTIONS, TAGS
from citekit.bibtex.verbatim import is_one_group

__all__ = ["Frame", "FrameStack", "Kind", "skip_space"]

# These stand raised by themselves.
_RAISED: Final = frozenset("°′″")
_COMMAND: Final = re.compile(r"\\([A-Za-z]*)")
_MOST_PIECES: Final = 4
_TEXT_IN_MATH: Final = frozenset(("text", "mbox", "hbox", "textrm"))


class Kind(Enum):
    """What opened a frame: a brace, a command that waits for its argument, or a dollar sign."""

    GROUP = "group"
    ARGUMENT = "argument"
    MATH = "math"


class Frame:
    """An open group, formula, or command waiting for an argument; its output begins at `start`."""

    __slots__ = ("command", "declarations", "is_case_group", "is_guarded", "is_math", "kind", "quotations", "start")

    def __init__(self, kind: Kind, start: int, is_math: bool, command: str = "", is_case_group: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.is_math = is_math
        self.command = command
        self.is_case_group = is_case_group
        self.is_guarded = is_case_group
        self.quotations = QUOTED.get(command, 0)
        self.declarations: list[tuple[int, str]] = []


class FrameStack:
    """Frames and output of one decoding, and the place in the source, which closing a command may move."""

    __slots__ = ("_frames", "_language", "_out", "_position", "_protects_case", "_source", "_was_unknown")

    def __init__(self, source: str, protects_case: bool, language: str) -> None:
        self._source = source
        self._position = 0
        self._out: list[str] = []
        self._frames: list[Frame] = [Frame(Kind.GROUP, 0, is_math=False)]
        self._protects_case = protects_case and not is_one_group(source)
        self._language = language
        self._was_unknown = False

    def _push(self, frame: Frame) -> None:
        frame.is_guarded = frame.is_guarded or self._frames[-1].is_guarded
        frame.quotations += self._frames[-1].quotations
        self._frames.append(frame)

    def _is_math(self) -> bool:
        return self._frames[-1].is_math

    def _is_raised(self) -> bool:
        """Whether what comes next is an exponent, alone or in braces."""
        return any(frame.command == "textsuperscript" for frame in self._frames[-2:])

    def _enclosing_group(self) -> Frame:
        for frame in reversed(self._frames):
            if frame.kind is not Kind.ARGUMENT:
                return frame
        return self._frames[0]

    def _wait_for(self, command: str) -> None:
        is_math = self._is_math() and command not in _TEXT_IN_MATH
        # Pandoc's rule: biblatex's own commands guard capitals, those of LaTeX do not.
        guards = self._protects_case and command in CASE_GUARDS and not self._frames[-1].is_guarded
        self._push(Frame(Kind.ARGUMENT, len(self._out), is_math, command, guards))
        if command in TAGS or command in QUOTED:
            self._out.append("")

    def _open_group(self) -> None:
        # Braces around a command's argument and around `{\'E}` are LaTeX's, not the cataloguer's.
        is_plain = self._frames[-1].kind is Kind.GROUP and not self._was_unknown
        is_plain = is_plain and not self._frames[-1].is_guarded
        match = _COMMAND.match(self._source, self._position) if self._protects_case and is_plain else None
        font = match[1] if match and match[1] in DECLARATIONS else ""
        # `{\'E}` is there for a letter; pandoc takes `{\em Homo Sapiens}` for a guard too.
        is_case_group = self._protects_case and is_plain and (match is None or bool(font) or match[1] in TAGS)
        self._was_unknown = False
        self._push(Frame(Kind.GROUP, len(self._out), self._is_math(), font, is_case_group))

    def _close_group(self) -> None:
        while len(self._frames) > 1 and self._frames[-1].kind is not Kind.GROUP:
            self._close_frame()
        # A closing brace without its opening one is dropped: no brace may leak.
        if len(self._frames) > 1:
            self._close_frame()

    def _close_frame(self) -> None:
        frame = self._frames.pop()
        self._wrap_declarations(frame)
        if frame.kind is Kind.ARGUMENT:
            self._apply(frame)
            self._was_unknown = False
            self._finish_argument()
            return
        if frame.is_case_group:
            self._guard(frame)
        self._finish_argument()

    def _guard(self, frame: Frame) -> None:
        """Keep the case of what a frame holds, where it holds letters."""
        text = "".join(self._out[frame.start :])
        plain = strip_tags(text)
        # `{\em why}` is there for its font; what it could guard are capitals.
        is_font = text.startswith("<") or frame.command in DECLARATIONS
        if not (is_font and plain.islower()) and any(char.isalpha() for char in plain):
            self._out[frame.start :] = [NOCASE_OPEN, text, NOCASE_CLOSE]

    def _emit(self, text: str) -> None:
        self._out.append(text)
        self._was_unknown = False
        self._finish_argument()

    def _finish_argument(self) -> None:
        """One unit is complete: commands that were waiting for it are done, from the inside out."""
        while self._frames[-1].kind is Kind.ARGUMENT:
            frame = self._frames.pop()
            self._apply(frame)
            if frame.command in FRACTIONS:
                self._wait_for_operand()
                return

    def _wait_for_operand(self) -> None:
        self._position = skip_space(self._source, self._position)
        self._wait_for(OPERAND)

    def _apply(self, frame: Frame) -> None:
        """Do to the argument what its command does."""
        tag = TAGS.get(frame.command)
        if tag:
            self._tag(frame.start, tag)
        elif frame.command in QUOTED:
            self._quote(frame)
        elif frame.command in TEXT_CHANGES:
            text = "".join(self._out[frame.start :])
            if frame.command in FRACTIONS and self._last_char(frame.start).isdecimal():
                # "4\\frac{1}{2}" are four and a half.
                text = " " + text
            self._out[frame.start :] = [apply_command(frame.command, text, self._language)]
        if frame.is_case_group:
            self._guard(frame)

    def _quote(self, frame: Frame) -> None:
        """Set the pieces of a frame in quotation marks; the piece at its start was left empty for the opening one."""
        out = self._out
        first, last = frame.start + 1, len(out) - 1
        while first < last and not out[first].strip():
            out[first] = ""
            first += 1
        while last > first and not out[last].strip():
            out[last] = ""
            last -= 1
        if first <= last:
            out[first] = out[first].lstrip()
            out[last] = out[last].rstrip()
        opening, closing = quotation_marks(frame.quotations, self._language)
        out[frame.start] = opening
        out.append(closing)

    def _declare(self, frame: Frame, tag: str) -> None:
        """Set what follows, to the end of a frame, in tags."""
        frame.declarations.append((len(self._out), tag))
        self._out.append("")

    def _wrap_declarations(self, frame: Frame) -> None:
        """Set what stands behind `\\em` and its like, to the end of the group, in tags."""
        for start, tag in reversed(frame.declarations):
            if tag:
                self._tag(start, tag)

    def _last_char(self, end: int) -> str:
        """The last character that stands before a piece."""
        for i in range(end - 1, -1, -1):
            if self._out[i]:
                return self._out[i][-1]
        return ""

    def _tag(self, start: int, tag: str) -> None:
        """Set the pieces from `start` on in a pair of tags, unless they are blank.

        The piece at `start` was left empty for the opening tag, so that deep nesting moves no text.
        """
        out = self._out
        if tag == "sup" and len(out) - start <= _MOST_PIECES and "".join(out[start:]) in _RAISED:
            return
        if not any(out[i].strip() for i in range(start, len(out))):
            out[start:] = ["".join(out[start:])]
        elif not out[start]:
            out[start] = f"<{tag}>"
            out.append(f"</{tag}>")


def skip_space(source: str, position: int) -> int:
    """The first place from a position on that is no white space."""
    while position < len(source) and source[position] in " \t\n\r\f\v":
        position += 1
    return position
