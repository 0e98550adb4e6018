"""What a bibliographic item is, in CSL's vocabulary.

`csl_yaml` is not here, since whoever imports an item would wait for the YAML parser.
"""

from citekit.items.csl_json import item_from_csl_json, item_to_csl_json, read_csl_json, write_csl_json
from citekit.items.date import Date, DatePoint
from citekit.items.edtf import parse_edtf
from citekit.items.item import Item, Value
from citekit.items.name import Name
from citekit.items.note import unpack_note
from citekit.items.number import Number, NumberPart, parse_number
from citekit.items.raw_date import parse_raw_date

__all__ = [
    "Date",
    "DatePoint",
    "Item",
    "Name",
    "Number",
    "NumberPart",
    "Value",
    "item_from_csl_json",
    "item_to_csl_json",
    "parse_edtf",
    "parse_number",
    "parse_raw_date",
    "read_csl_json",
    "unpack_note",
    "write_csl_json",
]
