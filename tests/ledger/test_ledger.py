"""The ledger on every database: what is stored is read back, nothing is changed, ids are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from dateline.errors import EventUnknown, IdAmbiguous, IncidentUnknown
from dateline.ledger import Edit, Filters, IncidentLine, Ledger, tables
from dateline.model import Bounds, CodedReport, Issue, Judgement, Verdict
from tests.fakes import full_report
from tests.ledger.made import code, report

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)


def stored(ledger: Ledger, coded: CodedReport) -> CodedReport:
    with ledger.writing() as writer:
        return writer.add_report(coded, NOW)


def line(id: str, day: date | None, killed: int, country: str = "PK") -> IncidentLine:
    return IncidentLine(
        id, None, day, day, "Quetta", "Balochistan", "Pakistan", country, "Battles", "Armed clash",
        Bounds(killed, killed, None), None, 1, 1, False,
    )  # fmt: skip


def test_a_report_is_read_back_as_it_was_coded(ledger: Ledger) -> None:
    coded = full_report()
    named = stored(ledger, coded)
    without_tolls = replace(named, events=tuple(replace(event, toll={}) for event in named.events))
    with ledger.reading() as reader:
        assert reader.coded([named.report.id]) == [without_tolls]
        assert [one.event for one in reader.events([f"{named.report.id}/e1"])] == [without_tolls.events[0]]
        assert reader.given_ids([named.report.id]) == {named.report.id: "r-1"}


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    said = Issue("bad.txt", "report-empty", "bad.txt: the report has no text.")
    for _ in range(2):
        named = stored(ledger, code(report("Quetta", 12)))
        key = f"{named.report.id}/e1"
        with ledger.writing() as writer:
            writer.add_block_keys({key: ["PK", "Quetta"]})
            writer.add_issue(said, NOW)
            counts = writer.counts()
    assert counts["report"] == counts["event"] == counts["claim"] == counts["coder"] == counts["issue"] == 1
    assert counts["block_key"] == 2


def test_the_same_words_from_two_outlets_are_two_reports(ledger: Ledger) -> None:
    stored(ledger, code(report("Quetta", 12, publisher="Dawn")))
    stored(ledger, code(report("Quetta", 12, publisher="Geo")))
    with ledger.reading() as reader:
        assert reader.counts()["report"] == 2


@pytest.mark.parametrize("table", tables.RECORDS, ids=lambda table: table.name)
def test_records_can_be_neither_changed_nor_deleted(ledger: Ledger, table: tables.Table) -> None:
    first, second = stored(ledger, full_report()), stored(ledger, code(report("Quetta", 12)))
    keys = sorted(f"{one.report.id}/e1" for one in (first, second))
    with ledger.writing() as writer:
        writer.add_block_keys({keys[0]: ["PK"]})
        writer.add_judgements([Judgement(*keys, Verdict.SAME, 0.9, "fake 1", None, "why")], NOW)
        writer.add_edit(Edit(keys[0], "event_type", "Battles", "R. Okafor", NOW, "misread"))
        writer.add_issue(Issue("bad.txt", "report-empty", "no text"), NOW)
    column = next(iter(table.c))
    for change in (update(table).values({column.name: "x"}), delete(table)):
        with pytest.raises(DBAPIError, match="append-only"), ledger.writing() as writer:
            writer._connection.execute(change)
    with ledger.reading() as reader:
        assert reader._connection.execute(select(table)).first() is not None


def test_a_transaction_that_fails_leaves_nothing(ledger: Ledger) -> None:
    def add_and_fail() -> None:
        with ledger.writing() as writer:
            writer.add_report(full_report(), NOW)
            raise KeyError("a fault")

    with pytest.raises(KeyError):
        add_and_fail()
    with ledger.reading() as reader:
        assert set(reader.counts().values()) == {0}


def test_what_a_person_corrected_is_kept_beside_what_was_coded(ledger: Ledger) -> None:
    edit = Edit("r1/e1", "event_type", "Battles", "R. Okafor", NOW, "it was a clash")
    with ledger.writing() as writer:
        writer.add_edit(edit)
        assert writer.edits(["r1/e1", "r2/e1"]) == [edit]


def test_lists_are_latest_first_with_unknown_days_last_however_many_pages(ledger: Ledger) -> None:
    lines = [line(f"{n:04x}", date.fromordinal(738000 + n % 7) if n % 5 else None, n) for n in range(450)]
    with ledger.writing() as writer:
        writer.keep_incidents(lines, {})
        listed = list(writer.incidents())
    assert listed == sorted(lines, key=lambda one: (-(one.first_day or date.min).toordinal(), one.id))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(country_code="ml"), ["b"]),
        (Filters(first=date(2026, 1, 31)), ["a"]),
        (Filters(last=date(2026, 1, 30)), ["b"]),
        (Filters(kind="Armed clash", killed=10), ["a"]),
        (Filters(kind="Battles"), ["a", "b", "c"]),
        (Filters(kind="Riots"), []),
    ],
)
def test_lists_can_be_narrowed(ledger: Ledger, filters: Filters, expected: list[str]) -> None:
    lines = [line("a", date(2026, 1, 31), 12), line("b", date(2026, 1, 30), 3, "ML"), line("c", None, 3)]
    with ledger.writing() as writer:
        writer.keep_incidents(lines, {})
        assert [one.id for one in writer.incidents(filters)] == expected


def test_the_beginning_of_an_id_is_enough_where_only_one_begins_so(ledger: Ledger) -> None:
    key = f"{stored(ledger, code(report('Quetta', 12))).report.id}/e1"
    with ledger.writing() as writer:
        writer.keep_incidents([line("ab1", None, 1), line("ab2", None, 1), line("c", None, 1)], {key: "c"})
        assert writer.find_incident("AB1") == "ab1"
        assert writer.find_incident(key) == "c"
        assert writer.find_event(key[:5] + "/E1") == writer.find_event(key) == writer.find_event(key[:5]) == key
        with pytest.raises(IdAmbiguous, match="ab1, ab2"):
            writer.find_incident("ab")
        for unknown in ("d", "", "%"):
            with pytest.raises(IncidentUnknown):
                writer.find_incident(unknown)
        for unknown in (key[:5] + "/e2", "", "/e1"):
            with pytest.raises(EventUnknown):
                writer.find_event(unknown)
