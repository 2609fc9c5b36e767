"""Parses written by hand: what the rules read, without the language model that makes it at work."""

from __future__ import annotations

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from dateline.codebook import load_table
from dateline.language.document import Document, Sentence, Word
from dateline.language.lemmas import load_lemmas
from dateline.language.names import find_names
from dateline.model import Group, Status

#: The heads of the language model and their labels; "side" and "event" have no "O".
LABELS: dict[str, tuple[str, ...]] = {
    "name": ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"),
    "speech": ("O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE"),
    "content": ("O", "B-CONTENT", "I-CONTENT"),
    "party": ("O", "B-PERP", "I-PERP", "B-TARGET", "I-TARGET", "B-WEAPON", "I-WEAPON"),
    "trigger": ("O", "main", "background"),
    "event": tuple(sub for subs in load_table("event_types.toml").values() for sub in subs),
    "harm": ("O", *Status),
    "side": tuple(Group),
}
#: Enough parses to find a slip, few enough to be quick: drawing a parse takes longer than most rules.
SOME = settings(max_examples=40)
_CLOSE_UP = frozenset([",", ".", ";", ":", "?", "!", ")", "'s", "n't"])


def document(*sentences: str) -> Document:
    """Return a document of sentences written word by word, blanks between, as ``text/UPOS/head/deprel/marks``.

    The head is given by its text ("killed", or "killed#2" for the second one), or "-" for the root. A mark is
    ``head=label`` or ``head=label:odds`` of a head of the language model, "+" standing for a blank.

    >>> parsed = document("Gunmen/NOUN/fled/nsubj fled/VERB/-/root/trigger=main:0.8 ./PUNCT/fled/punct")
    >>> parsed.text, [word.lemma for word in parsed.sentences[0].words]
    ('Gunmen fled.', ['gunman', 'flee', '.'])
    """
    text, found = "", []
    for index, marked in enumerate(sentences):
        rows = [part.split("/") for part in marked.split()]
        words, text = _words([row[0] for row in rows], text + " " if text else "")
        for word, row in zip(words, rows, strict=True):
            word.upos, word.head, word.deprel = row[1], _place(words, row[2]), row[3]
        found.append(_sentence(index, words))
        for word, row in zip(words, rows, strict=True):
            for mark in row[4:]:
                _mark(found[-1], word, mark)
    find_names(found)
    return Document(text, found)


def _words(forms: list[str], text: str) -> tuple[list[Word], str]:
    """Return words set one after the other behind a text, and the text with them."""
    words = []
    for index, form in enumerate(forms):
        text += "" if index == 0 or form in _CLOSE_UP else " "
        words.append(Word(index, form, len(text), len(text) + len(form), form.lower()))
        text += form
    return words, text


def _place(words: list[Word], head: str) -> int:
    form, _, number = head.partition("#")
    return -1 if form == "-" else [word.index for word in words if word.text == form][int(number or 1) - 1]


def _sentence(index: int, words: list[Word]) -> Sentence:
    """Return a sentence with lemmas and children filled in, and odds that see nothing anywhere."""
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        word.lemma = load_lemmas().lemma(word.lower, word.upos)
        if word.head >= 0:
            children[word.head].append(word.index)
    odds = {name: np.zeros((len(words), len(labels)), dtype=np.float32) for name, labels in LABELS.items()}
    for name, labels in LABELS.items():
        odds[name][:, labels.index("unspecified") if name == "side" else 0] = 1.0
    return Sentence(index, words[0].start, words[-1].end, words, children=children, odds=odds, labels=LABELS)


def _mark(sentence: Sentence, word: Word, mark: str) -> None:
    name, _, given = mark.partition("=")
    label, _, odds = given.replace("+", " ").partition(":")
    row = sentence.odds[name][word.index]
    row[:] = 0.0
    row[0] = 1 - float(odds or 1)
    row[LABELS[name].index(label)] = float(odds or 1)


_FORMS = [
    "ten", "two", "31", "at", "least", "dozens", "of", "the", "a", "from", "to", "rose", "toll", "including",
    "among", "them", "soldiers", "people", "children", "rebels", "others", "gunmen", "police", "army", "killed",
    "wounded", "died", "dead", "said", "blamed", "claimed", "responsibility", "denied", "behind", "responsible",
    "work", "not", "clear", "whether", "roads", "closed", "Djibo", "BLA", "it", "they", "he", "by", "was", "attack",
    ",", ".", "“", "”", "-", "🙂",
]  # fmt: skip
_UPOS = [
    "NOUN", "PROPN", "VERB", "ADJ", "NUM", "PRON", "ADP", "DET", "AUX", "ADV", "PUNCT", "X",
]  # fmt: skip
_DEPRELS = [
    "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "amod", "acl", "acl:relcl", "advcl",
    "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound", "conj", "cop", "det", "flat", "nummod",
    "parataxis", "punct", "xcomp",
]  # fmt: skip


@st.composite
def any_document(draw: st.DrawFn, sentences: int = 3, words: int = 12) -> Document:
    """Draw a document whose sentences are trees, and whose forms, syntax and odds are anything at all."""
    text, found = "", []
    for index in range(draw(st.integers(1, sentences))):
        drawn, text = _words(
            draw(st.lists(st.sampled_from(_FORMS), min_size=1, max_size=words)), text + draw(st.sampled_from(" \n"))
        )
        order = draw(st.permutations(range(len(drawn))))
        for position, place in enumerate(order):
            word = drawn[place]
            word.upos = draw(st.sampled_from(_UPOS))
            word.head = order[draw(st.integers(0, position - 1))] if position else -1
            word.deprel = draw(st.sampled_from(_DEPRELS)) if position else "root"
        found.append(_sentence(index, drawn))
        chance = np.random.default_rng(draw(st.integers(0, 2**32)))
        for name, labels in LABELS.items():
            found[-1].odds[name][:] = chance.dirichlet([0.2] * len(labels), len(drawn))
    find_names(found)
    return Document(text, found)
