"""Turn the annotated dispatches, and MUC-4's templates, into tags for the coding heads.

Layers: ``trigger`` (main or background event), ``event`` (ACLED sub-event type, on triggers), ``harm`` (status,
on the number or noun that counts people), ``side`` (group, there too), ``speech`` (source and cue),
``content`` (what was said), ``party`` (perpetrator, target, weapon), ``tie`` (the number of the event that a trigger,
a figure, a party, a place or a date belongs to).
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.coding.dateline import day_of_report, find_dateline
from dateline.coding.dates import code_dates
from dateline.language.parser import Parser
from training.corpora import OPEN, Document, Sentence, open_text, split_text, tag_words

#: The layer whose values are numbers of events rather than labels.
TIE = "tie"

Offsets = list[tuple[int, int]]
Span = tuple[int, int, str]

_HEDGE = re.compile(
    r"^(?:at|least|more|than|less|fewer|over|under|up|to|about|around|some|nearly|almost|as|many|no|another|other|the|of|or|an?|"
    r"and|between|from|only|just|estimated|roughly|approximately|further|additional|people|others|than|close|-|all|both)$",
    re.IGNORECASE,
)
_AFTER_HEAD = re.compile(r"\s(?:of|in|from|at|for|who|with|on|and|near|belonging)\s|,")


def read_dispatches(reports: Path, annotations: Path, parser: Parser | None = None) -> Iterator[Document]:
    """Read the project's own dispatches with all that is annotated on them.

    With a ``parser`` the words of an event's date are found and tied to it.
    """
    rows = {row["id"]: row for row in map(json.loads, reports.read_text(encoding="utf-8").splitlines())}
    for line in annotations.read_text(encoding="utf-8").splitlines():
        marks = json.loads(line)
        if marks["id"] in rows:
            row = rows[marks["id"]]
            yield _document(row, marks, _date_words(row, parser) if parser else [])


def _document(row: dict[str, Any], marks: dict[str, Any], dates: list[Span]) -> Document:
    text = row["text"]
    pieces = split_text(row["id"], text)
    names = [
        (m.start(), m.end(), kind)
        for name, kind in marks["names"].items()
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]
    speech = [(*s["source"], "SOURCE") for s in marks["statements"] if s["source"]]
    speech += [(*s["cue"], "CUE") for s in marks["statements"] if s["cue"]]
    content = [(*piece, "CONTENT") for s in marks["statements"] for piece in s["content"]]
    for sentence, offsets in pieces:
        sentence.layers = {
            "name": tag_words(offsets, names),
            "speech": tag_words(offsets, speech),
            "content": tag_words(offsets, content),
            "party": _party(text, row["events"], marks["triggers"], offsets),
            **_triggers(row["events"], marks["triggers"], offsets),
            **_harm(text, row["events"], marks["mentions"], offsets),
            TIE: tie_words(offsets, _members(row, marks) + dates),
        }
    return Document(row["id"], [sentence for sentence, _ in pieces])


def _members(row: dict[str, Any], marks: dict[str, Any]) -> list[Span]:
    """Return the words that belong to one event: triggers, who is counted, and the name of its place."""
    members = [(start, end, event) for event, start, end in marks["triggers"]]
    members += [(*(mention["count"] or mention["who"]), mention["event"]) for mention in marks["mentions"]]
    places = [(event["location"]["name"], event["id"]) for event in row["events"] if event["location"]]
    for name, event in places:
        if [other for other, _ in places].count(name) == 1:
            members += [(*m.span(), event) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row["text"])]
    return members


def _date_words(row: dict[str, Any], parser: Parser) -> list[Span]:
    """Return the words that give the day of one event and of no other, as our own reading of dates finds them."""
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    anchor = day_of_report(find_dateline(row["text"], published)[0], published)
    days = [(event["date_start"], event["id"]) for event in row["events"] if event["date_start"]]
    return [
        (mention.span.start, mention.span.end, event)
        for mention in code_dates(parser.parse(row["text"]), anchor)
        for day, event in days
        if mention.start and mention.start.isoformat() == day and [d for d, _ in days].count(day) == 1
    ]


def tie_words(offsets: Offsets, members: list[Span]) -> list[str]:
    """Write the number of its event ("e2" is 2) at the last word of each member; a word of two events stays open."""
    found: list[set[str]] = [set() for _ in offsets]
    for start, end, event in members:
        inside = [i for i, (a, b) in enumerate(offsets) if start <= a and b <= end]
        for i in inside[-1:]:
            found[i].add(event.removeprefix("e"))
    return [next(iter(events)) if len(events) == 1 else OPEN for events in found]


#: What a mark of ``invented.txt`` says; the others name their event alone.
_LABEL = {"n": "{k}", "src": "SOURCE", "cue": "CUE", "c": "CONTENT", "x": "{e}/{s}/{g}", "p": "{e}/{r}"}
_TAG = re.compile(r"<(/?)(n|src|cue|c|t|x|p|w|d)((?: \w+=\w+)*)>")


def read_invented(path: Path) -> Iterator[Document]:
    """Read the dispatches invented for training, marked up in line (see annotations/README.md)."""
    for block in path.read_text(encoding="utf-8").split("\n%%%"):
        head, _, body = block.strip("\n").partition("\n")
        if body:
            yield _invented(json.loads(head), body.strip("\n"))


def _invented(head: dict[str, Any], body: str) -> Document:
    text, marks = _read_markup(body)
    spans = lambda *names: [(start, end, tag) for name, tag, start, end in marks if name in names]  # noqa: E731
    pieces = split_text(head["id"], text)
    for sentence, offsets in pieces:
        sentence.layers = {
            "name": tag_words(offsets, spans("n")),
            "speech": tag_words(offsets, spans("src", "cue")),
            "content": tag_words(offsets, spans("c")),
            "party": tag_words(offsets, [(a, b, t.split("/")[1]) for n, t, a, b in marks if n == "p"]),
            **_point(
                text, offsets, [(*head["events"][t], a, b) for n, t, a, b in marks if n == "t"], ("trigger", "event")
            ),
            **_point_counts(text, offsets, [(*t.split("/")[1:], a, b) for n, t, a, b in marks if n == "x"]),
            TIE: tie_words(offsets, [(a, b, t.split("/")[0]) for n, t, a, b in marks if n in "txpwd"]),
        }
    return Document(head["id"], [sentence for sentence, _ in pieces])


def _read_markup(body: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """Return the bare text and its marks: tag, label, start, end."""
    text, marks, opened, position = "", [], [], 0
    for match in _TAG.finditer(body):
        text += body[position : match.start()]
        position = match.end()
        if match[1]:
            name, values, start = opened.pop()
            label = _LABEL.get(name, "{e}")
            marks.append((name, label.format(**values), start, len(text)))
        else:
            opened.append((match[2], dict(part.split("=") for part in match[3].split()), len(text)))
    return text + body[position:], marks


def _point(
    text: str, offsets: Offsets, marks: list[tuple[str, str, int, int]], names: tuple[str, str]
) -> dict[str, list[str]]:
    first, second = ["O"] * len(offsets), [OPEN] * len(offsets)
    for one, two, start, end in marks:
        for i, (a, b) in enumerate(offsets):
            if start <= a and b <= end:
                first[i], second[i] = one, two
    return {names[0]: first, names[1]: second}


def _point_counts(text: str, offsets: Offsets, marks: list[tuple[str, str, int, int]]) -> dict[str, list[str]]:
    """Tag the numerals of each marked figure, or its last word where it has none."""
    numerals = []
    for status, group, start, end in marks:
        inside = [(a, b) for a, b in offsets if start <= a and b <= end]
        bare = [(a, b) for a, b in inside if not _HEDGE.match(text[a:b])] or inside[-1:]
        numerals += [(status, group, a, b) for a, b in bare]
    return _point(text, offsets, numerals, ("harm", "side"))


def _triggers(events: list[dict[str, Any]], triggers: list[list[Any]], offsets: Offsets) -> dict[str, list[str]]:
    by_id = {event["id"]: event for event in events}
    trigger, kind = ["O"] * len(offsets), [OPEN] * len(offsets)
    for event, start, end in triggers:
        for i, (a, b) in enumerate(offsets):
            if start <= a and b <= end:
                trigger[i] = by_id[event]["role"]
                kind[i] = by_id[event]["sub_event_type"]
    return {"trigger": trigger, "event": kind}


def _harm(
    text: str, events: list[dict[str, Any]], mentions: list[dict[str, Any]], offsets: Offsets
) -> dict[str, list[str]]:
    by_id = {event["id"]: event for event in events}
    harm, side = ["O"] * len(offsets), [OPEN] * len(offsets)
    for mention in mentions:
        claim = by_id[mention["event"]]["casualties"][mention["claim"]]
        if mention["count"]:
            start, end = mention["count"]
            inside = [i for i, (a, b) in enumerate(offsets) if start <= a and b <= end]
            inside = [i for i in inside if not _HEDGE.match(text[slice(*offsets[i])])] or inside[-1:]
        else:
            start, end = mention["who"]
            stop = _AFTER_HEAD.search(text, start, end)
            end = stop.start() if stop else end
            inside = [i for i, (a, b) in enumerate(offsets) if start <= a and b <= end][-1:]
        for i in inside:
            harm[i], side[i] = claim["status"], claim["group"]
    return {"harm": harm, "side": side}


def _party(text: str, events: list[dict[str, Any]], triggers: list[list[Any]], offsets: Offsets) -> list[str]:
    """Tag the coded names of perpetrators, targets and weapons; open where no trigger stands beside them."""
    start, end = offsets[0][0], offsets[-1][1]
    here = {event for event, a, _ in triggers if start <= a < end}
    spans: list[Span] = []
    elsewhere: list[Span] = []
    for event in events:
        for key, tag in (("perpetrators", "PERP"), ("targets", "TARGET"), ("weapons", "WEAPON")):
            for phrase in event[key]:
                for form in {phrase, re.sub(r"\s*\([^)]*\)", "", phrase), *re.findall(r"\(([^)]+)\)", phrase)}:
                    for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text[start:end], re.IGNORECASE):
                        (spans if event["id"] in here else elsewhere).append((start + m.start(), start + m.end(), tag))
    tags = tag_words(offsets, spans)
    for i, (a, b) in enumerate(offsets):
        if tags[i] == "O" and any(first <= a and b <= last for first, last, _ in elsewhere):
            tags[i] = OPEN
    return tags


_UNITS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "twenty",
)


#: Shares of long words misspelt and of headlines capitalised in varied copies.
_MISSPELT, _CAPITALS = 0.015, 0.3


def read_towns(folder: Path) -> list[str]:
    """Return one-word names of places from country files in GeoNames column order."""
    rows = (line.split("\t") for path in sorted(folder.glob("*.txt.gz")) for line in open_text(path).splitlines())
    return sorted(
        {row[1] for row in rows if len(row) > 1 and row[1].isalpha() and row[1].istitle() and len(row[1]) > 3}
    )


def vary(documents: list[Document], towns: list[str], chance: random.Random) -> list[Document]:
    """Return copies of the dispatches with other numbers and other names, so that no figure or town is learnt by heart.

    A few words are misspelt and some headlines set in capitals, as on real pages.
    """
    pool: dict[str, list[str]] = {"B-PER": [], "B-ORG": [], "B-LOC": chance.sample(towns, 3000), "I-PER": []}
    for sentence in (s for d in documents for s in d.sentences):
        for word, tag in zip(sentence.words, sentence.layers["name"], strict=True):
            if tag in pool and word.isalpha():
                pool[tag].append(word)
    copies = [Document(d.id, [_vary_sentence(s, pool, chance) for s in d.sentences]) for d in documents]
    for copy in copies:
        if copy.sentences and copy.sentences[0].words[-1].isalnum() and chance.random() < _CAPITALS:
            copy.sentences[0].words = [word[:1].upper() + word[1:] for word in copy.sentences[0].words]
    return copies


def _misspell(word: str, chance: random.Random) -> str:
    """Return a long word with one of its inner letters lost, doubled or swapped with the next."""
    i = chance.randrange(1, len(word) - 2)
    lost, doubled = word[:i] + word[i + 1 :], word[: i + 1] + word[i:]
    swapped = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return chance.choice((lost, doubled, swapped))


def _vary_sentence(sentence: Sentence, pool: dict[str, list[str]], chance: random.Random) -> Sentence:
    words = list(sentence.words)
    tags = [*sentence.layers["name"], "O"]
    for i, word in enumerate(words):
        if tags[i] in pool and word.isalpha() and not word.isupper() and chance.random() < 0.3:
            is_whole = tags[i][0] == "I" or not tags[i + 1].startswith("I") or tags[i] == "B-PER"
            words[i] = chance.choice(pool[tags[i]]) if is_whole else word
        elif word.isdigit() and len(word) < 4 and chance.random() < 0.5:
            words[i] = str(max(2, round(int(word) * chance.uniform(0.4, 2.5))))
        elif word.lower() in _UNITS and chance.random() < 0.5:
            other = chance.choice(_UNITS)
            words[i] = other.capitalize() if word[0].isupper() else other
        elif len(word) > 5 and word.isalpha() and word.islower() and chance.random() < _MISSPELT:
            words[i] = _misspell(word, chance)
    return Sentence(words, sentence.heads, sentence.layers)


_MUC_SLOTS = {"PerpInd": "PERP", "PerpOrg": "PERP", "Target": "TARGET", "Victim": "TARGET", "Weapon": "WEAPON"}


def read_muc4(path: Path) -> Iterator[Document]:
    """Read MUC-4's texts with the fillers of its templates as parties."""
    for row in map(json.loads, open_text(path).splitlines()):
        text = row["doctext"]
        spans: list[Span] = []
        for template in row["templates"]:
            for slot, tag in _MUC_SLOTS.items():
                for entity in template.get(slot, []):
                    spans += [(start, start + len(quote), tag) for quote, start in entity]
        pieces = split_text(row["docid"], text)
        for sentence, offsets in pieces:
            sentence.layers = {"party": tag_words(offsets, spans)}
        if spans:
            yield Document(row["docid"], [sentence for sentence, _ in pieces])
