"""Narrow window: text and preview are tabs, and nothing is lost on the way there and back."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.layout.splitter_layout import least_width
from editor.gui.program import Program
from tests.gui.actions import find, press, section, type_into, waited
from tests.gui.rows import row_list, row_with

_LONG = "Eine Zeile der Rezension.\n\n" * 40


def resize(editor: Program, qtbot: QtBot, by: int) -> None:
    """Make the window so many pixels wider than three columns need."""
    least = least_width(editor.session.window.theme, outline=editor.settings.outline_visible)
    editor.session.window.resize(least + by, 700)
    qtbot.waitUntil(lambda: editor.session.window.width() == least + by)
    qtbot.wait(0)


def tabs(editor: Program) -> QTabBar:
    return find(editor, QTabBar, "frontTabs")


def seen(editor: Program) -> set[str]:
    names = ("outlinePane", "preview", "findingsPane", "formPage", "frontTabs")
    return {name for name in names if find(editor, QWidget, name).isVisible()}


TEXT = {"outlinePane", "findingsPane", "formPage", "frontTabs"}
PREVIEW = {"outlinePane", "preview", "frontTabs"}
WIDE = {"outlinePane", "findingsPane", "formPage", "preview"}


@pytest.fixture
def narrow(unchecked: Program, qtbot: QtBot) -> Program:
    """A window without room for three columns, in which somebody writes at the story."""
    unchecked.session.document.edit_text("story", _LONG, typing=False, boundary=True)
    unchecked.session.window.form.go_to("story", 200)
    resize(unchecked, qtbot, -1)
    qtbot.waitUntil(lambda: unchecked.session.window.form.verticalScrollBar().value() > 0)
    return unchecked


def test_three_columns_from_the_width_that_they_need(unchecked: Program, qtbot: QtBot) -> None:
    resize(unchecked, qtbot, 0)
    assert seen(unchecked) == WIDE
    assert (
        find(unchecked, QWidget, "formColumn").width() >= unchecked.session.window.theme.measure()
    )
    resize(unchecked, qtbot, -1)
    assert seen(unchecked) == TEXT
    assert tabs(unchecked).currentIndex() == 0
    assert tabs(unchecked).accessibleName()


def test_findings_stand_below_the_text(narrow: Program) -> None:
    findings = find(narrow, QWidget, "findingsPane")
    origin = narrow.session.window.rect().topLeft()
    form = narrow.session.window.form
    assert findings.mapTo(narrow.session.window, origin).y() >= (
        form.mapTo(narrow.session.window, origin).y() + form.height()
    )
    assert findings.width() == form.width()


def test_wide_again_is_as_before(unchecked: Program, qtbot: QtBot) -> None:
    resize(unchecked, qtbot, 300)
    window, story = unchecked.session.window, section(unchecked, "story")
    unchecked.session.document.edit_text("story", _LONG, typing=False, boundary=True)
    window.form.go_to("story", 200)
    width, rows = window.width(), sum(window.splitters.sizes.rows)
    window.splitters.set_sizes(
        window.splitters.sizes._replace(columns=(220, width - 582, 360), rows=(rows - 200, 200))
    )
    qtbot.waitUntil(lambda: window.form.verticalScrollBar().value() > 0)
    sizes, place = window.splitters.sizes, window.form.verticalScrollBar().value()
    view = window.findChild(QWebEngineView)
    resize(unchecked, qtbot, -100)
    assert seen(unchecked) == TEXT
    assert window.splitters.sizes == sizes
    resize(unchecked, qtbot, 300)
    assert seen(unchecked) == WIDE
    assert window.splitters.sizes == sizes
    assert window.findChild(QWebEngineView) is view
    assert story.textCursor().position() == 200
    assert window.form.verticalScrollBar().value() == place
    assert story.hasFocus()


def test_key_of_the_preview_changes_the_tab(narrow: Program, qtbot: QtBot) -> None:
    story, form = section(narrow, "story"), narrow.session.window.form
    place = form.verticalScrollBar().value()
    key = narrow.session.actions["preview"].shortcut()
    QTest.keySequence(narrow.session.window, key)
    assert seen(narrow) == PREVIEW
    assert tabs(narrow).currentIndex() == 1
    view = narrow.session.window.findChild(QWebEngineView)
    assert view is not None
    waited(qtbot, view.hasFocus)
    assert narrow.session.actions["preview"].isChecked()
    assert not narrow.session.actions["findings"].isChecked()
    QTest.keySequence(narrow.session.window, key)
    assert seen(narrow) == TEXT
    assert story.hasFocus()
    assert (story.textCursor().position(), form.verticalScrollBar().value()) == (200, place)
    assert not narrow.session.actions["preview"].isChecked()
    assert narrow.settings.preview_visible


def test_tabs_by_mouse_and_by_keyboard(narrow: Program) -> None:
    bar = tabs(narrow)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert seen(narrow) == PREVIEW
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert seen(narrow) == TEXT
    assert bar.hasFocus()


def test_outline_leads_to_the_text(narrow: Program) -> None:
    press(narrow, "preview")
    row_with(row_list(narrow, "outline"), "Fazit").click()
    assert seen(narrow) == TEXT
    assert section(narrow, "verdict").hasFocus()


@pytest.mark.parametrize("verb", ["findings", "ready", "statistics", "next_section", "bold"])
def test_actions_on_the_text_bring_it_to_the_front(narrow: Program, verb: str) -> None:
    press(narrow, "preview")
    press(narrow, verb)
    assert seen(narrow) >= {"formPage", "frontTabs"}
    assert narrow.settings.findings_visible


def test_search_is_to_be_seen(narrow: Program) -> None:
    press(narrow, "preview")
    press(narrow, "find")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "find.text"
    assert focus.isVisible()


def test_hidden_preview_has_no_tabs(narrow: Program) -> None:
    narrow.settings_store.change(preview_visible=False)
    assert seen(narrow) == TEXT - {"frontTabs"}
    press(narrow, "preview")
    assert seen(narrow) == PREVIEW
    press(narrow, "findings")
    press(narrow, "findings")
    assert seen(narrow) == TEXT - {"findingsPane"}


@pytest.mark.parametrize("front", ["text", "preview"])
@pytest.mark.parametrize(
    ("verb", "left"),
    [("focus_mode", "formPage"), ("form_alone", "formPage"), ("preview_alone", "preview")],
)
def test_view_comes_back_to_the_tab(narrow: Program, front: str, verb: str, left: str) -> None:
    if front == "preview":
        press(narrow, "preview")
    before = seen(narrow)
    press(narrow, verb)
    assert seen(narrow) == {left}
    press(narrow, verb)
    assert seen(narrow) == before


def test_window_grows_while_a_view_is_open(unchecked: Program, qtbot: QtBot) -> None:
    resize(unchecked, qtbot, 300)
    sizes = unchecked.session.window.splitters.sizes
    resize(unchecked, qtbot, -50)
    press(unchecked, "focus_mode")
    resize(unchecked, qtbot, 300)
    press(unchecked, "focus_mode")
    assert seen(unchecked) == WIDE
    assert unchecked.session.window.splitters.sizes == sizes


def test_larger_text_needs_more_room(unchecked: Program, qtbot: QtBot) -> None:
    resize(unchecked, qtbot, 0)
    unchecked.settings_store.change(text_size=20)
    assert seen(unchecked) == TEXT
    unchecked.settings_store.change(text_size=0)
    assert seen(unchecked) == WIDE


class Covering(QObject):
    """Counts how often the page gets covered."""

    times = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Show
        return False


def test_page_is_not_seen_in_its_old_size(unchecked: Program, qtbot: QtBot) -> None:
    preview, covering = unchecked.session.preview.controller.page_view, Covering()
    assert preview is not None
    with qtbot.waitSignal(preview.updated):
        type_into(section(unchecked, "story"), "Neu.")
    curtain = find(unchecked, QWidget, "preview.curtain")
    curtain.installEventFilter(covering)
    resize(unchecked, qtbot, -50)
    press(unchecked, "preview")
    qtbot.waitUntil(lambda: covering.times > 0 and not curtain.isVisible())
    press(unchecked, "preview")
    press(unchecked, "preview")
    qtbot.wait(0)
    assert covering.times == 1


def test_preview_shows_edits_made_meanwhile(narrow: Program, qtbot: QtBot) -> None:
    section(narrow, "story").select(0, 0)
    type_into(section(narrow, "story"), "Neu ist das. ")
    press(narrow, "preview")
    preview = narrow.session.preview.controller.page_view
    assert preview is not None
    texts: list[str] = []

    def look() -> bool:
        preview.evaluate("document.body.innerText", texts.append)
        return any("Neu ist das." in str(text) for text in texts)

    qtbot.waitUntil(look)


def test_preview_comes_to_where_the_writer_is(narrow: Program, qtbot: QtBot) -> None:
    preview = narrow.session.preview.controller.page_view
    assert preview is not None
    narrow.session.document.edit_text("verdict", _LONG, typing=False, boundary=True)
    narrow.session.window.form.go_to("verdict", 20)
    press(narrow, "preview")
    offsets: list[float | None] = []

    def look() -> bool:
        preview.evaluate("window.scrollY", offsets.append)
        return any(offset is not None and offset > 300 for offset in offsets)

    qtbot.waitUntil(look)


def test_outline_leaves_two_thirds_of_a_very_narrow_window_to_the_form(
    unchecked: Program, qtbot: QtBot
) -> None:
    window = unchecked.session.window
    resize(unchecked, qtbot, 0)
    before = find(unchecked, QWidget, "outlinePane").width()
    window.resize(512, 350)  # 1024 by 700 at 200 %
    qtbot.waitUntil(lambda: window.width() == 512 and window.form.width() >= 330)
    resize(unchecked, qtbot, 0)
    qtbot.waitUntil(lambda: find(unchecked, QWidget, "outlinePane").width() == before)


def test_window_that_closes_at_the_welcome_keeps_its_layout(
    unchecked: Program, qtbot: QtBot
) -> None:
    resize(unchecked, qtbot, 200)
    layout = unchecked.session.window.splitters
    before = layout.sizes
    page = QWidget()
    unchecked.session.window.show_page(page)
    unchecked.session.window.resize(700, 500)
    qtbot.wait(0)
    assert layout.sizes == before
    unchecked.session.window.show_page(None)
