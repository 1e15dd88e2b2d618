"""A dialog that opens by itself waits until the writer pauses."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from editor.gui.document import Document
from editor.gui.files.typing_pause import TypingPause
from editor.review.form import load_form
from editor.storage import review_file


@pytest.fixture
def document(qapp: QApplication) -> Document:
    return Document(review_file.new_review(load_form("film")))


def test_call_lets_keys_come_first_that_were_pressed_before_it(
    document: Document, qtbot: QtBot
) -> None:
    calls: list[str] = []
    TypingPause(document, document).call(lambda: calls.append(document.review.text("story")))
    assert calls == []
    document.edit_text("story", "Salz", typing=True, boundary=False)
    qtbot.waitUntil(lambda: calls == ["Salz"])


def test_call_waits_for_the_pause_after_the_last_key(document: Document, qtbot: QtBot) -> None:
    pause = TypingPause(document, document)
    calls: list[tuple[str, str]] = []

    def note(text: str) -> None:
        calls.append((text, document.review.text("story")))

    for text in ("S", "Sa", "Salz"):
        document.edit_text("story", text, typing=True, boundary=False)
        pause.call(partial(note, text))
        qtbot.wait(20)
    assert calls == []
    qtbot.waitUntil(lambda: len(calls) == 3)
    assert calls == [(text, "Salz") for text in ("S", "Sa", "Salz")]


def test_dialogs_come_one_after_the_other(document: Document, qtbot: QtBot) -> None:
    pause, dialogs = TypingPause(document, document), [QDialog(), QDialog()]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        pause.call(dialog.open)
    first, second = dialogs
    qtbot.waitUntil(first.isVisible)
    assert not second.isVisible(), "it would cover the first one"
    first.close()
    qtbot.waitUntil(second.isVisible)
