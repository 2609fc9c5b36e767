"""Choose the perpetrators of an event: one name an actor, the sufferers and mere speakers left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.codebook import load_table
from dateline.coding.suspects import Case, Inquiry, Suspect, Weights, weigh, weigh_together


def find_perpetrators(inquiry: Inquiry, cases: Sequence[Case]) -> list[tuple[str, ...]]:
    """Return the perpetrators of each event, surest first, each actor once.

    An event whose own sentences show nobody takes the likeliest actor of the whole report, where its kind
    of event does not often stay without one.
    """
    return [tuple(suspect.name for suspect in found) for found in judge(inquiry, cases)]


def judge(inquiry: Inquiry, cases: Sequence[Case]) -> list[list[Suspect]]:
    """Return the suspects who did it, for each event, with the signs that speak for them."""
    trials = [weigh(inquiry, case) for case in cases]
    report = weigh_together(inquiry, trials)
    return [
        _verdict(list(suspects.values()), report, case.kind, inquiry.weights)
        for case, suspects in zip(cases, trials, strict=True)
    ]


def _verdict(suspects: Sequence[Suspect], report: Sequence[Suspect], kind: str, weights: Weights) -> list[Suspect]:
    """Return who did it, by the event's own sentences or, where these show nobody, by the whole report."""
    chosen = _choose(suspects, kind, weights)
    if chosen:
        return chosen
    cleared = {s.name for s in suspects if s.against_it > s.for_it}
    table = load_table("parties.toml")["sides"]
    left = [s for s in report if s.name not in cleared and (s.side != "state" or s.for_it >= weights.enough)]
    if kind in table["often unknown"]:
        left = [s for s in left if s.name.lower().split()[-1] in table["own actors"].get(kind, ())]
    return _choose(left, kind, weights)[:1]


def _choose(suspects: Sequence[Suspect], kind: str, weights: Weights) -> list[Suspect]:
    """Return the suspects that did it: of the likeliest side, named ones before described ones."""
    is_doubtful = kind in load_table("parties.toml")["sides"]["often unknown"]
    least = weights.enough if is_doubtful else weights.hint
    fit = sorted(
        (s for s in suspects if s.side in _allowed(kind) and _evidence(s, kind, weights) >= least),
        key=lambda s: (-_worth(s, kind, weights), s.first),
    )
    if not fit:
        return []
    best = fit[0]
    same = [s for s in fit if s.side == best.side]
    named = [s for s in same if s.is_named and s.score >= weights.named_share * best.score]
    if named and best.side == "armed":
        best, same = named[0], named
    chosen = [s for s in same if s is best or s.name in best.partners or _joins(s, best, weights)]
    return chosen + [s for s in fit if s not in chosen and (s.name in best.partners or _is_other_side(s, chosen, kind))]


def _evidence(suspect: Suspect, kind: str, weights: Weights) -> float:
    """Return what speaks for a suspect; those who act and fit the kind are not cleared by their own dead."""
    if _is_likely(kind, suspect) and suspect.for_it >= weights.doer:
        return max(suspect.score, weights.enough)
    return suspect.score


def _worth(suspect: Suspect, kind: str, weights: Weights) -> float:
    """Return what a suspect is worth beside others: more for the likely side and for a telling name."""
    bonus = weights.likely * _is_likely(kind, suspect) + weights.telling * (not _is_vague(suspect.name))
    return _evidence(suspect, kind, weights) + bonus


def _is_vague(name: str) -> bool:
    """Tell whether a name says no more than that someone did it: "attackers", "the gunmen"."""
    words = name.lower().split()
    return len(words) == 1 and words[0] in load_table("parties.toml")["acting"]["vague"]


def _is_other_side(suspect: Suspect, chosen: Sequence[Suspect], kind: str) -> bool:
    """Tell whether a suspect is the first of a further side, where two sides act together."""
    both = load_table("parties.toml")["sides"]["of both sides"]
    return kind in both and suspect.side != "people" and suspect.side not in {s.side for s in chosen}


def _is_likely(kind: str, suspect: Suspect) -> bool:
    """Tell whether a suspect is of the side that is named first for a kind of event."""
    return suspect.side == next(iter(_allowed(kind)))


def _joins(suspect: Suspect, best: Suspect, weights: Weights) -> bool:
    """Tell whether a suspect is a further actor beside the best, not the same one in other words."""
    return (
        suspect.is_named
        and best.is_named
        and suspect.score >= weights.enough
        and suspect.score >= weights.share * best.score
    )


def _allowed(kind: str) -> Iterable[str]:
    table = load_table("parties.toml")["sides"]
    sides: list[str] = table.get(kind, table["other types"])
    return sides
