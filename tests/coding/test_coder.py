"""The coder: whole reports through the language model that ships, by laws that any good model keeps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from dateline.codebook import event_type_of, load_table
from dateline.coding.coder import ReportCoder
from dateline.gazetteer import Gazetteer
from dateline.language.parser import load_parser
from dateline.model import CodedReport, DateBasis, Group, Report, Role, SourceKind, Span, Status
from dateline.model.contract import to_contract
from dateline.register import Register

DJIBO = "Gunmen killed ten soldiers in Djibo, Burkina Faso, on Monday, the army said."
DISPATCHES = {
    "djibo": DJIBO,
    "quetta": (
        "QUETTA, Pakistan, Jan 31 (AFP) — A suicide bomber blew himself up outside a police station in Quetta on "
        "Saturday, killing at least six officers and wounding more than 20 people, officials said.\n\n"
        "The Baloch Liberation Army claimed responsibility. Mobile phone services were suspended. Four policemen were "
        "also killed in Nushki; it was not clear whether they were among the six.\n\n“We heard a blast,” a shopkeeper, "
        "Imran Ali, said. In March last year gunmen hijacked a train in the province, killing 31 people."
    ),
    "goma": (
        "M23 rebels seized the town of Sake near Goma on Thursday, residents and a UN source said. Three nurses were "
        "abducted. Congo accuses Rwanda of backing the rebels; Rwanda denies it. Thousands fled."
    ),
    "lagos": (
        "Police fired tear gas at protesters in Lagos on Friday and arrested 15 people, a lawyer for the demonstrators "
        "said. Up to 40 people were hurt, according to Amnesty International."
    ),
    "kherson": (
        "A Russian drone strike killed a woman and her two sons in Kherson overnight, the governor said. Russia's "
        "defence ministry said it had killed about 30 Ukrainian soldiers."
    ),
}  # fmt: skip
ODD = {
    "empty": "",
    "blank": " \n\t\u00a0\u2028 ",
    "marks only": "…!? — “”. ((( ))) -- ,,, ;;;",
    "one long line": "Gunmen killed ten soldiers, police said, and " * 200 + " " * 41_000 + "fled.",
    "one long word": "x" * 50_000,
    "line breaks": "\n" * 3000,
    "a word a line": "killed\n" * 300,
    "emoji": "🙂 Gunmen 🔫 killed 👩‍👩‍👧 ten soldiers 🇧🇫 in Djibo 💥.",
    "right to left": "قتل مسلحون عشرة جنود. \u202eGunmen killed ten soldiers\u202c in Djibo.",
    "controls": "Gunmen\x01 killed\x07 ten\x1b[31m soldiers\x85 in \ufeffDjibo\x0b today.",
    "combining": "Gunmen k\u0301i\u0308lled t\u0316en soldie\u200drs in Djibo.",
    "half a pair": "Gunmen killed ten \ud83d soldiers.",
    "digits": "9" * 6000 + " people were killed.",
    "brackets": "(" * 500 + "killed" + ")" * 500,
}


@cache
def coder() -> ReportCoder:
    return ReportCoder(load_parser(), Gazetteer.open(), Register.open())


@cache
def coded(text: str) -> CodedReport:
    return coder().code(Report(text, published=date(2026, 2, 2)))


def spans(report: CodedReport) -> Iterator[Span]:
    """Yield every span of a coded report."""
    for statement in report.statements:
        yield from filter(None, (statement.source, statement.cue, statement.content))
    for mentions in (report.places, report.dates, report.actors, report.people):
        yield from (mention.span for mention in mentions)
    for event in report.events:
        yield event.trigger
        yield from filter(None, (event.date_span, *(reason.words for reason in event.reasons)))
        for claim in event.casualties:
            yield from (claim.evidence, claim.who)
            yield from filter(None, (reason.words for reason in claim.reasons))
        yield from (one.evidence for one in event.responsibility if one.evidence)


EVERY = [pytest.param(text, id=name) for name, text in (DISPATCHES | ODD).items()]


@pytest.mark.parametrize("text", EVERY)
def test_every_span_of_a_coding_equals_its_quote(text: str) -> None:
    for span in spans(coded(text)):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.quote


@pytest.mark.parametrize("text", EVERY)
def test_every_event_keeps_to_the_codebook_and_to_itself(text: str) -> None:
    report = coded(text)
    assert [event.id for event in report.events] == [f"e{n}" for n in range(1, len(report.events) + 1)]
    for event in report.events:
        assert event.event_type == event_type_of(event.sub_event_type)
        assert 0 < event.confidence <= 1.001
        assert event.date_start is None or event.date_end is None or event.date_start <= event.date_end
        for index, claim in enumerate(event.casualties):
            assert claim.high is None or 0 <= claim.low <= claim.high
            assert claim.relation is None or claim.relation.claim in set(range(len(event.casualties))) - {index}


@pytest.mark.parametrize("text", EVERY)
def test_every_field_says_what_decided_it(text: str) -> None:
    sentences = load_table("reasons.toml")
    for event in coded(text).events:
        reasons = list(event.reasons)
        for claim in event.casualties:
            reasons += claim.reasons
            assert {"claim", "count", "status", "group", "source"} <= {reason.field for reason in claim.reasons}
            assert claim.partisan == any(reason.field == "partisan" for reason in claim.reasons)
            assert (claim.relation is not None) == any(reason.field == "relation" for reason in claim.reasons)
        assert {reason.rule for reason in reasons} <= sentences.keys()
        assert {"trigger", "sub_event_type", "role", "date"} <= {reason.field for reason in event.reasons}
        assert event.location is None or any(reason.field == "location" for reason in event.reasons)
        for field in ("perpetrators", "targets", "weapons", "disruptions"):
            assert {reason.value for reason in event.reasons if reason.field == field} == set(getattr(event, field))


@pytest.mark.parametrize("text", EVERY)
def test_a_day_is_stated_in_words_or_implied_or_unknown(text: str) -> None:
    for event in coded(text).events:
        assert (event.date_basis is None) == (event.date_start is None)
        assert (event.date_basis is DateBasis.STATED) == (event.date_span is not None)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in DISPATCHES.items()])
def test_the_same_report_gives_the_same_bytes_twice(text: str) -> None:
    report = Report(text, published=date(2026, 2, 2))
    again = coder().code(Report(text, published=date(2026, 2, 2)))
    assert again.report.id == report.id == coded(text).report.id
    assert json.dumps(to_contract(again)) == json.dumps(to_contract(coded(text)))


def test_what_is_coded_beside_a_report_does_not_change_it() -> None:
    alone = to_contract(coded(DJIBO))
    for other in DISPATCHES.values():
        coder().code(Report(other))
    assert to_contract(coder().code(Report(DJIBO, published=date(2026, 2, 2)))) == alone


@pytest.mark.parametrize("name", ["empty", "blank", "marks only", "line breaks"])
def test_a_report_that_says_nothing_has_no_event(name: str) -> None:
    report = coded(ODD[name])
    assert (report.relevant, report.statements, report.places) == (False, (), ())


def test_ten_soldiers_killed_in_djibo_are_ten_soldiers_killed_in_djibo() -> None:
    (event,) = coded(DJIBO).events
    (claim,) = event.casualties
    assert (claim.status, claim.group, claim.low, claim.high) == (Status.KILLED, Group.SECURITY_FORCES, 10, 10)
    assert (claim.source, claim.source_kind) == ("the army", SourceKind.STATE_SECURITY)
    assert (event.role, event.date_start) == (Role.MAIN, date(2026, 2, 2))
    assert event.location is not None
    assert (event.location.name, event.location.country_code) == ("Djibo", "BF")


def test_a_hedge_and_a_claim_of_responsibility_are_read_in_a_longer_dispatch() -> None:
    claims = [claim for event in coded(DISPATCHES["quetta"]).events for claim in event.casualties]
    answers = [one for event in coded(DISPATCHES["quetta"]).events for one in event.responsibility]
    assert (Status.KILLED, Group.SECURITY_FORCES, 6, None) in [(c.status, c.group, c.low, c.high) for c in claims]
    assert ("Baloch Liberation Army", "claimed") in [(one.actor, str(one.stance)) for one in answers]


def test_rain_is_no_event() -> None:
    assert not coded("Heavy rain fell over the weekend, and the river rose by a metre.").relevant
