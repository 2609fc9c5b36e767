"""Find by syntax who says what inside a sentence: the cue, its source, and the words that it attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.cues import cue_run, load_cues
from dateline.coding.runs import Run
from dateline.coding.subjects import phrase, source_of, span_of, subject_of
from dateline.language.document import Sentence, Word

_QUOTES = frozenset('"“”„«»')
_NO_CLAUSE = frozenset(
    ("obl", "obj", "iobj", "nmod", "conj", "appos", "nsubj", "amod", "obl:unmarked", "nmod:unmarked", "xcomp", "acl")
)
_SETTING_OFF = frozenset((",", "”", '"', "'", "’", "»", "—", "–", "--", "?", "!"))


@dataclass(frozen=True, slots=True)
class Utterance:
    """Cue, source and content as runs of words; without a content it is still to be sought in the quotations."""

    cue: Run | None
    source: Run | None
    content: Run | None
    shape: str = "tagged"


def find_utterances(sentence: Sentence) -> list[Utterance]:
    """Return what the verbs, nouns and "according to" of a sentence attribute, in the order of their cues."""
    found: list[Utterance] = []
    for word in sentence.words:
        if word.upos == "VERB":
            found.extend(_by_verb(sentence, word))
        elif word.upos == "NOUN":
            found.extend(_by_noun(sentence, word))
    return found


def _by_verb(sentence: Sentence, verb: Word) -> Iterator[Utterance]:
    load_cues()
    if verb.lower == "according":
        yield from _according(sentence, verb)
        return
    source = source_of(sentence, verb)
    if _is_passive(sentence, verb):
        agent = next((kid for kid in sentence.kids(verb.index, "obl") if kid.deprel == "obl:agent"), None)
        source = phrase(sentence, agent.index, without=("case",)) if agent else None
    cue = cue_run(sentence, verb)
    for shape in _SHAPES:
        found = shape(sentence, verb)
        if found is None:
            continue
        if shape is _aside:
            source = _aside_source(sentence, verb)
        last, content = found
        if source is None and (content is None or not _is_impersonal(sentence, verb, shape.__name__)):
            continue
        yield Utterance(_apart(cue, verb, last, content), source, content, shape.__name__.strip("_"))
        return


def _is_impersonal(sentence: Sentence, verb: Word, shape: str) -> bool:
    """Tell whether a verb without a speaker still attributes: "it was reported that"; not "to report"."""
    if any(kid.lower == "to" for kid in sentence.kids(verb.index, "mark")):
        return False
    return shape == "_clause" or _is_passive(sentence, verb)


def _apart(cue: Run, verb: Word, last: int, content: Run | None) -> Run:
    """Return the cue up to its last word; the verb alone where the content holds more of it."""
    cue = (cue[0], max(cue[1], last))
    if (
        content is not None
        and cue[0] <= content[1]
        and content[0] <= cue[1]
        and not content[0] <= verb.index <= content[1]
    ):
        return verb.index, max(verb.index, last)
    return cue


def _is_passive(sentence: Sentence, verb: Word) -> bool:
    return any(
        kid.deprel in ("nsubj:pass", "aux:pass", "obl:agent")
        for kid in sentence.kids(verb.index, "nsubj", "aux", "obl")
    )


Found = tuple[int, Run | None]


def _clause(sentence: Sentence, verb: Word) -> Found | None:
    """Return the clause that a verb of saying governs."""
    if verb.lemma not in load_cues().clause:
        return None
    told = sentence.kids(verb.index, "ccomp")
    if told:
        run = span_of(
            sentence, (i for kid in (*told, *_strayed(sentence, verb, told)) for i in sentence.subtree(kid.index))
        )
        if run and run[0] != verb.index:
            return verb.index, run
    for kid in sentence.kids(verb.index, "parataxis"):
        opener = sentence.subtree(kid.index)[0]
        before = {sentence.words[i].text for i in range(max(0, opener - 2), opener + 1)}
        if kid.index > verb.index and (":" in before or before & _QUOTES):
            return verb.index, span_of(sentence, sentence.subtree(kid.index))
    return None


def _strayed(sentence: Sentence, verb: Word, told: Sequence[Word]) -> list[Word]:
    """Return the subject of the words said where the tree hangs it on the verb of saying before them."""
    if verb.lemma in load_cues().hearing:
        return []
    kids = sentence.kids(verb.index, "nsubj", "iobj")
    return [kid for kid in kids if verb.index < kid.index < told[0].index]


def _aside(sentence: Sentence, verb: Word) -> Found | None:
    """Return the sentence into which "police said" or "said police" is set behind a comma or a closing mark."""
    source = _aside_source(sentence, verb)
    if source is None:
        return None
    first = min(source[0], cue_run(sentence, verb)[0])
    own = set(sentence.subtree(verb.index)) | set(range(first, max(source[1], verb.index) + 1))
    start = 0
    if verb.deprel == "parataxis":
        start = min(sentence.subtree(verb.head)[0], first)
        later = [i for i in sentence.subtree(verb.head) if i > verb.index and i not in own]
    else:
        told = (i for kid in sentence.kids(verb.index, "ccomp") for i in sentence.subtree(kid.index))
        later = [i for i in told if i > max(source[1], verb.index)]
    return verb.index, span_of(sentence, [*range(start, first), *later])


def _aside_source(sentence: Sentence, verb: Word) -> Run | None:
    """Return the speaker of a verb that stands aside: right before it, or right behind it whatever the tree says."""
    if verb.lemma not in load_cues().clause or _is_passive(sentence, verb) or verb.deprel.startswith("acl"):
        return None
    told = [kid.index > verb.index for kid in sentence.kids(verb.index, "ccomp", "xcomp")]
    if (told and all(told) and verb.deprel != "parataxis") or verb.lower.endswith("ing"):
        return None
    cue = cue_run(sentence, verb)
    own = subject_of(sentence, verb)
    if (
        own
        and own[1] < verb.index
        and own[0] > 1
        and (_is_set_off(sentence, own[0]) or _is_between(sentence, own, verb))
        and "," not in {w.text for w in sentence.words[own[1] + 1 : cue[0]][1:]}
    ):
        return own
    if cue[0] > 1 and _is_set_off(sentence, cue[0]):
        return _behind(sentence, verb)
    return None


def _is_set_off(sentence: Sentence, first: int) -> bool:
    before = sentence.words[:first]
    return before[-1].text in _SETTING_OFF and any(word.upos in ("VERB", "AUX") for word in before)


def _is_between(sentence: Sentence, subject: Run, verb: Word) -> bool:
    """Tell whether a speaker's clause stands between two commas: "Police, he said, had fired"."""
    words = sentence.words
    after = words[verb.index + 1 : verb.index + 2]
    return verb.deprel == "parataxis" and words[subject[0] - 1].text == "," and bool(after) and after[0].text == ","


