"""A whole country's pack beside the world's: villages resolve, and nothing changes abroad."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.places import code_places
from dateline.gazetteer import Gazetteer, compile_pack
from dateline.language.document import Document
from tests.coding.test_places import parsed

DUMP = Path(__file__).parents[3] / "shared" / "gazetteer" / "PK.txt.gz"
pytestmark = pytest.mark.skipif(not DUMP.is_file(), reason="needs ../shared/gazetteer, the dump of Pakistan")

#: Villages of Balochistan that the world pack does not know.
VILLAGES = ("Hoshab", "Kolwa", "Buleda", "Tump", "Chamalang")
ABROAD = ("Djibo", "Gao", "Mosul", "Paris", "Donetsk", "Kandahar", "Delhi", "Georgia", "Alexandria", "Mali", "Homs")


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.open([])


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    pack = tmp_path_factory.mktemp("packs") / "PK.places.sqlite"
    compile_pack(DUMP, country="PK", target=pack)
    return Gazetteer.open([pack])


def told(village: str) -> Document:
    """Return "Gunmen attacked VILLAGE, Balochistan", parsed."""
    rows = [
        ("Gunmen", "NOUN", 1, "nsubj"),
        ("attacked", "VERB", -1, "root"),
        (village, "PROPN", 1, "obj"),
        (",", "PUNCT", 4, "punct"),
        ("Balochistan", "PROPN", 2, "appos"),
    ]
    return parsed(rows, names={village: "LOC", "Balochistan": "LOC"})


@pytest.mark.parametrize("village", VILLAGES)
def test_villages_of_balochistan_resolve_with_the_pack_of_pakistan(
    village: str, world: Gazetteer, both: Gazetteer
) -> None:
    document = told(village)
    place = code_places(document, both)[0].location
    assert (place.admin1, place.country_code, place.precision) == ("Balochistan", "PK", "exact")
    assert place.lat is not None
    assert place.lon is not None
    assert 24 < place.lat < 33
    assert 60 < place.lon < 71
    known = code_places(document, world)[0].location
    assert known.country_code == "PK"


def test_a_village_is_not_forced_onto_its_namesake_in_another_province(both: Gazetteer) -> None:
    place = code_places(told("Margat"), both)[0].location  # the pack knows one in Swat only
    assert (place.admin1, place.precision, place.lat) == ("Balochistan", "unknown", None)


@settings(max_examples=60, deadline=None)
@given(abroad=st.lists(st.sampled_from(ABROAD), min_size=1, max_size=5, unique=True))
def test_the_pack_of_a_country_changes_no_report_that_speaks_of_others(
    abroad: list[str], world: Gazetteer, both: Gazetteer
) -> None:
    document = parsed(
        [(name, "PROPN", index - 1, "nmod") for index, name in enumerate(abroad)], names=dict.fromkeys(abroad, "LOC")
    )
    assert code_places(document, both) == code_places(document, world)
