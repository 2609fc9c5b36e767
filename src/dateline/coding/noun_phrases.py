"""Noun phrases as a describer wants them: without determiners, counts, relative clauses, places and times."""

from __future__ import annotations

from collections.abc import Collection

from dateline.coding.actor_words import load_actor_words, singular
from dateline.language.document import Sentence, Word
from dateline.register import nationalities

_DESCRIBING = frozenset(("ADJ", "NOUN", "PROPN", "X"))
_NOT_DESCRIBING = frozenset(
    ("nsubj", "root", "conj", "cc", "obl", "obl:unmarked", "nmod:unmarked", "det", "mark", "cop")
)
_LONGEST = 9


def noun_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return first and last word (inclusive) of the description headed at a word.

    "five masked gunmen on motorcycles who fled" is "masked gunmen on motorcycles".
    """
    return _first(sentence, head), _last(sentence, head)


def _first(sentence: Sentence, head: int) -> int:
    """Return the first of the describing words that stand unbroken before the head."""
    words, inside, pointing = sentence.words, set(sentence.subtree(head)), load_actor_words().pointing
    first = head
    for index in range(head - 1, max(-1, head - 1 - _LONGEST), -1):
        word = words[index]
        if word.lower in pointing or word.lower.isdigit():
            break
        if not (_is_armed(sentence, index) or (index in inside and _describes(sentence, index, head))):
            break
        first = index
    while first < head and (words[first].upos in {"PUNCT", "PART", "ADP"} or words[first].lower in {"'s", "’s", "-"}):
        first += 1
    return first


def _is_armed(sentence: Sentence, index: int) -> bool:
    """Tell whether a word describes an armed actor whatever the syntax makes of it: "masked", "Malian", "security"."""
    lexicon, word, after = load_actor_words(), sentence.words[index], sentence.words[index + 1]
    if (
        word.lower in lexicon.armed
        or word.lower in lexicon.kinds
        or f"{word.lower} {singular(after)}" in lexicon.forces
    ):
        return True
    is_place = index > 0 and sentence.words[index - 1].upos == "ADP"
    return word.text[:1].isupper() and not is_place and bool(nationalities().get(word.text))


def _describes(sentence: Sentence, index: int, head: int) -> bool:
    """Tell whether a word before the head belongs to its description, and is no argument, count or time of it."""
    word = sentence.words[index]
    if word.text in {"-", "'s", "’s", "'", "’"}:
        return True
    if word.deprel in _NOT_DESCRIBING:
        return word.deprel == "conj" and word.upos == "ADJ"
    if word.upos == "NUM":
        return False
    if word.upos == "VERB":
        return word.deprel in {"amod", "compound"} and word.lower.endswith(("ed", "ing", "en"))
    if word.upos in _DESCRIBING:
        return True
    return word.upos == "ADV" and index + 1 < head and sentence.words[index + 1].deprel == "amod"


def _last(sentence: Sentence, head: int) -> int:
    """Return the last word of the head with the right-hand modifiers that belong to its description."""
    last = head
    after = sentence.words[head + 1 : head + 3]
    if len(after) == 2 and after[0].lower == "on" and _any_form(after[1], load_actor_words().mounts):
        return head + 2
    for child in sorted(sentence.children[head]):
        if child == last + 1 and sentence.words[child].deprel in {"flat", "compound", "goeswith"}:
            last = child
        elif child > head and _is_attached(sentence, head, child):
            reach = max(_without_clauses(sentence, child))
            if reach == child and sentence.words[child].deprel == "acl":
                break
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
        return (
            word.upos == "NOUN"
            and _any_form(words[head], lexicon.persons)
            and not sentence.kids(head, "amod", "compound")
        )
    if cases == {"of"}:
        return _any_form(words[head], lexicon.followers)
    return (
        cases == {"in"}
        and _any_form(words[head], lexicon.persons)
        and _any_form(word, ("white", "uniform", "uniforms", "black", "camouflage", "masks", "fatigues"))
    )


def _without_clauses(sentence: Sentence, child: int) -> list[int]:
    """Return the words below ``child`` up to the first comma or relative clause."""
    kept = []
    for index in sentence.subtree(child):
        word = sentence.words[index]
        if index > child and (
            word.text in {",", ";", "—", "("}
            or word.deprel in {"acl:relcl", "conj", "cc", "appos"}
            or word.upos == "VERB"
        ):
            break
        kept.append(index)
    return kept or [child]


def _any_form(word: Word, words: Collection[str]) -> bool:
    return word.lower in words or word.lemma.lower() in words


def phrase_text(text: str, sentence: Sentence, first: int, last: int) -> str:
    """Return the words of a phrase as the text has them, on one line."""
    return " ".join(text[sentence.words[first].start : sentence.words[last].end].split())
