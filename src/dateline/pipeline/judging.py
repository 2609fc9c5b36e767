"""Judgements by people: two events are one happening, or two; no machine undoes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from dateline.errors import JudgementPointless
from dateline.ledger import IncidentLine, Ledger
from dateline.model import Judgement, Verdict
from dateline.pipeline.adding import now_in_utc
from dateline.pipeline.linkage import Linker, load_linker
from dateline.pipeline.regrouping import regroup


def judge(
    ledger: Ledger,
    one: str,
    other: str,
    verdict: Verdict,
    by: str,
    why: str,
    linker: Linker | None = None,
    clock: Callable[[], datetime] = now_in_utc,
) -> tuple[IncidentLine, ...]:
    """Record what a person judges of two events; return the incidents that they belong to now.

    Events are named by key, or by so much of it that only one begins so. Raises EventUnknown, IdAmbiguous, and
    JudgementPointless for an event and itself.
    """
    linker = linker or load_linker()
    with ledger.writing() as writer:
        keys = sorted((writer.find_event(one), writer.find_event(other)))
        if keys[0] == keys[1]:
            raise JudgementPointless(keys[0])
        score = 1.0 if verdict is Verdict.SAME else 0.0 if verdict is Verdict.DIFFERENT else 0.5
        now = clock()
        said = Judgement(keys[0], keys[1], verdict, score, by, now, why, by_person=True)
        writer.add_judgements([said], now)
        lines = {line.id: line for line in regroup(writer, keys, linker)}
        return tuple(lines[id] for id in sorted(set(writer.incidents_of(keys).values())))
