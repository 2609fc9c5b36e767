"""The databases that every test of the ledger runs on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.ledger import Ledger, open_ledger
from tests.postgres import Server, find_programs

NO_SERVER = "PostgreSQL's server is not installed: the ledger is tested on SQLite alone (apt-get install postgresql)"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; DATELINE_NEED_POSTGRES says that its absence is a failure."""
    programs = find_programs()
    if programs is None and os.environ.get("DATELINE_NEED_POSTGRES"):
        pytest.fail(NO_SERVER)
    if programs is None:
        pytest.skip(NO_SERVER)
    with Server(programs) as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is empty."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    new: str = request.getfixturevalue("server").new_database()
    return new


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An open ledger with nothing in it."""
    with open_ledger(address, writing=True, begin=True) as opened:
        yield opened
