"""Whole documents: a title block, sections, bibliography entries and their annotations."""

from citekit.handout.build import Handout, build_handout
from citekit.handout.settings import DEFAULT_STYLE, HandoutSettings, SectionSetting, read_settings

__all__ = ["DEFAULT_STYLE", "Handout", "HandoutSettings", "SectionSetting", "build_handout", "read_settings"]
