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
