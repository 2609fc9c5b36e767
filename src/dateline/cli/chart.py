"""The history of a toll as a small chart of bars: what had been said after each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.cli.wording import bounds_words, counted, source_words
from dateline.model import Bounds
from dateline.tolls import TOTAL, State

_FULL, _OPEN = "█", "░"
_WIDEST = 30


def chart_rows(states: Sequence[State], status: str, width: int = _WIDEST) -> Iterator[tuple[str, str, str, str]]:
    """Yield a row for each moment at which a status had a toll: the moment, a bar, the bounds, and who says *best*.

    A bar is full up to the best figure and light from there to the upper bound.
    """
    told = [(state, state.toll[status][TOTAL]) for state in states if status in state.toll]
    most = max((_end(bounds) for _, bounds in told), default=0)
    for state, bounds in told:
        yield str(state.at), _bar(bounds, most, width), bounds_words(bounds), _said_by(state, bounds)


def _bar(bounds: Bounds, most: int, width: int) -> str:
    """Return a bar of which ``width`` cells stand for the highest figure; what is more than nobody has a cell."""
    if not most:
        return ""
    full = _cells(bounds.best, most, width)
    return _FULL * full + _OPEN * (_cells(_end(bounds), most, width) - full)


def _cells(number: int, most: int, width: int) -> int:
    return max(round(number * width / most), 1) if number else 0


def _end(bounds: Bounds) -> int:
    return max(bounds.best, bounds.high or 0)


def _said_by(state: State, bounds: Bounds) -> str:
    """Return the speakers on whom *best* rests, and how many reports there were."""
    speakers = dict.fromkeys(source_words(state.claims[index].claim) for index in bounds.best_claims)
    return "; ".join([*speakers, counted(len(state.reports), "report")])
