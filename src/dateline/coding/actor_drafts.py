"""What is known of an actor mention while a report is being read."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.register import Actor


@dataclass(frozen=True, slots=True)
class Draft:
    """Words ``first`` to ``last`` (inclusive) of a sentence that name or describe an actor.

    ``key`` is equal for mentions of one actor; ``rank`` orders the wordings of its name: 3 for
    the register's own, 2 for another full name, 1 for an acronym or a short form, 0 for words that only point back.
    """

    sentence: int
    first: int
    last: int
    words: str
    key: str
    rank: int
    actor: Actor | None = None
    kind: str | None = None
    country: str | None = None
    is_named: bool = False
