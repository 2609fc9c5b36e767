"""The history of a toll: replayed to any moment, the latest of each source, copies of one text one source."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Claim, SourceKind, Status, Toll
from dateline.tolls import Policy, ReportedClaims, State, toll_as_of, toll_history
from tests.tolls.claims import CIVILIANS, MILITANTS, SECURITY, claim, maybe_part_of, part_of, related_claims, revises

DAYS = [date(2026, 1, day) for day in (30, 31)] + [date(2026, 2, 1)]


def report(
    id: str, day: date, *claims: Claim, publisher: str | None = None, origin: str | None = None
) -> ReportedClaims:
    return ReportedClaims(id, day, publisher or f"paper of {id}", origin or id, claims)


def bare(toll: Toll) -> dict[tuple[str, str], tuple[int, int, int | None]]:
    return {(s, g): (b.low, b.best, b.high) for s, groups in toll.items() for g, b in groups.items()}


def last(*reports: ReportedClaims, policy: str = "dateline") -> State:
    return toll_history(reports, policy)[-1]


def total(state: State, status: str = "killed") -> tuple[int, int, int | None]:
    found = state.toll[status]["total"]
    return found.low, found.best, found.high


@st.composite
def any_reports(draw: st.DrawFn) -> list[ReportedClaims]:
    """Draw reports of a few publishers on a few days, some of them copies of one another."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(DAYS), st.sampled_from("AB"), related_claims(3)), max_size=4))
    reports = [report(f"r{n}", day, *claims, publisher=name) for n, (day, name, claims) in enumerate(drawn)]
    copied = draw(st.lists(st.sampled_from(reports), max_size=2)) if reports else []
    return reports + [
        report(f"c{n}", draw(st.sampled_from(DAYS)), *one.claims, publisher="C", origin=one.origin)
        for n, one in enumerate(copied)
        if draw(st.booleans())
    ]


@given(any_reports(), st.sampled_from(Policy))
def test_every_state_is_in_order_and_its_bounds_name_its_claims(reports: list[ReportedClaims], policy: Policy) -> None:
    for state in toll_history(reports, policy):
        for groups in (*state.toll.values(), *state.party_toll.values()):
            for found in groups.values():
                assert found.low <= found.best
                assert found.high is None or found.best <= found.high
                assert all(0 <= i < len(state.claims) for i in (*found.low_claims, *found.high_claims))
        assert all(heard.claim.relation is None or heard.claim.relation.claim < len(state.claims)
                   for heard in state.claims)  # fmt: skip


@given(any_reports().flatmap(lambda reports: st.tuples(st.just(reports), st.permutations(reports))))
def test_the_order_in_which_reports_come_in_changes_nothing(
    orders: tuple[list[ReportedClaims], list[ReportedClaims]],
) -> None:
    assert toll_history(orders[0]) == toll_history(orders[1])


@given(any_reports())
def test_a_past_state_is_what_it_was_before_later_reports_came_in(reports: list[ReportedClaims]) -> None:
    for state in toll_history(reports):
        known = [one for one in reports if one.published <= state.at]
        assert toll_history(known)[-1] == state == toll_as_of(reports, state.at)


@given(any_reports(), st.data())
def test_another_copy_of_a_text_changes_no_bound_and_adds_no_source(
    reports: list[ReportedClaims], data: st.DataObject
) -> None:
    if not reports:
        return
    one = data.draw(st.sampled_from(reports))
    copy = report("z", DAYS[-1], *one.claims, publisher="Z", origin=one.origin)
    before, after = (toll_as_of(told, DAYS[-1]) for told in (reports, [*reports, copy]))
    assert before is not None
    assert after is not None
    assert bare(before.toll) == bare(after.toll)
    assert [before.origins(status) for status in Status] == [after.origins(status) for status in Status]


def test_before_the_first_report_nothing_is_known() -> None:
    assert toll_history([]) == ()
    assert toll_as_of([report("r1", DAYS[1], claim(3))], DAYS[0]) is None


def test_a_speaker_who_says_more_later_is_heard_as_of_then() -> None:
    reports = [report("r1", DAYS[0], claim(27, source="police")), report("r2", DAYS[1], claim(31, source="the police"))]
    assert [(state.at, total(state)) for state in toll_history(reports)] == [
        (DAYS[0], (27, 27, 27)),
        (DAYS[1], (31, 31, 31)),
    ]


def test_a_toll_can_be_revised_downwards() -> None:
    reports = [report("r1", DAYS[0], claim(31, source="police")), report("r2", DAYS[1], claim(9, source="police"))]
    assert total(last(*reports)) == (9, 9, 9)


