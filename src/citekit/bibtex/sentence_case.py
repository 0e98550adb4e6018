"""English titles from title case, which BibTeX expects, to sentence case, which CSL expects.

CSL 1.0.2, "Title Case Conversion"; pandoc reads BibTeX in the same way. Capitals inside braces (`nocase` spans) stay.
No other language writes its titles like that, so a text is recased only where its entry says that it is English, or
where an entry that says nothing about its language has a title that reads as English and is in title case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["drop_idle_spans", "english_balance", "is_title_case", "sentence_case"]

# What a run of words is made of: no sentence ends in it, and no initial with its full stop.
_WORD_INSIDE: Final = r"(?:[^\W_]{3,}+|[^\W_]{1,2}+(?!\.))"
_GAP: Final = r"(?:[^\w<.?!:]|_)"
_TOKEN: Final = re.compile(
    r"(?P<span><span class=\"nocase\">[^<]*(?:<(?!/?span)[^<]*)*</span>)|(?P<tag></?\w+>)"
    rf"|(?P<initials>(?<!\w)(?:[^\W\d_]{{1,2}}\.){{2,}})|(?P<run>{_WORD_INSIDE}(?:{_GAP}++{_WORD_INSIDE})*+{_GAP}*+)"
    r"|(?P<word>[^\W_]+)|(?P<gap>.)",
    re.S,
)
# What `_lowered` would lower, in letters without accents.
_CAPITALIZED: Final = re.compile(r"[A-Z](?<![A-Za-z0-9].)(?:[a-z]++|(?<=A)|(?=['’]))(?![A-Za-z0-9])")
_SPAN: Final = re.compile(r"<span class=\"nocase\">([^<]*(?:<(?!/?span)[^<]*)*)</span>")
_TAG: Final = re.compile(r"<[^<>]*>")
_WORD: Final = re.compile(r"[^\W\d_]+")
_HEAD_OF_LONG_WORD: Final = re.compile(r"([^\W\d_])[^\W\d_]{3,}+")
# Where words tell the language, the letters of formulas (III-N) and the English 's are none.
_TELLING_WORD: Final = re.compile(r"[^\W\d_]{2,}|(?<!['’])[^\W\d_](?=['’])|(?<![\w'’-])[a-z](?![\w-])")
_SENTENCE_ENDS: Final = frozenset(".?!:")
_CLOSING: Final = frozenset("\"'”’»")
_APOSTROPHES: Final = frozenset("'’")
_ALPHANUMERIC: Final = re.compile(r"[^\W_]+")

_ENGLISH_WORDS: Final = frozenset(
    """
    the of and for with from by at is are was how why what when who which its their his her our your this that these
    into between through towards toward under over about against within without as to an or be been can does do not
    """.split()
)
_OTHER_WORDS: Final = frozenset(
    """
    le la les un une du des au aux et ou dans sur sous pour par avec sans entre chez ce cette ces son sa ses leur leurs
    que qui quoi est sont en l d qu n s c j y der die das ein eine einer und oder im zur zum von vom mit für über auf
    aus bei nach el los las del una unas unos y e o por para con il lo gli della dello delle degli dei nel nella di
    de het een van voor met os da do dos das em no na uma och det den att som og til av
    """.split()
)
# "In" and "on" are words of several languages; they count for no more than an ending.
_ENGLISH_SPELLING: Final = re.compile(
    r"^(?:in|on)$|^wh|th|sh|oo|ck|gh|ow|aw|(?:ing|ings|ness|ed|ly|ies|ity|ics?|ful|less|[^\W\d_]{2}ous)$|w$|^w|k$|y$"
)
_OTHER_SPELLING: Final = re.compile(
    r"[^\x00-\x7f]|sch|eux$|eau|[aeiou]que$|^qu[ei]$|lich|keit$|heit$|ung$|zione$|ção$|(?!(?:area|data|idea|multi|ratio|ultra)$)[^\W\d_]{3}[aio]$"
)


def english_balance(text: str) -> int:
    """How far a title reads as English: above nothing where it does, below where it reads as another language.

    Its small words are asked first; its spelling where they tell nothing.

    >>> english_balance("The Art of War") > 0, english_balance("L'art de la guerre") < 0
    (True, True)
    >>> english_balance("First Book") > 0, english_balance("Sein und Zeit") < 0, english_balance("Hamlet")
    (True, True, 0)
    """
    return _balance(_TAG.sub("", text) if "<" in text else text)


# A title is asked about with its book and alone, with its spans and without.
@lru_cache(maxsize=128)
def _balance(text: str) -> int:
    found = _TELLING_WORD.findall(text)
    words = [word.lower() for word in found]
    english = sum(map(_ENGLISH_WORDS.__contains__, words))
    # "MIT" is not the German word; a letter alone is one with its apostrophe (D'Alembert), or a small one.
    other = sum(
        map(_OTHER_WORDS.__contains__, [word.lower() for word in found if len(word) == 1 or not word.isupper()])
    )
    if english == other:
        english = sum([_ENGLISH_SPELLING.search(word) is not None for word in words])
        other = sum([_OTHER_SPELLING.search(word) is not None for word in words])
    return english - other


def is_title_case(text: str) -> bool:
    """Whether most of the long words behind the first have a capital.

    >>> is_title_case("Why Water Is Wet"), is_title_case("Reduced bond angle strain in the Heck reaction")
    (True, False)
    """
    text = _SPAN.sub("", text) if "<span" in text else text
    first = _WORD.search(text)
    letters = _HEAD_OF_LONG_WORD.findall(text, first.end()) if first else []
    return 2 * sum(map(str.isupper, letters)) > len(letters)


def sentence_case(text: str) -> str:
    """An English title in sentence case: words with one capital, at their head, lose it.

    What begins the title or follows a full stop, a colon, a question or exclamation mark keeps or gets its capital.

    >>> sentence_case('The <span class="nocase">Chicago</span> Manual of Style: A Guide to DNA')
    'The Chicago manual of style: A guide to DNA'
    """
    if text.upper() == text:
        return drop_idle_spans(text)
    pieces: list[str] = []
    is_start, is_after_end, is_after_initial = True, False, False
    for match in _TOKEN.finditer(text):
        piece, kind = match[0], match.lastgroup
        if kind in ("run", "word"):
            first = ""
            if is_start:
                first = piece[: _end_of_word(piece)]
                # "N. meningitidis" is one name, "Vitamin C. A study" two sentences: what was typed stays.
                pieces.append(first if is_after_initial else _capitalized(first))
            pieces.append(_lowered_run(piece[len(first) :]))
            is_after_initial = len(piece) == 1 and piece.isupper() and text.startswith(".", match.end())
            is_start = is_after_end = False
            continue
        pieces.append(piece)
        if kind in ("span", "initials"):
            # "U.S." keeps its capitals, and its last full stop ends no sentence.
            is_start = is_after_end = False
        elif kind == "gap":
            if piece in _SENTENCE_ENDS:
                is_after_end = True
            elif piece.isspace():
                is_start = is_start or is_after_end
            elif piece not in _CLOSING:
                is_after_end = False
    return drop_idle_spans("".join(pieces))


def drop_idle_spans(text: str) -> str:
    """Take away the spans that guard no small first letter: no text-case of CSL would change what they hold.

    >>> drop_idle_spans('<span class="nocase">DNA</span> and <span class="nocase">iPod</span>')
    'DNA and <span class="nocase">iPod</span>'
    """
    if "<span" not in text:
        return text
    return _SPAN.sub(_span_or_text, text)


def _span_or_text(match: re.Match[str]) -> str:
    held = match[1]
    words = [held] if held.isalpha() else _ALPHANUMERIC.findall(_TAG.sub("", held))
    if match.string[max(0, match.start() - 1) : match.start()].isalnum():
        # Inside a word, as in g{é}om{é}trie, nothing begins that could get a capital.
        del words[:1]
    return match[0] if any([word[0].islower() for word in words]) else held


def _capitalized(word: str) -> str:
    return word[0].upper() + word[1:] if word.islower() else word


def _end_of_word(text: str) -> int:
    match = _ALPHANUMERIC.match(text)
    return match.end() if match else 0


def _lowered_run(text: str) -> str:
    if text.isascii():
        return _CAPITALIZED.sub(_small, text)
    return _ALPHANUMERIC.sub(lambda match: _lowered(match[0], text[match.end() : match.end() + 1]), text)


def _small(match: re.Match[str]) -> str:
    return match[0].lower()


def _lowered(word: str, follower: str) -> str:
    # "Fe3" and "Web2" are names as much as "DNA".
    if not word[0].isupper() or not ((word[1:].islower() and word.isalpha()) or len(word) == 1):
        return word
    # A letter alone is the article, or a name ("Vitamin C", "X-ray", "I").
    if len(word) == 1 and word != "A" and follower not in _APOSTROPHES:
        return word
    return word.lower()
