"""Find who claims or denies an event, and who is blamed for it by whom.

Three ways to say it are read: by verb ("claimed responsibility", "blamed the rebels"), by noun and
adjective ("the work of", "was responsible", "was behind"), and by plain telling: a speaker who says
that a named actor did it blames that actor, a speaker who says so of itself claims it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.codebook import load_table
from dateline.coding.answerable import Answerable, Describe
from dateline.coding.blame import abetted, accuser, agents_of, blame_of, case_of, takes
from dateline.coding.deeds import by_word, is_passive
from dateline.coding.events import Trigger
from dateline.coding.telling import Told, is_own, owned_up, told
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention, Responsibility, Span, Stance, Statement


@dataclass(frozen=True, slots=True)
class Answer:
    """A responsibility where it stands, so that it can be given to the event it speaks of."""

    sentence: int
    word: int
    responsibility: Responsibility
    rule: str = "responsibility_told"


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
    plain += [_answer(report, s, w, one) for s in document.sentences for w in s.words for one in owned_up(report, s, w)]
    return _distinct(found, plain)


def _distinct(found: Sequence[Answer], plain: Sequence[Answer]) -> list[Answer]:
    """Keep each actor's stance once, blame once an accuser; plain telling counts only for actors else unspoken of."""
    kept: dict[tuple[str, Stance, str | None], Answer] = {}
    for answer in found:
        said = answer.responsibility
        if said.by or not any(key[:2] == (said.actor, said.stance) for key in kept):
            kept.setdefault((said.actor, said.stance, said.by), answer)
    spoken = {actor for actor, *_ in kept}
    for answer in plain:
        said = answer.responsibility
        if said.actor not in spoken:
            kept.setdefault((said.actor, said.stance, None), answer)
    return sorted(kept.values(), key=lambda a: (a.sentence, a.word))


def _answer(report: Answerable, sentence: Sentence, word: Word, said: Told) -> Answer:
    evidence = Span.of(report.document.text, word.start, word.end)
    return Answer(sentence.index, word.index, Responsibility(said.actor, said.stance, said.by, evidence))


def _at_word(report: Answerable, sentence: Sentence, word: Word) -> Iterator[Answer]:
    """Read what one word says of responsibility."""
    for said in _said(report, sentence, word):
        kind = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun"}.get(word.upos, "other")
        yield replace(_answer(report, sentence, word, said), rule=f"responsibility_{kind}")


def _said(report: Answerable, sentence: Sentence, word: Word) -> Iterator[Told]:
    table = load_table("responsibility.toml")
    claimed, denied, blamed = table["claimed"], table["denied"], table["blamed"]
    if word.upos == "VERB" and not _is_habit(sentence, word) and not _is_idle(sentence, word):
        if (word.lemma in claimed["verbs"] and takes(sentence, word, claimed["nouns"])) or (
            word.lemma in claimed["event_verbs"] and takes(sentence, word, claimed["event_nouns"])
        ):
            yield from _by_subject(report, sentence, word, Stance.CLAIMED)
        elif word.lemma in denied["verbs"] and takes(sentence, word, denied["nouns"]):
            yield from _by_subject(report, sentence, word, Stance.DENIED)
        elif word.lemma in blamed["verbs"] or word.lemma in blamed["prepositions"]:
            yield from blame_of(report, sentence, word)
        elif word.lemma in blamed["abetting"]:
            yield from abetted(report, sentence, word)
    elif word.upos in ("NOUN", "PRON") and _is_disowned(sentence, word):
        yield from _by_subject(report, sentence, sentence.words[word.head], Stance.DENIED)
    elif word.lemma in claimed["claims"] and word.upos == "NOUN":
        yield from _claimants(report, sentence, word)
    elif (word.lemma in blamed["deeds"] and word.upos == "NOUN") or _is_owned_up(sentence, word):
        yield from _answering(report, sentence, word, _owners(sentence, word))
    elif word.lemma in blamed["suspects"] and sentence.kids(word.index, "cop"):
        yield from _answering(report, sentence, word, sentence.kids(word.index, "nsubj"))
        if word.lemma != "suspect":
            return
    elif word.upos in ("NOUN", "PROPN") and _is_equated(sentence, word):
        yield from _answering(report, sentence, word, [word])
    elif word.lower == "responsible" or (word.lower == "behind" and sentence.kids(word.index, "nsubj")):
        yield from _responsible(report, sentence, word)


def _claimants(report: Answerable, sentence: Sentence, claim: Word) -> Iterator[Told]:
    """Read "a claim of responsibility by X", "by the group's own claim"; a bare possessive is no claim of a deed."""
    if sentence.kids(claim.index, "det") and sentence.kids(claim.index, "det")[0].lower in ("no", "any"):
        return
    for word in sentence.kids(claim.index, "nmod"):
        is_own = word.deprel == "nmod:poss" and any(k.lower == "own" for k in sentence.kids(claim.index, "amod"))
        actor = report.actor(sentence, word) if is_own or case_of(sentence, word) in ("by", "from") else None
        if actor is not None:
            yield Told(actor.name, Stance.CLAIMED)


