"""Button that unfolds what is below it: keys, texts and what a screen reader hears."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.gui.form.facts.disclosure_button import DisclosureButton

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 60)
    page.show()
    return page


@pytest.fixture
def button(page: QWidget) -> DisclosureButton:
    button = DisclosureButton(page)
    button.resize(600, 40)
    button.show()
    return button


@pytest.mark.parametrize(
    ("keys", "unfolded"),
    [
        ([KEY.Key_Space], True),
        ([KEY.Key_Return], True),
        ([KEY.Key_Enter, KEY.Key_Space], False),
        ([KEY.Key_Right, KEY.Key_Right], True),
        ([KEY.Key_Right, KEY.Key_Left, KEY.Key_Left], False),
    ],
)
def test_keys_unfold_and_fold(button: DisclosureButton, keys: list[Qt.Key], unfolded: bool) -> None:
    for key in keys:
        QTest.keyClick(button, key)
    assert button.isChecked() == unfolded


def test_screen_reader_hears_the_whole_text_and_the_state(button: DisclosureButton) -> None:
    button.show_text("Das Salzarchiv", "Staffel 2 · Blu-ray", "18 von 23")
    assert button.accessibleName() == "Das Salzarchiv · Staffel 2 · Blu-ray · 18 von 23"
    assert button.accessibleDescription() == "zugeklappt"
    button.click()
    assert button.accessibleDescription() == "aufgeklappt"


def test_text_that_is_cut_off_is_the_tool_tip(button: DisclosureButton) -> None:
    button.show_text("Das Salzarchiv", "Blu-ray", "18 von 23")
    assert button.toolTip() == ""
    button.show_text("Das Salzarchiv", "Blu-ray " * 40, "18 von 23")
    assert button.toolTip().endswith("18 von 23")
    button.resize(6_000, 40)
    assert button.toolTip() == ""


def test_end_stays_in_sight_and_some_detail_beside_a_long_title(button: DisclosureButton) -> None:
    button.show_text("Die sehr lange Geschichte " * 9, "Staffel 2 · Blu-ray", "18 von 23")
    title, detail, end = button._fitted(500)
    assert (title[-1], end) == ("…", " · 18 von 23")
    assert "Staffel" in detail


def test_sign_in_a_title_is_no_mnemonic(button: DisclosureButton) -> None:
    button.show_text("Bild & Ton")
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Bild & Ton"
