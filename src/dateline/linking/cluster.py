"""Incidents from judgements: yes joins, no parts, a person outranks the machine, and order does not matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from dateline.model import Incident, Judgement, Verdict

Pair = tuple[str, str]
#: Of judgements at one time the more careful counts.
_CAUTION = (Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT)


def cluster_events(
    keys: Iterable[str],
    judgements: Iterable[Judgement],
    parts: Mapping[str, str] = {},
    days: Mapping[str, date] = {},
) -> tuple[Incident, ...]:
    """Return the incidents that events (by key) form, each event in one, the earliest first.

    People's judgements are heard first, then the machine's; within each, the surest first. Two groups join at a
    *same* unless a *different* stands between any two of their events: of a machine for a machine, of a person for
    all. Of one pair the last judgement of a person counts, else the last of a machine; at one time *different* does.
    Events of one report join only when a person says so. ``parts`` tells which event is a part of which other
    (:func:`find_parts`): the incident of the one is then a part of the other's. ``days`` are the days of publication:
    an incident takes its id from its earliest report's event, so that the id stays when later reports join.

    >>> def judged(first, second, verdict): return Judgement(first, second, verdict, 0.9, "me", None, "")
    >>> found = cluster_events(["r1/e1", "r2/e1", "r3/e1"], [judged("r1/e1", "r2/e1", Verdict.SAME)])
    >>> [incident.events for incident in found]
    [('r1/e1', 'r2/e1'), ('r3/e1',)]
    """
    groups = _Groups(keys)
    decided = _decided(judgements)
    for by_person in (True, False):
        for one in decided:
            if one.by_person is by_person and one.verdict is Verdict.DIFFERENT:
                groups.part(one.first, one.second)
        if not by_person:
            groups.part_reports()
        for one in decided:
            if one.by_person is by_person and one.verdict is Verdict.SAME:
                groups.join(one.first, one.second)
    return _incidents(groups.members(days), parts)


def _decided(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgement that counts for each pair, the surest first."""
    last: dict[Pair, Judgement] = {}
    for one in judgements:
        pair = (min(one.first, one.second), max(one.first, one.second))
        if pair not in last or _rank(one) > _rank(last[pair]):
            last[pair] = one
    return [last[pair] for pair in sorted(last, key=lambda pair: (-last[pair].score, pair))]


def _rank(one: Judgement) -> tuple[bool, str, int, float, str, str]:
    time = one.time.isoformat() if one.time else ""
    return one.by_person, time, _CAUTION.index(one.verdict), one.score, one.author, one.reason


class _Groups:
    """Sets of events that grow together, each with the events it must not meet."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._group = {key: {key} for key in keys}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def part(self, a: str, b: str) -> None:
        """Keep two events apart from now on; what has been joined stays."""
        self._apart[a].add(b)
        self._apart[b].add(a)

    def part_reports(self) -> None:
        """Keep the events of each report apart."""
        reports: dict[str, set[str]] = defaultdict(set)
        for key in self._group:
            reports[key.rpartition("/")[0]].add(key)
        for events in reports.values():
            for key in events if len(events) > 1 else ():
                self._apart[key] |= events - {key}

    def join(self, a: str, b: str) -> None:
        """Join the groups of two events unless something keeps them apart; unknown events are passed over."""
        if a not in self._group or b not in self._group or self._group[a] is self._group[b]:
            return
        small, large = sorted((self._group[a], self._group[b]), key=len)
        if any(not self._apart[key].isdisjoint(large) for key in small):
            return
        large |= small
        for key in small:
            self._group[key] = large

    def members(self, days: Mapping[str, date]) -> list[tuple[str, ...]]:
        """Return each group with the earliest event first."""

        def age(key: str) -> tuple[date, str]:
            return days.get(key, date.max), key

        groups = {id(group): group for group in self._group.values()}
        return sorted((tuple(sorted(group, key=age)) for group in groups.values()), key=lambda events: age(events[0]))


def _incidents(members: list[tuple[str, ...]], parts: Mapping[str, str]) -> tuple[Incident, ...]:
    ids = {key: incident_id(events[0]) for events in members for key in events}
    wholes = {events: _whole(events, ids, parts) for events in members}
    held = {ids[events[0]]: whole for events, whole in wholes.items()}
    return tuple(
        Incident(ids[events[0]], events, whole if whole and held.get(whole) is None else None)
        for events, whole in wholes.items()
    )


def _whole(events: tuple[str, ...], ids: Mapping[str, str], parts: Mapping[str, str]) -> str | None:
    """Return the incident that most of the events say they are a part of, the first in order where they are even."""
    said = [ids[parts[key]] for key in events if parts.get(key) in ids]
    others = sorted(incident for incident in said if incident != ids[events[0]])
    return max(dict.fromkeys(others), key=others.count, default=None)


def incident_id(key: str) -> str:
    """Return the id of the incident whose first event has a key: twelve hexadecimal digits.

    >>> incident_id("r1/e1")
    '5a9c13f45b71'
    """
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
