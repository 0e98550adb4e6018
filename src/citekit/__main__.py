"""`python -m citekit`: the command line, where the command is not on the path."""

from __future__ import annotations

from citekit.cli.main import main

if __name__ == "__main__":
    main(prog_name="citekit")
