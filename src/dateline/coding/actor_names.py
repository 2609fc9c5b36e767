"""Actors called by name: names of the register, and names that the report itself gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.coding.actor_drafts import Draft
from dateline.coding.actor_words import ActorWords, load_actor_words, noun_of, singular
from dateline.coding.noun_phrases import phrase_text
from dateline.language.document import Document, Sentence
from dateline.register import Actor, ActorKind, Match, Register, choose, fold, nationalities

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9]|[A-Z]{2,}")


def named_actors(document: Document, register: Register, country: str | None) -> list[Draft]:
    """Return every actor that is called by name, each name and acronym resolved within the report."""
    matches = [
        (sentence, match)
        for sentence in document.sentences
        for match in register.matches([word.text for word in sentence.words])
        if not (_is_shouted(sentence, match) or _is_person(sentence, match) or _is_part(sentence, match))
    ]
    countries = evidence(document, country)
    chosen = _choose_all(matches, countries)
    drafts = [_known(document, sentence, match, chosen) for sentence, match in matches]
    known = [draft for draft in drafts if draft is not None]
    return known + _given_names(document, known)


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
    """Tell whether the report speaks of a country in which the actor is known to act."""
    return any(actor.acts_in(code) for code in countries)


def _known(document: Document, sentence: Sentence, match: Match, chosen: dict[tuple[str, ...], Actor]) -> Draft | None:
    actor = chosen.get(tuple(actor.id for actor in match.candidates))
    words = phrase_text(document.text, sentence, match.first, match.last)
    if actor is None:
        if match.is_acronym or not _same_kind(match.candidates):
            return None
        kind = match.candidates[0].kind.value
        return Draft(sentence.index, match.first, match.last, words, f"name:{fold(words)}", 2, None, kind, None, True)
    rank = 1 if match.is_acronym else 2
    is_named = not actor.id.endswith(("-military", "-police", "-government"))
    key = actor.id if is_named else f"{actor.id}:{singular(sentence.words[match.last])}"
    home = actor.countries[0] if actor.countries else None
    return Draft(sentence.index, match.first, match.last, words, key, rank, actor, actor.kind.value, home, is_named)


def _same_kind(candidates: Sequence[Actor]) -> bool:
    return len({actor.kind for actor in candidates}) == 1


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


def _given_names(document: Document, known: list[Draft]) -> list[Draft]:
    """Return actors that only the report knows: "the Movement for X (MX)", "the Kiziba militia"."""
    taken = {(draft.sentence, index) for draft in known for index in range(draft.first, draft.last + 1)}
    found: list[Draft] = []
    short: dict[str, Draft] = {}
    for sentence in document.sentences:
        for first, last in _organisations(sentence):
            if any((sentence.index, index) in taken for index in range(first, last + 1)):
                continue
            draft = _given(document, sentence, first, last)
            if draft is not None:
                found.append(draft)
                taken.update((sentence.index, index) for index in range(first, last + 1))
    for draft in [*known, *found]:
        acronym = _bracketed(document.sentences[draft.sentence], draft.last)
        if acronym and draft.rank == 2:
            short.setdefault(acronym, draft)
    return found + list(_short_forms(document, short, taken))


def _short_forms(document: Document, short: dict[str, Draft], taken: set[tuple[int, int]]) -> Iterator[Draft]:
    """Yield each later use of an acronym that the report explained."""
    for sentence in document.sentences:
        for word in sentence.words:
            draft = short.get(word.text)
            if draft is not None and (sentence.index, word.index) not in taken:
                yield Draft(
                    sentence.index,
                    word.index,
                    word.index,
                    word.text,
                    draft.key,
                    1,
                    draft.actor,
                    draft.kind,
                    draft.country,
                    True,
                )


def _bracketed(sentence: Sentence, last: int) -> str | None:
    """Return the acronym in brackets right after a name: "(MX)"."""
    words = sentence.words[last + 1 : last + 4]
    if len(words) == 3 and words[0].text == "(" and words[2].text in {")", ","} and _ACRONYM.fullmatch(words[1].text):
        return words[1].text
    return None


def _organisations(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each organisation's name, without articles and marks around it."""
    words = sentence.words
    for name in sentence.names:
        first, last = name.first, name.last
        while first < last and (
            words[first].upos in {"DET", "PUNCT", "PART", "ADP"} or words[first].lower in {"'s", "’s"}
        ):
            first += 1
        while last > first and words[last].upos == "PUNCT":
            last -= 1
        if name.kind == "ORG" and words[first].text[:1].isupper():
            yield first, last


def _given(document: Document, sentence: Sentence, first: int, last: int) -> Draft | None:
    """Return the organisation as an actor if its name or the words beside it say that it is one."""
    lexicon = load_actor_words()
    words = sentence.words[first : last + 1]
    kind = _kind_beside(sentence, first, last, lexicon)
    if kind is None and not (len(words) > 1 and any(word.lower in lexicon.names for word in words)):
        return None
    text = phrase_text(document.text, sentence, first, last)
    return Draft(sentence.index, first, last, text, f"name:{fold(text)}", 2, None, kind, None, True)


def _kind_beside(sentence: Sentence, first: int, last: int, lexicon: ActorWords) -> str | None:
    """Return the kind that a neighbouring noun gives a name: "the X militia", "rebel group X", "X, a gang"."""
    head = next((i for i in range(last, first - 1, -1) if not first <= sentence.words[i].head <= last), last)
    near = [last + 1] if last + 1 < len(sentence.words) else []
    near += [sentence.words[head].head] if sentence.words[head].deprel in {"compound", "appos", "flat", "nmod"} else []
    near += [child.index for child in sentence.kids(head, "appos", "compound")]
    for index in near:
        if index < 0 or sentence.words[index].upos not in {"NOUN", "PROPN"}:
            continue
        noun = noun_of(sentence, index, lexicon.kinds)
        if noun is not None:
            return lexicon.kinds[noun]
        if singular(sentence.words[index]) in lexicon.groups:
            kind = armed_kind(sentence, index, lexicon)
            if kind is not None:
                return kind
    return None


def armed_kind(sentence: Sentence, index: int, lexicon: ActorWords) -> str | None:
    """Return the kind that the modifiers of a noun give it: "rebel group" is a Rebel Group; None if unarmed."""
    around = [*sentence.kids(index, "amod", "compound", "acl"), *sentence.words[max(0, index - 1) : index]]
    for word in around:
        for form in (word.lower, singular(word)):
            if form in lexicon.kinds:
                return lexicon.kinds[form]
    is_armed = any(word.lower in lexicon.armed or word.lemma.lower() in lexicon.armed for word in around)
    return "Political Militia" if is_armed else None
