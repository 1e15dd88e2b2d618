"""Several formats, written one after the other on a worker; one that fails stops no other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.export.jobs import writer
from editor.export.jobs.presets import Plan, Written
from editor.export.jobs.writer import Found, Source, Task
from editor.gui.worker import Worker


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of one file."""

    task: Task
    written: Written | None = None
    problem: RezensentError | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, as it stood when the writer asked for it."""

    source: Source
    plan: Plan
    paths: dict[str, Path]
    """By the ids of the formats."""
    opening: int = 0
    """Tells apart reviews that are in no file."""

    def tasks(self, found: Found) -> tuple[Task, ...]:
        """Return the files to write; what ``found`` names may be replaced."""
        return tuple(
            Task(key, self.plan.choices(key), path, found.there.get(path, ""))
            for key, path in self.paths.items()
        )

    def without(self, paths: Sequence[Path]) -> "Order":
        """Return the order but for ``paths``."""
        kept = {key: path for key, path in self.paths.items() if path not in paths}
        return replace(self, paths=kept)


class Batch(QObject):
    """Looks and writes; everything is told on the GUI thread."""

    begun = Signal(str, int, int)
    """Id of the format that is being written, its number and how many there are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self, newest_only=False)

    @property
    def busy(self) -> bool:
        """Whether something is being written or looked at."""
        return self._worker.busy

    def look(
        self, order: Order, done: Callable[[Found], None], failed: Callable[[RezensentError], None]
    ) -> None:
        """Hand what lies where ``order`` goes to ``done``."""
        job = partial(writer.look, order.paths, order.plan.written, order.source.path)
        self._worker.submit(job, done, failed)

    def write(
        self, source: Source, tasks: Sequence[Task], done: Callable[[tuple[Outcome, ...]], None]
    ) -> None:
        """Write ``tasks``, and hand what has become of each to ``done``."""
        outcomes: list[Outcome] = []

        def next_one() -> None:
            number = len(outcomes)
            if number == len(tasks):
                done(tuple(outcomes))
                return
            task = tasks[number]
            self.begun.emit(task.format_id, number + 1, len(tasks))
            self._worker.submit(
                partial(writer.write, source, task),
                lambda written: note(Outcome(task, written)),
                lambda problem: note(Outcome(task, problem=problem)),
            )

        def note(outcome: Outcome) -> None:
            outcomes.append(outcome)
            next_one()

        next_one()

    def stop(self) -> None:
        """Finish the file that is being written."""
        self._worker.stop()
