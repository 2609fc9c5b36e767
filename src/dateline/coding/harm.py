"""Find the word that states the harm to the people counted, and which harm it is."""

from __future__ import annotations

from functools import cache

from dateline.codebook import load_table
from dateline.coding.counts import Count
from dateline.language.document import Sentence, Word
from dateline.model import Status

#: Relations of a harm word that hangs below the people or below their governor.
_BELOW = frozenset(
    [
        "amod",
        "acl",
        "xcomp",
        "advcl",
        "obl",
        "nmod",
        "conj",
        "ccomp",
        "appos",
        "obj",
        "parataxis",
        "nsubj",
        "compound",
        "dep",
    ]
)
#: How far up the tree, and how far to the right, the harm is looked for.
_CLIMB, _AHEAD = 5, 5
#: No word of harm stands farther than this from the people, in words.
_FAR = 18
_SKIPPED = frozenset(("AUX", "ADV", "PART"))


def predicate_of(sentence: Sentence, who: tuple[int, int], count: Count) -> int | None:
    """Return the word that states the harm: what governs the people, what stands beside them, else the nearest."""
    governing = _governing(sentence, sentence.words[who[1]], count)
    if governing is not None:
        return governing
    beside = _beside(sentence, who, count)
    if beside is not None:
        return beside
    found = _in_tree(sentence, who, count)
    return found if found is not None and _is_near(sentence, found, count.first, who[1]) else None


def _governing(sentence: Sentence, head: Word, count: Count) -> int | None:
    """Return the word of harm that has the people for its sufferers: "killed two hostages", "bodies of ten captives".

    Only what is done to people or left of them outweighs what is told beside: "four wounded men died".
    """
    if head.head < 0:
        return None
    above = sentence.words[head.head]
    is_deed = above.upos == "NOUN" and above.lemma in _plain_status()
    if head.deprel == "nmod" and (is_deed or is_remains(above)):
        return above.index if any(kid.lower == "of" for kid in sentence.kids(head.index, "case")) else None
    if above.upos != "VERB" or above.lemma not in _plain_status():
        return None
    if head.deprel == "obj":
        between = sentence.words[above.index : count.first]
        return above.index if between and all(word.upos not in ("CCONJ", "PUNCT") for word in between) else None
    befalls = head.deprel == "nsubj:pass" or (head.deprel == "nsubj" and _dies(sentence, above))
    return above.index if befalls and head.index < above.index else None


