"""Noun phrases as a describer wants them: without determiners, counts, relative clauses, places and times."""

from __future__ import annotations

from collections.abc import Collection

from dateline.coding.actor_words import load_actor_words
from dateline.language.document import Sentence, Word

_DROPPED_LEFT = {"det", "nummod", "case", "cc", "punct", "mark", "cop", "nsubj", "advcl", "acl", "discourse", "parataxis"}
_DROPPED_POS = {"DET", "NUM", "PRON", "ADP", "CCONJ", "SCONJ", "PUNCT", "AUX", "VERB", "PART"}
_LONGEST = 9


def noun_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return first and last word (inclusive) of the description headed at a word.

    "five masked gunmen on motorcycles who fled" is "masked gunmen on motorcycles".
    """
    return _first(sentence, head), _last(sentence, head)


def _first(sentence: Sentence, head: int) -> int:
    words, inside = sentence.words, set(sentence.subtree(head))
    first = head
    while first - 1 in inside and head - first < _LONGEST and not _ends_description(words[first - 1]):
        first -= 1
    pointing = load_actor_words().pointing
    while first < head and (
        (words[first].upos in _DROPPED_POS and words[first].deprel not in {"amod", "compound", "flat"})
        or words[first].deprel in _DROPPED_LEFT
        or words[first].lower in pointing
        or words[first].lower in {"'s", "’s", "-"}
    ):
        first += 1
    return first


def _ends_description(word: Word) -> bool:
    """Tell whether a word cannot stand inside a description: a comma, a verb's argument, a bracket."""
    return word.text in {",", ";", ":", "(", ")", "“", "”", '"', "—", "–"} or word.deprel in {"cc", "nsubj", "mark", "root"}


def _last(sentence: Sentence, head: int) -> int:
    """Return the last word of the head with the right-hand modifiers that belong to its description."""
    last = head
    for child in sorted(sentence.children[head]):
        if child == last + 1 and sentence.words[child].deprel in {"flat", "compound", "goeswith"}:
            last = child
        elif child > head and _is_attached(sentence, head, child):
            reach = max(_without_clauses(sentence, child))
            if reach - head > _LONGEST or min(sentence.subtree(child)) != last + 1:
                break
            last = reach
    return last


def _is_attached(sentence: Sentence, head: int, child: int) -> bool:
    words, lexicon = sentence.words, load_actor_words()
    word = words[child]
    if word.deprel in {"acl", "amod", "advcl"}:
        return word.lower in lexicon.attached
    if word.deprel != "nmod":
        return False
    cases = {kid.lower for kid in sentence.kids(child, "case")}
    if cases == {"on"}:
        return _any_form(word, lexicon.mounts)
    if cases == {"with"}:
        return word.upos == "NOUN" and word.lemma not in {"police", "army", "force", "troop"}
    if cases == {"of"}:
        return _any_form(words[head], lexicon.followers)
    return cases == {"in"} and _any_form(word, ("white", "uniform", "uniforms", "black", "camouflage", "masks", "fatigues"))


def _without_clauses(sentence: Sentence, child: int) -> list[int]:
    """Return the words below ``child`` up to the first comma or relative clause."""
    kept = []
    for index in sentence.subtree(child):
        word = sentence.words[index]
        if index > child and (word.text in {",", ";", "—", "("} or word.deprel in {"acl:relcl", "conj", "cc", "appos"}):
            break
        kept.append(index)
    return kept or [child]


def _any_form(word: Word, words: Collection[str]) -> bool:
    return word.lower in words or word.lemma.lower() in words


def phrase_text(text: str, sentence: Sentence, first: int, last: int) -> str:
    """Return the words of a phrase as the text has them, on one line."""
    return " ".join(text[sentence.words[first].start : sentence.words[last].end].split())
