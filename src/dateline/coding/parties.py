"""Name the parties of an event: who did it, who or what was hit, with which weapons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.events import Trigger
from dateline.coding.statements import Run, head_of, tag_runs
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention

#: Parts of speech that a target's or weapon's phrase never begins with.
_LEADING = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PRON", "NUM", "AUX"})

Describe = Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the model and the syntax say for an actor being the perpetrator; see ``parties.toml``."""

    agent: float
    patient: float
    speaker: float
    enough: float


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one event, as names or the report's own phrases, each once."""

    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()


def code_parties(
    document: Document, groups: Sequence[Sequence[Trigger]], actors: Sequence[ActorMention], describe: Describe
) -> list[Parties]:
    """Return the parties of each group of triggers.

    A party belongs to the event whose trigger is nearest in its sentence. Perpetrators are actors that
    the syntax makes the doer of a trigger or that the model tags so; ``describe`` gives the name of the
    actor whose noun phrase is headed at a sentence's word.
    """
    found: list[dict[str, list[str]]] = [{"PERP": [], "TARGET": [], "WEAPON": []} for _ in groups]
    for sentence in document.sentences:
        here = [(g, t.word) for g, group in enumerate(groups) for t in group if t.sentence == sentence.index]
        if not here:
            continue
        for head in _perpetrators(sentence, [word for _, word in here], actors):
            owner = min(here, key=lambda pair: _steps(sentence, head, pair[1]))[0]
            found[owner]["PERP"].append(describe(sentence.index, head))
        tags = sentence.tags("party")
        for kind in ("TARGET", "WEAPON"):
            for run in tag_runs(tags, kind):
                owner = min(here, key=lambda pair: _steps(sentence, head_of(sentence, run), pair[1]))[0]
                found[owner][kind].append(_phrase(document.text, sentence, run))
    return [Parties(_distinct(f["PERP"]), _distinct(f["TARGET"]), _distinct(f["WEAPON"])) for f in found]


def _perpetrators(sentence: Sentence, triggers: Sequence[int], actors: Sequence[ActorMention]) -> list[int]:
    """Return the head words of the actors that do what the triggers denote."""
    weights = Weights(**load_table("parties.toml")["perpetrator"])
    odds = _odds_of(sentence, "PERP")
    heads = {_head_within(sentence, actor) for actor in actors if sentence.start <= actor.span.start < sentence.end}
    heads |= {head_of(sentence, run) for run in tag_runs(sentence.tags("party"), "PERP")}
    chosen = []
    for head in sorted(heads):
        word = sentence.words[head]
        score = odds[head]
        score += weights.agent * any(is_agent(sentence, word, trigger) for trigger in triggers)
        score -= weights.patient * any(_is_patient(sentence, word, trigger) for trigger in triggers)
        score -= weights.speaker * _is_speaker(sentence, word)
        if score >= weights.enough:
            chosen.append(head)
    return chosen


def _odds_of(sentence: Sentence, kind: str) -> Mapping[int, float]:
    """Return, for each word, the model's odds that it belongs to a party of one kind."""
    if "party" not in sentence.odds:
        return dict.fromkeys(range(len(sentence.words)), 0.0)
    labels = list(sentence.labels["party"])
    both = sentence.odds["party"][:, [labels.index(f"B-{kind}"), labels.index(f"I-{kind}")]].sum(axis=1)
    return dict(enumerate(both.tolist()))


def _head_within(sentence: Sentence, actor: ActorMention) -> int:
    """Return the head word of an actor's noun phrase: the word of its span that depends on none inside it."""
    inside = [w.index for w in sentence.words if actor.span.start <= w.start and w.end <= actor.span.end]
    return head_of(sentence, (inside[0], inside[-1])) if inside else 0


def is_agent(sentence: Sentence, actor: Word, trigger: int) -> bool:
    """Tell whether an actor does what a trigger denotes, by the syntax.

    The subject of an active trigger ("gunmen killed"), its "by" phrase, the owner of a noun ("a Taliban
    attack", "the army's raid"), or the subject of the verb that carries the noun ("rebels launched an attack").
    """
    word = sentence.words[trigger]
    relation = actor.deprel.partition(":")[0]
    if actor.deprel == "conj" and actor.head >= 0:
        return is_agent(sentence, sentence.words[actor.head], trigger)
    if actor.head == trigger:
        if actor.deprel == "obl:agent" or _has_case(sentence, actor, "by"):
            return True
        if word.upos == "NOUN":
            return relation in ("compound", "amod") or actor.deprel == "nmod:poss"
        return actor.deprel == "nsubj" and word.lemma not in load_table("parties.toml")["suffering"]["verbs"]
    above = sentence.words[word.head] if word.head >= 0 else None
    if above is None or actor.head != above.index or actor.deprel != "nsubj":
        return False
    if word.upos == "NOUN":
        return word.deprel in ("obj", "obl") and above.lemma in load_table("parties.toml")["carrying"]["verbs"]
    return word.deprel in ("conj", "xcomp", "advcl") and not sentence.kids(trigger, "nsubj", "aux:pass")


def _is_patient(sentence: Sentence, actor: Word, trigger: int) -> bool:
    """Tell whether an actor suffers what a trigger denotes: its object or passive subject."""
    if actor.head != trigger:
        return False
    suffers = sentence.words[trigger].lemma in load_table("parties.toml")["suffering"]["verbs"]
    return actor.deprel in ("obj", "nsubj:pass") or (suffers and actor.deprel == "nsubj")


def _is_speaker(sentence: Sentence, actor: Word) -> bool:
    return sentence.tags("speech")[actor.index].endswith("SOURCE")


def _has_case(sentence: Sentence, word: Word, preposition: str) -> bool:
    return any(kid.lower == preposition for kid in sentence.kids(word.index, "case"))


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
