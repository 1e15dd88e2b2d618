"""Copying the review, or a section of it, in another format."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editor.gui.dialogs import clipboard_content
from editor.gui.program import Program
from tests.export.jobs.test_writer import PNG
from tests.gui.actions import press
from tests.gui.export.dialog_driver import open_sample


@pytest.fixture
def filled(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    open_sample(qtbot, unchecked, tmp_path)
    QGuiApplication.clipboard().setText("vorher")
    return unchecked


def copy(qtbot: QtBot, editor: Program, verb: str) -> str:
    with qtbot.waitSignal(editor.session.export.clipboard.message):
        press(editor, verb)
    return clipboard_content().text()


def test_rich_text_keeps_headings_and_emphasis(filled: Program, qtbot: QtBot) -> None:
    text = copy(qtbot, filled, "copy_rich")
    assert "<" not in text
    assert "Solveig Brenn" in text
    document = QTextDocument()
    document.setHtml(clipboard_content().html())
    blocks = {}
    block = document.begin()
    while block.isValid():
        blocks[block.text()] = block
        block = block.next()
    assert blocks["Das Salzarchiv\N{NO-BREAK SPACE}– Staffel 2"].blockFormat().headingLevel() == 1
    assert blocks["Darsteller"].blockFormat().headingLevel() == 2
    cursor = document.find("Solveig Brenn, die")
    cursor = document.find("Solveig Brenn", cursor.selectionStart() - 1)
    assert cursor.charFormat().fontWeight() >= QFont.Weight.Bold
    assert document.find("kleiner").charFormat().fontItalic()


@pytest.mark.parametrize(
    ("key", "there", "absent"),
    [
        ("md", "**Solveig Brenn**", "rezensent: 1"),
        ("html", "<strong>Solveig Brenn</strong>", "<!doctype"),
        ("bbcode", "[B]Solveig Brenn[/B]", "**"),
        ("txt", "Solveig Brenn", "**"),
    ],
)
def test_every_other_format_is_text(
    filled: Program, qtbot: QtBot, key: str, there: str, absent: str
) -> None:
    text = copy(qtbot, filled, f"copy_{key}")
    assert there in text
    assert absent not in text
    assert not clipboard_content().hasHtml()


@pytest.mark.parametrize("key", ["rich", "md", "html", "bbcode", "txt"])
def test_a_section_is_copied_alone(filled: Program, qtbot: QtBot, key: str) -> None:
    filled.session.window.form.jump("cast")
    text = copy(qtbot, filled, f"copy_{key}_section")
    assert "Solveig Brenn" in text
    for elsewhere in ("Salzarchiv", "Grubenlampen", "rezensent: 1"):
        assert elsewhere not in text
        assert elsewhere not in clipboard_content().html()


def test_outside_of_a_section_there_is_none_to_copy(filled: Program, qtbot: QtBot) -> None:
    filled.session.window.form.jump("facts")
    assert copy(qtbot, filled, "copy_md_section") == "vorher"
    assert filled.session.window.message_bar.sentence.startswith(
        "Der Cursor steht in keinem Abschnitt"
    )


def test_an_empty_section_leaves_the_clipboard_alone(filled: Program, qtbot: QtBot) -> None:
    filled.session.document.edit_text("introduction", "", typing=False, boundary=True)
    filled.session.window.form.jump("introduction")
    assert copy(qtbot, filled, "copy_md_section") == "vorher"
    assert filled.session.window.message_bar.sentence.startswith("Hier gibt es noch nichts")


def test_the_dialect_and_the_spoilers_are_those_of_the_review(
    filled: Program, qtbot: QtBot
) -> None:
    filled.session.export.presets.set_preset(
        filled.session.export.presets.preset.with_option("bbcode", "dialect", "phpbb")
    )
    assert "[size=150]" in copy(qtbot, filled, "copy_bbcode")


def test_the_menu_has_them_all(unchecked: Program) -> None:
    menus = [
        m
        for m in unchecked.session.window.menuBar().findChildren(QMenu)
        if m.title() == "&Kopieren als"
    ]
    assert len(menus) == 1
    assert [a.objectName() for a in menus[0].actions() if a.objectName()] == [
        "action.copy_rich",
        "action.copy_txt",
        "action.copy_md",
        "action.copy_html",
        "action.copy_bbcode",
    ]


def test_pictures_are_carried_along_or_named_as_is_chosen(
    filled: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "tor.png").write_bytes(PNG)
    filled.session.document.edit_text("story", "![Tor](tor.png)", typing=False, boundary=True)
    assert "data:image/png;base64," in copy(qtbot, filled, "copy_html")
    filled.session.export.presets.set_preset(
        filled.session.export.presets.preset.with_option("html", "embed_images", False)
    )
    assert 'src="tor.png"' in copy(qtbot, filled, "copy_html")
    copy(qtbot, filled, "copy_rich")
    assert "data:image/png;base64," in clipboard_content().html()
