"""What is read: paths and standard input to reports, in order, one at a time, with an issue for each that fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dateline.errors import DatelineError, InputUnreadable, LanguageUnsupported, ReportEmpty, ReportTooLong
from dateline.model import Issue, Report
from dateline.reading.decoding import decode, refuse_foreign
from dateline.reading.headline import find_headline
from dateline.reading.language import identify_language
from dateline.reading.paths import find_files, printable
from dateline.reading.records import is_json_lines, read_records
from dateline.reading.wrapping import unwrap

#: The most characters that one report may have; the longest newspaper features have a tenth of it.
LONGEST_REPORT = 1_000_000
_MOST_BYTES = 4 * LONGEST_REPORT
_HEAD = 1 << 16
STANDARD_INPUT = "-"


def read_reports(
    paths: Iterable[str], standard_input: BinaryIO | None = None, published: date | None = None
) -> Iterator[Report | Issue]:
    """Yield what ``paths`` hold, in order: a report, or the issue that stands in its place.

    A path is a text file (one report), a file of JSON Lines (a report a line), a folder of both, or ``-``
    for ``standard_input``. What a file holds decides how it is read, not its name. ``published`` is the day of
    the reports that do not carry their own. Nothing is raised for bad input.

    >>> [issue] = read_reports(["no/such/file.txt"])
    >>> issue.code
    'input-missing'
    """
    for path in paths:
        if path == STANDARD_INPUT and standard_input is not None:
            yield from _read_stream(standard_input, "standard input", published)
            continue
        try:
            for file in find_files(path):
                yield from _read_file(file, published)
        except DatelineError as error:
            yield _issue(printable(path), error)


def _read_file(file: Path, published: date | None) -> Iterator[Report | Issue]:
    where = printable(file)
    try:
        stream = file.open("rb")
    except OSError as error:
        yield _issue(where, InputUnreadable(where, f"it cannot be opened ({error.strerror})."))
        return
    with stream:
        yield from _read_stream(stream, where, published)


def _read_stream(stream: BinaryIO, where: str, published: date | None) -> Iterator[Report | Issue]:
    """Yield the reports of one open file: a record a line, or all of it as one text."""
    try:
        head = stream.read(_HEAD)
        if is_json_lines(head, where):
            for place, record in read_records(head, stream, where, published):
                yield _checked(record, place)
        else:
            yield _checked(_read_text(head, stream, where, published), where)
    except DatelineError as error:
        yield _issue(where, error)
    except OSError as error:
        yield _issue(where, InputUnreadable(where, f"it cannot be read ({error.strerror})."))


def _read_text(head: bytes, stream: BinaryIO, where: str, published: date | None) -> Report:
    refuse_foreign(head, where)
    data = head + stream.read(_MOST_BYTES)
    if len(data) > _MOST_BYTES:
        raise ReportTooLong(where, LONGEST_REPORT)
    text = unwrap(decode(data, where))
    return Report(text, title=find_headline(text), published=published)


def _checked(found: Report | DatelineError, where: str) -> Report | Issue:
    """Return the report if it can be coded, else the issue."""
    if isinstance(found, DatelineError):
        return _issue(where, found)
    if len(found.text) > LONGEST_REPORT:
        return _issue(where, ReportTooLong(where, LONGEST_REPORT))
    if "\0" in found.text:
        return _issue(where, InputUnreadable(where, "it is not text but binary data (it holds NUL characters)."))
    if not any(map(str.isalnum, found.text)):
        return _issue(where, ReportEmpty(where))
    language = identify_language(found.text)
    if language != "English":
        return _issue(where, LanguageUnsupported(where, language))
    return found


def _issue(where: str, error: DatelineError) -> Issue:
    return Issue(where, error.code, str(error))
