"""`python -m bench`: each peer's time divided by citekit's, for the same work in the same run."""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys

from bench.peers.citekit import Citekit, edit_among_many
from bench.peers.citeproc_js import CiteprocJs
from bench.peers.citeproc_py import CiteprocPy
from bench.peers.pandoc import Pandoc
from bench.peers.refkit import Refkit
from bench.peers.typst import Typst
from bench.tasks import STYLES, TASKS, Peer, Task

PEERS: tuple[Peer, ...] = (CiteprocPy(), CiteprocJs(), Pandoc(), Refkit(), Typst())


def main() -> int:
    """Measure, and print a line for each task as it is done."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", default="", help="only tasks whose name holds this")
    parser.add_argument("--peers", default="all", help="names of peers, with commas between; none for citekit alone")
    arguments = parser.parse_args()
    peers = [peer for peer in PEERS if arguments.peers == "all" or peer.name in arguments.peers.split(",")]
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    for peer in peers:
        if hint := peer.missing():
            print(f"{peer.name} is not measured: {hint}")
    present = [peer for peer in peers if not peer.missing()]
    tasks = [task for task in TASKS if arguments.only in task.name]
    _print_table(tasks, present)
    if not arguments.only:
        for style in STYLES:
            seconds = edit_among_many(style)
            print(f"one edit among 5,000 citations of 800 items, {style}: {seconds * 1000:.1f} ms")
    return 0


def _print_table(tasks: list[Task], peers: list[Peer]) -> None:
    width = max([len(task.name) for task in tasks], default=0)
    header = "".join([f"{peer.name:>13}" for peer in peers])
    print(f"\n{'':{width}}  {'citekit':>10}{header}\n{'':{width}}  {'ms':>10}{'times citekit' if peers else '':>13}")
    ours: dict[Task, float] = {}
    for task in tasks:
        gc.collect()
        seconds = Citekit().measure(task)
        assert seconds is not None
        ours[task] = seconds
        print(f"{task.name:{width}}  {seconds * 1000:>10.1f}", end="", flush=True)
        for peer in peers:
            theirs = peer.measure(task)
            print(f"{'-' if theirs is None else f'{theirs / seconds:.2f}':>13}", end="", flush=True)
        print()
    _print_growth(ours)


def _print_growth(ours: dict[Task, float]) -> None:
    """Cost per entry from one thousand to five thousand: flat is 1."""
    for style in STYLES:
        small, large = Task("bibliography", style, 1000), Task("bibliography", style, 5000)
        if small in ours and large in ours:
            growth = (ours[large] / large.count) / (ours[small] / small.count)
            print(f"cost per entry, 5,000 against 1,000, {style}: {growth:.2f}")


if __name__ == "__main__":
    sys.exit(main())
