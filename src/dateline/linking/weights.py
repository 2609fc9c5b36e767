"""The weights of the comparisons, learned by ``training/fit_linking.py`` and kept where a person can read them."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from dateline.linking.compare import Comparison

_FILE = files("dateline.linking") / "data" / "weights.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds (base e) of two events being one: a start, and what each comparison's level adds to it.

    From ``same`` on a probability is a *yes*, up to ``different`` a *no*; between them nobody knows.
    """

    start: float
    levels: Mapping[str, Mapping[str, float]]
    same: float
    different: float
    version: str = ""

    def weight(self, comparison: Comparison) -> float:
        """Return what a comparison adds; nothing for a level that was never seen."""
        name, level = comparison
        return self.levels.get(name, {}).get(level, 0.0)

    def probability(self, comparisons: Iterable[Comparison]) -> float:
        """Return the probability that two events are one, 0 to 1."""
        odds = self.start + math.fsum(map(self.weight, comparisons))
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))

    def most(self, name: str) -> float:
        """Return the most that a comparison can add."""
        return max(self.levels.get(name, {}).values(), default=0.0)


def read_weights(text: str) -> Weights:
    """Return the weights that a TOML text holds."""
    table = tomllib.loads(text)
    verdict = table.pop("verdict")
    return Weights(
        start=float(verdict["start"]),
        levels={name: {level: float(weight) for level, weight in levels.items()} for name, levels in table.items()},
        same=float(verdict["same"]),
        different=float(verdict["different"]),
        version=sha256(text.encode()).hexdigest()[:8],
    )


@cache
def load_weights() -> Weights:
    """Return the weights that ship with the package, read once."""
    return read_weights(_FILE.read_text(encoding="utf-8"))
