"""Read blame by verb: "X blamed Y", "Y was accused", "attributed to Y", "sponsored by Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook import load_table
from dateline.coding.answerable import Answerable
from dateline.coding.deeds import doers, is_passive
from dateline.coding.telling import Told
from dateline.language.document import Sentence, Word
from dateline.model import SourceKind, Stance


def blame_of(report: Answerable, sentence: Sentence, verb: Word) -> Iterator[Told]:
    """Read "X blamed Y", "Y was blamed (by X)", "X blamed it on Y", "Y, accused of …", "attributed to Y"."""
    blamed = _blamed_words(report, sentence, verb)
    if any(word.lower in ("other", "another") for word in blamed):
        yield from _one_another(report, sentence, verb)
        return
    agents = [w for w in agents_of(sentence, verb) if w not in blamed]
    by = accuser(report, sentence, verb, agents)
    own = {report.name(sentence, w) for w in agents}
    for head in blamed:
        for word in (head, *sentence.kids(head.index, "conj")):
            name = report.name(sentence, word)
            if name is not None and name not in own:
                yield Told(name, Stance.BLAMED, by)


def _one_another(report: Answerable, sentence: Sentence, verb: Word) -> Iterator[Told]:
    """Read "X and Y accused each other": each of two blames the other."""
    names = dict.fromkeys(name for w in agents_of(sentence, verb) if (name := report.name(sentence, w)) is not None)
    for accuser_name in names:
        yield from (Told(name, Stance.BLAMED, accuser_name) for name in names if name != accuser_name)


def abetted(report: Answerable, sentence: Sentence, verb: Word) -> Iterator[Told]:
    """Read "attackers sponsored by X, the minister said": an official who says who is behind it."""
    voice = report.voice(sentence, verb)
    if voice.speaker is None or voice.kind not in (SourceKind.GOVERNMENT, SourceKind.STATE_SECURITY):
        return
    helpers = [*(sentence.words[i] for i in doers(sentence, verb.index)), *sentence.kids(verb.index, "compound")]
    for word in helpers:
        name = report.name(sentence, word)
        if name is not None and (voice.party is None or voice.party.name != name):
            yield Told(name, Stance.BLAMED, voice.speaker)


def _blamed_words(report: Answerable, sentence: Sentence, verb: Word) -> list[Word]:
    table = load_table("responsibility.toml")["blamed"]
    prepositions = table["prepositions"].get(verb.lemma, ())
    if prepositions and (verb.lemma not in table["need_object"] or takes(sentence, verb, table["objects"])):
        after = sentence.words[verb.index + 1 :]
        found = [w for w in after if case_of(sentence, w) in prepositions and report.name(sentence, w)]
        if found:
            return found[:1]
    if verb.lemma not in table["verbs"]:
        return []
    if not is_passive(sentence, verb):
        return objects_of(sentence, verb) if verb.lemma not in table["only_passive"] else []
    if verb.deprel == "amod" or (verb.lemma in table["half_said"] and verb.deprel.startswith("acl")):
        return []
    above = [sentence.words[verb.head]] if verb.deprel.startswith("acl") and verb.head >= 0 else []
    return sentence.kids(verb.index, "nsubj:pass") or above


def objects_of(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the object of a verb, or the subject of its complement ("accusing India of backing …")."""
    clauses = sentence.kids(verb.index, "xcomp", "ccomp", "advcl")
    return sentence.kids(verb.index, "obj", "iobj") or [w for k in clauses for w in sentence.kids(k.index, "nsubj")][:1]


def accuser(report: Answerable, sentence: Sentence, word: Word, agents: Sequence[Word]) -> str | None:
    """Return who blames: the agent as the report words it, else the speaker of the statement."""
    for agent in agents:
        said = report.describe(sentence.index, agent.index) if agent.upos != "PRON" else ""
        if said:
            return said
    return report.voice(sentence, word).speaker


def agents_of(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the heads of a verb's agent: its active subject, the "by" phrase, or that of the verb above."""
    found = [w for w in sentence.kids(verb.index, "obl") if w.deprel == "obl:agent" or case_of(sentence, w) == "by"]
    passive = is_passive(sentence, verb)
    if not found and not passive:
        found = [w for w in sentence.kids(verb.index, "nsubj") if w.deprel == "nsubj"]
    if not found and not passive and verb.head >= 0:
        above = sentence.words[verb.head]
        if above.upos in ("ADJ", "NUM"):
            return sentence.kids(above.index, "nsubj")
        if verb.deprel.startswith("acl") and above.upos in ("NOUN", "PROPN"):
            return [above]
        if verb.deprel.partition(":")[0] in ("conj", "xcomp", "advcl", "parataxis") and above.upos == "VERB":
            return agents_of(sentence, above)
    return [w for head in found for w in (head, *sentence.kids(head.index, "conj"))]


def case_of(sentence: Sentence, word: Word) -> str:
    return next((kid.lower for kid in sentence.kids(word.index, "case")), "")


def takes(sentence: Sentence, verb: Word, nouns: Sequence[str]) -> bool:
    """Tell whether a verb's object, complement or passive subject is one of ``nouns``."""
    taken = sentence.kids(verb.index, "obj", "nsubj:pass", "xcomp", "ccomp")
    if verb.deprel == "acl" and verb.head >= 0 and is_passive(sentence, verb):
        taken = [*taken, sentence.words[verb.head]]
    return any(kid.lemma in nouns or kid.lower in nouns for kid in taken)
