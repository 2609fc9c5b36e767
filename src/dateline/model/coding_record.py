"""The contract read back: the object that ``to_contract`` makes of a coded report, as values again."""

from __future__ import annotations

from dateline.model.claim import Claim, Relation, Responsibility, Statement
from dateline.model.coded import CodedReport, Coder, Issue
from dateline.model.event import Bounds, Event, Toll
from dateline.model.fields import Fields
from dateline.model.mentions import ActorMention, Dateline, DateMention, Location, Person, PlaceMention
from dateline.model.reason import Reason
from dateline.model.report import Report
from dateline.model.span import Span
from dateline.model.vocabulary import (
    DateBasis,
    DatePrecision,
    Group,
    PersonRole,
    RelationKind,
    Role,
    SourceKind,
    Stance,
    Status,
)


def from_contract(given: object, where: str = "the coded report") -> CodedReport:
    """Return the coded report that a parsed JSON object of the contract holds: the inverse of ``to_contract``.

    What a line was written without comes back as unknown: its text, its reasons. ``where`` names the object in errors.
    Raises CodingMalformed for anything else, a span that does not quote the text among them.

    >>> from_contract({"id": "r1", "events": "none"}, "coded.jsonl line 3")
    Traceback (most recent call last):
    dateline.errors.CodingMalformed: coded.jsonl line 3: "events" is not a list. Each line must be a coded report ...
    """
    fields = Fields(given, where)
    report = _report(fields)
    spans = _Spans(report.text)
    return CodedReport(
        report=report,
        language=fields.maybe("language", fields.text) or "en",
        dateline=fields.maybe("dateline", lambda name: _dateline(fields.item(name))),
        statements=tuple(spans.statement(one) for one in fields.items("statements")),
        places=tuple(PlaceMention(spans.of(one), _location(one)) for one in fields.items("places")),
        dates=tuple(spans.date(one) for one in fields.items("dates")),
        actors=tuple(spans.actor(one) for one in fields.items("actors")),
        people=tuple(
            Person(spans.of(one), one.text("name"), one.code("role", PersonRole)) for one in fields.items("people")
        ),
        events=tuple(spans.event(one) for one in fields.items("events")),
        coder=_coder(fields.item("coder")),
    )


def issue_from_contract(given: object) -> Issue | None:
    """Return the issue that stands in the place of a report; None when the object is something else.

    >>> issue_from_contract({"id": "a.txt", "error": {"code": "report-empty", "message": "a.txt: no text."}})
    Issue(id='a.txt', code='report-empty', message='a.txt: no text.')
    """
    if not isinstance(given, dict) or "error" not in given:
        return None
    fields = Fields(given, "the issue")
    error = fields.item("error")
    return Issue(fields.text("id"), error.text("code"), error.text("message"))


def _report(fields: Fields) -> Report:
    return Report(
        text=fields.maybe("text", fields.text) or "",
        id=fields.text("id"),
        title=fields.maybe("title", fields.text),
        published=fields.maybe("published", fields.day),
        publisher=fields.maybe("publisher", fields.text),
        url=fields.maybe("url", fields.text),
    )


def _coder(one: Fields) -> Coder:
    return Coder(*(one.text(name) for name in ("name", "version", "codebook", "gazetteer", "model")))


def _dateline(one: Fields) -> Dateline:
    return Dateline(one.maybe("place", one.text), one.maybe("date", one.day), one.maybe("agency", one.text))


def _location(one: Fields) -> Location:
    return Location(
        name=one.text("name"),
        geonameid=one.maybe("geonameid", one.number),
        feature=one.maybe("feature", one.text),
        admin1=one.maybe("admin1", one.text),
        country=one.maybe("country", one.text),
        country_code=one.maybe("country_code", one.text),
        lat=one.maybe("lat", one.decimal),
        lon=one.maybe("lon", one.decimal),
        precision=one.maybe("precision", one.text) or "unknown",
        phrase=one.maybe("phrase", one.text),
    )