def _is_disowned(sentence: Sentence, word: Word) -> bool:
    """Tell whether one is said to have "nothing to do with it" or "no part in it"."""
    if word.head < 0 or word.deprel != "obj" or sentence.words[word.head].lemma != "have":
        return False
    disowned = load_table("responsibility.toml")["disowned"]
    after = {w.lower for w in sentence.words[word.index + 1 : word.index + 4]}
    if word.lower in disowned["nothing"]:
        return {"to", "do", "with"} <= after
    return (
        word.lemma in disowned["nouns"]
        and "in" in after
        and any(k.lower == "no" for k in sentence.kids(word.index, "det"))
    )


def _is_habit(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb, or the verb that it hangs on, speaks of other times or is denied: "usually blamed"."""
    habits = load_table("responsibility.toml")["blamed"]["habits"]
    above = [w for w in sentence.ancestors(verb.index) if verb.deprel in ("xcomp", "advcl", "acl")][:2]
    return any(kid.lower in habits for w in (verb, *above) for kid in sentence.kids(w.index, "advmod"))


def _is_idle(sentence: Sentence, verb: Word) -> bool:
    """Tell whether "belong" says only what someone is, not who is thought to have done it."""
    blamed = load_table("responsibility.toml")["blamed"]
    if verb.lemma not in blamed["only_thought"]:
        return False
    return verb.head < 0 or sentence.words[verb.head].lemma not in blamed["thinking"]


def _is_owned_up(sentence: Sentence, word: Word) -> bool:
    """Tell whether "own" is all that is said of a deed: "acknowledged that the strike was its own"."""
    return word.lower == "own" and bool(sentence.kids(word.index, "cop"))


def _is_equated(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun is what the attackers are said to be: "the attackers were Murle"."""
    suspects = load_table("responsibility.toml")["blamed"]["suspects"]
    return bool(sentence.kids(word.index, "cop")) and any(
        kid.lemma in suspects for kid in sentence.kids(word.index, "nsubj")
    )


def _by_subject(report: Answerable, sentence: Sentence, verb: Word, stance: Stance) -> Iterator[Told]:
    """Read a claim or denial by the verb's own agent; an agent who is no actor speaks for one."""
    for doer in agents_of(sentence, verb):
        name = report.name(sentence, doer)
        speaks_for = report.party(name or doer.text) if report.actor(sentence, doer) is None else None
        if speaks_for is not None or name is not None:
            yield Told(speaks_for.name if speaks_for else name or "", stance)


def _owners(sentence: Sentence, deed: Word) -> list[Word]:
    """Return whose work a deed is: "the work of X", "X's doing", "its own"."""
    owners = [w for w in sentence.kids(deed.index, "nmod") if w.deprel == "nmod:poss" or case_of(sentence, w) == "of"]
    return [w for head in owners for w in (head, *sentence.kids(head.index, "conj"))]


def _answering(report: Answerable, sentence: Sentence, word: Word, doers: Sequence[Word]) -> Iterator[Told]:
    """Yield blame of the doers by the speaker, or a claim where the speaker means itself."""
    voice = report.voice(sentence, word)
    denies = any(kid.lower in ("not", "n't", "never") for kid in sentence.kids(word.index, "advmod"))
    for doer in doers:
        if voice.party is not None and is_own(sentence, doer, report.actor(sentence, doer), voice.party):
            yield Told(voice.party.name, Stance.DENIED if denies else Stance.CLAIMED)
        elif not denies and (name := report.name(sentence, doer)) is not None and not _is_anybody(doer, name):
            yield Told(name, Stance.BLAMED, voice.speaker)


def _is_anybody(doer: Word, name: str) -> bool:
    """Tell whether blame names nobody in particular: "the work of a suicide bomber"."""
    return doer.upos == "NOUN" and doer.lemma == doer.lower and name == name.lower()


def _responsible(report: Answerable, sentence: Sentence, word: Word) -> Iterator[Told]:
    """Read "said it was responsible", "X was behind the attack", "held X responsible"."""
    before = sentence.words[max(0, word.index - _HOLD_REACH) : word.index]
    holds = next((w for w in before if w.lemma == "hold" and w.upos == "VERB"), None)
    if holds is None:
        yield from _answering(report, sentence, word, sentence.kids(word.index, "nsubj"))
    elif not _is_habit(sentence, holds):
        held = is_passive(sentence, holds)
        between = sentence.words[holds.index + 1 : word.index]
        blamed = (
            sentence.kids(holds.index, "nsubj:pass") if held else [w for w in between if report.name(sentence, w)][:1]
        )
        by = accuser(report, sentence, holds, agents_of(sentence, holds))
        for doer in blamed:
            if (name := report.name(sentence, doer)) is not None:
                yield Told(name, Stance.BLAMED, by)


#: How many words before "responsible" the verb of "held X responsible" may stand.
_HOLD_REACH = 15
