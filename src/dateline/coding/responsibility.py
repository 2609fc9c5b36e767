"""Find who claims or denies an event, and who is blamed for it by whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.language.document import Document, Sentence, Word
from dateline.model import Responsibility, Span, Stance, Statement

Describe = Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A responsibility where it stands, so that it can be given to the event it speaks of."""

    sentence: int
    word: int
    responsibility: Responsibility


def find_responsibility(document: Document, statements: Sequence[Statement], describe: Describe) -> list[Answer]:
    """Return the responsibilities of a document, in order; ``describe`` names the actor at a word."""
    answers: list[Answer] = []
    for sentence in document.sentences:
        for word in sentence.words:
            if word.upos in ("VERB", "NOUN", "ADJ"):
                answers.extend(_at_word(document, sentence, word, statements, describe))
    return answers


def _at_word(
    document: Document, sentence: Sentence, word: Word, statements: Sequence[Statement], describe: Describe
) -> list[Answer]:
    table = load_table("responsibility.toml")
    if word.lemma in table["claimed"]["verbs"] and _takes(sentence, word, table["claimed"]["nouns"]):
        return _by_subject(document, sentence, word, Stance.CLAIMED, describe)
    if word.lemma in table["denied"]["verbs"] and _takes(sentence, word, table["denied"]["nouns"]):
        return _by_subject(document, sentence, word, Stance.DENIED, describe)
    if word.lemma in table["blamed"]["object_is_blamed"] or word.lemma in table["blamed"]["after_preposition"]:
        return _blamed(document, sentence, word, describe)
    return []


def _takes(sentence: Sentence, verb: Word, nouns: Sequence[str]) -> bool:
    """Tell whether a verb's object or passive subject is one of ``nouns``."""
    return any(
        kid.lemma in nouns or any(k.lemma in nouns for k in sentence.kids(kid.index, "nmod", "conj"))
        for kid in sentence.kids(verb.index, "obj", "nsubj:pass", "obl", "xcomp", "ccomp")
    )


def _by_subject(document: Document, sentence: Sentence, verb: Word, stance: Stance, describe: Describe) -> list[Answer]:
    actors = _doers(sentence, verb)
    return [_answer(document, sentence, verb, name, stance, None) for name in _names(sentence, actors, describe)]


def _doers(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the heads of a verb's agent: its active subject, the "by" phrase, or that of the verb above."""
    agents = sentence.kids(verb.index, "obl:agent")
    subjects = [w for w in sentence.kids(verb.index, "nsubj") if w.deprel != "nsubj:pass"]
    passive = bool(sentence.kids(verb.index, "nsubj:pass"))
    if not agents and passive:
        agents = [w for w in sentence.kids(verb.index, "obl") if any(k.lower == "by" for k in sentence.kids(w.index, "case"))]
    found = agents or ([] if passive else subjects)
    if not found and not passive and verb.deprel.partition(":")[0] in ("conj", "xcomp", "advcl", "acl", "parataxis") and verb.head >= 0:
        above = sentence.words[verb.head]
        if verb.deprel.startswith("acl") and above.upos in ("NOUN", "PROPN"):
            return [above]
        if above.upos == "VERB":
            return _doers(sentence, above)
    return [w for head in found for w in (head, *sentence.kids(head.index, "conj"))]


def _names(sentence: Sentence, words: Sequence[Word], describe: Describe) -> list[str]:
    negations = load_table("responsibility.toml")["blamed"]["negations"]
    names = []
    for word in words:
        if word.lower in negations or any(k.lower in negations for k in sentence.kids(word.index, "det")):
            continue
        name = describe(sentence.index, word.index)
        if name:
            names.append(name)
    return names


def _blamed(document: Document, sentence: Sentence, verb: Word, describe: Describe) -> list[Answer]:
    """Read "X blamed Y", "Y was blamed (by X)", "X blamed it on Y", "Y, accused of …"."""
    table = load_table("responsibility.toml")["blamed"]
    preposition = table["after_preposition"].get(verb.lemma)
    passive = bool(sentence.kids(verb.index, "nsubj:pass")) or verb.upos != "VERB"
    blamed = [
        w
        for w in sentence.kids(verb.index, "obl", "nmod")
        if preposition and any(k.lower == preposition for k in sentence.kids(w.index, "case"))
    ]
    if not blamed and verb.lemma in table["object_is_blamed"]:
        blamed = sentence.kids(verb.index, "nsubj:pass") if passive else sentence.kids(verb.index, "obj", "iobj")
        if verb.deprel == "acl" and verb.head >= 0 and not blamed:
            blamed, passive = [sentence.words[verb.head]], True
    if verb.upos == "NOUN" or (verb.lemma == "suspect" and not blamed):
        return []
    blamed = [w for head in blamed for w in (head, *sentence.kids(head.index, "conj"))]
    accusers = _names(sentence, _doers(sentence, verb)[:1], describe)
    by = accusers[0] if accusers else None
    return [_answer(document, sentence, verb, name, Stance.BLAMED, by) for name in _names(sentence, blamed, describe)]


def _answer(document: Document, sentence: Sentence, verb: Word, actor: str, stance: Stance, by: str | None) -> Answer:
    evidence = Span.of(document.text, verb.start, verb.end)
    return Answer(sentence.index, verb.index, Responsibility(actor, stance, by, evidence))
