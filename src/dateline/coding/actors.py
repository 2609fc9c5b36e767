"""Armed and political actors of a report: who is named or described, and under which one name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.coding.actor_drafts import Draft
from dateline.coding.actor_names import named_actors
from dateline.coding.actor_nouns import Taken, described_actors, state_kind
from dateline.coding.actor_words import load_actor_words, singular
from dateline.coding.deeds import antecedent
from dateline.coding.noun_phrases import noun_phrase, phrase_text
from dateline.language.document import Document, Sentence
from dateline.model import ActorMention, Span
from dateline.register import ActorKind, Register

_OWNING = frozenset(("compound", "amod", "nmod", "nmod:poss", "appos", "flat"))


def code_actors(document: Document, register: Register, country_code: str | None) -> list[ActorMention]:
    """Return every mention of an armed or political actor, in the order of the text.

    ``country_code`` is where the report's main event happened (alpha-2), or None: it decides which
    group an acronym means and whose army "the army" is. Mentions of one actor bear one name: the
    full name as the report words it, else the register's.
    """
    named = named_actors(document, register, country_code)
    taken = {(draft.sentence, index) for draft in named for index in range(draft.first, draft.last + 1)}
    named = named + _shortened(document, named, taken)
    drafts = named + _pointing_back(document, named, taken) + _members(document, named, taken)
    taken |= {(draft.sentence, index) for draft in drafts for index in range(draft.first, draft.last + 1)}
    drafts += described_actors(document, register, country_code, taken)
    names = _canonical(drafts)
    return [_mention(document, draft, names, country_code) for draft in _apart(drafts)]


def describe_actor(document: Document, sentence_index: int, word_index: int, actors: Sequence[ActorMention]) -> str:
    """Return the best name for the noun phrase headed at a word; empty when the words name nobody.

    The name of the actor that the phrase is, or whose people it means ("BLA fighters"); else the
    report's own words without determiners and relative clauses ("suspected Islamist militants").
    """
    sentence = document.sentences[sentence_index]
    head = sentence.words[antecedent(sentence, word_index)]
    inside = [actor for actor in actors if sentence.start <= actor.span.start < sentence.end]
    for actor in inside:
        if actor.span.start <= head.start < actor.span.end:
            return actor.name
    owner = _owner(sentence, head.index, inside)
    if owner is not None:
        return owner.name
    if head.upos not in {"NOUN", "PROPN", "ADJ", "X"} or _is_place(sentence, head.index):
        return ""
    first, last = noun_phrase(sentence, head.index)
    return phrase_text(document.text, sentence, first, last)


def _is_place(sentence: Sentence, head: int) -> bool:
    return any(name.kind == "LOC" and name.first <= head <= name.last for name in sentence.names)


def unidentified_name(phrase: str, country: str | None) -> str:
    """Return ACLED's name for an actor that nobody named, by what its words say.

    >>> unidentified_name("gunmen on motorcycles", "Pakistan")
    'Unidentified Armed Group (Pakistan)'
    >>> unidentified_name("anti-government protesters", "Kenya")
    'Protesters (Kenya)'
    """
    lexicon = load_actor_words()
    words = phrase.lower().replace("-", " ").split()
    forms = {form for word in words for form in (word, word.rstrip("s"), word.replace("men", "man"))}
    kinds = {lexicon.kinds[form] for form in forms if form in lexicon.kinds}
    label = "Unidentified Armed Group"
    for kind in (ActorKind.PROTESTERS, ActorKind.RIOTERS):
        if kind.value in kinds:
            label = kind.value
    if ActorKind.IDENTITY_MILITIA.value in kinds:
        label = "Unidentified Communal Militia"
    if "gang" in forms or "cartel" in forms:
        label = "Unidentified Gang"
    return f"{label} ({country})" if country else label


def _owner(sentence: Sentence, head: int, actors: Sequence[ActorMention]) -> ActorMention | None:
    """Return the named actor inside a phrase whose people or weapons the head means: "fighters of the BLA"."""
    lexicon, noun = load_actor_words(), singular(sentence.words[head])
    if noun not in lexicon.members and noun not in lexicon.attacks:
        return None
    for actor in actors:
        is_named = actor.span.quote != actor.span.quote.lower()
        if is_named and _is_owned(sentence, head, actor):
            return actor
    return None


def _is_owned(sentence: Sentence, head: int, actor: ActorMention) -> bool:
    """Tell whether the syntax ties a head to an actor inside its phrase."""
    word = next((w for w in reversed(sentence.words) if actor.span.start <= w.start < actor.span.end), None)
    for _ in sentence.words:
        if word is None or word.head < 0 or word.deprel not in _OWNING:
            return False
        if word.head == head:
            return True
        word = sentence.words[word.head]
    return False


def _pointing_back(document: Document, named: Iterable[Draft], taken: Taken) -> list[Draft]:
    """Resolve "the group" and its like to the last armed group named before it."""
    lexicon = load_actor_words()
    groups = sorted((d for d in named if d.is_named and d.kind != "State Forces"), key=lambda d: (d.sentence, d.first))
    found: list[Draft] = []
    for sentence in document.sentences:
        for word in sentence.words:
            if singular(word) not in lexicon.back or (sentence.index, word.index) in taken:
                continue
            first = _pointer(sentence, word.index)
            if first is None:
                continue
            if any(kid.index > word.index for kid in sentence.kids(word.index, "nmod", "acl", "appos")):
                continue
            before = [d for d in groups if (d.sentence, d.first) < (sentence.index, word.index)]
            if before and sentence.index - before[-1].sentence <= 3:
                last = before[-1]
                found.append(
                    Draft(
                        sentence.index,
                        first,
                        word.index,
                        word.text,
                        last.key,
                        0,
                        last.actor,
                        last.kind,
                        last.country,
                        True,
                    )
                )
    return found


def _pointer(sentence: Sentence, head: int) -> int | None:
    """Return where "the group", "the militant group" begins, if only words for armed men stand inside it."""
    lexicon, first = load_actor_words(), head - 1
    while first >= 0 and (
        sentence.words[first].lower in lexicon.armed or singular(sentence.words[first]) in lexicon.kinds
    ):
        first -= 1
    return first if first >= 0 and sentence.words[first].lower in {"the", "this", "that"} else None


def _shortened(document: Document, named: Iterable[Draft], taken: Taken) -> list[Draft]:
    """Return the ends of longer names that stand alone: "the Liberation Army", after West Papua Liberation Army."""
    ends: dict[tuple[str, ...], dict[str, Draft]] = {}
    for draft in named:
        words = draft.words.split()
        for size in range(2, len(words)):
            if draft.is_named and words[-size][:1].isupper():
                ends.setdefault(tuple(words[-size:]), {}).setdefault(draft.key, draft)
    found = []
    for sentence in document.sentences:
        texts = [word.text for word in sentence.words]
        for end, drafts in ends.items():
            for first in (
                i for i, text in enumerate(texts) if text == end[0] and tuple(texts[i : i + len(end)]) == end
            ):
                places = {(sentence.index, index) for index in range(first, first + len(end))}
                if len(drafts) == 1 and places.isdisjoint(taken):
                    full = next(iter(drafts.values()))
                    at = (sentence.index, first, first + len(end) - 1, " ".join(end))
                    found.append(Draft(*at, full.key, 0, full.actor, full.kind, full.country, True))
                    taken |= places
    return found


def _members(document: Document, named: Iterable[Draft], taken: Taken) -> list[Draft]:
    """Return phrases that mean the people of a named actor: "BLA fighters", "suspected Boko Haram militants"."""
    members, found = load_actor_words().members, []
    for draft in named:
        sentence = document.sentences[draft.sentence]
        inside = range(draft.first, draft.last + 1)
        head = next((sentence.words[i].head for i in inside if sentence.words[i].head not in inside), -1)
        if head <= draft.last or not draft.is_named or (draft.sentence, head) in taken:
            continue
        top = next(sentence.words[i] for i in inside if sentence.words[i].head == head)
        if top.deprel in {"compound", "amod", "nmod:poss"} and singular(sentence.words[head]) in members:
            first, _ = noun_phrase(sentence, head)
            words = phrase_text(document.text, sentence, min(first, draft.first), head)
            found.append(
                Draft(
                    draft.sentence,
                    min(first, draft.first),
                    head,
                    words,
                    draft.key,
                    0,
                    draft.actor,
                    draft.kind,
                    draft.country,
                    True,
                )
            )
    return found


def _canonical(drafts: Iterable[Draft]) -> dict[str, str]:
    """Return the one name of each actor: its first full name in the report, else the register's."""
    best: dict[str, Draft] = {}
    ordered = sorted(drafts, key=lambda d: (d.sentence, d.first))
    for draft in ordered:
        held = best.get(draft.key)
        if held is None or draft.rank > held.rank:
            best[draft.key] = draft
    brief = [d for d in reversed(ordered) if d.rank == 1 and d.is_named and " " not in d.words]
    short = {draft.key: draft.words for draft in brief}
    return {key: _name(draft, short.get(key)) for key, draft in best.items()}


