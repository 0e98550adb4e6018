"""Reading BibTeX: citekit from file to items beside what other libraries take to parse alone.

Run `python bench/bibtex.py FOLDER`; every `.bib` file in the folder is read, five times, and the best time counts.
The libraries take turns, so that other work of the machine slows all of them; those that are not installed are left
out.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from citekit.bibtex import parse_bibtex
from citekit.bibtex.source import decode_bytes

ROUNDS = 5


def main(folder: str) -> None:
    logging.disable(logging.CRITICAL)
    texts = [decode_bytes(path.read_bytes())[0] for path in sorted(Path(folder).glob("*.bib"))]
    entries = sum(len(parse_bibtex(text)[0]) for text in texts)
    size = sum(map(len, texts))
    print(f"{len(texts)} files, {entries} entries, {size:,} characters")
    parsers: dict[str, Callable[[str], object]] = {"citekit, to items": parse_bibtex, **peers()}
    rounds = [{name: time_taken(parse, texts) for name, parse in parsers.items()} for _ in range(ROUNDS)]
    base, *others = [(name, min(one[name] for one in rounds)) for name in parsers]
    print(f"{base[0]:28} {base[1]:7.3f} s  {entries / base[1]:8.0f} entries/s")
    for name, taken in others:
        print(f"{name:28} {taken:7.3f} s  citekit takes {base[1] / taken:.2f} times that")
    tracemalloc.start()
    kept = [parse_bibtex(text)[0] for text in texts]
    print(f"memory kept: {tracemalloc.get_traced_memory()[0] / max(1, sum(map(len, kept))):.0f} bytes an item")


def time_taken(parse: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        parse(text)
    return time.process_time() - start


def peers() -> dict[str, Callable[[str], object]]:
    found: dict[str, Callable[[str], object]] = {}
    bibtexparser = importlib.import_module("bibtexparser")
    found["bibtexparser, parsing alone"] = bibtexparser.parse_string
    try:
        pybtex = importlib.import_module("pybtex.database")
    except ImportError:
        pass
    else:
        importlib.import_module("pybtex.errors").set_strict_mode(False)
        found["pybtex, parsing alone"] = lambda text: tolerant(lambda: pybtex.parse_string(text, "bibtex"))
    try:
        refkit = importlib.import_module("refkit")
    except ImportError:
        pass
    else:
        found["refkit (Rust), to its library"] = lambda text: tolerant(lambda: refkit.Library.parse_bibtex(text))
    return found


def tolerant(call: Callable[[], object]) -> None:
    """Peers that stop at the first oddity are timed up to it; what they print is not of interest."""
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            call()
    except Exception:  # noqa: BLE001 - whatever a peer raises, it raises it on real files
        return


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "bib")
