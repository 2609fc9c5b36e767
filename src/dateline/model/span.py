"""Spans: where in a report's text a value was found, and the very words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Start and end in Unicode code points, end exclusive, and the exact quote.

    The law of the ledger: ``text[span.start:span.end] == span.quote``, always.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Return the span of ``text`` between two offsets.

        >>> Span.of("Ten died.", 0, 3)
        Span(start=0, end=3, quote='Ten')
        """
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Tell whether two spans share a character.

        >>> Span(0, 3, "Ten").overlaps(Span(2, 5, "n d"))
        True
        """
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span.

        >>> Span(0, 8, "Ten died").covers(Span(4, 8, "died"))
        True
        """
        return self.start <= other.start and other.end <= self.end
