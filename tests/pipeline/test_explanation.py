"""Explanations: a sentence a decision, with its words, from the reasons that the coding carries."""

from dateline.pipeline import explain
from tests.fakes import full_report


def test_every_decision_is_told_with_its_value_sentence_and_words() -> None:
    explained = explain(full_report())
    first = explained.events[0]
    assert explained.report == "r-1"
    assert [(one.field, one.value) for one in first.fields] == [("date", "2026-01-31"), ("targets", "police")]
    assert first.fields[1].words is not None
    assert first.fields[1].words.quote == "QUETTA"
    assert first.fields[1].odds == 0.875
    assert len(first.claims) == 3
    assert [(one.field, one.value) for one in first.claims[0]] == [("count", "10 or more"), ("source", "an official")]


def test_a_toll_names_its_rule_and_the_claims_of_each_bound() -> None:
    toll = explain(full_report()).events[0].toll[0]
    assert (toll.field, toll.value) == ("killed total", "10 to 14, best 10")
    assert toll.sentence == "It is the only figure given. (low by claim 1; best by claim 1; high by claims 1 and 2)"


def test_an_explanation_reads_as_text() -> None:
    lines = str(explain(full_report())).splitlines()
    assert lines[0] == "e1"
    assert lines[2].startswith("  targets = police: The language model takes it for what was hit. (odds 0.88) “QUETTA”")
    assert "  claim 1" in lines
