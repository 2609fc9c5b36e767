"""Actors without a name: gunmen, protesters, "Nigerian troops", "the army"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.actor_drafts import Draft
from dateline.coding.actor_givens import armed_kind
from dateline.coding.actor_states import acting_states
from dateline.coding.actor_words import ActorWords, load_actor_words, noun_of, singular
from dateline.coding.noun_phrases import noun_phrase, phrase_text
from dateline.language.document import Document, Sentence
from dateline.register import ActorKind, Register, fold, nationalities

Taken = set[tuple[int, int]]


def described_actors(document: Document, register: Register, country: str | None, taken: Taken) -> Iterator[Draft]:
    """Yield the actors that a report describes rather than names, outside the words already taken."""
    for sentence in document.sentences:
        codes = _nationalities(sentence)
        for word in sentence.words:
            if (sentence.index, word.index) in taken:
                continue
            if word.upos in {"NOUN", "PROPN", "ADJ"} and word.deprel not in {"amod", "compound"}:
                draft = _described(document, sentence, word.index, register, country, codes)
                yield from [draft] if draft is not None else []
        yield from acting_states(document, sentence, register, codes, taken)


def _described(
    document: Document, sentence: Sentence, head: int, register: Register, country: str | None, codes: dict[int, str]
) -> Draft | None:
    lexicon = load_actor_words()
    first, last = noun_phrase(sentence, head)
    nation = next((codes[index] for index in range(max(0, first - 2), head) if index in codes), None)
    text = phrase_text(document.text, sentence, first, last)
    branch = _branch(sentence, head, nation, lexicon)
    if branch is not None:
        code = nation or country
        actor = register.get(f"{code.lower()}-{branch}") if code else None
        kind = state_kind(nation, country)
        key = f"{actor.id if actor else branch}:{singular(sentence.words[head])}"
        return Draft(sentence.index, first, last, text, key, 2 if nation else 1, actor, kind, code)
    kind_of = _kind(sentence, head, last, lexicon)
    if kind_of is None:
        return None
    return Draft(sentence.index, first, last, text, f"words:{fold(text)}", 1, None, kind_of, nation or country)


def _branch(sentence: Sentence, head: int, nation: str | None, lexicon: ActorWords) -> str | None:
    """Return government, military or police when a noun means forces of a state."""
    if armed_rebel(sentence, head, lexicon):
        return None
    noun = noun_of(sentence, head, lexicon.forces)
    if noun is None and singular(sentence.words[head]) in lexicon.groups:
        noun = next(
            (form for kid in sentence.kids(head, "compound") if (form := singular(kid)) in lexicon.forces), None
        )
    if noun is None:
        return None
    branch = lexicon.forces[noun]
    if branch != "nation":
        return branch
    if nation is None or noun in {"aircraft", "officer"}:
        return None
    return "government" if noun in {"government", "regime", "authority", "coalition"} else "military"


def armed_rebel(sentence: Sentence, head: int, lexicon: ActorWords) -> bool:
    """Tell whether a noun for forces is said to be of rebels: "rebel army", "insurgent forces"."""
    return any(
        word.lower in lexicon.kinds or singular(word) in lexicon.kinds
        for word in sentence.kids(head, "amod", "compound")
    )


def _kind(sentence: Sentence, head: int, last: int, lexicon: ActorWords) -> str | None:
    """Return the ACLED kind of a generic actor; None when the noun is no actor."""
    noun = noun_of(sentence, head, lexicon.kinds)
    if noun is not None:
        return lexicon.kinds[noun]
    form = singular(sentence.words[head])
    if form not in lexicon.groups and form not in lexicon.persons:
        return None
    kind = armed_kind(sentence, head, lexicon)
    if kind is None and any(
        word.lower in lexicon.mounts or word.lower == "armed" for word in sentence.words[head + 1 : last + 1]
    ):
        kind = ActorKind.POLITICAL_MILITIA.value
    return kind


def _nationalities(sentence: Sentence) -> dict[int, str]:
    """Return the country code at each word that ends a nationality or a country's name."""
    return {
        last: codes[0]
        for first, last, codes in nationalities().matches([word.text for word in sentence.words])
        if sentence.words[first].text[:1].isupper()
    }


def state_kind(nation: str | None, country: str | None) -> str:
    """Return State Forces at home, External/Other Forces abroad (ACLED codebook, "External/other forces").

    >>> state_kind("FR", "ML"), state_kind("ML", "ML"), state_kind(None, "ML")
    ('External/Other Forces', 'State Forces', 'State Forces')
    """
    abroad = nation is not None and country is not None and nation != country
    return (ActorKind.EXTERNAL_FORCES if abroad else ActorKind.STATE_FORCES).value
