"""Reckon the toll of an event from its claims: low, best and high by status and group.

The rules are DESIGN.md's: a total and its part are never added up; what a party says of its enemy's
losses does not set *best* when another source gives a figure; a figure that may or may not be part of
another widens *high*. Figures are added only when one sentence lists them side by side ("two soldiers
and a policeman").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model import Bounds, Claim, Group, RelationKind, Toll

#: The key under which all people together stand.
TOTAL = "total"


def reckon_toll(claims: Sequence[Claim]) -> Toll:
    """Return the bounds by status and group, and under "total" for all groups together.

    >>> reckon_toll([])
    {}
    """
    toll: dict[str, dict[str, Bounds]] = {}
    for status in dict.fromkeys(claim.status for claim in claims):
        numbered = [(i, claim) for i, claim in enumerate(claims) if claim.status is status]
        groups = {
            str(group): bounds
            for group in Group
            if (bounds := _reckon([(i, c) for i, c in numbered if c.group is group], claims)) is not None
        }
        total = _total(groups)
        if total:
            toll[str(status)] = {**groups, TOTAL: total}
    return toll


def _reckon(numbered: Sequence[tuple[int, Claim]], claims: Sequence[Claim]) -> Bounds | None:
    """Reckon one group: whole figures set the bounds, doubtful parts raise high."""
    if not numbered:
        return None
    replaced = {c.relation.claim for _, c in numbered if c.relation and c.relation.kind is RelationKind.REVISES}
    whole = [(i, c) for i, c in numbered if not _is_part(c, claims) and i not in replaced]
    doubtful = [(i, c) for i, c in numbered if _is_doubtful(c)]
    if not whole:
        whole = [(i, c) for i, c in numbered if not _is_doubtful(c)] or list(numbered)
    sums = _side_by_side(whole)
    neutral = [s for s in sums if not s.partisan] or sums
    best = max(neutral, key=lambda s: (s.is_exact, s.low or s.high or 0, -s.claim))
    reckoned = best.low if best.low else (best.high or 0)
    low = min((s for s in neutral if s.low), key=lambda s: s.low, default=best)
    closed = [s for s in sums if s.high is not None]
    top = max(closed, key=lambda s: s.high or 0, default=None)
    high = max(top.high or 0, reckoned) if top else None
    if high is not None and doubtful:
        high += sum(c.high if c.high is not None else c.low for _, c in doubtful)
    return Bounds(
        low=min(low.low, reckoned),
        best=reckoned,
        high=high,
        low_claim=low.claim,
        best_claim=best.claim,
        high_claim=top.claim if top else None,
    )


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


def _side_by_side(numbered: Sequence[tuple[int, Claim]]) -> list[_Sum]:
    sums: list[_Sum] = []
    for index, claim in numbered:
        beside = next((s for s in sums if s.stands_beside(claim)), None)
        if beside:
            beside.figures.append(claim)
        else:
            sums.append(_Sum(index, claim))
    return sums


def _total(groups: Mapping[str, Bounds]) -> Bounds | None:
    """Return the bounds of all people: the stated total, or the sum of the sides if that is more."""
    sides = [bounds for name, bounds in groups.items() if name != Group.UNSPECIFIED]
    stated = groups.get(Group.UNSPECIFIED)
    if not sides:
        return stated
    highs = [b.high for b in sides]
    added = Bounds(
        low=sum(b.low for b in sides),
        best=sum(b.best for b in sides),
        high=None if None in highs else sum(h for h in highs if h is not None),
    )
    if stated is None:
        return added if len(sides) > 1 else sides[0]
    if stated.best >= added.best:
        return stated
    return Bounds(min(stated.low, added.low), added.best, added.high)
