"""Values in words: how counts, days, places, sources and tolls read on the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

from dateline.model import (
    Bounds,
    Claim,
    DateBasis,
    Dateline,
    DatePrecision,
    Event,
    Location,
    Responsibility,
    SourceKind,
    Stance,
)

NOT_SAID = "not said"
_BLANKS = frozenset(["Zs", "Zl", "Zp"])
_HIDDEN = frozenset(["Cc", "Cf", "Cs"])
_JOINERS = "\u200c\u200d"


def harmless(text: str) -> str:
    """Return text that cannot steer a terminal: blanks as spaces, control and direction marks spelled out.

    >>> harmless("killed\\nten\\x1b[31m")
    'killed ten\\\\x1b[31m'
    """
    return "".join(map(_spelled, text))


def _spelled(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in _BLANKS or character in "\n\r\t":
        return " "
    if kind in _HIDDEN and character not in _JOINERS:
        return character.encode("unicode_escape").decode("ascii")
    return character


def count_words(claim: Claim) -> str:
    """Return a count with its hedge: ``37``, ``~30``, ``≥10``, ``≤20``, ``5–7``, ``≥12 (vague)``."""
    if claim.high is None:
        return f"≥{claim.low:,} (vague)" if claim.approx else f"≥{claim.low:,}"
    about = "~" if claim.approx else ""
    if claim.low == claim.high:
        return f"{about}{claim.low:,}"
    return f"{about}≤{claim.high:,}" if claim.low == 0 else f"{about}{claim.low:,}–{claim.high:,}"


def source_words(claim: Claim) -> str:
    """Return who says it, with the kind of source, whether nameless, and whether a party to the event."""
    notes = [] if claim.source_kind is SourceKind.UNKNOWN else [named(claim.source_kind)]
    notes += ["anonymous"] * claim.anonymous + ["party to the conflict"] * claim.partisan
    said_by = claim.source or "the report itself"
    return f"{said_by} ({', '.join(notes)})" if notes else said_by


def evidence_words(claim: Claim) -> str:
    """Return the words it was found in, and how the claim relates to another; claims count from 1."""
    quote = f"“{' '.join(claim.evidence.quote.split())}”"
    if claim.relation is None:
        return quote
    kind = {"part_of": "part of", "maybe_part_of": "may be part of", "revises": "revises"}[claim.relation.kind]
    return f"{quote} [{kind} claim {claim.relation.claim + 1}]"


def when_words(event: Event) -> str:
    """Return the days of an event, how exactly they are known, and whether they are only implied."""
    if event.date_start is None:
        return NOT_SAID
    last = event.date_end or event.date_start
    days = f"{event.date_start}" if last == event.date_start else f"{event.date_start} to {last}"
    notes = [] if event.date_precision is DatePrecision.DAY else [str(event.date_precision)]
    notes += ["implied"] * (event.date_basis is DateBasis.IMPLIED)
    return f"{days} ({', '.join(notes)})" if notes else days


def where_words(location: Location | None, others: Iterable[str] = ()) -> str:
    """Return a place with its division, country and point, and what the point stands for."""
    if location is None:
        return NOT_SAID
    names = dict.fromkeys(name for name in (location.name, location.admin1, location.country) if name)
    place = ", ".join(names)
    if location.lat is None or location.lon is None:
        place += " (not in the gazetteer)" if location.geonameid is None and location.precision == "unknown" else ""
    else:
        place += f" ({location.lat:.2f}, {location.lon:.2f}, {named(location.precision)})"
    also = ", ".join(others)
    return f"{place}; also {also}" if also else place


def who_words(event: Event) -> str:
    """Return who did it to whom."""
    return f"{'; '.join(event.perpetrators) or NOT_SAID} → {'; '.join(event.targets) or NOT_SAID}"


def responsibility_words(one: Responsibility) -> str:
    """Return who claims, denies or is blamed."""
    if one.stance is Stance.CLAIMED:
        return f"claimed by {one.actor}"
    if one.stance is Stance.DENIED:
        return f"denied by {one.actor}"
    return f"{one.actor} blamed by {one.by}" if one.by else f"{one.actor} blamed"


def toll_words(event: Event) -> list[str]:
    """Return a phrase a status: all together, then each group, from low to high with the best figure."""
    return [f"{status} {group_words(by_group)}" for status, by_group in event.toll.items()]


def group_words(by_group: Mapping[str, Bounds]) -> str:
    """Return the bounds of all together and of each group."""
    groups = {group: bounds for group, bounds in by_group.items() if group != "total"}
    phrases = [f"{_bounds(bounds)} {named(group)}" for group, bounds in groups.items()]
    total = by_group.get("total")
    if total is None or len(groups) == 1:
        return "; ".join(phrases)
    return f"{_bounds(total)} ({'; '.join(phrases)})" if phrases else _bounds(total)


def _bounds(bounds: Bounds) -> str:
    if bounds.high is None:
        return f"≥{bounds.low:,}" + (f" (best {bounds.best:,})" if bounds.best != bounds.low else "")
    if bounds.low == bounds.high:
        return f"{bounds.low:,}"
    return f"{bounds.low:,}–{bounds.high:,} (best {bounds.best:,})"


def dateline_words(dateline: Dateline | None) -> str | None:
    """Return the head of a dispatch as it reads in print: ``QUETTA, 2026-01-31 (AFP)``."""
    if dateline is None:
        return None
    head = ", ".join(str(part) for part in (dateline.place and dateline.place.upper(), dateline.date) if part)
    return f"{head} ({dateline.agency})" if dateline.agency else head or None


def named(code: str) -> str:
    """Return a code of the contract as words.

    >>> named("security_forces")
    'security forces'
    """
    return code.replace("_", " ")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "report"), counted(2000, "report")
    ('1 report', '2,000 reports')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def bounds_words(bounds: Bounds) -> str:
    """Return low to high with the best figure: ``12``, ``≥10``, ``10–14 (best 12)``."""
    return _bounds(bounds)


def days_words(first: date | None, last: date | None) -> str:
    """Return a day, or days from first to last."""
    if first is None:
        return "day not said"
    return str(first) if last in (None, first) else f"{first} to {last}"
