"""The register: actors found by every name they go by, whatever the spelling."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import RegisterMalformed
from dateline.register import Actor, ActorKind, Phrases, Register, choose, fold, load_countries, nationalities

REGISTER = Register.open()
HEADER = "id,name,acronyms,aliases,kind,countries,from\n"


def test_the_register_lists_at_least_900_actors_beside_the_forces_of_every_country() -> None:
    forces = {force.id for country in load_countries() for force in country.forces()}
    assert len({actor.id for actor in REGISTER} - forces) >= 900
    assert {f"{country.code.lower()}-police" for country in load_countries()} <= {actor.id for actor in REGISTER}


def test_every_actor_has_a_source_and_every_parent_is_in_the_register() -> None:
    for actor in REGISTER:
        assert actor.source, actor.id
        assert actor.parent is None or REGISTER.get(actor.parent) is not None, actor.id


def test_countries_and_years_of_every_actor_make_sense() -> None:
    codes = {country.code for country in load_countries()}
    for actor in REGISTER:
        assert set(actor.countries) <= codes, actor.id
        assert actor.first_year is None or actor.last_year is None or actor.first_year <= actor.last_year, actor.id


def test_every_actor_is_among_the_candidates_of_each_of_its_names() -> None:
    for actor in REGISTER:
        for name in (actor.name, *actor.acronyms, *actor.aliases):
            assert actor in REGISTER.candidates(name), name


@pytest.mark.parametrize(
    ("spelling", "actor_id"),
    [
        ("Lashkar-i-Jhangvi", "pk-lej"),
        ("Baluchistan Liberation Army", "pk-bla"),
        ("Al Shebab", "so-al-shabaab"),
        ("Hizbollah", "lb-hezbollah"),
        ("Séléka", "cf-seleka"),
        ("Taleban", "af-taliban"),
    ],
)
def test_transliterations_lead_to_one_actor(spelling: str, actor_id: str) -> None:
    found = REGISTER.find(spelling)
    assert found is not None
    assert found.id == actor_id


def test_one_acronym_of_many_groups_is_decided_by_country() -> None:
    assert {actor.id for actor in REGISTER.candidates("ADF")} >= {"cd-adf", "cm-adf", "au-military"}
    for country, actor_id in (("UG", "cd-adf"), ("CM", "cm-adf"), ("AU", "au-military")):
        found = REGISTER.find("ADF", country)
        assert found is not None
        assert found.id == actor_id
    assert REGISTER.find("ADF", "NO") is None


def test_the_actor_at_home_goes_before_the_guest() -> None:
    home = Actor("x-home", "Front", ActorKind.REBEL_GROUP, countries=("ML", "NE"))
    guest = Actor("x-guest", "Front", ActorKind.REBEL_GROUP, countries=("NE", "ML"))
    assert choose((home, guest), ["ML"]) is home
    assert choose((home, guest), []) is None


def test_acronyms_count_only_in_capitals_and_names_only_with_a_capital() -> None:
    assert not list(REGISTER.matches(["it", "is", "said", "that", "the", "shining", "path", "of", "light"]))
    assert [match.candidates[0].id for match in REGISTER.matches(["the", "Shining", "Path"])] == ["pe-sl"]
    assert next(REGISTER.matches(["IS"])).is_acronym


def test_the_longest_name_wins() -> None:
    match = next(REGISTER.matches(["fighters", "of", "Islamic", "State", "West", "Africa", "Province", "said"]))
    assert (match.first, match.last, match.candidates[0].id) == (2, 6, "ng-iswap")


def test_a_users_file_adds_a_group_and_changes_the_version(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        HEADER + "td-mdz,Movement for the Dawn of Zor,MDZ,Dawn of Zor,Rebel Group,TD,2031\n", encoding="utf-8"
    )
    for extra in (file, tmp_path):
        mine = Register.open([extra])
        found = mine.find("dawn of ZOR")
        assert found is not None
        assert (found.id, found.kind, found.first_year) == ("td-mdz", ActorKind.REBEL_GROUP, 2031)
        assert mine.version.startswith(REGISTER.version + "+")
        assert len(mine) == len(REGISTER) + 1
    assert REGISTER.find("Dawn of Zor") is None


def test_a_users_actor_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(HEADER + "pk-bla,My Name for Them,,,Political Militia,PK,\n", encoding="utf-8")
    actor = Register.open([file]).get("pk-bla")
    assert actor is not None
    assert actor.name == "My Name for Them"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("id,name\nx,y\n", ":1"),
        (HEADER + "x-1,Name,,,Pirates,ML,\n", ":2"),
        (HEADER + "x-1,Name,,,Rebel Group,ML,soon\n", ":2"),
        (HEADER + "x-1,Name,,,Rebel Group,ML,2001\n,,,,,,\n", ":3"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, text: str, where: str) -> None:
    file = tmp_path / "broken.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterMalformed, match=where):
        Register.open([file])


def test_a_missing_file_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(RegisterMalformed, match=r"none\.csv"):
        Register.open([tmp_path / "none.csv"])


def test_peoples_and_adjectives_stand_for_their_country() -> None:
    for name, code in (
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("South Sudanese", "SS"),
        ("Serbs", "RS"),
        ("U.S.", "US"),
    ):
        assert list(nationalities().get(name)) == [code]


@given(
    st.lists(
        st.sampled_from(["Baloch", "Liberation", "Army", "the", "BLA", "-", "said", "Islamic", "State"]), max_size=12
    )
)
def test_matches_never_overlap_and_lie_inside_the_words(words: list[str]) -> None:
    end = -1
    for match in REGISTER.matches(words):
        assert end < match.first <= match.last < len(words)
        assert match.candidates
        end = match.last


@given(st.text(max_size=40))
def test_folding_is_done_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.lists(st.text(alphabet="abc -é'", min_size=1, max_size=8), min_size=1, max_size=6))
def test_whatever_was_added_is_found_again(names: list[str]) -> None:
    phrases = Phrases[str]()
    for name in names:
        phrases.add(name, name)
    for name in names:
        assert name in phrases.get(name) or not phrases.keys(name)