def _behind(sentence: Sentence, verb: Word) -> Run | None:
    """Return the noun phrase that begins right behind a verb."""
    opener = verb.index + 1
    if (
        verb.lemma in load_cues().hearing
        or opener >= len(sentence.words)
        or sentence.words[opener].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
    ):
        return None
    head = opener
    while sentence.words[head].head > head and sentence.words[head].deprel not in ("nsubj", "obj"):
        head = sentence.words[head].head
    if sentence.words[head].lower in load_cues().weekdays or sentence.words[head].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    return phrase(sentence, head)


def _addressed(sentence: Sentence, verb: Word) -> Found | None:
    """Return the one named and what is said of them: "it a massacre", "the army of the killing"."""
    cues = load_cues()
    if verb.lemma not in cues.addressed:
        return None
    kids = [kid for kid in sentence.kids(verb.index, "obj", "iobj") if kid.index > verb.index]
    more = [
        kid
        for kid in sentence.kids(verb.index, "xcomp", "advcl", "obl", "ccomp")
        if kid.index > verb.index and _completes(sentence, kid)
    ]
    if not kids or not more:
        return None
    if verb.lemma in cues.hearing and all(kid.deprel == "obl" for kid in more):
        return None
    return verb.index, span_of(sentence, (i for kid in (*kids, *more) for i in sentence.subtree(kid.index)))


def _completes(sentence: Sentence, kid: Word) -> bool:
    if kid.deprel in ("xcomp", "ccomp"):
        return True
    heads = {word.lower for word in sentence.kids(kid.index, "case", "mark")}
    return bool(heads & {"of", "as", "for", "to"})


def _infinitive(sentence: Sentence, verb: Word) -> Found | None:
    if verb.lemma not in load_cues().infinitive:
        return None
    for kid in sentence.kids(verb.index, "xcomp"):
        tree = sentence.subtree(kid.index)
        if kid.index > verb.index and sentence.words[tree[0]].lower == "to":
            return verb.index, span_of(sentence, tree)
    return None


