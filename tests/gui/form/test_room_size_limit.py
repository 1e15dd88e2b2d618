"""Too long a text is refused in one sentence, and nothing of what stood there is lost."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.gui.editor import paste_handler
from editor.storage import size_limit
from tests.gui.actions import press, section
from tests.gui.form_bench import FormBench


def text(bench: FormBench) -> str:
    return bench.session.document.review.text("story")


def told(bench: FormBench) -> str:
    return bench.session.window.message_bar.sentence


def test_review_does_not_outgrow_what_can_be_opened(
    form_bench: FormBench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(size_limit, "LONGEST", 20)
    field = section(form_bench, "story")
    field.setFocus()
    QTest.keyClicks(field, "Zwanzig Zeichen sind")
    assert text(form_bench) == "Zwanzig Zeichen sind"
    QTest.keyClicks(field, "!")
    qtbot.waitUntil(lambda: field.text == "Zwanzig Zeichen sind")
    assert text(form_bench) == field.text
    assert "Millionen" in told(form_bench)
    # What is there can still be edited.
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "t")
    assert text(form_bench) == "Zwanzig Zeichen sint"
    press(form_bench, "undo")
    assert text(form_bench).startswith("Zwanzig Zeichen")


@pytest.mark.parametrize("how", ["paste", "paste_plain", "html", "drop"])
def test_too_long_a_paste_changes_nothing(
    form_bench: FormBench, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(paste_handler, "LONGEST_INSERTED", 1_000)
    field = section(form_bench, "story")
    field.setFocus()
    QTest.keyClicks(field, "Salz und Pfeffer")
    field.select(0, 4)
    mime = QMimeData()
    mime.setText("a" * 1_001)
    if how == "html":
        mime.setHtml("<b>a</b>" * 1_001)
    if how == "drop":
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        field.dropEvent(event)
        assert not event.isAccepted()
    else:
        QGuiApplication.clipboard().setMimeData(mime)
        (field.paste_plain if how == "paste_plain" else field.paste)()
    assert text(form_bench) == field.text == "Salz und Pfeffer"
    assert "zu lang" in told(form_bench)


def test_long_paste_within_the_limit_arrives(form_bench: FormBench) -> None:
    field = section(form_bench, "story")
    long = QMimeData()
    long.setText("Ein Satz. " * 15_000)
    field.insertFromMimeData(long)
    assert len(text(form_bench)) == 150_000
