"""Writers: settled tokens to HTML, RTF or plain text, found by name."""

from citekit.text.writers.base import Writer
from citekit.text.writers.html import HtmlWriter
from citekit.text.writers.plain import PlainWriter
from citekit.text.writers.registry import WRITERS, writer
from citekit.text.writers.rtf import RtfWriter

__all__ = ["WRITERS", "HtmlWriter", "PlainWriter", "RtfWriter", "Writer", "writer"]
