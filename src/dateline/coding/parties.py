"""Name the parties of an event: who did it, who or what was hit, with which weapons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.perpetrators import Case, Inquiry, find_perpetrators
from dateline.coding.statements import Run, head_of, tag_runs
from dateline.language.document import Document, Sentence
from dateline.model import ActorMention

#: Parts of speech that a target's or weapon's phrase never begins with.
_LEADING = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PRON", "NUM", "AUX"})

Describe = Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one event, as names or the report's own phrases, each once."""

    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()


def code_parties(
    document: Document, cases: Sequence[Case], actors: Sequence[ActorMention], describe: Describe
) -> list[Parties]:
    """Return the parties of each event; ``describe`` names the actor headed at a sentence's word.

    A target or weapon belongs to the event whose trigger is nearest in its sentence.
    """
    inquiry = Inquiry.of(document, actors, describe)
    found: list[dict[str, list[str]]] = [{"TARGET": [], "WEAPON": []} for _ in cases]
    for sentence in document.sentences:
        here = [(c, t.word) for c, case in enumerate(cases) for t in case.triggers if t.sentence == sentence.index]
        if not here:
            continue
        tags = sentence.tags("party")
        for kind in ("TARGET", "WEAPON"):
            for run in tag_runs(tags, kind):
                owner = min(here, key=lambda pair: _steps(sentence, head_of(sentence, run), pair[1]))[0]
                found[owner][kind].append(_phrase(document.text, sentence, run))
    return [
        Parties(find_perpetrators(inquiry, case), _distinct(f["TARGET"]), _distinct(f["WEAPON"]))
        for case, f in zip(cases, found, strict=True)
    ]


def _steps(sentence: Sentence, head: int, word: int) -> int:
    """Steps in the tree between a phrase and a trigger, so that the phrase goes to its own verb."""
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
    if first == last and word.upos in ("PRON", "DET", "PUNCT", "ADP", "NUM"):
        return ""
    return text[word.start : sentence.words[last].end]


def _distinct(phrases: Sequence[str]) -> tuple[str, ...]:
    """Return phrases once each, a shorter one dropped where a longer one holds all of its words."""
    kept: list[str] = []
    for phrase in filter(None, phrases):
        words = _content(phrase)
        if any(words <= _content(other) for other in kept):
            continue
        kept = [other for other in kept if not _content(other) <= words]
        kept.append(phrase)
    return tuple(kept)


def _content(phrase: str) -> set[str]:
    small = load_table("parties.toml")["phrases"]["small_words"]
    return {word.rstrip("s") for word in phrase.casefold().replace("-", " ").split() if word not in small}
