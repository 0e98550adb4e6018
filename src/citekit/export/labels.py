"""Lines of Extra, from which Zotero fills fields: `Running Time: 1:30`.

Zotero client, `extractExtraFields`: a line's key reaches to its *last* colon that plain letters, digits and signs lead
to. A no-break space behind the label ends the key there, and goes with the blanks around the value.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["field_label", "labelled", "labelled_person"]

NBSP: Final = "\u00a0"
_WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def field_label(name: str) -> str:
    """A field's or a role's name as Zotero shows it and reads it back from Extra.

    The field "type" goes by its CSL name, since "Type:" would change the type of the item.

    >>> field_label("citationKey"), field_label("PMID")
    ('Citation Key', 'PMID')
    """
    return "genre" if name == "type" else _WORDS.sub(" ", name[:1].upper() + name[1:])


def labelled(name: str, text: str) -> str:
    """The line that puts a text into a field.

    >>> labelled("runningTime", "90 min"), labelled("runningTime", "1:30")
    ('Running Time: 90 min', 'Running Time:\\xa01:30')
    """
    return f"{field_label(name)}:{NBSP if ':' in text else ' '}{text}"


def labelled_person(role: str, surname: str, given: str) -> str:
    """The line for somebody in a role, from which Zotero cites but makes no person.

    >>> labelled_person("counsel", "Labori", "Fernand")
    'Counsel: Labori || Fernand'
    """
    return f"{field_label(role)}: {surname} || {given}" if given else f"{field_label(role)}: {surname}"
