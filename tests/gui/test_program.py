"""Several review sessions in one program: what they share, and what each has of its own."""

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from tests.gui.actions import exposed


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
    _close(unchecked, 1)


def test_sessions_share_settings_dictionary_and_theme(unchecked: Program, qtbot: QtBot) -> None:
    first, second = unchecked.session, unchecked.open_session()
    second.start(fresh=True)
    exposed(qtbot, second.window)
    second.actions["theme_dark"].trigger()
    second.proofing.decisions.know_always("Falkenried")
    for session in (first, second):
        assert session.window.theme.scheme == "dark"
        assert session.actions["theme_dark"].isChecked()
        assert session.proofing.check_service.writer().words == ("Falkenried",)
    second.actions["findings"].trigger()
    assert not first.window.side_tabs.isVisible()
    _close(unchecked, 1)


def test_program_ends_with_its_last_window(unchecked: Program, qtbot: QtBot) -> None:
    second = unchecked.open_session()
    second.start(fresh=True)
    exposed(qtbot, second.window)
    with qtbot.assertNotEmitted(unchecked.context.app.aboutToQuit, wait=100):
        second.window.leave()
    assert unchecked.session.window.isVisible()
    _close(unchecked, 1)


def _close(program: Program, index: int) -> None:
    """Stop a session and delete its window, as the program does at its end."""
    session = program.sessions.pop(index)
    session.window.leave()
    session.stop()
    session.window.deleteLater()
    QCoreApplication.sendPostedEvents(session.window, QEvent.Type.DeferredDelete.value)
