"""Events as reports tell them, made quickly."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.model import (
    Claim,
    DatePrecision,
    Event,
    Group,
    Location,
    Report,
    ReportedEvent,
    Role,
    Span,
    Status,
)

QUETTA = Location("Quetta", 1167528, "PPLA", "Balochistan", "Pakistan", "PK", 30.18, 66.99, "exact")
NUSHKI = Location("Nushki", 1, "PPL", "Balochistan", "Pakistan", "PK", 29.55, 66.02, "exact")
BALOCHISTAN = Location("Balochistan", 2, "ADM1", "Balochistan", "Pakistan", "PK", 28.49, 65.1, "admin1")
LAHORE = Location("Lahore", 3, "PPLA", "Punjab", "Pakistan", "PK", 31.55, 74.34, "exact")
PAKISTAN = Location("Pakistan", 4, "PCLI", None, "Pakistan", "PK", 30.0, 70.0, "country")
KANO = Location("Kano", 5, "PPLA", "Kano", "Nigeria", "NG", 12.0, 8.52, "exact")
DAY = date(2026, 1, 31)
TEXT = "Gunmen of the Baloch Liberation Army attacked the police headquarters in Quetta and killed ten officers."


def told(
    report: str,
    day: date | None = DAY,
    place: Location | None = QUETTA,
    killed: int | None = 10,
    text: str = TEXT,
    event: str = "e1",
    **more: Any,
) -> ReportedEvent:
    """Return an event of a report: a clash in Quetta on a day, unless it is said otherwise."""
    span = Span.of(text, 0, len(text))
    claims = (Claim(Status.KILLED, Group.UNSPECIFIED, killed, killed, False, None, span, span),) if killed else ()
    values: dict[str, Any] = {
        "role": Role.MAIN, "event_type": "Battles", "sub_event_type": "Armed clash", "trigger": span, "confidence": 1.0,
        "date_start": day, "date_end": day, "location": place, "casualties": claims,
        "date_precision": DatePrecision.DAY if day else DatePrecision.UNKNOWN,
    }  # fmt: skip
    published = more.pop("published", day)
    return ReportedEvent(Report(text, id=report, published=published), Event(event, **(values | more)))
