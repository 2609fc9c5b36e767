"""Reading a ledger: reports with their coding, events to compare, judgements, edits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, MutableMapping
from datetime import date

from sqlalchemy import Connection, func, select

from dateline.ledger import tables as t
from dateline.ledger.batches import grouped, rows_within
from dateline.ledger.finding import find_event, find_incident
from dateline.ledger.lines import Edit, Filters, IncidentLine
from dateline.ledger.listing import line_of, list_incidents
from dateline.ledger.rows import Row, coded_report, edit_of, judgement_of
from dateline.model import CodedReport, Judgement, ReportedEvent, Verdict

#: Events that were read before, by key: what is recorded never changes.
EventCache = MutableMapping[str, ReportedEvent]


class Reader:
    """Questions to a ledger within one transaction: all see the same state."""

    def __init__(self, connection: Connection, seen: EventCache) -> None:
        self._connection = connection
        self._seen = seen

    def has_report(self, id: str) -> bool:
        """Tell whether a report is in the ledger."""
        return self._connection.execute(select(t.report.c.id).where(t.report.c.id == id)).first() is not None

    def counts(self) -> dict[str, int]:
        """Return how many rows the tables have, by name."""
        tables = (*t.RECORDS, *t.KEPT_AT_HAND)
        return {one.name: self._connection.scalar(select(func.count()).select_from(one)) or 0 for one in tables}

    def coded(self, reports: Collection[str]) -> list[CodedReport]:
        """Return reports with their coding, in the order of their ids."""
        rows = self._reports(reports)
        coders = self._coders(rows)
        order = (t.statement.c.report, t.statement.c.number)
        found = rows_within(self._connection, select(t.statement).order_by(*order), t.statement.c.report, rows)
        statements = grouped(found, "report")
        order = (t.event.c.report, t.event.c.number)
        events = grouped(
            rows_within(self._connection, select(t.event).order_by(*order), t.event.c.report, rows), "report"
        )
        claims = self._claims([event["key"] for several in events.values() for event in several])
        return [
            coded_report(row, coders[row["coder"]], statements[id], events[id], claims)
            for id, row in sorted(rows.items())
        ]

    def events(self, keys: Collection[str]) -> list[ReportedEvent]:
        """Return events with the report that tells of each, in the order of their keys."""
        missing = [key for key in keys if key not in self._seen]
        rows = list(rows_within(self._connection, select(t.event), t.event.c.key, missing))
        reports = self._reports({row["report"] for row in rows})
        coders, claims = self._coders(reports), self._claims(missing)
        for row in rows:
            report = reports[row["report"]] | {"coding": {}}
            coded = coded_report(report, coders[row["coder"]], [], [row], claims)
            self._seen[row["key"]] = ReportedEvent(coded.report, coded.events[0])
        return [self._seen[key] for key in sorted(keys) if key in self._seen]

    def told_with(self, keys: Collection[str]) -> set[str]:
        """Return events and all others of the reports that tell of them."""
        reports = {key.rpartition("/")[0] for key in keys}
        query = select(t.event.c.key)
        return {row["key"] for row in rows_within(self._connection, query, t.event.c.report, reports)}

    def candidates(self, block_keys: Collection[str]) -> set[str]:
        """Return the keys of the events that share a block key."""
        query = select(t.block_key.c.event)
        return {row["event"] for row in rows_within(self._connection, query, t.block_key.c.key, block_keys)}

    def linked(self, keys: Collection[str]) -> set[str]:
        """Return events and all that a chain of judgements, somebody's *same*, leads to from them."""
        reached: set[str] = set()
        ahead = set(keys)
        pairs = select(t.judgement.c.first, t.judgement.c.second).where(t.judgement.c.verdict == Verdict.SAME.value)
        while ahead:
            reached |= ahead
            found: set[str] = set()
            for column in (t.judgement.c.first, t.judgement.c.second):
                for row in rows_within(self._connection, pairs, column, ahead):
                    found |= {row["first"], row["second"]}
            ahead = found - reached
        return reached

    def judgements(self, keys: Collection[str]) -> list[Judgement]:
        """Return the judgements between events of a set, oldest first."""
        among = set(keys)
        return self._judgements(keys, lambda row: row["first"] in among and row["second"] in among)

    def judgements_on(self, keys: Collection[str]) -> list[Judgement]:
        """Return the judgements between events of a set, and those of people on any of them, oldest first."""
        among = set(keys)
        return self._judgements(
            keys, lambda row: row["by_person"] or (row["first"] in among and row["second"] in among)
        )

    def edits(self, subjects: Collection[str]) -> list[Edit]:
        """Return what people corrected in reports or events, oldest first."""
        rows = rows_within(self._connection, select(t.edit), t.edit.c.subject, subjects)
        return [edit_of(row) for row in sorted(rows, key=lambda row: (row["time"], row["id"]))]

    def incidents(self, filters: Filters = Filters()) -> Iterator[IncidentLine]:  # noqa: B008 - it is frozen
        """Yield the lines of incidents, the latest first and those without a day last."""
        return list_incidents(self._connection, filters)

    def incident(self, id: str) -> IncidentLine | None:
        """Return the line of an incident."""
        row = self._connection.execute(select(t.incident).where(t.incident.c.id == id)).mappings().first()
        return line_of(row) if row else None

    def parts(self, incident: str) -> list[IncidentLine]:
        """Return the lines of the incidents that are parts of one."""
        query = select(t.incident).where(t.incident.c.part_of == incident).order_by(t.incident.c.id)
        return [line_of(row) for row in self._connection.execute(query).mappings()]

    def members(self, incidents: Collection[str]) -> dict[str, str]:
        """Return the incident of each event that belongs to one of some incidents."""
        return {
            row["event"]: row["incident"]
            for row in rows_within(self._connection, select(t.member), t.member.c.incident, incidents)
        }

    def incidents_of(self, events: Collection[str]) -> dict[str, str]:
        """Return the incident of each of some events."""
        return {
            row["event"]: row["incident"]
            for row in rows_within(self._connection, select(t.member), t.member.c.event, events)
        }

    def find_incident(self, given: str) -> str:
        """Return the id of the one incident that an id, the beginning of one, or an event's key names."""
        return find_incident(self._connection, given)

    def find_event(self, given: str) -> str:
        """Return the key of the one event that a key, or the beginning of its report's id, names."""
        return find_event(self._connection, given)

    def given_ids(self, reports: Collection[str]) -> dict[str, str]:
        """Return the ids that reports came with, by their ids in the ledger."""
        return {id: row["given_id"] for id, row in self._reports(reports).items() if row["given_id"]}

    def seen(self, reports: Collection[str]) -> dict[str, date]:
        """Return the day on which each of some reports came into the ledger."""
        return {id: row["added"].date() for id, row in self._reports(reports).items()}

    def every_event(self) -> list[str]:
        """Return the keys of all events."""
        return list(self._connection.scalars(select(t.event.c.key).order_by(t.event.c.key)))

    def _reports(self, ids: Collection[str]) -> dict[str, Row]:
        return {row["id"]: row for row in rows_within(self._connection, select(t.report), t.report.c.id, ids)}

    def _coders(self, reports: dict[str, Row]) -> dict[str, Row]:
        ids = {row["coder"] for row in reports.values()}
        return {row["id"]: row for row in rows_within(self._connection, select(t.coder), t.coder.c.id, ids)}

    def _claims(self, events: Collection[str]) -> dict[str, list[Row]]:
        query = select(t.claim).order_by(t.claim.c.event, t.claim.c.number)
        return grouped(rows_within(self._connection, query, t.claim.c.event, events), "event")

    def _judgements(self, keys: Collection[str], keep: Callable[[Row], bool]) -> list[Judgement]:
        """Return the judgements that name an event of a set and that ``keep`` lets through, oldest first."""
        found = {
            row["id"]: row
            for column in (t.judgement.c.first, t.judgement.c.second)
            for row in rows_within(self._connection, select(t.judgement), column, keys)
            if keep(row)
        }
        return [judgement_of(row) for row in sorted(found.values(), key=lambda row: (row["time"], row["id"]))]
