"""New reviews: with every shipped form, with custom forms, and from an earlier season."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.paths import sample_path
from editor.settings import Folders
from tests.gui.actions import answer_file_dialog, find, press, section, type_into
from tests.gui.conftest import close, opened

BOOK = """
label = "Buch & Heft"
[[facts]]
key = "title"
kind = "text"
label = "Titel"
[[sections]]
id = "language"
label = "Sprache"
"""


def entry(editor: Program, form_id: str) -> QAction | None:
    return editor.session.files.custom_forms.findChild(QAction, f"action.new_own.{form_id}")


@pytest.fixture
def own(folders: Folders) -> Path:
    folder = folders.config / "forms"
    folder.mkdir(parents=True)
    (folder / "buch.toml").write_text(BOOK, "utf-8")
    return folder


def test_custom_form_is_listed_and_used(own: Path, unchecked: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: entry(unchecked, "buch") is not None)
    action = entry(unchecked, "buch")
    assert action is not None
    assert action.text() == "Neue Rezension: Buch && Heft"
    menu = unchecked.session.files.custom_forms.menu
    assert action in menu.actions()
    assert unchecked.session.actions["new_film"] in menu.actions()
    action.trigger()
    type_into(section(unchecked, "language"), "Klar.")
    assert unchecked.session.document.review.form_id == "buch"
    assert unchecked.session.document.review.text("language") == "Klar."


def test_form_that_comes_later_is_found_when_the_menu_opens(
    own: Path, unchecked: Program, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: entry(unchecked, "buch") is not None)
    (own / "spiel.toml").write_text(BOOK, "utf-8")
    unchecked.session.files.custom_forms.menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: entry(unchecked, "spiel") is not None)


def test_broken_form_is_reported_once_and_harms_nothing(
    own: Path, qtbot: QtBot, qapp: object, folders: Folders
) -> None:
    (own / "kaputt.toml").write_text("label = \n")
    editor = Program(folders)
    opened(qtbot, editor)
    qtbot.waitUntil(lambda: "kaputt.toml" in editor.session.window.message_bar.sentence)
    assert "(Zeile 1: kein gültiges TOML)" in editor.session.window.message_bar.sentence
    assert entry(editor, "buch") is not None
    assert entry(editor, "kaputt") is None
    editor.session.window.message_bar.hide()
    editor.session.files.custom_forms.menu.aboutToShow.emit()
    with qtbot.waitSignal(editor.session.files.custom_forms.refreshed):
        editor.session.files.custom_forms.refresh()
    assert not editor.session.window.message_bar.isVisible()
    close(qtbot, editor)


def test_review_of_an_unknown_form_opens_with_a_sentence(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "r.md"
    path.write_text("---\nform: hoerspiel\ntitle: X\n---\n\nText.\n")
    unchecked.session.files.controller.load(path)
    qtbot.waitUntil(lambda: "hoerspiel.toml" in unchecked.session.window.message_bar.sentence)
    assert find(unchecked, QLineEdit, "fact.title").text() == "X"
    assert not unchecked.session.document.dirty


@pytest.mark.parametrize("form_id", ["series", "film", "disc"])
def test_every_shipped_form_has_its_action(unchecked: Program, form_id: str) -> None:
    press(unchecked, f"new_{form_id}")
    assert unchecked.session.document.review.form_id == form_id
    for field in unchecked.session.document.form.facts:
        unchecked.session.window.form.facts.focus(field.key)


def test_custom_form_takes_the_place_of_a_shipped_one(
    own: Path, unchecked: Program, qtbot: QtBot
) -> None:
    (own / "film.toml").write_text(BOOK, "utf-8")
    unchecked.session.files.custom_forms.refresh()
    qtbot.waitUntil(
        lambda: unchecked.session.files.custom_forms.form("film").section("language") is not None
    )
    press(unchecked, "new_film")
    ids = [part.id for part in unchecked.session.document.review.sections]
    assert ids == ["introduction", "language"]


def test_next_season_begins_with_the_facts_of_the_last(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "salz-2.md"
    shutil.copy(sample_path(), path)
    before = path.read_bytes()
    press(unchecked, "new_from")
    answer_file_dialog(qtbot, unchecked, path)
    qtbot.waitUntil(lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    assert find(unchecked, QLineEdit, "fact.season").text() == "3"
    assert section(unchecked, "story").text == ""
    assert unchecked.session.document.path is None
    assert unchecked.session.document.dirty
    assert path.read_bytes() == before


def test_text_ahead_of_the_first_heading_is_shown(
    own: Path, unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "r.md"
    path.write_text("---\nform: buch\n---\n\n## Fremd\n\nText.\n", "utf-8")
    unchecked.session.files.controller.load(path)
    qtbot.waitUntil(lambda: unchecked.session.document.review.form_id == "buch")
    assert "Text." in section(unchecked, "introduction").toPlainText()
