"""An order carried out: look what lies there, ask about it, write, tell what became of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.export.jobs.writer import Found
from editor.gui.export.job import Batch, Order, Outcome
from editor.gui.export.overwrite_dialogs import Answer, ask_changed, ask_replace


class CarryingOut(QObject):
    """Carries out one order at a time."""

    begun = Signal(str, int, int)
    """Id of the format that is being written, its number and how many there are."""
    refused = Signal(object)
    """Nothing is written; carries the error that says why."""
    dropped = Signal()
    """Nothing is written, as the writer has decided."""
    written = Signal(object, object)
    """The Order, and an Outcome for each of its files."""

    def __init__(self, above: Callable[[], QWidget], parent: QObject) -> None:
        """Ask questions above the window that ``above`` returns."""
        super().__init__(parent)
        self._above = above
        self._batch = Batch(self)
        self._batch.begun.connect(self.begun)

    @property
    def busy(self) -> bool:
        """Whether files are being looked at or written."""
        return self._batch.busy

    def start(self, order: Order, *, asking: bool) -> None:
        """Carry out ``order``; ``asking`` also asks about files that nobody has changed."""

        def looked(found: Found) -> None:
            known = [path for path in found.there if path not in found.changed]
            if asking and known:
                ask_replace(self._above(), known, partial(self._may_replace, order, found))
            else:
                self._may_replace(order, found, "replace")

        self._batch.look(order, looked, self.refused.emit)

    def stop(self) -> None:
        """Finish the file that is being written."""
        self._batch.stop()

    def _may_replace(self, order: Order, found: Found, answer: Answer) -> None:
        if answer == "cancel":
            self.dropped.emit()
        elif found.changed:
            ask_changed(self._above(), found.changed, partial(self._may_lose, order, found))
        else:
            self._write(order, found)

    def _may_lose(self, order: Order, found: Found, answer: Answer) -> None:
        if answer == "cancel":
            self.dropped.emit()
        else:
            self._write(order if answer == "replace" else order.without(found.changed), found)

    def _write(self, order: Order, found: Found) -> None:
        def done(outcomes: Sequence[Outcome]) -> None:
            self.written.emit(order, outcomes)

        if order.paths:
            self._batch.write(order.source, order.tasks(found), done)
        else:
            self.dropped.emit()
