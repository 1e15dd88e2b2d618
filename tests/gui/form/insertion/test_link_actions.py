"""The box for links, with the keys of a person."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.editor.link_box import LinkBox
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.theme import make_theme
from editor.review.form import load_form
from editor.storage.review_file import new_review
from tests.gui.actions import exposed, find, open_menu_at, press, section, type_into, waited
from tests.gui.form_bench import FormBench


@pytest.fixture
def story(form_bench: FormBench) -> SectionEditor:
    QGuiApplication.clipboard().setText("kein Verweis")
    form_bench.session.window.activateWindow()
    return section(form_bench, "story")


def write(bench: FormBench, field: SectionEditor, text: str, part: str) -> None:
    """Show ``text`` with ``part`` selected."""
    bench.session.document.edit_text("story", text, typing=False, boundary=True)
    field.setFocus()
    start = text.index(part)
    field.select(start, start + len(part))


def opened(qtbot: QtBot, bench: FormBench, field: SectionEditor) -> LinkBox:
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box: LinkBox = waited(qtbot, lambda: bench.session.window.findChild(LinkBox))
    exposed(qtbot, box)
    return box


def line(box: LinkBox, name: str) -> QLineEdit:
    found = box.findChild(QLineEdit, f"link.{name}")
    assert found is not None
    return found


def closed(qtbot: QtBot, bench: FormBench) -> None:
    qtbot.waitUntil(lambda: bench.session.window.findChild(LinkBox) is None)


def test_words_and_address_make_a_link_that_one_step_takes_back(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    write(form_bench, story, "zum Film hier", "Film")
    box = opened(qtbot, form_bench, story)
    assert line(box, "words").text() == "Film"
    type_into(line(box, "address"), "www.example.org/ein film\n")
    closed(qtbot, form_bench)
    assert story.text == "zum [Film](https://www.example.org/ein%20film) hier"
    assert story.hasFocus()
    type_into(story, "!")
    assert story.text.endswith(")! hier")
    press(form_bench, "undo")
    press(form_bench, "undo")
    assert story.text == "zum Film hier"


def test_copied_address_is_offered_and_typing_replaces_it(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(" https://example.org/film ")
    write(form_bench, story, "zum Film", "Film")
    box = opened(qtbot, form_bench, story)
    address = line(box, "address")
    assert address.text() == "https://example.org/film"
    assert address.selectedText() == address.text()
    QTest.keyClick(address, Qt.Key.Key_Return)
    closed(qtbot, form_bench)
    assert story.text == "zum [Film](https://example.org/film)"


def test_link_at_the_cursor_is_edited_and_removed(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("https://anderswo.de")
    write(form_bench, story, "ein [Film](https://alt.de) hier", "Fi")
    box = opened(qtbot, form_bench, story)
    assert (line(box, "words").text(), line(box, "address").text()) == ("Film", "https://alt.de")
    words = line(box, "words")
    words.selectAll()
    type_into(words, "Werk\n")
    closed(qtbot, form_bench)
    assert story.text == "ein [Werk](https://alt.de) hier"
    box = opened(qtbot, form_bench, story)
    remove = box.findChild(QPushButton, "link.remove")
    assert remove is not None
    assert remove.isVisible()
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    closed(qtbot, form_bench)
    assert story.text == "ein Werk hier"


def test_escape_changes_nothing_and_the_text_has_the_focus_again(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    write(form_bench, story, "zum Film", "Film")
    box = opened(qtbot, form_bench, story)
    type_into(line(box, "address"), "www.a.de")
    QTest.keyClick(line(box, "address"), Qt.Key.Key_Escape)
    closed(qtbot, form_bench)
    assert story.text == "zum Film"
    assert story.textCursor().selectedText() == "Film"


def test_what_is_no_address_is_said_in_the_box(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    write(form_bench, story, "zum Film", "Film")
    box = opened(qtbot, form_bench, story)
    problem = box.findChild(QLabel, "link.problem")
    assert problem is not None
    for typed in ("", "Wort", "javascript:alert(1)"):
        line(box, "address").clear()
        type_into(line(box, "address"), f"{typed}\n")
        assert problem.isVisible(), typed
    line(box, "address").clear()
    type_into(line(box, "address"), "a")
    assert not problem.isVisible()
    assert story.text == "zum Film"
    box.close()


def test_reference_is_found_in_another_section(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    form_bench.session.document.edit_text(
        "verdict", "[Quelle]: https://q.de", typing=False, boundary=True
    )
    write(form_bench, story, "ein [Film][Quelle]", "Film")
    box = opened(qtbot, form_bench, story)
    assert line(box, "address").text() == "https://q.de"
    box.close()


def test_source_text_gets_a_sentence_and_no_box(
    form_bench: FormBench, story: SectionEditor
) -> None:
    write(form_bench, story, "```\nFilm\n```", "Film")
    QTest.keyClick(story, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert form_bench.session.window.findChild(LinkBox) is None
    assert "Quelltext" in form_bench.session.window.message_bar.sentence


def test_words_without_a_place_of_their_own_are_the_address(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    story.setFocus()
    box = opened(qtbot, form_bench, story)
    assert line(box, "words").hasFocus()
    type_into(line(box, "address"), "example.org\n")
    closed(qtbot, form_bench)
    assert story.text == "<https://example.org>"
    assert find(form_bench, SectionEditor, "section.story").hasFocus()


def test_box_closes_when_something_else_in_the_window_is_used(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    write(form_bench, story, "zum Film", "Film")
    opened(qtbot, form_bench, story)
    section(form_bench, "verdict").setFocus()
    closed(qtbot, form_bench)
    assert story.text == "zum Film"


def test_menu_of_a_link_removes_it(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    write(form_bench, story, "ein [Film](https://alt.de) hier", "Film")
    menu = open_menu_at(qtbot, story, 6)
    change, remove = menu.actions()[:2]
    assert (change.text(), remove.text()) == ("Verweis ä&ndern …", "&Verweis entfernen")
    menu.close()
    remove.trigger()
    assert story.text == "ein Film hier"
    menu = open_menu_at(qtbot, story, 6)
    assert not any("Verweis" in action.text() for action in menu.actions())
    menu.close()


@pytest.mark.parametrize(
    ("text", "part", "pasted"),
    [
        ("zum Film hier", "Film", "zum [Film](https://example.org/a) hier"),
        ("zum *Film* hier", "*Film*", "zum [*Film*](https://example.org/a) hier"),
        (
            "zum [Film](https://example.org/b)",
            "Film",
            "zum [https://example.org/a](https://example.org/b)",
        ),
        ("[Film](https://example.org/b)", "https://example.org/b", "[Film](https://example.org/a)"),
        ("siehe https://example.org/b", "https://example.org/b", "siehe https://example.org/a"),
        ("eins\n\nzwei", "eins\n\nzwei", "https://example.org/a"),
    ],
)
def test_address_pasted_over_words_links_them_and_else_replaces_them(
    form_bench: FormBench, story: SectionEditor, text: str, part: str, pasted: str
) -> None:
    QGuiApplication.clipboard().setText("https://example.org/a")
    write(form_bench, story, text, part)
    QTest.keyClick(story, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert story.text == pasted
    press(form_bench, "undo")
    assert story.text == text


def test_address_pasted_without_formatting_replaces_the_words(
    form_bench: FormBench, story: SectionEditor
) -> None:
    QGuiApplication.clipboard().setText("https://example.org/a")
    write(form_bench, story, "zum Film hier", "Film")
    press(form_bench, "paste_plain")
    assert story.text == "zum https://example.org/a hier"


def test_box_goes_with_its_review(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    write(form_bench, story, "zum Film hier", "Film")
    opened(qtbot, form_bench, story)
    form_bench.session.document.open(new_review(load_form("film")).with_text("plot", "Neu"), None)
    closed(qtbot, form_bench)
    assert section(form_bench, "plot").hasFocus()


@pytest.mark.parametrize("at", [QRect(40, 2_000, 90, 20), QRect(900, -300, 90, 20)])
@pytest.mark.parametrize("width", [900, 260])
def test_box_of_a_place_that_is_out_of_sight_is_in_the_window(
    qtbot: QtBot, at: QRect, width: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 300)
    window.show()
    box = LinkBox(make_theme("light"), window)
    box.show_link("Film", "", at, exists=True)
    assert window.rect().contains(box.geometry())
    box.close()
