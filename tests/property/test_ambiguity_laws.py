"""Laws of disambiguation: what came before changes nothing, whichever items are listed and in whichever order."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.csl import Style, load_style
from citekit.csl.ambiguities import Ambiguities
from citekit.csl.prepared import PreparedItem
from citekit.items import Date, DatePoint, Item, Name

RULES = ["by-cite", "all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials"]
PEOPLE = [Name(family, given_name) for family in ("Doe", "Roe") for given_name in ("Jane", "John", "Amy")]
CONDITIONS = [
    "",
    '<choose><if disambiguate="true"><text variable="title"/></if></choose>',
    '<choose><if disambiguate="true"><names variable="editor"><name form="short"/></names></if></choose>',
]


def some_style(chance: Random) -> Style:
    adds = [one for one in ("add-names", "add-givenname", "add-year-suffix") if chance.random() < 0.8]
    options = "".join([f' disambiguate-{one}="true"' for one in adds])
    return load_style(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
        "<info><title>Test</title><id>test</id><updated>2021-03-18T00:00:00+00:00</updated></info>"
        f'<citation et-al-min="{chance.choice((2, 3))}" et-al-use-first="1"{options} '
        f'givenname-disambiguation-rule="{chance.choice(RULES)}"><layout>'
        f'<names variable="{chance.choice(("author", "author editor"))}">'
        f'<name form="{chance.choice(("short", "long"))}" initialize-with=". "/></names>'
        f'<date variable="issued"><date-part name="year"/></date>{chance.choice(CONDITIONS)}'
        "</layout></citation></style>",
        "en-US",
    )


def some_item(number: int, chance: Random) -> Item:
    variables = {
        "author": tuple(chance.choices(PEOPLE, k=chance.choice((1, 1, 2, 2, 3, 4)))),
        "editor": tuple(chance.choices(PEOPLE, k=chance.choice((0, 0, 1)))),
        "issued": Date(DatePoint(chance.choice((2000, 2000, 2001)))),
        "title": chance.choice(("One", "Two")),
    }
    return Item(str(number), "book", variables)


def edited(listed: list[PreparedItem], items: list[PreparedItem], chance: Random) -> list[PreparedItem]:
    """Some item gone, some other come, all in another order, or others altogether."""
    listed = listed[:]
    others = [one for one in items if one not in listed]
    what = chance.random()
    if what < 0.35 and listed:
        listed.pop(chance.randrange(len(listed)))
    elif what < 0.75 and others:
        listed.insert(chance.randint(0, len(listed)), chance.choice(others))
    elif what < 0.9:
        chance.shuffle(listed)
    else:
        listed = chance.sample(items, chance.randint(0, len(items)))
    return listed


@settings(max_examples=400)
@given(chance=st.randoms(use_true_random=True))
def test_items_are_told_apart_as_if_no_others_had_been_there(chance):
    style = some_style(chance)
    items = [style.prepare(some_item(number, chance)) for number in range(chance.randint(3, 14))]
    kept = Ambiguities(style)
    listed = items
    for _ in range(chance.randint(2, 6)):
        listed = edited(listed, items, chance)
        assert kept.told_apart(listed) == Ambiguities(style).told_apart(listed)
