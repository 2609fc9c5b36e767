"""Turn casualty figures into claims: give each its speaker, drop repeats, relate parts and revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook import load_table
from dateline.coding.mention import Mention
from dateline.coding.relations import relate_claims
from dateline.coding.sources import is_partisan
from dateline.language.document import Document, Sentence
from dateline.model import Claim, Group, Reason, SourceKind, Span, Statement

#: Figures below this of different people are often equal by chance: "three women and three children".
_MANY = 10


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
    claims = [
        replace(c, partisan=True, reasons=(*c.reasons, Reason("partisan", "partisan")))
        if _partisan(c, perpetrators, targets)
        else c
        for c in claims
    ]
    kept: list[tuple[Mention, Claim]] = []
    for mention, claim in zip(mentions, claims, strict=True):
        place = next(
            (i for i, (earlier, old) in enumerate(kept) if _is_retold(old, claim, earlier, mention, document)),
            None,
        )
        if place is None:
            kept.append((mention, claim))
        elif not mention.is_definite and _is_better(claim, kept[place][1]):
            kept[place] = (mention, claim)
    kept.sort(key=lambda pair: (pair[0].sentence, pair[0].anchor))
    return relate_claims(document, [m for m, _ in kept], [c for _, c in kept])


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
        reasons=(*(clue.reason(document) for clue in mention.clues), *_source_reasons(statement)),
    )


def _source_reasons(statement: Statement | None) -> list[Reason]:
    """Return why a figure is a source's: the words by which it speaks, and what stands for its name."""
    if statement is None or statement.speaker is None:
        return [Reason("source", "source_own_voice")]
    found = [Reason("source", "source_statement", statement.cue or statement.source)]
    if statement.source and statement.source.quote not in statement.speaker:
        found.append(Reason("source", "source_resolved", statement.source))
    return found


def _span(text: str, sentence: Sentence, first: int, last: int) -> Span:
    return Span.of(text, sentence.words[first].start, sentence.words[last].end)


def _attribution(sentence: Sentence, mention: Mention, statements: Sequence[Statement]) -> Statement | None:
    """Return the narrowest statement whose content holds the figure."""
    at = sentence.words[mention.anchor].start
    holding = [s for s in statements if s.speaker and s.content.start <= at < s.content.end]
    return min(holding, key=lambda s: s.content.end - s.content.start, default=None)


def _partisan(claim: Claim, perpetrators: Sequence[str], targets: Sequence[str]) -> bool:
    return claim.source is not None and is_partisan(claim.source, claim.source_kind, perpetrators, targets, claim.group)


def _in_headline(document: Document, mention: Mention) -> bool:
    """Tell whether a figure stands in the headline: a first line that does not end as a sentence does."""
    sentence = document.sentences[mention.sentence]
    ends_line = document.text[sentence.end : sentence.end + 1] in ("\n", "\r")
    return mention.sentence == 0 and ends_line and sentence.words[-1].text not in (".", "!", "?", "”", '"')


def _is_retold(old: Claim, new: Claim, earlier: Mention, mention: Mention, document: Document) -> bool:
    """Tell whether a figure tells an earlier claim again; of single people, whether they are one person."""
    is_one_each = _is_one(mention) and _is_one(earlier)
    if mention.sentence == earlier.sentence and mention.low < _MANY and not is_one_each and _tells_apart(old, new):
        return False
    if is_one_each and mention.status is earlier.status:
        if mention.sentence == earlier.sentence and _is_described(
            document.sentences[mention.sentence], earlier, mention
        ):
            return True
        return _same_person(earlier, old, mention, new)
    return _same_claim(old, new, mention.is_definite, _in_headline(document, earlier))


def _is_described(sentence: Sentence, earlier: Mention, mention: Mention) -> bool:
    """Tell whether one person is named and described side by side: "the mayor, Ali Khan"."""
    if not (earlier.is_named or mention.is_named):
        return False
    first, last = sorted((earlier.who, mention.who))
    return all(word.upos not in ("CCONJ", "VERB") for word in sentence.words[first[1] + 1 : last[0]])


def _tells_apart(old: Claim, new: Claim) -> bool:
    """Tell whether two figures of one sentence are of different people by their nouns: "three women and three men"."""
    return old.who.quote.split()[-1:] != new.who.quote.split()[-1:] and not old.who.overlaps(new.who)


def _is_one(mention: Mention) -> bool:
    return (mention.low, mention.high) == (1, 1)


def _same_person(earlier: Mention, old: Claim, mention: Mention, new: Claim) -> bool:
    """Tell whether two single people who suffered the same are one person.

    They share a name or noun; or the later is "him", "the man" or a name for one not named yet: "A teacher
    was shot … Ali Khan, 41, died at once".
    """
    one, other = (claim.who.quote.casefold().split() for claim in (old, new))
    if one[-1:] == other[-1:] or (earlier.is_named and mention.is_named and set(one) & set(other)):
        return True
    if earlier.is_named and mention.is_named:
        return False
    plain = load_table("people.toml")["single"]
    if new.who.quote.casefold() in plain["pronouns"] or old.who.quote.casefold() in plain["pronouns"]:
        return True
    if mention.sentence == earlier.sentence:
        return False
    is_anyone = other[-1] in plain["anyone"] or one[-1] in plain["anyone"]
    if is_anyone and not {one[-1], other[-1]} >= set(plain["anyone"][:2]):
        return True
    return earlier.is_named != mention.is_named


def _same_claim(old: Claim, new: Claim, is_definite: bool, is_headline: bool) -> bool:
    """Tell whether two figures are one claim told twice.

    "The ten officials killed" points back to "ten", whoever they are called and whoever speaks; a
    headline tells what the text attributes.
    """
    if (old.status, old.low) != (new.status, new.low):
        return False
    if is_definite:
        return True
    if is_headline and (old.group == new.group or Group.UNSPECIFIED in (old.group, new.group)):
        return True
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
    return _rank(new) > _rank(old)


def _rank(claim: Claim) -> tuple[bool, bool, bool]:
    return claim.source is not None, claim.group is not Group.UNSPECIFIED, claim.high is not None and not claim.approx