def _dies(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the subject of a word of harm suffers it, as one who dies."""
    return verb.lemma in load_table("harm.toml")["dying"]["lemmas"] and not sentence.kids(verb.index, "obj")


def is_remains(word: Word) -> bool:
    """Tell whether a word is what is left of the dead: "bodies"."""
    return word.upos == "NOUN" and word.lower in load_table("harm.toml")["remains"]["forms"]


def _is_near(sentence: Sentence, predicate: int, first: int, last: int) -> bool:
    """Tell whether a word of harm stands close enough to state it of these people: in their clause, not far off."""
    low, high = min(predicate, first), max(predicate, last)
    return high - low <= _FAR and not any(word.text == ";" for word in sentence.words[low:high])


def _in_tree(sentence: Sentence, who: tuple[int, int], count: Count) -> int | None:
    """Return the nearest word of harm in the tree, one that says its harm alone before one that does not."""
    inside = range(count.first, who[1] + 1)
    head = who[1]
    while sentence.words[head].head in inside:
        head = sentence.words[head].head
    weak: int | None = None
    for index in [head, *(word.index for word in sentence.ancestors(head))][:_CLIMB]:
        if index not in inside and status_word(sentence, index):
            return index
        kids = [kid for kid in _harm_kids(sentence, index) if kid not in inside]
        plain = [kid for kid in kids if status_word(sentence, kid)]
        if plain:
            return min(plain, key=lambda kid: abs(kid - who[1]))
        if weak is None:
            is_weak = index not in inside and sentence.words[index].lemma in _predicates()
            weak = index if is_weak else next(iter(kids), None)
        if weak is not None and sentence.words[index].upos == "VERB":
            break
    return weak


def _beside(sentence: Sentence, who: tuple[int, int], count: Count) -> int | None:
    """Return a word of harm that stands right beside the people: "12 [were] killed", "killing six", "six dead"."""
    words = sentence.words
    for index in range(who[0], who[1] + 1):
        if (status_word(sentence, index) or is_remains(words[index])) and index != count.anchor:
            return index
    for word in words[who[1] + 1 : who[1] + 1 + _AHEAD]:
        if word.upos not in _SKIPPED:
            if status_word(sentence, word.index) and word.upos in ("VERB", "ADJ", "NOUN"):
                return word.index
            break
    before = count.first - 1
    if before >= 0 and words[before].upos == "VERB" and status_word(sentence, before):
        return before
    return _put_at(sentence, count) if who[1] == count.anchor else None


def _put_at(sentence: Sentence, count: Count) -> int | None:
    """Return the harm whose toll a bare number is: "put the number of wounded at 19", "the dead number 40"."""
    joints = load_table("harm.toml")["toll"]["joints"]
    words = sentence.words
    if count.first == 0 or words[count.first - 1].lower not in joints:
        return None
    reach = range(count.first - 1, max(-1, count.first - 12), -1)
    return next((index for index in reach if status_word(sentence, index)), None)


def _harm_kids(sentence: Sentence, index: int) -> list[int]:
    """Return the words of harm that hang below a word."""
    return [
        kid
        for kid in sentence.children[index]
        if (sentence.words[kid].lemma in _predicates() or status_word(sentence, kid))
        and sentence.words[kid].deprel.partition(":")[0] in _BELOW
    ]


def status_word(sentence: Sentence, index: int) -> Status | None:
    """Return the harm that a word states alone: "died", "wounded", "lost their lives"."""
    word = sentence.words[index]
    if _is_outcome(sentence, word):
        return Status.KILLED
    plain = _plain_status().get(word.lemma)
    if plain is None and word.lemma in load_table("harm.toml")["life"]["verbs"]:
        objects = load_table("harm.toml")["life"]["objects"]
        if any(kid.lemma in objects for kid in sentence.kids(index, "obj", "nsubj:pass")):
            return Status.KILLED
    return plain


def _is_outcome(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the words beside a verb say that it killed: "shot dead", "beaten to death", "gunned down"."""
    table = load_table("harm.toml")["outcome"]
    if verb.upos != "VERB" or verb.lemma not in table["verbs"]:
        return False
    beside = sentence.words[max(0, verb.index - 1) : verb.index] + sentence.words[verb.index + 1 : verb.index + 3]
    kids = [
        kid for kid in sentence.kids(verb.index, "xcomp", "advmod", "obj", "obl", "advcl", "amod") if kid not in beside
    ]
    if any(word.lower in table["words"] for word in beside[-2:] + kids):
        return True
    if verb.lemma in table["down"] and any(word.lower == "down" for word in beside):
        return True
    return any(
        word.lower == table["to"] and sentence.words[word.index - 1].lower == "to"
        for word in (*beside, *kids)
        if word.index
    )


def status_of(sentence: Sentence, anchor: int, predicate: int | None) -> Status:
    """Return what befell the people: what the predicate says alone, else the model's label."""
    if predicate is not None:
        plain = Status.KILLED if is_remains(sentence.words[predicate]) else status_word(sentence, predicate)
        if plain:
            return plain
        if _is_only_hit(sentence, predicate):
            return Status.INJURED
    labels, row = sentence.labels["harm"], sentence.odds["harm"][anchor]
    best = max((i for i in range(len(labels)) if labels[i] != "O"), key=lambda i: float(row[i]))
    return Status(labels[best])


def _is_only_hit(sentence: Sentence, predicate: int) -> bool:
    """Tell whether people are said to be shot or struck, in a sentence that tells of no death."""
    if sentence.words[predicate].lemma not in load_table("harm.toml")["hit"]["lemmas"]:
        return False
    return not any(status_word(sentence, word.index) is Status.KILLED for word in sentence.words)


def is_denied(sentence: Sentence, predicate: int) -> bool:
    """Tell whether the harm is denied or only possible: "was not hurt", "could have killed dozens"."""
    unreal = load_table("harm.toml")["unreal"]["words"]
    return any(kid.lower in unreal for kid in sentence.kids(predicate, "advmod", "aux", "det"))


def is_spared(sentence: Sentence, who: tuple[int, int], predicate: int | None) -> bool:
    """Tell whether the people are only said to have been rescued, freed or to have escaped."""
    if predicate is not None and status_word(sentence, predicate):
        return False
    spared = load_table("harm.toml")["spared"]["lemmas"]
    head = sentence.words[who[1]]
    return head.head >= 0 and sentence.words[head.head].lemma in spared


@cache
def _plain_status() -> dict[str, Status]:
    table = load_table("harm.toml")["status"]
    return {lemma: Status(name) for name, lemmas in table.items() for lemma in lemmas}


@cache
def _predicates() -> frozenset[str]:
    return frozenset(load_table("harm.toml")["predicates"]["lemmas"])


def harm_odds(sentence: Sentence, index: int) -> float:
    """Return the model's odds that the people counted at a word were harmed."""
    return 1.0 - float(sentence.odds["harm"][index][list(sentence.labels["harm"]).index("O")])


def evidence_of(sentence: Sentence, first: int, last: int, predicate: Word) -> tuple[int, int]:
    """Widen a figure to the words that state the harm: the predicate with its auxiliaries."""
    parts = [predicate.index, *(w.index for w in sentence.kids(predicate.index, "aux", "cop", "compound", "xcomp"))]
    parts = [index for index in parts if abs(index - predicate.index) <= 4]
    return min(first, *parts), max(last, *parts)
