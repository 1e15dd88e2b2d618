"""The edit menu acts on the field with the keyboard, and is grey where that is not possible."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.workspace.clipboard_actions import VERBS
from tests.gui.actions import find, press, section, type_into


def enabled(editor: Program) -> set[str]:
    return {verb for verb in VERBS if editor.session.actions[verb].isEnabled()}


def tip(editor: Program, verb: str) -> str:
    return editor.session.actions[verb].toolTip()


def test_section_is_cut_copied_and_pasted(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.window.activateWindow()
    story = section(unchecked, "story")
    type_into(story, "Anna und Berta")
    assert enabled(unchecked) == {"paste", "select_all"}
    assert "Nichts ist ausgewählt" in tip(unchecked, "copy")
    press(unchecked, "select_all")
    assert enabled(unchecked) == set(VERBS)
    press(unchecked, "cut")
    assert unchecked.session.document.review.text("story") == ""
    press(unchecked, "paste")
    assert unchecked.session.document.review.text("story") == "Anna und Berta"
    press(unchecked, "undo")
    press(unchecked, "undo")
    assert unchecked.session.document.review.text("story") == "Anna und Berta"


def test_formatted_text_is_pasted_as_markdown(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.window.activateWindow()
    section(unchecked, "story").setFocus()
    copied = QMimeData()
    copied.setHtml("<p>Sehr <b>gut</b>.</p>")
    copied.setText("Sehr gut.")
    QGuiApplication.clipboard().setMimeData(copied)
    press(unchecked, "paste")
    qtbot.waitUntil(lambda: unchecked.session.document.review.text("story") == "Sehr **gut**.")


def test_facts_are_edited_too(unchecked: Program) -> None:
    unchecked.session.window.activateWindow()
    title = find(unchecked, QLineEdit, "fact.title")
    type_into(title, "Nordlicht")
    press(unchecked, "select_all")
    press(unchecked, "cut")
    assert unchecked.session.document.review.title == ""
    chips = find(unchecked, ChipEdit, "fact.director")
    chips.line.setFocus()
    press(unchecked, "paste")
    assert unchecked.session.document.review.fact("director") == ["Nordlicht"]


def test_image_of_the_clipboard_becomes_the_cover(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.window.activateWindow()
    find(unchecked, QPushButton, "cover.choose").setFocus()
    assert enabled(unchecked) == {"paste"}
    assert "Das ist hier nicht möglich" in tip(unchecked, "cut")
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    choose = find(unchecked, QPushButton, "cover.choose")
    with qtbot.waitSignal(
        unchecked.session.window.form.facts.image_offered, timeout=5000
    ) as offered:
        QTest.keyClick(choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(offered.args[1], QImage)


def test_menu_and_list_of_commands_act_on_the_field_before(unchecked: Program) -> None:
    unchecked.session.window.activateWindow()
    type_into(section(unchecked, "story"), "Text")
    press(unchecked, "palette")
    assert enabled(unchecked) == {"paste", "select_all"}
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    unchecked.session.window.menuBar().setFocus()
    assert enabled(unchecked) == {"paste", "select_all"}


def test_text_that_cannot_be_changed_can_be_copied(unchecked: Program) -> None:
    unchecked.session.window.activateWindow()
    story = section(unchecked, "story")
    type_into(story, "Text")
    story.setReadOnly(True)
    story.selectAll()
    assert enabled(unchecked) == {"copy", "select_all"}
    assert "Hier lässt sich nichts ändern" in tip(unchecked, "cut")
