"""Sentences about exports: their progress and their outcomes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from editor.export.jobs.job import ExportJob, ExportOutcome
from editor.export.registry import EXPORT_FORMATS
from editor.review.readiness_summary import OpenPoint, points_line

translate = QCoreApplication.translate


def progress_text(job: ExportJob, number: int, count: int) -> str:
    """Return a sentence about ``job``, which is the ``number``-th of ``count`` jobs."""
    label = EXPORT_FORMATS[job.targets[0].format_id].label.text()
    text = translate("ExportController", "{format} wird exportiert ({number} von {count}) …")
    return text.format(format=label, number=number, count=count)


def failure_texts(outcomes: Sequence[ExportOutcome]) -> tuple[str, ...]:
    """Return a sentence for each file that could not be written."""
    return tuple(
        f"{EXPORT_FORMATS[key].label.text()}: {problem.text()}"
        for outcome in outcomes
        for key, problem in outcome.problems.items()
    )


def success_text(outcomes: Sequence[ExportOutcome]) -> str:
    """Return a sentence that names the files written, empty when there are none."""
    paths = written_paths(outcomes)
    if len(paths) > 1:
        names = ", ".join(path.name for path in paths)
        text = translate("ExportController", "Exportiert in {folder}: {names}.")
        return text.format(folder=paths[0].parent, names=names)
    text = translate("ExportController", "Exportiert als {path}.")
    return text.format(path=paths[0]) if paths else ""


def open_sentence(points: Iterable[OpenPoint]) -> str:
    """Return a line about what is still open: „Noch offen: 29 Hinweise · keine Gesamtwertung“."""
    text = translate("ExportController", "Noch offen: {points}")
    return text.format(points=points_line(points).text())


def written_paths(outcomes: Sequence[ExportOutcome]) -> tuple[Path, ...]:
    """Return the paths of all files that were written."""
    return tuple(Path(file.path) for o in outcomes for file in o.written.values())
