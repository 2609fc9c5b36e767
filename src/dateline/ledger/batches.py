"""Queries about many ids, asked a few hundred at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select

from dateline.ledger.rows import Row

#: Parameters of one query: below the least that any SQLite allows, 999.
BATCH = 400


def in_batches(values: Collection[str]) -> Iterator[list[str]]:
    """Yield values in order, a batch at a time.

    >>> list(in_batches({"b", "a"}))
    [['a', 'b']]
    """
    ordered = sorted(values)
    return (ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH))


def rows_within(
    connection: Connection, query: Select[Any], column: ColumnElement[str], values: Collection[str]
) -> Iterator[Row]:
    """Yield the rows of a query in which a column has one of some values."""
    for batch in in_batches(values):
        for row in connection.execute(query.where(column.in_(batch))).mappings():
            yield dict(row)


def grouped(rows: Iterable[Row], name: str) -> defaultdict[str, list[Row]]:
    """Return rows by the value of one of their columns, in order."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[name]].append(row)
    return found
