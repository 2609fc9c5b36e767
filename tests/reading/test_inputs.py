"""Files, folders and streams to reports, in order, with an issue in the place of each that fails."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Issue, Report
from dateline.reading import read_reports
from dateline.reading.inputs import LONGEST_REPORT
from dateline.reading.records import LONGEST_LINE

TEXT = "Ten people were killed in Kano on Friday, police said."


def read(data: bytes, published: date | None = None) -> list[Report | Issue]:
    return list(read_reports(["-"], BytesIO(data), published))


def codes(found: list[Report | Issue]) -> list[str]:
    return [one.code if isinstance(one, Issue) else "report" for one in found]


def test_a_text_is_one_report_with_the_day_that_was_given() -> None:
    [report] = read(TEXT.encode(), date(2026, 1, 31))
    assert report == Report(TEXT, published=date(2026, 1, 31))


def test_a_headline_becomes_the_title_while_the_text_stays_whole() -> None:
    text = f"Ten killed in Kano blast\n\n{TEXT}\n"
    [report] = read(text.encode())
    assert isinstance(report, Report)
    assert report.title == "Ten killed in Kano blast"
    assert report.text == text


@pytest.mark.parametrize("first", ["By Musa Abdullahi and John Okoh", "Kano", TEXT, "Ten killed, " * 20])
def test_a_first_line_that_is_no_headline_gives_no_title(first: str) -> None:
    [report] = read(f"{first}\n\n{TEXT}".encode())
    assert isinstance(report, Report)
    assert report.title is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "report-empty"),
        (b" \n\t\n", "report-empty"),
        (b"--- ... !!!", "report-empty"),
        (b"\xef\xbb\xbf", "report-empty"),
        (b"Ten\x00 died", "input-unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "input-unreadable"),
        (b"Ten died in M\xe9naka", "input-unreadable"),
        (TEXT.encode("utf-16"), "input-unreadable"),
        (TEXT.encode("utf-32"), "input-unreadable"),
        (b"\x01\x02\x03\x04" * 20, "input-unreadable"),
        (b"<!DOCTYPE html><html><body>Ten died</body></html>", "input-unreadable"),
        (b"\n<HTML lang=en>", "input-unreadable"),
        (b"Ten died. " * (LONGEST_REPORT // 9), "report-too-long"),
        ("é ".encode() * 4 * LONGEST_REPORT, "report-too-long"),
        ("قُتل عشرة أشخاص في بغداد".encode(), "language-unsupported"),
    ],
)
def test_bad_bytes_are_one_issue_that_says_which(data: bytes, code: str) -> None:
    assert codes(read(data)) == [code]


def test_messages_name_the_cure() -> None:
    [html] = read(b"<html>Ten died")
    [latin] = read(b"Ten died in M\xe9naka")
    assert isinstance(html, Issue)
    assert isinstance(latin, Issue)
    assert "HTML" in html.message
    assert "byte 14 is not UTF-8" in latin.message
    assert "iconv" in latin.message


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text() -> None:
    [report] = read(b"\xef\xbb\xbfTen people died.\r\nThen it rained.\r\n")
    assert isinstance(report, Report)
    assert report.text == "Ten people died.\nThen it rained.\n"


def test_lines_of_json_are_a_report_each_and_a_bad_line_costs_itself_alone() -> None:
    lines = [
        json.dumps({"text": TEXT, "id": "one"}),
        "{broken",
        "",
        '{"title": "no text"}',
        '["text"]',
        '{"text": ""}',
        '{"text": "\\u0000 died"}',
        "[" * 100_000,
        json.dumps({"text": TEXT, "id": "two"}),
    ]
    found = read("\n".join(lines).encode())
    assert [one.id for one in found] == [
        "one", *(f"standard input line {n}" for n in (2, 4, 5, 6, 7, 8)), "two",
    ]  # fmt: skip
    assert codes(found)[1:-1] == [*["record-malformed"] * 3, "report-empty", "input-unreadable", "record-malformed"]


def test_what_a_file_holds_decides_how_it_is_read_not_its_name(tmp_path: Path) -> None:
    (tmp_path / "records.txt").write_text(json.dumps({"text": TEXT, "id": "from-json"}))
    (tmp_path / "prose.jsonl").write_text(TEXT)
    found = list(read_reports([str(tmp_path / "records.txt"), str(tmp_path / "prose.jsonl")]))
    assert found == [Report(TEXT, id="from-json"), Report(TEXT)]


@pytest.mark.parametrize("data", [b'{\n  "text": "Ten died."\n}', b'[\n{"text": "Ten died."}\n]'])
def test_json_over_several_lines_is_one_issue_not_one_a_line(data: bytes) -> None:
    assert codes(read(data)) == ["record-malformed"]


def test_a_line_without_end_is_cut_and_the_next_line_is_still_read() -> None:
    data = b'{"text": "' + b"a" * (LONGEST_LINE + 10) + b'"}\n' + json.dumps({"text": TEXT}).encode()
    assert codes(read(data)) == ["record-malformed", "report"]


def test_a_record_of_more_than_a_megabyte_is_too_long() -> None:
    data = json.dumps({"text": "Ten died. " * 200_000, "id": "a"}).encode() + b'\n{"text": "Ten people died."}'
    assert codes(read(data)) == ["report-too-long", "report"]


def test_a_missing_path_is_an_issue_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert codes(list(read_reports([str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]))) == ["input-missing", "report"]


def test_a_folder_is_its_reports_in_the_order_of_their_names_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.txt", "inner/z.txt", "a.TXT", ".hidden/c.txt", ".d.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{TEXT} This is {name}")
    (tmp_path / "README.md").write_text("About these reports.")
    (tmp_path / "page.html").write_text("<html>")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(read_reports([str(tmp_path)]))
    ends = [one.text.split()[-1] if isinstance(one, Report) else one.code for one in found]
    assert ends == ["a.TXT", "b.txt", "input-unreadable", "inner/z.txt"]


def test_a_folder_without_reports_is_an_issue(tmp_path: Path) -> None:
    assert codes(list(read_reports([str(tmp_path)]))) == ["input-unreadable"]


def test_reports_are_read_only_as_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = read_reports([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    next(found)
    (tmp_path / "b.txt").write_text(TEXT)
    assert isinstance(next(found), Report)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    assert all(isinstance(one, Report | Issue) for one in read(data))


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40), max_size=5))
def test_every_line_of_json_gives_exactly_one_result(texts: list[str]) -> None:
    lines = [json.dumps({"text": text}) for text in texts]
    assert len(read("\n".join(['{"text": "Ten people died."}', *lines]).encode())) == len(lines) + 1
