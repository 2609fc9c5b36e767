"""What a database says when something is wrong, as the sentences of :mod:`dateline.errors`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from dateline.errors import (
    DatelineError,
    LedgerBusy,
    LedgerDamaged,
    LedgerForeign,
    LedgerFull,
    LedgerReadOnly,
    LedgerUnreachable,
)
from dateline.ledger.address import shown

#: How long a writer waits for another before it gives up, in seconds.
PATIENCE = 60

_Named = Callable[[str, str], DatelineError]


def _busy(address: str, why: str) -> DatelineError:
    return LedgerBusy(address, PATIENCE)


def _read_only(address: str, why: str) -> DatelineError:
    return LedgerReadOnly(address)


def _full(address: str, why: str) -> DatelineError:
    return LedgerFull(address)


def _foreign(address: str, why: str) -> DatelineError:
    return LedgerForeign(address)


#: SQLite's result codes; the extended code of a failure is looked up before its last byte, the primary code.
_SQLITE: dict[int, _Named] = {
    sqlite3.SQLITE_BUSY: _busy,
    sqlite3.SQLITE_LOCKED: _busy,
    sqlite3.SQLITE_READONLY: _read_only,
    sqlite3.SQLITE_PERM: _read_only,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_IOERR_SHMSIZE: _full,
    sqlite3.SQLITE_NOTADB: _foreign,
    sqlite3.SQLITE_CANTOPEN: LedgerUnreachable,
    sqlite3.SQLITE_CORRUPT: LedgerDamaged,
    sqlite3.SQLITE_IOERR: LedgerDamaged,
}
#: PostgreSQL's SQLSTATE: disk full, read-only transaction, no right, lock not to be had.
_POSTGRES: dict[str, _Named] = {"53100": _full, "25006": _read_only, "42501": _read_only, "55P03": _busy}


@contextmanager
def faults_named(url: URL) -> Iterator[None]:
    """Raise what goes wrong in the database at ``url`` as an error of Dateline's; our own faults stay as they are."""
    try:
        yield
    except DBAPIError as error:
        found = _named(error.orig, url, isinstance(error, OperationalError))
        raise found or error from (None if found else error.__cause__)
    except sqlite3.Error as error:
        found = _named(error, url, isinstance(error, sqlite3.OperationalError))
        raise found or error from None


def _named(error: BaseException | None, url: URL, is_operational: bool) -> DatelineError | None:
    address, why = shown(url), " ".join(str(error).split())
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        named = _SQLITE.get(code) or _SQLITE.get(code & 0xFF)
        return named(address, why) if named else None
    state = getattr(error, "sqlstate", None)
    if state in _POSTGRES:
        return _POSTGRES[state](address, why)
    return LedgerUnreachable(address, why) if is_operational else None
