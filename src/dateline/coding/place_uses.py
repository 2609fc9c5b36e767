"""What a report names a place for: to place an event, or to say who speaks, who lives there or how far it is."""

from __future__ import annotations

from functools import cache

from dateline.codebook import load_lines, load_table
from dateline.language.document import Sentence, Word

#: How many words before a place a bearing may begin, and after it what it is may be said.
_BEFORE, _AFTER = 9, 6


def uses_of(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """Return the uses of the place on words ``first`` to ``last`` of a sentence.

    ``bearing`` for "20 km south of Quetta", ``seat`` for "an official in Quetta", ``away`` for "taken to Quetta",
    ``capital`` for "Quetta, the provincial capital", ``introduced`` for "the village of Nadimarg" and
    ``scene`` for "it happened near Nadimarg".
    """
    head = next((i for i in range(first, last + 1) if not first <= sentence.words[i].head <= last), first)
    governor = _governor(sentence, sentence.words[head])
    found = {
        "bearing": is_bearing(sentence, first),
        "capital": _is_capital(sentence, first, last),
        "introduced": _is_introduced(sentence, first, last),
        "seat": governor is not None and governor.lemma in _table()["seats"] and governor.upos in {"NOUN", "PROPN"},
        "away": governor is not None and governor.lemma in _table()["away"] and governor.upos in {"VERB", "ADJ"},
        "scene": _is_scene(sentence, sentence.words[head], governor),
    }
    return frozenset(use for use, holds in found.items() if holds)


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_table("place_uses.toml").items()}


@cache
def _bearings() -> frozenset[str]:
    return frozenset(load_lines("directions.txt")) | frozenset(load_lines("distance_words.txt"))


def _governor(sentence: Sentence, word: Word) -> Word | None:
    """Return the word that a place belongs to, past the other places it stands in a row with."""
    for _ in range(4):
        if word.head < 0:
            return None
        above = sentence.words[word.head]
        if word.deprel.partition(":")[0] not in {"conj", "appos", "flat", "list", "compound"} or above.upos != "PROPN":
            return above
        word = above
    return None


def is_bearing(sentence: Sentence, first: int) -> bool:
    """Tell whether a place is only what another lies off: "20 km south of Quetta", "north of the main town, Gao"."""
    return bearing_start(sentence, first) is not None


def bearing_start(sentence: Sentence, first: int) -> int | None:
    """Return the word at which a bearing on the place at word ``first`` begins, its distance included; None if none."""
    words = sentence.words
    for index in range(max(0, first - _BEFORE), first - 1):
        if words[index].lower.strip(")") in _bearings() and words[index + 1].lower in {"of", "from", "away", ")"}:
            if any(word.upos in {"VERB", "AUX"} for word in words[index + 1 : first]):
                return None
            return _begin(sentence, index)
    return None


def _begin(sentence: Sentence, index: int) -> int:
    """Return where the distance before a bearing begins: at "20" in "20 km to the south of"."""
    words = sentence.words
    while index > 0 and (
        words[index - 1].upos == "NUM"
        or words[index - 1].lower in _bearings()
        or words[index - 1].lower in {"to", "the", "(", ")"}
    ):
        index -= 1
    while words[index].lower in {"to", "the", "(", ")"}:
        index += 1
    return index


def _is_capital(sentence: Sentence, first: int, last: int) -> bool:
    words = sentence.words
    after = [word.lower for word in words[last + 1 : last + 1 + _AFTER]]
    before = [word.lower for word in words[max(0, first - 3) : first]]
    return (after[:1] == [","] and "capital" in after) or before[-1:] == ["capital"] or before[-2:] == ["capital", ","]


def _is_introduced(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the words say what a place is: "Nadimarg village", "the town of Djibo", "Togoga, a village"."""
    kinds = frozenset(load_lines("place_kinds.txt"))
    words = sentence.words
    after = [word.lower for word in words[last + 1 : last + 1 + _AFTER]]
    before = [word.lower for word in words[max(0, first - 2) : first]]
    if (after and after[0] in kinds) or (len(before) == 2 and before[0] in kinds and before[1] in {"of", ","}):
        return True
    return after[:1] == [","] and after[1:2] in (["a"], ["the"], ["an"]) and not kinds.isdisjoint(after)


def _is_scene(sentence: Sentence, head: Word, governor: Word | None) -> bool:
    """Tell whether the sentence only says where: "the scene was Weliara", "it took place in Tizi Ouzou"."""
    scenes = _table()["scenes"]
    if sentence.kids(head.index, "cop"):
        return any(kid.lemma in scenes for kid in sentence.kids(head.index, "nsubj"))
    if governor is not None and governor.upos == "NOUN" and governor.lemma in scenes:
        return True
    while governor is not None and governor.upos == "NOUN" and governor.head >= 0:
        governor = sentence.words[governor.head]
    if governor is None or governor.lemma not in _table()["placing"]:
        return False
    return any(kid.lemma in scenes for kid in sentence.kids(governor.index, "nsubj"))