def _about(sentence: Sentence, verb: Word) -> Found | None:
    """Return the preposition of a cue such as "call for", and the content behind it."""
    about = load_cues().about
    for kid in sentence.kids(verb.index, "obl", "advcl"):
        cases = sentence.kids(kid.index, "case", "mark")
        if (
            kid.index > verb.index
            and cases
            and (verb.lemma, cases[0].lower) in about
            and cases[0].index - verb.index <= 3
        ):
            tree = [i for i in sentence.subtree(kid.index) if i > cases[0].index]
            run = span_of(sentence, tree)
            if run:
                return cases[0].index, run
    return None


def _thing(sentence: Sentence, verb: Word) -> Found | None:
    if verb.lemma not in load_cues().thing:
        return None
    if verb.lemma in load_cues().hearing and not sentence.kids(verb.index, "iobj"):
        return None
    for kid in sentence.kids(verb.index, "obj", "nsubj:pass"):
        if (
            kid.upos != "PRON"
            and kid.lemma not in ("life", "victim")
            and (kid.deprel == "nsubj:pass" or kid.index > verb.index)
        ):
            return verb.index, span_of(sentence, sentence.subtree(kid.index))
    return None


def _quotation(sentence: Sentence, verb: Word) -> Found | None:
    """A verb of saying that governs nothing: what was said stands beside it in quotation marks."""
    return (verb.index, None) if verb.lemma in load_cues().clause else None


_SHAPES = (_aside, _clause, _addressed, _infinitive, _about, _thing, _quotation)


def _according(sentence: Sentence, word: Word) -> Iterator[Utterance]:
    """Read "according to police, ten died": the source hangs on the words or the words on the source."""
    after = word.index + 1
    if after + 1 >= len(sentence.words) or sentence.words[after].lower != "to":
        return
    head = word.head if word.deprel == "case" else next((k.index for k in sentence.kids(word.index, "obl")), -1)
    if head < 0 or head < word.index:
        return
    top = head if word.deprel == "case" else word.index
    source = phrase(sentence, head, without=("case",))
    above = sentence.words[top].head
    if above < 0 or source is None or source[0] <= after:
        source = (max(after + 1, source[0]), source[1]) if source and source[1] > after else None
    if above < 0:
        return
    own = set(sentence.subtree(top))
    is_edge = 0 in own or all(w.upos == "PUNCT" for w in sentence.words[max(own) + 1 :])
    while not is_edge and sentence.words[above].deprel in _NO_CLAUSE and sentence.words[above].head >= 0:
        above = sentence.words[above].head
    if is_edge:
        above = next((w.index for w in sentence.words if w.head < 0), above)
    content = span_of(sentence, (i for i in sentence.subtree(above) if i not in own))
    if content:
        yield Utterance((word.index, after), source, content, "according")


def _by_noun(sentence: Sentence, noun: Word) -> Iterator[Utterance]:
    """Read "the minister's claim that ..." and "made the claim that ...": the noun is the cue."""
    cues = load_cues()
    content = _in_noun(sentence, noun)
    if content is None:
        return
    holders = sentence.kids(noun.index, "nmod:poss")
    verb = sentence.words[noun.head] if noun.head >= 0 else noun
    if holders:
        source = phrase(sentence, holders[0].index, without=("case",))
        first = sentence.subtree(holders[0].index)[-1] + 1
    elif noun.deprel == "obj" and verb.lemma in cues.carriers and verb.upos == "VERB":
        source, first = source_of(sentence, verb), cue_run(sentence, verb)[0]
    else:
        return
    if first <= noun.index < content[0]:
        last = content[0] - 1
        yield Utterance((first, last if sentence.words[last].upos == "ADP" else noun.index), source, content, "noun")


def _in_noun(sentence: Sentence, noun: Word) -> Run | None:
    cues = load_cues()
    for kid in sentence.kids(noun.index, "acl", "ccomp", "nmod"):
        if kid.index < noun.index:
            continue
        tree = sentence.subtree(kid.index)
        opener = sentence.words[tree[0]].lower
        if kid.deprel.startswith("nmod"):
            if noun.lemma in cues.noun_thing and opener in ("of", "for", "to", "against", "about", "on"):
                return span_of(sentence, tree[1:])
        elif (opener == "that" and noun.lemma in cues.noun_clause and kid.deprel != "acl:relcl") or (
            opener == "to" and noun.lemma in cues.noun_infinitive
        ):
            return span_of(sentence, tree)
    return None
