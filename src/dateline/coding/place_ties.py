"""How firmly syntax ties a place to a word that tells of an event."""

from __future__ import annotations

from dateline.codebook import load_lines, load_table
from dateline.language.document import Sentence, Word

#: A place that depends on the trigger itself, and what each step of the tree between them takes away.
DIRECT, UP_TRIGGER, UP_PLACE = 5.0, 0.7, 0.35
#: The least that a place in the trigger's own sentence counts.
SAME_SENTENCE = 1.0


def tie(sentence: Sentence, first: int, last: int, trigger: int) -> float:
    """Return how firmly words ``first`` to ``last`` are tied to the word ``trigger``: 0 not at all, 5 its own place.

    With ``trigger`` -1, tell how much the place looks like where something happened at all: 0 to 1.
    """
    head = _head(sentence, first, last)
    preposition = _preposition(sentence, head)
    if trigger < 0:
        return preposition
    if first <= trigger <= last:
        return 0.0
    place_path, trigger_path = _path(sentence, head), _path(sentence, trigger)
    meet = next((i for i in place_path if i in set(trigger_path)), None)
    if meet is None:
        return SAME_SENTENCE
    below_place, below_trigger = place_path.index(meet), trigger_path.index(meet)
    strength = DIRECT - UP_TRIGGER * below_trigger - UP_PLACE * max(0, below_place - 1)
    if below_trigger and _is_speech(sentence.words[trigger_path[below_trigger - 1]]) and below_place:
        return SAME_SENTENCE * 0.5 * preposition
    return max(SAME_SENTENCE, strength) * (0.3 + 0.7 * preposition)


def _head(sentence: Sentence, first: int, last: int) -> int:
    """Return the word of a name on which the rest of it depends."""
    return next((i for i in range(first, last + 1) if not first <= sentence.words[i].head <= last), first)


def _path(sentence: Sentence, index: int) -> list[int]:
    return [index, *(word.index for word in sentence.ancestors(index))]


def _is_speech(word: Word) -> bool:
    """Tell whether a word heads what somebody says: the clause under "said"."""
    return word.deprel.partition(":")[0] in {"ccomp", "parataxis"}


def _preposition(sentence: Sentence, head: int) -> float:
    """Return how much the preposition before a place says that something happened there."""
    known: dict[str, float] = load_table("event_place.toml")["prepositions"]
    word = sentence.words[head]
    for _ in range(4):
        if _is_bearing(sentence, word):
            return 0.5
        cases = [known[kid.lower] for kid in sentence.kids(word.index, "case") if kid.lower in known]
        if cases:
            return max(cases)
        relation = word.deprel.partition(":")[0]
        if relation in {"compound", "nmod", "amod", "flat"} and word.deprel != "nmod:poss":
            return 0.7
        if relation == "obj":
            return 0.8
        if relation in {"conj", "appos", "list", "dep"} and word.head >= 0:
            word = sentence.words[word.head]
            continue
        break
    return 0.5 if word.deprel in {"root", "nmod:poss", "parataxis"} else 0.3


def _is_bearing(sentence: Sentence, word: Word) -> bool:
    """Tell whether a place only gives a bearing: "20 km south of Quetta", "southeast of Manila"."""
    if word.index < 2 and word.head < 0:
        return False
    of = [kid.index for kid in sentence.kids(word.index, "case") if kid.lower == "of"]
    before = sentence.words[of[0] - 1].lower if of and of[0] > 0 else ""
    return before in load_lines("directions.txt") or before in load_lines("distance_words.txt")


def leads_to(sentence: Sentence, last: int, first: int) -> bool:
    """Tell whether a place ending at word ``last`` is said to lie in one beginning at ``first``.

    "Kharan, Balochistan", "Djibo in Soum province", "the Ormara area of Gwadar", but not "from Kabul to Ghazni".
    """
    if not 0 < first - last <= 7:
        return False
    words = sentence.words[last + 1 : first]
    between = {word.lower for word in words}
    if between & {"and", "to", "from", "or", "near"} or any(word.upos in {"VERB", "AUX"} for word in words):
        return False
    return bool(between & {"in", "of", ",", "("})
