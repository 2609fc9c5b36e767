"""The register command: a user's groups are kept, listed, and found without touching code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.register import register
from dateline.register import Register

ROWS = "id,name,kind,acronyms,countries\nx-mz,Movement for Zarbia,Rebel Group,MFZ,ML\n"


def test_a_group_that_was_added_is_known_under_every_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    mine = tmp_path / "mine.csv"
    mine.write_text(ROWS, encoding="utf-8")
    added = CliRunner().invoke(register, ["add", str(mine)])
    assert (added.exit_code, added.output) == (0, "mine: 1 actors\n")
    found = Register.open().find("MFZ")
    assert found is not None
    assert found.name == "Movement for Zarbia"
    listed = CliRunner().invoke(register, ["list"]).output.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["dateline", "mine"]


@pytest.mark.parametrize("wrong", ["id,name\nx,Y\n", ROWS + "x-2,Other,Wizards,,ML\n", "id,name,kind\n"])
def test_a_wrong_file_is_named_with_its_line_and_leaves_the_old_one(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    mine = tmp_path / "mine.csv"
    mine.write_text(ROWS, encoding="utf-8")
    CliRunner().invoke(register, ["add", str(mine)])
    mine.write_text(wrong, encoding="utf-8")
    refused = CliRunner().invoke(register, ["add", str(mine)])
    assert refused.exit_code == 1
    assert str(mine) in refused.output
    assert Register.open().find("MFZ") is not None


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    refused = CliRunner().invoke(register, ["add", str(tmp_path / "none.csv")])
    assert refused.exit_code == 1
    assert "none.csv" in refused.output
