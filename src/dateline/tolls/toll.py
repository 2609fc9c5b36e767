"""Reckon the toll of an event from its claims: low, best and high by status and group.

The rules are DESIGN.md's: a total and its part are never added up; what a party says of its enemy's
losses does not set *best* when another source gives a figure; a figure that may or may not be part of
another widens *high*. Figures are added only when one sentence lists them side by side ("two soldiers
and a policeman").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Bounds, Claim, Group, RelationKind, Toll

#: A claim with its index among the claims of the event.
Numbered = tuple[int, Claim]

#: The key under which all people together stand.
TOTAL = "total"


def reckon_toll(claims: Sequence[Claim]) -> Toll:
    """Return the bounds by status and group, and under "total" for all groups together.

    The index that carries a bound points into ``claims``; relations of the claims do too.

    >>> from dateline.model import Span, Status
    >>> ten = Claim(Status.KILLED, Group.CIVILIANS, 10, None, False, None, Span(0, 3, "Ten"), Span(0, 3, "Ten"))
    >>> reckon_toll([ten])["killed"]["total"]
    Bounds(low=10, best=10, high=None, low_claim=0, best_claim=0, high_claim=None)
    """
    toll: dict[str, dict[str, Bounds]] = {}
    for status in dict.fromkeys(claim.status for claim in claims):
        numbered = [(i, claim) for i, claim in enumerate(claims) if claim.status is status]
        groups = {
            str(group): bounds
            for group in Group
            if (bounds := _reckon([(i, c) for i, c in numbered if c.group is group], claims)) is not None
        }
        total = _total(groups, [c for _, c in numbered if _is_doubtful(c) and c.group is not Group.UNSPECIFIED])
        if total:
            toll[str(status)] = {**groups, TOTAL: total}
    return toll


def _reckon(numbered: Sequence[Numbered], claims: Sequence[Claim]) -> Bounds | None:
    """Reckon one group: whole figures set the bounds, doubtful parts of them raise high."""
    if not numbered:
        return None
    whole = _standing(numbered, claims)
    sums = _side_by_side(whole)
    neutral = [s for s in sums if not s.partisan] or sums
    best = max(neutral, key=lambda s: (s.low, s.is_exact, s.figure, -s.claim))
    low = min((s for s in neutral if s.low), key=lambda s: s.low, default=best)
    top = max((s for s in sums if s.high is not None), key=lambda s: s.high or 0, default=None)
    high = max(top.high or 0, best.figure) if top else None
    doubtful = [claim for i, claim in numbered if _is_doubtful(claim) and (i, claim) not in whole]
    return Bounds(
        low=min(low.low, best.figure),
        best=best.figure,
        high=_raised(high, doubtful),
        low_claim=low.claim,
        best_claim=best.claim,
        high_claim=top.claim if top else None,
    )


def _standing(numbered: Sequence[Numbered], claims: Sequence[Claim]) -> Sequence[Numbered]:
    """Return the claims of a group that are neither part of another of it nor revised; all if none is left.

    What a party says of its enemy's losses does not revise what another source says.
    """
    revised = {
        claim.relation.claim
        for _, claim in numbered
        if claim.relation
        and claim.relation.kind is RelationKind.REVISES
        and (claims[claim.relation.claim].partisan or not claim.partisan)
    }
    whole = [(i, c) for i, c in numbered if not _is_part(c, claims)]
    return [(i, c) for i, c in whole if i not in revised] or whole or numbered


def _raised(high: int | None, doubtful: Sequence[Claim]) -> int | None:
    """Return an upper bound that allows for figures which may or may not be counted in it."""
    if high is None:
        return None
    return high + sum(claim.high if claim.high is not None else claim.low for claim in doubtful)


def _is_part(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether a figure is (or may be) part of another figure of its own group."""
    relation = claim.relation
    if relation is None or relation.kind is RelationKind.REVISES:
        return False
    return claims[relation.claim].group is claim.group


def _is_doubtful(claim: Claim) -> bool:
    return claim.relation is not None and claim.relation.kind is RelationKind.MAYBE_PART_OF


class _Sum:
    """Figures listed side by side in one sentence by one source, added up."""

    def __init__(self, claim: int, figure: Claim) -> None:
        self.claim = claim
        self.figures = [figure]

    @property
    def low(self) -> int:
        return sum(f.low for f in self.figures)

    @property
    def high(self) -> int | None:
        highs = [f.high for f in self.figures]
        return None if None in highs else sum(h for h in highs if h is not None)

    @property
    def figure(self) -> int:
        """The number itself: the lower bound, or the upper one where only that is said ("up to twenty")."""
        return self.low or self.high or 0

    @property
    def is_exact(self) -> bool:
        return self.high == self.low

    @property
    def partisan(self) -> bool:
        return all(f.partisan for f in self.figures)

    def stands_beside(self, other: Claim) -> bool:
        """Tell whether ``other`` is listed with these figures: same source, overlapping evidence, other people."""
        return all(
            f.source == other.source and f.evidence.overlaps(other.evidence) and not f.who.overlaps(other.who)
            for f in self.figures
        )


def _side_by_side(numbered: Sequence[Numbered]) -> list[_Sum]:
    sums: list[_Sum] = []
    for index, claim in numbered:
        beside = next((s for s in sums if s.stands_beside(claim)), None)
        if beside:
            beside.figures.append(claim)
        else:
            sums.append(_Sum(index, claim))
    return sums


def _total(groups: Mapping[str, Bounds], doubtful: Sequence[Claim]) -> Bounds | None:
    """Return the bounds of all people: the stated total, or the sum of the sides if that is more.

    ``doubtful`` are the sides' figures that the stated total may or may not hold.
    """
    sides = [bounds for name, bounds in groups.items() if name != Group.UNSPECIFIED]
    stated = groups.get(Group.UNSPECIFIED)
    if not sides:
        return stated
    added = sides[0] if len(sides) == 1 else _added(sides)
    if stated is None:
        return added
    if stated.best >= added.best:
        return replace(stated, high=_raised(stated.high, doubtful))
    low = min(added, stated, key=lambda bounds: bounds.low)
    high = added if added.high is None else max(added, stated, key=lambda bounds: bounds.high or 0)
    return Bounds(low.low, added.best, high.high, low.low_claim, added.best_claim, high.high_claim)


def _added(sides: Sequence[Bounds]) -> Bounds:
    highs = [bounds.high for bounds in sides]
    return Bounds(
        low=sum(bounds.low for bounds in sides),
        best=sum(bounds.best for bounds in sides),
        high=None if None in highs else sum(high for high in highs if high is not None),
    )
