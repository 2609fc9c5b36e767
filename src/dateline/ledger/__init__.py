"""The ledger: reports, claims, events and judgements in SQLite or PostgreSQL, added to and never overwritten."""

from dateline.ledger.address import DEFAULT, find_address
from dateline.ledger.ids import report_id
from dateline.ledger.ledger import Ledger
from dateline.ledger.lines import Edit, Filters, IncidentLine
from dateline.ledger.opening import open_ledger
from dateline.ledger.reader import Reader
from dateline.ledger.writer import Writer

__all__ = [
    "DEFAULT",
    "Edit",
    "Filters",
    "IncidentLine",
    "Ledger",
    "Reader",
    "Writer",
    "find_address",
    "open_ledger",
    "report_id",
]
