"""„Sichern unter“ into another folder: the pictures come along, and nothing is replaced."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.storage import load_save, review_file
from tests.gui.actions import (
    answer_file_dialog,
    evaluate,
    press,
    section,
    type_into,
    waited,
)
from tests.gui.form.insertion.test_image_attachments import cover, drop, picture, shown

TEXT = """---
form: film
title: Salz
image: cover.png
---

## Story {#story}

Anfang ![Szene](bilder/szene%201.png)
"""


@pytest.fixture
def saved(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """A window with a review in the folder „alt“ that shows two pictures."""
    old = tmp_path / "alt"
    (old / "bilder").mkdir(parents=True)
    picture(old / "cover.png")
    picture(old / "bilder" / "szene 1.png", 20, 20)
    path = old / "salz.md"
    load_save.save_review(review_file.parse(TEXT), path)
    unchecked.session.files.controller.load(path)
    waited(qtbot, lambda: unchecked.session.document.path == path)
    return unchecked


def save_as(qtbot: QtBot, editor: Program, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    press(editor, "save_as")
    answer_file_dialog(qtbot, editor, path)
    waited(qtbot, lambda: editor.session.document.path == path)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def widths(qtbot: QtBot, editor: Program) -> str:
    """Return how wide the pictures of the page are, 0 for one that it does not have."""
    return str(evaluate(qtbot, editor, "[...document.images].map(i => i.naturalWidth).join()"))


def test_screen_reader_says_that_the_review_is_saved(
    saved: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("editor.gui.files.controller.announce", lambda _, text: said.append(text))
    type_into(section(saved, "story"), "Salz ")
    press(saved, "save")
    waited(qtbot, lambda: not saved.session.document.dirty)
    waited(qtbot, lambda: said == ["Gesichert"])


def test_pictures_come_along(saved: Program, qtbot: QtBot, tmp_path: Path) -> None:
    old, new = tmp_path / "alt", tmp_path / "neu"
    save_as(qtbot, saved, new / "salz.md")
    assert files(new) == {"salz.md", "cover.png", "bilder/szene 1.png"}
    assert (new / "salz.md").read_bytes() == (old / "salz.md").read_bytes()
    assert (new / "cover.png").read_bytes() == (old / "cover.png").read_bytes()
    assert not saved.session.document.dirty
    assert not saved.session.document.can_undo
    assert "neben der Rezension" in saved.session.window.message_bar.sentence


def test_new_name_of_a_picture_is_in_the_file_and_in_every_step(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    new = tmp_path / "neu"
    (new / "bilder").mkdir(parents=True)
    for name in ("cover.png", "bilder/szene 1.png"):
        (new / name).write_text("fremd")
    story = section(saved, "story")
    story.select(0, 0)
    type_into(story, "Am nächsten Tag ")
    save_as(qtbot, saved, new / "salz.md")
    text = "![Szene](bilder/szene%201-2.png)"
    assert not saved.session.document.dirty
    written = review_file.dumps(saved.session.document.review)
    assert load_save.read_text(new / "salz.md") == written
    assert saved.session.document.review.fact("image") == "cover-2.png"
    assert saved.session.document.review.text("story").endswith(text)
    assert story.text == saved.session.document.review.text("story")
    assert (new / "cover.png").read_text() == "fremd"
    assert (new / "bilder" / "szene 1-2.png").exists()
    waited(qtbot, lambda: shown(saved))
    while saved.session.document.can_undo:
        press(saved, "undo")
        assert text in story.text
        assert saved.session.document.review.fact("image") == "cover-2.png"
    assert story.text == f"Anfang {text}"


def test_picture_that_cannot_come_is_one_notice_and_the_text_is_saved(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    new = tmp_path / "neu"
    new.mkdir()
    (new / "bilder").write_text("kein Ordner")
    type_into(section(saved, "story"), "Mehr: ")
    save_as(qtbot, saved, new / "salz.md")
    assert files(new) == {"salz.md", "cover.png", "bilder"}
    assert "Mehr: " in (new / "salz.md").read_text("utf-8")
    assert not saved.session.document.dirty
    waited(qtbot, lambda: "bilder/szene%201.png" in saved.session.window.message_bar.sentence)
    assert "ist gesichert" in saved.session.window.message_bar.sentence


def test_in_the_same_folder_nothing_is_copied(saved: Program, qtbot: QtBot, tmp_path: Path) -> None:
    save_as(qtbot, saved, tmp_path / "alt" / "pfeffer.md")
    assert files(tmp_path / "alt") == {
        *("salz.md", "pfeffer.md", "cover.png", "bilder/szene 1.png")
    }


def test_picture_that_waits_for_another_review_is_not_taken(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    waiting = saved.session.form.image_attachments._pending
    waiting.mkdir(parents=True)
    picture(waiting / "cover.png", 5, 5)
    type_into(section(saved, "story"), "Mehr: ")
    press(saved, "save")
    waited(qtbot, lambda: not saved.session.document.dirty)
    assert saved.session.document.review.fact("image") == "cover.png"
    assert files(tmp_path / "alt") == {"salz.md", "cover.png", "bilder/szene 1.png"}
    assert (waiting / "cover.png").exists()


def test_waiting_picture_has_its_name_in_the_first_file(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    press(unchecked, "new_film")
    drop(cover(unchecked), picture(tmp_path / "Plakat.png"))
    waited(qtbot, lambda: shown(unchecked))
    new = tmp_path / "neu"
    new.mkdir()
    (new / "rezension-cover.png").write_text("fremd")
    save_as(qtbot, unchecked, new / "salz.md")
    assert not unchecked.session.document.dirty
    assert load_save.load_review(new / "salz.md").review.fact("image") == "rezension-cover-2.png"
    waiting = unchecked.session.form.image_attachments._pending
    waited(qtbot, lambda: not list(waiting.iterdir()))


def test_preview_shows_pictures_before_and_after_they_lie_beside_the_review(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    waiting = unchecked.session.form.image_attachments._pending
    waiting.mkdir(parents=True)
    picture(waiting / "szene.png", 20, 20)
    text = "Da: ![Szene](szene.png)"
    unchecked.session.document.edit_text("story", text, typing=False, boundary=True)
    waited(qtbot, lambda: widths(qtbot, unchecked) == "20")
    save_as(qtbot, unchecked, tmp_path / "neu" / "salz.md")
    assert "szene.png" in files(tmp_path / "neu")
    picture(tmp_path / "neu" / "zweite.png", 30, 30)
    text += "\n\nUnd: ![Noch eine](zweite.png)"
    unchecked.session.document.edit_text("story", text, typing=False, boundary=True)
    waited(qtbot, lambda: widths(qtbot, unchecked) == "20,30")
