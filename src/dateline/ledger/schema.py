"""The schema of a ledger: which version a database has, and the way up to today's."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text

from dateline.errors import LedgerForeign, LedgerNewer
from dateline.ledger.address import shown

#: All versions that there have been, oldest first; the last is today's. Each is a file in ``migrations/versions``.
VERSIONS = ("ledger_0001",)
#: Every version of ours begins so; a table of versions that does not is another program's.
_OURS = "ledger_"
_MIGRATIONS = Path(__file__).parent / "migrations"


def read_version(connection: Connection, url: URL) -> str | None:
    """Return the version of a ledger's schema, None for an empty database.

    Raises LedgerForeign for a database of something else and LedgerNewer for a version that is not known yet.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    version = None
    if "alembic_version" in tables:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if not isinstance(version, str) or not version.startswith(_OURS):
        raise LedgerForeign(shown(url))
    if version not in VERSIONS:
        raise LedgerNewer(shown(url), version)
    return version


def migrate(connection: Connection) -> None:
    """Bring a ledger, or an empty database, up to today's schema, inside the transaction that is open."""
    # Alembic takes a while to import and is needed once in a ledger's life.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(_MIGRATIONS))
    context = MigrationContext.configure(
        connection, opts={"fn": lambda revision, _: scripts._upgrade_revs(VERSIONS[-1], revision)}
    )
    with Operations.context(context):
        context.run_migrations()
