"""Choose the perpetrators of an event: the suspects whose signs weigh most, unless nobody is likelier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from dateline.codebook import load_table
from dateline.coding.clues import Clue
from dateline.coding.signs import gather
from dateline.coding.suspects import Case, Inquiry, Suspect

#: A suspect with its share of the odds, or nobody (None) with the odds that the report does not say who did it.
Ranked = list[tuple[float, Suspect | None]]


def find_perpetrators(inquiry: Inquiry, cases: Sequence[Case]) -> list[tuple[str, ...]]:
    """Return the perpetrators of each event, surest first, each actor once."""
    return [tuple(suspect.name for suspect in found) for found in judge(inquiry, cases)]


def judge(inquiry: Inquiry, cases: Sequence[Case]) -> list[list[Suspect]]:
    """Return the suspects who did it, for each event, with the clues that weigh most for them."""
    table = load_table("parties.toml")
    ranks = [rank(list(suspects), case.kind, table["signs"]) for suspects, case in _tried(inquiry, cases)]
    judged = [choose(ranked, table["least"]) for ranked in ranks]
    for suspect in (one for found in judged for one in found):
        suspect.clues = _clues(suspect, table["signs"], len(inquiry.document.sentences))
    return judged


#: So many of the signs for a perpetrator are named.
_NAMED = 3


def _clues(suspect: Suspect, weights: Mapping[str, float], sentences: int) -> list[Clue]:
    """Return the signs that weigh most for a suspect, at its first mention, by their names in ``reasons.toml``."""
    weighed = {sign: weights.get(sign, 0.0) * strength for sign, strength in suspect.signs.items()}
    speaking = sorted((sign for sign, value in weighed.items() if value > 0), key=lambda sign: (-weighed[sign], sign))
    number, word = suspect.first
    place = number if number < sentences else None
    return [
        Clue(
            "perpetrators",
            f"perpetrator_{sign.replace(',', '').replace(' ', '_')}",
            place,
            word,
            word,
            suspect.name,
            suspect.signs[sign] if sign == "odds" else None,
        )
        for sign in speaking[:_NAMED]
    ]


def _tried(inquiry: Inquiry, cases: Sequence[Case]) -> list[tuple[list[Suspect], Case]]:
    """Return the suspects of each case, those left out who deny it and are not seen to do it."""
    gathered = zip(gather(inquiry, cases), cases, strict=True)
    return [([s for s in suspects if not _is_cleared(s)], case) for suspects, case in gathered]


def _is_cleared(suspect: Suspect) -> bool:
    return suspect.shows("denies") and not suspect.shows("claims", "doer", "harms")


def nobody(kind: str) -> dict[str, float]:
    """Return the signs that a report does not say who did it.

    >>> nobody("Attack")
    {'nobody': 1.0}
    """
    seldom = kind in load_table("parties.toml")["sides"]["often unknown"]
    return {"nobody": 1.0} | ({"nobody, seldom known": 1.0} if seldom else {})


def rank(suspects: Sequence[Suspect], kind: str, weights: Mapping[str, float]) -> Ranked:
    """Return suspects, and nobody, with their shares of the odds, the likeliest first."""
    totals = [(_weigh(s.signs, weights), s) for s in suspects]
    most = max([_weigh(nobody(kind), weights), *(total for total, _ in totals)])
    shares: Ranked = [(exp(total - most), s) for total, s in totals]
    shares.append((exp(_weigh(nobody(kind), weights) - most), None))
    whole = sum(share for share, _ in shares)
    last = (10**9, 0)
    return sorted(((share / whole, s) for share, s in shares), key=lambda p: (-p[0], p[1].first if p[1] else last))


def choose(ranked: Ranked, least: Mapping[str, float]) -> list[Suspect]:
    """Return the likeliest suspect unless nobody is likelier, and those almost as likely as the first.

    ``least`` holds the shares of the first one's odds that a partner joined to it, and any other, must reach.
    """
    best = ranked[0][1]
    if best is None:
        return []
    enough = {True: least["partner"] * ranked[0][0], False: least["further"] * ranked[0][0]}
    further = [s for odds, s in ranked[1:] if s is not None and odds >= enough[s.name in best.partners]]
    return [best, *further]


def _weigh(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weights.get(sign, 0.0) * strength for sign, strength in signs.items())
