"""Drafts and saves, each on a worker of its own, without a window."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.gui.document import Document
from editor.gui.files.journal_writer import JournalWriter
from editor.gui.files.save_queue import SaveQueue, SaveRequest
from editor.gui.worker import Worker
from editor.review.form import load_form
from editor.storage import atomic_write, load_save, review_file
from editor.storage.journal import Journal
from editor.storage.processes import ProcessIdentity

SALT = review_file.new_review(load_form("film"), [("title", "Salz")])


class Bench:
    """A document whose drafts and saves are written as in the program."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.parent, self.stopped = folder, QObject(), False
        self.journal = Journal(folder / "journal")
        self.document = Document(SALT)
        form = SimpleNamespace(current="", cards={})
        self.writer = JournalWriter(self.journal, self.document, cast("Any", form), self.parent)
        self.worker = Worker(newest_only=False)
        announcement = self.writer.save_announcement
        self.queue = SaveQueue(self.document, self.worker, announcement=announcement)

    def stop(self) -> None:
        if not self.stopped:
            self.stopped = True
            self.worker.stop()
            self.writer.stop()

    def write(self, text: str) -> None:
        self.document.edit_text("plot", text, typing=False, boundary=True)

    def write_draft(self, qtbot: QtBot, text: str) -> None:
        self.write(text)
        with qtbot.waitSignal(self.writer.written):
            self.writer.write_now()

    def offered_after_kill(self, name: str) -> list[str]:
        """Return the texts that a start would offer if the program had ended at the copy."""
        journal = Journal(self.folder / name)
        for draft in journal._read():
            # The identity of the process is that of the test, which runs.
            journal._put(replace(draft, process=replace(draft.process, started="1 nie")))
        for file in (self.folder / name).glob("*.saved"):
            started = ProcessIdentity.current().started
            file.write_text(file.read_text("ascii").replace(started, "1 nie"), "ascii")
        texts = [found.draft.text for found in journal.abandoned()]
        return [review_file.parse(text).text("plot") for text in texts]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.stop()


def saved(qtbot: QtBot, bench: Bench, path: Path) -> None:
    bench.queue.submit(SaveRequest(path))
    qtbot.waitUntil(lambda: not bench.queue.busy and not bench.writer.pending)


@pytest.mark.parametrize("first", ["salz.md", "anders.md"], ids=["own file", "another file"])
def test_kill_right_after_a_save_offers_no_older_draft(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    path, real = tmp_path / "salz.md", atomic_write.replace

    def copying(target: Path, *arguments: Any, **options: Any) -> None:
        shutil.copytree(tmp_path / "journal", tmp_path / "before")
        copy = path.read_bytes() if path.exists() else None
        real(target, *arguments, **options)
        shutil.copytree(tmp_path / "journal", tmp_path / "after")
        assert path.read_bytes() != copy

    bench.write("Null.")
    saved(qtbot, bench, tmp_path / first)
    bench.write_draft(qtbot, "Eins.")
    bench.write("Eins. Zwei.")
    monkeypatch.setattr(atomic_write, "replace", copying)
    saved(qtbot, bench, path)
    monkeypatch.undo()
    assert load_save.load_review(path).review.text("plot") == "Eins. Zwei."
    assert bench.offered_after_kill("after") == []
    load_save.save_review(SALT, path)
    assert bench.offered_after_kill("before") == ["Eins."]


def test_kill_after_an_edit_behind_a_save_offers_the_edit(bench: Bench, qtbot: QtBot) -> None:
    bench.write_draft(qtbot, "Eins.")
    saved(qtbot, bench, bench.folder / "salz.md")
    bench.write_draft(qtbot, "Eins. Drei.")
    shutil.copytree(bench.folder / "journal", bench.folder / "after")
    assert bench.offered_after_kill("after") == ["Eins. Drei."]


def test_journal_is_empty_after_a_save_and_after_the_end(bench: Bench, qtbot: QtBot) -> None:
    bench.write_draft(qtbot, "Eins.")
    saved(qtbot, bench, bench.folder / "salz.md")
    assert list((bench.folder / "journal").iterdir()) == []
    bench.write("Zwei.")
    bench.queue.submit(SaveRequest(bench.folder / "salz.md"))
    qtbot.waitUntil(lambda: not bench.queue.busy)
    bench.stop()
    assert list((bench.folder / "journal").iterdir()) == []
