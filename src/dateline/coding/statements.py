"""Find who said what: the source, the cue and the content of every statement.

The language model tags sources, cues and contents word by word; this module joins them over the
syntax into statements and follows pronouns and "the official" back to the speaker's first mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.noun_phrases import noun_phrase
from dateline.coding.sources import classify_source
from dateline.language.document import Document, Sentence
from dateline.model import Span, Statement
from dateline.register import Register

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A speaker met so far: the words that name them, their head lemma and number."""

    name: str
    head: str
    is_plural: bool
    is_person: bool


def code_statements(document: Document, register: Register) -> list[Statement]:
    """Return the statements of a document in the order of their contents; ``register`` tells armed groups."""
    statements: list[Statement] = []
    speakers: list[_Speaker] = []
    for sentence in document.sentences:
        previous = statements[-1] if statements else None
        statements.extend(_code_sentence(document.text, sentence, register, speakers, previous))
    return statements


def tag_runs(tags: Sequence[str], kind: str) -> list[Run]:
    """Return the runs of words tagged ``B-kind`` and ``I-kind``, as first and last index.

    >>> tag_runs(["B-CUE", "O", "B-CUE", "I-CUE"], "CUE")
    [(0, 0), (2, 3)]
    """
    runs: list[Run] = []
    for index, tag in enumerate(tags):
        if tag[2:] != kind:
            continue
        if tag[0] == "I" and runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _code_sentence(
    text: str, sentence: Sentence, register: Register, speakers: list[_Speaker], previous: Statement | None
) -> list[Statement]:
    speech = sentence.tags("speech")
    contents = _join_close(sentence, tag_runs(sentence.tags("content"), "CONTENT"))
    cues = tag_runs(speech, "CUE")
    sources = tag_runs(speech, "SOURCE")
    if not contents:
        for source in sources:
            _name_speaker(sentence, source, speakers)
        return []
    if not cues and not sources:
        return _continue(text, sentence, contents, previous)
    found: list[Statement] = []
    anchors = cues or sources
    for anchor in anchors:
        own = [run for run in contents if _nearest(sentence, run, anchors) == anchor]
        if own:
            cue = anchor if cues else None
            speaker = _source_of(sentence, anchor, sources) if cues else anchor
            found.append(_statement(text, sentence, register, own, cue, speaker, speakers))
    return sorted(found, key=lambda statement: statement.content.start)


def _source_of(sentence: Sentence, cue: Run, sources: Sequence[Run]) -> Run | None:
    return _nearest(sentence, cue, sources, is_subject=True) if sources else None


def _join_close(sentence: Sentence, runs: list[Run]) -> list[Run]:
    """Join runs parted by a single untagged word inside one clause, and drop bare punctuation."""
    joined: list[Run] = []
    for run in runs:
        if joined and run[0] - joined[-1][1] == 2 and sentence.words[run[0] - 1].upos != "PUNCT":
            joined[-1] = (joined[-1][0], run[1])
        else:
            joined.append(run)
    return [run for run in joined if any(w.upos != "PUNCT" for w in sentence.words[run[0] : run[1] + 1])]


def _nearest(sentence: Sentence, run: Run, others: Sequence[Run], *, is_subject: bool = False) -> Run:
    """Return the run that governs (or is governed by) ``run`` in the tree, else the closest one."""

    def cost(other: Run) -> float:
        gap = max(other[0] - run[1], run[0] - other[1], 0)
        return gap - 30 * (_governs(sentence, other, run) or (is_subject and _governs(sentence, run, other)))

    return min(others, key=cost)


def _governs(sentence: Sentence, upper: Run, lower: Run) -> bool:
    """Tell whether the head of ``lower`` depends on a word of ``upper``."""
    head = head_of(sentence, lower)
    return upper[0] <= sentence.words[head].head <= upper[1]


def head_of(sentence: Sentence, run: Run) -> int:
    """Return the word of a run whose own head lies outside of it (the first such word)."""
    inside = range(run[0], run[1] + 1)
    outer = [i for i in inside if sentence.words[i].head not in inside and sentence.words[i].upos != "PUNCT"]
    return outer[0] if outer else run[0]


