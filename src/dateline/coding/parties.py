"""Name the parties of an event: who did it, who or what was hit, with which weapons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.coding.events import Trigger
from dateline.coding.statements import Run, head_of, tag_runs
from dateline.language.document import Document, Sentence

#: Words that a party's phrase never begins with.
_LEADING = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PRON", "NUM"})

Describe = Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one event, as names or the report's own phrases, each once."""

    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()


def code_parties(
    document: Document, groups: Sequence[Sequence[Trigger]], describe: Describe
) -> list[Parties]:
    """Return the parties of each group of triggers.

    A phrase that the model tags as a party belongs to the event whose trigger is nearest in its
    sentence; ``describe`` names the actor whose noun phrase is headed at a sentence's word.
    """
    found: list[dict[str, list[str]]] = [{"PERP": [], "TARGET": [], "WEAPON": []} for _ in groups]
    for sentence in document.sentences:
        here = [(g, t.word) for g, group in enumerate(groups) for t in group if t.sentence == sentence.index]
        if not here:
            continue
        tags = sentence.tags("party")
        for kind in ("PERP", "TARGET", "WEAPON"):
            for run in tag_runs(tags, kind):
                owner = min(here, key=lambda pair: _distance(sentence, run, pair[1]))[0]
                phrase = describe(sentence.index, head_of(sentence, run)) if kind == "PERP" else _phrase(document.text, sentence, run)
                if phrase:
                    found[owner][kind].append(phrase)
    return [
        Parties(_distinct(f["PERP"]), _distinct(f["TARGET"]), _distinct(f["WEAPON"])) for f in found
    ]


def _distance(sentence: Sentence, run: Run, word: int) -> int:
    """Steps in the tree between a phrase and a trigger, so that the phrase goes to its own verb."""
    head = head_of(sentence, run)
    above = [head, *(w.index for w in sentence.ancestors(head))]
    over = [word, *(w.index for w in sentence.ancestors(word))]
    return next((i + over.index(node) for i, node in enumerate(above) if node in over), len(sentence.words))


def _phrase(text: str, sentence: Sentence, run: Run) -> str:
    """Return a phrase without determiners and stray punctuation."""
    first, last = run
    while first < last and sentence.words[first].upos in _LEADING:
        first += 1
    while last > first and sentence.words[last].upos in ("PUNCT", "ADP", "CCONJ"):
        last -= 1
    word = sentence.words[first]
    if first == last and word.upos in ("PRON", "DET", "PUNCT", "ADP"):
        return ""
    return text[word.start : sentence.words[last].end]


def _distinct(phrases: Sequence[str]) -> tuple[str, ...]:
    """Return phrases once each, a shorter one dropped where a longer one holds all of its words."""
    kept: list[str] = []
    for phrase in phrases:
        words = _content(phrase)
        if any(words <= _content(other) for other in kept):
            continue
        kept = [other for other in kept if not _content(other) <= words]
        kept.append(phrase)
    return tuple(kept)


def _content(phrase: str) -> set[str]:
    return {word.rstrip("s") for word in phrase.casefold().replace("-", " ").split() if word not in ("the", "a", "an", "of")}
