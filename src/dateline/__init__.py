"""Dateline reads news dispatches about political violence and keeps an auditable ledger of what they say.

The first use of a name imports what it needs; ``import dateline`` alone reads nothing and is quick.

>>> import dateline
>>> report = dateline.Report("KANO, Nigeria — Ten people were killed on Friday.", published=None)
>>> report.id
'4b85afd62fbf5605'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.errors import DatelineError
    from dateline.model import Claim, CodedReport, Event, Issue, Report, Span
    from dateline.model.coding_record import from_contract
    from dateline.model.contract import issue_to_contract, to_contract
    from dateline.model.record import report_from_record
    from dateline.pipeline import Explanation, Linked, code, code_many, explain, link
    from dateline.reading import read_reports
    from dateline.reading.codings import read_codings

__all__ = [
    "Claim",
    "CodedReport",
    "DatelineError",
    "Event",
    "Explanation",
    "Issue",
    "Linked",
    "Report",
    "Span",
    "code",
    "code_many",
    "explain",
    "from_contract",
    "issue_to_contract",
    "link",
    "read_codings",
    "read_reports",
    "report_from_record",
    "to_contract",
]
__version__ = "0.1.0"

_HOMES = {
    "Claim": "dateline.model",
    "CodedReport": "dateline.model",
    "DatelineError": "dateline.errors",
    "Event": "dateline.model",
    "Explanation": "dateline.pipeline",
    "Issue": "dateline.model",
    "Linked": "dateline.pipeline",
    "Report": "dateline.model",
    "Span": "dateline.model",
    "code": "dateline.pipeline",
    "code_many": "dateline.pipeline",
    "explain": "dateline.pipeline",
    "from_contract": "dateline.model.coding_record",
    "issue_to_contract": "dateline.model.contract",
    "link": "dateline.pipeline",
    "read_codings": "dateline.reading.codings",
    "read_reports": "dateline.reading",
    "report_from_record": "dateline.model.record",
    "to_contract": "dateline.model.contract",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
