"""Opening a ledger: the connection to its database, its schema checked and brought up to date."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError

from dateline.errors import DriverMissing, LedgerMissing, LedgerReadOnly, LedgerUnreachable
from dateline.ledger.address import DEFAULT, file_of, find_address, shown
from dateline.ledger.faults import PATIENCE, faults_named
from dateline.ledger.ledger import Ledger
from dateline.ledger.schema import VERSIONS, migrate, read_version

#: The lock by which writers of one PostgreSQL database take turns: "dateline" in ASCII.
_TURN = int.from_bytes(b"dateline", "big")


def open_ledger(given: str = DEFAULT, *, writing: bool = False, begin: bool = False) -> Ledger:
    """Return the ledger at a file name or URL; ``writing`` sees that it can be written, ``begin`` makes one if needed.

    Raises an error of :mod:`dateline.errors` that says what is wrong and what to do: LedgerAddressMalformed,
    LedgerMissing, LedgerForeign, LedgerNewer, LedgerReadOnly, LedgerUnreachable and others named Ledger.
    """
    url = find_address(given)
    with faults_named(url):
        engine = _engine(url, writing, begin)
        try:
            _prepare(engine, url, begin)
        except BaseException:
            engine.dispose()
            raise
    return Ledger(engine, url)


def _engine(url: URL, writing: bool, begin: bool) -> Engine:
    file = file_of(url)
    if file is None:
        return _postgres(url)
    if not begin and not _has_content(file):
        raise LedgerMissing(shown(url))
    if not file.parent.is_dir():
        raise LedgerUnreachable(shown(url), f"there is no folder {file.parent}")
    if file.is_dir():
        raise LedgerUnreachable(shown(url), "it is a folder")
    may_write = os.access(file if file.exists() else file.parent, os.W_OK) and os.access(file.parent, os.W_OK)
    if writing and not may_write:
        raise LedgerReadOnly(shown(url))
    return _sqlite(file, may_write)


def _has_content(file: Path) -> bool:
    return file.exists() and (file.is_dir() or file.stat().st_size > 0)


def _sqlite(file: Path, may_write: bool) -> Engine:
    address = file.resolve().as_uri()
    if not may_write:
        # SQLite keeps notes beside a file that it reads; where it cannot, the file must not change meanwhile.
        address += "?mode=ro" if file.with_name(f"{file.name}-wal").exists() else "?mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, pool_reset_on_return=None)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its turn at the start: a reader that turns writer could only fail.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(url: URL) -> Engine:
    try:
        engine = create_engine(url, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError:
        raise DriverMissing(shown(url)) from None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")

    return engine


def _prepare(engine: Engine, url: URL, begin: bool) -> None:
    """See that the database is a ledger of today's schema; make it one if it is empty or older."""
    with engine.connect() as connection:
        version = read_version(connection, url)
    if version == VERSIONS[-1]:
        return
    if version is None and not begin:
        raise LedgerMissing(shown(url))
    if engine.dialect.name == "sqlite":
        _keep_a_log(engine)
    with engine.execution_options(writes=True).begin() as connection:
        if read_version(connection, url) != VERSIONS[-1]:
            migrate(connection)


def _keep_a_log(engine: Engine) -> None:
    """Let readers read while one writes (WAL); two programs that begin a ledger at once may have to try again."""
    for attempt in range(1, 6):
        raw: Any = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except (sqlite3.OperationalError, OperationalError):
            if attempt == 5:
                raise
            time.sleep(0.1 * attempt)
        finally:
            raw.close()
