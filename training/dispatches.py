"""Turn the annotated dispatches, and MUC-4's templates, into tags for the coding heads.

Heads: ``trigger`` (main or background event), ``event`` (ACLED sub-event type, on triggers), ``harm`` (status,
on the number or noun that counts people), ``side`` (group, there too), ``speech`` (source and cue),
``content`` (what was said), ``party`` (perpetrator, target, weapon).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpora import OPEN, Document, Sentence, open_text, split_text, tag_words

Offsets = list[tuple[int, int]]
Span = tuple[int, int, str]

_HEDGE = re.compile(
    r"^(?:at|least|more|than|less|fewer|over|under|up|to|about|around|some|nearly|almost|as|many|no|another|other|the|of|or|an?|"
    r"and|between|from|only|just|estimated|roughly|approximately|further|additional|people|others|than|close|-|all|both)$",
    re.IGNORECASE,
)
_AFTER_HEAD = re.compile(r"\s(?:of|in|from|at|for|who|with|on|and|near|belonging)\s|,")


def read_dispatches(reports: Path, annotations: Path) -> Iterator[Document]:
    """Read the project's own dispatches with all that is annotated on them."""
    rows = {row["id"]: row for row in map(json.loads, reports.read_text(encoding="utf-8").splitlines())}
    for line in annotations.read_text(encoding="utf-8").splitlines():
        marks = json.loads(line)
        if marks["id"] in rows:
            yield _document(rows[marks["id"]], marks)


def _document(row: dict[str, Any], marks: dict[str, Any]) -> Document:
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
        }
    return Document(row["id"], [sentence for sentence, _ in pieces])


def _triggers(events: list[dict[str, Any]], triggers: list[list[Any]], offsets: Offsets) -> dict[str, list[str]]:
    by_id = {event["id"]: event for event in events}
    trigger, kind = ["O"] * len(offsets), [OPEN] * len(offsets)
    for event, start, end in triggers:
        for i, (a, b) in enumerate(offsets):
            if start <= a and b <= end:
                trigger[i] = by_id[event]["role"]
                kind[i] = by_id[event]["sub_event_type"]
    return {"trigger": trigger, "event": kind}


def _harm(text: str, events: list[dict[str, Any]], mentions: list[dict[str, Any]], offsets: Offsets) -> dict[str, list[str]]:
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


__all__ = ["Sentence", "read_dispatches", "read_muc4"]
