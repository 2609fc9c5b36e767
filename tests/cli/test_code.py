"""``dateline code`` as it is typed: what it prints, what it says of bad input, and its exit codes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from tests.fakes import load_fake, load_missing

TEXT = "KANO, Nigeria — 12 people were killed on Friday, police said."
RECIPE = "Whisk three eggs with the sugar, fold in the flour and bake it for twenty minutes."


def run(*arguments: str | Path, stdin: str | bytes = b"") -> Result:
    return CliRunner().invoke(main, ["code", *map(str, arguments)], input=stdin, obj=load_fake)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def dispatch(tmp_path: Path) -> Path:
    file = tmp_path / "dispatch.txt"
    file.write_text(TEXT)
    return file


def test_a_dispatch_is_a_table_by_default(dispatch: Path) -> None:
    result = run(dispatch, "--published", "2026-01-31")
    assert result.exit_code == 0
    assert "published 2026-01-31" in result.stdout
    assert "Violence against civilians › Attack" in result.stdout
    assert "“12 people were killed”" in result.stdout
    assert result.stderr == ""


def test_jsonl_is_an_object_a_line(dispatch: Path) -> None:
    result = run("--format", "jsonl", dispatch, "-", stdin="7 people were killed.")
    assert result.exit_code == 0
    assert [len(found["events"]) for found in lines(result)] == [1, 1]  # type: ignore[arg-type]


def test_standard_input_is_read_without_being_named() -> None:
    assert "“7 people were killed”" in run(stdin="7 people were killed.").stdout


def test_a_recipe_is_honestly_not_relevant() -> None:
    result = run("--format", "jsonl", stdin=RECIPE)
    assert result.exit_code == 0
    assert lines(result)[0]["relevant"] is False
    assert "No political violence found." in run(stdin=RECIPE).stdout


def test_tolls_follow_the_policy_that_is_named(dispatch: Path) -> None:
    tolls = {
        policy: lines(run("--format", "jsonl", "--toll", policy, dispatch))[0]["events"][0]["toll"]  # type: ignore[index]
        for policy in ("dateline", "acled", "ucdp", "range")
    }
    assert all(toll["killed"]["total"]["best"] == 12 for toll in tolls.values())
    assert run("--toll", "gtd", dispatch).exit_code == 2


def test_reasons_are_written_when_asked_for(dispatch: Path) -> None:
    plain, explained = (
        lines(run("--format", "jsonl", *asked, dispatch))[0]["events"][0]  # type: ignore[index]
        for asked in ((), ("--explain",))
    )
    assert "reasons" not in plain
    assert explained["reasons"] == explained["casualties"][0]["reasons"] == []
    assert "why toll" in run("--explain", dispatch).stdout


BAD = {
    "empty": (b"", "report-empty", "no text"),
    "binary": (b"\x7fELF\x00\x01", "input-unreadable", "binary"),
    "huge": (b"Ten died. " * 1_000_000, "report-too-long", "1,000,000 characters"),
    "latin": (b"Ten died in M\xe9naka.", "input-unreadable", "not UTF-8"),
    "nul": (b"Ten died.\x00 Then it rained.", "input-unreadable", "NUL"),
    "arabic": ("قُتل عشرة أشخاص في بغداد".encode(), "language-unsupported", "Arabic"),
    "urdu": ("کوئٹہ میں دھماکے کے نتیجے میں دس افراد جاں بحق ہو گئے ہیں".encode(), "language-unsupported", "Urdu"),
    "html": (b"<html><p>Ten died.</p></html>", "input-unreadable", "HTML"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_named_and_the_others_are_coded(kind: str, tmp_path: Path, dispatch: Path) -> None:
    data, code, words = BAD[kind]
    bad = tmp_path / f"{kind}.txt"
    bad.write_bytes(data)
    result = run("--format", "jsonl", bad, dispatch)
    failed, coded = lines(result)
    assert result.exit_code == 1
    assert failed["id"] == str(bad)
    assert failed["error"]["code"] == code  # type: ignore[index]
    assert coded["relevant"] is True
    assert words in result.stderr
    assert str(bad) in result.stderr
    assert "Traceback" not in result.output


def test_a_missing_path_fails_and_the_others_are_coded(dispatch: Path) -> None:
    result = run(dispatch.with_name("no-such.txt"), dispatch)
    assert result.exit_code == 1
    assert "no such file" in result.stderr
    assert "“12 people were killed”" in result.stdout


def test_malformed_lines_fail_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps({"text": TEXT, "id": "good"}) + '\n{"text": \n' + json.dumps({"text": TEXT}) + "\n")
    result = run("--format", "jsonl", file)
    assert result.exit_code == 1
    assert ["error" in found for found in lines(result)] == [False, True, False]
    assert f"{file} line 2: it is not JSON" in result.stderr


def test_a_fault_of_the_coder_fails_one_report(tmp_path: Path) -> None:
    result = run("--format", "jsonl", stdin='{"text": "please fail", "id": "bad"}\n{"text": "All is well."}')
    assert result.exit_code == 1
    assert lines(result)[0]["error"]["code"] == "coding-failed"  # type: ignore[index]
    assert "KeyError" in result.stderr
    assert "Traceback" not in result.output


def test_a_missing_language_model_is_a_sentence_not_a_traceback(dispatch: Path) -> None:
    result = CliRunner().invoke(main, ["code", str(dispatch)], obj=load_missing)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: the language model is not at /nowhere.")


@pytest.mark.parametrize(
    "arguments",
    [["--published", "tomorrow"], ["--published", "31/01/2026"], ["--jobs", "0"], ["--format", "xml"], ["--nonsense"]],
)
def test_a_wrong_call_is_exit_code_two_with_a_sentence(arguments: list[str]) -> None:
    result = run(*arguments, stdin=TEXT)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert result.stdout == ""


def test_an_unknown_command_is_a_wrong_call() -> None:
    assert CliRunner().invoke(main, ["decode"]).exit_code == 2


def test_help_teaches_with_examples() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "dateline code dispatch.txt --published 2026-01-31" in result.stdout
    assert "code" in CliRunner().invoke(main, ["--help"]).stdout


def test_jobs_change_nothing_in_the_bytes(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps({"text": f"{n} people were killed."}) for n in range(30)))
    for form in ("table", "jsonl"):
        one, two = (run("--format", form, "--jobs", jobs, file) for jobs in ("1", "2"))
        assert one.stdout_bytes == two.stdout_bytes
        assert one.exit_code == two.exit_code == 0


def start(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """Start the program in a process of its own, with a coder that is quick to load."""
    program = "from dateline.cli import main; from tests.fakes import load_fake; main(obj=load_fake)"
    return subprocess.Popen(
        [sys.executable, "-c", program, "code", *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={"PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )  # fmt: skip


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps({"text": f"{n} people were killed."}) for n in range(3000)))
    with start("--format", "jsonl", str(file)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_ctrl_c_ends_it_with_a_word(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text((json.dumps({"text": "12 people were killed."}) + "\n") * 300_000)
    with start("--format", "jsonl", "--jobs", "2", str(file)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert said == b"Stopped.\n"
    assert process.returncode == 130


def test_the_real_program_codes_names_failures_and_exits_with_one(dispatch: Path) -> None:
    with start(str(dispatch), "no-such.txt") as process:
        shown, said = process.communicate()
    assert process.returncode == 1
    assert "“12 people were killed”" in shown.decode()
    assert said.decode().startswith("no-such.txt: no such file")


def test_output_that_cannot_be_encoded_is_replaced_not_fatal(dispatch: Path) -> None:
    with start(str(dispatch), PYTHONIOENCODING="ascii") as process:
        shown, _ = process.communicate()
    assert process.returncode == 0
    assert b"?12 people were killed?" in shown
