"""Message bar: it shows what is true, and closes when it is no longer."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.errors import RezensentError
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
    unchecked.session.files.controller.message.emit("Exportiert als salz.html.")
    assert unchecked.session.window.message_bar.isVisible()
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    assert not unchecked.session.window.message_bar.isVisible()


def test_error_comes_back_when_what_covered_it_is_closed(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.say(RezensentError("„Salz“ ist nicht mehr da.", "“Salz” is gone."))
    notice.insist("LanguageTool fehlt noch.")
    assert notice.sentence == "LanguageTool fehlt noch."
    notice.leave()
    assert notice.sentence == "„Salz“ ist nicht mehr da."
    assert notice.isVisible()
    notice.leave()
    assert not notice.isVisible()


def test_error_that_was_covered_twice_is_there_once(unchecked: Program) -> None:
    notice, error = unchecked.session.window.message_bar, RezensentError("Voll.", "Full.")
    for _ in range(2):
        notice.say(error)
        notice.insist("LanguageTool fehlt noch.")
    notice.say(error)
    notice.insist("Voll.")
    for sentence in ("Voll.", "LanguageTool fehlt noch."):
        assert notice.sentence == sentence
        notice.leave()
    assert not notice.isVisible()


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


def test_message_that_covers_others_says_how_many(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    more = find(unchecked, QLabel, "notice.more")
    notice.insist("Die Einstellungen sind beschädigt.")
    assert not more.isVisible()
    notice.insist("Die Datei ist schon geöffnet.")
    assert (more.isVisible(), more.text()) == (True, "noch 1 Meldung")
    notice.say("Gesichert.")
    assert (notice.sentence, more.text()) == ("Gesichert.", "noch 2 Meldungen")
    notice.leave()
    notice.leave()
    assert notice.sentence == "Die Einstellungen sind beschädigt."
    assert not more.isVisible()


def test_news_waits_below_what_lasts(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.insist("Nur lesen.", of_review=True)
    notice.inform("LanguageTool fehlt.")
    assert notice.sentence == "Nur lesen."
    notice.leave()
    assert notice.sentence == "LanguageTool fehlt."
    notice.leave()
    assert not notice.isVisible()


def test_answer_only_covers_what_lasts(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.insist("Nur lesen.", of_review=True)
    notice.say("Exportiert.")
    assert notice.sentence == "Exportiert."
    notice.take_back("Exportiert.")
    assert notice.sentence == "Nur lesen."


def test_lasting_message_ends_with_its_review_although_it_is_covered(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.insist("Nur lesen.", of_review=True)
    notice.say("Vom Programm.")
    press(unchecked, "new_film")
    assert notice.sentence == "Vom Programm."
    notice.leave()
    assert not notice.isVisible()


def test_message_that_is_withdrawn_below_another_does_not_come_back(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.insist("Noch nicht gesichert.")
    notice.insist("Noch nicht gesichert.")
    notice.say("Exportiert.")
    notice.take_back("Noch nicht gesichert.")
    notice.leave()
    assert not notice.isVisible()


def test_waiting_news_can_be_withdrawn(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.insist("Nur lesen.")
    notice.inform("LanguageTool ist ausgefallen.")
    notice.take_back("LanguageTool ist ausgefallen.")
    notice.leave()
    assert not notice.isVisible()


def test_news_leaves_time_to_read_an_answer(unchecked: Program, qtbot: QtBot) -> None:
    notice = unchecked.session.window.message_bar
    notice.say("Exportiert.")
    notice.inform("LanguageTool fehlt.")
    assert notice.sentence == "Exportiert."
    clock = notice.findChild(QTimer)
    assert clock is not None
    clock.start(0)
    waited(qtbot, lambda: notice.sentence == "LanguageTool fehlt.")


def test_message_moves_nothing_in_the_window(unchecked: Program) -> None:
    window, story = unchecked.session.window, section(unchecked, "story")
    story.setFocus()
    places = [(part.pos(), part.size()) for part in (window.form, window.form_pane, story)]
    window.message_bar.say("Gesichert.")
    assert window.message_bar.isVisible()
    assert [(part.pos(), part.size()) for part in (window.form, window.form_pane, story)] == places


def going(editor: Program) -> QTimer:
    clock = editor.session.window.message_bar.findChild(QTimer, "line.life")
    assert clock is not None
    return clock


def test_message_goes_by_itself_when_it_has_been_read(unchecked: Program, qtbot: QtBot) -> None:
    notice = unchecked.session.window.message_bar
    section(unchecked, "story").setFocus()
    notice.say("Kopiert.")
    short = going(unchecked).interval()
    notice.say("Kopiert; Sie können es jetzt in jedes Programm einfügen.")
    assert going(unchecked).interval() > short
    going(unchecked).setInterval(0)
    waited(qtbot, notice.isHidden)


def test_message_with_an_action_leaves_more_time(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.say("Verschoben.")
    plain = going(unchecked).interval()
    notice.say("Verschoben.", "Rückgängig", lambda: None)
    assert going(unchecked).interval() >= plain + 10_000


def test_errors_decisions_and_lasting_messages_stay(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    error = RezensentError("Die Platte ist voll.", "The disk is full.")
    shows: tuple[Callable[[], None], ...] = (
        lambda: notice.say(error),
        lambda: notice.say_of_review(error),
        lambda: notice.inform("LanguageTool fehlt.", "Holen", lambda: None),
        lambda: notice.insist("Nur lesen."),
    )
    for show in shows:
        show()
        assert notice.isVisible()
        assert not going(unchecked).isActive()
        notice.leave()


def test_message_stays_while_the_keyboard_is_in_it(unchecked: Program) -> None:
    notice = unchecked.session.window.message_bar
    notice.say("Verschoben.", "Rückgängig", lambda: None)
    find(unchecked, QPushButton, "notice.action").setFocus()
    going(unchecked).timeout.emit()
    assert notice.isVisible()
    assert going(unchecked).isActive()


def test_keyboard_reaches_the_message_from_pane_to_pane(unchecked: Program) -> None:
    story, notice = section(unchecked, "story"), unchecked.session.window.message_bar
    story.setFocus()
    notice.say("Verschoben.", "Rückgängig", lambda: None)
    button = find(unchecked, QPushButton, "notice.action")
    for _ in range(6):
        if not button.hasFocus():
            press(unchecked, "next_pane")
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert story.hasFocus()


def test_edit_that_withdraws_nothing_leaves_the_message_its_time(unchecked: Program) -> None:
    bar = unchecked.session.window.message_bar
    bar.say("Vom Programm.")
    life = bar.findChild(QTimer, "line.life")
    assert life is not None
    life.start(100_000)
    type_into(section(unchecked, "story"), "Text")
    assert life.interval() == 100_000
