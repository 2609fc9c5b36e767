"""How long an event has gone on: "clashes raged for the third day"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook import load_table
from dateline.coding.date_ties import clause_of, heads_above
from dateline.language.document import Document, Sentence


def days_going_on(document: Document, triggers: Sequence[tuple[int, int]]) -> int:
    """Return the number of the day that an event told by ``triggers`` (sentence, word) is said to be in; 1 if not said.

    >>> from dateline.language.parser import load_parser
    >>> days_going_on(load_parser().parse("Clashes raged for the third day."), [(0, 0)])
    3
    """
    return max((_said_of(document.sentences[index], word) for index, word in triggers), default=1)


def _said_of(sentence: Sentence, trigger: int) -> int:
    clause = {clause_of(sentence, trigger), *heads_above(sentence, trigger)}
    ordinals = load_table("dates.toml")["ordinals"]
    for day in sentence.words:
        goes_on = day.lemma == "day" and any(kid.lower == "for" for kid in sentence.kids(day.index, "case"))
        if goes_on and clause_of(sentence, day.index) in clause:
            return max((int(ordinals.get(kid.lower, 1)) for kid in sentence.kids(day.index, "amod")), default=1)
    return 1
