"""Law of reading: twice the source takes about twice the time, whatever it is made of."""

import gc
import time
from collections.abc import Callable

import pytest

from citekit.bibtex import parse_bibtex

SMALL = 4000
GROWTH = 4
# Linear growth by four measures 3 to 5; quadratic growth 16.
MOST_GROWTH = 10
UNMEASURABLE = 0.05


def entry(value: str, name: str = "title") -> str:
    return f"@book{{a, {name} = {{{value}}}}}"


SOURCES: dict[str, Callable[[int], str]] = {
    "open entries": lambda n: "@book{a,\n" * n,
    "open entries in one line": lambda n: "@book{a, title = {x" * n,
    "preambles in one line": lambda n: '@preamble{"x"} ' * n,
    "comments in one line": lambda n: "x @comment{x} " * n,
    "open comments": lambda n: "@comment{\n" * n,
    "trees without end": lambda n: "@comment{jabref-meta: grouping:\n" * n,
    "chained macros": lambda n: "".join(f"@string{{a{i} = a{i + 1}}}\n" for i in range(n)),
    "joined values": lambda n: "@book{a, title = " + " # ".join(['"x"'] * n) + "}",
    "nested braces": lambda n: entry("{" * n + "x" + "}" * n),
    "nested emphasis": lambda n: entry(r"\emph{x" * n + "}" * n),
    "nested exponents": lambda n: entry("$" + "^{" * n + "x" + "}" * n + "$"),
    "declarations": lambda n: entry(r"\em x" * n),
    "declarations of nothing": lambda n: entry(r"\em " * n),
    "marks in a pile": lambda n: entry("e" + "\u0301\u0323" * n),
    "commands in a name": lambda n: entry(r"\foo " * n, "author"),
    "spaces in a part of a name": lambda n: entry("family=a" + "\u00a0" * n + "x", "author"),
    "spaces in pages": lambda n: entry("1" + "~" * n + "2", "pages"),
    "spaces behind an address": lambda n: entry("http://x" + " " * n + "y", "howpublished"),
    "authors": lambda n: entry(" and ".join(["Jean Dupont"] * n), "author"),
    "fields with open braces": lambda n: "@book{a, " + "x = {y, " * n,
    "fields with open braces in lines": lambda n: "@book{a" + ",\n x = {y" * n,
    "words that are no fields": lambda n: "@book{a, " + "x, " * n,
    "opened quotations": lambda n: entry("`a " * n),
    "copies of a key": lambda n: "@book{a, title = {x}}\n" * n,
    "copies of a field": lambda n: "@book{a, " + "title = {x},\n" * n + "}",
}


@pytest.mark.parametrize("name", SOURCES)
def test_reading_takes_linear_time(name: str):
    make = SOURCES[name]
    small, large = seconds(make(SMALL)), seconds(make(SMALL * GROWTH))
    assert large < UNMEASURABLE or large < MOST_GROWTH * small


def seconds(text: str) -> float:
    # The collector looks at everything that the other tests left alive, as often as new objects come.
    gc.disable()
    try:
        return min([timed(text) for _ in range(2)])
    finally:
        gc.enable()


def timed(text: str) -> float:
    start = time.process_time()
    parse_bibtex(text)
    return time.process_time() - start
