"""Text-case: lowercase, uppercase, capitalize-first, capitalize-all, title, sentence.

CSL 1.0.2, "Text-case" and "Title Case Conversion"; where the specification is silent, what the official fixtures
(`textcase_*`) show. Text inside nocase and nodecor spans, superscripts, subscripts and small caps is left alone.
Title case is for English only; sentence case lowers every word but the first.
"""

from __future__ import annotations

from typing import Final

from citekit.text.tokens import FONT_VARIANT, NOCASE, NODECOR, VERTICAL_ALIGN, Tokens

__all__ = ["STOP_WORDS", "apply_case", "title_of_style", "uppercase"]

STOP_WORDS: Final = frozenset({
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside", "amid", "amidst",
    "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as", "aside", "astride", "at", "athwart",
    "atop", "barring", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by",
    "c", "ca", "circa", "d'", "de", "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given",
    "in", "inside", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of", "off", "on",
    "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so", "than", "the", "through",
    "throughout", "thruout", "till", "to", "toward", "towards", "under", "underneath", "until", "unto", "up", "upon",
    "v", "v.", "van", "versus", "via", "vis-\xe0-vis", "von", "vs", "vs.", "with", "within", "without", "yet",
})  # fmt: skip
"""Words that title case leaves small inside a title."""

_EXEMPT: Final = frozenset({NOCASE, NODECOR, VERTICAL_ALIGN, FONT_VARIANT})
_SPACES: Final = frozenset(
    " \t\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000"
)
_SEPARATORS: Final = frozenset('-\u2013\u2014/.,;?!:[]()"\u201c\u201d\u00ab\u00bb')
_AFTER_WHICH_A_TITLE_STARTS: Final = frozenset("!?:")
_APOSTROPHES: Final = ("\u2019", "'", "\u2018")
_DOTTED: Final = ("tr", "az")
_FIRST_GREEK: Final = "\u0370"
_LAST_GREEK: Final = "\u03ff"


def uppercase(text: str, language: str = "") -> str:
    """Upper case by the rules of a language: Turkish and Azeri keep the dot on i."""
    if language[:2] in _DOTTED and "i" in text:
        text = text.replace("i", "\u0130")
    return text.upper()


def _lowercase(text: str, language: str) -> str:
    if language[:2] in _DOTTED and ("I" in text or "\u0130" in text):
        text = text.replace("I", "\u0131").replace("\u0130", "i")
    return text.lower()


def _capitalized(word: str, language: str) -> str:
    """The word with its first letter raised, unless it is a lone Greek letter (a symbol, not a word)."""
    first = word[0]
    if len(word) == 1 and _FIRST_GREEK <= first <= _LAST_GREEK:
        return word
    return uppercase(first, language) + word[1:]


def apply_case(tokens: Tokens, start: int, case: str, is_english: bool, language: str = "") -> None:
    """Change the case of `tokens[start:]` in place; an unknown case changes nothing.

    `language` (a BCP 47 tag) matters for letters whose case depends on it, such as Turkish i.

    >>> tokens = ["the history of ", "a word"]
    >>> apply_case(tokens, 0, "title", True)
    >>> tokens
    ['The History of ', 'a Word']
    """
    if case == "title" and not is_english:
        return
    if case == "lowercase" or case == "uppercase":
        _change_all(tokens, start, case == "uppercase", language)
    elif case in _WORD_CASES:
        _Caser(case, language).run(tokens, start)


def title_of_style(text: str, is_english: bool) -> str:
    """A text of the style's own in title case, whatever the language of the item; other languages raise one letter.

    >>> title_of_style("date of issue", True), title_of_style("date de parution", False)
    ('Date of Issue', 'Date de parution')
    """
    tokens: Tokens = [text]
    apply_case(tokens, 0, "title" if is_english else "capitalize-first", is_english=True)
    return "".join([token for token in tokens if isinstance(token, str)])


