"""Actors called by name, each name and acronym resolved within its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.codebook import load_lines
from dateline.coding.actor_drafts import Draft
from dateline.coding.actor_givens import given_names
from dateline.coding.actor_words import singular
from dateline.coding.noun_phrases import phrase_text
from dateline.language.dispatch_head import agencies
from dateline.language.document import Document, Sentence
from dateline.register import Actor, ActorKind, Match, Register, choose, fold, nationalities


def named_actors(document: Document, register: Register, country: str | None) -> list[Draft]:
    """Return every actor that is called by name, each name and acronym resolved within the report."""
    matches = [
        (sentence, match)
        for sentence in document.sentences
        for match in register.matches([word.text for word in sentence.words])
        if not (_is_shouted(sentence, match) or _is_person(sentence, match) or _is_part(sentence, match))
    ]
    wires = {match.candidates for sentence, match in matches if _is_agency(sentence, match)}
    matches = [pair for pair in matches if pair[1].candidates not in wires]
    countries = evidence(document, country)
    chosen = _choose_all(matches, countries)
    drafts = [_known(document, sentence, match, chosen) for sentence, match in matches]
    known = [draft for draft in drafts if draft is not None]
    return known + given_names(document, known)


def evidence(document: Document, country: str | None) -> list[str]:
    """Return the countries a report speaks of: its own first, then by how often they are named."""
    named: Counter[str] = Counter()
    for sentence in document.sentences:
        for first, _, codes in nationalities().matches([word.text for word in sentence.words]):
            if sentence.words[first].text[:1].isupper():
                named.update(codes[:1])
    ranked = [code for code, _ in named.most_common()]
    return [country, *(code for code in ranked if code != country)] if country else ranked


def _choose_all(matches: list[tuple[Sentence, Match]], countries: list[str]) -> dict[tuple[str, ...], Actor]:
    """Decide once for each set of candidates: full names first, then acronyms in their light."""
    chosen: dict[tuple[str, ...], Actor] = {}
    for _, match in sorted(matches, key=lambda pair: pair[1].is_acronym):
        key = tuple(actor.id for actor in match.candidates)
        if key in chosen:
            continue
        spelled_out = [actor for actor in match.candidates if actor in chosen.values()]
        actor = spelled_out[0] if len(spelled_out) == 1 else choose(match.candidates, countries)
        if actor is not None and (spelled_out or not _is_weak(match, actor) or _is_plausible(actor, countries)):
            chosen[key] = actor
    return chosen


def _is_weak(match: Match, actor: Actor) -> bool:
    """Tell whether a name is one that others may bear too: an acronym, a one-word alias, a state's force."""
    one_word = match.first == match.last and len(actor.name.split()) > 1
    return match.is_acronym or one_word or actor.kind is ActorKind.STATE_FORCES


def _is_plausible(actor: Actor, countries: Sequence[str]) -> bool:
    """Tell whether the report speaks of a country in which the actor is known to act, or of no country at all."""
    return not countries or any(actor.acts_in(code) for code in countries)


def _known(document: Document, sentence: Sentence, match: Match, chosen: dict[tuple[str, ...], Actor]) -> Draft | None:
    actor = chosen.get(tuple(actor.id for actor in match.candidates))
    is_long = match.last > match.first and sentence.words[match.first].lower == "the"
    first = match.first + 1 if is_long else match.first
    words = phrase_text(document.text, sentence, first, match.last)
    if actor is None:
        if match.is_acronym or not _same_kind(match.candidates):
            return None
        kind = match.candidates[0].kind.value
        return Draft(sentence.index, first, match.last, words, f"name:{fold(words)}", 2, None, kind, None, True)
    is_borrowed = match.is_acronym or "'s " in words.replace("’", "'")
    rank = 1 if is_borrowed and words != actor.name else 2 + (words == actor.name)
    is_named = not actor.id.endswith(("-military", "-police", "-government"))
    key = actor.id if is_named else f"{actor.id}:{singular(sentence.words[match.last])}"
    home = actor.countries[0] if actor.countries else None
    return Draft(sentence.index, first, match.last, words, key, rank, actor, actor.kind.value, home, is_named)


def _same_kind(candidates: Sequence[Actor]) -> bool:
    return len({actor.kind for actor in candidates}) == 1


def _is_agency(sentence: Sentence, match: Match) -> bool:
    """Tell whether an acronym is that of a news agency at work, which a party may share: "PTI reported"."""
    word = sentence.words[match.first]
    if not match.is_acronym or word.text not in agencies():
        return False
    reports = word.head >= 0 and sentence.words[word.head].lemma in load_lines("saying_verbs.txt")
    return reports or len(sentence.words) <= _HEAD_LINE


#: A sentence of so few words is a line of the report's head.
_HEAD_LINE = 3


def _is_shouted(sentence: Sentence, match: Match) -> bool:
    """Tell whether a short acronym is only a word of a headline in capitals."""
    if not match.is_acronym or match.last > match.first or len(sentence.words[match.first].text) > 3:
        return False
    near = sentence.words[max(0, match.first - 2) : match.first] + sentence.words[match.last + 1 : match.last + 3]
    letters = [word for word in near if word.text.isalpha() and len(word.text) > 1]
    return bool(letters) and all(word.text.isupper() for word in letters)


def _is_person(sentence: Sentence, match: Match) -> bool:
    """Tell whether a one-word name is part of a person's longer name."""
    return match.first == match.last and any(
        name.kind == "PER" and name.first <= match.first <= name.last and name.last > name.first
        for name in sentence.names
    )


def _is_part(sentence: Sentence, match: Match) -> bool:
    """Tell whether a name is only the end of a longer one: "All Adivasi National Liberation Army"."""
    if match.first == 0 or match.is_acronym or match.first == match.last:
        return False
    before = sentence.words[match.first - 1]
    if before.upos != "PROPN" or not before.text[:1].isupper() or nationalities().get(before.text):
        return False
    return any(name.kind == "ORG" and name.first < match.first and match.last <= name.last for name in sentence.names)
