"""Mentions: one casualty figure where it stands in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Group, Status


@dataclass(frozen=True, slots=True)
class Mention:
    """One casualty figure where it stands: word indices into its sentence.

    ``anchor`` is the numeral (or the noun of an uncounted person), ``predicate`` the word that states
    the harm; ``first`` to ``last`` are the words of the evidence, ``who`` those of the people;
    ``is_definite`` marks "the ten", which points back; ``is_single`` marks one person told without a number
    word ("the mayor"), ``is_named`` one with a name.
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
