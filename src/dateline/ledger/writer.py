"""Writing to a ledger: rows are added, and none that is there is touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import Table, delete
from sqlalchemy.dialects import postgresql, sqlite

from dateline.ledger import tables as t
from dateline.ledger.batches import in_batches
from dateline.ledger.ids import content_hash, given_id, issue_id, judgement_id, report_id
from dateline.ledger.lines import Edit, IncidentLine
from dateline.ledger.listing import row_of_line
from dateline.ledger.reader import Reader
from dateline.ledger.rows import Row, coder_row, judgement_row, rows_of
from dateline.model import CodedReport, Issue, Judgement

#: Rows of one insert: of the widest table (claim, 20 columns), below SQLite's limit of 32,766 parameters.
_ROWS = 500


class Writer(Reader):
    """Additions to a ledger within one transaction: all of them are kept, or none."""

    def add_report(self, coded: CodedReport, now: datetime) -> CodedReport:
        """Add a report with its coding and return it under its id in the ledger; nothing changes if it is there."""
        named = replace(coded, report=replace(coded.report, id=report_id(coded.report)))
        if self.has_report(named.report.id):
            return named
        self._insert(t.coder, [coder_row(coded.coder)])
        rows = rows_of(named, given_id(coded.report))
        rows["report"][0]["added"] = now
        for table in (t.report, t.statement, t.event, t.claim):
            self._insert(table, rows[table.name])
        return named

    def add_block_keys(self, block_keys: Mapping[str, Iterable[str]]) -> None:
        """Add the block keys of events, by event."""
        rows = [{"event": event, "key": key} for event, keys in block_keys.items() for key in sorted(set(keys))]
        self._insert(t.block_key, rows)

    def add_judgements(self, judgements: Iterable[Judgement], now: datetime) -> None:
        """Add judgements; those without a time are made now."""
        timed = [one if one.time else replace(one, time=now) for one in judgements]
        self._insert(t.judgement, [judgement_row(one) | {"id": judgement_id(one)} for one in timed])

    def add_edit(self, edit: Edit) -> None:
        """Add what a person corrected."""
        id = content_hash(edit.subject, edit.field, edit.value, edit.author, edit.time.isoformat(), edit.reason)
        self._insert(t.edit, [asdict(edit) | {"id": id}])

    def add_issue(self, issue: Issue, now: datetime) -> None:
        """Add an input that could not be coded."""
        row = {"id": issue_id(issue), "input": issue.id, "code": issue.code, "message": issue.message, "time": now}
        self._insert(t.issue, [row])

    def keep_incidents(self, lines: Collection[IncidentLine], members: Mapping[str, str]) -> None:
        """Keep at hand what has become of events: the incident of each, and the lines of these incidents.

        The lines of the incidents that the events belonged to before are let go.
        """
        old = set(self.incidents_of(members).values())
        self._delete(t.member, t.member.c.event, members)
        self._delete(t.incident, t.incident.c.id, old | {line.id for line in lines})
        self._insert(t.member, [{"event": event, "incident": incident} for event, incident in members.items()])
        self._insert(t.incident, [row_of_line(line) for line in lines])

    def _insert(self, table: Table, rows: list[Row]) -> None:
        """Insert rows; one whose key is there already changes nothing."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(table).on_conflict_do_nothing()
        for start in range(0, len(rows), _ROWS):
            self._connection.execute(statement, rows[start : start + _ROWS])

    def _delete(self, table: Table, column, values: Collection[str]) -> None:  # type: ignore[no-untyped-def]
        for batch in in_batches(values):
            self._connection.execute(delete(table).where(column.in_(batch)))
