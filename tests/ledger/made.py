"""Reports made for tests, coded in an instant: "On 2026-01-31 gunmen killed 12 people in Quetta, police said."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from zlib import crc32

from dateline.linking import cluster_events
from dateline.model import (
    Claim,
    CodedReport,
    DatePrecision,
    Event,
    Group,
    Judgement,
    Location,
    Report,
    ReportedEvent,
    Role,
    SourceKind,
    Span,
    Statement,
    Status,
    Verdict,
)
from dateline.pipeline.linkage import Linker
from tests.fakes import MADE_BY

_TOLD = re.compile(r"On (\S+) gunmen killed (\d+) people in (\w+)(?:, ([^.]+) said)?")


def report(place: str, killed: int, published: str = "2026-02-01", day: str = "2026-01-31", **other: str) -> Report:
    """Return a report of one attack; ``speaker``, ``publisher``, ``title`` and more may be given."""
    speaker = other.pop("speaker", "police")
    text = f"On {day} gunmen killed {killed} people in {place}, {speaker} said. {other.pop('more', '')}"
    return Report(text, published=date.fromisoformat(published), **other)  # type: ignore[arg-type]


def code(given: Report) -> CodedReport:
    """Return a report with what its sentences tell."""
    found = enumerate(_TOLD.finditer(given.text), start=1)
    statements = (Statement(None, None, Span.of(given.text, 0, 10)),)
    return CodedReport(given, MADE_BY, statements=statements, events=tuple(_event(given, n, m) for n, m in found))


def _event(given: Report, number: int, match: re.Match[str]) -> Event:
    span, day = Span.of(given.text, *match.span()), date.fromisoformat(match[1])
    count = int(match[2])
    claim = Claim(
        Status.KILLED, Group.CIVILIANS, count, count, False, match[4], span, Span.of(given.text, *match.span(2)),
        source_kind=SourceKind.STATE_SECURITY,
    )  # fmt: skip
    return Event(
        f"e{number}", Role.MAIN, "Violence against civilians", "Attack", span, 0.9,
        date_start=day, date_end=day, date_precision=DatePrecision.DAY,
        location=Location(match[3], None, None, "Balochistan", "Pakistan", "PK", *_point(match[3]), "exact"),
        casualties=(claim,),
    )  # fmt: skip


def _point(place: str) -> tuple[float, float]:
    """Return a point of a place's own, far from others."""
    number = crc32(place.encode())
    return 10.0 + number % 40, 10.0 + number // 40 % 100


class MadeCoder:
    """Codes made reports."""

    def code(self, given: Report) -> CodedReport:
        return code(given)


def load_made(threads: int = 0) -> MadeCoder:
    """Make a coder of made reports; a function of a module, so that other processes find it."""
    return MadeCoder()


def _place_of(one: ReportedEvent) -> str:
    return one.event.location.name if one.event.location else ""


def _propose(
    new: Sequence[ReportedEvent], known: Sequence[ReportedEvent], origins: Mapping[str, str]
) -> list[Judgement]:
    pairs = {
        tuple(sorted((a.key, b.key)))
        for a in new
        for b in (*new, *known)
        if a.report.id != b.report.id and _place_of(a) == _place_of(b)
    }
    return [Judgement(first, second, Verdict.SAME, 0.9, "fake 1", None, "the place") for first, second in sorted(pairs)]


#: Links what happened in one place, takes no report for a copy, and sees no parts.
BY_PLACE = Linker(
    block_keys=lambda one: frozenset({_place_of(one)}),
    lookup_keys=lambda one: frozenset({_place_of(one)}),
    propose_judgements=_propose,
    cluster_events=cluster_events,
    find_origins=lambda reports: {},
    find_parts=lambda events: {},
)
