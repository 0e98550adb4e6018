"""Jobs: JSON in, JSON out, so that programs in any language can use citekit."""

from citekit.process.run import StyleShelf, process_job, process_line

__all__ = ["StyleShelf", "process_job", "process_line"]
