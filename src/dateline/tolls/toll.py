"""Reckon the toll of an event from its claims: low, best and high by status and group.

The rules are DESIGN.md's: a total and its part are never added up; what a party says of its enemy's losses does not
set *best* when another source gives a figure; a figure that may or may not be part of another widens *high*. Figures
are added only when one sentence lists them side by side ("two soldiers and a policeman"), and the sides only where
nobody states a total that holds them. Which of several figures is low, best and high is the policy's (policies.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Bounds, Claim, Group, Toll
from dateline.tolls.figures import Numbered, TextOf, figures_of
from dateline.tolls.policies import Policy, choose_bounds, policy_named
from dateline.tolls.standing import Standing

#: The key under which all people together stand.
TOTAL = "total"


def reckon_toll(
    claims: Sequence[Claim], policy: Policy | str = Policy.DATELINE, texts: Sequence[str] | None = None
) -> Toll:
    """Return the bounds by status and group, and under "total" for all groups together.

    The indices that carry a bound point into ``claims``, and relations of the claims do too. ``texts`` names for
    each claim the text it was read in, where they come from several reports; figures of different texts are never
    taken for one list. Raises PolicyUnknown for a policy that there is not.

    >>> from dateline.model import Span, Status
    >>> ten = Claim(Status.KILLED, Group.CIVILIANS, 10, None, False, None, Span(0, 3, "Ten"), Span(0, 3, "Ten"))
    >>> reckon_toll([ten])["killed"]["total"]
    Bounds(low=10, best=10, high=None, rule='only_figure', low_claims=(0,), best_claims=(0,), high_claims=())
    """
    policy = policy_named(policy)

    def text_of(index: int) -> str:
        return texts[index] if texts else ""

    return {
        str(status): _by_group(Standing.of(claims, status, text_of), policy, text_of)
        for status in dict.fromkeys(claim.status for claim in claims)
    }


def _by_group(standing: Standing, policy: Policy, text_of: TextOf) -> dict[str, Bounds]:
    """Return the bounds of each group of one status, and of all together."""
    groups = {
        str(group): _raised(_bounds(found, standing, policy, text_of), standing.doubts(group))
        for group in Group
        if (found := standing.of_group(group))
    }
    free = standing.free()
    sides = {
        group: _bounds(found, standing, policy, text_of)
        for group in Group
        if (found := [one for one in free if one[1].group is group])
    }
    return {**groups, TOTAL: _raised(_total(sides, policy), standing.doubts())}


def _bounds(numbered: Sequence[Numbered], standing: Standing, policy: Policy, text_of: TextOf) -> Bounds:
    replaces = any(index in standing.revisers for index, _ in numbered)
    return choose_bounds(figures_of(numbered, text_of), policy, is_revision=replaces)


def _raised(bounds: Bounds, doubts: Sequence[Numbered]) -> Bounds:
    """Return bounds whose upper one allows for figures which may or may not be counted in it."""
    if bounds.high is None:
        return bounds
    more = sum(claim.low if claim.high is None else claim.high for _, claim in doubts)
    return replace(
        bounds, high=bounds.high + more, high_claims=bounds.high_claims + tuple(index for index, _ in doubts)
    )


def _total(sides: Mapping[Group, Bounds], policy: Policy) -> Bounds:
    """Return the bounds of all people: the stated total, or the sum of the sides where that tells more."""
    told = [bounds for group, bounds in sides.items() if group is not Group.UNSPECIFIED]
    stated = sides.get(Group.UNSPECIFIED)
    if not told and stated:
        return stated
    added = told[0] if len(told) == 1 else _added(told)
    if stated is None:
        return added
    least = max(side.best for side in told) if policy.is_cautious else added.best
    if stated.best >= least:
        high = _higher(stated, added) if stated.high is not None and added.high is not None else stated
        return replace(stated, rule="stated_total", high=high.high, high_claims=high.high_claims)
    low = added if policy.is_cautious else min(added, stated, key=lambda bounds: bounds.low)
    high = added if added.high is None else _higher(added, stated)
    return Bounds(
        low.low, added.best, high.high, "sides_above_total", low.low_claims, added.best_claims, high.high_claims
    )


def _higher(one: Bounds, other: Bounds) -> Bounds:
    """Return the bounds whose upper one is higher; the first of equals."""
    return max(one, other, key=lambda bounds: bounds.high or 0)


def _added(sides: Sequence[Bounds]) -> Bounds:
    highs = [bounds.high for bounds in sides]
    is_closed = None not in highs
    return Bounds(
        low=sum(bounds.low for bounds in sides),
        best=sum(bounds.best for bounds in sides),
        high=sum(high for high in highs if high is not None) if is_closed else None,
        rule="sides_added",
        low_claims=tuple(index for bounds in sides for index in bounds.low_claims),
        best_claims=tuple(index for bounds in sides for index in bounds.best_claims),
        high_claims=tuple(index for bounds in sides for index in bounds.high_claims) if is_closed else (),
    )
