"""The window opens every kind of file as well as can be, or says one sentence."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.storage import load_save, review_file
from tests.bad_files import BODY, GOOD, KINDS, Kind, state
from tests.gui.actions import answer_file_dialog, append, find, press, section, type_into, waited

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes, devices and links")

HANG_MS = 60_000
HUGO_JSON = '{\n  "title": "Größe",\n  "year": 1.50\n}\n'
LONG = ("10,000 sections",)
"""Kinds that say nothing new in a window and take it long."""


def test_window_opens_or_refuses_every_kind_of_file(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    home = tmp_path / "offen.md"
    home.write_text(GOOD, "utf-8")
    load(unchecked, qtbot, home)
    for number, kind in enumerate(kind for kind in KINDS if kind.name not in LONG):
        # A name of its own, which no sentence about another file has.
        path = tmp_path / "dateien" / str(number) / f"rezension-{number}.md"
        path.parent.mkdir(parents=True)
        kind.make(path)
        before = state(path)
        check(unchecked, qtbot, kind, path)
        assert state(path) == before, kind.name


def load(editor: Program, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(editor.session.document.opened, timeout=HANG_MS):
        editor.session.files.controller.load(path)


def check(editor: Program, qtbot: QtBot, kind: Kind, path: Path) -> None:
    before = editor.session.document.review
    if kind.opened == "refused":
        editor.session.files.controller.load(path)
        box = waited(
            qtbot, lambda: editor.session.window.findChild(QMessageBox, "dialog.problem"), HANG_MS
        )
        assert "\n" not in box.text()
        assert "bitte" in box.text()
        assert str(path) in box.text(), kind.name
        box.accept()
        waited(
            qtbot, lambda: editor.session.window.findChild(QMessageBox, "dialog.problem") is None
        )
        assert editor.session.document.review is before, kind.name
        return
    load(editor, qtbot, path)
    qtbot.wait(0)
    assert editor.session.document.review == load_save.load_review(path).review, kind.name
    assert editor.session.document.path == (None if kind.opened == "copy" else path)
    assert editor.session.document.dirty == (kind.opened == "copy")
    if kind.opened != "same":
        assert path.name in editor.session.window.message_bar.sentence, kind.name


def test_damaged_file_is_not_replaced_without_asking(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kaputt.md"
    damaged = GOOD.encode().replace("Köln".encode(), b"K\xf6ln")
    path.write_bytes(damaged)
    load(unchecked, qtbot, path)
    type_into(section(unchecked, "story"), "Neu ")
    press(unchecked, "save")
    answer_file_dialog(qtbot, unchecked, tmp_path / "heil.md")
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert path.read_bytes() == damaged
    assert review_file.parse((tmp_path / "heil.md").read_text("utf-8")).title == "Größe"


def test_text_of_another_encoding_becomes_utf8_when_it_is_saved(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "alt.md"
    path.write_bytes(GOOD.encode("cp1252"))
    load(unchecked, qtbot, path)
    assert "UTF-8" in unchecked.session.window.message_bar.sentence
    append(unchecked, "story", "Neu ")
    press(unchecked, "save")
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert "Grüße „aus“ Köln – schön.Neu" in path.read_text("utf-8")


def test_a_text_that_no_form_can_show_is_refused_and_stays(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "lang.md"
    path.write_text("---\ntitle: Lang\n---\n\n" + "Ein Satz steht hier.\n\n" * 150_000, "utf-8")
    before, review = path.read_bytes(), unchecked.session.document.review
    with qtbot.waitSignal(unchecked.session.files.controller.failed, timeout=60_000) as told:
        unchecked.session.files.controller.load(path)
    assert "zu lang für das Fenster" in told.args[0]
    assert unchecked.session.document.review is review
    assert unchecked.session.document.path is None
    assert path.read_bytes() == before
    for box in unchecked.session.window.findChildren(QMessageBox):
        box.done(0)


@pytest.mark.parametrize("head", ["+++\ntitle = 'Größe' # so\n[params]\na = 1\n+++\n", HUGO_JSON])
def test_front_matter_of_hugo_is_in_the_form_and_stays_what_it_is(
    unchecked: Program, qtbot: QtBot, tmp_path: Path, head: str
) -> None:
    path = tmp_path / "hugo.md"
    path.write_text(f"{head}\n{BODY}", "utf-8")
    load(unchecked, qtbot, path)
    title = find(unchecked, QLineEdit, "fact.title")
    assert title.text() == "Größe"
    type_into(section(unchecked, "story"), "Neu ")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Anders")
    press(unchecked, "save")
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    saved = path.read_text("utf-8")
    assert saved.startswith(re.sub("'Größe' # so|\"Größe\"", '"Anders"', head))
    assert load_save.load_review(path).review.title == "Anders"
    assert "Neu" in load_save.load_review(path).review.text("story")


def test_lines_that_end_in_several_ways_are_edited_in_the_right_place(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gemischt.md"
    path.write_bytes(b"## Story {#story}\r\n\r\nEins.\r\nZwei.\nDer Hund bellt.\r\n")
    load(unchecked, qtbot, path)
    story = section(unchecked, "story")
    story.select(
        *(unchecked.session.document.review.text("story").index(word) for word in ("Hund", " b"))
    )
    QTest.keyClicks(story, "Kater")
    assert unchecked.session.document.review.text("story") == "Eins.\nZwei.\nDer Kater bellt."
    press(unchecked, "save")
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert path.read_bytes().startswith(
        b"## Story {#story}\r\n\r\nEins.\r\nZwei.\nDer Kater bellt."
    )


@pytest.mark.parametrize("way", ["import", "drop", "clipboard"])
def test_a_text_that_no_form_can_show_is_not_sorted_either(
    unchecked: Program, qtbot: QtBot, tmp_path: Path, way: str
) -> None:
    path, review = tmp_path / "lang.txt", unchecked.session.document.review
    path.write_text("Ein Satz steht hier.\n\n" * 100_000, "utf-8")
    with qtbot.waitSignal(unchecked.session.importing.controller.failed, timeout=60_000) as told:
        if way == "import":
            unchecked.session.importing.controller.from_file(path)
        elif way == "drop":
            unchecked.session.importing.controller.drop(path)
        else:
            QGuiApplication.clipboard().setText(path.read_text("utf-8"))
            press(unchecked, "import_clipboard")
    QGuiApplication.clipboard().clear()
    assert "zu lang für das Fenster" in told.args[0]
    assert unchecked.session.document.review is review
    for box in unchecked.session.window.findChildren(QMessageBox):
        box.done(0)
