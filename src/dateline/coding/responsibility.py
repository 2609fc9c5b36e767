"""Find who claims or denies an event, and who is blamed for it by whom.

Three ways to say it are read: by verb ("claimed responsibility", "blamed the rebels"), by noun and
adjective ("the work of", "was responsible", "was behind"), and by plain telling: a speaker who says
that a named actor did it blames that actor, a speaker who says so of itself claims it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.events import Trigger
from dateline.coding.parties import is_agent
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention, Responsibility, SourceKind, Span, Stance, Statement

Describe = Callable[[int, int], str]

_SELF = frozenset(("it", "they", "we", "i"))


@dataclass(frozen=True, slots=True)
class Answer:
    """A responsibility where it stands, so that it can be given to the event it speaks of."""

    sentence: int
    word: int
    responsibility: Responsibility


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the rules look at: the report, who speaks where, and how actors are called."""

    document: Document
    statements: Sequence[Statement]
    actors: Sequence[ActorMention]
    describe: Describe

    def speaker(self, offset: int) -> Statement | None:
        """Return the narrowest statement whose content holds an offset."""
        holding = [s for s in self.statements if s.content.start <= offset < s.content.end and s.speaker]
        return min(holding, key=lambda s: s.content.end - s.content.start, default=None)

    def names(self, sentence: Sentence, words: Sequence[Word]) -> list[str]:
        """Return the names of the actors headed at ``words``, those that are nobody left out."""
        table = load_table("responsibility.toml")
        names = []
        for word in words:
            denied = any(kid.lower in table["blamed"]["negations"] for kid in sentence.kids(word.index, "det"))
            if word.lower in table["blamed"]["negations"] or denied or word.lemma in table["nobody"]["words"]:
                continue
            name = self.describe(sentence.index, word.index)
            if name:
                names.append(name)
        return names

    def accuser(self, sentence: Sentence, verb: Word) -> str | None:
        """Return who blames by a verb: its doer, whom no list rules out, else who speaks there."""
        doers = [word for word in _doers(sentence, verb)[:1] if word.upos in ("NOUN", "PROPN")]
        if doers:
            return self.describe(sentence.index, doers[0].index) or None
        speaker = self.speaker(verb.start)
        return speaker.speaker if speaker else None

    def answer(self, sentence: Sentence, word: Word, actor: str, stance: Stance, by: str | None = None) -> Answer:
        evidence = Span.of(self.document.text, word.start, word.end)
        return Answer(sentence.index, word.index, Responsibility(actor, stance, by, evidence))


def find_responsibility(
    document: Document,
    statements: Sequence[Statement],
    triggers: Sequence[Trigger],
    actors: Sequence[ActorMention],
    describe: Describe,
) -> list[Answer]:
    """Return the responsibilities of a document, in order; ``describe`` names the actor at a word."""
    reader = _Reader(document, statements, actors, describe)
    answers: list[Answer] = []
    for sentence in document.sentences:
        for word in sentence.words:
            answers.extend(_at_word(reader, sentence, word))
    answers.extend(_told(reader, triggers))
    return sorted(answers, key=lambda a: (a.sentence, a.word))


def _at_word(reader: _Reader, sentence: Sentence, word: Word) -> Iterator[Answer]:
    table = load_table("responsibility.toml")
    claimed, denied, blamed = table["claimed"], table["denied"], table["blamed"]
    if word.upos == "VERB":
        if (word.lemma in claimed["verbs"] and _takes(sentence, word, claimed["nouns"])) or (
            word.lemma in claimed["event_verbs"] and _takes(sentence, word, claimed["event_nouns"])
        ):
            yield from _by_subject(reader, sentence, word, Stance.CLAIMED)
        elif word.lemma in denied["verbs"] and _takes(sentence, word, denied["nouns"]):
            yield from _by_subject(reader, sentence, word, Stance.DENIED)
        if word.lemma in blamed["verbs"] or word.lemma in blamed["prepositions"]:
            yield from _blamed(reader, sentence, word)
    elif word.lemma in blamed["deeds"] and word.upos == "NOUN":
        doers = [
            w for w in sentence.kids(word.index, "nmod") if any(k.lower == "of" for k in sentence.kids(w.index, "case"))
        ]
        yield from _blamed_by_speaker(reader, sentence, word, doers)
    elif word.lower == "responsible" or (word.lower == "behind" and sentence.kids(word.index, "nsubj")):
        yield from _responsible(reader, sentence, word)


