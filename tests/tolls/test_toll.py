"""Tolls: what may be added up, what may not, and who sets the best figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Bounds, Claim, Group, Relation, RelationKind, SourceKind, Span, Status
from dateline.tolls import reckon_toll

SECURITY, CIVILIANS, MILITANTS, UNSPECIFIED = (
    Group.SECURITY_FORCES, Group.CIVILIANS, Group.MILITANTS, Group.UNSPECIFIED,
)  # fmt: skip


def claim(
    low: int,
    high: int | None = -1,
    group: Group = UNSPECIFIED,
    *,
    at: int = 0,
    until: int | None = None,
    source: str | None = None,
    partisan: bool = False,
    relation: Relation | None = None,
    status: Status = Status.KILLED,
) -> Claim:
    """Return a claim whose people stand at an offset; ``high`` is ``low`` unless given, ``until`` ends its evidence."""
    people = Span(at, at + 1, "x")
    evidence = people if until is None else Span(0, until, "x" * until)
    return Claim(
        status, group, low, low if high == -1 else high, False, source, evidence, people,
        SourceKind.UNKNOWN, partisan=partisan, relation=relation,
    )  # fmt: skip


def part_of(index: int) -> Relation:
    return Relation(RelationKind.PART_OF, index)


def maybe_part_of(index: int) -> Relation:
    return Relation(RelationKind.MAYBE_PART_OF, index)


def revises(index: int) -> Relation:
    return Relation(RelationKind.REVISES, index)


def bounds(claims: Sequence[Claim], group: str = "total") -> tuple[int, int, int | None]:
    found = reckon_toll(claims)["killed"][group]
    return found.low, found.best, found.high


@st.composite
def any_claim(draw: st.DrawFn) -> Claim:
    """Draw a claim that stands by itself: its evidence overlaps no other's unless both happen to."""
    low = draw(st.integers(0, 50))
    high = draw(st.none() | st.integers(max(low, 1), 90))
    return claim(
        low,
        high if low or high else 1,
        draw(st.sampled_from(Group)),
        at=draw(st.integers(0, 30)),
        source=draw(st.none() | st.sampled_from(["police", "the army", "a doctor"])),
        partisan=draw(st.booleans()),
        status=draw(st.sampled_from([Status.KILLED, Status.INJURED])),
    )


@st.composite
def related_claims(draw: st.DrawFn) -> list[Claim]:
    """Draw claims of which some relate to others, anyhow but never to themselves."""
    claims = draw(st.lists(any_claim(), max_size=6))
    found = []
    for index, one in enumerate(claims):
        others = [other for other in range(len(claims)) if other != index]
        if draw(st.booleans()) and others:
            one = replace(one, relation=Relation(draw(st.sampled_from(RelationKind)), draw(st.sampled_from(others))))
        found.append(one)
    return found


@given(related_claims())
def test_low_is_never_above_best_nor_best_above_high(claims: list[Claim]) -> None:
    for by_group in reckon_toll(claims).values():
        for found in by_group.values():
            assert 0 <= found.low <= found.best
            assert found.high is None or found.best <= found.high


@given(related_claims())
def test_every_status_and_group_that_is_claimed_has_bounds_and_no_other(claims: list[Claim]) -> None:
    toll = reckon_toll(claims)
    assert set(toll) == {str(c.status) for c in claims}
    for status, by_group in toll.items():
        assert set(by_group) == {str(c.group) for c in claims if c.status == status} | {"total"}


@given(related_claims())
def test_a_bound_names_a_claim_of_its_own_status_and_group(claims: list[Claim]) -> None:
    for status, by_group in reckon_toll(claims).items():
        for group, found in by_group.items():
            for index in (*found.low_claims, *found.best_claims, *found.high_claims):
                assert claims[index].status == status
                assert group == "total" or claims[index].group == group


@given(st.lists(any_claim(), max_size=5).flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_in_which_claims_are_told_does_not_change_the_bounds(orders: tuple[list[Claim], list[Claim]]) -> None:
    def bare(claims: list[Claim]) -> dict[tuple[str, str], tuple[int, int, int | None]]:
        apart = [replace(c, source=str(id(c))) for c in claims]  # nothing stands side by side
        return {
            (status, group): (found.low, found.best, found.high)
            for status, by_group in reckon_toll(apart).items()
            for group, found in by_group.items()
        }

    assert bare(orders[0]) == bare(orders[1])


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
