"""Fit the weights by which perpetrators are chosen: a conditional logit over the suspects of an event and nobody.

Run ``python -m training.fit_parties`` after the language model or the signs have changed, and put what it prints
into ``codebook/data/parties.toml``. It learns on the training dispatches alone, and chooses the thresholds by
cross-validation over reports.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from dateline.coding import parties as coding_parties
from dateline.coding.coder import load_coder
from dateline.coding.perpetrators import Ranked, choose, nobody, rank
from dateline.coding.signs import gather
from dateline.coding.suspects import Case, Inquiry, Suspect
from dateline.model import Report, Role
from dateline.model.contract import to_contract

Floats = NDArray[np.float64]
_FOLDS, _STEPS, _RATE, _RIDGE = 10, 150, 0.08, 4.0
#: The language model has seen the training dispatches: its odds are surer there than on new reports by about this.
_TRUST = 0.6
#: What shares of the first one's odds are tried: for one joined to it, for any further one.
_GRID = ((0.2, 0.3, 0.4, 0.6), (0.5, 0.6, 0.7, 0.8, 0.9))


@dataclass
class Trial:
    """The suspects of a news event, which of them gold names, and all names in gold."""

    report: str
    kind: str
    suspects: list[Suspect]
    guilty: list[bool]
    names: list[str]


def read_trials(path: Path, scorer: Any, coder: Any) -> Iterator[Trial]:
    """Yield the trials of a file of dispatches, events paired with gold as the scorer pairs them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["published"]) if row["published"] else None
        heard: list[tuple[str, list[Suspect]]] = []
        with patch.object(coding_parties, "find_perpetrators", _listener(heard)):
            coded = to_contract(coder.code(Report(row["text"], id=row["id"], title=row.get("title"), published=day)))
        events: list[Any] = coded["events"]  # type: ignore[assignment]
        for gold, event in scorer.pair(row["events"], events):
            if gold["role"] == Role.MAIN.value:
                kind, suspects = heard[events.index(event)]
                names = gold["perpetrators"]
                guilty = [any(scorer.same_name(name, s.name) for name in names) for s in suspects]
                yield Trial(row["id"], kind, suspects, guilty, names)


def _listener(heard: list[tuple[str, list[Suspect]]]) -> Any:
    def listen(inquiry: Inquiry, cases: Sequence[Case]) -> list[tuple[str, ...]]:
        heard.extend((case.kind, list(s)) for case, s in zip(cases, gather(inquiry, cases), strict=True))
        return [() for _ in cases]

    return listen


def _table(trial: Trial, signs: Sequence[str]) -> tuple[Floats, Floats]:
    """Return the signs of each suspect and of nobody as rows, and which rows are right."""
    rows = [*(s.signs for s in trial.suspects), nobody(trial.kind)]
    right = [*trial.guilty, not any(trial.guilty)]
    return np.array([[row.get(sign, 0.0) for sign in signs] for row in rows]), np.array(right, dtype=float)


def fit(trials: Sequence[Trial], signs: Sequence[str]) -> dict[str, float]:
    """Return the weights that make gold's names likeliest, with a ridge on all (Adam, a fixed number of steps)."""
    tables = [_table(trial, signs) for trial in trials]
    weights, mean, square = (np.zeros(len(signs)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        slope = -_RIDGE * weights
        for x, right in tables:
            z = x @ weights
            odds = np.exp(z - z.max())
            true = odds * right
            slope += x.T @ (true / true.sum() - odds / odds.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights + _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {sign: float(w) * (_TRUST if sign == "odds" else 1.0) for sign, w in zip(signs, weights, strict=True)}


def score(ranks: Sequence[tuple[Trial, Ranked]], scorer: Any, least: dict[str, float]) -> float:
    """Return F1 over the names of all trials, their suspects ranked already."""
    right = found = wanted = 0
    for trial, ranked in ranks:
        tp, n, m = scorer.names_f1(trial.names, [s.name for s in choose(ranked, least)])
        right, found, wanted = right + tp, found + n, wanted + m
    return 2 * right / (found + wanted)


def report(trials: Sequence[Trial], scorer: Any) -> tuple[dict[str, float], dict[str, float]]:
    """Fit, choose thresholds out of fold, and print the tables."""
    signs = sorted({sign for t in trials for row in (*(s.signs for s in t.suspects), nobody(t.kind)) for sign in row})
    ids = sorted({trial.report for trial in trials})
    fold = {name: place % _FOLDS for place, name in enumerate(ids)}
    fitted = [fit([t for t in trials if fold[t.report] != k], signs) for k in range(_FOLDS)]
    ranks = [(t, rank(t.suspects, t.kind, fitted[fold[t.report]])) for t in trials]
    tried = [dict(zip(("partner", "further"), values, strict=True)) for values in product(*_GRID)]
    least = max(tried, key=lambda one: score(ranks, scorer, one))
    print(f"cross-validated F1 {score(ranks, scorer, least):.4f} over {len(trials)} events", file=sys.stderr)
    weights = fit(trials, signs)
    for title, table in (("least", least), ("signs", weights)):
        print(f"\n[{title}]", *(f'"{name}" = {value:.2f}' for name, value in table.items()), sep="\n")
    return weights, least


def main() -> None:
    """Print the weights, and on standard error what cross-validation says of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    folder = parser.parse_args().shared / "benchmarks" / "dispatches"
    sys.path.insert(0, str(folder))
    scorer = import_module("score")
    report(list(read_trials(folder / "train.jsonl", scorer, load_coder())), scorer)


if __name__ == "__main__":
    main()
