"""Tolls: what may be added up, what may not, and who sets the best figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Bounds, Claim, Group, Span, Status, Toll
from dateline.tolls import Policy, reckon_toll
from tests.tolls.claims import (
    CIVILIANS,
    MILITANTS,
    SECURITY,
    UNSPECIFIED,
    any_claim,
    claim,
    maybe_part_of,
    part_of,
    related_claims,
    revises,
)


def bare(toll: Toll) -> dict[tuple[str, str], tuple[int, int, int | None, str]]:
    """Return the bounds and their rules without the indices of claims."""
    return {
        (status, group): (found.low, found.best, found.high, found.rule)
        for status, by_group in toll.items()
        for group, found in by_group.items()
    }


def bounds(claims: Sequence[Claim], group: str = "total") -> tuple[int, int, int | None]:
    found = reckon_toll(claims)["killed"][group]
    return found.low, found.best, found.high


@given(related_claims(), st.sampled_from(Policy))
def test_low_is_never_above_best_nor_best_above_high(claims: list[Claim], policy: Policy) -> None:
    for by_group in reckon_toll(claims, policy).values():
        for found in by_group.values():
            assert 0 <= found.low <= found.best
            assert found.high is None or found.best <= found.high


@given(related_claims(), st.sampled_from(Policy))
def test_every_status_and_group_that_is_claimed_has_bounds_and_no_other(claims: list[Claim], policy: Policy) -> None:
    toll = reckon_toll(claims, policy)
    assert set(toll) == {str(c.status) for c in claims}
    for status, by_group in toll.items():
        assert set(by_group) == {str(c.group) for c in claims if c.status == status} | {"total"}


@given(related_claims(), st.sampled_from(Policy))
def test_a_bound_names_claims_of_its_own_status_and_group(claims: list[Claim], policy: Policy) -> None:
    for status, by_group in reckon_toll(claims, policy).items():
        for group, found in by_group.items():
            for index in (*found.low_claims, *found.best_claims, *found.high_claims):
                assert claims[index].status == status
                assert group == "total" or claims[index].group == group


@given(related_claims(), st.sampled_from(Policy))
def test_the_claims_behind_a_bound_come_to_it(claims: list[Claim], policy: Policy) -> None:
    for by_group in reckon_toll(claims, policy).values():
        for found in by_group.values():
            assert found.low == sum(claims[i].low for i in found.low_claims)
            lows = sum(claims[i].low for i in found.best_claims)
            most = sum(max(claims[i].low, claims[i].high or 0) for i in found.best_claims)
            assert lows <= found.best <= most
            if found.high is not None:
                assert found.high == sum(
                    claims[i].low if (high := claims[i].high) is None else high for i in found.high_claims
                )


@given(related_claims().flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(range(len(claims))))))
def test_the_order_in_which_claims_are_told_does_not_change_the_bounds(given: tuple[list[Claim], list[int]]) -> None:
    claims, order = given
    place = {old: new for new, old in enumerate(order)}
    moved = [
        replace(c, relation=replace(c.relation, claim=place[c.relation.claim])) if c.relation else c
        for c in (claims[old] for old in order)
    ]
    for policy in Policy:
        assert bare(reckon_toll(moved, policy)) == bare(reckon_toll(claims, policy))


def test_a_part_told_twice_is_part_of_its_whole_and_not_of_itself() -> None:
    whole, part = claim(5, group=CIVILIANS), claim(2, group=MILITANTS, relation=part_of(0))
    for again in (part_of(1), part_of(0)):
        total = reckon_toll([whole, part, replace(part, relation=again)])["killed"]["total"]
        assert (total.best, total.rule) == (5, "only_figure")


@given(related_claims(), st.data())
def test_a_claim_told_again_in_the_same_words_changes_no_bound(claims: list[Claim], data: st.DataObject) -> None:
    again = [*claims, data.draw(st.sampled_from(claims))] if claims else []
    for policy in Policy:
        assert bare(reckon_toll(again, policy)) == bare(reckon_toll(claims, policy))


@given(related_claims(), any_claim(), st.data())
def test_a_part_never_raises_the_total(claims: list[Claim], part: Claim, data: st.DataObject) -> None:
    wholes = [i for i, c in enumerate(claims) if c.status is part.status]
    if not wholes:
        return
    here = Span(200, 201, "x")
    part = replace(part, evidence=here, who=here, relation=part_of(data.draw(st.sampled_from(wholes))))
    for policy in Policy:
        before, after = (reckon_toll(told, policy)[part.status]["total"] for told in (claims, [*claims, part]))
        assert (before.low, before.best, before.high) == (after.low, after.best, after.high)


@given(st.lists(any_claim(), min_size=1, max_size=6))
def test_a_party_never_sets_best_where_a_neutral_source_gives_a_figure(claims: list[Claim]) -> None:
    for status, by_group in reckon_toll(claims).items():
        for group in by_group.keys() - {"total"}:
            rivals = [c for c in claims if (c.status, c.group) == (status, group)]
            carriers = by_group[group].best_claims
            assert carriers
            assert not all(claims[i].partisan for i in carriers) or all(c.partisan for c in rivals)


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from(Group), st.sampled_from(Group))
def test_a_part_never_adds_to_its_whole(whole: int, part: int, group: Group, other: Group) -> None:
    side = other if group is UNSPECIFIED else group
    claims = [claim(whole, group=group), claim(min(part, whole), group=side, at=9, relation=part_of(0))]
    assert bounds(claims) == (whole, whole, whole)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=6))
def test_figures_of_several_speakers_are_never_added_up(figures: list[int]) -> None:
    claims = [claim(figure, at=9 * n, source=f"speaker {n}") for n, figure in enumerate(figures)]
    assert bounds(claims) == (min(figures), max(figures), max(figures))


def test_figures_listed_side_by_side_by_one_speaker_are_added_up() -> None:
    listed = [claim(2, group=SECURITY, at=0, until=20), claim(1, group=SECURITY, at=9, until=20)]
    assert bounds(listed, "security_forces") == (3, 3, 3)


def test_the_same_words_told_twice_are_not_side_by_side() -> None:
    told = [claim(2, group=SECURITY, at=3, until=20), claim(2, group=SECURITY, at=3, until=20, source=None)]
    assert bounds(told, "security_forces") == (2, 2, 2)


def test_the_sides_add_up_to_the_total_when_nobody_states_one() -> None:
    assert bounds([claim(10, group=SECURITY), claim(37, group=MILITANTS, at=9)]) == (47, 47, 47)


def test_the_sum_of_the_sides_beats_a_stale_total() -> None:
    assert bounds([claim(4), claim(3, group=SECURITY, at=9), claim(5, group=MILITANTS, at=18)]) == (4, 8, 8)


def test_the_total_reaches_as_high_as_any_total_stated() -> None:
    assert bounds([claim(4, 20), claim(9, group=SECURITY, at=9)]) == (4, 9, 20)


def test_a_stated_total_is_not_added_to_its_breakdown() -> None:
    assert bounds([claim(31), claim(5, group=CIVILIANS, at=9, relation=part_of(0))]) == (31, 31, 31)


@pytest.mark.parametrize("whole_group", [SECURITY, UNSPECIFIED])
def test_what_may_be_part_of_a_figure_widens_high_only(whole_group: Group) -> None:
    claims = [claim(10, group=whole_group), claim(4, group=SECURITY, at=9, relation=maybe_part_of(0))]
    assert bounds(claims) == (10, 10, 14)
    assert bounds(claims, str(whole_group)) == (10, 10, 14 if whole_group is SECURITY else 10)


def test_what_may_be_part_of_another_sides_figure_counts_once_on_its_own_side() -> None:
    claims = [claim(10), claim(4, group=SECURITY, at=9, relation=maybe_part_of(0))]
    assert bounds(claims, "security_forces") == (4, 4, 4)


def test_a_revision_replaces_what_it_revises() -> None:
    assert bounds([claim(27), claim(31, at=9, relation=revises(0))]) == (31, 31, 31)
    assert bounds([claim(31), claim(27, at=9, relation=revises(0))]) == (27, 27, 27)


def test_a_party_does_not_revise_what_a_neutral_source_says() -> None:
    claims = [
        claim(4, group=MILITANTS, source="a doctor"),
        claim(40, group=MILITANTS, at=9, source="the army", partisan=True, relation=revises(0)),
    ]
    assert bounds(claims, "militants") == (4, 4, 40)


def test_at_least_leaves_high_open_and_up_to_sets_it() -> None:
    assert bounds([claim(10, None)]) == (10, 10, None)
    assert bounds([claim(0, 20)]) == (0, 20, 20)
    assert bounds([claim(10, None), claim(12, 15, at=9)]) == (10, 12, 15)


def test_the_higher_figure_is_best_and_of_equals_the_exact_one() -> None:
    assert bounds([claim(12, None), claim(10, at=9)]) == (10, 12, 12)
    assert bounds([claim(10, None), claim(10, at=9)]) == (10, 10, 10)


def test_statuses_are_reckoned_apart() -> None:
    toll = reckon_toll([claim(10), claim(30, at=9, status=Status.INJURED)])
    assert (toll["killed"]["total"].best, toll["injured"]["total"].best) == (10, 30)


def test_bounds_name_the_claims_that_carry_them() -> None:
    toll = reckon_toll([claim(10, None, source="police"), claim(12, at=9, source="a doctor")])
    assert toll["killed"]["unspecified"] == Bounds(10, 12, 12, "highest_neutral", (0,), (1,), (1,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("eight people hurt, four badly", 8), ("three in Kano and four in Katsina", 7), ("12 died; another 30 died", 42)],
)
def test_a_bare_number_is_added_only_where_a_word_joins_it_on(text: str, expected: int) -> None:
    numbers = {"eight": 8, "three": 3, "four": 4, "12": 12, "30": 30}
    everything = Span.of(text, 0, len(text))
    spans = {word: Span.of(text, text.index(word), text.index(word) + len(word)) for word in numbers if word in text}
    told = [replace(claim(numbers[word]), who=span, evidence=everything) for word, span in spans.items()]
    assert reckon_toll(told)["killed"]["total"].best == expected
