"""Judge which of many events are one happening: block, compare, score, and say why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.linking.blocks import block_keys, lookup_keys
from dateline.linking.compare import Comparison, compare_facts, compare_texts
from dateline.linking.weights import Weights, load_weights
from dateline.model import Judgement, ReportedEvent, Verdict

_TEXTS = ("words", "names", "people")


def propose_judgements(
    new: Sequence[ReportedEvent], known: Sequence[ReportedEvent], origins: Mapping[str, str] = {}
) -> list[Judgement]:
    """Return the linker's judgement of every pair that could be one happening: new with known, and new with new.

    A pair is looked at when the two share a key of :func:`block_keys`; the events of one report are never paired,
    for its coder told them apart. ``origins`` gives the origin of each report that is a copy
    (:func:`find_origins`). The judgements are in order of their keys, the same for any order of the events, and
    without a time: who keeps them knows when.
    """
    weights = load_weights()
    fresh = {one.key: one for one in new}
    held = {one.key: one for one in known if one.key not in fresh}
    pairs = (_in_order(fresh[a], fresh.get(b) or held[b]) for a, b in _candidates(fresh, held))
    found = (judge(a, b, weights, _are_copies(a, b, origins)) for a, b in pairs)
    return sorted(found, key=lambda one: (one.first, one.second))


def judge(a: ReportedEvent, b: ReportedEvent, weights: Weights, copies: bool = False) -> Judgement:
    """Return the judgement of one pair, with every comparison and its weight as the reason."""
    comparisons = list(compare_facts(a, b))
    if copies:
        comparisons.append(("origin", "copies of one report"))
    hope = weights.probability(comparisons + [(name, _best_level(weights, name)) for name in _TEXTS])
    if hope > weights.different:
        comparisons += compare_texts(a, b)
    score = weights.probability(comparisons)
    verdict = _verdict(score, weights)
    return Judgement(
        a.key,
        b.key,
        verdict,
        round(score, 4),
        f"dateline-linking {weights.version}",
        None,
        _reason(comparisons, weights),
    )


def _candidates(fresh: Mapping[str, ReportedEvent], held: Mapping[str, ReportedEvent]) -> Iterator[tuple[str, str]]:
    """Yield the keys of each pair once: a new event first."""
    blocks: dict[str, list[ReportedEvent]] = defaultdict(list)
    for one in (*fresh.values(), *held.values()):
        for block in block_keys(one):
            blocks[block].append(one)
    for one in fresh.values():
        others = {other.key: other for block in lookup_keys(one) for other in blocks[block]}
        for key, other in others.items():
            if other.report.id != one.report.id and (key not in fresh or one.key < key):
                yield one.key, key


def _in_order(a: ReportedEvent, b: ReportedEvent) -> tuple[ReportedEvent, ReportedEvent]:
    return (a, b) if a.key < b.key else (b, a)


def _are_copies(a: ReportedEvent, b: ReportedEvent, origins: Mapping[str, str]) -> bool:
    return origins.get(a.report.id, a.report.id) == origins.get(b.report.id, b.report.id)


def _best_level(weights: Weights, name: str) -> str:
    levels = weights.levels.get(name, {})
    return max(levels, key=lambda level: levels[level], default="")


def _verdict(score: float, weights: Weights) -> Verdict:
    if score >= weights.same:
        return Verdict.SAME
    return Verdict.DIFFERENT if score <= weights.different else Verdict.UNSURE


def _reason(comparisons: Iterable[Comparison], weights: Weights) -> str:
    """Return the comparisons in words, the weightiest first."""
    weighed = sorted(((weights.weight(one), *one) for one in comparisons), key=lambda row: (-abs(row[0]), row[1:]))
    return "; ".join(f"{name}: {level} ({weight:+.1f})" for weight, name, level in weighed if abs(weight) >= 0.05)
