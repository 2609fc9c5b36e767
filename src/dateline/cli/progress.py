"""How many reports are done, where a person looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@contextmanager
def show_progress(screen: Console | None) -> Iterator[Callable[[], None]]:
    """Show on a screen (None: nowhere) how many reports are done, from the second on; call what is given for each."""
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=screen,
        transient=True,
        disable=screen is None,
    )
    task = bar.add_task("reports", total=None)
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        if done == 2:
            bar.start()
        bar.update(task, completed=done)

    try:
        yield advance
    finally:
        bar.stop()
