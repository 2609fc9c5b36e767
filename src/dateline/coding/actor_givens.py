"""Actors that only the report knows: "the Movement for X (MX)", "the Kiziba militia"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.codebook import load_lines
from dateline.coding.actor_drafts import Draft
from dateline.coding.actor_words import ActorWords, load_actor_words, noun_of, singular
from dateline.coding.noun_phrases import phrase_text
from dateline.language.document import Document, Sentence, Word
from dateline.register import fold

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9]|[A-Z]{2,}")
_LINKS = frozenset(
    ("of", "for", "the", "and", "de", "la", "du", "des", "pour", "al", "el", "in", "-", "'s", "’s", "to", "da", "do")
)
_LONGEST = 12


def given_names(document: Document, known: list[Draft]) -> list[Draft]:
    """Return actors that only the report knows: those it spells out, their acronyms, then other organisations."""
    taken = {(draft.sentence, index) for draft in known for index in range(draft.first, draft.last + 1)}
    found = _new(document, spelled_out, taken)
    short: dict[str, Draft] = {}
    for draft in [*known, *found]:
        acronym = _bracketed(document.sentences[draft.sentence], draft.last)
        if acronym and draft.rank >= 2:
            short.setdefault(acronym, draft)
    found += _short_forms(document, short, taken)
    return found + _new(document, _organisations, taken)


def _new(
    document: Document, names: Callable[[Sentence], Iterator[tuple[int, int]]], taken: set[tuple[int, int]]
) -> list[Draft]:
    """Return the names that are actors among words that are not taken, and take their words."""
    found = []
    for sentence in document.sentences:
        for first, last in names(sentence):
            words = [(sentence.index, index) for index in range(first, last + 1)]
            draft = None if not taken.isdisjoint(words) else _given(document, sentence, first, last)
            if draft is not None:
                found.append(draft)
                taken.update(words)
    return found


def _short_forms(document: Document, short: dict[str, Draft], taken: set[tuple[int, int]]) -> list[Draft]:
    """Return each use of an acronym that the report explains, and take its word."""
    found = []
    for sentence in document.sentences:
        for word in sentence.words:
            full = short.get(word.text)
            if full is None or (sentence.index, word.index) in taken:
                continue
            taken.add((sentence.index, word.index))
            at = (sentence.index, word.index, word.index, word.text)
            found.append(Draft(*at, full.key, 1, full.actor, full.kind, full.country, True))
    return found


def _bracketed(sentence: Sentence, last: int) -> str | None:
    """Return the acronym in brackets right after a name: "(MX)"."""
    words = sentence.words[last + 1 : last + 4]
    if len(words) == 3 and words[0].text == "(" and words[2].text in {")", ","} and _ACRONYM.fullmatch(words[1].text):
        return words[1].text
    return None


def acronyms_of(document: Document) -> dict[str, str]:
    """Return the acronyms that a report explains, each with its full name: BLA, Baloch Liberation Army."""
    found: dict[str, str] = {}
    for sentence in document.sentences:
        for first, last in spelled_out(sentence):
            acronym = _bracketed(sentence, last)
            if acronym:
                found.setdefault(acronym, phrase_text(document.text, sentence, first, last))
    return found


def spelled_out(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each name that an acronym in brackets shortens."""
    for word in sentence.words[1:-2]:
        if word.text != "(":
            continue
        acronym = _bracketed(sentence, word.index - 1)
        first = _start(sentence, word.index - 1, acronym) if acronym else None
        if first is not None:
            yield first, word.index - 1


def _start(sentence: Sentence, last: int, acronym: str) -> int | None:
    """Return where the name that ends at a word begins: at the acronym's first letter, after enough capitals."""
    capitals, found = 0, None
    for index in range(last, max(-1, last - _LONGEST), -1):
        word = sentence.words[index]
        if not word.text[:1].isupper():
            if word.lower in _LINKS:
                continue
            break
        capitals += 1
        if word.text[:1] == acronym[0] and capitals >= min(3, len(acronym)) - 1 and index < last:
            found = index
        if capitals >= len(acronym) + 1:
            break
    return found


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
        if name.kind == "ORG" and words[first].text[:1].isupper() and words[last].upos in {"PROPN", "NOUN", "ADJ"}:
            yield first, last


def _is_building(word: Word) -> bool:
    """Tell whether a name ends as that of a building does: those held in a school are no group of the school's."""
    buildings = load_lines("building_words.txt")
    return word.lower in buildings or word.lower.removesuffix("s") in buildings


def _given(document: Document, sentence: Sentence, first: int, last: int) -> Draft | None:
    """Return the organisation as an actor if its name or the words beside it say that it is one."""
    lexicon = load_actor_words()
    words = sentence.words[first : last + 1]
    kind = _kind_beside(sentence, first, last, lexicon)
    if (len(words) == 1 and words[0].upos != "PROPN") or _is_building(words[-1]):
        return None
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
    if _bracketed(sentence, last):
        near += [child.index for child in sentence.kids(last + 2, "appos")]
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
