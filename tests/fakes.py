"""Stand-ins with real behaviour for what is slow or not at hand."""

from __future__ import annotations

import os
import re
from datetime import date

from dateline.errors import ModelMissing
from dateline.model import (
    Bounds,
    Claim,
    CodedReport,
    Coder,
    DateBasis,
    Dateline,
    DatePrecision,
    Event,
    Group,
    Location,
    Reason,
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

MADE_BY = Coder("fake", "0", codebook="0", gazetteer="0", model="0")
_KILLED = re.compile(r"(\d+) (\w+) were killed")


class FakeCoder:
    """Finds "N people were killed", and does as the text bids: "fail" raises, "die" ends the process."""

    def code(self, report: Report) -> CodedReport:
        if "please fail" in report.text:
            raise KeyError("a fault in the coder")
        if "please die" in report.text:
            os._exit(3)
        found = _KILLED.finditer(report.text)
        return CodedReport(report, MADE_BY, events=tuple(_event(report, n, m) for n, m in enumerate(found, start=1)))


def load_missing(threads: int = 0) -> FakeCoder:
    """Fail as a coder does whose language model is not there."""
    raise ModelMissing("/nowhere")


def load_fake(threads: int = 0) -> FakeCoder:
    """Make a fake coder; a function of a module, so that worker processes find it."""
    return FakeCoder()


def _event(report: Report, number: int, match: re.Match[str]) -> Event:
    span = Span.of(report.text, *match.span())
    count = int(match[1])
    claim = Claim(Status.KILLED, Group.UNSPECIFIED, count, count, False, None, span, span)
    return Event(f"e{number}", Role.MAIN, "Violence against civilians", "Attack", span, 1.0, casualties=(claim,))


def full_report(
    text: str = "QUETTA — At least 10 officers were killed, 4 of them in Quetta, an official said.",
) -> CodedReport:
    """Return a coded report with something in every field that the screen shows."""
    span = Span.of(text, 0, min(40, len(text)))

    def claim(low: int, high: int | None, source: str | None = None, relation: Relation | None = None) -> Claim:
        kind = SourceKind.STATE_SECURITY if source else SourceKind.UNKNOWN
        return Claim(
            Status.KILLED, Group.SECURITY_FORCES, low, high, high is None and low == 12, source, span, span,
            source_kind=kind, anonymous=source is not None, relation=relation,
            reasons=(Reason("count", "count_at_least", span), Reason("source", "source_statement", span))
            if source == "an official" else (),
        )  # fmt: skip

    event = Event(
        "e1", Role.MAIN, "Battles", "Armed clash", span, 0.875,
        date_start=date(2026, 1, 31), date_end=date(2026, 1, 31), date_precision=DatePrecision.DAY,
        date_basis=DateBasis.IMPLIED,
        reasons=(
            Reason("date", "date_of_report"),
            Reason("targets", "target_head", Span.of(text, 0, min(6, len(text))), "police", 0.875),
        ),
        location=Location("Quetta", 1167528, "PPLA", "Balochistan", "Pakistan", "PK", 30.18, 66.99, "exact"),
        other_locations=("Nushki",),
        perpetrators=("Baloch Liberation Army",), targets=("police",), weapons=("suicide bomb",),
        casualties=(
            claim(10, None, "an official"),
            claim(4, 4, "a doctor", Relation(RelationKind.MAYBE_PART_OF, 0)),
            claim(12, None),
        ),
        responsibility=(
            Responsibility("Baloch Liberation Army", Stance.CLAIMED),
            Responsibility("India", Stance.BLAMED, by="the prime minister"),
        ),
        disruptions=("trains suspended",),
        toll={
            "killed": dict.fromkeys(
                ("total", "security_forces"), Bounds(10, 10, 14, "only_figure", (0,), (0,), (0, 1))
            ),
            "injured": {"total": Bounds(3, 3, 3), "civilians": Bounds(1, 1, 1), "unspecified": Bounds(2, 2, None)},
        },
    )  # fmt: skip
    background = Event(
        "e2", Role.BACKGROUND, "Battles", "Armed clash", span, 0.5,
        date_start=date(2025, 1, 1), date_end=date(2025, 12, 31), date_precision=DatePrecision.YEAR,
    )  # fmt: skip
    report = Report(text, id="r-1", title="Ten officers killed", published=date(2026, 1, 31), publisher="Dawn")
    return CodedReport(
        report, MADE_BY, dateline=Dateline("Quetta", date(2026, 1, 31), "AFP"),
        statements=(Statement(span, None, span),), events=(event, background),
    )  # fmt: skip
