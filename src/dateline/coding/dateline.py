"""The dateline of a report: where and when it was filed, and by which agency."""

from __future__ import annotations

import re
from datetime import date

from dateline.codebook import load_lines, load_table
from dateline.language.dispatch_head import agencies, find_head
from dateline.model import Dateline

#: A dateline more days than this away from publication is not believed.
_STAMP = 31
_SIGN_OFF = re.compile(r"(?:[—–(\n-]\s*)(?P<agency>[A-Z][\w ./-]{1,40}?)\)?\s*\.?\s*\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]{2})[^\W\d_]+)?")


def find_dateline(text: str, published: date | None) -> tuple[Dateline | None, int]:
    """Return the dateline of a report and the offset where its head ends (0 when it has no head).

    The year that a head leaves out is taken from ``published``. A report that only signs off with an
    agency ("— AFP") has a dateline without place and date.

    >>> find_dateline("QUETTA, Pakistan, Jan 31 (Reuters) – Gunmen struck.", date(2026, 2, 1))
    (Dateline(place='Quetta', date=datetime.date(2026, 1, 31), agency='Reuters'), 37)
    """
    head = find_head(text)
    agency = (head.agency if head else None) or _sign_off(text)
    if head is None:
        return (Dateline(None, None, agency) if agency else None), 0
    place = nice_case(re.split(r"\s*[,/|]\s*", head.place)[0]) if head.place else None
    day = resolve_day(head.day, published) if head.day else None
    return Dateline(place, day, agency), head.end


def day_of_report(dateline: Dateline | None, published: date | None) -> date | None:
    """Return the day that a report's relative words count from: its dateline's, or else of publication.

    A dateline weeks away from publication is a slip or an archive's stamp; publication counts then.

    >>> day_of_report(Dateline("Quetta", date(2026, 1, 31), None), date(2026, 2, 1))
    datetime.date(2026, 1, 31)
    """
    filed = dateline.date if dateline else None
    if filed is None or published is None:
        return filed or published
    return filed if abs((published - filed).days) <= _STAMP else published


def nice_case(place: str) -> str:
    """Return a place as running text writes it.

    >>> nice_case("PORT-AU-PRINCE"), nice_case("N'DJAMENA"), nice_case("El Fasher")
    ('Port-au-Prince', "N'Djamena", 'El Fasher')
    """
    if not place.isupper():
        return place
    particles = load_lines("place_particles.txt")

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        if match.start() and word.casefold() in particles:
            return word.lower()
        return "’".join("'".join(p.capitalize() for p in part.split("'")) for part in word.split("’"))

    return _WORD.sub(lower, place)


def resolve_day(words: str, published: date | None) -> date | None:
    """Return the day that the words of a dateline name, its year nearest to publication.

    >>> resolve_day("Dec. 31", date(2026, 1, 1))
    datetime.date(2025, 12, 31)
    """
    months: dict[str, int] = load_table("dates.toml")["months"]
    month = next((months[w] for w in re.findall(r"[a-z]+", words.lower()) if w in months), None)
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    year = next((n for n in numbers if n > 31), published.year if published else None)
    day = next((n for n in numbers if 1 <= n <= 31), None)
    if month is None or day is None or year is None:
        return None
    said = any(n > 31 for n in numbers)
    candidates = [_day(y, month, day) for y in ((year,) if said else (year - 1, year, year + 1))]
    days = [d for d in candidates if d]
    return min(days, key=lambda d: abs(d - (published or d)), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _sign_off(text: str) -> str | None:
    """Return the agency that a report ends with, on a line of its own or after a dash."""
    match = _SIGN_OFF.search(text, max(0, len(text) - 60))
    return agencies().get(match["agency"].strip()) if match else None
