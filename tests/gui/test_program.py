"""Several review sessions in one program: what they share, and what each has of its own."""

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
