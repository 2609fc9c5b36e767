"""The contract read back: what was written comes back the same, and what is no coding is named."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import CodingMalformed
from dateline.model import (
    ActorMention,
    Bounds,
    Claim,
    CodedReport,
    Coder,
    DateBasis,
    Dateline,
    DateMention,
    DatePrecision,
    Event,
    Group,
    Issue,
    Location,
    Person,
    PersonRole,
    PlaceMention,
    Relation,
    RelationKind,
    Report,
    Responsibility,
    Role,
    SourceKind,
    Span,
    Stance,
    Statement,
    Status,
)
from dateline.model.coding_record import from_contract, issue_from_contract
from dateline.model.contract import issue_to_contract, to_contract
from tests.fakes import full_report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "coded.jsonl"
TEXT = "QUETTA — At least 10 officers were killed, 4 of them in Quetta, an official said — 𝔽ive more."

words = st.text(st.characters(codec="utf-8"), max_size=8)
maybe_words = st.none() | words
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
counts = st.integers(0, 10**6)
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span.of(TEXT, *sorted(ends)))
phrases = st.lists(words, max_size=2).map(tuple)
points = st.none() | st.floats(-90, 90)
locations = st.builds(
    Location,
    words,
    st.none() | st.integers(),
    maybe_words,
    maybe_words,
    maybe_words,
    maybe_words,
    points,
    points,
    st.sampled_from(["exact", "near", "admin1", "unknown"]),
    maybe_words,
)
relations = st.builds(Relation, st.sampled_from(RelationKind), counts)
claims = st.builds(
    Claim,
    st.sampled_from(Status),
    st.sampled_from(Group),
    counts,
    st.none() | counts,
    st.booleans(),
    maybe_words,
    spans,
    spans,
    st.sampled_from(SourceKind),
    st.booleans(),
    st.booleans(),
    st.none() | relations,
)
responsibilities = st.builds(Responsibility, words, st.just(Stance.BLAMED), maybe_words, st.none() | spans) | st.builds(
    Responsibility, words, st.sampled_from([Stance.CLAIMED, Stance.DENIED]), st.none(), st.none() | spans
)
indices = st.lists(counts, max_size=2).map(tuple)
tolls = st.dictionaries(
    st.sampled_from(Status).map(str),
    st.dictionaries(
        st.sampled_from(["total", "civilians"]),
        st.builds(Bounds, counts, counts, st.none() | counts, words, indices, indices, indices),
    ),
    max_size=2,
)
events = st.builds(
    Event,
    words,
    st.sampled_from(Role),
    words,
    words,
    spans,
    st.integers(0, 1000).map(lambda n: n / 1000),
    st.none() | days,
    st.none() | days,
    st.sampled_from(DatePrecision),
    st.none() | locations,
    phrases,
    phrases,
    phrases,
    phrases,
    st.lists(claims, max_size=2).map(tuple),
    st.lists(responsibilities, max_size=2).map(tuple),
    phrases,
    tolls,
    st.none() | st.text("0123456789abcdef", min_size=1),
    st.none() | st.sampled_from(DateBasis),
    st.none() | spans,
)
statements = st.builds(
    Statement, st.none() | spans, st.none() | spans, spans, maybe_words, st.sampled_from(SourceKind), st.booleans()
)
reports = st.builds(
    Report, st.sampled_from([TEXT, ""]), words.filter(bool), maybe_words, st.none() | days, maybe_words, maybe_words
)
dates = st.builds(DateMention, spans, maybe_words, st.none() | days, st.none() | days, st.sampled_from(DatePrecision))
codings = st.builds(
    CodedReport,
    reports,
    st.builds(Coder, words, words, words, words, words),
    words.filter(bool),
    st.none() | st.builds(Dateline, maybe_words, st.none() | days, maybe_words),
    st.lists(statements, max_size=2).map(tuple),
    st.lists(st.builds(PlaceMention, spans, locations), max_size=2).map(tuple),
    st.lists(dates, max_size=2).map(tuple),
    st.lists(st.builds(ActorMention, spans, words, maybe_words, maybe_words, maybe_words), max_size=2).map(tuple),
    st.lists(st.builds(Person, spans, words, st.sampled_from(PersonRole)), max_size=2).map(tuple),
    st.lists(events, max_size=2).map(tuple),
)


@given(codings)
def test_what_was_written_comes_back_the_same(coded: CodedReport) -> None:
    written = json.loads(json.dumps(to_contract(coded)))
    read = from_contract(written)
    assert read == coded
    assert to_contract(read) == written


def test_reasons_come_back_where_they_were_written() -> None:
    written = json.loads(json.dumps(to_contract(full_report(), reasons=True)))
    assert json.loads(json.dumps(to_contract(from_contract(written), reasons=True))) == written


def test_the_coded_examples_come_back_and_go_out_again_to_the_byte() -> None:
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        assert json.dumps(to_contract(from_contract(json.loads(line))), ensure_ascii=False) == line


def test_an_issue_comes_back_and_a_coding_is_none() -> None:
    issue = Issue("a.txt", "report-empty", "a.txt: the report has no text.")
    assert issue_from_contract(issue_to_contract(issue)) == issue
    assert issue_from_contract(to_contract(full_report())) is None


def test_a_line_without_what_came_with_the_report_is_read_and_its_quotes_are_believed() -> None:
    written = to_contract(full_report())
    for name in ("title", "published", "publisher", "url", "text"):
        del written[name]
    read = from_contract(written)
    assert read.report == Report("", id="r-1")
    assert replace(read, report=full_report().report).statements == full_report().statements


BROKEN: list[tuple[list[Any], Any, str]] = [
    ([], [], "it is not an object"),
    (["id"], 7, '"id" is not a string'),
    (["events"], {}, '"events" is not a list'),
    (["events", 0], None, '"events[0]" is not an object'),
    (["events", 0, "role"], "lead", '"events[0].role" is none of main, background'),
    (["events", 0, "date_start"], "soon", '"events[0].date_start" is not an ISO day'),
    (["events", 0, "targets"], [1], '"events[0].targets" is not a list of strings'),
    (["events", 0, "location", "lat"], 10**400, '"events[0].location.lat" is not a number'),
    (["events", 0, "location", "lat"], float("nan"), '"events[0].location.lat" is not a number'),
    (["events", 0, "casualties", 0, "low"], True, '"events[0].casualties[0].low" is not a whole number'),
    (["events", 0, "casualties", 0, "approx"], 1, '"events[0].casualties[0].approx" is neither true nor false'),
    (["events", 0, "trigger", "quote"], "other", '"events[0].trigger.quote" is not what the text has there'),
    (["events", 0, "trigger", "start"], -1, '"events[0].trigger.start" is not before the end'),
    (["coder"], None, '"coder" is not an object'),
]


@pytest.mark.parametrize(("path", "value", "why"), BROKEN)
def test_a_line_that_is_no_coding_is_named_with_the_field_that_is_wrong(path: list[Any], value: Any, why: str) -> None:
    written: Any = json.loads(json.dumps(to_contract(full_report())))
    place = written
    for step in path[:-1]:
        place = place[step]
    if path:
        place[path[-1]] = value
    with pytest.raises(CodingMalformed) as caught:
        from_contract(written if path else value, "coded.jsonl line 3")
    assert str(caught.value).startswith(f"coded.jsonl line 3: {why}")
