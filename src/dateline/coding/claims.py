"""Turn casualty figures into claims: give each its speaker, drop repeats, relate parts and revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook import load_table
from dateline.coding.mentions import Mention
from dateline.coding.sources import is_partisan
from dateline.language.document import Document, Sentence
from dateline.model import Claim, Group, Relation, RelationKind, SourceKind, Span, Statement


def code_claims(
    document: Document,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    perpetrators: Sequence[str],
    targets: Sequence[str],
) -> list[Claim]:
    """Return the distinct claims that the mentions of one event make, in text order.

    The same figure of the same speaker is one claim, taken from the sentence that names the speaker;
    the same figure of another speaker is another claim.
    """
    claims = [_claim(document, mention, statements) for mention in mentions]
    claims = [replace(c, partisan=_partisan(c, perpetrators, targets)) for c in claims]
    kept: list[tuple[Mention, Claim]] = []
    for mention, claim in zip(mentions, claims, strict=True):
        place = next((i for i, (_, old) in enumerate(kept) if _same_claim(old, claim)), None)
        if place is None:
            kept.append((mention, claim))
        elif _is_better(claim, kept[place][1]):
            kept[place] = (mention, claim)
    kept.sort(key=lambda pair: pair[1].evidence.start)
    return _relate(document, [m for m, _ in kept], [c for _, c in kept])


def _claim(document: Document, mention: Mention, statements: Sequence[Statement]) -> Claim:
    sentence = document.sentences[mention.sentence]
    evidence = _span(document.text, sentence, mention.first, mention.last)
    statement = _attribution(sentence, mention, statements)
    return Claim(
        status=mention.status,
        group=mention.group,
        low=mention.low,
        high=mention.high,
        approx=mention.approx,
        source=statement.speaker if statement else None,
        evidence=evidence,
        who=_span(document.text, sentence, *mention.who),
        source_kind=statement.source_kind if statement else SourceKind.UNKNOWN,
        anonymous=statement.anonymous if statement else False,
    )


def _span(text: str, sentence: Sentence, first: int, last: int) -> Span:
    return Span.of(text, sentence.words[first].start, sentence.words[last].end)


def _attribution(sentence: Sentence, mention: Mention, statements: Sequence[Statement]) -> Statement | None:
    """Return the narrowest statement whose content holds the figure."""
    at = sentence.words[mention.anchor].start
    holding = [s for s in statements if s.content.start <= at < s.content.end]
    return min(holding, key=lambda s: s.content.end - s.content.start, default=None)


def _partisan(claim: Claim, perpetrators: Sequence[str], targets: Sequence[str]) -> bool:
    return claim.source is not None and is_partisan(
        claim.source, claim.source_kind, perpetrators, targets, claim.group
    )


def _same_claim(old: Claim, new: Claim) -> bool:
    """Tell whether two figures are one claim told twice."""
    if (old.status, old.low) != (new.status, new.low):
        return False
    if old.group != new.group and Group.UNSPECIFIED not in (old.group, new.group):
        return False
    if old.group != new.group and old.low < 3:
        return False
    if old.low == 1 and old.who.quote.casefold() != new.who.quote.casefold():
        return False
    return old.source is None or new.source is None or _same_speaker(old.source, new.source)


def _same_speaker(a: str, b: str) -> bool:
    """Tell whether two wordings name one speaker: one in the other, or half of the words shared."""
    empty = set(load_table("speakers.toml")["empty_words"])
    words_a, words_b = ({w for w in s.casefold().split() if w not in empty} for s in (a, b))
    if not words_a or not words_b:
        return a.casefold() == b.casefold()
    if acronym_of(a) == b or acronym_of(b) == a:
        return True
    return 2 * len(words_a & words_b) >= min(len(words_a), len(words_b))


def acronym_of(name: str) -> str:
    """Return the initials of a name's capitalised words.

    >>> acronym_of("the Baloch Liberation Army")
    'BLA'
    """
    return "".join(word[0] for word in name.split() if word[:1].isupper())


def _is_better(new: Claim, old: Claim) -> bool:
    """Prefer the telling that names its speaker, then the one that names the side, then the exact one."""
    rank = lambda c: (c.source is not None, c.group is not Group.UNSPECIFIED, c.high is not None and not c.approx)  # noqa: E731
    return rank(new) > rank(old)


def _relate(document: Document, mentions: Sequence[Mention], claims: list[Claim]) -> list[Claim]:
    """Mark parts of totals, doubtful parts and revisions."""
    related = list(claims)
    for index, (mention, claim) in enumerate(zip(mentions, claims, strict=True)):
        relation = _relation(document.sentences[mention.sentence], document, index, mentions, claims)
        if relation:
            related[index] = replace(claim, relation=relation)
    return related


def _relation(
    sentence: Sentence, document: Document, index: int, mentions: Sequence[Mention], claims: Sequence[Claim]
) -> Relation | None:
    cues = load_table("relations.toml")
    claim, mention = claims[index], mentions[index]
    after = " ".join(w.lower for w in sentence.words[mention.anchor :])
    if mention.sentence + 1 < len(document.sentences):
        following = document.sentences[mention.sentence + 1]
        after_next = " ".join(w.lower for w in following.words)
    else:
        after_next = ""
    before = " ".join(w.lower for w in sentence.words[max(0, mention.first - 4) : mention.anchor])
    totals = [
        i
        for i, other in enumerate(claims)
        if i != index and other.status is claim.status and other.low > claim.low and _may_hold(other, claim)
    ]
    same_sentence = [i for i in totals if mentions[i].sentence == mention.sentence and mentions[i].anchor < mention.anchor]
    if totals and any(cue in after or cue in after_next for cue in cues["maybe_part_of"]["phrases"]):
        return Relation(RelationKind.MAYBE_PART_OF, max(totals, key=lambda i: (claims[i].high is not None, -i)))
    if same_sentence and any(cue in f" {before} " for cue in cues["part_of"]["before"]):
        return Relation(RelationKind.PART_OF, same_sentence[-1])
    if totals and any(f" {cue} " in f" {after} " for cue in cues["part_of"]["after"]):
        return Relation(RelationKind.PART_OF, totals[-1] if not same_sentence else same_sentence[-1])
    earlier = [i for i, other in enumerate(claims) if i != index and other.status is claim.status and other.group is claim.group]
    if earlier and any(cue in before for cue in cues["revises"]["before"]):
        return None
    lower = " ".join(w.lower for w in sentence.words)
    if earlier and any(cue in lower for cue in cues["revises"]["phrases"]):
        old = [i for i in earlier if claims[i].low < claim.low]
        if old:
            return Relation(RelationKind.REVISES, old[-1])
    return None


def _may_hold(total: Claim, part: Claim) -> bool:
    return total.group is Group.UNSPECIFIED or total.group is part.group
