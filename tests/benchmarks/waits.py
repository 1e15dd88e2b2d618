"""The longest wait of the window in all that has to do with the disk, against showing the text."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from editor.review.form import load_form
from editor.storage import load_save, review_file
from editor.storage.draft import Draft
from editor.storage.journal import Journal
from editor.storage.processes import ProcessIdentity
from tests.benchmarks.pulse import Pulse
from tests.benchmarks.ratio import Ratio, interleaved
from tests.benchmarks.texts import long_text
from tests.benchmarks.window import delete, find, open_editor, rest, wait_until

_SECTION = "story"
_AFTER_MS = 1_500
_ROUNDS = 3
_GONE = ProcessIdentity(os.uname().nodename, 1, "gone")
"""A process that cannot be: the first one has started at another time."""


def compare() -> Iterator[Ratio]:
    """Do each of them with a review of 45,000 characters, which a bare field shows in between."""
    with TemporaryDirectory() as folder, open_editor() as editor:
        bare = QPlainTextEdit()
        desk = _Desk(editor, Path(folder) / "salz.md")
        bare.show()
        for job in desk.jobs():
            pairs = interleaved(partial(desk.wait, job), partial(_shown, bare), rounds=_ROUNDS)
            yield Ratio(
                f"wait, {job.name}",
                "The longest wait of the window with a review of 45,000 characters, against that "
                "of a bare QPlainTextEdit that is given this text.",
                pairs,
            )
        delete(bare)


def _shown(bare: QPlainTextEdit) -> float:
    bare.clear()
    return Pulse().longest(partial(bare.setPlainText, long_text()), _AFTER_MS)


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Job:
    """What is measured, what goes before it, and whether a dialog is to come of it."""

    name: str
    act: Callable[[], object]
    prepare: Callable[[], object] = _nothing
    opens: bool = False


class _Desk:
    """The window with a review, and what is done with it."""

    def __init__(self, editor: Program, path: Path) -> None:
        self._editor = editor
        self._path = path
        self._journal: Journal = editor.session.files.safety.journal
        review = review_file.new_review(load_form("film"), [("title", "Salz")])
        self._review = review.with_text(_SECTION, long_text())
        load_save.save_review(self._review, path)
        self._load()

    def jobs(self) -> Iterator[_Job]:
        """Return what is measured."""
        files, safety = self._editor.session.files.controller, self._editor.session.files.safety
        yield _Job("open", partial(files.load, self._path))
        yield _Job("type", self._type)
        yield _Job("journal", safety.journal_writer.write_now, self._type)
        yield _Job("save and version", files.save, self._type)
        versions = self._editor.session.actions["versions"].trigger
        yield _Job("versions", versions, opens=True)
        yield _Job("conflict", files.save, self._change_outside, opens=True)
        yield _Job("recovery", safety.recovery.show_all, self._leave_draft, opens=True)

    def wait(self, job: _Job) -> float:
        """Return the longest wait in ``job``; then the desk is as it was before."""
        job.prepare()
        longest = Pulse().longest(job.act, _AFTER_MS)
        opened = [dialog for dialog in self._dialogs() if dialog.isVisible()]
        assert bool(opened) is job.opens, job.name
        for dialog in opened:
            dialog.reject()
        load_save.save_review(self._review, self._path)
        self._load()
        return longest

    def _dialogs(self) -> list[QDialog]:
        return self._editor.session.window.findChildren(QDialog)

    def _load(self) -> None:
        self._editor.session.files.controller.load(self._path)
        wait_until(self._is_loaded)
        rest(500)

    def _is_loaded(self) -> bool:
        document = self._editor.session.document
        return document.path == self._path and not document.dirty

    def _type(self) -> None:
        field = find(self._editor, SectionEditor, f"section.{_SECTION}")
        QTest.keyClicks(field, "Salz ")

    def _change_outside(self) -> None:
        self._type()
        changed = self._review.with_text("verdict", "Von anderswo.")
        load_save.save_review(changed, self._path)

    def _leave_draft(self) -> None:
        text = review_file.dumps(self._review.with_text("verdict", "Nicht gesichert."))
        self._journal.write(Draft("f" * 32, text, self._path, process=_GONE))
