"""What links events, as the pipeline sees it: six functions, so that a test can put its own in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Incident, Judgement, Report, ReportedEvent

#: Judges the pairs of new events with known ones and among themselves, given the origins of reports that are copies.
Propose = Callable[[Sequence[ReportedEvent], Sequence[ReportedEvent], Mapping[str, str]], list[Judgement]]
#: Forms incidents of events by key, given their judgements, which is a part of which, and their days of publication.
Cluster = Callable[[Sequence[str], Sequence[Judgement], Mapping[str, str], Mapping[str, date]], tuple[Incident, ...]]


@dataclass(frozen=True, slots=True)
class Linker:
    """What files, looks up and judges events, forms incidents of them, and finds copies and parts."""

    block_keys: Callable[[ReportedEvent], frozenset[str]]
    lookup_keys: Callable[[ReportedEvent], frozenset[str]]
    propose_judgements: Propose
    cluster_events: Cluster
    find_origins: Callable[[Sequence[Report]], Mapping[str, str]]
    find_parts: Callable[[Sequence[ReportedEvent]], Mapping[str, str]]


def load_linker() -> Linker:
    """Return the linker that ships with the package."""
    from dateline import linking

    return Linker(
        linking.block_keys,
        linking.lookup_keys,
        linking.propose_judgements,
        linking.cluster_events,
        linking.find_origins,
        linking.find_parts,
    )
