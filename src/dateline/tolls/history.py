"""The history of a toll: what the reports of one incident had claimed by any moment, and what that comes to.

A later report revises, nothing is overwritten: of each source its latest claims count, what it said before is kept in
the earlier states. The same wire copy in thirty outlets is one source. Nothing here knows how reports are linked or
stored: the caller says which claims are of one incident, and which reports go back to one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import Claim, Group, Relation, Status, Toll
from dateline.tolls.latest import Heard, ReportedClaims, latest_claims
from dateline.tolls.moments import Moment, begin, end
from dateline.tolls.policies import Policy
from dateline.tolls.toll import TOTAL, reckon_toll


@dataclass(frozen=True, slots=True)
class State:
    """What the reports until a moment come to.

    ``claims`` are the latest of each source, in the order of their reports; the bounds of ``toll`` name them by
    index. ``party_toll`` is what parties alone say of their enemy's losses, its indices into ``claims`` too.
    """

    at: Moment
    reports: tuple[str, ...]
    claims: tuple[Heard, ...]
    toll: Toll
    party_toll: Toll

    @property
    def by_parties(self) -> tuple[Heard, ...]:
        """The claims by which a party speaks of its enemy's losses."""
        return tuple(heard for heard in self.claims if heard.claim.partisan)

    def origins(self, status: Status, group: Group | None = None) -> int:
        """Return how many independent texts carry a claim of a status, and of a group if one is named."""
        return len(
            {
                origin
                for heard in self.claims
                if heard.claim.status is status and group in (None, heard.claim.group)
                for origin in heard.origins
            }
        )

    def support(self, status: Status, group: str = TOTAL) -> int:
        """Return how many independent texts carry the claims that *best* of a status and group rests on."""
        bounds = self.toll[status][group]
        return len({origin for index in bounds.best_claims for origin in self.claims[index].origins})


def toll_history(reports: Iterable[ReportedClaims], policy: Policy | str = Policy.DATELINE) -> tuple[State, ...]:
    """Return the state after each moment at which a report appeared, the earliest first.

    The order in which the reports are given does not matter.

    >>> from datetime import date
    >>> from dateline.model import Span
    >>> def police(count: int) -> Claim:
    ...     words = Span(0, 3, "...")
    ...     return Claim(Status.KILLED, Group.UNSPECIFIED, count, count, False, "police", words, words)
    >>> first = ReportedClaims("r1", date(2026, 1, 30), "Dawn", "r1", (police(27),))
    >>> later = ReportedClaims("r2", date(2026, 1, 31), "Dawn", "r2", (police(31),))
    >>> [(str(state.at), state.toll["killed"]["total"].best) for state in toll_history([later, first])]
    [('2026-01-30', 27), ('2026-01-31', 31)]
    """
    ordered = _in_order(reports)
    moments = {(begin(one.published), end(one.published)): one.published for one in ordered}
    return tuple(_state(ordered, moments[at], policy) for at in sorted(moments))


def toll_as_of(
    reports: Iterable[ReportedClaims], moment: Moment, policy: Policy | str = Policy.DATELINE
) -> State | None:
    """Return the state as it was at a moment, or None before the first report.

    A day stands for its end; a report known to its day only counts from the beginning of that day.
    """
    ordered = _in_order(reports)
    if not any(_is_out(one, moment) for one in ordered):
        return None
    return _state(ordered, moment, policy)


def _in_order(reports: Iterable[ReportedClaims]) -> list[ReportedClaims]:
    return sorted(reports, key=lambda one: (begin(one.published), end(one.published), one.report, one.publisher or ""))


def _is_out(report: ReportedClaims, moment: Moment) -> bool:
    return begin(report.published) <= end(moment)


def _state(ordered: Sequence[ReportedClaims], moment: Moment, policy: Policy | str) -> State:
    out = [report for report in ordered if _is_out(report, moment)]
    heard = latest_claims(out)
    claims = [one.claim for one in heard]
    texts = [one.report for one in heard]
    parties = [index for index, claim in enumerate(claims) if claim.partisan]
    told_by_parties = reckon_toll(_alone(claims, parties), policy, [texts[index] for index in parties])
    return State(
        at=moment,
        reports=tuple(dict.fromkeys(report.report for report in out)),
        claims=tuple(heard),
        toll=reckon_toll(claims, policy, texts),
        party_toll=_renumbered(told_by_parties, parties),
    )


def _alone(claims: Sequence[Claim], kept: Sequence[int]) -> list[Claim]:
    """Return some of the claims, with their relations among each other only."""
    places = {index: place for place, index in enumerate(kept)}
    alone = []
    for index in kept:
        relation = claims[index].relation
        within = Relation(relation.kind, places[relation.claim]) if relation and relation.claim in places else None
        alone.append(replace(claims[index], relation=within))
    return alone


def _renumbered(toll: Toll, numbers: Sequence[int]) -> Toll:
    """Return a toll whose bounds name their claims by other numbers: ``numbers[i]`` for i."""
    return {
        status: {
            group: replace(
                bounds,
                low_claims=tuple(numbers[i] for i in bounds.low_claims),
                best_claims=tuple(numbers[i] for i in bounds.best_claims),
                high_claims=tuple(numbers[i] for i in bounds.high_claims),
            )
            for group, bounds in groups.items()
        }
        for status, groups in toll.items()
    }
