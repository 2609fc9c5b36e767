"""The gazetteer commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.gazetteer import gazetteer

GOOD = "\t".join(["7", "Kili", "Kili", "", "30", "67", "P", "PPL", "PK", *[""] * 5, "0", *[""] * 4])


def test_an_added_pack_is_listed_with_its_licence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    dump = tmp_path / "villages.txt"
    dump.write_text(GOOD, encoding="utf-8")
    added = CliRunner().invoke(gazetteer, ["add", str(dump), "--country", "PK"])
    assert added.exit_code == 0, added.output
    listed = CliRunner().invoke(gazetteer, ["list"]).output.splitlines()
    assert [row.split("\t")[0] for row in listed] == ["world", "villages"]
    assert "CC BY 4.0" in listed[1]


def test_a_wrong_file_is_named_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    result = CliRunner().invoke(gazetteer, ["add", str(tmp_path / "none.txt")])
    assert result.exit_code == 1
    assert "none.txt" in result.output
