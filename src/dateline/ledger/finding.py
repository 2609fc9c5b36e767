"""Ids as people type them: the beginning is enough where only one begins so."""

from __future__ import annotations

from sqlalchemy import Column, Connection, select

from dateline.errors import EventUnknown, IdAmbiguous, IncidentUnknown
from dateline.ledger import tables as t

_SHOWN = 4


def find_incident(connection: Connection, given: str) -> str:
    """Return the id of the incident that ``given`` begins, or to which the event with this key belongs."""
    wanted = given.strip().lower()
    found = _beginning(connection, t.incident.c.id, wanted)
    if not found and "/" in wanted:
        key = find_event(connection, given)
        found = list(connection.scalars(select(t.member.c.incident).where(t.member.c.event == key)))
    if not found:
        raise IncidentUnknown(given)
    return _only(given, found, wanted)


def find_event(connection: Connection, given: str) -> str:
    """Return the key of the event that ``given`` names: a key, of whose report the beginning is enough."""
    report, slash, name = given.strip().lower().partition("/")
    if not report:
        raise EventUnknown(given)
    found = [
        key
        for key in _beginning(connection, t.event.c.key, report, limit=None)
        if not slash or key.partition("/")[2] == name
    ]
    if not found:
        raise EventUnknown(given)
    return _only(given, found, f"{report}/{name}")


def _beginning(connection: Connection, column: Column[str], wanted: str, limit: int | None = _SHOWN) -> list[str]:
    """Return the ids that begin with ``wanted``, in order: by range, which an index serves."""
    if not wanted:
        return []
    query = select(column).where(column >= wanted, column < wanted + "\U0010ffff").order_by(column)
    return list(connection.scalars(query.limit(limit) if limit else query))


def _only(given: str, found: list[str], exact: str) -> str:
    if len(found) == 1 or exact in found:
        return exact if exact in found else found[0]
    more = ", …" if len(found) > _SHOWN - 1 else ""
    raise IdAmbiguous(given, ", ".join(found[: _SHOWN - 1]) + more)
