"""Clusters: the same for any order, parted by every no, and as people say where they say so."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from dateline.linking import cluster_events
from dateline.model import Incident, Judgement, Verdict

KEYS = [f"r{report}/e{event}" for report in range(4) for event in (1, 2)]
pairs = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] < pair[1])
judgements = st.lists(
    st.builds(
        lambda pair, verdict, score, person, hour: Judgement(
            *pair, verdict, score, "p" if person else "m", hour and datetime(2026, 1, 1, hour, tzinfo=UTC), "", person
        ),
        pairs,
        st.sampled_from(Verdict),
        st.sampled_from([0.1, 0.5, 0.9]),
        st.booleans(),
        st.none() | st.integers(1, 3),
    ),
    max_size=20,
)


def judged(first: str, second: str, verdict: str, person: bool = False, hour: int = 0, score: float = 0.9) -> Judgement:
    time = datetime(2026, 1, 1, hour, tzinfo=UTC)
    return Judgement(first, second, Verdict(verdict), score, "someone", time, "", by_person=person)


def groups(found: tuple[Incident, ...]) -> list[tuple[str, ...]]:
    return [tuple(sorted(incident.events)) for incident in found]


@given(judgements, st.randoms())
def test_the_order_of_events_and_judgements_does_not_matter(given: list[Judgement], chance: random.Random) -> None:
    shuffled, keys = given[:], KEYS[:]
    chance.shuffle(shuffled)
    chance.shuffle(keys)
    assert cluster_events(KEYS, given) == cluster_events(keys, shuffled)


@given(judgements)
def test_every_event_is_in_one_incident_and_judging_twice_changes_nothing(given: list[Judgement]) -> None:
    found = cluster_events(KEYS, given)
    assert sorted(key for incident in found for key in incident.events) == sorted(KEYS)
    assert len({incident.id for incident in found}) == len(found)
    assert cluster_events([*KEYS, *KEYS], [*given, *given]) == found


@given(judgements)
def test_events_of_one_report_meet_only_where_a_person_joined_something(given: list[Judgement]) -> None:
    machine = [one for one in given if not one.by_person]
    for incident in cluster_events(KEYS, machine):
        reports = [key.partition("/")[0] for key in incident.events]
        assert len(set(reports)) == len(reports)


@given(judgements)
def test_what_a_person_parted_last_is_never_together(given: list[Judgement]) -> None:
    no = judged("r0/e1", "r1/e1", "different", person=True, hour=23)
    for incident in cluster_events(KEYS, [*given, no]):
        assert not {"r0/e1", "r1/e1"} <= set(incident.events)


def test_yes_joins_in_chains() -> None:
    found = cluster_events(["a/1", "b/1", "c/1"], [judged("a/1", "b/1", "same"), judged("b/1", "c/1", "same")])
    assert groups(found) == [("a/1", "b/1", "c/1")]


def test_no_beats_yes_in_a_chain_and_the_surer_yes_is_kept() -> None:
    chain = [judged("a/1", "b/1", "same", score=0.8), judged("b/1", "c/1", "same"), judged("a/1", "c/1", "different")]
    assert groups(cluster_events(["a/1", "b/1", "c/1"], chain)) == [("a/1",), ("b/1", "c/1")]


def test_unsure_neither_joins_nor_parts() -> None:
    keys = ["a/1", "b/1", "c/1"]
    chain = [judged("a/1", "b/1", "same"), judged("b/1", "c/1", "same"), judged("a/1", "c/1", "unsure")]
    assert len(cluster_events(keys, chain)) == 1
    assert len(cluster_events(keys, chain[2:])) == 3


def test_a_person_outranks_every_machine_both_ways() -> None:
    keys = ["a/1", "b/1"]
    yes, no = judged("a/1", "b/1", "same"), judged("a/1", "b/1", "different")
    assert len(cluster_events(keys, [no, replace(yes, by_person=True, score=0.0)])) == 1
    assert len(cluster_events(keys, [yes, replace(no, by_person=True, score=0.0)])) == 2


def test_the_last_word_of_people_counts_and_no_where_two_speak_at_once() -> None:
    keys = ["a/1", "b/1"]
    yes, no = judged("a/1", "b/1", "same", True, hour=2), judged("a/1", "b/1", "different", True, hour=1)
    assert len(cluster_events(keys, [yes, no])) == 1
    assert len(cluster_events(keys, [yes, replace(no, time=yes.time)])) == 2


def test_a_person_may_join_two_events_of_one_report() -> None:
    assert len(cluster_events(["a/1", "a/2"], [judged("a/1", "a/2", "same")])) == 2
    assert len(cluster_events(["a/1", "a/2"], [judged("a/1", "a/2", "same", person=True)])) == 1


def test_a_persons_yes_stands_against_the_machines_no_on_other_pairs() -> None:
    keys = ["a/1", "b/1", "c/1"]
    said = [judged("a/1", "b/1", "same"), judged("a/1", "c/1", "different"), judged("b/1", "c/1", "same", person=True)]
    assert groups(cluster_events(keys, said)) == [("a/1",), ("b/1", "c/1")]


def test_an_incident_keeps_its_id_when_a_later_report_joins() -> None:
    days = {"b/1": date(2026, 1, 31), "a/1": date(2026, 2, 1)}
    [alone] = cluster_events(["b/1"], [], days=days)
    [joined] = cluster_events(["a/1", "b/1"], [judged("a/1", "b/1", "same")], days=days)
    assert joined.id == alone.id
    assert joined.events == ("b/1", "a/1")


def test_a_part_names_the_incident_of_its_whole() -> None:
    keys = ["a/wave", "a/part", "b/part"]
    found = cluster_events(keys, [judged("a/part", "b/part", "same")], parts={"a/part": "a/wave"})
    by_event = {key: incident for incident in found for key in incident.events}
    assert by_event["b/part"].part_of == by_event["a/wave"].id
    assert by_event["a/wave"].part_of is None


def test_two_incidents_are_never_parts_of_each_other() -> None:
    found = cluster_events(["a/1", "a/2"], [], parts={"a/1": "a/2", "a/2": "a/1"})
    assert [incident.part_of for incident in found] == [None, None]


def test_judgements_on_unknown_events_are_passed_over() -> None:
    assert groups(cluster_events(["a/1"], [judged("a/1", "z/9", "same")])) == [("a/1",)]
