"""Dialogs: questions are readable as a whole, and their buttons are named and drawn alike."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.dialogs import ask_drop, ask_target, ask_unsaved, name_buttons, show_warning
from editor.gui.file_dialogs import appearance
from editor.gui.style_sheet import apply_theme
from editor.gui.theme import make_theme
from tests.gui.actions import exposed

TITLES = ("Salz", "Rezension ohne Titel", "Ein langer Titel einer Serie und noch etwas " * 4)


@pytest.fixture
def parent(qtbot: QtBot, qapp: QApplication) -> QWidget:
    apply_theme(qapp, make_theme("light"), "light")
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()
    return window


def asked(qtbot: QtBot, parent: QWidget) -> QMessageBox:
    (box,) = parent.findChildren(QMessageBox)
    exposed(qtbot, box)
    return box


def clipped(box: QMessageBox) -> list[str]:
    """Return the sentences that have less room than they need."""
    labels = [label for label in box.findChildren(QLabel) if label.text()]
    assert labels
    return [
        label.text()
        for label in labels
        if (
            label.height() < label.heightForWidth(label.width())
            if label.wordWrap()
            else label.width() < label.sizeHint().width()
        )
    ]


@pytest.mark.parametrize("title", TITLES)
def test_question_about_changes_can_be_read_as_a_whole(
    title: str, parent: QWidget, qtbot: QtBot
) -> None:
    ask_unsaved(parent, title, lambda _: None)
    box = asked(qtbot, parent)
    assert title[:40] in box.text()
    assert not clipped(box)


@pytest.mark.parametrize("title", TITLES)
def test_question_about_a_version_can_be_read_as_a_whole(
    title: str, parent: QWidget, qtbot: QtBot
) -> None:
    ask_drop(parent, title, lambda: None)
    assert not clipped(asked(qtbot, parent))


def test_buttons_of_dialogs_have_no_icons(parent: QWidget, qtbot: QtBot) -> None:
    show_warning(parent, "So geht es nicht.")
    box = asked(qtbot, parent)
    plain = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent
    )
    buttons = [*box.findChildren(QPushButton), *plain.findChildren(QPushButton)]
    assert len(buttons) == 3
    assert all(button.icon().isNull() for button in buttons)


def test_file_dialog_says_what_the_menu_says(parent: QWidget, tmp_path: Path) -> None:
    ask_target(parent, "Sichern unter", "Rezensionen (*.md)", tmp_path / "salz.md", lambda _: None)
    dialog = parent.findChild(QFileDialog)
    assert dialog is not None
    texts = [button.text().replace("&", "") for button in dialog.findChildren(QPushButton)]
    assert "Sichern" in texts
    assert "Speichern" not in texts
    dialog.close()


def test_buttons_of_qt_have_keys_of_their_own(parent: QWidget) -> None:
    kind = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kind.Ok | kind.Cancel | kind.Close, parent)
    name_buttons(buttons)
    texts = {button.text() for button in buttons.findChildren(QPushButton)}
    assert texts == {"&OK", "&Abbrechen", "&Schließen"}


def test_label_for_a_dialog_of_the_desktop_has_no_sign_for_a_mnemonic(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appearance, "is_of_qt", lambda _: False)
    ask_target(parent, "Sichern unter", "Rezensionen (*.md)", tmp_path / "salz.md", lambda _: None)
    dialog = parent.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Sichern"
    dialog.close()
