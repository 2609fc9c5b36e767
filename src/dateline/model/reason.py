"""Reasons: why a field of an event or a claim has the value it has."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field was given a value: the rule or head that decided, and the words it decided by.

    ``rule`` is a code of the codebook's ``reasons.toml``, which says it in a sentence. ``value`` is the one of several
    values that it speaks for, as in a list of targets; ``odds`` (0 to 1) are the language model's, where it decided.
    ``words`` is None where no words of the report say so.
    """

    field: str
    rule: str
    words: Span | None = None
    value: str | None = None
    odds: float | None = None
