"""Find whose words a verb gives: its subject or the one it shares, and the phrase that names the speaker."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from dateline.coding.cues import load_cues
from dateline.coding.runs import Run
from dateline.language.document import Sentence, Word

_EDGE = frozenset((",", ".", ";", ":", "-", "–", "—", "--"))


def source_of(sentence: Sentence, verb: Word) -> Run | None:
    """Return the phrase of a verb's subject: its own, or that of the verb it is joined to or hangs on."""
    for _ in range(4):
        own = subject_of(sentence, verb)
        if own:
            return own
        if verb.head < 0 or verb.deprel.partition(":")[0] not in ("conj", "xcomp", "advcl", "acl"):
            return None
        above = _sayer_above(sentence, verb)
        quoted = (
            sentence.kids(above.index, "obj") if above.lemma in ("quote", "cite") and verb.deprel == "advcl" else []
        )
        if quoted:
            return phrase(sentence, quoted[0].index)
        if verb.deprel == "acl" and above.upos != "VERB":
            return phrase(sentence, above.index, without=("case",), until=verb.index)
        verb = above
    return None


def subject_of(sentence: Sentence, verb: Word) -> Run | None:
    """Return the phrase of the subject nearest to a verb, of those that the tree gives it."""
    kids = [kid for kid in sentence.kids(verb.index, "nsubj") if kid.deprel != "nsubj:outer"]
    nearest = min(kids, key=lambda kid: (kid.index > verb.index, abs(kid.index - verb.index)), default=None)
    return phrase(sentence, nearest.index) if nearest else None


def _sayer_above(sentence: Sentence, verb: Word) -> Word:
    """Return the verb above, or the verb of saying over it that stands nearer: "..., he said, adding that"."""
    above = sentence.words[verb.head]
    if verb.deprel == "advcl" and above.deprel in ("ccomp", "parataxis") and above.head >= 0:
        over = sentence.words[above.head]
        if above.index < over.index < verb.index and over.lemma in load_cues().clause:
            return over
    aside = [k for k in sentence.kids(above.index, "parataxis") if above.index < k.index < verb.index]
    return aside[-1] if aside and aside[-1].lemma in load_cues().clause else above


def phrase(sentence: Sentence, head: int, *, without: Sequence[str] = (), until: int | None = None) -> Run | None:
    """Return a noun phrase with its appositions, without a relative clause set off by a comma."""
    dropped: set[int] = set()
    for kid in sentence.children[head]:
        word = sentence.words[kid]
        tree = sentence.subtree(kid)
        is_aside = word.deprel.startswith(("acl", "parataxis", "advcl", "advmod")) and sentence.words[
            max(0, tree[0] - 1)
        ].text in (",", "–", "—")
        starts_aside = sentence.words[tree[0]].text in (",", "–", "—") and word.deprel.startswith(
            ("acl", "advcl", "parataxis")
        )
        if word.deprel in without or is_aside or starts_aside or kid == until:
            dropped.update(tree)
    kept = [i for i in sentence.subtree(head) if i not in dropped and (until is None or i < until)]
    after = [i for i in kept if i >= head]
    for one, other in itertools.pairwise(after):
        if other - one > 1:
            kept = [i for i in kept if i <= one]
            break
    while kept and kept[0] < head and sentence.words[kept[0]].lemma in load_cues().clause:
        kept = kept[1:]
    return span_of(sentence, kept)


def span_of(sentence: Sentence, indices: Iterable[int]) -> Run | None:
    """Return first and last of the words, without commas, stops and dashes at the edges; None when nothing is left."""
    found = sorted(indices)
    if not found:
        return None
    first, last = found[0], found[-1]
    while first <= last and (
        sentence.words[first].text in _EDGE or (sentence.words[first].upos == "CCONJ" and first == 0)
    ):
        first += 1
    while last >= first and sentence.words[last].text in _EDGE:
        last -= 1
    return (first, last) if first <= last else None
