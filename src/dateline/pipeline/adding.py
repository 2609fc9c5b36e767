"""Adding to a ledger: reports are coded, stored, linked and grouped, one transaction each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.ledger import IncidentLine, Ledger, Writer, report_id
from dateline.model import CodedReport, Issue, Report, ReportedEvent
from dateline.pipeline.coders import LoadCoder, load_coder
from dateline.pipeline.executors import code_many
from dateline.pipeline.linkage import Linker, load_linker
from dateline.pipeline.outlines import reports_of
from dateline.pipeline.regrouping import regroup


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: its id in the ledger, and the incidents that it tells of.

    ``is_new`` is false for a report that was there before; then nothing was changed.
    """

    report: str
    is_new: bool
    incidents: tuple[IncidentLine, ...] = ()


def now_in_utc() -> datetime:
    """Return the time by the clock."""
    return datetime.now(UTC)


def add_reports(
    ledger: Ledger,
    items: Iterable[Report | Issue],
    jobs: int = 1,
    load: LoadCoder = load_coder,
    linker: Linker | None = None,
    clock: Callable[[], datetime] = now_in_utc,
) -> Iterator[Added | Issue]:
    """Add reports to a ledger, in order; yield what became of each, and each issue in its place.

    What has been yielded is safe whatever happens next. A report that is in the ledger is not coded again, so a run
    that was stopped is completed by the same call. Issues of the input are recorded too.
    """
    linker = linker or load_linker()
    known: list[Added] = []
    for result in code_many(_unknown(ledger, items, known), jobs, load):
        yield from _emptied(known)
        with ledger.writing() as writer:
            if isinstance(result, Issue):
                writer.add_issue(result, clock())
                outcome: Added | Issue = result
            else:
                outcome = add_coded(writer, result, linker, clock())
        yield outcome
    yield from _emptied(known)


def _unknown(ledger: Ledger, items: Iterable[Report | Issue], known: list[Added]) -> Iterator[Report | Issue]:
    """Yield what is not in the ledger yet, and note what is: there is no need to code it."""
    for item in items:
        if isinstance(item, Report):
            id = report_id(item)
            with ledger.reading() as reader:
                is_known = reader.has_report(id)
            if is_known:
                known.append(Added(id, is_new=False))
                continue
        yield item


def _emptied(known: list[Added]) -> Iterator[Added]:
    while known:
        yield known.pop(0)


def add_coded(writer: Writer, coded: CodedReport, linker: Linker, now: datetime) -> Added:
    """Add one coded report, link its events and group them; nothing changes if it is there."""
    id = report_id(coded.report)
    if writer.has_report(id):
        return Added(id, is_new=False)
    named = writer.add_report(coded, now)
    new = [ReportedEvent(named.report, event) for event in named.events]
    block_keys = {one.key: linker.block_keys(one) for one in new}
    others = writer.candidates(frozenset[str]().union(*map(linker.lookup_keys, new))) - block_keys.keys()
    writer.add_block_keys(block_keys)
    known = writer.events(others)
    origins = linker.find_origins(reports_of((*new, *known))) if known else {}
    writer.add_judgements(linker.propose_judgements(new, known, origins), now)
    return Added(id, is_new=True, incidents=tuple(regroup(writer, block_keys, linker)))
