"""A ledger that is open: transactions that read, and transactions that write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import URL, Engine

from dateline.ledger.address import shown
from dateline.ledger.faults import faults_named
from dateline.ledger.reader import EventCache, Reader
from dateline.ledger.writer import Writer

#: Events that are kept in memory between transactions; about 3 kB each.
_MOST_SEEN = 20_000


class Ledger:
    """An open ledger; several may be open on one database, and those that write take turns."""

    def __init__(self, engine: Engine, url: URL) -> None:
        self._engine = engine
        self._url = url
        self._seen: EventCache = {}

    @property
    def address(self) -> str:
        """Where the ledger is, as people write it."""
        return shown(self._url)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open a transaction that reads: all questions see one state, whatever is added meanwhile."""
        with faults_named(self._url), self._engine.begin() as connection:
            yield Reader(connection, self._remembered())

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Open a transaction that writes: at its end all is kept, or nothing if anything went wrong."""
        before = self._remembered()
        with faults_named(self._url), self._engine.execution_options(writes=True).begin() as connection:
            yield Writer(connection, before)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _remembered(self) -> EventCache:
        if len(self._seen) > _MOST_SEEN:
            self._seen.clear()
        return self._seen

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
