"""Follow speakers through a report: pronouns and "the official" go back to the speaker's first mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.codebook import load_table
from dateline.coding.noun_phrases import noun_phrase
from dateline.coding.runs import Run, head_of
from dateline.coding.subjects import phrase
from dateline.language.document import Sentence


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker met so far: the words that name them, their head lemma and number."""

    name: str
    head: str
    is_plural: bool
    is_person: bool


@dataclass(slots=True)
class Speakers:
    """The speakers of a report, the latest last."""

    met: list[Speaker] = field(default_factory=list)

    def name(self, sentence: Sentence, source: Run) -> str:
        """Return the speaker's name as the report words it, pronouns and "the official" resolved."""
        run = _with_apposition(sentence, _meant(sentence, source))
        speaker = self._known(sentence, run, source) or _speaker(sentence, run, source)
        self.met.append(speaker)
        return speaker.name

    def _known(self, sentence: Sentence, run: Run, source: Run) -> Speaker | None:
        """Return the earlier speaker whom a pronoun, "the official" or a bare surname stands for."""
        table = load_table("speakers.toml")
        words = sentence.words[run[0] : run[1] + 1]
        head = sentence.words[head_of(sentence, _meant(sentence, source))]
        if head.upos == "PRON":
            return _antecedent(self.met, head.lower, table)
        if words[0].lower in ("the", "this", "that") and len(words) <= 3 and head.upos == "NOUN":
            called = next((s for s in reversed(self.met) if _is_called(s, head.lemma)), None)
            return called or (self.met[-1] if self.met and head.lemma in table["stand_ins"] else None)
        if len(words) <= 2 and head.upos == "PROPN":
            return next((s for s in reversed(self.met) if s.name.split()[-1] == words[-1].text), None)
        return None


def _meant(sentence: Sentence, source: Run) -> Run:
    """Return the phrase that a relative pronoun stands for: "a witness who said" is a witness; else the source."""
    head = sentence.words[head_of(sentence, source)]
    if source[0] == source[1] and head.lower in ("who", "which", "that") and head.head >= 0:
        verb = sentence.words[head.head]
        if verb.deprel == "acl:relcl":
            return phrase(sentence, verb.head, without=("case", "acl:relcl")) or source
    return source


def _speaker(sentence: Sentence, run: Run, source: Run) -> Speaker:
    table = load_table("speakers.toml")
    head = sentence.words[head_of(sentence, _meant(sentence, source))]
    words = sentence.words[run[0] : run[1] + 1]
    name = "".join(
        word.text + (" " if word is not words[-1] and words[i + 1].start > word.end else "")
        for i, word in enumerate(words)
    )
    is_plural = head.lower in table["plural_pronouns"] or (head.upos == "NOUN" and head.lemma != head.lower)
    is_person = (
        any(n.kind == "PER" and run[0] <= n.first <= run[1] for n in sentence.names)
        or head.lemma in table["person_nouns"]
    )
    return Speaker(name, head.lemma, is_plural, is_person)


def _is_called(speaker: Speaker, noun: str) -> bool:
    """Tell whether a speaker is one of that noun: "the commissioner" after "Dak Tap Chuol, commissioner of Nasir"."""
    return speaker.head == noun or noun in speaker.name.casefold().replace(",", " ").split()


def _antecedent(speakers: Sequence[Speaker], pronoun: str, table: dict[str, list[str]]) -> Speaker | None:
    """Return the latest speaker a pronoun can stand for; "they" is any speaker if none was plural or a body."""
    named = [speaker for speaker in reversed(speakers) if speaker.head not in table["pronouns"]]
    if pronoun in table["plural_pronouns"]:
        fitting = [speaker for speaker in named if speaker.is_plural or not speaker.is_person] or named
    elif pronoun in table["person_pronouns"]:
        fitting = [speaker for speaker in named if not speaker.is_plural]
    else:
        fitting = [s for s in named if pronoun in table["thing_pronouns"] and not s.is_person]
    return fitting[0] if fitting else None


def _with_apposition(sentence: Sentence, source: Run) -> Run:
    """Widen a source by a name in apposition: "a protest leader, Kabuljon Parpiyev"."""
    first, last = source
    head = head_of(sentence, source)
    if sentence.words[head].upos in ("NOUN", "PROPN"):
        last = max(last, noun_phrase(sentence, head)[1])
    for word in sentence.kids(head, "appos"):
        if word.index > last and word.index - last <= 3:
            tree = [i for i in sentence.subtree(word.index) if not _in_clause(sentence, i, word.index)]
            last = max(last, *tree) if tree else last
    while last > first and (
        sentence.words[last].upos == "PUNCT" or sentence.words[last].lower in ("who", "which", "that")
    ):
        last -= 1
    return first, last


def _in_clause(sentence: Sentence, index: int, top: int) -> bool:
    """Tell whether a word below ``top`` belongs to a relative clause or a comma that opens one."""
    while index != top:
        if sentence.words[index].deprel.startswith(("acl", "advcl", "punct", "parataxis")):
            return True
        index = sentence.words[index].head
    return False
