"""Name the actor that can answer for an event: a phrase's own actor, the one it speaks for, the one a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import load_lines, load_table
from dateline.coding.actor_words import is_generic
from dateline.coding.deeds import antecedent, by_word
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention, SourceKind, Statement
from dateline.register import nationalities

Describe = Callable[[int, int], str]
_MARKS = re.compile('["“”‘(]')
#: Relations by which a phrase holds the actor it stands for: "a Taliban spokesman", "the group JNIM", "men of the BLA".
_HOLDING = ("compound", "amod", "nmod", "appos", "flat", "acl", "obl", "xcomp", "obj", "nsubj")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at a word: the speaker's wording, the actor it speaks for, and its kind."""

    speaker: str | None = None
    party: ActorMention | None = None
    kind: SourceKind = SourceKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Answerable:
    """A report with its speakers and actors, asked who answers for what."""

    document: Document
    statements: Sequence[Statement]
    actors: Mapping[tuple[int, int], ActorMention]
    describe: Describe

    @classmethod
    def of(
        cls,
        document: Document,
        statements: Sequence[Statement],
        actors: Sequence[ActorMention],
        describe: Describe,
    ) -> Answerable:
        """Return a report ready to be asked."""
        return cls(document, statements, by_word(document, actors), describe)

    def voice(self, sentence: Sentence, word: Word) -> Voice:
        """Return who says what a word states: the subject of the verb of saying above it, else the speaker there."""
        holding = [s for s in self.statements if s.content.start <= word.start < s.content.end and s.speaker]
        said = min(holding, key=lambda s: s.content.end - s.content.start, default=None)
        speaker, kind = (said.speaker, said.source_kind) if said else (None, SourceKind.UNKNOWN)
        above = _sayer(sentence, word)
        party = self.actor(sentence, above) if above is not None and above.upos != "PRON" else None
        return Voice(speaker or (party.name if party else None), party or self.party(speaker), kind)

    def party(self, speaker: str | None) -> ActorMention | None:
        """Return the actor that a speaker's words name: "a spokesman of the Ethiopian military"."""
        words = f" {_MARKS.sub(' ', speaker or '').casefold()} "
        held = [a for a in self.actors.values() if f" {a.span.quote.casefold()}" in words]
        return max(held, key=lambda a: (is_named(a), len(a.span.quote)), default=None)

    def actor(self, sentence: Sentence, word: Word) -> ActorMention | None:
        """Return the actor of the phrase headed at a word; a named one inside it comes before a described one."""
        if word.upos == "PRON":
            head = antecedent(sentence, word.index)
            if head != word.index:
                return self.actor(sentence, sentence.words[head])
            return self.voice(sentence, word).party if word.lower not in _nobody("pronouns") else None
        own = self.actors.get((sentence.index, word.index))
        if own is not None and is_named(own):
            return own
        inside = (self.actors.get((sentence.index, i)) for i in _held(sentence, word.index))
        named = next((a for a in inside if a is not None and is_named(a)), None)
        return named or own

    def name(self, sentence: Sentence, word: Word) -> str | None:
        """Return the name of the actor, country or person that a phrase means; None where it is nobody answerable."""
        if any(kid.lower in _nobody("negations") for kid in sentence.kids(word.index, "det")):
            return None
        if word.lower in _nobody("negations") or word.lemma in _nobody("words"):
            return None
        actor = self.actor(sentence, word)
        if actor is not None:
            return actor.name
        head = antecedent(sentence, word.index)
        name = next((n for n in sentence.names if n.first <= head <= n.last), None)
        if name is None:
            return None
        first, last = sentence.words[name.first], sentence.words[name.last]
        text = self.document.text[first.start : last.end]
        state: str | None = load_table("capitals.toml").get(text)
        return state or text if name.kind == "PER" or state or nationalities().get(text) else None


def _sayer(sentence: Sentence, word: Word) -> Word | None:
    """Return the subject of the nearest verb of saying whose words a word belongs to."""
    below = word
    for above in sentence.ancestors(word.index):
        subjects = [w for w in sentence.kids(above.index, "nsubj") if w.index != below.index]
        if above.lemma in load_lines("saying_verbs.txt") and above.upos == "VERB" and subjects:
            return subjects[0]
        below = above
    return None


def is_named(actor: ActorMention) -> bool:
    """Tell whether an actor is called by its own proper name rather than described."""
    if actor.register_id is not None:
        return actor.kind not in ("State Forces", "External/Other Forces", "Civilians", "Protesters")
    words = actor.span.quote.split()
    is_proper = actor.kind is not None and all(word[:1].isupper() for word in words[-2:])
    return is_proper and not is_generic(actor.span.quote)


def _nobody(kind: str) -> list[str]:
    words: list[str] = load_table("responsibility.toml")["nobody"][kind]
    return words


def _held(sentence: Sentence, index: int) -> list[int]:
    """Return the words of a phrase that say for whom it stands, up to its clauses about other things."""
    found, waiting = [], [(index, 0)]
    while waiting:
        current, depth = waiting.pop()
        found.append(current)
        if depth < _DEEPEST:
            kids = sentence.kids(current, *_HOLDING)
            waiting.extend((kid.index, depth + 1) for kid in kids if not _is_aside(sentence, kid))
    return sorted(found[1:])


def _is_aside(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word is only tied to a phrase, not what it stands for: "militants with links to al-Qaida"."""
    if word.deprel.partition(":")[0] not in ("nmod", "obl") or word.deprel == "nmod:poss":
        return False
    cases = [kid.lower for kid in sentence.kids(word.index, "case")]
    return bool(cases) and cases[0] not in load_table("responsibility.toml")["told"]["standing_for"]


#: Links followed inside a phrase: "a statement by a spokesman of the group".
_DEEPEST = 4
