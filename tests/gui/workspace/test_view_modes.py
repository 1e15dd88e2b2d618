"""View modes: each shows its pane, and everything is restored after it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from editor.gui.workspace.screen_layouts import screen_key
from editor.settings import Folders, Settings, save_settings
from tests.gui.actions import find, kept_settings, press, section, type_into, waited
from tests.gui.conftest import close, opened

_PARTS = ("outlinePane", "preview", "findingsPane", "formPage", "tools")


def seen(editor: Program) -> set[str]:
    names = {name for name in _PARTS if find(editor, QWidget, name).isVisible()}
    return names | ({"menu"} if editor.session.window.menuBar().isVisible() else set())


def cards(editor: Program) -> list[str]:
    editors = editor.session.window.findChildren(SectionEditor)
    return [e.objectName() for e in editors if e.isVisible()]


def test_escape_ends_a_view_from_within_the_page(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "preview_alone")
    view = unchecked.session.window.findChild(QWebEngineView)
    assert view is not None
    page = waited(qtbot, view.focusProxy)
    waited(qtbot, page.hasFocus)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    waited(qtbot, lambda: seen(unchecked) > {"formPage", "outlinePane"})


@pytest.mark.parametrize(
    ("verb", "left"),
    [
        ("focus_mode", {"formPage"}),
        ("preview_alone", {"preview", "tools", "menu"}),
        ("form_alone", {"formPage", "tools", "menu"}),
    ],
)
@pytest.mark.parametrize("size", [(1400, 900), (1024, 700)])
def test_view_shows_one_part_and_brings_everything_back(
    unchecked: Program, qtbot: QtBot, verb: str, left: set[str], size: tuple[int, int]
) -> None:
    window = unchecked.session.window
    window.resize(*size)
    window.form.jump("effects")
    window.splitters.set_sizes(window.splitters.sizes._replace(columns=(150, size[0] - 452, 300)))
    bar = window.form.verticalScrollBar()
    places: list[int] = []

    def at_rest() -> bool:
        """Hints that break into fewer lines move what is below them, once."""
        places.append(bar.value())
        return len(places) > 3 and len(set(places[-3:])) == 1

    waited(qtbot, at_rest)
    before = (seen(unchecked), window.splitters.sizes, bar.value(), window.size())
    press(unchecked, verb)
    assert seen(unchecked) == left
    assert (window.width(), window.height()) == size
    window.resize(size[0] + 300, size[1] + 100)
    qtbot.wait(0)
    window.resize(*size)
    press(unchecked, verb)
    waited(qtbot, lambda: bar.value() == before[2])
    assert (seen(unchecked), window.splitters.sizes) == (before[0], before[1])
    assert window.size() == before[3]


def test_focus_shows_the_current_section_alone_and_escape_ends_it(unchecked: Program) -> None:
    story = section(unchecked, "story")
    unchecked.session.window.form.jump("story")
    QTest.keySequence(unchecked.session.window, unchecked.session.actions["focus_mode"].shortcut())
    assert cards(unchecked) == ["section.story"]
    assert not unchecked.session.window.form.facts.isVisible()
    type_into(story, "Allein.")
    QTest.keyClick(story, Qt.Key.Key_Escape)
    assert len(cards(unchecked)) > 5
    assert unchecked.session.window.form.facts.isVisible()
    assert unchecked.session.document.review.text("story") == "Allein."
    assert story.hasFocus()


def test_focus_survives_settings_and_edits(unchecked: Program) -> None:
    unchecked.session.window.form.jump("story")
    press(unchecked, "focus_mode")
    press(unchecked, "text_larger")
    press(unchecked, "theme_dark")
    type_into(section(unchecked, "story"), "Text")
    assert cards(unchecked) == ["section.story"]
    assert seen(unchecked) == {"formPage"}


def test_focus_keeps_the_line_in_the_middle(unchecked: Program, qtbot: QtBot) -> None:
    story, form = section(unchecked, "story"), unchecked.session.window.form
    unchecked.session.document.edit_text("story", "Zeile\n" * 80, typing=False, boundary=True)
    form.go_to("story", 0)
    press(unchecked, "focus_mode")

    def distance() -> int:
        line = story.viewport().mapTo(form.viewport(), story.cursorRect().center()).y()
        return abs(line - form.viewport().height() // 2)

    for place in (0, 240, len(story.text)):
        story.select(place, place)
        waited(qtbot, lambda: distance() <= 2)


def test_keys_go_from_section_to_section(unchecked: Program) -> None:
    form = unchecked.session.window.form
    form.jump("facts")
    QTest.keySequence(unchecked.session.window, QKeySequence("Ctrl+PgDown"))
    assert section(unchecked, form.visible_sections[0]).hasFocus()
    QTest.keySequence(unchecked.session.window, QKeySequence("Ctrl+PgUp"))
    assert form.current == "facts"


def test_keys_change_the_section_in_focus(unchecked: Program) -> None:
    form = unchecked.session.window.form
    form.jump("story")
    press(unchecked, "focus_mode")
    QTest.keySequence(unchecked.session.window, QKeySequence("Ctrl+PgDown"))
    following = form.visible_sections[form.visible_sections.index("story") + 1]
    assert cards(unchecked) == [f"section.{following}"]
    assert section(unchecked, following).hasFocus()
    for _ in form.visible_sections:
        QTest.keySequence(unchecked.session.window, QKeySequence("Ctrl+PgDown"))
    assert cards(unchecked) == [f"section.{form.visible_sections[-1]}"]


def test_undo_in_another_section_goes_there_in_focus(unchecked: Program) -> None:
    type_into(section(unchecked, "plot"), "Weg damit")
    unchecked.session.window.form.jump("story")
    press(unchecked, "focus_mode")
    press(unchecked, "undo")
    assert cards(unchecked) == ["section.plot"]


def test_going_to_the_facts_ends_the_focus(unchecked: Program) -> None:
    unchecked.session.window.form.jump("story")
    press(unchecked, "focus_mode")
    unchecked.session.window.form.jump("facts")
    assert unchecked.session.window.form.facts.isVisible()
    assert not unchecked.session.actions["focus_mode"].isChecked()


def test_another_review_without_the_section_ends_the_focus(unchecked: Program) -> None:
    unchecked.session.window.form.jump("story")
    press(unchecked, "focus_mode")
    review = unchecked.session.document.review
    sections = tuple(part for part in review.sections if part.id != "story")
    unchecked.session.document.open(replace(review, sections=sections), None)
    assert unchecked.session.window.form.facts.isVisible()
    assert unchecked.session.workspace.view_modes.view == ""


def test_panes_cannot_be_switched_while_one_is_alone(unchecked: Program) -> None:
    press(unchecked, "form_alone")
    assert not unchecked.session.actions["preview"].isEnabled()
    press(unchecked, "form_alone")
    assert unchecked.session.actions["preview"].isEnabled()


def test_full_screen_and_back(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "full_screen")
    waited(qtbot, unchecked.session.window.isFullScreen)
    assert unchecked.session.actions["full_screen"].isChecked()
    press(unchecked, "full_screen")
    waited(qtbot, lambda: not unchecked.session.window.isFullScreen())
    assert not unchecked.session.actions["full_screen"].isChecked()


def test_layout_is_kept_for_this_screen(unchecked: Program, qtbot: QtBot, folders: Folders) -> None:
    press(unchecked, "outline")
    unchecked.session.window.splitters.set_sizes(
        unchecked.session.window.splitters.sizes._replace(rows=(300, 400))
    )
    rows = unchecked.session.window.splitters.sizes.rows
    press(unchecked, "focus_mode")
    unchecked.session.window.close()
    waited(qtbot, lambda: not unchecked.session.window.isVisible())
    settings = kept_settings(qtbot, unchecked, folders)
    size, ratio = (
        unchecked.session.window.screen().geometry().size(),
        unchecked.session.window.screen(),
    )
    key = screen_key(size.width(), size.height(), ratio.devicePixelRatio())
    layout = settings.layouts[key]
    assert layout["outline_visible"] is False
    assert layout["preview_visible"] is True
    assert tuple(layout["rows"]) == rows


def test_layout_of_the_screen_comes_back(qtbot: QtBot, qapp: object, folders: Folders) -> None:
    probe = Program(folders)
    screen = probe.session.window.screen()
    key = screen_key(
        screen.geometry().width(), screen.geometry().height(), screen.devicePixelRatio()
    )
    close(qtbot, probe)
    layouts = {
        key: {"outline_visible": False, "columns": [0, 700, 400], "rows": "Unsinn"},
        "1x1@1": {"findings_visible": False},
    }
    save_settings(folders.config, Settings(layouts=layouts))
    editor = opened(qtbot, Program(folders))
    assert "outlinePane" not in seen(editor)
    assert "findingsPane" in seen(editor)
    assert set(editor.settings.layouts) == set(layouts)
    close(qtbot, editor)


def test_window_on_another_screen_gets_the_layout_of_that_screen(unchecked: Program) -> None:
    layouts, window = unchecked.session.workspace.screen_layouts, unchecked.session.window
    here = layouts._key
    unchecked.settings_store.change(layouts={here: {"outline_visible": False}})
    # There is one screen only: the window comes from one that is not there any more.
    layouts._key = "800x600@1"
    window.windowHandle().screenChanged.emit(window.screen())
    assert "outlinePane" not in seen(unchecked)
    assert unchecked.settings.layouts["800x600@1"]["outline_visible"] is True
    assert layouts._key == here


@pytest.mark.parametrize("verb", ["focus_mode", "preview_alone"])
def test_cursor_that_has_gone_on_is_seen_when_a_view_is_left(
    verb: str, unchecked: Program, qtbot: QtBot
) -> None:
    form = unchecked.session.window.form
    for key in form.visible_sections:
        unchecked.session.document.edit_text(key, "Zeile\n" * 20, typing=False, boundary=True)
    form.go_to("story", 0)
    qtbot.wait(0)
    press(unchecked, verb)
    last = form.visible_sections[-1]
    form.go_to(last, 0)
    qtbot.wait(0)
    if unchecked.session.workspace.view_modes.view:
        press(unchecked, verb)
    waited(qtbot, lambda: in_sight(unchecked, last))
    qtbot.wait(0)
    assert in_sight(unchecked, last)


def in_sight(editor: Program, section_id: str) -> bool:
    """Whether the cursor of a section can be seen."""
    target, page = section(editor, section_id), editor.session.window.form.viewport()
    line = target.cursorRect()
    place = target.viewport().mapTo(page, line.center())
    return target.isVisible() and page.rect().contains(place)