_WORD_CASES: Final = frozenset({"title", "sentence", "capitalize-first", "capitalize-all"})


def _change_all(tokens: Tokens, start: int, to_upper: bool, language: str) -> None:
    exempt = 0
    for index in range(start, len(tokens)):
        token = tokens[index]
        if isinstance(token, str):
            if not exempt:
                tokens[index] = uppercase(token, language) if to_upper else _lowercase(token, language)
        elif token.kind in _EXEMPT:
            exempt += 1 if token.is_open else -1


class _Caser:
    """Walks the words of a stream; knows whether the next word is the first, and which was the last."""

    __slots__ = ("case", "is_first", "is_title_start", "language", "last_index", "last_position", "last_word")

    def __init__(self, case: str, language: str) -> None:
        self.case = case
        self.language = language
        self.is_first = True
        self.is_title_start = False
        # The last word of the title, should it be a stop word: its token, its place in it, itself.
        self.last_index = -1
        self.last_position = 0
        self.last_word = ""

    def run(self, tokens: Tokens, start: int) -> None:
        exempt = 0
        for index in range(start, len(tokens)):
            token = tokens[index]
            if not isinstance(token, str):
                if token.kind in _EXEMPT:
                    exempt += 1 if token.is_open else -1
            elif exempt:
                if not token.isspace():
                    self.is_first = self.is_title_start = False
                    self.last_index = -1
            else:
                tokens[index] = self._text(token, index)
            if self.case == "capitalize-first" and not self.is_first:
                return
        if self.case == "title" and self.last_index >= 0:
            self._raise_last_word(tokens)

    def _text(self, text: str, index: int) -> str:
        """One string with the case of its words changed."""
        out: list[str] = []
        length = len(text)
        position = 0
        while position < length:
            char = text[position]
            if char in _SPACES or char in _SEPARATORS:
                if char in _AFTER_WHICH_A_TITLE_STARTS:
                    self.is_title_start = True
                out.append(char)
                position += 1
                continue
            end = position + 1
            while end < length and text[end] not in _SPACES and text[end] not in _SEPARATORS:
                end += 1
            word = text[position:end]
            if self.case == "title":
                # A stop word that begins a compound is raised (Pro-Environmental), inside one it is not (Out-of-Date).
                begins_compound = end < length and text[end] == "-" and (position == 0 or text[position - 1] in _SPACES)
                word = self._title_word(word, begins_compound)
                self.last_index, self.last_position, self.last_word = index, position, word
            else:
                word = self._word(word)
            out.append(word)
            position = end
            if self.case == "capitalize-first":
                out.append(text[end:])
                break
        return "".join(out)

    def _word(self, word: str) -> str:
        """A word in any case but title."""
        language = self.language
        was_first = self.is_first
        self.is_first = False
        if self.case == "sentence":
            return _capitalized(word, language) if was_first else _lowercase(word, language)
        if word == _lowercase(word, language):
            return _capitalized(word, language)
        return word

    def _title_word(self, word: str, begins_compound: bool) -> str:
        """A word of a title: stop words stay small unless they stand at the start of something."""
        lower = _lowercase(word, self.language)
        starts = self.is_first or self.is_title_start or begins_compound
        self.is_first = self.is_title_start = False
        if word != lower:
            return word
        if not starts:
            core = _before_apostrophe(lower)
            if len(core) < 2 or core in STOP_WORDS or lower in STOP_WORDS:
                return word
        return _capitalized(word, self.language)

    def _raise_last_word(self, tokens: Tokens) -> None:
        word = self.last_word
        text = tokens[self.last_index]
        if len(word) > 1 and isinstance(text, str) and word in STOP_WORDS:
            end = self.last_position + len(word)
            tokens[self.last_index] = text[: self.last_position] + _capitalized(word, self.language) + text[end:]


def _before_apostrophe(word: str) -> str:
    for apostrophe in _APOSTROPHES:
        if apostrophe in word:
            return word[: word.index(apostrophe)]
    return word
