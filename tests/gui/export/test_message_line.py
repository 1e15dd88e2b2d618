"""The line at the bottom of the export dialog asks for no more room than a small screen has."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.export.message_line import MessageLine
from editor.gui.theme import make_theme

TEXT = "Noch offen: keine Gesamtwertung · 7 Angaben fehlen · 5 Abschnitte sind leer"


def test_open_points_wrap_instead_of_widening_a_small_dialog(qtbot: QtBot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    line = MessageLine(make_theme("light"), dialog)
    QHBoxLayout(dialog).addWidget(line)
    line.show_open(TEXT)
    dialog.resize(340, 120)
    dialog.show()
    assert dialog.width() == 340
    label = line.findChild(QLabel, "export.open")
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())


def test_open_points_stand_in_one_line_where_there_is_room(qtbot: QtBot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    line = MessageLine(make_theme("light"), dialog)
    QHBoxLayout(dialog).addWidget(line)
    line.show_open("Noch offen: 7 Angaben fehlen")
    dialog.resize(900, 120)
    dialog.show()
    label = line.findChild(QLabel, "export.open")
    assert label is not None
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