def test_two_speakers_stand_side_by_side_and_are_never_added() -> None:
    reports = [report("r1", DAYS[0], claim(10, source="police")), report("r2", DAYS[1], claim(12, source="a doctor"))]
    assert total(last(*reports)) == (10, 12, 12)
    assert total(last(*reports, policy="acled")) == (10, 10, 12)


def test_a_list_in_one_text_and_a_figure_at_the_same_place_of_another_are_not_added() -> None:
    reports = [
        report("r1", DAYS[0], claim(2, until=20, source="police"), claim(1, at=9, until=20, source="police")),
        report("r2", DAYS[0], claim(7, at=30, until=20, source="police")),
    ]
    assert total(last(*reports)) == (3, 7, 7)


def test_the_same_copy_in_thirty_outlets_is_one_source() -> None:
    copies = [report(f"r{n}", DAYS[0], claim(10), publisher=f"outlet {n}", origin="wire") for n in range(30)]
    state = last(*copies, report("own", DAYS[0], claim(10), publisher="Dawn"))
    assert (state.origins(Status.KILLED), state.support(Status.KILLED)) == (2, 1)
    assert len(state.reports) == 31
    assert len(state.claims) == 2


def test_an_old_text_printed_again_does_not_undo_a_later_figure() -> None:
    old = report("r1", DAYS[0], claim(10, source="police"), origin="wire")
    new = report("r2", DAYS[1], claim(12, source="police"))
    again = report("r3", DAYS[2], claim(10, source="police"), origin="wire")
    assert total(last(old, new, again)) == (12, 12, 12)


def test_a_publishers_own_voice_revises_itself_and_no_other() -> None:
    reports = [
        report("r1", DAYS[0], claim(10), publisher="Dawn"),
        report("r2", DAYS[0], claim(11), publisher="AFP"),
        report("r3", DAYS[1], claim(14), publisher="Dawn"),
    ]
    assert total(last(*reports)) == (11, 14, 14)


def test_nameless_officials_of_two_papers_are_two_sources() -> None:
    def official(count: int) -> Claim:
        return Claim(**{**as_fields(claim(count, source="an official")), "anonymous": True})

    reports = [
        report("r1", DAYS[0], official(10), publisher="Dawn"),
        report("r2", DAYS[1], official(8), publisher="AFP"),
        report("r3", DAYS[2], official(12), publisher="Dawn"),
    ]
    assert total(last(*reports)) == (8, 12, 12)


def as_fields(one: Claim) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def test_within_a_day_the_clock_decides_and_without_a_clock_nobody() -> None:
    def police(count: int, at: date) -> ReportedClaims:
        return report(f"r{count}", at, claim(count, source="police"))

    timed = [police(8, datetime(2026, 1, 31, 9)), police(5, datetime(2026, 1, 31, 12))]
    assert total(last(*timed)) == (5, 5, 5)
    assert total(last(police(8, DAYS[1]), police(5, DAYS[1]))) == (5, 8, 8)
    morning = toll_as_of(timed, datetime(2026, 1, 31, 10))
    assert morning is not None
    assert total(morning) == (8, 8, 8)


def test_a_part_stays_a_part_when_its_whole_is_told_anew() -> None:
    first = report("r1", DAYS[0], claim(31, source="police"),
                   claim(5, group=CIVILIANS, at=9, source="a doctor", relation=part_of(0)))  # fmt: skip
    later = report("r2", DAYS[1], claim(3, source="police"))
    assert total(last(first, later)) == (3, 3, 3)


def test_what_may_be_part_widens_high_once_however_often_it_is_printed() -> None:
    claims = (
        claim(10, group=SECURITY, source="police"),
        claim(4, group=SECURITY, at=9, source="a doctor", relation=maybe_part_of(0)),
    )
    reports = [report(f"r{n}", DAYS[0], *claims) for n in range(3)]
    assert total(last(*reports)) == (10, 10, 14)


def test_a_revision_within_a_report_holds_until_the_old_figure_is_told_anew() -> None:
    first = report("r1", DAYS[0], claim(27, source="police"), claim(31, at=9, source="a doctor", relation=revises(0)))
    assert total(last(first)) == (31, 31, 31)
    assert total(last(first, report("r2", DAYS[1], claim(29, source="police")))) == (29, 31, 31)


@pytest.mark.parametrize("policy", Policy)
def test_what_parties_say_is_kept_apart(policy: Policy) -> None:
    army = claim(40, group=MILITANTS, source="the army", partisan=True, kind=SourceKind.STATE_SECURITY)
    state = last(report("r1", DAYS[0], claim(4, group=MILITANTS, at=9, source="a doctor"), army), policy=policy)
    assert total(state) == (4, 4, 40)
    assert [heard.speaker for heard in state.by_parties] == ["army"]
    found = state.party_toll["killed"]["total"]
    assert found.high == 40
    assert [state.claims[i].speaker for i in found.high_claims] == ["army"]
