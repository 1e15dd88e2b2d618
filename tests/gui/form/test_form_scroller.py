"""The form scrolls to the widget with the keyboard focus, wherever the focus comes from."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form.form_page import FormPage
from editor.gui.program import Program
from tests.gui.actions import find, section, waited
from tests.gui.rows import row_list


@pytest.fixture
def scrolled(unchecked: Program, qtbot: QtBot) -> Program:
    """A window whose page is scrolled to its end while the keyboard is in the outline."""
    for key in unchecked.session.window.form.visible_sections:
        unchecked.session.document.edit_text(key, "Zeile\n" * 20, typing=False, boundary=True)
    outline = row_list(unchecked, "outline")
    outline.setFocus()
    bar = unchecked.session.window.form.verticalScrollBar()
    waited(qtbot, lambda: bar.maximum() > 1_000)
    bar.setValue(bar.maximum())
    return unchecked


def seen(editor: Program, widget: QWidget) -> bool:
    page = editor.session.window.form.viewport()
    return page.rect().contains(QRect(widget.mapTo(page, QPoint()), widget.size()))


def test_field_that_tab_comes_to_from_outside_is_seen(scrolled: Program) -> None:
    outline = row_list(scrolled, "outline")
    QTest.keyClick(outline, Qt.Key.Key_Tab)
    field = QApplication.focusWidget()
    assert field is find(scrolled, QWidget, "facts.head")
    assert seen(scrolled, field)


def test_cursor_of_a_section_that_gets_the_keyboard_is_seen(scrolled: Program) -> None:
    story = section(scrolled, "story")
    story.setFocus(Qt.FocusReason.TabFocusReason)
    page = scrolled.session.window.form.viewport()
    assert page.rect().contains(story.viewport().mapTo(page, story.cursorRect().center()))


def test_clicked_widget_stays_where_it_is(scrolled: Program) -> None:
    bar = scrolled.session.window.form.verticalScrollBar()
    before = bar.value()
    last = section(scrolled, scrolled.session.window.form.visible_sections[-1])
    QTest.mouseClick(
        last.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(20, last.height() - 30),
    )
    assert last.hasFocus()
    assert bar.value() == before


def test_coming_back_to_the_window_scrolls_nowhere(scrolled: Program, qtbot: QtBot) -> None:
    section(scrolled, "story").setFocus()
    bar = scrolled.session.window.form.verticalScrollBar()
    bar.setValue(bar.maximum())
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    waited(qtbot, lambda: not section(scrolled, "story").hasFocus())
    scrolled.session.window.activateWindow()
    waited(qtbot, lambda: section(scrolled, "story").hasFocus())
    assert bar.value() == bar.maximum()


def test_undo_of_an_edit_of_the_whole_review_keeps_the_cursor_in_sight(
    unchecked: Program, qtbot: QtBot
) -> None:
    document, form = unchecked.session.document, unchecked.session.window.form
    review = document.review
    for key in form.visible_sections:
        review = review.with_text(key, "Zeile\n" * 20)
    document.edit_review(review, "sections")
    introduction = section(unchecked, "introduction")
    introduction.setFocus()
    introduction.select(100, 100)
    bar = form.verticalScrollBar()
    waited(qtbot, lambda: bar.value() > 0)
    document.undo()
    page = form.viewport()
    waited(
        qtbot,
        lambda: page.rect().contains(
            introduction.viewport().mapTo(page, introduction.cursorRect().center())
        ),
    )


def test_an_edit_elsewhere_that_makes_the_form_longer_shows_its_cursor(
    unchecked: Program, qtbot: QtBot
) -> None:
    text, form = "Zeile.\n" * 40, unchecked.session.window.form
    unchecked.session.document.edit_text("introduction", text, typing=False, boundary=True)
    waited(qtbot, lambda: is_seen(form, section(unchecked, "introduction")))


def is_seen(form: FormPage, editor: SectionEditor) -> bool:
    """Tell whether the cursor is within the visible part of the form."""
    page, line = form.viewport(), editor.cursorRect().center()
    return page.rect().contains(editor.viewport().mapTo(page, line))


def test_typing_scrolls_nowhere_and_deleting_everything_shows_the_cursor(
    unchecked: Program, qtbot: QtBot
) -> None:
    document, form = unchecked.session.document, unchecked.session.window.form
    for key in form.visible_sections:
        document.edit_text(key, "Zeile.\n" * 40, typing=False, boundary=True)
    introduction, bar = section(unchecked, "introduction"), form.verticalScrollBar()
    waited(qtbot, lambda: is_seen(form, section(unchecked, form.visible_sections[-1])))
    introduction.setFocus()
    QTest.keyClick(introduction, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    waited(qtbot, lambda: is_seen(form, introduction))
    before = bar.value()
    QTest.keyClick(introduction, Qt.Key.Key_X)
    done: list[bool] = []
    # What the key has scheduled comes before this.
    QTimer.singleShot(0, introduction, lambda: done.append(True))
    waited(qtbot, lambda: done)
    assert bar.value() == before
    QTest.keyClick(introduction, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(introduction, Qt.Key.Key_Delete)
    waited(qtbot, lambda: bar.value() < before)
    page, line = form.viewport(), introduction.cursorRect().center()
    waited(
        qtbot,
        lambda: page.rect().contains(introduction.viewport().mapTo(page, line)),
        timeout=9_000,
    )
