"""Judgements: which pairs are looked at, what is said of them, and why."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from dateline.linking import block_keys, cluster_events, propose_judgements
from dateline.linking.blocks import lookup_keys
from dateline.model import DatePrecision, ReportedEvent, Role, Verdict
from tests.linking.told import BALOCHISTAN, DAY, KANO, LAHORE, NUSHKI, PAKISTAN, QUETTA, told

WEATHER = "Rain fell on the farmers of the plain, who had waited for months, and the price of seed went down again."


def verdicts(*events: ReportedEvent) -> list[Verdict]:
    return [one.verdict for one in propose_judgements(events, ())]


def test_two_reports_of_one_attack_are_the_same_and_the_reason_says_why() -> None:
    [one] = propose_judgements([told("b", killed=12, published=date(2026, 2, 1))], [told("a")])
    assert (one.first, one.second, one.verdict) == ("a/e1", "b/e1", Verdict.SAME)
    assert "place: the same place (+" in one.reason
    assert "date: the same day (+" in one.reason
    assert one.author.startswith("dateline-linking ")
    assert one.time is None


def test_attacks_in_two_provinces_are_different_and_the_reason_says_why() -> None:
    other = told(
        "b", place=LAHORE, text=WEATHER, killed=1, sub_event_type="Arrests", event_type="Strategic developments"
    )
    [one] = propose_judgements([told("a"), other], ())
    assert one.verdict is Verdict.DIFFERENT
    assert "place: another place of the country (-" in one.reason


def test_the_same_place_a_month_later_is_not_the_same_attack() -> None:
    assert verdicts(told("a"), told("b", day=DAY + timedelta(days=5), text=WEATHER, killed=2)) in (
        [],
        [Verdict.DIFFERENT],
    )


def test_an_event_in_another_country_or_year_is_not_even_looked_at() -> None:
    assert verdicts(told("a"), told("b", place=KANO), told("c", day=date(2024, 1, 31))) == []


def test_the_events_of_one_report_are_never_paired() -> None:
    assert verdicts(told("a"), told("a", event="e2")) == []


def test_last_years_attack_finds_the_old_event() -> None:
    background = told(
        "b", day=date(2026, 1, 1), published=date(2027, 3, 1), role=Role.BACKGROUND, date_end=date(2026, 12, 31),
        date_precision=DatePrecision.YEAR,
    )  # fmt: skip
    assert verdicts(told("a"), background) == [Verdict.SAME]


def test_an_event_without_any_day_finds_its_place() -> None:
    assert verdicts(told("a"), told("b", day=None)) == [Verdict.SAME]


def test_known_events_are_not_judged_against_one_another_and_adding_twice_is_nothing_new() -> None:
    known = [told("a"), told("b")]
    assert propose_judgements([], known) == []
    again = propose_judgements(known, known)
    assert again == propose_judgements(known, ())
    assert len(again) == 1


def test_the_order_of_events_does_not_matter() -> None:
    events = [told("a"), told("b", killed=14), told("c", place=NUSHKI), told("d", place=BALOCHISTAN, killed=31)]
    found = {tuple(propose_judgements(order, ())) for order in permutations(events)}
    assert len(found) == 1
    one_by_one = [judgement for n, one in enumerate(events) for judgement in propose_judgements([one], events[:n])]
    assert sorted(one_by_one, key=lambda one: (one.first, one.second)) == list(found.pop())


def test_copies_of_one_report_speak_for_the_same_event() -> None:
    events = [told("a", text=WEATHER, place=NUSHKI), told("b", place=QUETTA, killed=None)]
    [apart], [together] = propose_judgements(events, ()), propose_judgements(events, (), {"a": "a", "b": "a"})
    assert together.score > apart.score
    assert "origin: copies of one report" in together.reason


def test_an_event_with_neither_day_nor_place_is_filed_nowhere() -> None:
    assert block_keys(told("a", day=None, place=None)) == lookup_keys(told("a", day=None, place=None)) == frozenset()


def test_an_event_of_a_known_day_looks_up_nothing_wide() -> None:
    assert {key.partition(" ")[0] for key in lookup_keys(told("a"))} <= {"PK", "day", "vague", "undated", "named"}


places = st.sampled_from([QUETTA, NUSHKI, BALOCHISTAN, LAHORE, PAKISTAN, KANO, None])
days = st.none() | st.dates(date(2026, 1, 25), date(2026, 2, 5))


@given(places, days, places, days)
def test_a_pair_is_found_from_either_side(
    place: object, day: date | None, other: object, next_day: date | None
) -> None:
    a, b = told("a", day, place), told("b", next_day, other)  # type: ignore[arg-type]
    assert propose_judgements([a], [b]) == propose_judgements([b], [a]) == propose_judgements([a, b], ())
    filed = bool(lookup_keys(a) & block_keys(b))
    assert filed == bool(lookup_keys(b) & block_keys(a)) == bool(propose_judgements([a], [b]))


def test_a_wave_and_its_parts_come_out_apart() -> None:
    wave = [told(r, place=BALOCHISTAN, killed=n) for r, n in (("a", 47), ("b", 120))]
    part = [told(r, place=NUSHKI, killed=4, event="e2", sub_event_type="Attack", text=WEATHER) for r in ("a", "b")]
    events = wave + part
    found = cluster_events([one.key for one in events], propose_judgements(events, ()))
    assert sorted(incident.events for incident in found) == [("a/e1", "b/e1"), ("a/e2", "b/e2")]
