"""A live Zotero library."""

from citekit.zotero.client import open_library
from citekit.zotero.library import Plan, plan_push, push

__all__ = ["Plan", "open_library", "plan_push", "push"]
