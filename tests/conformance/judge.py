"""Runs one fixture within a time limit and compares what comes out, exactly, with what the suite expects.

`runner.run_fixture` drives the engine. It is imported on first use, so that a broken engine is a failed fixture with
its reason and not a broken harness.
"""

from __future__ import annotations

import re
import signal
import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

from suite import Fixture, SuiteError, family_of, read_fixture

__all__ = ["EXPECTED_FAILURES", "Outcome", "judge", "judge_file", "matches", "read_expectations", "write_expectations"]

EXPECTED_FAILURES: Final = Path(__file__).with_name("expected_failures.toml")
TIME_LIMIT: Final = 10.0

# In these, the reference marks as changed (">>") also citations whose text is the same as before the last edit.
# Their text is compared, their marks are not.
MARKED_WITHOUT_CHANGE: Final = frozenset(
    {
        "bugreports_EnvAndUrb",
        "bugreports_OldMhraDisambiguationFailure",
        "disambiguate_DisambiguationHang",
        "integration_FirstReferenceNoteNumberPositionChange",
        "sort_RangeUnaffected",
    }
)
EDIT_MARK: Final = re.compile(r"^(?:>>|\.\.)(?=\[\d+\])", re.MULTILINE)

HEADER: Final = """\
# Fixtures of the official CSL test suite that do not pass yet, each with the reason.
# Strict both ways: a fixture named here that passes is a failure too. `make conformance` says what changed;
# `python tests/conformance/report.py --update` rewrites this file and keeps the reasons that are there.
"""


class TimeLimitReachedError(BaseException):
    """A fixture took too long. Not an `Exception`, so that no handler inside the engine can swallow it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one fixture; `problem` says why nothing came out, when nothing did."""

    name: str
    expected: str = ""
    got: str = ""
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether the fixture ran and gave what the suite expects."""
        return not self.problem and matches(self.name, self.expected, self.got)

    @property
    def family(self) -> str:
        """The family of the fixture."""
        return family_of(self.name)

    @property
    def reason(self) -> str:
        """One line that says how the fixture failed."""
        if self.problem:
            return f"not yet: {self.problem}"
        return f"{self.family}: {first_difference(self.expected, self.got)}"


def matches(name: str, expected: str, got: str) -> bool:
    """Whether a result is what the suite expects, letter by letter."""
    if name in MARKED_WITHOUT_CHANGE:
        return EDIT_MARK.sub("", expected) == EDIT_MARK.sub("", got)
    return expected == got


def first_difference(expected: str, got: str, width: int = 32) -> str:
    """A short quotation of both texts from a little before the place where they part.

    >>> first_difference("Ritsos, 2020", "Ritsos, 1920")
    "expected 'Ritsos, 2020', got 'Ritsos, 1920'"
    """
    pairs = enumerate(zip(expected, got, strict=False))
    place = next((i for i, (one, other) in pairs if one != other), min(len(expected), len(got)))
    start = max(0, place - 8)

    def quote(text: str) -> str:
        return repr(text[start : start + width]) + ("…" if len(text) > start + width else "")

    return f"expected {quote(expected)}, got {quote(got)}"


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what runs inside after some seconds, where the platform and the thread allow it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(signal_number: int, frame: FrameType | None) -> None:
        raise TimeLimitReachedError

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def judge(fixture: Fixture, seconds: float = TIME_LIMIT) -> Outcome:
    """Run one fixture; whatever the engine raises becomes the outcome's problem."""
    try:
        with time_limit(seconds):
            from runner import run_fixture

            got = run_fixture(fixture)
    except TimeLimitReachedError:
        return Outcome(fixture.name, fixture.result, problem=f"took more than {seconds:g} s")
    except Exception as error:  # noqa: BLE001 - one fixture that breaks the engine must not end the run
        return Outcome(fixture.name, fixture.result, problem=describe(error))
    return Outcome(fixture.name, fixture.result, got)


def judge_file(path: Path) -> Outcome:
    """Read and run one fixture; a file that is no fixture is a failure with its reason."""
    try:
        fixture = read_fixture(path)
    except SuiteError as error:
        return Outcome(path.stem, problem=f"not a fixture: {error}")
    return judge(fixture)


def describe(error: BaseException) -> str:
    """An exception in one line."""
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message[:120]}" if message else type(error).__name__


def read_expectations(path: Path = EXPECTED_FAILURES) -> dict[str, str]:
    """The fixtures that are expected to fail, with their reasons; none where there is no file."""
    if not path.exists():
        return {}
    return {str(name): str(reason) for name, reason in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def write_expectations(failures: Mapping[str, str], path: Path = EXPECTED_FAILURES) -> None:
    """Write fixtures and reasons in order, a paragraph for each family."""
    lines = [HEADER]
    family = ""
    for name in sorted(failures, key=lambda name: (family_of(name).casefold(), name)):
        if family and family_of(name) != family:
            lines.append("")
        family = family_of(name)
        lines.append(f"{_toml_key(name)} = {_toml_string(failures[name])}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _toml_key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _toml_string(name)


def _toml_string(text: str) -> str:
    """A TOML basic string; whatever does not print, spaces other than the plain one included, is escaped."""
    escaped = []
    for character in text:
        if character in '"\\':
            escaped.append("\\" + character)
        elif character.isprintable():
            escaped.append(character)
        else:
            escaped.append(f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08x}")
    return f'"{"".join(escaped)}"'
