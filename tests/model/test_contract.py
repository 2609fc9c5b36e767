"""The contract: field for field what the design page promises, and nothing that JSON cannot hold."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import RecordMalformed
from dateline.model import Issue, Report
from dateline.model.contract import issue_to_contract, to_contract
from dateline.model.record import report_from_record
from tests.fakes import full_report

GUIDE_EVENT = {
    "id", "role", "event_type", "sub_event_type", "date_start", "date_end", "date_precision", "location",
    "other_locations", "perpetrators", "targets", "weapons", "casualties", "responsibility", "disruptions",
}  # fmt: skip
GUIDE_CLAIM = {"status", "group", "low", "high", "approx", "source", "evidence"}


def test_a_coded_report_has_the_fields_of_the_contract_in_order() -> None:
    found = to_contract(full_report())
    assert list(found) == [
        "id", "title", "published", "publisher", "url", "relevant", "language", "dateline", "statements", "places",
        "dates", "actors", "people", "events", "coder", "text",
    ]  # fmt: skip
    assert found["dateline"] == {"place": "Quetta", "date": "2026-01-31", "agency": "AFP"}


def test_an_event_has_the_guides_fields_and_trigger_confidence_and_toll() -> None:
    event = json.loads(json.dumps(to_contract(full_report())))["events"][0]
    assert set(event) == GUIDE_EVENT | {"trigger", "confidence", "toll", "date_basis", "date_span"}
    assert (event["date_basis"], event["date_span"]) == ("implied", None)
    assert event["location"]["geonameid"] == 1167528
    assert event["location"]["precision"] == "exact"
    assert event["toll"]["killed"]["total"] == {
        "low": 10, "best": 10, "high": 14, "rule": "only_figure", "claims": {"low": [0], "best": [0], "high": [0, 1]},
    }  # fmt: skip
    assert event["responsibility"][1] == {"actor": "India", "stance": "blamed", "by": "the prime minister"}
    assert "by" not in event["responsibility"][0]


def test_a_claim_carries_its_evidence_as_words_and_as_a_span_of_the_text() -> None:
    coded = full_report()
    claim = json.loads(json.dumps(to_contract(coded)))["events"][0]["casualties"][1]
    assert set(claim) == GUIDE_CLAIM | {"evidence_span", "who", "source_kind", "anonymous", "partisan", "relation"}
    span = claim["evidence_span"]
    assert coded.report.text[span["start"] : span["end"]] == span["quote"] == claim["evidence"]
    assert claim["relation"] == {"kind": "maybe_part_of", "claim": 0}


def test_reasons_are_told_when_asked_for() -> None:
    event = json.loads(json.dumps(to_contract(full_report(), reasons=True)))["events"][0]
    assert event["reasons"] == [
        {"field": "date", "value": None, "rule": "date_of_report", "odds": None, "words": None},
        {"field": "targets", "value": "police", "rule": "target_head", "odds": 0.875,
         "words": {"start": 0, "end": 6, "quote": "QUETTA"}},
    ]  # fmt: skip
    assert [reason["rule"] for reason in event["casualties"][0]["reasons"]] == ["count_at_least", "source_statement"]
    assert event["casualties"][1]["reasons"] == []


def test_an_issue_keeps_its_place_with_code_and_message() -> None:
    issue = Issue("a.txt", "report-empty", "a.txt: the report has no text.")
    assert issue_to_contract(issue)["error"] == {"code": "report-empty", "message": issue.message}


def test_a_record_gives_a_report_with_what_it_says() -> None:
    record = {"id": 7, "text": "Ten died.", "title": "", "published": "2026-01-31", "publisher": "Dawn", "extra": []}
    expected = Report("Ten died.", id="7", published=date(2026, 1, 31), publisher="Dawn")
    assert report_from_record(record) == expected


def test_a_records_own_day_goes_before_the_day_given_for_all() -> None:
    given_for_all = date(2020, 1, 1)
    assert report_from_record({"text": "x", "published": "2026-01-31"}, published=given_for_all).published == date(
        2026, 1, 31
    )
    assert report_from_record({"text": "x", "published": None}, published=given_for_all).published == given_for_all


@pytest.mark.parametrize(
    "record",
    [None, 3, "text", [], {}, {"text": None}, {"text": 5}, {"text": "x", "id": {}}, {"text": "x", "id": True},
     {"text": "x", "published": "yesterday"}, {"text": "x", "published": 20260131}, {"text": "x", "title": ["a"]}],
)  # fmt: skip
def test_a_record_that_is_no_report_is_named_with_its_place(record: object) -> None:
    with pytest.raises(RecordMalformed, match=r"^line 4: "):
        report_from_record(record, "line 4")


@given(st.text(alphabet=st.characters(codec=None)))
def test_every_text_of_a_record_can_be_written_and_keeps_its_offsets(text: str) -> None:
    report = report_from_record({"text": text})
    report.text.encode("utf-8")
    assert len(report.text) == len(text)
