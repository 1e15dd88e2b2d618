"""Text of a chip."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.gui.widgets.chip import Chip


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Zoë Quern (Runa)", "Zoë Quern · Runa"),
        ("(Meyer)", "(Meyer)"),
        ("Quern & Söhne", "Quern && Söhne"),
        ("Zoë (noch offen", "Zoë (noch offen"),
    ],
)
def test_a_chip_shows_name_and_role(qtbot: QtBot, typed: str, shown: str) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    assert Chip(typed, field).text() == f"{shown}  ×"
