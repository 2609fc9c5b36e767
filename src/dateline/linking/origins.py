"""Wire copies: which reports are copies of one text, whole, trimmed or cut, and so one source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from dateline.codebook import load_lines
from dateline.model import Report

#: Words of a shingle, and words of a report that are read: no copy differs only after so many.
SHINGLE = 5
READ_WORDS = 3000
#: MinHash: 64 bands of 2 rows find 93 of 100 pairs that share a fifth of their shingles, as a long cut does.
_BANDS, _ROWS = 64, 2
#: Of a bucket fuller than this only neighbours are compared, so that ten thousand equal texts stay cheap.
_BUCKET = 50
#: A report is a copy when so much of the shorter one stands in the longer: less with the same agency's name.
COPY, AGENCY_COPY = 0.6, 0.4
#: Fewer shingles than this are too few to call anything a copy, unless the texts are equal.
_LEAST = 12
_PRIME = (1 << 61) - 1
_HEAD, _FOOT = 160, 80
#: Reports whose shingles are kept in memory: a ledger asks for those of the same days again and again.
_REMEMBERED = 1024
_WORD = re.compile(r"[^\W_]+")

Shingles = frozenset[int]


def find_origins(reports: Sequence[Report]) -> dict[str, str]:
    """Return for each report's id the id of its origin: the earliest of the copies, itself when it is none.

    Two reports are copies when most of the shorter one's runs of five words stand in the longer one, or when
    enough do and both name the same agency. Copies of copies are copies. The same for any order of the reports.

    >>> wire = "QUETTA (AFP) - " + "Gunmen stopped a bus near the town at night and killed all who were on board. " * 2
    >>> find_origins([Report(wire, id="b"), Report(wire + " More follows.", id="a"), Report("Rain fell.", id="c")])
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    texts = {report.id: report for report in reports}
    order = sorted(texts, key=lambda key: (texts[key].published or date.max, key))
    shingles = {key: shingle(texts[key].text) for key in order}
    agencies = {key: agency(texts[key]) for key in order}
    origin = {key: key for key in order}
    rank = {key: number for number, key in enumerate(order)}
    for a, b in _candidates(order, shingles):
        if _are_copies(shingles[a], shingles[b], agencies[a] is not None and agencies[a] == agencies[b]):
            _join(origin, rank, a, b)
    return {key: _root(origin, key) for key in sorted(origin)}


@lru_cache(maxsize=_REMEMBERED)
def shingle(text: str) -> Shingles:
    """Return the hashes of a text's runs of five words; of a shorter text, the hash of all its words."""
    words = [match[0].casefold() for match in _first(text)]
    runs = (words[start : start + SHINGLE] for start in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs if run)


def agency(report: Report) -> str | None:
    """Return the news agency that a report names at its head, at its foot or as its publisher.

    >>> agency(Report("KANO, Nigeria (Reuters) - Ten people were killed."))
    'Reuters'
    """
    places = "\n".join((report.text[:_HEAD], report.text[-_FOOT:], report.publisher or ""))
    pattern, kept = _agencies()
    found = pattern.search(places)
    return kept[found[0]] if found else None


def _first(text: str) -> Iterator[re.Match[str]]:
    for number, match in enumerate(_WORD.finditer(text)):
        if number >= READ_WORDS:
            return
        yield match


def _are_copies(a: Shingles, b: Shingles, one_agency: bool) -> bool:
    least = min(len(a), len(b))
    if least < _LEAST:
        return bool(a) and a == b
    return len(a & b) / least >= (AGENCY_COPY if one_agency else COPY)


def _candidates(order: Sequence[str], shingles: Mapping[str, Shingles]) -> list[tuple[str, str]]:
    """Return the pairs that share a band of their signatures."""
    buckets: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for key in order:
        for band, row in enumerate(_signature(shingles[key])) if shingles[key] else ():
            buckets[band, row.tobytes()].append(key)
    pairs = {
        (a, b) for keys in buckets.values() for n, a in enumerate(keys) for b in keys[n + 1 : _reach(n, len(keys))]
    }
    return sorted(pairs)


def _reach(n: int, size: int) -> int:
    return size if size <= _BUCKET else n + 3


@lru_cache(maxsize=_REMEMBERED)
def _signature(found: Shingles) -> npt.NDArray[np.uint64]:
    """Return a report's MinHash signature, a row a band."""
    values = np.fromiter(sorted(found), dtype=np.uint64)
    a, b = _functions()
    least: npt.NDArray[np.uint64] = ((values[:, None] * a + b) % np.uint64(_PRIME)).min(axis=0)
    return least.reshape(_BANDS, _ROWS)


@cache
def _functions() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Return the coefficients of the hash functions: small enough that no product overflows 64 bits."""
    numbers = [crc32(f"dateline {number}".encode()) for number in range(2 * _BANDS * _ROWS)]
    half = _BANDS * _ROWS
    return np.array(numbers[:half], dtype=np.uint64) | np.uint64(1), np.array(numbers[half:], dtype=np.uint64)


@cache
def _agencies() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the agencies' names, the longest first, and the name that the ledger keeps for each."""
    rows = [line.partition("=") for line in load_lines("agencies.txt")]
    kept = {name.strip(): (kept or name).strip() for name, _, kept in rows}
    names = sorted(kept, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b"), kept


def _join(origin: dict[str, str], rank: Mapping[str, int], a: str, b: str) -> None:
    """Let the earlier of two origins be the origin of both."""
    first, second = _root(origin, a), _root(origin, b)
    if first != second:
        early, late = sorted((first, second), key=rank.__getitem__)
        origin[late] = early


def _root(origin: dict[str, str], key: str) -> str:
    while origin[key] != key:
        origin[key] = origin[origin[key]]
        key = origin[key]
    return key
