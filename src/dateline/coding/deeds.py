"""Say by the syntax alone who does and who suffers what a word denotes, whether it is a verb or a noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.codebook import load_table
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "X"))
_LINKED = frozenset(("conj", "xcomp", "advcl", "parataxis", "ccomp"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
#: How many words after "fighting" the two sides may stand: "between X and Y".
_NEAR = 15
#: How many links of verbs, nouns of attack and means are followed: "troops launched an attack, killing …".
_DEEPEST = 5


def doers(sentence: Sentence, index: int) -> list[int]:
    """Return the heads of those who do what a word denotes, in the order of the text.

    The subject of an active verb, its "by" phrase, the owner of a noun ("a Taliban attack"), the subject
    of the verb that carries it ("rebels launched an attack"), the owner of the means ("Russian missiles hit").
    """
    found: dict[int, None] = {}
    _follow(sentence, index, found, set(), _DEEPEST)
    return sorted(found)


def sufferers(sentence: Sentence, index: int) -> list[int]:
    """Return the heads of those who suffer what a word denotes: "killed ten soldiers", "an attack on a market"."""
    word, table = sentence.words[index], load_table("parties.toml")
    found: list[Word] = sentence.kids(index, "nsubj:pass")
    if word.upos == "VERB":
        if not is_passive(sentence, word):
            found += sentence.kids(index, "obj")
        if word.lemma in table["suffering"]["verbs"]:
            found += sentence.kids(index, "nsubj")
        if word.deprel == "acl" and word.head >= 0 and not word.lower.endswith("ing"):
            found.append(sentence.words[word.head])
        if word.lower in table["suffering"]["participles"] and word.deprel == "amod" and word.head >= 0:
            found.append(sentence.words[word.head])
    against = table["against"]["prepositions"]
    if word.upos != "VERB" or word.lemma in table["against"]["verbs"]:
        found += [
            w for w in sentence.kids(index, "nmod", "obl") if _case(sentence, w) in against and w.deprel != "obl:agent"
        ]
    if word.lemma in table["suffering"]["nouns"]:
        found += [w for w in sentence.kids(index, "nmod") if _case(sentence, w) == "of"]
    return sorted({w for head in found for w in _everyone(sentence, antecedent(sentence, head.index))})


def opponents(sentence: Sentence, index: int) -> list[int]:
    """Return the heads of all sides of a mutual deed: "clashes between rebels and the army", "fought with police"."""
    word, mutual = sentence.words[index], load_table("parties.toml")["mutual"]
    if word.lemma not in mutual["verbs"] and word.lemma not in mutual["nouns"]:
        return []
    sides = [w for w in sentence.kids(index, "nmod", "obl", "obj") if _case(sentence, w) in mutual["prepositions"]]
    if not sides and word.lemma in mutual["nouns"]:
        after = sentence.words[index + 1 : index + 1 + _NEAR]
        sides = [w for w in after if _case(sentence, w) == "between" and sentence.kids(w.index, "conj")]
    if not sides:
        return []
    both = {i for w in sides for i in _everyone(sentence, w.index)} | set(doers(sentence, index))
    both |= {
        i for w in sentence.kids(index, "nmod") if _case(sentence, w) == "of" for i in _everyone(sentence, w.index)
    }
    return sorted(both) if len(both) > 1 else []


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb is in the passive: "were killed", "the men killed in the raid"."""
    if sentence.kids(verb.index, "nsubj:pass", "aux:pass"):
        return True
    is_bare = verb.deprel in ("acl", "amod") and not verb.lower.endswith("ing")
    return is_bare and not sentence.kids(verb.index, "mark", "obj")


def antecedent(sentence: Sentence, index: int) -> int:
    """Return the noun that "who" or "which" stands for; other words stand for themselves."""
    if sentence.words[index].lower not in _RELATIVES or sentence.words[index].upos not in ("PRON", "DET", "SCONJ"):
        return index
    clause = next((w for w in sentence.ancestors(index) if w.deprel == "acl:relcl"), None)
    return clause.head if clause is not None and clause.head >= 0 else index


def by_word(document: Document, actors: Sequence[ActorMention]) -> dict[tuple[int, int], ActorMention]:
    """Return the actor at each word, by sentence and word; of actors inside one another, the shorter."""
    found: dict[tuple[int, int], ActorMention] = {}
    for actor in sorted(actors, key=lambda a: a.span.start - a.span.end):
        sentence = document.sentence_at(actor.span.start)
        for word in sentence.words if sentence else ():
            if sentence and actor.span.start <= word.start and word.end <= actor.span.end:
                found[sentence.index, word.index] = actor
    return found


