"""What links events, as the pipeline sees it: four functions, so that a test can put its own in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Incident, Judgement, Report, ReportedEvent

Propose = Callable[[Sequence[ReportedEvent], Sequence[ReportedEvent], Mapping[str, str]], list[Judgement]]
Cluster = Callable[[Iterable[str], Iterable[Judgement]], tuple[Incident, ...]]


@dataclass(frozen=True, slots=True)
class Linker:
    """Which events are compared, what is judged of them, what incidents follow, and which reports are copies."""

    block_keys: Callable[[ReportedEvent], frozenset[str]]
    propose_judgements: Propose
    cluster_events: Cluster
    find_origins: Callable[[Iterable[Report]], Mapping[str, str]]


def load_linker() -> Linker:
    """Return the linker that ships with the package."""
    from dateline.linking import block_keys, cluster_events, find_origins, propose_judgements

    return Linker(block_keys, propose_judgements, cluster_events, find_origins)