def _name(draft: Draft, short: str | None) -> str:
    """Return an actor's best wording with its acronym as the report has it."""
    if draft.is_named and draft.rank >= 2 and short and " " in draft.words:
        return f"{draft.words} ({short})"
    if draft.is_named and draft.rank < 2 and draft.actor:
        is_short = " " not in draft.words and draft.words != draft.actor.name
        return f"{draft.actor.name} ({draft.words})" if is_short else draft.actor.name
    return draft.words


def _apart(drafts: Iterable[Draft]) -> list[Draft]:
    """Return drafts in the order of the text; of words inside words that mean one actor, the longer."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.sentence, d.first, -d.last)):
        near = kept[-2:]
        if not any(
            k.sentence == draft.sentence
            and draft.last <= k.last
            and (k.key == draft.key or k.first == draft.first == k.last)
            for k in near
        ):
            kept.append(draft)
    return kept


def _mention(document: Document, draft: Draft, names: dict[str, str], country: str | None) -> ActorMention:
    words = document.sentences[draft.sentence].words
    kind = draft.kind
    if kind == ActorKind.STATE_FORCES.value and draft.actor is not None and country not in draft.actor.countries:
        kind = state_kind(draft.country, country)
    return ActorMention(
        Span.of(document.text, words[draft.first].start, words[draft.last].end),
        names[draft.key],
        draft.actor.id if draft.actor else None,
        kind,
        draft.country,
    )
