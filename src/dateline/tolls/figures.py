"""Figures: what one source says of the number of people of one side, added up where it lists them side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.model import Claim, SourceKind

#: A claim with its index among the claims of the event.
Numbered = tuple[int, Claim]
#: Which text a claim, given by its index, was read in; only figures of one text can stand side by side.
TextOf = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim, or several that one sentence of one source lists side by side ("two soldiers and a policeman")."""

    numbered: tuple[Numbered, ...]
    text: str = ""

    @property
    def claims(self) -> tuple[int, ...]:
        """The indices of the claims that this figure adds up."""
        return tuple(index for index, _ in self.numbered)

    @property
    def low(self) -> int:
        return sum(claim.low for _, claim in self.numbered)

    @property
    def high(self) -> int | None:
        """The upper bound, or None when one of the claims is open upwards."""
        highs = [claim.high for _, claim in self.numbered]
        return None if None in highs else sum(high for high in highs if high is not None)

    @property
    def number(self) -> int:
        """The number itself: the lower bound, or the upper one where only that is said ("up to twenty")."""
        return self.low or self.high or 0

    @property
    def most(self) -> int:
        """The highest number that is told: the upper bound, or the number where that is open."""
        return self.low if self.high is None else self.high

    @property
    def is_exact(self) -> bool:
        return self.high == self.low

    @property
    def partisan(self) -> bool:
        return all(claim.partisan for _, claim in self.numbered)

    @property
    def source(self) -> str | None:
        return self.numbered[0][1].source

    @property
    def speaker(self) -> tuple[str | None, str, bool]:
        """Who speaks: a source in one text, as a party or not."""
        return self.source, self.text, self.partisan

    @property
    def source_kind(self) -> SourceKind:
        return self.numbered[0][1].source_kind


def figures_of(numbered: Iterable[Numbered], text_of: TextOf) -> list[Figure]:
    """Return the figures that claims of one status and side make, in the order of the text.

    A claim that only tells again one of those that its own source lists side by side makes no figure.
    """
    lists: list[list[Numbered]] = []
    for index, claim in sorted(numbered, key=lambda one: _place(text_of(one[0]), one[1])):
        beside = next((row for row in lists if _stands_beside(row, index, claim, text_of)), None)
        if beside is None:
            lists.append([(index, claim)])
        else:
            beside.append((index, claim))
    return [
        Figure(tuple(row), text_of(row[0][0])) for row in lists if not any(_tells_again(row, other) for other in lists)
    ]


def last_words(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures without the lower ones of a named source that says more in the same text.

    "31 rebels were killed ... sixteen of the bodies": a source does not contradict itself, so the lower figure is a
    part, or a count before the last, and no conservative estimate. The report's own voice may hold many sources.
    """
    highest: dict[tuple[str | None, str, bool], Figure] = {}
    for figure in figures:
        known = highest.setdefault(figure.speaker, figure)
        if (figure.low, figure.most) > (known.low, known.most):
            highest[figure.speaker] = figure
    return [figure for figure in figures if figure.source is None or not _is_covered(figure, highest[figure.speaker])]


def _is_covered(figure: Figure, other: Figure) -> bool:
    return figure.low < other.low and figure.most <= other.most


def _place(text: str, claim: Claim) -> tuple[object, ...]:
    """Return what puts claims in an order of their own, whatever order they come in."""
    return (
        text, claim.evidence.start, claim.evidence.end, claim.who.start, claim.who.end, claim.source or "",
        claim.low, -1 if claim.high is None else claim.high, claim.approx, claim.partisan, claim.source_kind,
        claim.anonymous, claim.evidence.quote, claim.who.quote,
    )  # fmt: skip


def _stands_beside(row: Sequence[Numbered], index: int, claim: Claim, text_of: TextOf) -> bool:
    """Tell whether a claim is listed with others: same source, overlapping evidence, other people.

    A bare number is listed only where "and" or "another" says so: "three in Kano and four in Katsina"; elsewhere it is
    most often some of those before it ("eight hurt, four badly"; on the train dispatches 10 of 11 times).
    """
    return all(
        (_joins_on(claim) or not (_is_bare(claim) or _is_bare(other)))
        and other.source == claim.source
        and text_of(number) == text_of(index)
        and other.evidence.overlaps(claim.evidence)
        and not other.who.overlaps(claim.who)
        for number, other in row
    )


def _is_bare(claim: Claim) -> bool:
    """Tell whether the people are named by nothing but their number."""
    units = load_table("numbers.toml")["units"]
    return all(word.isdecimal() or word in units for word in claim.who.quote.casefold().replace("-", " ").split())


def _joins_on(claim: Claim) -> bool:
    """Tell whether the words before a number join it to what stands before."""
    before = claim.evidence.quote[: max(0, claim.who.start - claim.evidence.start)].casefold().split()
    return before[-1:] in (["and"], ["another"], ["further"])


def _tells_again(row: Sequence[Numbered], other: Sequence[Numbered]) -> bool:
    """Tell whether a lone claim is one of those in a list of the same source."""
    if len(row) > 1 or len(other) == 1:
        return False
    ((_, claim),) = row
    return any((claim.source, claim.low, claim.high) == (one.source, one.low, one.high) for _, one in other)
