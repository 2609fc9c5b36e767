"""People named in a report, and how public each is; private persons are masked in exports (DESIGN.md, section 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.language.document import Document, Name, Sentence
from dateline.model import Person, PersonRole, Span
from dateline.register import Phrases, fold, nationalities

_TITLE_REACH = 6
_ADDRESS = ("mr", "mrs", "ms", "miss")
_DOCTORS = ("doctor", "dr", "surgeon", "physician", "medic")
_HOSPITALS = ("hospital", "clinic", "medical", "morgue", "health")


def code_people(document: Document) -> list[Person]:
    """Return the people a report names, each at the first mention, in the order of the text.

    Titles and appositions of every mention count; "Khan" later is the "Imran Khan" of before.
    Whoever no title makes public is private: privacy is the safe side.
    """
    people: dict[str, _Sighting] = {}
    for sentence in document.sentences:
        for name in sentence.names:
            if name.kind != "PER":
                continue
            sighting = _sight(document, sentence, name)
            if sighting is None:
                continue
            known = _known(people, sighting.name)
            held = people.pop(known.name) if known is not None and len(sighting.name) > len(known.name) else known
            if held is not None:
                sighting = _Sighting(max(held.name, sighting.name, key=len), held.span, held.role or sighting.role)
            people[sighting.name] = sighting
    return [Person(s.span, s.name, s.role or PersonRole.PRIVATE) for s in sorted(people.values(), key=lambda s: s.span)]


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A person at one mention; ``role`` is None when nothing beside the name says it."""

    name: str
    span: Span
    role: PersonRole | None


def _sight(document: Document, sentence: Sentence, name: Name) -> _Sighting | None:
    first, last = _without_titles(sentence, name)
    if first > last:
        return None
    span = Span.of(document.text, sentence.words[first].start, sentence.words[last].end)
    plain = " ".join(span.quote.split())
    if not plain[:1].isalpha() or _is_place(sentence, first, last) or nationalities().get(plain):
        return None
    if _famous().get(plain):
        return _Sighting(plain, span, PersonRole.PUBLIC_FIGURE)
    return _Sighting(plain, span, _role(sentence, first, last))


def _without_titles(sentence: Sentence, name: Name) -> tuple[int, int]:
    """Return first and last word of a name without titles before it and a possessive after it."""
    words = [word.text for word in sentence.words[name.first : name.last + 1]]
    first, last = name.first, name.last
    titles = [
        match
        for match in _titles().matches(words)
        if any(role is not PersonRole.PRIVATE or word in _ADDRESS for role, word in match[2])
    ]
    if titles:
        first = name.first + titles[-1][1] + 1
    last = next((i - 1 for i in range(first + 1, last) if sentence.words[i].lower in {"of", "from", "in", "at"}), last)
    while last > first and fold(sentence.words[last].text) in {"s", ""}:
        last -= 1
    while first < last and sentence.words[first].upos in {"ADP", "DET", "PUNCT"}:
        first += 1
    return first, min(last, name.last)


def _is_place(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a single word after "in" or "near" was taken for a person by mistake."""
    return (
        first == last
        and first > 0
        and sentence.words[first - 1].lower in {"in", "near", "around", "at", "into", "outside"}
    )


def _known(people: dict[str, _Sighting], name: str) -> _Sighting | None:
    """Return the person of an earlier mention whose name this one repeats, shortens or completes, if only one fits."""
    words = [fold(word) for word in name.split()]
    fitting = [person for person in people.values() if _is_same(words, [fold(word) for word in person.name.split()])]
    return fitting[0] if len(fitting) == 1 else None


def _is_same(one: list[str], other: list[str]) -> bool:
    """Tell whether two names are equal, or one is the other's first or last name."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and short[0] in (long[0], long[-1]))


def _role(sentence: Sentence, first: int, last: int) -> PersonRole | None:
    """Return the role that the words beside a name give it; the word nearest to the name decides."""
    before, after = list(_before(sentence, first)), list(_after(sentence, last))
    kin = _kin()
    for words in (before[-3:], after[:4]):
        if any(word.lower().rstrip("s") in kin or word.lower() in kin for word in words):
            return PersonRole.PRIVATE
    for words, nearest_last in ((before, True), (after, False)):
        found = [(place, value) for place, _, values in _titles().matches(words) for value in values]
        if found:
            chosen = found[-1] if nearest_last else found[0]
            return chosen[1][0]
    beside = {word.lower() for word in (*before, *after)}
    is_doctor = any(doctor in beside or f"{doctor}." in beside for doctor in _DOCTORS)
    if is_doctor and any(hospital in beside for hospital in _HOSPITALS):
        return PersonRole.OFFICIAL
    return None


def _before(sentence: Sentence, first: int) -> Iterator[str]:
    """Yield the words of the title before a name: back to a comma, a verb or a small word."""
    start = first
    for index in range(first - 1, max(-1, first - 1 - _TITLE_REACH), -1):
        word = sentence.words[index]
        if word.upos in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ", "PUNCT", "NUM"} and word.text not in {
            "-",
            "’s",
            "'s",
        }:
            break
        if word.lower in {"to", "by", "with", "at", "from", "on"}:
            break
        start = index
    yield from (word.text for word in sentence.words[start:first])


def _after(sentence: Sentence, last: int) -> Iterator[str]:
    """Yield the words of an apposition after a name: ", a resident of Djibo,"."""
    words = sentence.words
    if last + 2 >= len(words) or words[last + 1].text not in {",", "(", "–", "—", "of", "at"}:
        return
    for word in words[last + 2 : last + 2 + 2 * _TITLE_REACH]:
        if word.upos in {"VERB", "AUX", "PRON"} or word.text in {",", ")", "–", "—", ";"}:
            return
        yield word.text


@cache
def _titles() -> Phrases[tuple[PersonRole, str]]:
    """Return titles and occupations with the role that each gives."""
    phrases = Phrases[tuple[PersonRole, str]]()
    table = load_table("public_roles.toml")
    for role in PersonRole:
        for word in table[role.value]:
            phrases.add(word, (role, word))
            phrases.add(f"{word}s", (role, word))
    return phrases


@cache
def _famous() -> Phrases[bool]:
    phrases = Phrases[bool]()
    for name in load_table("public_roles.toml")["famous"]:
        phrases.add(name, True)
    return phrases


@cache
def _kin() -> frozenset[str]:
    return frozenset(load_table("public_roles.toml")["kin"])
