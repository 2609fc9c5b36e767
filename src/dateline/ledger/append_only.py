"""Triggers that refuse to change or delete what a ledger has recorded."""

from __future__ import annotations

from collections.abc import Iterator

REFUSAL = "the ledger is append-only: a correction is a new row"

_FUNCTION = f"""
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"""


def protecting(tables: tuple[str, ...], dialect: str) -> Iterator[str]:
    """Yield the SQL that makes tables append-only in a dialect: ``sqlite`` or ``postgresql``.

    >>> print(next(protecting(("claim",), "sqlite")))
    CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: ...
    """
    if dialect == "postgresql":
        yield _FUNCTION
        for table in tables:
            yield (
                f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
        return
    for table in tables:
        for change in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
