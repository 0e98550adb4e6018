from __future__ import annotations

from citekit.errors import Location
from citekit.report import Change, Notice, Report, Severity

PLACE = Location("refs.bib", 4, 9)


def test_a_notice_prints_place_severity_message_and_rule():
    notice = Notice("unknown-month", "'brumaire' is not a month", PLACE)
    assert str(notice) == "refs.bib:4:9: warning: 'brumaire' is not a month [unknown-month]"


def test_a_notice_without_a_place_prints_no_place():
    assert str(Notice("no-items", "nothing to cite", severity=Severity.INFO)) == "info: nothing to cite [no-items]"


def test_a_notice_prints_its_remedy_before_the_rule():
    notice = Notice("duplicate-key", "'a' stands twice", PLACE, Severity.ERROR, "rename one")
    assert str(notice) == "refs.bib:4:9: error: 'a' stands twice; rename one [duplicate-key]"


def test_a_change_prints_item_field_and_both_texts():
    change = Change("juan2020", "issue", "n° 3186", "3186", "number-prefix", location=PLACE)
    assert str(change) == "refs.bib:4:9: juan2020.issue: 'n° 3186' -> '3186' [number-prefix]"


def test_a_report_sorts_what_is_added_into_notices_and_changes():
    notice, change = Notice("a", "one"), Change("k", "title", "x", "y", "r")
    report = Report()
    report.add(change, notice)
    assert (report.notices, report.changes, len(report)) == ([notice], [change], 2)


def test_extending_by_a_report_keeps_the_order_of_both():
    first, second = Report([Notice("a", "one")]), Report([Notice("b", "two")])
    first.extend(second)
    assert [notice.rule for notice in first.notices] == ["a", "b"]


def test_a_report_iterates_over_notices_before_changes():
    notice, change = Notice("a", "one"), Change("k", "title", "x", "y", "r")
    assert list(Report([notice], [change])) == [notice, change]


def test_an_empty_report_is_falsy():
    assert not Report()


def test_the_errors_of_a_report_are_its_notices_of_that_severity():
    lost, odd = Notice("lost", "gone", severity=Severity.ERROR), Notice("odd", "kept")
    assert Report([odd, lost]).errors == [lost]


def test_two_reports_do_not_share_their_lists():
    one, other = Report(), Report()
    one.add(Notice("a", "one"))
    assert other.notices == []
