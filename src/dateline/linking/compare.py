"""Compare two events: each comparison comes out as one of a few levels, in words, which the weights weigh."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.linking.actors import compare_actors
from dateline.linking.counts import compare_counts
from dateline.linking.dates import compare_dates
from dateline.linking.people import compare_people
from dateline.linking.places import compare_places
from dateline.linking.words import compare_words
from dateline.model import Event, ReportedEvent, Role, Status

Comparison = tuple[str, str]
#: Types that two reporters may take one happening for.
_KIN = (
    {"Battles", "Explosions/Remote violence", "Violence against civilians"},
    {"Protests", "Riots"},
    {"Riots", "Violence against civilians"},
)
_WORD_STEPS = (0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.40, 0.50, 0.70)
_NAME_STEPS = (0.05, 0.10, 0.20, 0.30, 0.40, 0.50, 0.65, 0.80)


def compare_facts(a: ReportedEvent, b: ReportedEvent) -> Iterator[Comparison]:
    """Yield what each comparison of coded values says, by name: quick, for it reads no text."""
    yield "place", compare_places(a.event, b.event)
    yield "date", compare_dates(a, b)
    yield "type", _types(a.event, b.event)
    yield "role", _roles(a.event, b.event)
    yield "actors", compare_actors(a.event, b.event)
    for status in (Status.KILLED, Status.INJURED, Status.ABDUCTED, Status.DETAINED):
        yield status.value, compare_counts(a, b, status)


def compare_texts(a: ReportedEvent, b: ReportedEvent) -> Iterator[Comparison]:
    """Yield what the words of the reports say."""
    words, names = compare_words(a, b)
    yield "words", _step(words, _WORD_STEPS)
    yield "names", _step(names, _NAME_STEPS)
    yield "people", compare_people(a, b)


def _types(a: Event, b: Event) -> str:
    if a.sub_event_type == b.sub_event_type:
        return "the same sub-type"
    if a.event_type == b.event_type:
        return "the same type"
    return "kin types" if any({a.event_type, b.event_type} <= kin for kin in _KIN) else "other types"


def _roles(a: Event, b: Event) -> str:
    background = (a.role, b.role).count(Role.BACKGROUND)
    return ("main in both", "background in one", "background in both")[background]


def _step(value: float, steps: tuple[float, ...]) -> str:
    """Return the step of a measure that a value falls in, as words.

    >>> _step(0.12, (0.05, 0.10, 0.20))
    '0.10 to 0.20'
    """
    below = max((step for step in steps if step <= value), default=0.0)
    above = min((step for step in steps if step > value), default=1.0)
    return f"{below:.2f} to {above:.2f}"
