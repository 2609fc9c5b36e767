"""Parts: an event inside another of the same report, by place and days."""

from datetime import date

from dateline.linking import find_parts
from dateline.model import Role
from tests.linking.told import BALOCHISTAN, KANO, NUSHKI, QUETTA, told


def test_a_town_is_a_part_of_the_provinces_wave() -> None:
    wave, part = told("a", place=BALOCHISTAN), told("a", place=NUSHKI, event="e2")
    assert find_parts([part, wave]) == {"a/e2": "a/e1"}


def test_a_place_that_the_wave_names_is_a_part_of_it() -> None:
    wave, part = told("a", place=QUETTA, other_locations=("Nushki",)), told("a", place=NUSHKI, event="e2")
    assert find_parts([wave, part]) == {"a/e2": "a/e1"}


def test_another_day_another_report_another_side_or_background_is_no_part() -> None:
    wave = told("a", place=BALOCHISTAN, perpetrators=("Baloch Liberation Army",))
    others = [
        told("a", date(2026, 1, 20), NUSHKI, event="e2"),
        told("b", place=NUSHKI),
        told("a", place=NUSHKI, event="e3", perpetrators=("Tehrik-i-Taliban Pakistan",)),
        told("a", place=NUSHKI, event="e4", role=Role.BACKGROUND),
        told("a", place=KANO, event="e5"),
    ]
    assert find_parts([wave, *others]) == {}


def test_one_side_in_other_words_is_one_side() -> None:
    wave = told("a", place=BALOCHISTAN, perpetrators=("Baloch Liberation Army",))
    assert find_parts([wave, told("a", place=NUSHKI, event="e2", perpetrators=("separatists",))]) == {"a/e2": "a/e1"}
