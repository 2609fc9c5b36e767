"""A PostgreSQL server of the tests' own: from the system's programs, on a private socket, reached by no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from types import TracebackType

USER = "dateline"
_UNPRIVILEGED = 65534


def find_programs() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs, None where there is no server."""
    on_path = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return Path(on_path).resolve().parent if on_path else found[-1].parent if found else None


class Server:
    """A server with its files in a folder that goes when it stops."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="dl-pg-"))
        self._numbers = count(1)

    def __enter__(self) -> Server:
        if os.geteuid() == 0:
            os.chown(self._folder, _UNPRIVILEGED, _UNPRIVILEGED)
        data = str(self._folder / "data")
        self._run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {self._folder} -c listen_addresses='' -c fsync=off -c shared_buffers=16MB"
        self._run("pg_ctl", "-D", data, "-l", str(self._folder / "log"), "-w", "-t", "180", "-o", options, "start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self) -> str:
        """Return the address of a database that is empty."""
        name = f"ledger{next(self._numbers)}"
        self._run("createdb", "-h", str(self._folder), "-U", USER, name)
        return f"postgresql://{USER}@/{name}?host={self._folder}"

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of the programs, as nobody where the tests run as root: PostgreSQL refuses to serve as root."""
        dropped = ["setpriv", f"--reuid={_UNPRIVILEGED}", f"--regid={_UNPRIVILEGED}", "--clear-groups"]
        command = [*(dropped if os.geteuid() == 0 else []), str(self._programs / program), *arguments]
        with (self._folder / f"{program}.out").open("ab") as said:
            subprocess.run(
                command, check=True, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            )  # fmt: skip
