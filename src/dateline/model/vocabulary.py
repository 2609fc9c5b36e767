"""The closed sets of the ledger, as enumerations whose values are the codes of the contract."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What happened to the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    MISSING = "missing"
    DISPLACED = "displaced"


class Group(StrEnum):
    """Who the people counted were, by side."""

    CIVILIANS = "civilians"
    SECURITY_FORCES = "security_forces"
    MILITANTS = "militants"
    UNSPECIFIED = "unspecified"


class Role(StrEnum):
    """Whether an event is what the report is about, or told for context."""

    MAIN = "main"
    BACKGROUND = "background"


class SourceKind(StrEnum):
    """What kind of speaker a source is."""

    STATE_SECURITY = "state_security"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed_group"
    MEDICAL = "medical"
    WITNESS = "witness"
    AID_ORGANISATION = "aid_organisation"
    MEDIA = "media"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How an actor stands to the responsibility for an event."""

    CLAIMED = "claimed"
    DENIED = "denied"
    BLAMED = "blamed"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """Whether a report states when an event happened, or only implies it by telling it as the news of its day."""

    STATED = "stated"
    IMPLIED = "implied"


class PersonRole(StrEnum):
    """How public a named person is; private persons are masked in exports."""

    PUBLIC_FIGURE = "public_figure"
    OFFICIAL = "official"
    PRIVATE = "private"


class RelationKind(StrEnum):
    """How a claim relates to an earlier claim of the same event."""

    PART_OF = "part_of"
    MAYBE_PART_OF = "maybe_part_of"
    REVISES = "revises"