class _Spans:
    """Everything that stands at a span, checked against the text; without a text the quotes are taken as they are."""

    def __init__(self, text: str) -> None:
        self._text = text

    def of(self, one: Fields) -> Span:
        span = Span(one.number("start"), one.number("end"), one.text("quote"))
        if not 0 <= span.start <= span.end:
            raise one.wrong("start", "is not before the end")
        if self._text and self._text[span.start : span.end] != span.quote:
            raise one.wrong("quote", "is not what the text has there")
        return span

    def at(self, one: Fields, name: str) -> Span:
        return self.of(one.item(name))

    def maybe_at(self, one: Fields, name: str) -> Span | None:
        return one.maybe(name, lambda name: self.at(one, name))

    def statement(self, one: Fields) -> Statement:
        return Statement(
            source=self.maybe_at(one, "source"),
            cue=self.maybe_at(one, "cue"),
            content=self.at(one, "content"),
            speaker=one.maybe("speaker", one.text),
            source_kind=one.code("source_kind", SourceKind),
            anonymous=one.flag("anonymous"),
        )

    def date(self, one: Fields) -> DateMention:
        return DateMention(
            span=self.of(one),
            value=one.maybe("value", one.text),
            start=one.maybe("date_start", one.day),
            end=one.maybe("date_end", one.day),
            precision=one.code("precision", DatePrecision),
        )

    def actor(self, one: Fields) -> ActorMention:
        return ActorMention(
            span=self.of(one),
            name=one.text("name"),
            register_id=one.maybe("register_id", one.text),
            kind=one.maybe("kind", one.text),
            country_code=one.maybe("country_code", one.text),
        )

    def event(self, one: Fields) -> Event:
        return Event(
            id=one.text("id"),
            role=one.code("role", Role),
            event_type=one.text("event_type"),
            sub_event_type=one.text("sub_event_type"),
            trigger=self.at(one, "trigger"),
            confidence=one.decimal("confidence"),
            date_start=one.maybe("date_start", one.day),
            date_end=one.maybe("date_end", one.day),
            date_precision=one.code("date_precision", DatePrecision),
            location=one.maybe("location", lambda name: _location(one.item(name))),
            other_locations=one.texts("other_locations"),
            perpetrators=one.texts("perpetrators"),
            targets=one.texts("targets"),
            weapons=one.texts("weapons"),
            casualties=tuple(self.claim(claim) for claim in one.items("casualties")),
            responsibility=tuple(self.responsibility(each) for each in one.items("responsibility")),
            disruptions=one.texts("disruptions"),
            toll=_toll(one.item("toll")) if "toll" in one else {},
            incident=one.maybe("incident", one.text),
            date_basis=one.maybe("date_basis", lambda name: one.code(name, DateBasis)),
            date_span=self.maybe_at(one, "date_span"),
            reasons=tuple(self.reason(reason) for reason in one.items("reasons")),
        )

    def claim(self, one: Fields) -> Claim:
        return Claim(
            status=one.code("status", Status),
            group=one.code("group", Group),
            low=one.number("low"),
            high=one.maybe("high", one.number),
            approx=one.flag("approx"),
            source=one.maybe("source", one.text),
            evidence=self.at(one, "evidence_span"),
            who=self.at(one, "who"),
            source_kind=one.code("source_kind", SourceKind),
            anonymous=one.flag("anonymous"),
            partisan=one.flag("partisan"),
            relation=one.maybe("relation", lambda name: _relation(one.item(name))),
            reasons=tuple(self.reason(reason) for reason in one.items("reasons")),
        )

    def reason(self, one: Fields) -> Reason:
        return Reason(
            field=one.text("field"),
            rule=one.text("rule"),
            words=self.maybe_at(one, "words"),
            value=one.maybe("value", one.text),
            odds=one.maybe("odds", one.decimal),
        )

    def responsibility(self, one: Fields) -> Responsibility:
        return Responsibility(
            actor=one.text("actor"),
            stance=one.code("stance", Stance),
            by=one.maybe("by", one.text),
            evidence=self.maybe_at(one, "evidence_span"),
        )


def _relation(one: Fields) -> Relation:
    return Relation(one.code("kind", RelationKind), one.number("claim"))


def _toll(given: Fields) -> Toll:
    return {status: {group: _bounds(groups.item(group)) for group in groups} for status, groups in _groups(given)}


def _groups(toll: Fields) -> list[tuple[str, Fields]]:
    return [(status, toll.item(status)) for status in toll]


def _bounds(one: Fields) -> Bounds:
    carried = one.maybe("claims", one.item)
    low, best, high = (carried.numbers(name) if carried else () for name in ("low", "best", "high"))
    rule = one.maybe("rule", one.text) or ""
    return Bounds(one.number("low"), one.number("best"), one.maybe("high", one.number), rule, low, best, high)