def _statement(
    text: str,
    sentence: Sentence,
    register: Register,
    contents: list[Run],
    cue: Run | None,
    source: Run | None,
    speakers: list[_Speaker],
) -> Statement:
    name = _name_speaker(sentence, source, speakers) if source else None
    kind, anonymous = classify_source(name or "", register)
    return Statement(
        source=_span(text, sentence, source) if source else None,
        cue=_span(text, sentence, cue) if cue else None,
        content=_content_span(text, sentence, (contents[0][0], contents[-1][1])),
        speaker=name,
        source_kind=kind,
        anonymous=anonymous,
    )


def _continue(text: str, sentence: Sentence, contents: list[Run], previous: Statement | None) -> list[Statement]:
    """A sentence of content without source or cue goes on with what the previous speaker said."""
    if previous is None or text.count("\n", previous.content.end, sentence.start) > 1:
        return []
    content = _content_span(text, sentence, (contents[0][0], contents[-1][1]))
    return [Statement(None, None, content, previous.speaker, previous.source_kind, previous.anonymous)]


def _span(text: str, sentence: Sentence, run: Run) -> Span:
    return Span.of(text, sentence.words[run[0]].start, sentence.words[run[1]].end)


def _content_span(text: str, sentence: Sentence, run: Run) -> Span:
    """Return the content without a comma or dash at its edges."""
    first, last = run
    while last > first and sentence.words[last].text in {",", "-", "–", "—", ".", ":"}:
        last -= 1
    while first < last and sentence.words[first].text in {",", "-", "–", "—", ".", ":"}:
        first += 1
    return _span(text, sentence, (first, last))


def _name_speaker(sentence: Sentence, source: Run, speakers: list[_Speaker]) -> str:
    """Return the speaker's name as the report words it, pronouns and "the official" resolved."""
    first, last = _with_apposition(sentence, source)
    head = sentence.words[head_of(sentence, source)]
    words = sentence.words[first : last + 1]
    name = "".join(
        word.text + (" " if word is not words[-1] and words[i + 1].start > word.end else "")
        for i, word in enumerate(words)
    )
    table = load_table("speakers.toml")
    is_plural = head.lower in table["plural_pronouns"] or (head.upos == "NOUN" and head.lemma != head.lower)
    is_person = (
        any(n.kind == "PER" and first <= n.first <= last for n in sentence.names) or head.lemma in table["person_nouns"]
    )
    wanted: str | None = None
    if head.upos == "PRON":
        wanted = _antecedent(speakers, head.lower, table)
    elif words[0].lower in ("the", "this", "that") and len(words) <= 3 and head.upos == "NOUN":
        wanted = next((s.name for s in reversed(speakers) if _is_called(s, head.lemma)), None)
        if wanted is None and head.lemma in table["stand_ins"]:
            wanted = speakers[-1].name if speakers else None
    elif len(words) <= 2 and head.upos == "PROPN":
        wanted = next((s.name for s in reversed(speakers) if s.name.split()[-1] == words[-1].text), None)
    if wanted:
        match = next(s for s in reversed(speakers) if s.name == wanted)
        speakers.append(match)
        return wanted
    speakers.append(_Speaker(name, head.lemma, is_plural, is_person))
    return name


def _is_called(speaker: _Speaker, noun: str) -> bool:
    """Tell whether a speaker is one of that noun: "the commissioner" after "Dak Tap Chuol, commissioner of Nasir"."""
    return speaker.head == noun or noun in speaker.name.casefold().replace(",", " ").split()


def _antecedent(speakers: Sequence[_Speaker], pronoun: str, table: dict[str, list[str]]) -> str | None:
    """Return the latest speaker a pronoun can stand for; "they" is any speaker if none was plural or a body."""
    named = [speaker for speaker in reversed(speakers) if speaker.head not in table["pronouns"]]
    if pronoun in table["plural_pronouns"]:
        fitting = [speaker for speaker in named if speaker.is_plural or not speaker.is_person] or named
    elif pronoun in table["person_pronouns"]:
        fitting = [speaker for speaker in named if not speaker.is_plural]
    else:
        fitting = [s for s in named if pronoun in table["thing_pronouns"] and not s.is_person]
    return fitting[0].name if fitting else None


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
