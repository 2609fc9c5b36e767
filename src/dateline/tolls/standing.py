"""Which claims stand: repeats once, what is part of another figure apart, what is revised left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Claim, Group, RelationKind, Status
from dateline.tolls.figures import Numbered, TextOf


@dataclass(frozen=True, slots=True)
class Standing:
    """The claims of one status, each once, and how they hang together, all by index.

    ``wholes`` gives for a part, sure or doubtful, the claim that it is said to be part of; ``doubtful`` are the
    parts of which that is not sure; ``revised`` the claims that another replaces, ``revisers`` those that do.
    """

    distinct: tuple[Numbered, ...]
    wholes: Mapping[int, int]
    doubtful: frozenset[int]
    revised: frozenset[int]
    revisers: frozenset[int]
    groups: Mapping[int, Group]

    @classmethod
    def of(cls, claims: Sequence[Claim], status: Status, text_of: TextOf) -> Standing:
        """Return how the claims of a status stand. Claims that are alike but for their relation are one."""
        first: dict[tuple[str, Claim], int] = {}
        same = {i: first.setdefault((text_of(i), replace(c, relation=None)), i) for i, c in enumerate(claims)}
        mine = [(i, c) for i, c in enumerate(claims) if c.status is status]
        parts = [
            (same[i], same[c.relation.claim], c.relation.kind)
            for i, c in mine
            if c.relation and c.relation.kind is not RelationKind.REVISES and claims[c.relation.claim].status is status
        ]
        # Of one claim told twice as part of two, the order of what they say decides, not that of the telling.
        parts = [one for one in parts if one[0] != one[1]]
        parts.sort(key=lambda one: (text_of(one[1]), repr(replace(claims[one[1]], relation=None)), one[2]))
        wholes = {part: whole for part, whole, _ in parts}
        sure = {part for part, _, kind in parts if kind is RelationKind.PART_OF}
        wholes = {part: whole for part, whole in wholes.items() if not _runs_in_circle(wholes, part)}
        revisions = _revisions(mine, claims)
        return cls(
            distinct=tuple((i, c) for i, c in mine if same[i] == i),
            wholes=wholes,
            doubtful=frozenset(wholes.keys() - sure),
            revised=frozenset(same[old] for _, old in revisions),
            revisers=frozenset(same[new] for new, _ in revisions),
            groups={i: c.group for i, c in mine},
        )

    def of_group(self, group: Group) -> list[Numbered]:
        """Return the claims that set a group's bounds: no part of another of it, and not revised unless all are."""
        mine = [one for one in self.distinct if one[1].group is group]
        return self._latest([one for one in mine if not self.is_part_within(one[0])])

    def is_part_within(self, index: int) -> bool:
        """Tell whether a claim is (or may be) part of another of its own group."""
        return index in self.wholes and self.groups[self.wholes[index]] is self.groups[index]

    def free(self) -> list[Numbered]:
        """Return the claims that count towards the total: part of none, and not revised; all if none is left."""
        return self._latest([one for one in self.distinct if one[0] not in self.wholes])

    def doubts(self, group: Group | None = None) -> list[Numbered]:
        """Return the claims that may come on top of the figures: of a group, or (None) of all people together."""
        return [
            (i, c)
            for i, c in self.distinct
            if i in self.doubtful - self.revised and (group is None or (c.group is group and self.is_part_within(i)))
        ]

    def _latest(self, numbered: list[Numbered]) -> list[Numbered]:
        return [one for one in numbered if one[0] not in self.revised] or numbered


def _runs_in_circle(wholes: Mapping[int, int], part: int) -> bool:
    """Tell whether the chain of wholes above a claim comes back to it: then it is part of none."""
    seen = set()
    above = wholes.get(part)
    while above is not None and above != part and above not in seen:
        seen.add(above)
        above = wholes.get(above)
    return above == part


def _revisions(numbered: Sequence[Numbered], claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return what revises what; what a party says of its enemy's losses revises no other source."""
    return [
        (index, claim.relation.claim)
        for index, claim in numbered
        if claim.relation
        and claim.relation.kind is RelationKind.REVISES
        and claims[claim.relation.claim].status is claim.status
        and (claims[claim.relation.claim].partisan or not claim.partisan)
    ]
