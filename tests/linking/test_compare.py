"""Comparisons: each pair of values comes out as one level, the same from both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.linking.actors import compare_actors
from dateline.linking.compare import compare_facts, compare_texts
from dateline.linking.counts import compare_counts
from dateline.linking.dates import compare_dates
from dateline.linking.places import compare_places
from dateline.linking.weights import load_weights
from dateline.model import DatePrecision, Location, ReportedEvent, Status
from tests.linking.told import BALOCHISTAN, DAY, KANO, LAHORE, NUSHKI, PAKISTAN, QUETTA, told

UNKNOWN = Location("Nushki District", admin1="Balochistan", country_code="PK")
NEAR = replace(QUETTA, name="Sariab", geonameid=77, lat=30.15)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (QUETTA, QUETTA, "the same place"),
        (NUSHKI, UNKNOWN, "the same place"),
        (QUETTA, NEAR, "within 10 km"),
        (BALOCHISTAN, BALOCHISTAN, "the same area"),
        (QUETTA, BALOCHISTAN, "one place is inside the other"),
        (QUETTA, NUSHKI, "another place of the division"),
        (QUETTA, LAHORE, "another place of the country"),
        (QUETTA, PAKISTAN, "one is only placed in the country"),
        (QUETTA, KANO, "another country"),
        (QUETTA, None, "a place is not said"),
    ],
)
def test_places(one: Location, other: Location | None, level: str) -> None:
    a, b = told("a", place=one).event, told("b", place=other).event
    assert compare_places(a, b) == compare_places(b, a) == level


@pytest.mark.parametrize(
    ("day", "precision", "level"),
    [
        (DAY, DatePrecision.DAY, "the same day"),
        (date(2026, 2, 1), DatePrecision.DAY, "one day apart"),
        (date(2026, 2, 3), DatePrecision.DAY, "two or three days apart"),
        (date(2026, 2, 6), DatePrecision.DAY, "within a week"),
        (date(2026, 3, 6), DatePrecision.DAY, "further apart"),
        (DAY, DatePrecision.MONTH, "one day is in the other's month"),
        (DAY, DatePrecision.YEAR, "one day is in the other's year"),
        (None, DatePrecision.UNKNOWN, "a day is not said"),
    ],
)
def test_days(day: date | None, precision: DatePrecision, level: str) -> None:
    a, b = told("a"), told("b", day, date_precision=precision)
    assert compare_dates(a, b) == compare_dates(b, a) == level


@pytest.mark.parametrize(
    ("first", "later", "level"),
    [(3, 3, "the same figure"), (41, 41, "the same high figure"), (10, 31, "risen"), (10, 145, "risen far"),
     (20, 12, "fallen"), (145, 10, "fallen far"), (10, None, "a figure is not said"),
     (None, None, "no figure in either")],
)  # fmt: skip
def test_tolls_rise_more_readily_than_they_fall(first: int | None, later: int | None, level: str) -> None:
    a, b = told("a", killed=first), told("b", killed=later, published=date(2026, 2, 2))
    assert compare_counts(a, b, Status.KILLED) == compare_counts(b, a, Status.KILLED) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Baloch Liberation Army", "BLA", "the same actor"),
        ("Baloch Liberation Army", "Tehrik-i-Taliban Pakistan", "other actors"),
        ("armed separatists", "separatists", "actors in the same words"),
        ("gunmen", "dacoits", "actors in other words"),
        ("gunmen", "", "an actor is not said"),
    ],
)
def test_actors_go_by_the_register_and_then_by_their_words(one: str, other: str, level: str) -> None:
    a, b = told("a", perpetrators=(one,)).event, told("b", perpetrators=(other,) if other else ()).event
    assert compare_actors(a, b) == compare_actors(b, a) == level


def test_every_level_that_comes_out_has_a_weight() -> None:
    weights = load_weights()
    events = [told(f"r{n}", place=place) for n, place in enumerate((QUETTA, BALOCHISTAN, None, KANO))]
    pairs: list[tuple[ReportedEvent, ReportedEvent]] = [(a, b) for a in events for b in events if a is not b]
    for a, b in pairs:
        for name, level in (*compare_facts(a, b), *compare_texts(a, b)):
            assert name in ("abducted", "detained") or level in weights.levels[name], (name, level)
