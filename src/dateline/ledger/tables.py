"""The tables of a ledger, the same in SQLite and PostgreSQL.

Two kinds. *Records* are what was read, coded, judged and corrected: rows are added to them and never changed, which
triggers see to. What is *kept at hand* (``member``, ``incident``) only repeats what follows from the records, so that
lists come quickly; it can be thrown away and reckoned anew.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC as text that sorts: ``2026-01-31T18:30:00.000000Z``."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return datetime.fromisoformat(value) if value else None


#: Ids and keys, compared byte by byte whatever language a database sorts in.
Id = String(255).with_variant(String(255, collation="C"), "postgresql")

metadata = MetaData()

coder = Table(
    "coder", metadata,
    Column("id", Id, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("name", "version", "codebook", "gazetteer", "model")),
    comment="the versions that made a row",
)  # fmt: skip


def _made_by() -> Column[str]:
    return Column("coder", Id, ForeignKey("coder.id"), nullable=False)


report = Table(
    "report", metadata,
    Column("id", Id, primary_key=True, comment="content hash"),
    Column("given_id", Text, comment="the id that the report came with"),
    Column("title", Text),
    Column("published", Date),
    Column("publisher", Text),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("added", Moment, nullable=False),
    _made_by(),
    Column("coding", JSON, nullable=False, comment="language, dateline, places, dates, actors, people"),
)  # fmt: skip

statement = Table(
    "statement", metadata,
    Column("report", Id, ForeignKey("report.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("source_start", Integer), Column("source_end", Integer), Column("source", Text),
    Column("cue_start", Integer), Column("cue_end", Integer), Column("cue", Text),
    Column("content_start", Integer, nullable=False), Column("content_end", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("speaker", Text),
    Column("source_kind", Text, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    _made_by(),
)  # fmt: skip

event = Table(
    "event", metadata,
    Column("key", Id, primary_key=True, comment="report id / id within the report"),
    Column("report", Id, ForeignKey("report.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("sub_event_type", Text, nullable=False),
    Column("date_start", Date), Column("date_end", Date), Column("date_precision", Text, nullable=False),
    Column("place", Text), Column("admin1", Text), Column("country_code", Text),
    Column("confidence", Float, nullable=False),
    _made_by(),
    Column("coding", JSON, nullable=False, comment="all else that the contract says of an event"),
)  # fmt: skip

claim = Table(
    "claim", metadata,
    Column("event", Id, ForeignKey("event.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("status", Text, nullable=False),
    Column("group", Text, nullable=False),
    Column("low", Integer, nullable=False), Column("high", Integer), Column("approx", Boolean, nullable=False),
    Column("source", Text), Column("source_kind", Text, nullable=False),
    Column("anonymous", Boolean, nullable=False), Column("partisan", Boolean, nullable=False),
    Column("relation", Text), Column("relation_claim", Integer),
    Column("evidence_start", Integer, nullable=False), Column("evidence_end", Integer, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("who_start", Integer, nullable=False), Column("who_end", Integer, nullable=False),
    Column("who", Text, nullable=False),
    _made_by(),
)  # fmt: skip

block_key = Table(
    "block_key", metadata,
    Column("key", Id, primary_key=True),
    Column("event", Id, ForeignKey("event.key"), primary_key=True),
    comment="events that share a key are compared",
)  # fmt: skip

judgement = Table(
    "judgement", metadata,
    Column("id", Id, primary_key=True, comment="content hash"),
    Column("first", Id, ForeignKey("event.key"), nullable=False, index=True),
    Column("second", Id, ForeignKey("event.key"), nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("author", Text, nullable=False, comment="a person's name, or the linker with its version"),
    Column("by_person", Boolean, nullable=False),
    Column("time", Moment, nullable=False),
    Column("reason", Text, nullable=False),
)  # fmt: skip

edit = Table(
    "edit", metadata,
    Column("id", Id, primary_key=True, comment="content hash"),
    Column("subject", Id, nullable=False, index=True, comment="report id or event key"),
    Column("field", Text, nullable=False),
    Column("value", JSON),
    Column("author", Text, nullable=False),
    Column("time", Moment, nullable=False),
    Column("reason", Text, nullable=False),
    comment="what people corrected; the row that it corrects stays",
)  # fmt: skip

issue = Table(
    "issue", metadata,
    Column("id", Id, primary_key=True, comment="content hash"),
    Column("input", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("time", Moment, nullable=False),
)  # fmt: skip

member = Table(
    "member", metadata,
    Column("event", Id, ForeignKey("event.key"), primary_key=True),
    Column("incident", Id, nullable=False, index=True),
    comment="kept at hand: which incident an event belongs to now",
)  # fmt: skip

incident = Table(
    "incident", metadata,
    Column("id", Id, primary_key=True),
    Column("part_of", Id, index=True),
    Column("first_day", Date), Column("last_day", Date),
    Column("place", Text), Column("admin1", Text), Column("country", Text), Column("country_code", Text),
    Column("event_type", Text, nullable=False), Column("sub_event_type", Text, nullable=False),
    Column("killed_low", Integer), Column("killed_best", Integer), Column("killed_high", Integer),
    Column("injured_low", Integer), Column("injured_best", Integer), Column("injured_high", Integer),
    Column("reports", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("background", Boolean, nullable=False, comment="no report is about it"),
    comment="kept at hand: the line of an incident in lists",
)  # fmt: skip
Index("ix_incident_day", incident.c.first_day.desc(), incident.c.id)
Index("ix_incident_country_day", incident.c.country_code, incident.c.first_day.desc(), incident.c.id)
Index("ix_incident_killed", incident.c.killed_best)

#: Rows of these are added and never changed.
RECORDS = (coder, report, statement, event, claim, block_key, judgement, edit, issue)
#: Rows of these follow from the records.
KEPT_AT_HAND = (member, incident)
