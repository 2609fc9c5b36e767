"""The gazetteer: names to places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.gazetteer import Gazetteer, compile_pack
from dateline.gazetteer.names import fold


def line(
    id_: int, name: str, feature: str, country: str, lat: float, lon: float, admin1: str = "", admin2: str = ""
) -> str:
    """One place in GeoNames' columns."""
    cells = [str(id_), name, name, "", str(lat), str(lon), feature[0], feature, country, "", admin1, admin2]
    return "\t".join([*cells, "", "", "0", "", "", "", ""])


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.open([])


@pytest.fixture(scope="module")
def village_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    rows = [
        line(1, "Balochistan", "ADM1", "PK", 28, 66, "1"),
        line(2, "Quetta", "ADM2", "PK", 30.2, 67, "1", "2"),
        line(3, "Kili Example", "PPL", "PK", 30.1, 66.9, "1", "2"),
        line(4, "Paris", "PPL", "PK", 30.3, 66.8, "1", "2"),
        line(5, "Nowhere Said", "PPL", "PK", 30.1, 66.9),
    ]
    dump = folder / "PK.txt"
    dump.write_text("\n".join(rows) + "\n", encoding="utf-8")
    compile_pack(dump, target=folder / "PK.places.sqlite")
    return folder / "PK.places.sqlite"


@pytest.mark.parametrize(
    ("name", "feature", "country", "admin1"),
    [
        ("Quetta", "PPL", "PK", "Balochistan"),
        ("Segou", "ADM1", "ML", "Ségou"),
        ("Raqqa", "ADM1", "SY", "Raqqa"),
        ("NWFP", "ADM1", "PK", "Khyber Pakhtunkhwa"),
        ("Basilan", "ADM1", "PH", "Basilan"),
        ("DRC", "PCLI", "CD", None),
        ("Donbas", "RGN", "UA", None),
        ("Minsk", "PPL", "BY", "Minsk"),
    ],
)
def test_a_name_reporters_use_is_found(
    world: Gazetteer, name: str, feature: str, country: str, admin1: str | None
) -> None:
    assert any((p.feature, p.country_code, p.admin1) == (feature, country, admin1) for p in world.lookup(name))


def test_a_name_nobody_knows_has_no_places(world: Gazetteer) -> None:
    assert world.lookup("Xyzzyplugh") == ()


def test_every_country_has_a_place_and_a_name(world: Gazetteer) -> None:
    for code, country in world.atlas.countries.items():
        assert country.place in world.lookup(country.name), code


def test_a_pack_adds_villages_with_their_divisions(village_pack: Path) -> None:
    (village,) = Gazetteer.open([village_pack]).lookup("Kili Example")
    assert (village.admin1, village.admin2, village.pack) == ("Balochistan", "Quetta", "PK")


def test_a_village_whose_dump_names_no_division_takes_its_neighbours(village_pack: Path) -> None:
    (village,) = Gazetteer.open([village_pack]).lookup("Nowhere Said")
    assert village.admin1 == "Balochistan"


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(["Paris", "Kili Example", "Quetta", "Balochistan", "Georgia", "Pakistan", "Ghazni", "London"])
)
def test_adding_a_pack_never_changes_places_of_other_countries(name: str, world: Gazetteer, village_pack: Path) -> None:
    def abroad(gazetteer: Gazetteer) -> list[object]:
        return [place for place in gazetteer.lookup(name) if place.country_code != "PK"]

    assert abroad(Gazetteer.open([village_pack])) == abroad(world)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_looked_up_twice_with_one_answer(world: Gazetteer, name: str) -> None:
    assert world.lookup(name) == world.lookup(name)


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_the_version_names_every_pack(village_pack: Path) -> None:
    assert [part.split("@")[0] for part in Gazetteer.open([village_pack]).version.split()] == ["world", "PK"]


def test_another_romanisation_finds_the_one_town_it_may_be(world: Gazetteer) -> None:
    found = world.lookup_like("Tajoura", "LY")
    assert found is not None
    assert found.admin1 == "Tripoli"
    assert world.lookup_like("Tajoura", "US") is None
