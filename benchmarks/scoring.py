"""Score coded reports against hand-coded gold: figures from 0 to 1, higher is better.

Events are paired one to one by how alike they are (type, day, place, actors, claims); what the figures
count is said beside each in :func:`score`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import permutations

from benchmarks.agreement import Coded, claim_key, same_name, same_place, same_source

#: Two events less alike than this are not the same.
_LEAST = 0.35
#: Up to so many events the best pairing is searched for; beyond, the most alike go first.
_EXHAUSTIVE = 7


@dataclass
class Tally:
    """Hits among what was coded and what is gold; F1 when both are counted, else a share."""

    hits: int = 0
    coded: int = 0
    gold: int = 0

    def add(self, hits: int, coded: int = 1, gold: int = 1) -> None:
        """Count in one report or one value."""
        self.hits, self.coded, self.gold = self.hits + hits, self.coded + coded, self.gold + gold

    @property
    def f1(self) -> float:
        """F1, which is the share of hits where coded and gold are equally many; 0 where there is nothing."""
        total = self.coded + self.gold
        return round(2 * self.hits / total, 4) if total else 0.0


@dataclass
class Scores:
    """The tally of each figure."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())


def score(gold: Iterable[Coded], coded: dict[str, Coded]) -> dict[str, float]:
    """Return the figures by name; ``coded`` holds the coded reports by id."""
    scores = Scores()
    for report in gold:
        found = coded.get(report["id"], {}).get("events") or []
        events = report["events"]
        pairs = pair(events, found)
        scores["relevance"].add(int(bool(report["relevant"] and found)), int(bool(found)), int(report["relevant"]))
        scores["events"].add(len(pairs), len(found), len(events))
        for one, other in pairs:
            _score_event(scores, one, other)
        _score_claims(scores, _all(events, "casualties"), _all(found, "casualties"), report["text"])
        _score_responsibility(scores, _all(events, "responsibility"), _all(found, "responsibility"))
    return {name: tally.f1 for name, tally in sorted(scores.tallies.items())}


def pair(gold: list[Coded], coded: list[Coded]) -> list[tuple[Coded, Coded]]:
    """Return the pairs of gold and coded events that are alike enough, one to one."""
    alike = [[_similarity(one, other) for other in coded] for one in gold]
    if max(len(gold), len(coded)) > _EXHAUSTIVE:
        chosen = _greedy(alike)
    elif len(gold) <= len(coded):
        chosen = max(
            (list(enumerate(order)) for order in permutations(range(len(coded)), len(gold))),
            key=lambda pairs: sum(alike[i][j] for i, j in pairs),
        )
    else:
        chosen = max(
            ([(i, j) for j, i in enumerate(order)] for order in permutations(range(len(gold)), len(coded))),
            key=lambda pairs: sum(alike[i][j] for i, j in pairs),
        )
    return [(gold[i], coded[j]) for i, j in chosen if alike[i][j] >= _LEAST]


def _greedy(alike: list[list[float]]) -> list[tuple[int, int]]:
    ranked = sorted(((value, i, j) for i, row in enumerate(alike) for j, value in enumerate(row)), reverse=True)
    chosen: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if all(i != a and j != b for a, b in chosen):
            chosen.append((i, j))
    return chosen


def _similarity(gold: Coded, coded: Coded) -> float:
    here, there = gold["location"] or {}, coded["location"] or {}
    same_country = here.get("country_code") and here.get("country_code") == there.get("country_code")
    left, right = (Counter(map(claim_key, event["casualties"])) for event in (gold, coded))
    claims = 2 * (left & right).total() / (left + right).total() if left or right else 1.0
    return float(
        0.2 * (gold["event_type"] == coded["event_type"])
        + 0.1 * (gold["sub_event_type"] == coded["sub_event_type"])
        + 0.2 * (gold["date_start"] == coded["date_start"])
        + (0.2 if same_place(here, there) else 0.05 * bool(same_country))
        + 0.1 * any(same_name(a, b) for a in gold["perpetrators"] for b in coded["perpetrators"])
        + 0.2 * claims
    )


def _score_event(scores: Scores, gold: Coded, coded: Coded) -> None:
    scores["role"].add(gold["role"] == coded["role"])
    if gold["role"] == "main":
        scores["type"].add(gold["event_type"] == coded["event_type"])
        scores["subtype"].add(gold["sub_event_type"] == coded["sub_event_type"])
        hits = _matched(gold["perpetrators"], coded["perpetrators"])
        scores["perpetrators"].add(hits, len(coded["perpetrators"]), len(gold["perpetrators"]))
    if gold["date_precision"] == "day" and gold["date_start"]:
        scores["date"].add(gold["date_start"] == coded["date_start"])
    here, there = gold["location"] or {}, coded["location"] or {}
    if here.get("country_code"):
        scores["country"].add(here["country_code"] == there.get("country_code"))
    if here.get("admin1"):
        scores["admin1"].add(same_name(here["admin1"], there.get("admin1")))
    if here.get("name"):
        scores["place"].add(same_place(here, there))


def _score_claims(scores: Scores, gold: list[Coded], coded: list[Coded], text: str) -> None:
    for name, grouped, status in (("claims", True, None), ("claims_any", False, None), ("killed", True, "killed")):
        left, right = (
            Counter(claim_key(one, grouped=grouped) for one in claims if status in (None, one["status"]))
            for claims in (gold, coded)
        )
        scores[name].add((left & right).total(), right.total(), left.total())
    for one in coded:
        scores["evidence"].add(bool(one["evidence"]) and one["evidence"] in text)
    rest = list(coded)
    for one in gold:
        same = [other for other in rest if claim_key(one) == claim_key(other)]
        if same:
            other = max(same, key=lambda candidate: same_source(one["source"], candidate["source"]))
            rest.remove(other)
            scores["bounds"].add((one["high"], bool(one["approx"])) == (other["high"], bool(other["approx"])))
            scores["source"].add(same_source(one["source"], other["source"]))


def _score_responsibility(scores: Scores, gold: list[Coded], coded: list[Coded]) -> None:
    hits = 0
    for stance in ("claimed", "denied", "blamed"):
        left, right = ([one["actor"] for one in side if one["stance"] == stance] for side in (gold, coded))
        hits += _matched(left, right)
    scores["responsibility"].add(hits, len(coded), len(gold))


def _matched(gold: list[str], coded: list[str]) -> int:
    rest = list(coded)
    for one in gold:
        match = next((other for other in rest if same_name(one, other)), None)
        if match is not None:
            rest.remove(match)
    return len(coded) - len(rest)


def _all(events: list[Coded], name: str) -> list[Coded]:
    return [one for event in events for one in event[name]]