def _takes(sentence: Sentence, verb: Word, nouns: Sequence[str]) -> bool:
    """Tell whether a verb's object, complement or passive subject is one of ``nouns``."""
    return any(
        kid.lemma in nouns or kid.lower in nouns
        for kid in sentence.kids(verb.index, "obj", "nsubj:pass", "xcomp", "ccomp")
    )


def _by_subject(reader: _Reader, sentence: Sentence, verb: Word, stance: Stance) -> Iterator[Answer]:
    doers = _doers(sentence, verb)
    if not doers or doers[0].lower in _SELF:
        speaker = reader.speaker(verb.start)
        if speaker and speaker.speaker and doers:
            yield reader.answer(sentence, verb, speaker.speaker, stance)
        return
    for name in reader.names(sentence, doers):
        yield reader.answer(sentence, verb, name, stance)


def _doers(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the heads of a verb's agent: its active subject, the "by" phrase, or that of the verb above."""
    agents = sentence.kids(verb.index, "obl:agent")
    subjects = [w for w in sentence.kids(verb.index, "nsubj") if w.deprel != "nsubj:pass"]
    is_passive = bool(sentence.kids(verb.index, "nsubj:pass", "aux:pass"))
    if not agents and is_passive:
        agents = [w for w in sentence.kids(verb.index, "obl") if _has_case(sentence, w, "by")]
    found = agents or ([] if is_passive else subjects)
    if not found and not is_passive and verb.head >= 0:
        above = sentence.words[verb.head]
        if verb.deprel.startswith("acl") and above.upos in ("NOUN", "PROPN"):
            return [above]
        if verb.deprel.partition(":")[0] in ("conj", "xcomp", "advcl", "parataxis") and above.upos == "VERB":
            return _doers(sentence, above)
    return [w for head in found for w in (head, *sentence.kids(head.index, "conj"))]


def _has_case(sentence: Sentence, word: Word, preposition: str) -> bool:
    return any(kid.lower == preposition for kid in sentence.kids(word.index, "case"))


def _blamed(reader: _Reader, sentence: Sentence, verb: Word) -> Iterator[Answer]:
    """Read "X blamed Y", "Y was blamed (by X)", "X blamed it on Y", "Y, accused of …", "attributed to Y"."""
    table = load_table("responsibility.toml")["blamed"]
    preposition = table["prepositions"].get(verb.lemma)
    is_passive = bool(sentence.kids(verb.index, "nsubj:pass", "aux:pass"))
    blamed: list[Word] = []
    if preposition and (verb.lemma not in table["need_object"] or _takes(sentence, verb, table["objects"])):
        kids = sentence.kids(verb.index, "obl", "nmod") + [
            w for o in sentence.kids(verb.index, "obj") for w in sentence.kids(o.index, "nmod")
        ]
        blamed = [w for w in kids if _has_case(sentence, w, preposition)]
    if not blamed and verb.lemma in table["verbs"] and (is_passive or verb.lemma not in table["only_passive"]):
        blamed = sentence.kids(verb.index, "nsubj:pass") if is_passive else _objects(sentence, verb)
        if not blamed and verb.deprel == "acl" and verb.head >= 0 and not verb.lower.endswith("ing"):
            blamed, is_passive = [sentence.words[verb.head]], True
    everyone = [w for head in blamed for w in (head, *sentence.kids(head.index, "conj"))]
    accuser = reader.accuser(sentence, verb)
    for name in reader.names(sentence, everyone):
        if name != accuser:
            yield reader.answer(sentence, verb, name, Stance.BLAMED, accuser)


def _objects(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the object of a verb, or the subject of its complement ("accusing India of backing …")."""
    found = sentence.kids(verb.index, "obj", "iobj")
    return (
        found
        or [
            w for kid in sentence.kids(verb.index, "xcomp", "ccomp", "advcl") for w in sentence.kids(kid.index, "nsubj")
        ][:1]
    )


def _responsible(reader: _Reader, sentence: Sentence, word: Word) -> Iterator[Answer]:
    """Read "said it was responsible", "X was behind the attack", "held X responsible"."""
    above = sentence.words[word.head] if word.head >= 0 else None
    if above is not None and above.lemma in ("hold", "consider") and word.deprel in ("xcomp", "obj", "amod"):
        accuser = reader.accuser(sentence, above)
        for name in reader.names(sentence, _objects(sentence, above)):
            yield reader.answer(sentence, word, name, Stance.BLAMED, accuser)
        return
    subjects = sentence.kids(word.index, "nsubj")
    is_denied = any(kid.lower in ("not", "n't") for kid in sentence.kids(word.index, "advmod"))
    if subjects and subjects[0].lower in _SELF and (speaker := reader.speaker(word.start)) and speaker.speaker:
        yield reader.answer(sentence, word, speaker.speaker, Stance.DENIED if is_denied else Stance.CLAIMED)
    elif not is_denied:
        yield from _blamed_by_speaker(reader, sentence, word, subjects)


def _blamed_by_speaker(reader: _Reader, sentence: Sentence, word: Word, doers: Sequence[Word]) -> Iterator[Answer]:
    speaker = reader.speaker(word.start)
    if speaker is None:
        return
    for name in reader.names(sentence, doers):
        yield reader.answer(sentence, word, name, Stance.BLAMED, speaker.speaker)


def _told(reader: _Reader, triggers: Sequence[Trigger]) -> Iterator[Answer]:
    """Read plain telling: who a speaker says did what a trigger denotes, itself or another."""
    for trigger in triggers:
        sentence = reader.document.sentences[trigger.sentence]
        word = sentence.words[trigger.word]
        speaker = reader.speaker(word.start)
        if speaker is None or speaker.speaker is None or word.upos != "VERB":
            continue
        agents = [
            w for w in sentence.words if w.upos in ("NOUN", "PROPN", "PRON") and is_agent(sentence, w, word.index)
        ]
        for agent in agents:
            actor = next((a for a in reader.actors if a.span.start <= agent.start < a.span.end), None)
            own = _names_self(speaker, agent, actor)
            if own and _is_party(reader, speaker):
                yield reader.answer(sentence, word, speaker.speaker, Stance.CLAIMED)
            elif actor and not own and _is_named(actor) and speaker.source_kind is not SourceKind.MEDIA:
                yield reader.answer(sentence, word, actor.name, Stance.BLAMED, speaker.speaker)


def _names_self(speaker: Statement, agent: Word, actor: ActorMention | None) -> bool:
    if agent.lower in _SELF:
        return True
    return actor is not None and actor.name.casefold() in (speaker.speaker or "").casefold()


def _is_party(reader: _Reader, speaker: Statement) -> bool:
    """Tell whether a speaker is a named armed actor (or its organ), so that its own deeds are claims."""
    named = (speaker.speaker or "").casefold()
    return any(_is_named(a) and a.span.quote.casefold() in named for a in reader.actors)


def _is_named(actor: ActorMention) -> bool:
    """Tell whether an actor has a proper name that is no state's: such an actor can be blamed or claim."""
    return actor.register_id is not None and actor.kind not in ("State Forces", "Civilians", "Protesters")
