"""How coding is carried out: in this process, or in several with the order of the input kept."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from dateline.model import CodedReport, Issue, Report
from dateline.pipeline.coders import LoadCoder, ReportCoder, code_or_issue, failed, load_coder

Result = CodedReport | Issue
#: Reports that wait for each worker: enough that none is idle, few enough that memory stays flat.
_AHEAD = 8


def code_many(items: Iterable[Report | Issue], jobs: int = 1, load: LoadCoder = load_coder) -> Iterator[Result]:
    """Yield each report coded, in order; issues pass through, and a report that fails becomes one.

    With ``jobs`` above one, as many processes work, each with its own coder of one thread. Reports are
    drawn only as they are needed, so the input may be endless.

    >>> from dateline.model import Issue
    >>> list(code_many([Issue("a.txt", "report-empty", "a.txt: the report has no text.")]))
    [Issue(id='a.txt', code='report-empty', message='a.txt: the report has no text.')]
    """
    return _inline(items, load) if jobs == 1 else _Processes(jobs, load).code(items)


def _inline(items: Iterable[Report | Issue], load: LoadCoder) -> Iterator[Result]:
    coder: ReportCoder | None = None
    for item in items:
        if isinstance(item, Issue):
            yield item
            continue
        coder = coder or load(0)
        yield code_or_issue(coder, item)


class _Processes:
    """Worker processes behind a queue in input order; a worker that dies costs the one report that killed it."""

    def __init__(self, jobs: int, load: LoadCoder) -> None:
        self._jobs = jobs
        self._load = load
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: deque[tuple[Report | Issue, Future[Result] | None]] = deque()

    def code(self, items: Iterable[Report | Issue]) -> Iterator[Result]:
        try:
            for item in items:
                self._waiting.append((item, self._submit(item)))
                if len(self._waiting) >= self._jobs * _AHEAD:
                    yield self._next()
            while self._waiting:
                yield self._next()
        finally:
            self._stop()

    def _next(self) -> Result:
        item, future = self._waiting.popleft()
        if isinstance(item, Issue) or future is None:
            return item if isinstance(item, Issue) else self._alone(item)
        try:
            return future.result()
        except BrokenProcessPool:
            result = self._alone(item)
            self._waiting = deque((later, self._submit(later)) for later, _ in self._waiting)
            return result

    def _submit(self, item: Report | Issue) -> Future[Result] | None:
        if isinstance(item, Issue):
            return None
        if self._pool is None:
            # "spawn" starts workers clean: a fork would copy the threads' locks of a loaded model.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, context, _begin, (self._load,))
        try:
            return self._pool.submit(_work, item)
        except BrokenProcessPool:
            return None

    def _alone(self, report: Report) -> Result:
        """Code a report in a fresh pool where nothing else can be at fault."""
        self._stop()
        future = self._submit(report)
        try:
            return future.result() if future else failed(report, "no worker could be started")
        except BrokenProcessPool:
            self._stop()
            return failed(report, "its worker process died")

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


_load: LoadCoder = load_coder
_coder: ReportCoder | None = None


def _begin(load: LoadCoder) -> None:
    """Make a worker ready: which coder it is to load, and Ctrl-C left to the parent."""
    global _load
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _load = load


def _work(report: Report) -> Result:
    """Code one report in a worker, with its own coder of one thread, loaded at the first."""
    global _coder
    _coder = _coder or _load(1)
    return code_or_issue(_coder, report)
