"""Several review sessions in one program: what they share, and what each has of its own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.review_session import ReviewSession
from tests.gui.actions import exposed, waited


def test_sessions_have_documents_of_their_own(unchecked: Program, qtbot: QtBot) -> None:
    first, second = unchecked.session, unchecked.open_session()
    second.start(fresh=True)
    exposed(qtbot, second.window)
    first.document.edit_text("story", "Der erste Text.", typing=False, boundary=True)
    second.document.edit_text("story", "Der zweite Text.", typing=False, boundary=True)
    second.actions["undo"].trigger()
    assert first.document.review.text("story") == "Der erste Text."
    assert second.document.review.text("story") == ""
    assert first.window.form.editor("story").text == "Der erste Text."
    assert not second.window.form.editor("story").text
    assert first.actions["undo"].isEnabled()
    assert not second.actions["undo"].isEnabled()
    second.window.leave()


def test_sessions_share_settings_dictionary_and_theme(unchecked: Program, qtbot: QtBot) -> None:
    first, second = unchecked.session, unchecked.open_session()
    second.start(fresh=True)
    exposed(qtbot, second.window)
    second.actions["theme_dark"].trigger()
    second.proofing.decisions.accept_always("Falkenried")
    for session in (first, second):
        assert session.window.theme.scheme == "dark"
        assert session.actions["theme_dark"].isChecked()
        assert session.proofing.check_service.options().dictionary == ("Falkenried",)
    second.actions["findings"].trigger()
    assert not first.window.side_tabs.isVisible()
    second.window.leave()


def test_session_ends_with_its_window(unchecked: Program, qtbot: QtBot) -> None:
    first, second = unchecked.session, unchecked.open_session()
    second.start(fresh=True)
    exposed(qtbot, second.window)
    with qtbot.waitSignal(second.destroyed):
        second.window.leave()
    assert unchecked.sessions == [first]
    first.actions["theme_dark"].trigger()
    assert first.window.theme.scheme == "dark"
    assert first.window.isVisible()


def test_what_the_program_says_later_is_for_the_windows_that_are_left(
    unchecked: Program, qtbot: QtBot
) -> None:
    first, second = unchecked.session, unchecked.open_session()
    second.start(fresh=True)
    exposed(qtbot, second.window)
    qtbot.waitUntil(lambda: second.proofing is not None)
    with qtbot.waitSignal(second.destroyed):
        second.window.leave()
    unchecked.engine.installer.done.emit()
    assert first.window.message_bar.sentence.startswith("LanguageTool ist eingerichtet")


def test_new_window_is_beside_the_first_and_has_a_new_review(
    unchecked: Program, qtbot: QtBot
) -> None:
    first = unchecked.session
    first.document.edit_fact("title", "Nordlicht-Station")
    press_action(first, "new_window")
    second = unchecked.sessions[1]
    exposed(qtbot, second.window)
    assert second.document.review.title == ""
    assert second.window.pos() != first.window.pos()
    with qtbot.waitSignal(second.destroyed):
        press_action(second, "close")
    assert unchecked.sessions == [first]
    assert first.window.isVisible()
    assert first.document.review.title == "Nordlicht-Station"


def test_quit_asks_in_a_minimised_window_and_closes_none_when_it_is_to_stay(
    unchecked: Program, qtbot: QtBot
) -> None:
    first = unchecked.session
    press_action(first, "new_window")
    second = unchecked.sessions[1]
    exposed(qtbot, second.window)
    first.document.edit_fact("title", "Nordlicht-Station")
    first.window.showMinimized()
    press_action(second, "quit")
    question = waited(qtbot, lambda: first.window.findChild(QMessageBox, "dialog.unsaved"))
    assert not first.window.isMinimized()
    press_action(second, "quit")
    assert first.window.findChildren(QMessageBox, "dialog.unsaved") == [question]
    question.reject()
    assert first.window.isVisible()
    assert second.window.isVisible()
    second.window.leave()


def test_quit_closes_the_other_windows_once_what_is_unsaved_is_settled(
    unchecked: Program, qtbot: QtBot
) -> None:
    first = unchecked.session
    press_action(first, "new_window")
    second = unchecked.sessions[1]
    exposed(qtbot, second.window)
    second.document.edit_fact("title", "Nordlicht-Station")
    press_action(first, "quit")
    question = waited(qtbot, lambda: second.window.findChild(QMessageBox, "dialog.unsaved"))
    assert first.window.isVisible()
    with qtbot.waitSignal(second.destroyed):
        next(button for button in question.buttons() if "Verwerfen" in button.text()).click()
    assert not first.window.isVisible()


@pytest.mark.parametrize("way", ["open_recent", "load", "welcome", "link"])
def test_review_that_is_open_in_another_window_is_shown_there(
    unchecked: Program, qtbot: QtBot, tmp_path: Path, way: str
) -> None:
    path = tmp_path / "nordlicht.md"
    path.write_text("---\nform: film\ntitle: Nordlicht\n---\n", encoding="utf-8")
    first = unchecked.session
    first.files.controller.load(path)
    waited(qtbot, lambda: first.document.path == path)
    press_action(first, "new_window")
    second = unchecked.sessions[1]
    exposed(qtbot, second.window)
    link = tmp_path / "link.md"
    link.symlink_to(path)
    opens = {
        "link": lambda _: second.files.controller.load(link),
        "open_recent": second.files.controller.open_recent,
        "load": second.files.controller.load,
        "welcome": second.workspace.last_session.continue_review,
    }
    opens[way](path)
    waited(qtbot, first.window.isActiveWindow)
    settled: list[Path | None] = []
    second.files.controller.settle(lambda: settled.append(second.document.path))
    waited(qtbot, lambda: settled)
    assert settled == [None]
    second.window.leave()


def press_action(session: ReviewSession, verb: str) -> None:
    session.actions[verb].trigger()


def test_end_of_the_session_writes_what_is_unsaved_in_every_window(
    unchecked: Program, qtbot: QtBot
) -> None:
    first, second = unchecked.session, unchecked.open_session()
    second.start(fresh=True)
    exposed(qtbot, second.window)
    for session, word in ((first, "Salz"), (second, "Pfeffer")):
        session.document.edit_text("story", word, typing=True, boundary=True)
    unchecked.keep_drafts()
    folder = unchecked.context.folders.state / "journal"
    drafts = [path.read_text("utf-8") for path in folder.glob("*.json")]
    assert all(any(word in draft for draft in drafts) for word in ("Salz", "Pfeffer"))
    second.window.leave()
