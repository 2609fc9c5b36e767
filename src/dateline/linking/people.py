"""Full names in the text of an event: victims and suspects are named alike in every report, whatever its day."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from dateline.linking.words import event_text, is_common
from dateline.model import ReportedEvent

_FULL_NAME = re.compile(r"\b([^\W\d_]{3,20}) (?:[A-Z]\. )?([^\W\d_]{3,20})\b")
#: Full names by which an event is sought: those whose last words the text repeats most.
SOUGHT = 6
_STEPS = ("no full name in common", "one full name in common", "two full names in common", "many full names in common")


def compare_people(a: ReportedEvent, b: ReportedEvent) -> str:
    """Return in words how many full names the texts of two events share, places among them."""
    one, other = full_names(event_text(a)), full_names(event_text(b))
    if not one or not other:
        return "nobody is named"
    return _STEPS[min(3, len(set(one) & set(other)))]


@lru_cache(maxsize=8192)
def full_names(text: str) -> tuple[str, ...]:
    """Return the pairs of capitalised rare words of a text, the most repeated first.

    >>> full_names("Police said Tyrone Q. Example, 24, was shot. Example died on Monday.")
    ('tyrone example',)
    """
    found = {f"{m[1]} {m[2]}".casefold(): m[2] for m in _FULL_NAME.finditer(text) if _is_name(m[1]) and _is_name(m[2])}
    times = Counter(re.findall(r"[^\W\d_]{3,20}", text))
    return tuple(sorted(found, key=lambda name: (-times[found[name]], name)))


def _is_name(word: str) -> bool:
    return word[0].isupper() and not is_common(word.casefold())
