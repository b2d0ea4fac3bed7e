"""How far a long run has come, on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar

from indexer.models import Listener, Progress


@contextmanager
def progress_bar(label: str) -> Iterator[Listener]:
    """A bar with the time left on standard error where that is a terminal, else silence."""
    columns: tuple[ProgressColumn, ...] = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True, markup=False, emoji=False)
    with Bar(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def advance(progress: Progress) -> None:
            bar.update(task, total=progress.total, completed=progress.done)

        yield advance
