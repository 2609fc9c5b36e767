"""The list of incidents, latest first, read a page at a time from where the last page ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, or_, select

from dateline.ledger import tables as t
from dateline.ledger.lines import Filters, IncidentLine
from dateline.ledger.rows import Row
from dateline.model import Bounds

_PAGE = 200
_STATUSES = ("killed", "injured")
_incident = t.incident.c


def list_incidents(connection: Connection, filters: Filters) -> Iterator[IncidentLine]:
    """Yield the incidents that filters let through; those whose day nobody says come last."""
    query = select(t.incident).where(*_conditions(filters)).limit(_PAGE)
    dated = query.where(_incident.first_day.is_not(None)).order_by(_incident.first_day.desc(), _incident.id)
    yield from _pages(connection, dated, _after_dated)
    if filters.first is None and filters.last is None:
        undated = query.where(_incident.first_day.is_(None)).order_by(_incident.id)
        yield from _pages(connection, undated, lambda last: _incident.id > last["id"])


def line_of(row: RowMapping) -> IncidentLine:
    """Return the line that a row holds."""
    values = {field.name: row[field.name] for field in fields(IncidentLine) if field.name not in _STATUSES}
    return IncidentLine(**values, killed=_bounds(row, "killed"), injured=_bounds(row, "injured"))


def row_of_line(line: IncidentLine) -> Row:
    """Return the row of an incident's line."""
    row: Row = {field.name: getattr(line, field.name) for field in fields(line) if field.name not in _STATUSES}
    for status, bounds in (("killed", line.killed), ("injured", line.injured)):
        for name in ("low", "best", "high"):
            row[f"{status}_{name}"] = getattr(bounds, name) if bounds else None
    return row


def _bounds(row: RowMapping, status: str) -> Bounds | None:
    low, best = row[f"{status}_low"], row[f"{status}_best"]
    return None if best is None else Bounds(low, best, row[f"{status}_high"])


def _pages(
    connection: Connection, query: Select[Any], after: Callable[[RowMapping], ColumnElement[bool]]
) -> Iterator[IncidentLine]:
    last: RowMapping | None = None
    while True:
        page = connection.execute(query.where(after(last)) if last else query).mappings().all()
        yield from map(line_of, page)
        if len(page) < _PAGE:
            return
        last = page[-1]


def _after_dated(last: RowMapping) -> ColumnElement[bool]:
    """Return what comes after a row; the day bounds where the index is read."""
    day, id = last["first_day"], last["id"]
    return and_(_incident.first_day <= day, or_(_incident.first_day < day, _incident.id > id))


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.country_code:
        yield _incident.country_code == filters.country_code.upper()
    if filters.first:
        yield _incident.last_day >= filters.first
    if filters.last:
        yield _incident.first_day <= filters.last
    if filters.kind:
        yield or_(_incident.event_type == filters.kind, _incident.sub_event_type == filters.kind)
    if filters.killed is not None:
        yield _incident.killed_best >= filters.killed
