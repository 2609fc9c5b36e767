"""The latest claims of each source among the reports of one incident, every copy of a text taken for that text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.codebook import load_table
from dateline.model import Claim, Group, Relation, RelationKind, Status
from dateline.tolls.moments import Moment, is_later


@dataclass(frozen=True, slots=True)
class ReportedClaims:
    """The claims of one report about one incident; their relations are indices into ``claims``.

    ``published`` is when the report appeared, a time or only a day (use the day it was first seen where nothing else
    is known). ``origin`` names the text that the report goes back to: the same for every copy of one dispatch, the
    report's own id where it is no copy.
    """

    report: str
    published: Moment
    publisher: str | None
    origin: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim as it stands in a state: who says it, and where it was read first.

    ``speaker`` is the source in folded words, or, for what a report says in its own voice, the publisher that had
    that text first. ``origins`` are the texts that carry the claim, however many outlets print each.
    """

    claim: Claim
    speaker: str
    report: str
    published: Moment
    origins: tuple[str, ...]


#: Who says something of what happened to whom.
_Matter = tuple[str, Status, Group]
#: A claim by its report and its place there.
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one speaker says in one report on one matter: one figure, or several as in "two here and one there"."""

    report: int
    claims: tuple[int, ...]
    figures: Counter[tuple[int, int | None, bool]]


def latest_claims(reports: Sequence[ReportedClaims]) -> list[Heard]:
    """Return the claims that stand after some reports, which come in their order of time.

    Of each speaker the latest claims on a status and group stand; of reports of which none is surely the later, all
    do. What two reports of one speaker tell alike is one claim, carried by both texts.
    """
    voices = _voices(reports)
    matters: dict[_Matter, list[_Telling]] = {}
    for number, report in enumerate(reports):
        for matter, telling in _tellings(number, report, voices[report.origin]):
            matters.setdefault(matter, []).append(telling)
    heard: list[tuple[_Place, Heard]] = []
    for matter, tellings in matters.items():
        for telling, origins in _standing(tellings, reports):
            report = reports[telling.report]
            heard += [
                ((telling.report, i), Heard(report.claims[i], matter[0], report.report, report.published, origins))
                for i in telling.claims
            ]
    heard.sort(key=lambda one: one[0])
    return _related([place for place, _ in heard], [one for _, one in heard], reports, voices)


def _voices(reports: Sequence[ReportedClaims]) -> dict[str, str]:
    """Return who speaks where a text names no source: the publisher that had it first."""
    voices: dict[str, str] = {}
    for report in reports:
        voices.setdefault(report.origin, report.publisher or report.origin)
    return voices


def _matter(claim: Claim, voice: str) -> _Matter:
    """Return who speaks of what; a nameless source is one only within what one publisher tells."""
    name = _folded(claim.source) if claim.source else voice
    return f"{name} ({voice})" if claim.source and claim.anonymous else name, claim.status, claim.group


def _folded(source: str) -> str:
    """Return a source's words without case and small words, so that "the police" and "Police" are one speaker."""
    small = load_table("speakers.toml")["empty_words"]
    words = source.casefold().split()
    return " ".join(word for word in words if word not in small) or " ".join(words)


def _tellings(number: int, report: ReportedClaims, voice: str) -> list[tuple[_Matter, _Telling]]:
    matters: dict[_Matter, list[int]] = {}
    for index, claim in enumerate(report.claims):
        matters.setdefault(_matter(claim, voice), []).append(index)
    return [
        (matter, _Telling(number, tuple(found), Counter(_figure(report.claims[index]) for index in found)))
        for matter, found in matters.items()
    ]


def _figure(claim: Claim) -> tuple[int, int | None, bool]:
    return claim.low, claim.high, claim.approx


def _standing(
    tellings: Sequence[_Telling], reports: Sequence[ReportedClaims]
) -> list[tuple[_Telling, tuple[str, ...]]]:
    """Return the latest tellings of one matter, the fullest of those that tell alike, each with the texts that do."""
    first: dict[tuple[str, frozenset[tuple[object, int]]], Moment] = {}
    times = []
    for telling in tellings:  # a copy that is printed later is as old as the text it copies
        report = reports[telling.report]
        times.append(first.setdefault((report.origin, frozenset(telling.figures.items())), report.published))
    latest = [
        telling for telling, time in zip(tellings, times, strict=True) if not any(is_later(t, time) for t in times)
    ]
    fullest: list[_Telling] = []
    for telling in sorted(latest, key=lambda one: (-one.figures.total(), one.report)):
        if not any(telling.figures <= other.figures for other in fullest):
            fullest.append(telling)
    return [
        (full, tuple(dict.fromkeys(reports[one.report].origin for one in tellings if one.figures <= full.figures)))
        for full in fullest
    ]


def _related(
    places: Sequence[_Place], heard: Sequence[Heard], reports: Sequence[ReportedClaims], voices: Mapping[str, str]
) -> list[Heard]:
    """Return the claims with their relations pointing to each other, not into their reports."""
    at = {place: index for index, place in enumerate(places)}
    alike: dict[tuple[_Matter, tuple[int, int | None, bool]], int] = {}
    matters: dict[_Matter, int] = {}
    for index, (number, _) in enumerate(places):
        matter = _matter(heard[index].claim, voices[reports[number].origin])
        alike.setdefault((matter, _figure(heard[index].claim)), index)
        matters.setdefault(matter, index)

    def relation_of(index: int) -> Relation | None:
        """A whole that its own speaker has since told anew stays the whole; a figure told anew is revised no more."""
        relation = heard[index].claim.relation
        if relation is None:
            return None
        number = places[index][0]
        old = reports[number].claims[relation.claim]
        matter = _matter(old, voices[reports[number].origin])
        found = at.get((number, relation.claim), alike.get((matter, _figure(old))))
        if found is None and relation.kind is not RelationKind.REVISES:
            found = matters.get(matter)
        return Relation(relation.kind, found) if found is not None and found != index else None

    return [replace(one, claim=replace(one.claim, relation=relation_of(index))) for index, one in enumerate(heard)]
