"""Find what stopped working: networks, transport, power, schools, movement, trade, homes left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.language.document import Document, Sentence, Word
from dateline.model import Span

_RELATIONS = ("nsubj", "nsubj:pass", "obj", "amod", "acl", "compound", "obl", "conj")


@dataclass(frozen=True, slots=True)
class Disruption:
    """One disruption: its kind in the codebook and the words that state it."""

    sentence: int
    kind: str
    phrase: str
    span: Span | None = None


def find_disruptions(document: Document) -> list[Disruption]:
    """Return the disruptions that a document states, each phrase once, in order."""
    found: dict[str, Disruption] = {}
    for sentence in document.sentences:
        for disruption in _of_sentence(document.text, sentence):
            found.setdefault(disruption.phrase.casefold(), disruption)
    return list(found.values())


def _of_sentence(text: str, sentence: Sentence) -> Iterator[Disruption]:
    table = load_table("disruptions.toml")
    for kind, lexicon in table.items():
        for noun in sentence.words:
            if noun.lemma not in lexicon["nouns"] or noun.upos not in ("NOUN", "PROPN"):
                continue
            verb = _verb_of(sentence, noun, lexicon["verbs"])
            if verb is not None or noun.lemma in lexicon.get("alone", ()):
                span = _span(text, sentence, noun, verb)
                yield Disruption(sentence.index, kind, span.quote, span)
                break


def _verb_of(sentence: Sentence, noun: Word, verbs: list[str]) -> Word | None:
    """Return the word that says what happened to the thing: what it depends on, or what modifies it."""
    chain = noun
    for _ in range(3):
        for kid in sentence.kids(chain.index, "amod", "acl"):
            if kid.lemma in verbs or kid.lower in verbs:
                return kid
        if chain.head < 0 or chain.deprel not in _RELATIONS:
            return None
        chain = sentence.words[chain.head]
        if chain.lemma in verbs and chain.upos in ("VERB", "ADJ", "NOUN"):
            return None if _is_denied(sentence, chain) else chain
    return None


def _is_denied(sentence: Sentence, verb: Word) -> bool:
    return any(kid.lower in ("not", "n't", "never") for kid in sentence.kids(verb.index, "advmod"))


def _span(text: str, sentence: Sentence, noun: Word, verb: Word | None) -> Span:
    """Return the words from the thing (with its modifiers) to what happened to it."""
    around = [
        noun.index,
        *(w.index for w in sentence.kids(noun.index, "compound", "amod", "flat") if abs(w.index - noun.index) < 5),
    ]
    if verb is not None:
        around.append(verb.index)
    first, last = min(around), max(around)
    if last - first > 14:
        first, last = noun.index, noun.index
    return Span.of(text, sentence.words[first].start, sentence.words[last].end)
