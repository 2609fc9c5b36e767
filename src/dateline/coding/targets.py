"""Name the targets and the weapons of an event: what its triggers hit, and with what, in short phrases."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.codebook import load_table
from dateline.coding.clues import Clue
from dateline.coding.deeds import sufferers
from dateline.coding.events import Trigger
from dateline.coding.runs import head_of, tag_runs
from dateline.language.document import Document, Sentence, Word, steps_between

_DESCRIBING = frozenset(("compound", "amod", "flat", "nmod:poss", "nummod"))


@dataclass(frozen=True, slots=True)
class Hit:
    """What one event hit and with what, as the report's own phrases, each once, and what showed them."""

    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    clues: tuple[Clue, ...] = field(default=(), compare=False)


def find_hits(document: Document, events: Sequence[Sequence[Trigger]]) -> list[Hit]:
    """Return the targets and weapons of each event, an event being its triggers.

    A phrase belongs to the event whose trigger is nearest in its sentence. The model's tags and the
    syntax name targets, the model's tags and the codebook's lexicon name weapons.
    """
    targets: list[list[str]] = [[] for _ in events]
    weapons: list[list[str]] = [[] for _ in events]
    clues: list[list[Clue]] = [[] for _ in events]
    for sentence in document.sentences:
        here = [(e, t.word) for e, triggers in enumerate(events) for t in triggers if t.sentence == sentence.index]
        if not here:
            continue
        struck = _weapons(sentence, [word for _, word in here])
        hit = _targets(sentence, [word for _, word in here], struck)
        for name, phrases, heads in (("weapons", weapons, struck), ("targets", targets, hit)):
            for head, rule in heads.items():
                owner, phrase = _owner(sentence, here, head), _phrase(document.text, sentence, head)
                phrases[owner].append(phrase)
                clues[owner].append(Clue(name, rule, sentence.index, head, head, phrase))
    return [_hit(*found) for found in zip(targets, weapons, clues, strict=True)]


def _hit(targets: Sequence[str], weapons: Sequence[str], clues: Sequence[Clue]) -> Hit:
    kept = {"targets": _distinct(targets), "weapons": _distinct(weapons)}
    first: dict[tuple[str, str | None], Clue] = {}
    for clue in clues:
        if clue.value in kept[clue.field]:
            first.setdefault((clue.field, clue.value), clue)
    return Hit(kept["targets"], kept["weapons"], tuple(first.values()))


def _targets(sentence: Sentence, triggers: Sequence[int], weapons: Collection[int]) -> dict[int, str]:
    """Return the heads of what the triggers hit, each with the rule that found it."""
    tagged = {head_of(sentence, run) for run in tag_runs(sentence.tags("party"), "TARGET")}
    hit = {i for trigger in triggers for i in sufferers(sentence, trigger)}
    return {
        i: "target_head" if i in tagged else "target_syntax"
        for i in sorted(tagged | hit)
        if i not in weapons and _is_target(sentence, sentence.words[i])
    }


def _is_target(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun can be hit: no pronoun, day, number of dead, deed or place on the map."""
    table = load_table("parties.toml")
    if any(name.kind == "LOC" and name.first <= word.index <= name.last for name in sentence.names):
        return False
    never = (*table["targets"]["never"], *table["means"]["nouns"])
    return word.upos in ("NOUN", "PROPN") and word.lemma not in never and word.lower not in table["targets"]["never"]


def _weapons(sentence: Sentence, triggers: Sequence[int]) -> dict[int, str]:
    """Return the heads of weapons, with the rule of each: the model tags it, or the lexicon has it near a trigger."""
    nouns = load_table("parties.toml")["weapons"]["nouns"]
    tagged = {head_of(sentence, run) for run in tag_runs(sentence.tags("party"), "WEAPON")}
    near = {
        word.index
        for word in sentence.words
        if word.lemma in nouns and word.upos in ("NOUN", "PROPN") and not word.deprel.startswith("compound")
        if any(abs(word.index - trigger) <= _NEAR for trigger in triggers)
    }
    return {
        i: "weapon_head" if i in tagged else "weapon_lexicon"
        for i in sorted(tagged | near)
        if sentence.words[i].upos in ("NOUN", "PROPN")
    }


#: Within how many words of a trigger a weapon of the lexicon is taken for the event's.
_NEAR = 12


def _owner(sentence: Sentence, here: Sequence[tuple[int, int]], head: int) -> int:
    """Return the event whose trigger is the fewest steps away from a word in the tree."""
    return min(here, key=lambda pair: steps_between(sentence, head, pair[1]))[0]


def _phrase(text: str, sentence: Sentence, head: int) -> str:
    """Return a noun with the describing words that stand unbroken around it: "police station", "car bomb"."""
    first = last = head
    while first > 0 and _describes(sentence.words[first - 1], head, sentence):
        first -= 1
    while last + 1 < len(sentence.words) and sentence.words[last + 1].deprel.startswith("flat"):
        last += 1
    while first < head and (sentence.words[first].upos in ("PUNCT", "NUM", "PART", "DET", "ADP")):
        first += 1
    return " ".join(text[sentence.words[first].start : sentence.words[last].end].split())


def _describes(word: Word, head: int, sentence: Sentence) -> bool:
    if word.text == "-" or (word.text in ("'s", "’s") and word.deprel == "case"):
        return True
    above = word.head
    return word.deprel in _DESCRIBING and (above == head or sentence.words[above].head == head)


def _distinct(phrases: Sequence[str]) -> tuple[str, ...]:
    """Return phrases once each, a shorter one dropped where a longer one holds all of its words."""
    kept: list[str] = []
    for phrase in dict.fromkeys(filter(None, phrases)):
        words = _content(phrase)
        if any(words <= _content(other) for other in kept):
            continue
        kept = [other for other in kept if not _content(other) <= words]
        kept.append(phrase)
    return tuple(kept)


def _content(phrase: str) -> set[str]:
    return set(_stems(phrase))


def _stems(phrase: str) -> Iterator[str]:
    small = load_table("parties.toml")["phrases"]["small_words"]
    yield from (w.rstrip("s") for w in phrase.casefold().replace("-", " ").split() if w not in small)
