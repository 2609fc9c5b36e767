"""The policies for a toll: which of the figures of one side are low, best and high.

Each is a reading of a public codebook or of this project's design; ``tolls.toml`` says in a sentence what each does,
and docs/tolls.md shows each at work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache

from dateline.codebook import load_table
from dateline.errors import PolicyUnknown
from dateline.model import Bounds
from dateline.tolls.figures import Figure, last_words


class Policy(StrEnum):
    """A way to choose low, best and high among the figures that sources give."""

    DATELINE = "dateline"
    ACLED = "acled"
    UCDP = "ucdp"
    RANGE = "range"

    @property
    def is_cautious(self) -> bool:
        """Whether a stated total stands as long as no side alone goes beyond it, even if the sides together do."""
        return self in (Policy.ACLED, Policy.RANGE)


def policy_named(name: str) -> Policy:
    """Return the policy of a name; raises PolicyUnknown for any other.

    >>> policy_named("ucdp")
    <Policy.UCDP: 'ucdp'>
    """
    try:
        return Policy(name)
    except ValueError:
        raise PolicyUnknown(name, list(Policy)) from None


def policy_sentence(policy: Policy) -> str:
    """Return what a policy does, in a sentence."""
    return str(load_table("tolls.toml")["policies"][policy])


def rule_sentence(rule: str) -> str:
    """Return why *best* is what it is, in a sentence.

    >>> rule_sentence("only_figure")
    'It is the only figure given.'
    """
    rules = load_table("tolls.toml")["rules"]
    return str(rules.get(rule, rules["not_said"]))


def choose_bounds(figures: Sequence[Figure], policy: Policy, *, is_revision: bool = False) -> Bounds:
    """Return the bounds that a policy chooses from the figures of one side, of which there is at least one.

    ``is_revision`` tells that others were left out because these replace them. Equal figures are one as good as the
    other: the first in the text carries the bound.
    """
    low, best, rule = _CHOOSERS[policy](figures)
    highest = max(figures, key=lambda figure: figure.most)
    is_closed = any(figure.high is not None for figure in figures)
    number = 0
    if best:
        number = best.number if policy is Policy.DATELINE else best.low
        rule = rule if rule == _PARTIES_ONLY else _plain_rule(figures, is_revision) or rule
        if low and low.low > number:  # a reliable "up to ten" beside another's "at least ten": low is never above best
            low = best
    return Bounds(
        low=low.low if low else 0,
        best=number,
        high=highest.most if is_closed else None,
        rule=rule,
        low_claims=low.claims if low else (),
        best_claims=best.claims if best else (),
        high_claims=highest.claims if is_closed else (),
    )


#: That only parties speak is told before anything else.
_PARTIES_ONLY = "parties_only"
#: What a policy chooses: the figures that are low and best (None for nobody), and the rule of best.
_Choice = tuple[Figure | None, Figure | None, str]


def _plain_rule(figures: Sequence[Figure], is_revision: bool) -> str | None:
    """Return the rule of what needs no choosing, whatever the policy."""
    if len(figures) > 1:
        is_agreed = len({(figure.low, figure.high) for figure in figures}) == 1
        return "agreed" if is_agreed else None
    if is_revision:
        return "revised"
    return "listed_together" if len(figures[0].numbered) > 1 else "only_figure"


def _dateline(figures: Sequence[Figure]) -> _Choice:
    neutral = [figure for figure in figures if not figure.partisan]
    heard = neutral or figures
    best = max(heard, key=lambda figure: (figure.low, figure.is_exact, figure.number))
    return _least(heard), best, "highest_neutral" if neutral else _PARTIES_ONLY


def _acled(figures: Sequence[Figure]) -> _Choice:
    lowest = _least(last_words(figures))
    return lowest, lowest, "lowest"


def _ucdp(figures: Sequence[Figure]) -> _Choice:
    neutral = [figure for figure in figures if not figure.partisan]
    if not neutral:
        return None, None, "parties_not_counted"
    reliable = [figure for figure in neutral if figure.source_kind in _independent()]
    return _least(neutral), _least(last_words(reliable or neutral)), "lowest_of_reliable"


def _range(figures: Sequence[Figure]) -> _Choice:
    lowest = _least(last_words(figures))
    return lowest, lowest, "range_minimum"


_CHOOSERS: dict[Policy, Callable[[Sequence[Figure]], _Choice]] = {
    Policy.DATELINE: _dateline,
    Policy.ACLED: _acled,
    Policy.UCDP: _ucdp,
    Policy.RANGE: _range,
}


def _least(figures: Sequence[Figure]) -> Figure:
    """Return the lowest figure of those that say how many at least, if any does."""
    return min((figure for figure in figures if figure.low), key=lambda figure: figure.low, default=figures[0])


@cache
def _independent() -> frozenset[str]:
    return frozenset(load_table("tolls.toml")["reliability"]["independent"])
