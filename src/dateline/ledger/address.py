"""Where a ledger is: a file, or a database of PostgreSQL by URL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dateline.errors import LedgerAddressMalformed

#: The ledger when nobody names another: a file in the working directory.
DEFAULT = "dateline.db"
_POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")
_SQLITE = ("sqlite", "sqlite+pysqlite")


def find_address(given: str = DEFAULT) -> URL:
    """Return the address that a file name or a URL stands for; LedgerAddressMalformed when it stands for none.

    >>> find_address("ledgers/pakistan.db").database
    'ledgers/pakistan.db'
    >>> find_address("postgres://desk@localhost/ledger").drivername
    'postgresql+psycopg'
    >>> find_address("mysql://localhost/ledger")
    Traceback (most recent call last):
    dateline.errors.LedgerAddressMalformed: mysql://localhost/ledger: not the address of a ledger (...). Name a file ...
    """
    if "://" not in given:
        return _file(given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise LedgerAddressMalformed(_without_password(given), "it is no URL") from None
    if url.drivername in _SQLITE:
        return _file(url.database or "")
    if url.drivername not in _POSTGRES:
        raise LedgerAddressMalformed(shown(url), f"{url.drivername} is not a database that Dateline keeps ledgers in")
    if not url.database:
        raise LedgerAddressMalformed(shown(url), "it names no database")
    return url.set(drivername="postgresql+psycopg")


def shown(url: URL) -> str:
    """Return an address as people write it, without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername=url.drivername.partition("+")[0]).render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """Return the file of a ledger in SQLite, None for another."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def _file(name: str) -> URL:
    if not name.strip() or name == ":memory:" or "\0" in name:
        raise LedgerAddressMalformed(name.replace("\0", "?"), "it names no file")
    return URL.create("sqlite", database=name)


def _without_password(given: str) -> str:
    scheme, _, rest = given.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
