"""Coded reports read back: the JSON Lines that ``dateline code --format jsonl`` writes."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.errors import CodingMalformed, DatelineError, InputMissing, InputUnreadable
from dateline.model import CodedReport, Issue
from dateline.model.coding_record import from_contract, issue_from_contract
from dateline.reading.paths import printable
from dateline.reading.records import is_json_lines, parse_line, read_lines

_HEAD = 1 << 16
STANDARD_INPUT = "-"


def read_codings(path: str, standard_input: BinaryIO | None = None) -> Iterator[CodedReport | Issue]:
    """Yield the coded reports of a file (or ``-`` for ``standard_input``), in order.

    Issues that the file holds are yielded as they are, and a line that is no coded report becomes one. Raises
    InputMissing or InputUnreadable when there is no such file, or it is something else than coded reports.

    >>> next(read_codings("no/such/file.jsonl"))
    Traceback (most recent call last):
    dateline.errors.InputMissing: no/such/file.jsonl: no such file or directory. Check the spelling, or use - ...
    """
    if path == STANDARD_INPUT and standard_input is not None:
        yield from _read(standard_input, "standard input")
        return
    where = printable(path)
    try:
        with Path(path).open("rb") as stream:
            yield from _read(stream, where)
    except FileNotFoundError:
        raise InputMissing(where) from None
    except OSError as error:
        raise InputUnreadable(where, f"it cannot be read ({error.strerror}).") from None


def _read(stream: BinaryIO, where: str) -> Iterator[CodedReport | Issue]:
    head = stream.read(_HEAD)
    if head.strip() and not is_json_lines(head, where):
        raise InputUnreadable(where, "it does not hold coded reports. Make them with dateline code --format jsonl.")
    for number, line in enumerate(read_lines(head.removeprefix(BOM_UTF8), stream), start=1):
        if line.strip():
            yield _coding(line, f"{where} line {number}")


def _coding(line: bytes, where: str) -> CodedReport | Issue:
    try:
        given = parse_line(line, where, CodingMalformed)
        return issue_from_contract(given) or from_contract(given, where)
    except DatelineError as error:
        return Issue(where, error.code, str(error))
