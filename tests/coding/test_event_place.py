"""Choosing the place of each event: the kinds of mistakes that readers would not make."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dateline.coding.event_place import choose_places
from dateline.coding.place_precision import acled_geo_precision, ucdp_where_precision
from dateline.coding.place_reasons import Telling
from dateline.coding.places import code_places
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document
from dateline.model import Location

pytestmark = pytest.mark.skipif(
    not (files("dateline.language") / "data" / "model.onnx").is_file(), reason="the language model is not installed"
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open([])


def parse(text: str) -> Document:
    from dateline.language.parser import load_parser

    return load_parser(1).parse(text)


def tells(document: Document, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple((s.index, w.index) for word in words for s in document.sentences for w in s.words if w.text == word)


def place_of(gazetteer: Gazetteer, text: str, *triggers: str, role: str = "story") -> Location | None:
    document = parse(text)
    places = code_places(document, gazetteer)
    return choose_places(document, places, [Telling(tells(document, *triggers), role)], gazetteer)[0][0]


def name_of(gazetteer: Gazetteer, text: str, *triggers: str) -> str | None:
    place = place_of(gazetteer, text, *triggers)
    return place.name if place else None


def test_a_street_or_a_building_gives_way_to_its_town(gazetteer: Gazetteer) -> None:
    text = "A bomb exploded on Istiklal Avenue in Istanbul on Sunday and killed six people."
    assert name_of(gazetteer, text, "exploded", "killed") == "Istanbul"


def test_the_town_that_a_bearing_is_taken_from_is_not_the_place(gazetteer: Gazetteer) -> None:
    text = "Gunmen killed ten villagers in Djibo, 200 km north of Ouagadougou, on Sunday."
    assert name_of(gazetteer, text, "killed") == "Djibo"


def test_the_seat_of_the_speaker_is_not_the_place(gazetteer: Gazetteer) -> None:
    text = "A landmine killed four soldiers in Gao on Monday. An official in Bamako said six more were wounded."
    assert name_of(gazetteer, text, "killed", "wounded") == "Gao"


def test_the_town_in_the_text_wins_over_the_dateline(gazetteer: Gazetteer) -> None:
    text = "KABUL, May 4 (Reuters) — A suicide bomber killed nine policemen in Kandahar on Tuesday."
    assert name_of(gazetteer, text, "killed") == "Kandahar"


def test_an_event_that_only_names_the_country_lies_in_the_country(gazetteer: Gazetteer) -> None:
    place = place_of(gazetteer, "Fifty people were killed in protests in Kenya last year.", "killed", role="background")
    assert place is not None
    assert (place.name, place.precision) == ("Kenya", "country")


def test_a_name_inside_the_span_of_an_actor_is_no_place_unless_a_pack_knows_it(gazetteer: Gazetteer) -> None:
    from dateline.model import PlaceMention, Span

    document = parse("Fighters of the Zzyxor attacked a post in Gao on Monday.")
    at = document.text.index("Zzyxor")
    span = Span(at, at + 6, "Zzyxor")
    places = [PlaceMention(span, Location("Zzyxor")), *code_places(document, gazetteer)]
    places = list({place.span.start: place for place in places}.values())
    [(place, others)] = choose_places(document, places, [Telling(tells(document, "attacked"))], gazetteer, [span])
    assert place is not None
    assert place.name == "Gao"
    assert "Zzyxor" not in others


def test_two_events_of_a_report_get_a_place_each(gazetteer: Gazetteer) -> None:
    document = parse("A bomb killed three people in Mosul on Monday. Gunmen shot two policemen in Kirkuk the same day.")
    events = [Telling(tells(document, "killed")), Telling(tells(document, "shot"))]
    chosen = choose_places(document, code_places(document, gazetteer), events, gazetteer)
    assert [place.name if place else None for place, _ in chosen] == ["Mosul", "Kirkuk"]


def test_near_a_town_is_less_exact_than_in_it_and_says_why(gazetteer: Gazetteer) -> None:
    place = place_of(gazetteer, "Gunmen killed ten soldiers near Djibo on Sunday.", "killed")
    assert place is not None
    assert (place.name, place.precision, place.phrase) == ("Djibo", "near", "near Djibo")
    assert (acled_geo_precision(place), ucdp_where_precision(place)) == (2, 2)


def test_a_bearing_without_another_place_is_kept_with_its_words(gazetteer: Gazetteer) -> None:
    place = place_of(gazetteer, "A convoy was ambushed 20 km south of Quetta on Sunday.", "ambushed")
    assert place is not None
    assert (place.name, place.precision, place.phrase) == ("Quetta", "near", "20 km south of Quetta")


def test_a_unique_town_keeps_its_country_where_only_the_enemy_is_named(gazetteer: Gazetteer) -> None:
    place = place_of(gazetteer, "Rescuers in Ternopil clear the rubble of a block that Russia struck.", "struck")
    assert place is not None
    assert (place.name, place.country_code) == ("Ternopil", "UA")


def test_an_unknown_village_lies_in_the_division_said_and_never_in_a_neighbour(gazetteer: Gazetteer) -> None:
    text = "Gunmen attacked Zzyxane village in Tillaberi region, near the border with Mali, and killed ten in Niger."
    place = place_of(gazetteer, text, "attacked")
    assert place is not None
    assert place.country_code == "NE"


@pytest.mark.parametrize(
    ("precision", "acled", "ucdp"),
    [("exact", 1, 1), ("near", 2, 2), ("admin2", 2, 3), ("admin1", 3, 4), ("region", 3, 5), ("country", None, 6)],
)
def test_each_precision_has_its_code_in_acled_and_in_ucdp(precision: str, acled: int | None, ucdp: int) -> None:
    place = Location("Somewhere", precision=precision)
    assert (acled_geo_precision(place), ucdp_where_precision(place)) == (acled, ucdp)


def test_an_unknown_name_is_as_exact_as_what_it_is_pinned_to_and_the_sea_is_the_sea() -> None:
    assert ucdp_where_precision(Location("Tawoos", admin1="Zabul", country_code="AF")) == 4
    assert ucdp_where_precision(Location("Tawoos", country_code="AF")) == 6
    assert acled_geo_precision(Location("Tawoos", country_code="AF")) is None
    assert ucdp_where_precision(Location("Red Sea", feature="SEA", precision="region")) == 7
    assert ucdp_where_precision(None) is None
