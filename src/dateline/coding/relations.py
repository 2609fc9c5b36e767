"""Relate the claims of one event: what is part of what, what may be, and what revises what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook import load_table
from dateline.coding.counts import find_counts
from dateline.coding.mention import Mention
from dateline.language.document import Document, Sentence
from dateline.model import Claim, Group, Reason, Relation, RelationKind

#: How many words before a figure can say that it is part of the one before it: "including at least".
_NEAR = 6


def relate_claims(document: Document, mentions: Sequence[Mention], claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with their relations; ``mentions`` are where they stand, in the same order."""
    related = list(claims)
    for index, relation in _relations(document, mentions, claims):
        if related[index].relation is None and relation.claim != index:
            claim = related[index]
            reason = Reason("relation", f"relation_{relation.kind}", claim.evidence)
            related[index] = replace(claim, relation=relation, reasons=(*claim.reasons, reason))
    return related


def _relations(
    document: Document, mentions: Sequence[Mention], claims: Sequence[Claim]
) -> Iterator[tuple[int, Relation]]:
    yield from _doubtful_parts(document, mentions, claims)
    for index, mention in enumerate(mentions):
        sentence = document.sentences[mention.sentence]
        whole = _whole(sentence, index, mentions, claims)
        if whole is not None:
            yield index, Relation(RelationKind.PART_OF, whole)
        old = _revised(sentence, index, mentions, claims)
        if old is not None:
            yield index, Relation(RelationKind.REVISES, old)


def _doubtful_parts(
    document: Document, mentions: Sequence[Mention], claims: Sequence[Claim]
) -> Iterator[tuple[int, Relation]]:
    """Read "four policemen …, it was not clear whether they were among the ten"."""
    cues = load_table("relations.toml")["maybe_part_of"]["phrases"]
    for sentence in document.sentences:
        words = [word.lower for word in sentence.words]
        at = _find_phrase(words, cues)
        if at is None:
            continue
        numbers = [count.low for count in find_counts(words[at:]) if not count.is_article]
        here = [i for i, m in enumerate(mentions) if m.sentence == sentence.index and m.anchor < at]
        before = [
            i for i, m in enumerate(mentions) if 0 < sentence.index - m.sentence <= 1 and claims[i].low in numbers
        ]
        for part in (here or before)[-1:]:
            holding = [i for i, c in enumerate(claims) if i != part and _may_hold(c, claims[part])]
            wholes = [i for i in holding if claims[i].low in numbers]
            larger = [i for i in holding if claims[i].low > claims[part].low]
            for whole in (wholes or larger)[-1:]:
                yield part, Relation(RelationKind.MAYBE_PART_OF, whole)


def _find_phrase(words: Sequence[str], phrases: Sequence[str]) -> int | None:
    """Return where the first of some phrases begins, in words."""
    text = " ".join(words)
    starts = [text.find(phrase) for phrase in phrases if phrase in text]
    return text[: min(starts)].count(" ") if starts else None


def _whole(sentence: Sentence, index: int, mentions: Sequence[Mention], claims: Sequence[Claim]) -> int | None:
    """Return the claim that this figure is said to be a part of."""
    table = load_table("relations.toml")["part_of"]
    mention = mentions[index]
    wholes = [
        i for i in range(len(claims)) if claims[i].low >= claims[index].low and _may_hold(claims[i], claims[index])
    ]
    earlier = [i for i in wholes if i < index]
    words = [word.lower for word in sentence.words]
    before = " ".join(words[max(0, mention.first - _NEAR) : mention.anchor])
    after = " ".join(words[mention.anchor : mention.last + _NEAR])
    same_sentence = [i for i in earlier if mentions[i].sentence == mention.sentence]
    if same_sentence and any(f" {cue} " in f" {before} " for cue in table["before"]):
        return same_sentence[-1]
    if any(cue in after for cue in table["after"]) or any(before.startswith(cue) for cue in table["opening"]):
        candidates = same_sentence or earlier
        return max(candidates, key=lambda i: (claims[i].low, i), default=None)
    return None


def _revised(sentence: Sentence, index: int, mentions: Sequence[Mention], claims: Sequence[Claim]) -> int | None:
    """Return the claim that this figure revises: "rose to 31 from 27", "an earlier toll of five".

    An old figure revises nothing, so that revisions never run in a circle.
    """
    if _is_old(mentions[index], sentence):
        return None
    alike = [
        i
        for i, c in enumerate(claims)
        if i != index and c.status is claims[index].status and _may_hold(c, claims[index])
    ]
    olds = [i for i in alike if mentions[i].sentence == sentence.index and _is_old(mentions[i], sentence)]
    if olds:
        return olds[0]
    words = " ".join(_words_before(mentions[index], sentence))
    if any(f"{cue} " in f"{words} " for cue in load_table("relations.toml")["revises"]["new"]):
        earlier = [i for i in alike if i < index and claims[i].low != claims[index].low]
        return earlier[-1] if earlier else None
    return None


def _is_old(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether the words before a figure call it an earlier one."""
    table = load_table("relations.toml")["revises"]
    words = f" {' '.join(_words_before(mention, sentence))} "
    return any(f" {cue} " in words for cue in table["old"]) or any(
        words.endswith(f" {cue} ") for cue in table["old_directly"]
    )


def _words_before(mention: Mention, sentence: Sentence) -> list[str]:
    """Return the few words that lead to a figure and its hedge, none of them before another number."""
    words = [word.lower for word in sentence.words]
    counts = [count for count in find_counts(words) if not count.is_article]
    first = next((count.first for count in counts if count.anchor == mention.anchor), mention.anchor)
    behind = max((count.last + 1 for count in counts if count.last < first), default=0)
    return words[max(behind, first - _NEAR) : first]


def _may_hold(whole: Claim, part: Claim) -> bool:
    """Tell whether the people of one claim can be among those of another."""
    return whole.status is part.status and whole.group in (Group.UNSPECIFIED, part.group)
