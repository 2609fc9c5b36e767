"""Statements and claims: who said what, and one number of people by one source."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.reason import Reason
from dateline.model.span import Span
from dateline.model.vocabulary import Group, RelationKind, SourceKind, Stance, Status


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: source, cue and content, each at its span.

    ``speaker`` is the source's name after pronouns and "the official" are followed back to the
    first mention.
    """

    source: Span | None
    cue: Span | None
    content: Span
    speaker: str | None = None
    source_kind: SourceKind = SourceKind.UNKNOWN
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim relates to the claim at index ``claim`` of the same event."""

    kind: RelationKind
    claim: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One number of people said to be harmed, by one source, with its evidence.

    ``high`` is None when the count is open upwards ("at least ten"). ``source`` is None when the
    report says it in its own voice. ``reasons`` say what decided each field; they are no part of what is claimed.
    """

    status: Status
    group: Group
    low: int
    high: int | None
    approx: bool
    source: str | None
    evidence: Span
    who: Span
    source_kind: SourceKind = SourceKind.UNKNOWN
    anonymous: bool = False
    partisan: bool = False
    relation: Relation | None = None
    reasons: tuple[Reason, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An actor that claims or denies an event, or is blamed for it ``by`` someone."""

    actor: str
    stance: Stance
    by: str | None = None
    evidence: Span | None = None
