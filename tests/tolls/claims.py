"""Claims for tests of tolls: written in a line, or drawn at random."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from dateline.model import Claim, Group, Relation, RelationKind, SourceKind, Span, Status

SECURITY, CIVILIANS, MILITANTS, UNSPECIFIED = (
    Group.SECURITY_FORCES, Group.CIVILIANS, Group.MILITANTS, Group.UNSPECIFIED,
)  # fmt: skip


def claim(
    low: int,
    high: int | None = -1,
    group: Group = UNSPECIFIED,
    *,
    at: int = 0,
    until: int | None = None,
    source: str | None = None,
    partisan: bool = False,
    relation: Relation | None = None,
    status: Status = Status.KILLED,
    kind: SourceKind = SourceKind.UNKNOWN,
) -> Claim:
    """Return a claim whose people stand at an offset; ``high`` is ``low`` unless given, ``until`` ends its evidence."""
    people = Span(at, at + 1, "x")
    evidence = people if until is None else Span(0, until, "x" * until)
    return Claim(
        status, group, low, low if high == -1 else high, False, source, evidence, people,
        kind, partisan=partisan, relation=relation,
    )  # fmt: skip


def part_of(index: int) -> Relation:
    return Relation(RelationKind.PART_OF, index)


def maybe_part_of(index: int) -> Relation:
    return Relation(RelationKind.MAYBE_PART_OF, index)


def revises(index: int) -> Relation:
    return Relation(RelationKind.REVISES, index)


@st.composite
def any_claim(draw: st.DrawFn) -> Claim:
    """Draw a claim that stands by itself: its evidence overlaps no other's unless both happen to."""
    low = draw(st.integers(0, 50))
    high = draw(st.none() | st.integers(max(low, 1), 90))
    return claim(
        low,
        high if low or high else 1,
        draw(st.sampled_from(Group)),
        at=draw(st.integers(0, 30)),
        source=draw(st.none() | st.sampled_from(["police", "the army", "a doctor"])),
        partisan=draw(st.booleans()),
        status=draw(st.sampled_from([Status.KILLED, Status.INJURED])),
        kind=draw(st.sampled_from([SourceKind.UNKNOWN, SourceKind.MEDICAL])),
    )


@st.composite
def related_claims(draw: st.DrawFn, most: int = 6) -> list[Claim]:
    """Draw claims of which some relate to others, anyhow but never to themselves."""
    claims = draw(st.lists(any_claim(), max_size=most))
    found = []
    for index, one in enumerate(claims):
        others = [other for other in range(len(claims)) if other != index]
        if draw(st.booleans()) and others:
            one = replace(one, relation=Relation(draw(st.sampled_from(RelationKind)), draw(st.sampled_from(others))))
        found.append(one)
    return found
