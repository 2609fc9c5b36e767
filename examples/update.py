"""Renew what is made from the examples: their coded results and the screen in the README.

python examples/update.py            writes examples/coded.jsonl and README.md
python examples/update.py --check    writes nothing; fails if a file would change
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DISPATCHES = "examples/dispatches"
SCREEN = "dateline code examples/dispatch.txt --published 2008-01-09"
BEGIN, END = "<!-- screen -->\n", "<!-- end of screen -->\n"


def run(*arguments: str) -> str:
    """Return what ``dateline`` prints when called from the root of the project."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *arguments], cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    return done.stdout


def with_screen(readme: str, screen: str) -> str:
    """Return a README with what stands between its marks replaced by a fresh screen."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}```console\n$ {SCREEN}\n{screen.strip()}\n```\n{END}{after}"


def main() -> int:
    """Renew the files, or with ``--check`` say which are out of date."""
    readme = ROOT / "README.md"
    renewed = {
        ROOT / "examples" / "coded.jsonl": run("code", "--format", "jsonl", DISPATCHES),
        readme: with_screen(readme.read_text(encoding="utf-8"), run(*SCREEN.split()[1:])),
    }
    stale = [file for file, text in renewed.items() if not file.exists() or file.read_text(encoding="utf-8") != text]
    for file in stale:
        print(f"{'out of date' if '--check' in sys.argv else 'renewed'}: {file.relative_to(ROOT)}")
        if "--check" not in sys.argv:
            file.write_text(renewed[file], encoding="utf-8")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
