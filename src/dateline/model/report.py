"""Reports: the published texts that everything is read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Report:
    """One published text.

    ``published`` is the day of publication, or None when it is not known: relative dates then stay
    unresolved. Spans of a coded report are offsets into ``text``.
    """

    text: str
    id: str = ""
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", content_id(self.text, self.title, self.published))


def content_id(text: str, title: str | None, published: date | None) -> str:
    """Return an id that depends on a report's content alone: sixteen hexadecimal digits.

    >>> content_id("Ten died.", None, None)
    '801d1a6c545f0c40'
    """
    parts = (title or "", published.isoformat() if published else "", text)
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
