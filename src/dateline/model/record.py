"""Records: reports as the JSON objects of a JSONL file."""

from __future__ import annotations

from datetime import date, datetime

from dateline.errors import DayMalformed, RecordMalformed
from dateline.model.fields import whole
from dateline.model.report import Report

_TEXT_FIELDS = ("title", "publisher", "url")


def report_from_record(record: object, where: str = "the record", published: date | None = None) -> Report:
    """Return the report that a parsed JSON object holds.

    ``text`` is needed; ``id``, ``title``, ``published``, ``publisher`` and ``url`` are welcome, other fields
    are left alone. ``published`` is the day of a record that has none, and ``where`` names the record in errors.
    Half a surrogate pair, which no file can hold, becomes U+FFFD: offsets stay.
    Raises RecordMalformed for anything that is not such an object.

    >>> report_from_record({"text": "Ten died.", "published": "2026-01-31T06:00:00Z"}).published
    datetime.date(2026, 1, 31)
    >>> report_from_record(["Ten died."], "reports.jsonl line 3")
    Traceback (most recent call last):
    dateline.errors.RecordMalformed: reports.jsonl line 3: it is not an object. Each line must be ... a "text".
    """
    if not isinstance(record, dict):
        raise RecordMalformed(where, "it is not an object")
    text = record.get("text")
    if not isinstance(text, str):
        raise RecordMalformed(where, 'it has no "text"' if text is None else '"text" is not a string')
    title, publisher, url = (_optional_text(record, name, where) for name in _TEXT_FIELDS)
    return Report(
        text=whole(text),
        id=_identifier(record.get("id"), where),
        title=title,
        published=_published(record.get("published"), where) or published,
        publisher=publisher,
        url=url,
    )


def day_from_text(given: str) -> date:
    """Return the day that an ISO day or time of day names; DayMalformed when it names none.

    >>> day_from_text("2026-01-31")
    datetime.date(2026, 1, 31)
    """
    try:
        return datetime.fromisoformat(given.strip()).date()
    except ValueError:
        raise DayMalformed(given) from None


def _published(given: object, where: str) -> date | None:
    if given is None or given == "":
        return None
    try:
        return day_from_text(given if isinstance(given, str) else "")
    except DayMalformed:
        raise RecordMalformed(where, '"published" is not an ISO day such as 2026-01-31') from None


def _identifier(given: object, where: str) -> str:
    if given is None or isinstance(given, str):
        return whole(given or "")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    raise RecordMalformed(where, '"id" is neither a string nor a number')


def _optional_text(record: dict[str, object], name: str, where: str) -> str | None:
    given = record.get(name)
    if given is not None and not isinstance(given, str):
        raise RecordMalformed(where, f'"{name}" is not a string')
    return whole(given) if given else None
