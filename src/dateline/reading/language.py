"""Which language a text is in: only English is coded, and a reader is told what else it is.

Cheaper than a library for it: py3langid 0.4.0 takes 0.7 s to load, more than all else that reading needs.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: What is looked at: enough for certainty, and no more.
_SAMPLE = 4000
#: A text in Latin letters is English unless another language explains at least twice as many of its words,
_MARGIN = 2.0
#: and no fewer than these: names and quotes alone never make a dispatch foreign.
_FEWEST = 5
#: English prose has 30 to 50 common words in a hundred (the dispatches at least 27); unknown languages hardly any.
_LEAST_ENGLISH = 0.06
_ENOUGH_WORDS = 40
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class _Languages:
    """The lexicon: script ranges in order, telling letters by script, languages by common word."""

    starts: tuple[int, ...]
    ranges: tuple[tuple[int, str], ...]
    letters: dict[str, list[list[str]]]
    words: dict[str, tuple[str, ...]]


def identify_language(text: str) -> str:
    """Return the English name of the language that ``text`` is in; short or doubtful Latin text is "English".

    A language whose letters or words are not known is "an unknown language".

    >>> identify_language("Ten people were killed in Kano."), identify_language("قُتل عشرة أشخاص في انفجار")
    ('English', 'Arabic')
    """
    lexicon = _load()
    sample = text[:_SAMPLE]
    scripts = Counter(map(_script_of, filter(str.isalpha, sample)))
    script = max(scripts, key=lambda name: scripts[name], default="Latin")
    if script == "Latin":
        return _by_words(sample, lexicon.words)
    for language, letters in lexicon.letters.get(script, ()):
        if sum(map(sample.count, letters)) * 100 >= scripts[script]:
            return language
    return script


def _by_words(sample: str, languages: dict[str, tuple[str, ...]]) -> str:
    words = [word.lower() for word in _WORD.findall(sample)]
    found = Counter(language for word in words for language in languages.get(word, ()))
    english = found.pop("English", 0)
    likeliest, hits = max(found.items(), key=lambda item: item[1], default=("", 0))
    if hits >= _FEWEST and hits >= _MARGIN * english:
        return likeliest
    if len(words) >= _ENOUGH_WORDS and english < _LEAST_ENGLISH * len(words):
        return "an unknown language"
    return "English"


def _script_of(letter: str) -> str:
    lexicon = _load()
    code = ord(letter)
    place = bisect_right(lexicon.starts, code) - 1
    if place >= 0 and code <= lexicon.ranges[place][0]:
        return lexicon.ranges[place][1]
    return "Latin"


@cache
def _load() -> _Languages:
    table = tomllib.loads((files("dateline.reading") / "data" / "languages.toml").read_text(encoding="utf-8"))
    spans = sorted((int(a, 16), int(b, 16), script) for script, pairs in table["scripts"].items() for a, b in pairs)
    words: dict[str, list[str]] = {}
    for language, line in table["words"].items():
        for word in set(line.split()):
            words.setdefault(word, []).append(language)
    return _Languages(
        starts=tuple(start for start, _, _ in spans),
        ranges=tuple((end, script) for _, end, script in spans),
        letters=table["letters"],
        words={word: tuple(languages) for word, languages in words.items()},
    )
