"""README and docs: every snippet runs, every command and error is described."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dateline import errors
from dateline.cli import main
from dateline.tolls import Policy

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    *(ROOT / "docs" / name for name in ("code.md", "ledger.md", "link.md", "tolls.md")),
]


_COMMAND = re.compile(r"(^|[|] )dateline (add|code|incidents|judge|link|show)\b")


def snippets(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.M | re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_python_snippet_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = snippets(page, "python")
    assert found
    for snippet in found:
        exec(compile(snippet, str(page), "exec"), {})  # noqa: S102


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_dateline_command_is_one_that_the_program_knows(page: Path) -> None:
    lines = [line for block in snippets(page, "sh") for line in block.splitlines() if _COMMAND.search(line)]
    assert lines
    for line in lines:
        arguments = shlex.split(re.split(" > | [|] ", line.partition("dateline ")[2])[0], comments=True)
        with click.Context(main) as context:
            main.get_command(context, arguments[0]).make_context(arguments[0], arguments[1:])  # type: ignore[union-attr]


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), flags=re.M))
    named = {
        target
        for page in (*PAGES, ROOT / "CONTRIBUTING.md")
        for target in re.findall(r"\bmake (demo|test|check|layers|speed|gate)\b", page.read_text(encoding="utf-8"))
    }
    assert {"demo", "test"} <= named <= targets


def test_every_error_that_coding_can_give_is_explained() -> None:
    page = (ROOT / "docs" / "code.md").read_text(encoding="utf-8")
    for kind in (
        errors.InputMissing,
        errors.InputUnreadable,
        errors.RecordMalformed,
        errors.ReportEmpty,
        errors.ReportTooLong,
        errors.LanguageUnsupported,
        errors.CodingFailed,
    ):
        assert f"`{kind.code}`" in page


def test_every_link_in_the_pages_leads_somewhere() -> None:
    for page in (*PAGES, ROOT / "docs" / "contract.md", ROOT / "examples" / "README.md"):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists() or target == "coded.jsonl", f"{page.name}: {target}"


def test_every_policy_for_tolls_is_described() -> None:
    page = (ROOT / "docs" / "tolls.md").read_text(encoding="utf-8")
    assert all(f"| `{policy}`" in page for policy in Policy)


def test_help_names_every_option_that_the_pages_use() -> None:
    shown = CliRunner().invoke(main, ["code", "--help"]).output
    for option in ("--format", "--published", "--jobs", "--toll", "--explain"):
        assert option in shown
