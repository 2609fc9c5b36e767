"""Everything that can go wrong, one class a failure, each a clear sentence with the way out.

Bad *data* is no exception that stops a batch: readers and coders turn these into the ``error``
object of a result line (see :class:`dateline.model.Issue`), and the batch goes on.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Root of all errors raised by Dateline; ``code`` names the kind in machine-readable output."""

    code = "error"

    def __reduce__(self) -> tuple[object, ...]:
        # The sentence is made in __init__, so that is not run again when an error crosses processes.
        return _restore, (type(self), self.args)


def _restore(kind: type[DatelineError], args: tuple[object, ...]) -> DatelineError:
    error = kind.__new__(kind)
    error.args = args
    return error


class InputMissing(DatelineError):
    """A path was named that does not exist."""

    code = "input-missing"

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: no such file or directory. Check the spelling, or use - for standard input.")


class InputUnreadable(DatelineError):
    """A file exists but cannot be read as text."""

    code = "input-unreadable"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")


class RecordMalformed(DatelineError):
    """A line of JSONL is not a report."""

    code = "record-malformed"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f'{where}: {why}. Each line must be an object with at least a "text".')


class CodingMalformed(DatelineError):
    """A line of JSONL is not a coded report."""

    code = "coding-malformed"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}. Each line must be a coded report as dateline code --format jsonl writes it.")


class ReportEmpty(DatelineError):
    """A report has no words."""

    code = "report-empty"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: the report has no text.")


class ReportTooLong(DatelineError):
    """A report is longer than any dispatch: ``limit`` is the most characters that one may have."""

    code = "report-too-long"

    def __init__(self, where: str, limit: int) -> None:
        super().__init__(
            f"{where}: the text has more than the {limit:,} characters that one report may have. "
            "Split it into reports, one article each."
        )


class LanguageUnsupported(DatelineError):
    """A report is in a language that the coder does not read."""

    code = "language-unsupported"

    def __init__(self, where: str, language: str) -> None:
        super().__init__(f"{where}: the text is in {language}; only English is coded. Translate it first.")


class CodingFailed(DatelineError):
    """The coder gave up on one report: a fault of Dateline, not of the report."""

    code = "coding-failed"

    def __init__(self, report_id: str, why: str) -> None:
        super().__init__(f"{report_id}: the report could not be coded ({why}). Please report this with its text.")


class DayMalformed(DatelineError):
    """A publication day is not an ISO day."""

    code = "day-malformed"

    def __init__(self, given: str) -> None:
        super().__init__(f"{given!r} is not a day. Write it as YYYY-MM-DD, for example 2026-01-31.")


class PolicyUnknown(DatelineError):
    """A policy for tolls was named that there is not."""

    code = "policy-unknown"

    def __init__(self, given: str, known: list[str]) -> None:
        super().__init__(f"{given!r} is not a policy for tolls. Name one of: {', '.join(known)}.")


class ModelMissing(DatelineError):
    """The language model's files are not where the package keeps them."""

    code = "model-missing"

    def __init__(self, path: str) -> None:
        super().__init__(f"the language model is not at {path}. Reinstall Dateline: its wheel carries the model.")


class PackUnreadable(DatelineError):
    """A file among the gazetteer's packs is not a pack that this version can read."""

    code = "pack-unreadable"

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: not a gazetteer pack of this version ({why}). Add its source again, or remove it.")


class PlacesMalformed(DatelineError):
    """A line of a gazetteer dump is not a place."""

    code = "places-malformed"

    def __init__(self, path: str, line: int, why: str) -> None:
        super().__init__(
            f"{path}, line {line}: {why}. Each line must hold GeoNames' 19 columns, separated by tabs; "
            "nothing was changed."
        )


class RegisterMalformed(DatelineError):
    """A register file has a line that is not an actor."""

    code = "register-malformed"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}. Each line needs id, name and one of ACLED's eight kinds of actors.")


class LedgerAddressMalformed(DatelineError):
    """What names a ledger is neither a file nor the URL of a database."""

    code = "ledger-address-malformed"

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{address}: not the address of a ledger ({why}). Name a file such as dateline.db, or a database such as "
            "postgresql://user@host/name."
        )


class LedgerMissing(DatelineError):
    """There is no ledger to read where one was named."""

    code = "ledger-missing"

    def __init__(self, address: str) -> None:
        super().__init__(f"{address}: there is no ledger here. Begin one with: dateline add PATH --ledger {address}")


class LedgerUnreachable(DatelineError):
    """The ledger's file or server cannot be opened."""

    code = "ledger-unreachable"

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: the ledger cannot be opened ({why}). Check the address and your rights to it.")


class LedgerForeign(DatelineError):
    """A database is not a ledger."""

    code = "ledger-foreign"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: not a ledger of Dateline's; nothing was changed in it. Name another file or database."
        )


class LedgerNewer(DatelineError):
    """A ledger was written by a later version of Dateline."""

    code = "ledger-newer"

    def __init__(self, address: str, version: str) -> None:
        super().__init__(
            f"{address}: the ledger was written by a later version of Dateline (its schema is {version}); nothing was "
            "changed in it. Upgrade Dateline."
        )


class LedgerReadOnly(DatelineError):
    """A ledger can be read and not written."""

    code = "ledger-read-only"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: the ledger cannot be written. Ask for the right to write to it and to its folder, "
            "or name another with --ledger."
        )


class LedgerFull(DatelineError):
    """The disk has no room for more."""

    code = "ledger-full"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: there is no room left on the disk. What was added before is safe; make room and run the same "
            "command again."
        )


class LedgerBusy(DatelineError):
    """Another program is writing to the ledger and does not end."""

    code = "ledger-busy"

    def __init__(self, address: str, seconds: int) -> None:
        super().__init__(
            f"{address}: another program has been writing to the ledger for {seconds} seconds. Nothing is lost; "
            "run the same command again when it is done."
        )


class LedgerDamaged(DatelineError):
    """A ledger cannot be read as it should be."""

    code = "ledger-damaged"

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{address}: the ledger is damaged or its disk fails ({why}). Make a copy of the file now, and take the "
            "ledger from a backup."
        )


class DriverMissing(DatelineError):
    """What speaks to PostgreSQL is not installed."""

    code = "driver-missing"

    def __init__(self, address: str) -> None:
        super().__init__(f"{address}: a ledger in PostgreSQL needs its driver: pip install 'dateline[postgres]'")


class IncidentUnknown(DatelineError):
    """No incident of the ledger has an id that begins so."""

    code = "incident-unknown"

    def __init__(self, given: str) -> None:
        super().__init__(f"{given}: no incident has an id that begins so. See the ids with: dateline incidents")


class EventUnknown(DatelineError):
    """No event of the ledger has a key that begins so."""

    code = "event-unknown"

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{given}: no event has this key. Keys look like 66bed202/e1; see them with: dateline show INCIDENT"
        )


class IdAmbiguous(DatelineError):
    """Several ids begin with the letters given."""

    code = "id-ambiguous"

    def __init__(self, given: str, some: str) -> None:
        super().__init__(f"{given}: several ids begin so ({some}). Write more of the one you mean.")


class JudgementPointless(DatelineError):
    """An event was to be judged against itself."""

    code = "judgement-pointless"

    def __init__(self, event: str) -> None:
        super().__init__(f"{event}: an event cannot be judged against itself. Name two events.")
