"""What links events, as the pipeline sees it: five functions, so that a test can put its own in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Incident, Judgement, Report, ReportedEvent

#: Judges the pairs of new events with known ones and among themselves, given the origins of reports that are copies.
Propose = Callable[[Sequence[ReportedEvent], Sequence[ReportedEvent], Mapping[str, str]], list[Judgement]]
#: Forms incidents of events by key, given their judgements and which event is a part of which.
Cluster = Callable[[Sequence[str], Sequence[Judgement], Mapping[str, str]], tuple[Incident, ...]]


@dataclass(frozen=True, slots=True)
class Linker:
    """Which events are compared, what is judged of them, what incidents follow, which reports are copies, what is a part."""

    block_keys: Callable[[ReportedEvent], frozenset[str]]
    propose_judgements: Propose
    cluster_events: Cluster
    find_origins: Callable[[Sequence[Report]], Mapping[str, str]]
    find_parts: Callable[[Sequence[ReportedEvent]], Mapping[str, str]]


def load_linker() -> Linker:
    """Return the linker that ships with the package."""
    from dateline.linking import block_keys, cluster_events, find_origins, find_parts, propose_judgements

    return Linker(block_keys, propose_judgements, cluster_events, find_origins, find_parts)
