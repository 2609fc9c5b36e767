"""Find who claims or denies an event, and who is blamed for it by whom.

Three ways to say it are read: by verb ("claimed responsibility", "blamed the rebels"), by noun and
adjective ("the work of", "was responsible", "was behind"), and by plain telling: a speaker who says
that a named actor did it blames that actor, a speaker who says so of itself claims it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.answerable import Answerable, Describe
from dateline.coding.deeds import by_word, is_passive
from dateline.coding.events import Trigger
from dateline.coding.telling import Told, told
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention, Responsibility, Span, Stance, Statement


@dataclass(frozen=True, slots=True)
class Answer:
    """A responsibility where it stands, so that it can be given to the event it speaks of."""

    sentence: int
    word: int
    responsibility: Responsibility


def find_responsibility(
    document: Document,
    statements: Sequence[Statement],
    triggers: Sequence[Trigger],
    actors: Sequence[ActorMention],
    describe: Describe,
) -> list[Answer]:
    """Return the responsibilities of a document, in order; ``describe`` names the actor at a word."""
    report = Answerable(document, statements, by_word(document, actors), describe)
    found = [a for s in document.sentences for w in s.words for a in _at_word(report, s, w)]
    plain = [
        _answer(report, document.sentences[t.sentence], document.sentences[t.sentence].words[t.word], one)
        for t in triggers
        for one in told(report, t)
    ]
    return _distinct(found, plain)


def _distinct(found: Sequence[Answer], plain: Sequence[Answer]) -> list[Answer]:
    """Keep each actor's stance once; plain telling counts only for actors of whom nothing else is said."""
    kept: dict[tuple[str, Stance], Answer] = {}
    for answer in found:
        kept.setdefault((answer.responsibility.actor, answer.responsibility.stance), answer)
    spoken = {actor for actor, _ in kept}
    for answer in plain:
        if answer.responsibility.actor not in spoken:
            kept.setdefault((answer.responsibility.actor, answer.responsibility.stance), answer)
    return sorted(kept.values(), key=lambda a: (a.sentence, a.word))


def _answer(report: Answerable, sentence: Sentence, word: Word, said: Told) -> Answer:
    evidence = Span.of(report.document.text, word.start, word.end)
    return Answer(sentence.index, word.index, Responsibility(said.actor, said.stance, said.by, evidence))


def _at_word(report: Answerable, sentence: Sentence, word: Word) -> Iterator[Answer]:
    """Read what one word says of responsibility."""
    for said in _said(report, sentence, word):
        yield _answer(report, sentence, word, said)


def _said(report: Answerable, sentence: Sentence, word: Word) -> Iterator[Told]:
    table = load_table("responsibility.toml")
    claimed, denied, blamed = table["claimed"], table["denied"], table["blamed"]
    if word.upos == "VERB" and not _is_habit(sentence, word):
        if (word.lemma in claimed["verbs"] and _takes(sentence, word, claimed["nouns"])) or (
            word.lemma in claimed["event_verbs"] and _takes(sentence, word, claimed["event_nouns"])
        ):
            yield from _by_subject(report, sentence, word, Stance.CLAIMED)
        elif word.lemma in denied["verbs"] and _takes(sentence, word, denied["nouns"]):
            yield from _by_subject(report, sentence, word, Stance.DENIED)
        elif word.lemma in blamed["verbs"] or word.lemma in blamed["prepositions"]:
            yield from _blamed(report, sentence, word)
    elif word.lemma in blamed["deeds"] and word.upos == "NOUN":
        yield from _answering(report, sentence, word, _owners(sentence, word))
    elif word.lemma in blamed["suspects"] and sentence.kids(word.index, "cop"):
        yield from _answering(report, sentence, word, sentence.kids(word.index, "nsubj"))
        if word.lemma != "suspect":
            return
    elif word.upos in ("NOUN", "PROPN") and _is_equated(sentence, word):
        yield from _answering(report, sentence, word, [word])
    elif word.lower == "responsible" or (word.lower == "behind" and sentence.kids(word.index, "nsubj")):
        yield from _responsible(report, sentence, word)


def _is_habit(sentence: Sentence, verb: Word) -> bool:
    habits = load_table("responsibility.toml")["blamed"]["habits"]
    return any(kid.lower in habits or kid.lower == "not" for kid in sentence.kids(verb.index, "advmod"))


