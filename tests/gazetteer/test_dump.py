"""Compiling dumps: a wrong file says where, and leaves the old pack alone."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.errors import InputMissing, InputUnreadable, PackUnreadable, PlacesMalformed
from dateline.gazetteer import Gazetteer, Pack, compile_pack

GOOD = "\t".join(["7", "Kili", "Kili", "", "30", "67", "P", "PPL", "PK", *[""] * 5, "0", *[""] * 4])


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out" / "PK.places.sqlite"


def test_a_broken_line_is_named_and_the_old_pack_stays(tmp_path: Path, target: Path) -> None:
    dump = tmp_path / "PK.txt"
    dump.write_text(GOOD + "\n", encoding="utf-8")
    compile_pack(dump, target=target)
    before = target.read_bytes()
    dump.write_text(GOOD + "\n" + "8\tonly two\n", encoding="utf-8")
    with pytest.raises(PlacesMalformed, match=r"PK\.txt, line 2"):
        compile_pack(dump, target=target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize(
    "broken", [GOOD.replace("30", "95"), GOOD.replace("67", "east"), GOOD.replace("7\tKili\t", "x\tKili\t", 1)]
)
def test_a_place_off_the_earth_or_without_numbers_is_refused(tmp_path: Path, target: Path, broken: str) -> None:
    dump = tmp_path / "PK.txt"
    dump.write_text(broken, encoding="utf-8")
    with pytest.raises(PlacesMalformed, match="line 1"):
        compile_pack(dump, target=target)


def test_a_truncated_archive_is_unreadable(tmp_path: Path, target: Path) -> None:
    dump = tmp_path / "PK.txt.gz"
    dump.write_bytes(gzip.compress(GOOD.encode())[:-12])
    with pytest.raises(InputUnreadable):
        compile_pack(dump, target=target)
    assert not target.exists()


def test_a_missing_file_and_a_country_that_is_not_in_it_are_named(tmp_path: Path, target: Path) -> None:
    with pytest.raises(InputMissing):
        compile_pack(tmp_path / "none.txt", target=target)
    dump = tmp_path / "PK.txt"
    dump.write_text(GOOD, encoding="utf-8")
    with pytest.raises(InputUnreadable, match="ML"):
        compile_pack(dump, country="ml", target=target)


def test_a_file_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.places.sqlite"
    wrong.write_text("not a database, but long enough to be read as one" * 30, encoding="utf-8")
    with pytest.raises(PackUnreadable, match="wrong"):
        Pack(wrong)


def test_packs_in_the_data_directory_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    dump = tmp_path / "PK.txt"
    dump.write_text(GOOD, encoding="utf-8")
    assert compile_pack(dump).places == 1
    assert "PK@" in Gazetteer.open().version