def _follow(sentence: Sentence, index: int, found: dict[int, None], seen: set[int], depth: int) -> None:
    """Collect the doers of a word into ``found``; a doer that is a deed or means itself is followed on."""
    if depth == 0 or index in seen:
        return
    seen.add(index)
    word = sentence.words[index]
    heads = _of_verb(sentence, word) if word.upos in ("VERB", "AUX") else _of_noun(sentence, word)
    for head in heads:
        if _is_means(sentence.words[head]) or (sentence.words[head].upos == "VERB" and head != index):
            _follow(sentence, head, found, seen, depth - 1)
        else:
            found.setdefault(head)


def _of_verb(sentence: Sentence, verb: Word) -> Iterator[int]:
    by = [w for w in sentence.kids(verb.index, "obl", "nmod") if w.deprel == "obl:agent" or _case(sentence, w) == "by"]
    for word in by:
        yield from _everyone(sentence, word.index)
    for word in sentence.kids(verb.index, "obl", "advcl"):
        if (_is_means(word) and word not in by) or (word.upos == "VERB" and _has_when(sentence, word)):
            yield word.index
    if is_passive(sentence, verb):
        return
    is_suffered = verb.lemma in load_table("parties.toml")["suffering"]["verbs"]
    subjects = [w for w in sentence.kids(verb.index, "nsubj") if w.deprel == "nsubj"]
    if subjects and not is_suffered:
        for word in subjects:
            yield from _everyone(sentence, antecedent(sentence, word.index))
    elif verb.head >= 0 and not subjects:
        yield from _above(sentence, verb)


def _above(sentence: Sentence, verb: Word) -> Iterator[int]:
    """Yield what gives a verb without a subject its doer: the verb it is linked to, or the noun it describes."""
    above, relation = sentence.words[verb.head], verb.deprel.partition(":")[0]
    if verb.deprel == "acl" and above.upos in _NOMINAL and not sentence.kids(verb.index, "mark"):
        yield from _everyone(sentence, above.index)
    elif above.upos in ("VERB", "AUX") and (
        relation == "advcl" or (relation in _LINKED and not is_passive(sentence, above))
    ):
        yield above.index


def _of_noun(sentence: Sentence, noun: Word) -> Iterator[int]:
    """Yield who does a deed named by a noun: its owner, its "by", and the doers of the verbs that carry it."""
    table = load_table("parties.toml")
    cases = ("by", "from", "of") if noun.lemma in table["mutual"]["nouns"] else ("by", "from")
    for word in sentence.kids(noun.index, "nmod", "obl"):
        is_owner = word.deprel == "nmod:poss" and (word.upos != "PRON" or _can_be_carried(noun))
        if is_owner or _case(sentence, word) in cases:
            yield from _everyone(sentence, word.index)
    yield from (w.index for w in sentence.kids(noun.index, "compound", "amod") if w.upos in _NOMINAL)
    for verb in sentence.kids(noun.index, "acl"):
        is_carried = is_passive(sentence, verb) or verb.deprel == "acl:relcl"
        if verb.lemma in table["carrying"]["verbs"] and verb.upos == "VERB" and is_carried:
            yield verb.index
    above = sentence.words[noun.head] if noun.head >= 0 else noun
    is_object = noun.deprel == "nsubj:pass" or noun.deprel.partition(":")[0] in ("obj", "obl")
    carries = above.upos == "VERB" and above.lemma in table["carrying"]["verbs"]
    if is_object and carries and _can_be_carried(noun):
        yield above.index


def _can_be_carried(noun: Word) -> bool:
    """Tell whether a noun is a deed that one carries out: no "lives" that an attack claims."""
    return _is_means(noun) or noun.lemma in load_table("parties.toml")["mutual"]["nouns"]


def _everyone(sentence: Sentence, index: int) -> list[int]:
    """Return a noun and those joined to it: "soldiers and police"."""
    joined = [
        w.index for w in sentence.kids(index, "conj") if w.upos in _NOMINAL and not sentence.kids(w.index, "nsubj")
    ]
    return [index, *joined]


def _case(sentence: Sentence, word: Word) -> str:
    return next((kid.lower for kid in sentence.kids(word.index, "case")), "")


def _has_when(sentence: Sentence, verb: Word) -> bool:
    return any(kid.lower in ("when", "as", "after") for kid in sentence.kids(verb.index, "mark", "advmod"))


def _is_means(word: Word) -> bool:
    """Tell whether a noun is a deed or its means, for which its owner answers: "strike", "missile", "ambush"."""
    means: Iterable[str] = load_table("parties.toml")["means"]["nouns"]
    return word.upos in ("NOUN", "PROPN") and word.lemma in means
