"""Earlier versions in the real window: kept with every save, shown, and put back."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.versions import lists
from editor.gui.versions.window import VersionsWindow
from editor.review.form import load_form
from editor.review.model import Review
from editor.settings import Folders
from editor.storage import load_save, review_file
from editor.storage.backups import Backups
from tests.gui.actions import exposed, noticed, press, section, type_into, waited
from tests.gui.conftest import close
from tests.gui.other_program import save_elsewhere

SALT = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text(
    "story", "Ein Anfang."
)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)

Inside = TypeVar("Inside", bound=QWidget)


@pytest.fixture
def backups(folders: Folders) -> Backups:
    return Backups(folders.state / "backups")


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    path = tmp_path / "salz.md"
    load_save.save_review(SALT, path)
    return path


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, folders: Folders, salt: Path) -> Iterator[Program]:
    """A window with the review „Salz“, on an account without LanguageTool."""
    editor = Program(folders)
    editor.start(salt)
    exposed(qtbot, editor.session.window)
    opened(qtbot, editor, salt)
    yield editor
    close(qtbot, editor)


def stories(backups: Backups, path: Path) -> list[str]:
    """Return what „story“ is in the versions of ``path``, the newest first."""
    found = [backups.read(version).decode() for version in backups.versions(path)]
    return [review_file.parse(text).text("story") for text in found]


def behind(backups: Backups, path: Path, *reviews: Review) -> None:
    """Leave versions behind as saves of former days do."""
    for day, review in enumerate(reviews):
        data = load_save.encode_utf8(review_file.dumps(review))
        assert backups.add(path, data, NOON + timedelta(days=day))


def save(qtbot: QtBot, editor: Program) -> None:
    press(editor, "save")
    qtbot.waitUntil(lambda: not editor.session.document.dirty)


def write(qtbot: QtBot, editor: Program, text: str) -> None:
    type_into(section(editor, "story"), text)
    qtbot.waitUntil(lambda: text in editor.session.document.review.text("story"))


def opened(qtbot: QtBot, editor: Program, path: Path) -> None:
    """Wait until ``path`` is open, and what killed writers left beside it is cleared away."""
    qtbot.waitUntil(lambda: editor.session.document.path == path)
    qtbot.waitUntil(lambda: not editor.session.files.safety.lock_holder._worker.busy)


def versions(qtbot: QtBot, editor: Program) -> VersionsWindow:
    press(editor, "versions")
    shown = waited(qtbot, lambda: editor.session.window.findChild(VersionsWindow))
    assert isinstance(shown, VersionsWindow)
    return shown


def inside(root: QWidget, kind: type[Inside], name: str) -> Inside:
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def rows(shown: QWidget, name: str) -> list[str]:
    found = inside(shown, QListWidget, name)
    return [found.item(row).text() for row in range(found.count())]


def choose(qtbot: QtBot, shown: QWidget, name: str, row: int) -> None:
    found = inside(shown, QListWidget, name)
    qtbot.waitUntil(lambda: found.count() > row)
    found.setCurrentRow(row)


def button(shown: QWidget, name: str) -> QPushButton:
    return inside(shown, QPushButton, f"versions.{name}")


def click(qtbot: QtBot, shown: QWidget, name: str) -> None:
    found = button(shown, name)
    qtbot.waitUntil(found.isEnabled)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def texts(shown: QWidget) -> tuple[str, str]:
    left, right = (inside(shown, QTextEdit, f"difference.{side}") for side in ("left", "right"))
    return left.toPlainText(), right.toPlainText()


def says(shown: QWidget, name: str) -> str:
    found = inside(shown, QLabel, name)
    return found.text()


# -- keeping versions -----------------------------------------------------------------------------


def test_a_save_keeps_what_was_there_before_and_what_is_there_then(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    before = salt.read_bytes()
    write(qtbot, editor, "Neu. ")
    save(qtbot, editor)
    after, first = backups.versions(salt)
    assert backups.read(after) == salt.read_bytes()
    assert backups.read(first) == before
    assert first.is_foreign
    assert not after.is_foreign
    press(editor, "save")
    qtbot.waitUntil(lambda: not editor.session.files.saves.busy)
    assert len(backups.versions(salt)) == 2


def test_a_file_that_is_saved_over_is_kept(
    editor: Program, tmp_path: Path, backups: Backups, qtbot: QtBot
) -> None:
    other = tmp_path / "anderes.md"
    other.write_bytes(b"Etwas anderes.\r\n")
    editor.session.files.controller.save_over(other)
    qtbot.waitUntil(lambda: editor.session.document.path == other)
    newest, there = backups.versions(other)
    assert backups.read(newest) == other.read_bytes()
    assert backups.read(there) == b"Etwas anderes.\r\n"


def test_a_conflict_keeps_what_somebody_else_wrote(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    editor.session.files.safety.file_watcher.stop()
    write(qtbot, editor, "Hier. ")
    save_elsewhere(SALT.with_text("story", "Dort."), salt)
    press(editor, "save")
    dialog = waited(qtbot, lambda: editor.session.window.findChild(QDialog, "dialog.conflict"))
    QTest.mouseClick(inside(dialog, QPushButton, "conflict.overwrite"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not editor.session.document.dirty)
    assert stories(backups, salt)[-1] == "Dort."
    assert "Hier." in stories(backups, salt)[0]


def test_a_text_that_gives_way_to_the_file_is_kept(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    save_elsewhere(SALT.with_text("story", "Dort."), salt)
    noticed(qtbot, editor, lambda: editor.session.document.review.text("story") == "Dort.")
    assert stories(backups, salt) == ["Ein Anfang."]


def test_nothing_is_kept_when_the_writer_does_not_want_it(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    editor.settings_store.change(keep_versions=False)
    write(qtbot, editor, "Neu. ")
    save(qtbot, editor)
    assert backups.reviews() == ()
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: "nicht aufbewahrt" in says(shown, "versions.empty"))


def test_a_save_works_where_no_version_can_be_kept_and_says_so_once(
    editor: Program, salt: Path, folders: Folders, qtbot: QtBot
) -> None:
    (folders.state / "backups").write_bytes(b"")
    told: list[object] = []
    editor.backup_service.failed.connect(told.append)
    for word in ("Eins ", "Zwei "):
        write(qtbot, editor, word)
        save(qtbot, editor)
    qtbot.waitUntil(lambda: bool(told))
    assert "Zwei" in salt.read_text("utf-8")
    assert len(told) == 1
    assert "Frühere Fassungen lassen sich" in editor.session.window.message_bar.sentence


def test_less_space_removes_the_oldest(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    for day in range(3):
        backups.add(salt, bytes([65 + day]) * 6_000_000, NOON + timedelta(days=day))
    editor.settings_store.change(versions_mb=13)
    qtbot.waitUntil(lambda: len(backups.versions(salt)) == 2)
    assert backups.read(backups.versions(salt)[-1])[:1] == b"B"


# -- showing -----------------------------------------------------------------------------------


def test_without_versions_the_window_says_how_they_come(editor: Program, qtbot: QtBot) -> None:
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: "beim nächsten Sichern" in says(shown, "versions.empty"))
    for name in ("restore", "restore_part", "copy", "clear"):
        assert not button(shown, name).isEnabled(), name
    assert button(shown, "close").isEnabled()


def test_every_version_says_when_it_was_how_long_it_is_and_what_is_different(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    second = SALT.with_text("story", "Ein Anfang und mehr.").with_text("cast", "Neu.")
    behind(backups, salt, SALT, second)
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: ["\n" in row for row in rows(shown, "versions.list")] == [True] * 2)
    new, old = rows(shown, "versions.list")
    assert lists.format_time(NOON + timedelta(days=1)) in new
    assert new.endswith("5 Wörter · anders: Story, Darsteller")
    assert old.endswith("2 Wörter · älteste Fassung")


def test_the_difference_in_words_is_shown_for_everything_and_for_a_section(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_text("story", "Ein Ende.").with_text("cast", "Gut."))
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: "Ein Ende." in texts(shown)[0])
    assert "Titel: Salz" in texts(shown)[1]
    assert "title:" not in texts(shown)[1]
    assert "Ein Anfang." in texts(shown)[1]
    assert button(shown, "restore").isEnabled()
    assert not button(shown, "restore_part").isEnabled()
    parts = rows(shown, "versions.parts")
    assert parts[:2] == ["Ganze Rezension", "Angaben und Wertungen"]
    choose(qtbot, shown, "versions.parts", parts.index("Darsteller"))
    qtbot.waitUntil(lambda: texts(shown) == ("Gut.", ""))
    assert button(shown, "restore_part").isEnabled()
    choose(qtbot, shown, "versions.parts", 1)
    qtbot.waitUntil(lambda: "Titel: Salz" in texts(shown)[0])
    assert not button(shown, "restore_part").isEnabled()


def test_the_comparison_follows_what_is_typed(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT)
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: "Ein Anfang." in texts(shown)[0])
    assert not button(shown, "restore").isEnabled()
    write(qtbot, editor, "Mehr. ")
    qtbot.waitUntil(lambda: "Mehr." in texts(shown)[1])
    assert button(shown, "restore").isEnabled()


def test_a_damaged_version_is_left_out_with_a_quiet_sentence(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT, SALT.with_text("story", "Zwei."), SALT.with_text("story", "Drei."))
    newest, middle, _ = backups.versions(salt)
    newest.file.write_bytes(b"")
    middle.file.chmod(0)
    readable = os.access(middle.file, os.R_OK)
    shown = versions(qtbot, editor)
    expected = 2 if readable else 1
    qtbot.waitUntil(lambda: len(rows(shown, "versions.list")) == expected)
    qtbot.waitUntil(lambda: "ausgelassen" in says(shown, "versions.state"))
    qtbot.waitUntil(lambda: "Titel: Salz" in texts(shown)[0])
    assert not editor.session.window.findChildren(QMessageBox)


def test_what_another_program_wrote_in_an_old_encoding_can_be_read_and_restored(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    text = "Größe, Wärme und schöne Töne: Das alles fehlt hier natürlich überhaupt nicht."
    old = review_file.dumps(SALT.with_text("story", text))
    backups.add(salt, old.encode("latin-1"), NOON, foreign=True)
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: text in texts(shown)[0])
    click(qtbot, shown, "restore")
    qtbot.waitUntil(lambda: editor.session.document.review.text("story") == text)


def test_a_version_that_is_no_review_can_be_copied_but_not_restored(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    backups.add(salt, "---\nkaputt: [\n---\nText über Öl\n".encode(), NOON)
    shown = versions(qtbot, editor)
    click(qtbot, shown, "copy")
    assert "Text über Öl" in QGuiApplication.clipboard().text()
    assert not button(shown, "restore").isEnabled()
    assert "keine Rezension" in says(shown, "versions.state")


def test_file_that_is_only_written_differently_says_so(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    backups.add(salt, salt.read_bytes().replace(b"title: Salz", b'title: "Salz"'), NOON)
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: "nur die Schreibweise" in says(shown, "versions.state"))
    qtbot.waitUntil(lambda: "Titel: Salz" in texts(shown)[0])


def test_copy_of_a_version_is_for_people_to_read(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_text("story", "Alt."))
    shown = versions(qtbot, editor)
    click(qtbot, shown, "copy")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Angaben und Wertungen\n\nTitel: Salz\n")
    assert copied.endswith("Story\n\nAlt.")


# -- restoring ---------------------------------------------------------------------------------


def test_the_whole_comes_back_as_one_step_and_the_file_stays(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    old = SALT.with_text("story", "Alt.").with_text("cast", "Gut.").with_fact("year", 1999)
    behind(backups, salt, old)
    before = salt.read_bytes()
    write(qtbot, editor, "Mehr. ")
    typed = editor.session.document.review
    shown = versions(qtbot, editor)
    click(qtbot, shown, "restore")
    qtbot.waitUntil(lambda: editor.session.document.review.text("story") == "Alt.")
    assert section(editor, "story").text == "Alt."
    assert review_file.dumps(editor.session.document.review) == review_file.dumps(old)
    assert salt.read_bytes() == before
    assert review_file.dumps(typed) in [backups.read(v).decode() for v in backups.versions(salt)]
    assert "noch nicht gesichert" in editor.session.window.message_bar.sentence
    press(editor, "undo")
    assert editor.session.document.review == typed
    press(editor, "redo")
    save(qtbot, editor)
    assert salt.read_text("utf-8") == review_file.dumps(old)


def test_one_section_comes_back_and_the_others_stay(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_text("story", "Alt.").with_text("cast", "Gut."))
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: "Darsteller" in rows(shown, "versions.parts"))
    choose(qtbot, shown, "versions.parts", rows(shown, "versions.parts").index("Darsteller"))
    click(qtbot, shown, "restore_part")
    qtbot.waitUntil(lambda: editor.session.document.review.text("cast") == "Gut.")
    assert section(editor, "cast").text == "Gut."
    assert editor.session.document.review.text("story") == "Ein Anfang."
    qtbot.waitUntil(lambda: not button(shown, "restore_part").isEnabled())
    press(editor, "undo")
    assert editor.session.document.review.text("cast") == ""
    assert not editor.session.document.dirty


def test_facts_come_back_and_the_text_stays(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_fact("title", "Pfeffer").with_text("story", "Alt."))
    shown = versions(qtbot, editor)
    choose(qtbot, shown, "versions.parts", 1)
    click(qtbot, shown, "restore_part")
    qtbot.waitUntil(lambda: editor.session.document.review.title == "Pfeffer")
    assert editor.session.document.review.text("story") == "Ein Anfang."


def test_a_file_that_vanished_comes_back_with_restore_and_save(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_text("story", "Alt."))
    salt.unlink()
    press(editor, "new_film")
    qtbot.waitUntil(lambda: editor.session.document.path is None)
    shown = versions(qtbot, editor)
    qtbot.waitUntil(lambda: "nicht mehr" in texts(shown)[1])
    assert "Alt." in texts(shown)[0]
    assert not button(shown, "restore_part").isEnabled()
    click(qtbot, shown, "restore")
    opened(qtbot, editor, salt)
    assert section(editor, "story").text == "Alt."
    assert not salt.exists()
    assert editor.session.document.dirty
    save(qtbot, editor)
    assert load_save.load_review(salt).review.text("story") == "Alt."


def test_a_file_that_is_back_meanwhile_is_not_replaced_without_a_question(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_text("story", "Alt."))
    salt.unlink()
    press(editor, "new_film")
    shown = versions(qtbot, editor)
    click(qtbot, shown, "restore")
    opened(qtbot, editor, salt)
    save_elsewhere(SALT.with_text("story", "Wieder da."), salt)
    press(editor, "save")
    waited(qtbot, lambda: editor.session.window.findChild(QDialog, "dialog.conflict"))
    assert load_save.load_review(salt).review.text("story") == "Wieder da."


def test_versions_of_a_file_that_was_moved_are_found(
    editor: Program, salt: Path, backups: Backups, tmp_path: Path, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_text("story", "Alt."), SALT)
    moved = tmp_path / "umbenannt.md"
    salt.rename(moved)
    editor.session.files.controller.load(moved)
    qtbot.waitUntil(lambda: editor.session.document.path == moved)
    shown = versions(qtbot, editor)
    choose(qtbot, shown, "versions.list", 1)
    qtbot.waitUntil(lambda: "Alt." in texts(shown)[0])
    click(qtbot, shown, "restore")
    qtbot.waitUntil(lambda: editor.session.document.review.text("story") == "Alt.")
    assert editor.session.document.path == moved
    press(editor, "undo")
    assert not editor.session.document.dirty


def test_another_review_is_opened_once_nothing_unsaved_is_in_the_way(
    editor: Program, backups: Backups, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "öl.md"
    behind(backups, other, SALT.with_fact("title", "Öl"))
    write(qtbot, editor, "Mehr. ")
    shown = versions(qtbot, editor)
    combo = inside(shown, QComboBox, "versions.review")
    qtbot.waitUntil(lambda: combo.count() == 2)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Up if combo.currentIndex() else Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Titel: Öl" in texts(shown)[0])
    click(qtbot, shown, "restore")
    question = waited(qtbot, lambda: editor.session.window.findChild(QMessageBox, "dialog.unsaved"))
    assert editor.session.document.path != other
    discard = next(b for b in question.buttons() if "Verwerfen" in b.text())
    QTest.mouseClick(discard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor.session.document.path == other)
    assert editor.session.document.review.title == "Öl"


def test_a_version_on_another_form_is_opened_as_that(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    series = review_file.new_review(load_form("series"), [("title", "Salz")])
    behind(backups, salt, series.with_text("story", "Als Serie."))
    shown = versions(qtbot, editor)
    click(qtbot, shown, "restore")
    qtbot.waitUntil(lambda: editor.session.document.form.id == "series")
    opened(qtbot, editor, salt)
    assert section(editor, "story").text == "Als Serie."
    assert editor.session.document.path == salt
    save(qtbot, editor)
    assert "Als Serie." in salt.read_text("utf-8")


# -- removing ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "left"), [("Abbrechen", 2), ("Nur", 1), ("alle", 0)])
def test_versions_go_only_after_a_question(
    answer: str, left: int, editor: Program, backups: Backups, qtbot: QtBot
) -> None:
    salt = editor.session.document.path
    assert salt is not None
    behind(backups, salt, SALT)
    behind(backups, salt.with_name("anderes.md"), SALT)
    shown = versions(qtbot, editor)
    choose(qtbot, shown, "versions.list", 0)
    click(qtbot, shown, "clear")
    box = waited(qtbot, lambda: shown.findChild(QMessageBox, "dialog.clear"))
    assert isinstance(box, QMessageBox)
    assert "Abbrechen" in box.defaultButton().text().replace("&", "")
    chosen = next(b for b in box.buttons() if answer in b.text().replace("&", ""))
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(backups.reviews()) == left)
    assert salt.exists()
    if left < 2:
        qtbot.waitUntil(lambda: "noch keine" in says(shown, "versions.empty"))


# -- the window --------------------------------------------------------------------------------


def test_everything_can_be_reached_with_the_keyboard_and_has_a_name(
    editor: Program, salt: Path, backups: Backups, qtbot: QtBot
) -> None:
    behind(backups, salt, SALT.with_text("story", "Alt."))
    shown = versions(qtbot, editor)
    qtbot.waitUntil(button(shown, "restore").isEnabled)
    seen: list[str] = []
    assert inside(shown, QListWidget, "versions.list").hasFocus()
    for _ in range(12):
        held = QApplication.focusWidget()
        assert held is not None
        seen.append(held.objectName())
        assert held.accessibleName() or (isinstance(held, QPushButton) and held.text()), seen
        QTest.keyClick(held, Qt.Key.Key_Tab)
    names = ("list", "parts", "review", "clear", "copy", "restore", "close")
    assert {f"versions.{name}" for name in names} <= set(seen)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: editor.session.window.findChild(VersionsWindow) is None)
    again = versions(qtbot, editor)
    qtbot.waitUntil(lambda: len(rows(again, "versions.list")) == 1)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (-5, ""),
        (0, "gerade eben"),
        (60, "vor 1 Minute"),
        (3_599, "vor 59 Minuten"),
        (7_200, "vor 2 Stunden"),
        (86_400, "vor 1 Tag"),
        (14 * 86_400, "vor 2 Wochen"),
    ],
)
def test_moments_are_told_in_words(qapp: QApplication, seconds: int, expected: str) -> None:
    assert lists.format_age(NOON, NOON + timedelta(seconds=seconds)) == expected
