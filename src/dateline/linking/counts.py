"""Whether the casualties of two events can be those of one: figures rise from report to report, and rarely fall."""

from __future__ import annotations

from datetime import date

from dateline.model import ReportedEvent, Status

_UNSAID = "a figure is not said"
_FEW, _NEAR, _FAR = 3, 2.0, 4.0
_first = date.min


def compare_counts(a: ReportedEvent, b: ReportedEvent, status: Status) -> str:
    """Return in words how the figures of two events for one status stand to each other."""
    if (b.report.published or _first) < (a.report.published or _first):
        a, b = b, a
    before, after = _best(a, status), _best(b, status)
    if before is None or after is None:
        return "no figure in either" if before == after else _UNSAID
    if before == after:
        return "the same figure" if before <= _FEW else "the same high figure"
    if _claimed(a, status) & _claimed(b, status):
        return "one figure in common"
    more, ratio = after > before, max(after, before) / max(1, min(after, before))
    if a.report.published == b.report.published:
        return "figures near each other" if ratio <= _NEAR else "figures far from each other"
    if more:
        return "risen" if ratio <= _FAR else "risen far"
    return "fallen" if ratio <= _NEAR else "fallen far"


def _best(one: ReportedEvent, status: Status) -> int | None:
    bounds = one.event.toll.get(status, {}).get("total")
    if bounds is not None:
        return bounds.best
    return max((claim.low for claim in one.event.casualties if claim.status is status), default=None)


def _claimed(one: ReportedEvent, status: Status) -> set[int]:
    """Return the figures above a few that are claimed: small ones are shared by chance."""
    return {claim.low for claim in one.event.casualties if claim.status is status and claim.low > _FEW}