def _is_equated(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun is what the attackers are said to be: "the attackers were Murle"."""
    suspects = load_table("responsibility.toml")["blamed"]["suspects"]
    return bool(sentence.kids(word.index, "cop")) and any(
        kid.lemma in suspects for kid in sentence.kids(word.index, "nsubj")
    )


def _takes(sentence: Sentence, verb: Word, nouns: Sequence[str]) -> bool:
    """Tell whether a verb's object, complement or passive subject is one of ``nouns``."""
    return any(
        kid.lemma in nouns or kid.lower in nouns
        for kid in sentence.kids(verb.index, "obj", "nsubj:pass", "xcomp", "ccomp")
    )


def _by_subject(report: Answerable, sentence: Sentence, verb: Word, stance: Stance) -> Iterator[Told]:
    """Read a claim or denial by the verb's own agent; an agent who is no actor speaks for one."""
    for doer in _agents(sentence, verb):
        name = report.name(sentence, doer)
        speaks_for = report.party(name or doer.text) if report.actor(sentence, doer) is None else None
        if speaks_for is not None or name is not None:
            yield Told(speaks_for.name if speaks_for else name or "", stance)


def _agents(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the heads of a verb's agent: its active subject, the "by" phrase, or that of the verb above."""
    found = [w for w in sentence.kids(verb.index, "obl") if w.deprel == "obl:agent" or _case(sentence, w) == "by"]
    passive = is_passive(sentence, verb)
    if not found and not passive:
        found = [w for w in sentence.kids(verb.index, "nsubj") if w.deprel == "nsubj"]
    if not found and not passive and verb.head >= 0:
        above = sentence.words[verb.head]
        if verb.deprel.startswith("acl") and above.upos in ("NOUN", "PROPN"):
            return [above]
        if verb.deprel.partition(":")[0] in ("conj", "xcomp", "advcl", "parataxis") and above.upos == "VERB":
            return _agents(sentence, above)
    return [w for head in found for w in (head, *sentence.kids(head.index, "conj"))]


def _case(sentence: Sentence, word: Word) -> str:
    return next((kid.lower for kid in sentence.kids(word.index, "case")), "")


def _blamed(report: Answerable, sentence: Sentence, verb: Word) -> Iterator[Told]:
    """Read "X blamed Y", "Y was blamed (by X)", "X blamed it on Y", "Y, accused of …", "attributed to Y"."""
    blamed = _blamed_words(sentence, verb)
    agents = [w for w in _agents(sentence, verb) if w not in blamed]
    by = _accuser(report, sentence, verb, agents)
    own = {report.name(sentence, w) for w in agents}
    for head in blamed:
        for word in (head, *sentence.kids(head.index, "conj")):
            name = report.name(sentence, word)
            if name is not None and name not in own:
                yield Told(name, Stance.BLAMED, by)


def _blamed_words(sentence: Sentence, verb: Word) -> list[Word]:
    table = load_table("responsibility.toml")["blamed"]
    preposition = table["prepositions"].get(verb.lemma)
    if preposition and (verb.lemma not in table["need_object"] or _takes(sentence, verb, table["objects"])):
        kids = [verb, *sentence.kids(verb.index, "obj", "nsubj:pass")]
        found = [w for k in kids for w in sentence.kids(k.index, "obl", "nmod") if _case(sentence, w) == preposition]
        if found:
            return found
    if verb.lemma not in table["verbs"]:
        return []
    if not is_passive(sentence, verb):
        return _objects(sentence, verb) if verb.lemma not in table["only_passive"] else []
    above = [sentence.words[verb.head]] if verb.deprel.startswith("acl") and verb.head >= 0 else []
    return sentence.kids(verb.index, "nsubj:pass") or above


def _objects(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the object of a verb, or the subject of its complement ("accusing India of backing …")."""
    clauses = sentence.kids(verb.index, "xcomp", "ccomp", "advcl")
    return sentence.kids(verb.index, "obj", "iobj") or [w for k in clauses for w in sentence.kids(k.index, "nsubj")][:1]


def _accuser(report: Answerable, sentence: Sentence, word: Word, agents: Sequence[Word]) -> str | None:
    """Return who blames: the agent as the report words it, else the speaker of the statement."""
    for agent in agents:
        said = report.describe(sentence.index, agent.index) if agent.upos != "PRON" else ""
        if said:
            return said
    speaker = report.speaker(word.start)
    return speaker.speaker if speaker else None


def _owners(sentence: Sentence, deed: Word) -> list[Word]:
    """Return whose work a deed is: "the work of X", "X's doing", "its own"."""
    owners = [w for w in sentence.kids(deed.index, "nmod") if w.deprel == "nmod:poss" or _case(sentence, w) == "of"]
    return [w for head in owners for w in (head, *sentence.kids(head.index, "conj"))]


def _answering(report: Answerable, sentence: Sentence, word: Word, doers: Sequence[Word]) -> Iterator[Told]:
    """Yield blame of the doers by the speaker, or a claim where the speaker means itself."""
    speaker = report.speaker(word.start)
    own = report.party(speaker.speaker) if speaker else None
    denies = any(kid.lower in ("not", "n't") for kid in sentence.kids(word.index, "advmod"))
    for doer in doers:
        name = report.name(sentence, doer)
        if name is None:
            continue
        if own is not None and own.name == name:
            yield Told(name, Stance.DENIED if denies else Stance.CLAIMED)
        elif not denies:
            yield Told(name, Stance.BLAMED, speaker.speaker if speaker else None)


def _responsible(report: Answerable, sentence: Sentence, word: Word) -> Iterator[Told]:
    """Read "said it was responsible", "X was behind the attack", "held X responsible"."""
    above = sentence.words[word.head] if word.head >= 0 else None
    if above is None or above.lemma not in ("hold", "consider") or word.deprel not in ("xcomp", "obj", "amod"):
        yield from _answering(report, sentence, word, sentence.kids(word.index, "nsubj"))
        return
    if _is_habit(sentence, above):
        return
    is_held = is_passive(sentence, above)
    blamed = sentence.kids(above.index, "nsubj:pass") if is_held else _objects(sentence, above)
    by = _accuser(report, sentence, above, _agents(sentence, above))
    for doer in blamed:
        if (name := report.name(sentence, doer)) is not None:
            yield Told(name, Stance.BLAMED, by)
