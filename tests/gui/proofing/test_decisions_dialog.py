"""List of everything that was decided, and taking single decisions back."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.rejected_names import REJECTED_KEY, reject_names
from tests.gui.actions import press, waited


def test_rejected_names_are_listed_and_become_possible_names_again(
    unchecked: Program, qtbot: QtBot
) -> None:
    document = unchecked.session.document
    document.edit_fact(VOCABULARY_KEY, "Meyer", typing=False)
    document.edit_review(reject_names(document.review, ["Torstad", "Quorwel"]), "names")
    press(unchecked, "decided")
    dialog = waited(qtbot, lambda: unchecked.session.window.findChild(QDialog, "dialog.decided"))
    qtbot.waitUntil(dialog.isActiveWindow)
    rows = dialog.findChild(QListWidget, "decided")
    assert [rows.item(i).text() for i in range(rows.count())] == [
        "„Meyer“ · in dieser Rezension angenommen",
        "„Torstad“ · hier kein Name",
        "„Quorwel“ · hier kein Name",
    ]
    rows.setCurrentRow(1)
    QTest.keySequence(rows, QKeySequence("Del"))
    qtbot.waitUntil(lambda: document.review.fact(REJECTED_KEY) == ["Quorwel"])
    assert rows.count() == 2
    rows.setCurrentRow(0)
    QTest.keySequence(rows, QKeySequence("Del"))
    qtbot.waitUntil(lambda: document.review.fact(VOCABULARY_KEY) is None)
    dialog.close()
    press(unchecked, "undo")
    press(unchecked, "undo")
    assert document.review.fact(REJECTED_KEY) == ["Torstad", "Quorwel"]


def test_dialog_without_decisions_has_no_empty_list(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "decided")
    dialog = waited(qtbot, lambda: unchecked.session.window.findChild(QDialog, "dialog.decided"))
    rows = dialog.findChild(QListWidget, "decided")
    assert not rows.isVisible()
    assert dialog.height() < unchecked.session.window.height() / 3
    dialog.close()
