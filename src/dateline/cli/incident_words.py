"""Incidents in words: the line of one in a list, its fields for programs."""

from __future__ import annotations

from dataclasses import asdict

from dateline.cli.wording import bounds_words, counted, days_words
from dateline.ledger import IncidentLine
from dateline.model import Bounds

#: The columns of a list of incidents for programs, in order.
COLUMNS = (
    "id", "part_of", "date_start", "date_end", "place", "admin1", "country", "country_code", "event_type",
    "sub_event_type", "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high",
    "reports", "sources", "background",
)  # fmt: skip
_RENAMED = {"first_day": "date_start", "last_day": "date_end"}


def headline(line: IncidentLine) -> str:
    """Return an incident in a line: id, days, place, type and how many are said to be killed."""
    return " · ".join(
        (line.id, days_words(line.first_day, line.last_day), place_words(line), line.sub_event_type, killed_words(line))
    )


def place_words(line: IncidentLine) -> str:
    """Return the place with division and country, each once."""
    names = dict.fromkeys(name for name in (line.place, line.admin1, line.country) if name)
    return ", ".join(names) or "place not said"


def killed_words(line: IncidentLine) -> str:
    """Return how many are said to be killed, from how many independent sources."""
    killed = f"killed {bounds_words(line.killed)}" if line.killed else "killed not said"
    return f"{killed} · {counted(line.reports, 'report')}, {counted(line.sources, 'independent source')}"


def fields_of(line: IncidentLine) -> dict[str, object]:
    """Return an incident as a flat object, days in ISO form, in the order of :data:`COLUMNS`."""
    given = {_RENAMED.get(name, name): value for name, value in asdict(line).items()}
    for status, bounds in (("killed", line.killed), ("injured", line.injured)):
        given |= {f"{status}_{name}": value for name, value in _parts(bounds).items()}
    given |= {
        name: day.isoformat() if day else None
        for name, day in (("date_start", line.first_day), ("date_end", line.last_day))
    }
    return {name: given[name] for name in COLUMNS}


def _parts(bounds: Bounds | None) -> dict[str, int | None]:
    return {name: getattr(bounds, name) if bounds else None for name in ("low", "best", "high")}
