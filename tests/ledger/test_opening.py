"""Opening a ledger: what can be wrong with it is said in a sentence, and nothing is changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dateline import errors
from dateline.ledger import Ledger, open_ledger, opening, schema, tables
from tests.ledger.made import code, report

NOW = datetime(2026, 2, 1, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ledger with one report."""
    file = tmp_path / "ledger.db"
    add(file, 1)
    return file


def add(file: Path, killed: int) -> None:
    with open_ledger(str(file), writing=True, begin=True) as ledger, ledger.writing() as writer:
        writer.add_report(code(report("Quetta", killed)), NOW)


def add_many(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        for killed in range(2, 500):
            writer.add_report(code(report("Quetta", killed)), NOW)


def reports(file: Path) -> int:
    with open_ledger(str(file)) as ledger, ledger.reading() as reader:
        return reader.counts()["report"]


def test_the_migrations_end_at_the_tables(ledger: Ledger) -> None:
    assert ScriptDirectory(str(schema._MIGRATIONS)).get_heads() == [schema.VERSIONS[-1]]
    with ledger.reading() as reader:
        context = MigrationContext.configure(reader._connection, opts={"compare_type": False})
        assert compare_metadata(context, tables.metadata) == []


def test_a_ledger_that_is_open_twice_is_begun_once(address: str) -> None:
    with (
        open_ledger(address, writing=True, begin=True),
        open_ledger(address, writing=True, begin=True) as second,
        second.reading() as reader,
    ):
        assert reader.counts()["report"] == 0


def test_a_later_version_is_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = 'ledger_9999'")
    raw.close()
    with pytest.raises(errors.LedgerNewer, match="Upgrade Dateline"):
        add(file, 2)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "photos.db"
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE photo (id)")
    raw.close()
    before = file.read_bytes()
    for begin in (True, False):
        with pytest.raises(errors.LedgerForeign, match="not a ledger"):
            open_ledger(str(file), writing=begin, begin=begin)
    assert file.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Ten people were killed.\n" * 100)
    with pytest.raises(errors.LedgerForeign):
        add(file, 1)
    assert file.read_text().startswith("Ten people")


def test_reading_begins_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(errors.LedgerMissing, match="dateline add PATH"):
        reports(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(errors.LedgerUnreachable, match="it is a folder"):
        add(tmp_path, 1)
    with pytest.raises(errors.LedgerUnreachable, match="there is no folder"):
        add(tmp_path / "no" / "ledger.db", 1)


@pytest.mark.parametrize(
    "given", ["", "mysql://host/name", "postgresql://host", "http://[", "://", "postgresql://u:secret@h:x/n"]
)
def test_an_address_that_is_none_is_a_sentence_without_the_password(given: str) -> None:
    with pytest.raises(errors.LedgerAddressMalformed) as raised:
        open_ledger(given)
    assert "secret" not in str(raised.value)


def test_a_server_that_does_not_answer_is_named_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(errors.LedgerUnreachable) as raised:
        open_ledger(f"postgresql://desk:secret@/ledger?host={tmp_path}")
    assert "secret" not in str(raised.value)


def test_a_full_disk_loses_nothing_that_was_added(file: Path) -> None:
    with open_ledger(str(file), writing=True) as ledger:
        with ledger.writing() as writer:
            pages = writer._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            writer._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(errors.LedgerFull, match="make room"):
            add_many(ledger)
    assert reports(file) == 1
    add(file, 2)
    assert reports(file) == 2


def test_a_writer_that_never_ends_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.01)
    raw = sqlite3.connect(file, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    try:
        assert reports(file) == 1
        with pytest.raises(errors.LedgerBusy, match="Nothing is lost"):
            add(file, 2)
    finally:
        raw.close()


def test_a_damaged_file_is_named(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    file.write_bytes(data)
    with pytest.raises((errors.LedgerDamaged, errors.LedgerForeign)):
        reports(file)


def test_a_ledger_without_the_right_to_write_is_read_and_not_written(file: Path) -> None:
    file.chmod(0o444)
    file.parent.chmod(0o555)
    program = (
        "import os, sys; from tests.ledger.test_opening import add, errors, reports, Path\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "print(reports(Path(sys.argv[1])))\n"
        "try: add(Path(sys.argv[1]), 2)\n"
        "except errors.LedgerReadOnly as error: print(error)\n"
    )
    for folder in file.parents:
        if folder != Path("/tmp") and os.access(folder, os.W_OK) and "pytest" in str(folder):  # noqa: S108
            folder.chmod(0o755)
    file.parent.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], capture_output=True, text=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "HOME": "/"},
    )  # fmt: skip
    file.parent.chmod(0o755)
    assert done.stdout.splitlines()[0] == "1", done.stderr
    assert "cannot be written" in done.stdout
