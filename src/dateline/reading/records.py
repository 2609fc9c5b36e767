"""JSON Lines: a report a line."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import BinaryIO

from dateline.errors import DatelineError, RecordMalformed
from dateline.model.record import report_from_record
from dateline.model.report import Report

#: The longest line read, in bytes: a report of the greatest length with every character escaped, and room to spare.
LONGEST_LINE = 16 << 20
_BEGINS_AS_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*["}]')
_ENDINGS = (".jsonl", ".ndjson", ".json")


def is_json_lines(head: bytes, name: str) -> bool:
    """Tell from the first bytes of a file whether it holds JSON, whatever its name promises.

    >>> is_json_lines(b'{"text": "Ten died."}', "dispatch.txt"), is_json_lines(b"Ten died.", "dispatch.jsonl")
    (True, False)
    """
    if _BEGINS_AS_JSON.match(head):
        return True
    return name.lower().endswith(_ENDINGS) and any(line.lstrip().startswith(b"{") for line in head.splitlines())


def read_records(
    head: bytes, stream: BinaryIO, name: str, published: date | None = None
) -> Iterator[tuple[str, Report | DatelineError]]:
    """Yield for each line of JSON Lines where it stands and its report, or what is wrong with it.

    ``head`` is what was read of ``stream`` already. Blank lines are passed over; ``published`` is the day of
    the records that have none.
    """
    for number, line in enumerate(read_lines(head.removeprefix(BOM_UTF8), stream), start=1):
        where = f"{name} line {number}"
        if line.strip() in (b"{", b"["):
            yield name, RecordMalformed(where, "the JSON is spread over several lines")
            return
        try:
            if line.strip():
                yield where, report_from_record(parse_line(line, where), where, published)
        except DatelineError as error:
            yield where, error


def parse_line(line: bytes, where: str, wrong: Callable[[str, str], DatelineError] = RecordMalformed) -> object:
    """Return what a line of JSON holds; raises the error that ``wrong`` makes of the place and the reason."""
    if len(line) > LONGEST_LINE:
        raise wrong(where, f"it has more than the {LONGEST_LINE:,} bytes that one line may have")
    try:
        return json.loads(line)
    except UnicodeDecodeError as broken:
        raise wrong(where, f"byte {broken.start + 1:,} is not UTF-8") from None
    except (ValueError, RecursionError) as broken:
        raise wrong(where, f"it is not JSON ({str(broken).partition(':')[0]})") from None


def read_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of ``head`` and ``stream`` without ever holding more than one; overlong lines come cut."""
    start = BytesIO(head)
    for line in start:
        if not line.endswith(b"\n"):
            line += stream.readline(LONGEST_LINE)
        yield line
        _skip_line(line, stream)
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        _skip_line(line, stream)


def _skip_line(line: bytes, stream: BinaryIO) -> None:
    """Move ``stream`` past the rest of a line that was cut."""
    rest = line
    while len(line) > LONGEST_LINE and rest and not rest.endswith(b"\n"):
        rest = stream.readline(LONGEST_LINE)
