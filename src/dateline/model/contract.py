"""The contract: coded reports as the JSON that ``dateline code --format jsonl`` writes, field for field."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from dateline.model.claim import Claim, Responsibility, Statement
from dateline.model.coded import CodedReport, Issue
from dateline.model.event import Bounds, Event, Toll
from dateline.model.mentions import Dateline, DateMention, Location
from dateline.model.reason import Reason
from dateline.model.span import Span

Json = dict[str, object]


def to_contract(coded: CodedReport, *, reasons: bool = False) -> Json:
    """Return a coded report as the object of the contract, ready for ``json.dumps``.

    With ``reasons``, events and claims say which words and which rule or head decided each field.

    >>> from dateline.model import Coder, Report
    >>> made_by = Coder("dateline", "0.1.0", codebook="1", gazetteer="1", model="1")
    >>> found = to_contract(CodedReport(Report("Rain fell.", id="r1"), made_by))
    >>> found["id"], found["relevant"], found["dateline"], found["events"]
    ('r1', False, None, [])
    """
    report = coded.report
    return {
        "id": report.id,
        "title": report.title,
        "published": _day(report.published),
        "publisher": report.publisher,
        "url": report.url,
        "relevant": coded.relevant,
        "language": coded.language,
        "dateline": _dateline(coded.dateline) if coded.dateline else None,
        "statements": [_statement(statement) for statement in coded.statements],
        "places": [_span(place.span) | _place(place.location) for place in coded.places],
        "dates": [_date_mention(mention) for mention in coded.dates],
        "actors": [
            _span(actor.span)
            | {
                "name": actor.name,
                "register_id": actor.register_id,
                "kind": actor.kind,
                "country_code": actor.country_code,
            }
            for actor in coded.actors
        ],
        "people": [_span(person.span) | {"name": person.name, "role": person.role.value} for person in coded.people],
        "events": [_event(event, reasons) for event in coded.events],
        "coder": asdict(coded.coder),
        "text": report.text,
    }


def issue_to_contract(issue: Issue) -> Json:
    """Return the object that stands in the place of an input which could not be coded.

    >>> issue_to_contract(Issue("empty.txt", "report-empty", "empty.txt: the report has no text."))
    {'id': 'empty.txt', 'error': {'code': 'report-empty', 'message': 'empty.txt: the report has no text.'}}
    """
    return {"id": issue.id, "error": {"code": issue.code, "message": issue.message}}


def _event(event: Event, reasons: bool) -> Json:
    found: Json = {
        "id": event.id,
        "role": event.role.value,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "date_start": _day(event.date_start),
        "date_end": _day(event.date_end),
        "date_precision": event.date_precision.value,
        "date_basis": event.date_basis.value if event.date_basis else None,
        "date_span": _span(event.date_span) if event.date_span else None,
        "location": _place(event.location) if event.location else None,
        "other_locations": list(event.other_locations),
        "perpetrators": list(event.perpetrators),
        "targets": list(event.targets),
        "weapons": list(event.weapons),
        "casualties": [_claim(claim, reasons) for claim in event.casualties],
        "responsibility": [_responsibility(one) for one in event.responsibility],
        "disruptions": list(event.disruptions),
        "trigger": _span(event.trigger),
        "confidence": round(event.confidence, 3),
        "toll": _toll(event.toll),
    }
    if reasons:
        found["reasons"] = [_reason(reason) for reason in event.reasons]
    return found | {"incident": event.incident} if event.incident else found


def _claim(claim: Claim, reasons: bool) -> Json:
    relation = claim.relation
    found: Json = {
        "status": claim.status.value,
        "group": claim.group.value,
        "low": claim.low,
        "high": claim.high,
        "approx": claim.approx,
        "source": claim.source,
        "evidence": claim.evidence.quote,
        "evidence_span": _span(claim.evidence),
        "who": _span(claim.who),
        "source_kind": claim.source_kind.value,
        "anonymous": claim.anonymous,
        "partisan": claim.partisan,
        "relation": {"kind": relation.kind.value, "claim": relation.claim} if relation else None,
    }
    return found | {"reasons": [_reason(reason) for reason in claim.reasons]} if reasons else found


def _reason(reason: Reason) -> Json:
    return {
        "field": reason.field,
        "value": reason.value,
        "rule": reason.rule,
        "odds": None if reason.odds is None else round(reason.odds, 3),
        "words": _span(reason.words) if reason.words else None,
    }


def _responsibility(one: Responsibility) -> Json:
    found: Json = {"actor": one.actor, "stance": one.stance.value}
    if one.stance == "blamed":
        found["by"] = one.by
    if one.evidence:
        found["evidence_span"] = _span(one.evidence)
    return found


def _toll(toll: Toll) -> Json:
    return {status: {group: _bounds(bounds) for group, bounds in by_group.items()} for status, by_group in toll.items()}


def _bounds(bounds: Bounds) -> Json:
    return {
        "low": bounds.low,
        "best": bounds.best,
        "high": bounds.high,
        "rule": bounds.rule,
        "claims": {
            "low": list(bounds.low_claims),
            "best": list(bounds.best_claims),
            "high": list(bounds.high_claims),
        },
    }


def _statement(statement: Statement) -> Json:
    return {
        "source": _span(statement.source) if statement.source else None,
        "cue": _span(statement.cue) if statement.cue else None,
        "content": _span(statement.content),
        "speaker": statement.speaker,
        "source_kind": statement.source_kind.value,
        "anonymous": statement.anonymous,
    }


def _place(location: Location) -> Json:
    return asdict(location)


def _date_mention(mention: DateMention) -> Json:
    return _span(mention.span) | {
        "value": mention.value,
        "date_start": _day(mention.start),
        "date_end": _day(mention.end),
        "precision": mention.precision.value,
    }


def _dateline(dateline: Dateline) -> Json:
    return {"place": dateline.place, "date": _day(dateline.date), "agency": dateline.agency}


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
