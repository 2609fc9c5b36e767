"""The policies for tolls: what each makes of the same claims, and that each says so in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import load_table
from dateline.errors import PolicyUnknown
from dateline.model import Claim, SourceKind
from dateline.tolls import Policy, policy_named, policy_sentence, reckon_toll, rule_sentence
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

Result = tuple[int, int, int | None, str]


def reckoned(claims: list[Claim], policy: str, group: str = "total") -> Result:
    found = reckon_toll(claims, policy)["killed"][group]
    return found.low, found.best, found.high, found.rule


#: The army speaks of its enemy's dead; a doctor and the police do not.
RIVALS = [
    claim(40, 45, MILITANTS, source="the army", partisan=True),
    claim(12, group=MILITANTS, at=9, source="police"),
    claim(15, 16, group=MILITANTS, at=18, source="a doctor", kind=SourceKind.MEDICAL),
]
PARTY = [claim(40, group=MILITANTS, source="the army", partisan=True)]
STALE = [claim(4), claim(3, group=SECURITY, at=9), claim(5, group=MILITANTS, at=18)]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (RIVALS, {"dateline": (12, 15, 45, "highest_neutral"), "acled": (12, 12, 45, "lowest"),
                  "ucdp": (12, 15, 45, "lowest_of_reliable"), "range": (12, 12, 45, "range_minimum")}),
        (PARTY, {"dateline": (40, 40, 40, "parties_only"), "acled": (40, 40, 40, "only_figure"),
                 "ucdp": (0, 0, 40, "parties_not_counted"), "range": (40, 40, 40, "only_figure")}),
        ([claim(0, 20, source="a doctor", kind=SourceKind.MEDICAL), claim(10, None, at=9)],
         {"dateline": (10, 10, 20, "highest_neutral"), "acled": (10, 10, 20, "lowest"),
          "ucdp": (0, 0, 20, "lowest_of_reliable"), "range": (10, 10, 20, "range_minimum")}),
        ([claim(27), claim(31, at=9, relation=revises(0))], dict.fromkeys(Policy, (31, 31, 31, "revised"))),
        ([claim(10), claim(10, at=9)], dict.fromkeys(Policy, (10, 10, 10, "agreed"))),
        ([claim(0, 20)], {"dateline": (0, 20, 20, "only_figure"), "acled": (0, 0, 20, "only_figure"),
                          "ucdp": (0, 0, 20, "only_figure"), "range": (0, 0, 20, "only_figure")}),
        ([claim(2, group=SECURITY, until=20), claim(1, group=SECURITY, at=9, until=20)],
         dict.fromkeys(Policy, (3, 3, 3, "listed_together"))),
        ([claim(31), claim(5, group=CIVILIANS, at=9, relation=part_of(0))],
         dict.fromkeys(Policy, (31, 31, 31, "only_figure"))),
        ([claim(10), claim(4, group=SECURITY, at=9, relation=maybe_part_of(0))],
         dict.fromkeys(Policy, (10, 10, 14, "only_figure"))),
        ([claim(10, group=SECURITY), claim(37, group=MILITANTS, at=9)],
         dict.fromkeys(Policy, (47, 47, 47, "sides_added"))),
        ([claim(50), claim(37, group=MILITANTS, at=9)], dict.fromkeys(Policy, (50, 50, 50, "stated_total"))),
        (STALE, {"dateline": (4, 8, 8, "sides_above_total"), "ucdp": (4, 8, 8, "sides_above_total"),
                 "acled": (8, 8, 8, "sides_above_total"), "range": (8, 8, 8, "sides_above_total")}),
        ([claim(9), *STALE[1:]], dict.fromkeys(Policy, (9, 9, 9, "stated_total"))),
        ([claim(6), *STALE[1:]], {"dateline": (6, 8, 8, "sides_above_total"), "ucdp": (6, 8, 8, "sides_above_total"),
                                  "acled": (6, 6, 8, "stated_total"), "range": (6, 6, 8, "stated_total")}),
    ],
)  # fmt: skip
def test_each_policy_reads_the_same_claims_in_its_own_way(claims: list[Claim], expected: dict[str, Result]) -> None:
    assert {policy: reckoned(claims, policy) for policy in expected} == expected


def test_a_revised_total_does_not_come_back_as_low() -> None:
    claims = [claim(27), claim(31, group=CIVILIANS, at=9, relation=revises(0))]
    assert reckoned(claims, "dateline")[:3] == (31, 31, 31)


def test_parts_of_a_total_do_not_outgrow_it() -> None:
    parts = [claim(20, group=group, at=9 * n, relation=part_of(0)) for n, group in enumerate((CIVILIANS, SECURITY), 1)]
    assert {reckoned([claim(31), *parts], policy)[:3] for policy in Policy} == {(31, 31, 31)}


def test_a_claim_that_only_repeats_one_of_a_list_does_not_lower_it() -> None:
    listed = [claim(2, group=SECURITY, until=20), claim(1, group=SECURITY, at=9, until=20)]
    assert reckoned([*listed, claim(2, group=SECURITY, at=40)], "acled")[:3] == (3, 3, 3)


def test_a_named_source_has_its_last_word_where_the_lowest_is_wanted() -> None:
    police = [claim(31, source="police"), claim(16, at=9, source="police"), claim(0, 40, at=18, source="police")]
    assert {reckoned(police, policy)[1:3] for policy in ("acled", "ucdp", "range")} == {(31, 40)}
    assert reckoned(police, "dateline")[:3] == (16, 31, 40)
    assert reckon_toll(police, "acled", ["r1", "r2", "r1"])["killed"]["total"].best == 16
    assert reckoned([claim(31), claim(16, at=9)], "acled")[:3] == (16, 16, 31)


def test_figures_of_two_texts_are_never_one_list() -> None:
    claims = [claim(2, group=SECURITY, until=20), claim(1, group=SECURITY, at=9, until=20)]
    assert reckon_toll(claims, texts=["r1", "r2"])["killed"]["total"].best == 2


def test_parts_that_run_in_a_circle_are_no_parts() -> None:
    circle = [claim(3, relation=part_of(1)), claim(5, at=9, relation=part_of(0))]
    assert reckoned(circle, "dateline")[:3] == (3, 5, 5)


@given(st.lists(any_claim(), min_size=1, max_size=6))
def test_what_parties_say_of_their_enemies_never_enters_the_best_of_ucdp(claims: list[Claim]) -> None:
    for by_group in reckon_toll(claims, "ucdp").values():
        for found in by_group.values():
            assert all(not claims[i].partisan or any(
                c.source == claims[i].source and not c.partisan for c in claims
            ) for i in found.best_claims)  # fmt: skip


@given(related_claims())
def test_the_conservative_best_is_never_above_the_default_one(claims: list[Claim]) -> None:
    plain, careful = reckon_toll(claims), reckon_toll(claims, "acled")
    for status, by_group in careful.items():
        for group in by_group.keys() - {"total"}:
            assert by_group[group].best <= max(plain[status][group].best, plain[status][group].high or 0)


@given(related_claims(), st.sampled_from(Policy))
def test_every_rule_that_chooses_is_a_sentence_of_the_codebook(claims: list[Claim], policy: Policy) -> None:
    for by_group in reckon_toll(claims, policy).values():
        assert all(rule_sentence(found.rule).endswith(".") for found in by_group.values())


def test_every_policy_is_described_and_no_other() -> None:
    assert load_table("tolls.toml")["policies"].keys() == set(Policy)
    assert all(policy_sentence(policy).endswith(".") for policy in Policy)


def test_an_unknown_policy_is_named_with_those_there_are() -> None:
    with pytest.raises(PolicyUnknown, match=r"'gtd' is not a policy for tolls. Name one of: dateline, acled, ucdp"):
        policy_named("gtd")
    assert UNSPECIFIED in {c.group for c in STALE}
