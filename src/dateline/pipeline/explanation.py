"""Say in sentences why a report is coded as it is: which words and which rule or head decided each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.model import Bounds, Claim, CodedReport, Event, Reason, Span
from dateline.tolls import rule_sentence


@dataclass(frozen=True, slots=True)
class Because:
    """Why one field has its value: a sentence, the words that decided (None: no words), the model's odds if it did."""

    field: str
    value: str
    sentence: str
    words: Span | None = None
    odds: float | None = None

    def __str__(self) -> str:
        odds = "" if self.odds is None else f" (odds {self.odds:.2f})"
        words = ""
        if self.words:
            words = f" “{' '.join(self.words.quote.split())}” [{self.words.start}–{self.words.end}]"
        return f"{self.field} = {self.value}: {self.sentence}{odds}{words}"


@dataclass(frozen=True, slots=True)
class EventExplanation:
    """Why an event is coded as it is, field by field; ``claims`` in the order of its casualties."""

    event: str
    fields: tuple[Because, ...]
    claims: tuple[tuple[Because, ...], ...]
    toll: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a report is coded as it is; ``str`` gives it as text, a line a decision."""

    report: str
    events: tuple[EventExplanation, ...]

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def explain(coded: CodedReport) -> Explanation:
    """Return why a report is coded as it is: for every event and claim, which words and which rule or head decided.

    The reasons are those that the deciding rules handed back with their decisions; nothing is worked out afterwards.
    """
    return Explanation(coded.report.id, tuple(_event(event) for event in coded.events))


def reason_sentence(rule: str) -> str:
    """Return what a reason's code means, in a sentence.

    >>> reason_sentence("date_unknown")
    'Nothing in the report says when.'
    """
    sentences = load_table("reasons.toml")
    return str(sentences.get(rule, sentences["place_other"]))


def _lines(explanation: Explanation) -> Iterator[str]:
    for event in explanation.events:
        yield event.event
        yield from (f"  {because}" for because in event.fields)
        for number, claim in enumerate(event.claims, start=1):
            yield f"  claim {number}"
            yield from (f"    {because}" for because in claim)
        yield from (f"  {because}" for because in event.toll)


def _event(event: Event) -> EventExplanation:
    return EventExplanation(
        event.id,
        tuple(_because(reason, _event_value(event, reason.field)) for reason in event.reasons),
        tuple(
            tuple(_because(reason, _claim_value(claim, reason.field)) for reason in claim.reasons)
            for claim in event.casualties
        ),
        tuple(
            _toll(f"{status} {group}", bounds)
            for status, by_group in event.toll.items()
            for group, bounds in by_group.items()
        ),
    )


def _because(reason: Reason, value: str) -> Because:
    return Because(reason.field, reason.value or value, reason_sentence(reason.rule), reason.words, reason.odds)


def _event_value(event: Event, field: str) -> str:
    if field == "date":
        days = dict.fromkeys(str(day) for day in (event.date_start, event.date_end) if day)
        return " to ".join(days) or "unknown"
    if field == "location":
        return event.location.name if event.location else "unknown"
    return {"role": str(event.role), "trigger": event.trigger.quote}.get(field, event.sub_event_type)


def _claim_value(claim: Claim, field: str) -> str:
    relation = f"{claim.relation.kind} claim {claim.relation.claim + 1}" if claim.relation else "none"
    return {
        "claim": claim.evidence.quote,
        "count": _count(claim.low, claim.high) + (", about" if claim.approx else ""),
        "status": str(claim.status),
        "group": str(claim.group),
        "source": claim.source or "the report itself",
        "partisan": "yes",
        "relation": relation.replace("_", " "),
    }[field]


def _count(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    return f"{low}" if low == high else f"{low} to {high}"


def _toll(name: str, bounds: Bounds) -> Because:
    """Return why the best figure of a toll is what it is, and by which claims; claims count from 1."""
    said = [f"{bound} by {_claims(claims)}" for bound, claims in _carriers(bounds)]
    value = f"{_count(bounds.low, bounds.high)}, best {bounds.best}"
    return Because(name, value, f"{rule_sentence(bounds.rule)} ({'; '.join(said)})")


def _carriers(bounds: Bounds) -> list[tuple[str, tuple[int, ...]]]:
    return [("low", bounds.low_claims), ("best", bounds.best_claims), ("high", bounds.high_claims)]


def _claims(indices: tuple[int, ...]) -> str:
    numbers = " and ".join(str(index + 1) for index in indices)
    return f"claim {numbers}" if len(indices) == 1 else f"claims {numbers}" if indices else "none"
