"""Keys have the names that are printed on the keyboard, in the language of the interface."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QKeySequenceEdit, QLineEdit
from pytestqt.qtbot import QtBot

from editor.gui.application import apply_language
from editor.gui.keyboard.key_text import key_text, with_keys
from editor.gui.menus.menu_bar import declarations
from editor.paths import resource

GERMAN = {
    "Ctrl+Shift+E": "Strg+Umschalt+E",
    "Alt+Return": "Alt+Eingabe",
    "Alt+Enter": "Alt+Eingabe",
    "Ctrl+PgDown": "Strg+Bild ab",
    "Ctrl+PgUp": "Strg+Bild auf",
    "Alt+Up": "Alt+Pfeil auf",
    "Alt+Shift+Down": "Alt+Umschalt+Pfeil ab",
    "Ctrl+Left": "Strg+Pfeil links",
    "Ctrl+Right": "Strg+Pfeil rechts",
    "Del": "Entf",
    "Home": "Pos1",
    "F8": "F8",
    "": "",
}
ENGLISH_NAMES = {"Ctrl", "Shift", "Return", "Enter", "PgDown", "PgUp", "Del", "Up", "Down", "Home"}


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    apply_language(qapp, "en")
    yield
    apply_language(qapp, "de")


@pytest.mark.parametrize("keys", GERMAN)
def test_keys_have_their_german_names(qapp: QApplication, keys: str) -> None:
    assert key_text(keys) == GERMAN[keys]


def test_no_shortcut_has_an_english_name_in_a_german_window(qapp: QApplication) -> None:
    shown = {item.verb: key_text(item.shortcut) for item in declarations() if item.shortcut}
    wrong = {verb: keys for verb, keys in shown.items() if ENGLISH_NAMES & set(keys.split("+"))}
    assert not wrong


def test_keys_have_their_english_names(english: None) -> None:
    assert key_text("Ctrl+Shift+PgDown") == "Ctrl+Shift+Page Down"
    assert key_text("Alt+Return") == "Alt+Enter"
    assert key_text("Del") == "Delete"


def test_tip_names_the_keys_where_there_are_some(qapp: QApplication) -> None:
    assert with_keys("Ende", "Ctrl+Q") == "Ende (Strg+Q)"
    assert with_keys("Ende", "") == "Ende"


def test_field_for_keys_shows_the_same_names(qtbot: QtBot) -> None:
    edit = QKeySequenceEdit()
    qtbot.addWidget(edit)
    QTest.keyClick(edit, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    line = edit.findChild(QLineEdit)
    assert line is not None
    assert line.text().startswith("Strg+Bild ab")


@pytest.mark.parametrize("language", ["de", "en"])
def test_compiled_names_are_those_of_the_source(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "keys.qm"
    program = Path(sys.executable).parent / "pyside6-lrelease"
    source = resource("translations", f"keys_{language}.ts")
    subprocess.run([program, "-silent", source, "-qm", compiled], check=True, timeout=60)
    assert compiled.read_bytes() == resource("translations", f"keys_{language}.qm").read_bytes()
