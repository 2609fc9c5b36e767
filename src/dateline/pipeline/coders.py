"""The coder as the pipeline sees it: made once a process, asked a report at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Protocol

from dateline.errors import CodingFailed
from dateline.model import CodedReport, Issue, Report
from dateline.tolls import Policy, policy_named, reckon_toll

_log = logging.getLogger(__name__)


class ReportCoder(Protocol):
    """Whatever codes a report; the same report always comes out the same."""

    def code(self, report: Report) -> CodedReport:
        """Return everything that is found in ``report``."""
        ...


#: Makes a coder that uses so many threads (0: as many as serve it best). A plain function of a module, so that
#: worker processes can be told which by name.
LoadCoder = Callable[[int], ReportCoder]


@cache
def load_coder(threads: int = 0) -> ReportCoder:
    """Return the coder that ships with the package, loaded once a process."""
    from dateline.coding.coder import load_coder as load

    return load(threads)


def code(report: Report, toll: Policy | str = Policy.DATELINE) -> CodedReport:
    """Return a report with its coding; the first call of a process loads the language model.

    ``toll`` names the policy by which tolls are reckoned; PolicyUnknown is raised for one that there is not.
    """
    policy = policy_named(toll)
    return add_tolls(load_coder().code(report), policy)


def add_tolls(coded: CodedReport, policy: Policy | str = Policy.DATELINE) -> CodedReport:
    """Return a coded report with the toll of each event reckoned from its claims, by a policy."""
    return replace(coded, events=tuple(replace(e, toll=reckon_toll(e.casualties, policy)) for e in coded.events))


def code_or_issue(coder: ReportCoder, report: Report) -> CodedReport | Issue:
    """Return the coded report or, whatever goes wrong, the issue that stands in its place."""
    try:
        return add_tolls(coder.code(report))
    except Exception as error:
        _log.debug("coding %s failed", report.id, exc_info=True)
        return failed(report, type(error).__name__)


def failed(report: Report, why: str) -> Issue:
    """Return the issue of a report that the coder gave up on."""
    return Issue(report.id, CodingFailed.code, str(CodingFailed(report.id, why)))
