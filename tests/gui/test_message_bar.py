"""Message bar: it shows what is true, and closes when it is no longer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.paths import sample_path
from tests.gui.actions import find, press, section, type_into, waited


def test_message_about_a_review_goes_with_it(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.say_of_review("Von dieser Rezension.")
    press(unchecked, "new_film")
    assert not notice.isVisible()


def test_notice_of_the_program_stays_with_another_review(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.say_of_review("Von dieser Rezension.")
    notice.say("Vom Programm.")
    press(unchecked, "new_film")
    assert notice.isVisible()


def test_escape_closes_the_notice_from_the_text(unchecked: Program) -> None:
    story = section(unchecked, "story")
    type_into(story, "Text")
    unchecked.session.window.message_bar.say("Vom Programm.")
    QTest.keyClick(story, Qt.Key.Key_Escape)
    assert not unchecked.session.window.message_bar.isVisible()
    assert story.hasFocus()


def test_escape_closes_the_notice_that_has_the_keyboard(unchecked: Program) -> None:
    story = section(unchecked, "story")
    story.setFocus()
    unchecked.session.window.message_bar.say("Vom Programm.")
    button = find(unchecked, QPushButton, "notice.close")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not unchecked.session.window.message_bar.isVisible()
    assert story.hasFocus()


def test_escape_is_for_the_find_bar_first(unchecked: Program) -> None:
    press(unchecked, "find")
    unchecked.session.window.message_bar.say("Vom Programm.")
    QTest.keySequence(unchecked.session.window.focusWidget(), QKeySequence("Esc"))
    assert unchecked.session.window.message_bar.isVisible()
    assert not unchecked.session.search.find_bar.isVisible()


def test_sample_takes_the_notice_of_an_export_along(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.files.controller.message.emit("Ausgegeben als salz.html.")
    assert unchecked.session.window.message_bar.isVisible()
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    assert not unchecked.session.window.message_bar.isVisible()


def test_lasting_message_comes_back_when_the_one_above_it_is_closed(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.insist("Die Einstellungen sind beschädigt.")
    notice.insist("Das Wörterbuch auch.")
    notice.say_of_review("Gesichert.")
    for sentence in ("Gesichert.", "Das Wörterbuch auch.", "Die Einstellungen sind beschädigt."):
        assert notice.sentence == sentence
        assert notice.isVisible()
        notice.leave()
    assert not notice.isVisible()
