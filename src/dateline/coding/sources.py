"""Who speaks: what kind of source a phrase names, whether it is anonymous, and whether it is a party."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.language.tokens import split_words
from dateline.model import Group, SourceKind
from dateline.register import ActorKind, Phrases, Register, nationalities

#: A source's phrase longer than this is no phrase; the rest is not read.
_LONGEST = 400
_PLACING = frozenset(("in", "of", "at", "from", "for", "near", "with", "to"))
_OPENING = frozenset(("a", "an", "the", "one", "two", "some", "several", "local"))


def classify_source(phrase: str, register: Register | None = None) -> tuple[SourceKind, bool]:
    """Return the kind of a source and whether it is anonymous, from the words that name it.

    With a register, the armed groups and services it knows count too.

    >>> classify_source("a senior security official")
    (<SourceKind.STATE_SECURITY: 'state_security'>, True)
    >>> classify_source("Interior Minister Mohsin Naqvi")
    (<SourceKind.GOVERNMENT: 'government'>, False)
    """
    words = [phrase[start:end] for start, end in split_words(phrase[:_LONGEST])]
    return _kind(words, register), _is_anonymous(words)


def is_partisan(
    phrase: str,
    kind: SourceKind,
    perpetrators: Iterable[str],
    targets: Iterable[str],
    group: Group,
) -> bool:
    """Tell whether a source speaks of its enemy's losses: such a figure is kept but does not set the best one.

    The state on militants is partisan when its forces take part in the event, an armed group is on
    security forces, and either is on a side that its opponent's name stands for.

    >>> is_partisan("police", SourceKind.STATE_SECURITY, ["police"], ["gunmen"], Group.MILITANTS)
    True
    >>> is_partisan("hospital officials", SourceKind.MEDICAL, ["police"], ["gunmen"], Group.MILITANTS)
    False
    """
    perpetrators, targets = list(perpetrators), list(targets)
    if kind is SourceKind.ARMED_GROUP:
        return group is Group.SECURITY_FORCES
    if kind not in (SourceKind.STATE_SECURITY, SourceKind.GOVERNMENT):
        return False
    sides = [*perpetrators, *targets]
    if group is Group.MILITANTS:
        return not sides or any(_is_state(side) for side in sides)
    if group is Group.SECURITY_FORCES:
        return _is_enemy_state(phrase, perpetrators, targets)
    return False


def _kind(words: list[str], register: Register | None) -> SourceKind:
    """Return the kind by register, then by strong words, then by the office named last before a comma."""
    known = _registered(words, register)
    if known is not None:
        return known
    strong = [entry.kind for entry, _, _ in _entries("strong", words)]
    if strong:
        return _unless_media(strong)
    head = words[: words.index(",")] if "," in words[1:] else words
    offices = [entry.kind for entry, _, _ in _entries("office", head)] or [
        entry.kind for entry, _, _ in _entries("office", words)
    ]
    if SourceKind.STATE_SECURITY in offices:
        return SourceKind.STATE_SECURITY
    return offices[-1] if offices else SourceKind.UNKNOWN


def _unless_media(kinds: list[SourceKind]) -> SourceKind:
    """Return the last kind, but the source behind a medium: "a resident reached by Reuters" is a witness."""
    others = [kind for kind in kinds if kind is not SourceKind.MEDIA]
    return others[-1] if others else SourceKind.MEDIA


def _registered(words: list[str], register: Register | None) -> SourceKind | None:
    """Return the kind of an actor of the register that the phrase names."""
    if register is None:
        return None
    for match in register.matches(words):
        kinds = {actor.kind for actor in match.candidates}
        if kinds <= {ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA}:
            return SourceKind.ARMED_GROUP
        if kinds == {ActorKind.STATE_FORCES} and not all(
            actor.id.endswith("-government") for actor in match.candidates
        ):
            return SourceKind.STATE_SECURITY
    return None


def _is_anonymous(words: list[str]) -> bool:
    """Tell whether nobody could be held to the words: no person's name, no institution that speaks."""
    lexicon = load_table("sources.toml")["anonymous"]
    text = f" {' '.join(words).lower()} "
    if any(f" {phrase} " in text for phrase in lexicon["withheld"]):
        return True
    entries = [*_entries("strong", words), *_entries("office", words)]
    named = {index for entry, first, last in entries if entry.is_name for index in range(first, last + 1)}
    rest = [word.lower() for index, word in enumerate(words) if index not in named]
    forms = {form for word in rest for form in (word, word.removesuffix("s"), word.removesuffix("es"), _man(word))}
    if not forms.isdisjoint(lexicon["speakers"]) or _has_personal_name(words, entries):
        return False
    if not forms.isdisjoint(lexicon["persons"]):
        return True
    return not entries and not any(word[:1].isupper() for word in words)


def _has_personal_name(words: list[str], entries: list[tuple[_Entry, int, int]]) -> bool:
    """Tell whether a capitalised word is left when offices, nationalities and places are taken away."""
    taken = {index for _, first, last in entries for index in range(first, last + 1)}
    for first, last, _ in nationalities().matches(words):
        taken.update(range(first, last + 1))
    in_place = False
    for index, word in enumerate(words):
        is_capital = word[:1].isupper()
        if word.lower() in _PLACING:
            in_place = True
        elif not is_capital and word not in {"'s", "’s", "-"}:
            in_place = False
        if is_capital and not in_place and index not in taken and not (index == 0 and word.lower() in _OPENING):
            return True
    return False


def _is_state(side: str) -> bool:
    """Tell whether a side of an event is a state's force."""
    words = side.lower().replace("-", " ").split()
    state = load_table("sources.toml")["partisan"]["state"]
    return any(word in state or word.removesuffix("s") in state or _man(word) in state for word in words)


def _is_enemy_state(phrase: str, perpetrators: list[str], targets: list[str]) -> bool:
    """Tell whether a state speaks of another state's forces that it fought."""
    own = _nations([phrase])
    struck = _nations(targets)
    fought = _nations(perpetrators)
    return bool(own) and own <= fought and bool(struck) and own.isdisjoint(struck)


def _nations(phrases: Iterable[str]) -> set[str]:
    return {
        codes[0] for phrase in phrases for _, _, codes in nationalities().matches(phrase.replace("'s", " ").split())
    }


def _man(word: str) -> str:
    return word[:-2] + "an" if word.endswith("men") else word


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word of the lexicon and the kind it tells; names ("WHO") count only in capitals."""

    kind: SourceKind
    is_name: bool


def _entries(table: str, words: list[str]) -> list[tuple[_Entry, int, int]]:
    """Return the entries of a table among words, each with its first and last word."""
    return [
        (entry, first, last)
        for first, last, entries in _lexicon(table).matches(words)
        for entry in entries
        if not entry.is_name or words[first][:1].isupper()
    ]


@cache
def _lexicon(table: str) -> Phrases[_Entry]:
    """Return the words of one table of sources.toml, singular and plural, with the kind each tells."""
    phrases = Phrases[_Entry]()
    for kind, words in load_table("sources.toml")[table].items():
        for word in words:
            entry = _Entry(SourceKind(kind), word[:1].isupper())
            phrases.add(word, entry)
            for plural in (f"{word}s", f"{word}es", re.sub("man$", "men", word), re.sub("y$", "ies", word)):
                if not entry.is_name:
                    phrases.add(plural, entry)
    return phrases
