"""One checklist for the panel and for exports: never from findings that are no longer there."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.export import publication
from editor.gui.checklist_service import ChecklistService
from editor.gui.document import Document
from editor.gui.export.readiness import ExportReadiness
from editor.review.form import load_form
from editor.review.readiness_summary import OpenPoint
from editor.storage.review_file import new_review


class Bench(QObject):
    """A document whose story has ``findings``; a checklist waits until ``gate`` is open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.document = Document(new_review(load_form("film"), [("title", "Salz")]))
        self.document.edit_text("story", "Gut.", typing=False, boundary=True)
        self.findings = [1]
        self.computed = 0
        self.gate = threading.Event()
        compute = publication.publication_checklist

        def slow(*arguments: Any) -> Any:
            self.computed += 1
            self.gate.wait()
            return compute(*arguments)

        monkeypatch.setattr(publication, "publication_checklist", slow)
        self.service = ChecklistService(self.document, lambda: {"story": self.findings}, self)
        self.readiness = ExportReadiness(self.document, self.service, self)
        self.answers: list[tuple[OpenPoint, ...]] = []

    def counted(self) -> list[str]:
        return [p.text.german for points in self.answers for p in points if p.kind == "findings"]


@pytest.fixture
def bench(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    bench = Bench(monkeypatch)
    yield bench
    bench.gate.set()
    bench.service.stop()


def test_an_export_is_answered_by_the_checklist_of_the_panel(bench: Bench, qtbot: QtBot) -> None:
    bench.gate.set()
    bench.readiness.look(bench.answers.append)
    with qtbot.waitSignal(bench.service.changed):
        pass
    assert (bench.computed, len(bench.answers), len(bench.counted())) == (1, 1, 1)


def test_an_export_is_not_answered_by_findings_of_before(bench: Bench, qtbot: QtBot) -> None:
    bench.service.run()
    qtbot.waitUntil(lambda: bench.computed == 1)
    bench.findings = []
    bench.readiness.look(bench.answers.append)
    bench.gate.set()
    qtbot.waitUntil(lambda: bool(bench.answers))
    assert bench.computed == 2
    assert bench.counted() == []
