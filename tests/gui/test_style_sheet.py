"""Style sheet: fields, drop-down lists, rows and calendars look alike."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.style_sheet import apply_theme
from editor.gui.theme import Theme, make_theme
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.widgets.completing_line_edit import CompletingLineEdit
from editor.gui.widgets.date_edit import DateEdit
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate
from tests.gui.actions import exposed, find, press, section, waited


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    theme = make_theme(request.param)
    apply_theme(qapp, theme, request.param)
    return theme


def beside(qtbot: QtBot, *fields: QWidget) -> QWidget:
    """Show ``fields`` as wide as they are in the form; the window they are in has to be kept."""
    parent = QWidget()
    qtbot.addWidget(parent)
    for field in fields:
        field.setParent(parent)
    parent.show()
    exposed(qtbot, parent)
    for field in fields:
        field.resize(300, max(field.heightForWidth(300), field.sizeHint().height()))
    QApplication.processEvents()
    return parent


def text_left(line: QLineEdit, field: QWidget) -> int:
    """Return where the text of ``line`` begins in ``field``."""
    line.setText("H")
    line.setCursorPosition(0)
    return line.mapTo(field, line.cursorRect().center()).x()


def test_field_of_names_is_a_line_like_any_other(theme: Theme, qtbot: QtBot) -> None:
    line, names = QLineEdit(), ChipEdit(theme)
    window = beside(qtbot, line, names)
    assert window.isVisible()
    assert names.height() == line.height()
    assert abs(text_left(names.line, names) - text_left(line, line)) <= 1
    names.show_texts(["Anna Bär"])
    assert names.heightForWidth(300) == line.height()


def test_field_keeps_its_size_and_text_in_its_place_with_the_keyboard(
    theme: Theme, qtbot: QtBot
) -> None:
    line, names = QLineEdit(), ChipEdit(theme)
    window = beside(qtbot, line, names)
    assert window.isVisible()
    for field, target in ((line, line), (names, names.line)):
        (names if field is line else line).setFocus()
        before = (field.sizeHint().height(), text_left(target, field))
        target.setFocus()
        QApplication.processEvents()
        assert (field.sizeHint().height(), text_left(target, field)) == before


def test_line_of_names_has_no_ring_within_the_ring(theme: Theme, qtbot: QtBot) -> None:
    line, names = QLineEdit(), ChipEdit(theme)
    window = beside(qtbot, line, names)
    assert window.isVisible()
    names.line.setFocus()
    QApplication.processEvents()
    picture = names.grab().toImage()
    accent = theme.color("accent").rgb()
    column = [picture.pixel(150, y) == accent for y in range(picture.height())]
    rings = sum(here and not before for before, here in zip([False, *column], column, strict=False))
    assert rings == 2, "one above and one below"


def test_list_of_a_combo_box_has_rows_like_other_lists(unchecked: Program, qtbot: QtBot) -> None:
    for box in unchecked.session.window.findChildren(QComboBox):
        if not box.isVisible():
            continue
        box.showPopup()
        view = box.view()
        waited(qtbot, view.isVisible)
        row = view.visualRect(box.model().index(0, 0))
        assert row.height() >= box.fontMetrics().height() + unchecked.session.window.theme.px(7)
        container = view.window()
        frame = view.mapTo(container, QPoint(0, view.height()))
        assert frame.y() <= container.height(), "its lower border is there"
        box.hidePopup()


def test_weekend_is_not_as_grey_as_another_month(unchecked: Program, qtbot: QtBot) -> None:
    find(unchecked, DateEdit, "fact.date").open_calendar()
    month = waited(qtbot, lambda: unchecked.session.window.findChild(QCalendarWidget))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        written = month.weekdayTextFormat(day).foreground().color()
        assert written == unchecked.session.window.theme.color("ink")
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    calendar.close()


def test_name_of_the_current_row_is_rather_plain_than_cut(theme: Theme, qtbot: QtBot) -> None:
    rows = QListWidget()
    rows.setItemDelegate(ListDelegate(theme, rows))
    qtbot.addWidget(rows)
    for _ in range(2):
        QListWidgetItem("Picture and sound", rows).setData(ItemRole.SIDE, "")
    text = rows.fontMetrics().horizontalAdvance("Picture and sound")
    rows.setFixedSize(text + theme.px(2 * 17 + 8) + 2 * rows.frameWidth() + 2, 200)
    rows.setCurrentRow(0)
    rows.setStyleSheet("QListWidget { outline: none; }")
    rows.show()
    exposed(qtbot, rows)
    picture = rows.viewport().grab().toImage()
    current, other = (shape(picture.copy(rows.visualItemRect(rows.item(row)))) for row in range(2))
    differ = sum(a != b for a, b in zip(current, other, strict=True))
    assert differ < sum(other) / 10


def shape(row: QImage) -> list[bool]:
    """Return where there are letters, whatever their colour."""
    ground = row.pixelColor(row.width() // 2, 3).lightness()
    middle = range(row.height() // 4, row.height() * 3 // 4)
    across = range(row.width() // 8, row.width() * 7 // 8)
    inks = [abs(row.pixelColor(x, y).lightness() - ground) for y in middle for x in across]
    return [ink > max(inks) / 2 for ink in inks]


def test_arrows_of_the_file_dialog_follow_the_theme(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.settings_store.change(theme="dark")
    press(unchecked, "open")
    back = waited(qtbot, lambda: find(unchecked, QWidget, "toParentButton"))
    picture = back.icon().pixmap(16, 16).toImage()
    inks = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 200
    ]
    assert inks
    assert min(ink.lightness() for ink in inks) > 100
    back.window().close()


def test_scroll_bar_of_a_page_of_text_is_on_its_paper(theme: Theme, qtbot: QtBot) -> None:
    page = QTextBrowser()
    page.setFrameShape(QTextBrowser.Shape.NoFrame)
    page.setHtml("<p>Eine Zeile der Hilfe.</p>" * 100)
    window = beside(qtbot, page)
    assert window.isVisible()
    page.resize(300, 200)
    QApplication.processEvents()
    assert page.verticalScrollBar().isVisible()
    assert corner(page) == theme.color("paper")
    picture = page.grab().toImage()
    bar = picture.pixelColor(picture.width() - 1, picture.height() - 3)
    assert bar == theme.color("paper")


def test_change_of_the_theme_reaches_every_window(unchecked: Program, qtbot: QtBot) -> None:
    first = unchecked.session
    for scheme in ("dark", "light", "dark"):
        unchecked.settings_store.change(theme=scheme)
    paper, ground = (first.window.theme.color(role) for role in ("paper", "background"))
    assert ground.lightness() < 128
    assert corner(first.window.outline) == ground
    assert pixel_of_menu(first.window.menuBar().actions()[0].menu()) == paper
    press(unchecked, "settings")
    settings = waited(qtbot, lambda: first.window.findChild(QDialog, "dialog.settings"))
    assert corner(settings) == ground
    settings.close()
    line = CompletingLineEdit(first.window)
    line.offer(("Anna Bär",))
    line.show()
    QTest.keyClicks(line, "a")
    assert line.offered
    completion = QApplication.activePopupWidget()
    assert isinstance(completion, QListView)
    assert completion.viewport().grab().toImage().pixelColor(2, completion.height() - 4) == paper
    completion.hide()
    second = unchecked.open_session()
    assert corner(second.window) == ground


def test_change_of_the_theme_polishes_a_widget_at_most_twice(
    unchecked: Program, qtbot: QtBot
) -> None:
    seen = Restyled()
    editor = section(unchecked, "story")
    editor.installEventFilter(seen)
    unchecked.settings_store.change(theme="dark")
    assert 0 < seen.times <= 2


class Restyled(QObject):
    """Counts how often the style of a widget changes."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def corner(widget: QWidget) -> QColor:
    picture = widget.grab().toImage()
    return picture.pixelColor(2, picture.height() - 3)


def pixel_of_menu(menu: object) -> QColor:
    assert isinstance(menu, QMenu)
    menu.ensurePolished()
    return menu.grab().toImage().pixelColor(4, 4)
