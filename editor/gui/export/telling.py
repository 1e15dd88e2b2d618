"""What an export has done, in sentences."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from editor.export.registry import EXPORTERS
from editor.gui.export.job import Outcome

translate = QCoreApplication.translate


def progress(exporter_id: str, number: int, count: int, language: str) -> str:
    """Return what is being done now."""
    label = EXPORTERS[exporter_id].label.text(language)
    text = translate("Exporting", "{format} wird ausgegeben ({number} von {count}) …")
    return text.format(format=label, number=number, count=count)


def failures(outcomes: Sequence[Outcome], language: str) -> tuple[str, ...]:
    """Return a sentence for each file that could not be written."""
    return tuple(
        f"{EXPORTERS[o.task.exporter_id].label.text(language)}: {o.problem.text(language)}"
        for o in outcomes
        if o.problem is not None
    )


def successes(outcomes: Sequence[Outcome]) -> str:
    """Return what has been written, empty for nothing."""
    paths = written(outcomes)
    if len(paths) > 1:
        names = ", ".join(path.name for path in paths)
        text = translate("Exporting", "Ausgegeben in {folder}: {names}.")
        return text.format(folder=paths[0].parent, names=names)
    text = translate("Exporting", "Ausgegeben als {path}.")
    return text.format(path=paths[0]) if paths else ""


def written(outcomes: Sequence[Outcome]) -> tuple[Path, ...]:
    """Return the files that have been written."""
    return tuple(o.task.path for o in outcomes if o.written is not None)
