"""Countries that act: "Russia fired missiles", "a Russian strike", "battles with Tajikistan"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from dateline.coding.actor_drafts import Draft
from dateline.coding.actor_words import load_actor_words, singular
from dateline.coding.noun_phrases import phrase_text
from dateline.language.document import Document, Sentence
from dateline.register import ActorKind, Register, fold, load_countries

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_AGAINST = frozenset(("by", "with", "between", "against"))


def acting_states(
    document: Document, sentence: Sentence, register: Register, codes: Mapping[int, str], taken: set[tuple[int, int]]
) -> Iterator[Draft]:
    """Yield the countries of a sentence that act; ``codes`` holds the country code at the last word of each name."""
    for last, code in codes.items():
        if (sentence.index, last) in taken:
            continue
        first = _first(sentence, last)
        if is_agent(sentence, last) or _attacks(sentence, last):
            words = phrase_text(document.text, sentence, first, last)
            yield _acting(sentence, first, last, words, code, register)


def _acting(sentence: Sentence, first: int, last: int, words: str, code: str, register: Register) -> Draft:
    """Return a country under its name, and a people ("the Serbs") under its own: it need not be the state."""
    is_name = "".join(map(fold, words.split())) in _country_names(code)
    if not is_name and sentence.words[last].deprel not in {"amod", "compound", "nmod:poss"}:
        return Draft(sentence.index, first, last, words, f"people:{words.lower()}", 2, None, None, code)
    actor = register.get(f"{code.lower()}-government")
    name, rank = (words, 2) if is_name else (_plain_name(code), 1)
    key = f"{code.lower()}-government:state"
    return Draft(sentence.index, first, last, name, key, rank, actor, ActorKind.STATE_FORCES.value, code)


def is_agent(sentence: Sentence, index: int) -> bool:
    """Tell whether a country's name or people stands as one who acts or is fought."""
    word = sentence.words[index]
    while word.deprel == "conj" and word.head >= 0 and sentence.words[word.head].upos == "PROPN":
        word = sentence.words[word.head]
    if word.upos != "PROPN" and not (word.upos == "NOUN" and word.lower.endswith("s")):
        return False
    if word.deprel in _SUBJECTS:
        return True
    cases = {kid.lower for kid in sentence.kids(word.index, "case")}
    return word.deprel.startswith(("obl", "nmod")) and not cases.isdisjoint(_AGAINST)


def _attacks(sentence: Sentence, index: int) -> bool:
    """Tell whether a nationality or a country's name owns an attack or its means: "Russian drones", "Israel's raid"."""
    word = sentence.words[index]
    if word.deprel not in {"amod", "compound", "nmod:poss"} or word.head < 0:
        return False
    return singular(sentence.words[word.head]) in load_actor_words().attacks


def _first(sentence: Sentence, last: int) -> int:
    """Return the first word of a country's name that ends at ``last``."""
    first = last
    while (
        first > 0
        and last - first < 4
        and sentence.words[first - 1].upos == "PROPN"
        and sentence.words[first - 1].head == last
    ):
        first -= 1
    return first


@cache
def _country_names(code: str) -> frozenset[str]:
    """Return the folded names of a country, adjectives left out."""
    country = next(country for country in load_countries() if country.code == code)
    return frozenset("".join(map(fold, name.split())) for name in (country.name, *country.also))


@cache
def _plain_name(code: str) -> str:
    return next(country.name for country in load_countries() if country.code == code)
