"""Values as rows and rows as values, by way of the contract: what is read back is what was coded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from dateline.ledger.ids import coder_id
from dateline.ledger.lines import Edit
from dateline.model import CodedReport, Coder, Judgement, Verdict
from dateline.model.coding_record import from_contract
from dateline.model.contract import to_contract

#: A row of a table, or an object of the contract.
Row = dict[str, Any]

_CODING_OF_REPORT = ("language", "dateline", "places", "dates", "actors", "people")
_COLUMNS_OF_EVENT = ("role", "event_type", "sub_event_type", "date_precision", "confidence")
_DAYS_OF_EVENT = ("date_start", "date_end")
_SPANS_OF_STATEMENT = ("source", "cue", "content")
_SPANS_OF_CLAIM = {"evidence_span": "evidence", "who": "who"}
_REST_OF_STATEMENT = ("speaker", "source_kind", "anonymous")
_REST_OF_CLAIM = ("status", "group", "low", "high", "approx", "source", "source_kind", "anonymous", "partisan")


def coder_row(coder: Coder) -> Row:
    """Return the row of the versions that made a coding."""
    return {"id": coder_id(coder), **asdict(coder)}


def rows_of(coded: CodedReport, given: str | None) -> dict[str, list[Row]]:
    """Return the rows of a coded report by table, but for its time; ``given`` is the id that it came with."""
    found: Row = to_contract(coded)
    report, made_by = coded.report, {"coder": coder_id(coded.coder)}
    rows: dict[str, list[Row]] = {
        "report": [
            {
                "id": report.id, "given_id": given, "title": report.title, "published": report.published,
                "publisher": report.publisher, "url": report.url, "text": report.text,
                "coding": {name: found[name] for name in _CODING_OF_REPORT}, **made_by,
            }
        ],
        "statement": [
            _statement_row(one) | {"report": report.id, "number": number} | made_by
            for number, one in enumerate(found["statements"])
        ],
        "event": [],
        "claim": [],
    }  # fmt: skip
    for number, event in enumerate(found["events"]):
        key = f"{report.id}/{event['id']}"
        rows["event"].append(_event_row(event) | {"key": key, "report": report.id, "number": number} | made_by)
        rows["claim"] += [
            _claim_row(one) | {"event": key, "number": index} | made_by for index, one in enumerate(event["casualties"])
        ]
    return rows


def coded_report(
    report: Row, coder: Row, statements: Iterable[Row], events: Iterable[Row], claims: Mapping[str, Iterable[Row]]
) -> CodedReport:
    """Return the coded report that rows hold, each kind in its order; ``claims`` are those of each event, by key."""
    return from_contract(
        {
            **report["coding"],
            **{name: report[name] for name in ("id", "text", "title", "publisher", "url")},
            "published": _iso(report["published"]),
            "statements": [_statement(row) for row in statements],
            "events": [_event(row) | {"casualties": list(map(_claim, claims.get(row["key"], ())))} for row in events],
            "coder": {field.name: coder[field.name] for field in fields(Coder)},
        },
        f"report {report['id']}",
    )


def judgement_row(judgement: Judgement) -> Row:
    """Return the row of a judgement, but for its id."""
    return asdict(judgement) | {"verdict": judgement.verdict.value}


def judgement_of(row: Row) -> Judgement:
    """Return the judgement that a row holds."""
    values = {field.name: row[field.name] for field in fields(Judgement)}
    return Judgement(**values | {"verdict": Verdict(row["verdict"])})


def edit_of(row: Row) -> Edit:
    """Return the edit that a row holds."""
    return Edit(**{field.name: row[field.name] for field in fields(Edit)})


def _event_row(event: Row) -> Row:
    location = event["location"] or {}
    apart = {"casualties", "toll", "incident", *_COLUMNS_OF_EVENT, *_DAYS_OF_EVENT}
    return {
        **{name: event[name] for name in _COLUMNS_OF_EVENT},
        **{name: _day(event[name]) for name in _DAYS_OF_EVENT},
        "place": location.get("name"),
        "admin1": location.get("admin1"),
        "country_code": location.get("country_code"),
        "coding": {name: value for name, value in event.items() if name not in apart},
    }


def _event(row: Row) -> Row:
    days = {name: _iso(row[name]) for name in _DAYS_OF_EVENT}
    return {**row["coding"], **{name: row[name] for name in _COLUMNS_OF_EVENT}, **days}


def _statement_row(statement: Row) -> Row:
    row: Row = {name: statement.get(name) for name in _REST_OF_STATEMENT}
    for name in _SPANS_OF_STATEMENT:
        row |= _span_columns(name, statement[name])
    return row


def _statement(row: Row) -> Row:
    spans = {name: _span(row, name) for name in _SPANS_OF_STATEMENT}
    return {name: row[name] for name in _REST_OF_STATEMENT} | spans


def _claim_row(claim: Row) -> Row:
    relation = claim["relation"] or {}
    row = {name: claim[name] for name in _REST_OF_CLAIM}
    row |= {"relation": relation.get("kind"), "relation_claim": relation.get("claim")}
    for name, column in _SPANS_OF_CLAIM.items():
        row |= _span_columns(column, claim[name])
    return row


def _claim(row: Row) -> Row:
    relation = {"kind": row["relation"], "claim": row["relation_claim"]} if row["relation"] else None
    spans = {name: _span(row, column) for name, column in _SPANS_OF_CLAIM.items()}
    return {name: row[name] for name in _REST_OF_CLAIM} | {"relation": relation} | spans


def _span_columns(name: str, span: Row | None) -> Row:
    span = span or {}
    return {f"{name}_start": span.get("start"), f"{name}_end": span.get("end"), name: span.get("quote")}


def _span(row: Row, name: str) -> Row | None:
    if row[name] is None:
        return None
    return {"start": row[f"{name}_start"], "end": row[f"{name}_end"], "quote": row[name]}


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
