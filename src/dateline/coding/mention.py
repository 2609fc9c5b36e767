"""Mentions: one casualty figure where it stands in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.coding.clues import Clue
from dateline.model import Group, Status


@dataclass(frozen=True, slots=True)
class Mention:
    """One casualty figure where it stands: word indices into its sentence.

    ``anchor`` is the numeral (or the noun of an uncounted person), ``predicate`` the word that states
    the harm; ``first`` to ``last`` are the words of the evidence, ``who`` those of the people;
    ``is_definite`` marks "the ten", which points back; ``is_single`` marks one person told without a number
    word ("the mayor"), ``is_named`` one with a name; ``clues`` say what decided each field.
    """

    sentence: int
    anchor: int
    predicate: int
    first: int
    last: int
    who: tuple[int, int]
    status: Status
    group: Group
    low: int
    high: int | None
    approx: bool
    confidence: float
    is_definite: bool
    is_single: bool = False
    is_named: bool = False
    clues: tuple[Clue, ...] = field(default=(), compare=False)

    def led(self, name: str, rule: str) -> tuple[Clue, ...]:
        """Return the clues with another one for a field that was taken from the figure before."""
        led = Clue(name, rule, self.sentence, self.anchor, self.anchor)
        return tuple(led if clue.field == name else clue for clue in self.clues)
