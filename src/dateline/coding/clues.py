"""Clues: reasons by the words they stand on, before these are spans of the text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.language.document import Document
from dateline.model import Reason, Span


@dataclass(frozen=True, slots=True)
class Clue:
    """What decided a field: a rule of ``reasons.toml`` and the words it read, ``first`` to ``last`` of a sentence.

    ``sentence`` is None where no words decided; ``odds`` are the language model's, where it did.
    """

    field: str
    rule: str
    sentence: int | None = None
    first: int = 0
    last: int = 0
    value: str | None = None
    odds: float | None = None

    def reason(self, document: Document) -> Reason:
        """Return the reason with its words as a span of the document's text."""
        words = None
        if self.sentence is not None:
            found = document.sentences[self.sentence].words
            words = Span.of(document.text, found[self.first].start, found[self.last].end)
        return Reason(self.field, self.rule, words, self.value, self.odds)
