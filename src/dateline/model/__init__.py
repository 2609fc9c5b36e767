"""The words of the ledger as frozen values."""

from dateline.model.claim import Claim, Relation, Responsibility, Statement
from dateline.model.coded import CodedReport, Coder, Issue
from dateline.model.event import Bounds, Event, Toll
from dateline.model.incident import Incident, Judgement, ReportedEvent, Verdict
from dateline.model.mentions import ActorMention, Dateline, DateMention, Location, Person, PlaceMention
from dateline.model.reason import Reason
from dateline.model.report import Report, content_id
from dateline.model.span import Span
from dateline.model.vocabulary import (
    DateBasis,
    DatePrecision,
    Group,
    PersonRole,
    RelationKind,
    Role,
    SourceKind,
    Stance,
    Status,
)

__all__ = [
    "ActorMention",
    "Bounds",
    "Claim",
    "CodedReport",
    "Coder",
    "DateBasis",
    "DateMention",
    "DatePrecision",
    "Dateline",
    "Event",
    "Group",
    "Incident",
    "Issue",
    "Judgement",
    "Location",
    "Person",
    "PersonRole",
    "PlaceMention",
    "Reason",
    "Relation",
    "RelationKind",
    "Report",
    "ReportedEvent",
    "Responsibility",
    "Role",
    "SourceKind",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Toll",
    "Verdict",
    "content_id",
]
