"""The ledger begins: records, append-only, and what is kept at hand. A migration is never changed once it is out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dateline.ledger.append_only import protecting

revision = "ledger_0001"
down_revision = None

Id = sa.String(255).with_variant(sa.String(255, collation="C"), "postgresql")
_RECORDS = ("coder", "report", "statement", "event", "claim", "block_key", "judgement", "edit", "issue")


def upgrade() -> None:
    """Create the tables, their indexes and the triggers that protect the records."""
    op.create_table(
        "coder",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.Column("gazetteer", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        comment="the versions that made a row",
    )
    op.create_table(
        "edit",
        sa.Column("id", Id, nullable=False, comment="content hash"),
        sa.Column("subject", Id, nullable=False, comment="report id or event key"),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("time", sa.String(27), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        comment="what people corrected; the row that it corrects stays",
    )
    op.create_index("ix_edit_subject", "edit", ["subject"])
    op.create_table(
        "incident",
        sa.Column("id", Id, nullable=False),
        sa.Column("part_of", Id, nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("country_code", sa.Text(), nullable=True),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("sub_event_type", sa.Text(), nullable=False),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_best", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("injured_low", sa.Integer(), nullable=True),
        sa.Column("injured_best", sa.Integer(), nullable=True),
        sa.Column("injured_high", sa.Integer(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False, comment="no report is about it"),
        sa.PrimaryKeyConstraint("id"),
        comment="kept at hand: the line of an incident in lists",
    )
    op.create_index("ix_incident_country_day", "incident", ["country_code", sa.literal_column("first_day DESC"), "id"])
    op.create_index("ix_incident_day", "incident", [sa.literal_column("first_day DESC"), "id"])
    op.create_index("ix_incident_killed", "incident", ["killed_best"])
    op.create_index("ix_incident_part_of", "incident", ["part_of"])
    op.create_table(
        "issue",
        sa.Column("id", Id, nullable=False, comment="content hash"),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("time", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "report",
        sa.Column("id", Id, nullable=False, comment="content hash"),
        sa.Column("given_id", sa.Text(), nullable=True, comment="the id that the report came with"),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added", sa.String(27), nullable=False),
        sa.Column("coder", Id, nullable=False),
        sa.Column("coding", sa.JSON(), nullable=False, comment="language, dateline, places, dates, actors, people"),
        sa.ForeignKeyConstraint(
            ["coder"],
            ["coder.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "event",
        sa.Column("key", Id, nullable=False, comment="report id / id within the report"),
        sa.Column("report", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("sub_event_type", sa.Text(), nullable=False),
        sa.Column("date_start", sa.Date(), nullable=True),
        sa.Column("date_end", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("country_code", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("coder", Id, nullable=False),
        sa.Column("coding", sa.JSON(), nullable=False, comment="all else that the contract says of an event"),
        sa.ForeignKeyConstraint(
            ["coder"],
            ["coder.id"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.id"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_event_report", "event", ["report"])
    op.create_table(
        "statement",
        sa.Column("report", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=True),
        sa.Column("source_end", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("content_start", sa.Integer(), nullable=False),
        sa.Column("content_end", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("coder", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["coder"],
            ["coder.id"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["report.id"],
        ),
        sa.PrimaryKeyConstraint("report", "number"),
    )
    op.create_table(
        "block_key",
        sa.Column("key", Id, nullable=False),
        sa.Column("event", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["event.key"],
        ),
        sa.PrimaryKeyConstraint("key", "event"),
        comment="events that share a key are compared",
    )
    op.create_table(
        "claim",
        sa.Column("event", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("approx", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("partisan", sa.Boolean(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=True),
        sa.Column("relation_claim", sa.Integer(), nullable=True),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_end", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("who_start", sa.Integer(), nullable=False),
        sa.Column("who_end", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("coder", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["coder"],
            ["coder.id"],
        ),
        sa.ForeignKeyConstraint(
            ["event"],
            ["event.key"],
        ),
        sa.PrimaryKeyConstraint("event", "number"),
    )
    op.create_table(
        "judgement",
        sa.Column("id", Id, nullable=False, comment="content hash"),
        sa.Column("first", Id, nullable=False),
        sa.Column("second", Id, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False, comment="a person's name, or the linker with its version"),
        sa.Column("by_person", sa.Boolean(), nullable=False),
        sa.Column("time", sa.String(27), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first"],
            ["event.key"],
        ),
        sa.ForeignKeyConstraint(
            ["second"],
            ["event.key"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_judgement_first", "judgement", ["first"])
    op.create_index("ix_judgement_second", "judgement", ["second"])
    op.create_table(
        "member",
        sa.Column("event", Id, nullable=False),
        sa.Column("incident", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["event.key"],
        ),
        sa.PrimaryKeyConstraint("event"),
        comment="kept at hand: which incident an event belongs to now",
    )
    op.create_index("ix_member_incident", "member", ["incident"])
    for command in protecting(_RECORDS, op.get_context().dialect.name):
        op.execute(command)
