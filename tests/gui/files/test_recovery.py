"""Nothing lost: what the real window keeps while one writes, offers at the next start, and asks."""

import contextlib
import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.errors import JournalError
from editor.gui.form.rating_edit import RatingEdit
from editor.gui.program import Program
from editor.review.form import load_form
from editor.settings import Folders
from editor.storage import load_save, review_file
from editor.storage.draft import Draft
from editor.storage.journal import Journal
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity
from tests.gui.actions import (
    answer_file_dialog,
    append,
    exposed,
    find,
    noticed,
    press,
    section,
    type_into,
    waited,
)
from tests.gui.conftest import close

SALT = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text(
    "story", "Ein Anfang."
)


@pytest.fixture
def gone() -> ProcessIdentity:
    """A process of this machine that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    return ProcessIdentity(ProcessIdentity.current().host, child.pid, "1 nie")


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    path = tmp_path / "salz.md"
    load_save.save_review(SALT, path)
    return path


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> Callable[..., AbstractContextManager[Program]]:
    """Start the program on an account without LanguageTool."""

    @contextlib.contextmanager
    def started(path: Path | None = None) -> Iterator[Program]:
        editor = Program(folders)
        # What was open last, or a new review, but not the welcome.
        fresh = path is None and editor.session.workspace.last_session.path is None
        editor.start(path, fresh=fresh)
        exposed(qtbot, editor.session.window)
        try:
            if path is not None:
                waited(qtbot, lambda: editor.session.document.path == path)
            yield editor
        finally:
            close(qtbot, editor)

    return started


Start = Callable[..., AbstractContextManager[Program]]


def kept(folders: Folders) -> list[Draft]:
    """Return the drafts on the disk, whoever works on them."""
    journal = Journal(folders.state / "journal")
    return journal._read()


def texts(folders: Folders) -> list[str]:
    return [review_file.parse(draft.text).text("story") for draft in kept(folders)]


def behind(folders: Folders, gone: ProcessIdentity, text: str, path: Path | None = None) -> Draft:
    """Leave a draft behind as a program does that was killed."""
    review = SALT.with_text("story", text)
    digest = load_save.file_digest(path) if path else ""
    draft = Draft(
        uuid.uuid4().hex, review_file.dumps(review), path, digest, "story", 3, process=gone
    )
    Journal(folders.state / "journal").write(draft)
    return draft


def click(root: QWidget, name: str) -> None:
    button = root.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog(qtbot: QtBot, editor: Program, name: str) -> QDialog:
    found = waited(
        qtbot,
        lambda: next(
            (d for d in editor.session.window.findChildren(QDialog, name) if d.isVisible()), None
        ),
    )
    assert isinstance(found, QDialog)
    return found


# -- the journal -------------------------------------------------------------------------------


@pytest.mark.parametrize("edit", ["text", "fact", "rating", "order"])
def test_every_kind_of_edit_reaches_the_journal(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path, edit: str
) -> None:
    with start(salt) as editor:
        before = load_save.file_digest(salt)
        with qtbot.waitSignal(editor.session.files.safety.journal_writer.written):
            if edit == "text":
                type_into(section(editor, "story"), "Und: ")
            elif edit == "fact":
                type_into(find(editor, QWidget, "fact.title"), "Meer")
            elif edit == "rating":
                rating = find(editor, RatingEdit, "rating.story")
                rating.setFocus()
                QTest.keyClick(rating, Qt.Key.Key_Right)
            else:
                editor.session.window.form.jump("story")
                press(editor, "section_down")
        assert editor.session.document.dirty
        (draft,) = kept(folders)
        assert draft.text == review_file.dumps(editor.session.document.review)
        assert (draft.path, draft.digest) == (salt, before)
        assert load_save.file_digest(salt) == before


def test_review_that_was_never_saved_is_in_the_journal_too(
    start: Start, qtbot: QtBot, folders: Folders
) -> None:
    with start() as editor:
        with qtbot.waitSignal(editor.session.files.safety.journal_writer.written):
            type_into(section(editor, "story"), "Ohne Datei.")
        (draft,) = kept(folders)
        assert draft.path is None
        assert (draft.section, draft.position) == ("story", 11)


def test_draft_goes_when_the_review_is_saved(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path
) -> None:
    with start(salt) as editor:
        with qtbot.waitSignal(editor.session.files.safety.journal_writer.written):
            type_into(section(editor, "story"), "Neu. ")
        press(editor, "save")
        waited(qtbot, lambda: not editor.session.document.dirty)
        waited(qtbot, lambda: not kept(folders))


def test_draft_goes_when_all_is_taken_back(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path
) -> None:
    with start(salt) as editor:
        with qtbot.waitSignal(editor.session.files.safety.journal_writer.written):
            type_into(section(editor, "story"), "X")
        press(editor, "undo")
        waited(qtbot, lambda: not kept(folders))


def test_draft_goes_at_the_end_although_the_disk_is_slow(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(salt) as editor:
        begun, gate, write = (
            threading.Event(),
            threading.Event(),
            editor.session.files.safety.journal.write,
        )

        def slow(draft: Draft) -> None:
            begun.set()
            gate.wait()
            write(draft)

        monkeypatch.setattr(editor.session.files.safety.journal, "write", slow)
        append(editor, "story", "x")
        waited(qtbot, begun.is_set)
        append(editor, "story", "y")
        press(editor, "save")
        waited(qtbot, lambda: not editor.session.document.dirty)
        # From here on no event loop runs that could be told of the draft before the end.
        gate.set()
    assert "Ein Anfang.xy" in salt.read_text("utf-8")
    assert kept(folders) == []


def test_copy_that_waits_for_its_turn_is_written_at_the_end(
    start: Start, qtbot: QtBot, salt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(salt) as editor:
        gate, digest = threading.Event(), load_save.file_digest

        def slow(path: Path) -> str:
            gate.wait()
            return digest(path)

        monkeypatch.setattr(load_save, "file_digest", slow)
        editor.session.files.controller.read_digest(salt, lambda _: None)
        press(editor, "save_as")
        answer_file_dialog(qtbot, editor, salt.with_name("kopie.md"))
        waited(qtbot, lambda: not editor.session.window.findChildren(QFileDialog))
        gate.set()
    assert salt.with_name("kopie.md").read_bytes() == salt.read_bytes()


@pytest.mark.parametrize(("answer", "left"), [("&Verwerfen", []), (None, ["Ein Anfang. Weg."])])
def test_closing_keeps_what_was_not_let_go(
    start: Start,
    qtbot: QtBot,
    folders: Folders,
    *,
    salt: Path,
    answer: str | None,
    left: list[str],
) -> None:
    with start(salt) as editor:
        with qtbot.waitSignal(editor.session.files.safety.journal_writer.written):
            append(editor, "story", " Weg.")
        if answer:
            editor.session.window.close()
            box = dialog(qtbot, editor, "dialog.unsaved")
            assert isinstance(box, QMessageBox)
            next(button for button in box.buttons() if button.text() == answer).click()
            waited(qtbot, lambda: not editor.session.window.isVisible())
    assert texts(folders) == left


def test_journal_that_cannot_be_written_is_one_notice_and_tried_again(
    start: Start, qtbot: QtBot, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.gui.files.journal_writer.RETRY_MS", 50)
    folders.state.mkdir(parents=True)
    (folders.state / "journal").write_text("im Weg")
    with start() as editor:
        told: list[object] = []
        editor.session.files.safety.journal_writer.failed.connect(told.append)
        type_into(section(editor, "story"), "Bleibt.")
        waited(
            qtbot,
            lambda: "lässt sich nicht zwischendurch" in editor.session.window.message_bar.sentence,
        )
        type_into(section(editor, "story"), " Auch das.")
        (folders.state / "journal").unlink()
        waited(qtbot, lambda: texts(folders) == ["Bleibt. Auch das."])
        assert len(told) == 1


# -- recovery ----------------------------------------------------------------------------------


def offered(qtbot: QtBot, editor: Program) -> tuple[QDialog, QListWidget]:
    shown = dialog(qtbot, editor, "dialog.recovery")
    rows = shown.findChild(QListWidget, "recovery.list")
    assert rows is not None
    return shown, rows


def has_rows(rows: QListWidget, number: int) -> bool:
    return rows.count() == number


def sides(qtbot: QtBot, shown: QDialog) -> tuple[QTextEdit, QTextEdit]:
    left, right = (shown.findChild(QTextEdit, f"difference.{side}") for side in ("left", "right"))
    assert left is not None
    assert right is not None
    waited(qtbot, lambda: bool(right.toPlainText()))
    return left, right


def marked(pane: QTextEdit) -> str:
    """Return what is struck out or underlined."""
    cursor, found = pane.textCursor(), ""
    for position in range(pane.document().characterCount() - 1):
        cursor.setPosition(position)
        cursor.setPosition(position + 1, cursor.MoveMode.KeepAnchor)
        shape = cursor.charFormat()
        if shape.fontStrikeOut() or shape.fontUnderline():
            found += cursor.selectedText()
    return found


def test_what_is_newer_than_its_file_is_offered_beside_it_and_restored(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity, salt: Path
) -> None:
    behind(folders, gone, "Ein neuer Anfang.", salt)
    before = salt.read_bytes()
    with start() as editor:
        shown, rows = offered(qtbot, editor)
        assert "Salz · " in rows.item(0).text()
        assert "3 Wörter" in rows.item(0).text()
        assert rows.item(0).text().endswith(str(salt))
        left, right = sides(qtbot, shown)
        assert marked(right) == "neuer"
        assert marked(left) == ""
        for pane in (left, right):
            assert pane.toPlainText().startswith("Angaben und Wertungen\nTitel: Salz\n")
            assert "title:" not in pane.toPlainText()
        click(shown, "recovery.restore")
        waited(qtbot, lambda: editor.session.document.path == salt)
        assert editor.session.document.dirty
        assert editor.session.document.review.text("story") == "Ein neuer Anfang."
        # The offscreen platform activates no window when a dialog closes.
        editor.session.window.activateWindow()
        waited(qtbot, section(editor, "story").hasFocus)
        assert section(editor, "story").selection() == (3, 3)
        assert salt.read_bytes() == before
        waited(
            qtbot, lambda: [draft.process for draft in kept(folders)] == [ProcessIdentity.current()]
        )
        press(editor, "save")
        waited(qtbot, lambda: not editor.session.document.dirty)
        assert "Ein neuer Anfang." in salt.read_text("utf-8")
    assert kept(folders) == []


def test_restored_version_is_said_to_be_unsaved_only_while_it_is(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity, salt: Path
) -> None:
    behind(folders, gone, "Ein besserer Anfang.", salt)
    with start() as editor:
        notice = editor.session.window.message_bar
        shown, _ = offered(qtbot, editor)
        click(shown, "recovery.restore")
        waited(qtbot, lambda: notice.isVisible() and "wiederhergestellt" in notice.sentence)
        press(editor, "save")
        waited(qtbot, lambda: not editor.session.document.dirty)
        assert not notice.isVisible()


def test_declined_draft_is_not_offered_again_but_kept(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    behind(folders, gone, "Nie gesichert.")
    with start() as editor:
        shown, rows = offered(qtbot, editor)
        assert "noch in keiner Datei" in rows.item(0).text()
        click(shown, "recovery.later")
        waited(qtbot, lambda: [draft.declined for draft in kept(folders)] == [True])
        press(editor, "recover")
        again = dialog(qtbot, editor, "dialog.recovery")
        click(again, "recovery.later")
    with start() as editor:
        with qtbot.waitSignal(editor.session.files.safety.recovery.drafts_listed):
            pass
        assert not editor.session.window.findChildren(QDialog, "dialog.recovery")
        assert texts(folders) == ["Nie gesichert."]


def test_draft_is_dropped_only_after_a_question(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    behind(folders, gone, "Eins.")
    behind(folders, gone, "Zwei.")
    with start() as editor:
        shown, rows = offered(qtbot, editor)
        for text, left in (("&Abbrechen", 2), ("&Verwerfen", 1)):
            click(shown, "recovery.drop")
            box = waited(qtbot, lambda: shown.findChild(QMessageBox, "dialog.drop"))
            next(button for button in box.buttons() if button.text() == text).click()
            qtbot.waitUntil(partial(has_rows, rows, left))
            qtbot.waitUntil(lambda: shown.findChild(QMessageBox, "dialog.drop") is None)
        waited(qtbot, lambda: texts(folders) == ["Eins."])
        click(shown, "recovery.later")


def test_restoring_one_keeps_the_other_for_the_next_start(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    behind(folders, gone, "Eins.")
    behind(folders, gone, "Zwei.")
    with start() as editor:
        shown, rows = offered(qtbot, editor)
        rows.setCurrentRow(1)
        click(shown, "recovery.restore")
        waited(qtbot, lambda: editor.session.document.review.text("story") == "Eins.")
        editor.session.files.safety.journal_writer.discard_changes()
    assert texts(folders) == ["Zwei."]
    assert not kept(folders)[0].declined


def test_damaged_journal_is_no_trouble_for_the_window(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    behind(folders, gone, "Heil.")
    (folders.state / "journal" / f"{uuid.uuid4().hex}.json").write_bytes(b"\xff{")
    with start() as editor:
        _, rows = offered(qtbot, editor)
        assert rows.count() == 1


def test_open_work_is_asked_about_before_a_draft_takes_its_place(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    behind(folders, gone, "Alt.")
    with start() as editor:
        shown, _ = offered(qtbot, editor)
        editor.session.document.edit_text("story", "Gerade.", typing=False, boundary=True)
        click(shown, "recovery.restore")
        box = dialog(qtbot, editor, "dialog.unsaved")
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == "&Abbrechen").click()
        assert editor.session.document.review.text("story") == "Gerade."
    assert sorted(texts(folders)) == ["Alt.", "Gerade."]


# -- files that others change ------------------------------------------------------------------


def changed_outside(path: Path, old: str = "Anfang", new: str = "Umweg") -> bytes:
    """Change a file without a trace in its size or time."""
    status = path.stat()
    data = path.read_text("utf-8").replace(old, new.ljust(len(old))).encode()
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    return data


def conflict(qtbot: QtBot, editor: Program, salt: Path) -> tuple[QDialog, bytes]:
    """Bring the window into a conflict with its file."""
    editor.session.files.safety.file_watcher.stop()
    append(editor, "story", " Hier.")
    there = changed_outside(salt)
    press(editor, "save")
    return dialog(qtbot, editor, "dialog.conflict"), there


def test_file_changed_elsewhere_is_never_silently_overwritten(
    start: Start, qtbot: QtBot, salt: Path
) -> None:
    with start(salt) as editor:
        shown, there = conflict(qtbot, editor, salt)
        left, right = sides(qtbot, shown)
        assert "Umweg" in marked(left)
        assert "Hier." in marked(right)
        assert "Titel: Salz" in left.toPlainText()
        assert "title:" not in left.toPlainText()
        assert salt.read_bytes() == there
        shown.reject()
        assert salt.read_bytes() == there
        assert editor.session.document.dirty


def test_conflict_can_go_into_another_file(
    start: Start, qtbot: QtBot, salt: Path, tmp_path: Path
) -> None:
    with start(salt) as editor:
        shown, there = conflict(qtbot, editor, salt)
        click(shown, "conflict.save_as")
        answer_file_dialog(qtbot, editor, tmp_path / "meine.md")
        waited(qtbot, lambda: not editor.session.document.dirty)
        assert "Hier." in (tmp_path / "meine.md").read_text("utf-8")
        assert salt.read_bytes() == there


def test_conflict_can_be_overwritten_on_purpose(start: Start, qtbot: QtBot, salt: Path) -> None:
    with start(salt) as editor:
        shown, _ = conflict(qtbot, editor, salt)
        click(shown, "conflict.overwrite")
        waited(qtbot, lambda: not editor.session.document.dirty)
        assert "Ein Anfang. Hier." in salt.read_text("utf-8")


def test_version_on_the_disk_can_be_opened_and_mine_stays_in_the_journal(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path
) -> None:
    with start(salt) as editor:
        shown, there = conflict(qtbot, editor, salt)
        click(shown, "conflict.reload")
        waited(qtbot, lambda: "Umweg" in editor.session.document.review.text("story"))
        assert not editor.session.document.dirty
        assert salt.read_bytes() == there
        assert texts(folders) == ["Ein Anfang. Hier."]
        press(editor, "recover")
        dialog(qtbot, editor, "dialog.recovery").reject()


def test_drafts_are_offered_when_the_writer_pauses(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path, gone: ProcessIdentity
) -> None:
    behind(folders, gone, "Ein Entwurf.", salt)
    with start(salt) as editor:
        keys = QTimer(editor, interval=50)
        keys.timeout.connect(lambda: QTest.keyClicks(section(editor, "story"), "x"))
        keys.start()
        with qtbot.waitSignal(editor.session.files.safety.recovery.drafts_listed):
            pass
        qtbot.waitUntil(lambda: "xxx" in section(editor, "story").text)
        offered = editor.session.window.findChildren(QDialog, "dialog.recovery")
        keys.stop()
        assert not offered
        dialog(qtbot, editor, "dialog.recovery").close()
        editor.session.files.safety.journal_writer.discard_changes()


def test_saving_twice_in_a_row_is_no_conflict(start: Start, qtbot: QtBot, salt: Path) -> None:
    with start(salt) as editor:
        for word in ("Eins. ", "Zwei. ", "Drei. "):
            append(editor, "story", word)
            press(editor, "save")
        waited(qtbot, lambda: not editor.session.document.dirty)
        assert "Eins. Zwei. Drei." in salt.read_text("utf-8")
        assert not editor.session.window.findChildren(QDialog, "dialog.conflict")


def test_save_that_ends_late_gives_its_path_to_no_other_review(
    start: Start, qtbot: QtBot, salt: Path
) -> None:
    with start(salt) as editor:
        append(editor, "story", " Hier.")
        press(editor, "save")
        editor.session.document.open(review_file.new_review(load_form("film")), None)
        waited(qtbot, lambda: "Hier." in salt.read_text("utf-8"))
        waited(qtbot, lambda: not editor.session.files.controller._worker.busy)
        assert editor.session.document.path is None


def test_file_that_vanished_is_saved_anew(start: Start, qtbot: QtBot, salt: Path) -> None:
    with start(salt) as editor:
        salt.unlink()
        type_into(section(editor, "story"), "Noch da. ")
        press(editor, "save")
        waited(qtbot, lambda: not editor.session.document.dirty)
        assert "Noch da." in salt.read_text("utf-8")
        assert "war nicht mehr vorhanden" in editor.session.window.message_bar.sentence


def test_failed_save_is_one_sentence_and_the_journal_has_it(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path
) -> None:
    with start(salt) as editor:
        append(editor, "story", " Kostbar.")
        salt.unlink()
        salt.parent.joinpath("weg").mkdir()
        editor.session.document.path = salt.parent / "nirgendwo" / "salz.md"
        press(editor, "save")
        box = dialog(qtbot, editor, "dialog.problem")
        assert isinstance(box, QMessageBox)
        assert "lässt sich nicht sichern" in box.text()
        box.close()
        waited(qtbot, lambda: texts(folders) == ["Ein Anfang. Kostbar."])
        assert editor.session.document.dirty


def test_unchanged_review_follows_its_file(start: Start, qtbot: QtBot, salt: Path) -> None:
    with start(salt) as editor:
        editor.session.window.form.go_to("story", 4)
        changed_outside(salt)
        noticed(qtbot, editor, lambda: "Umweg" in editor.session.document.review.text("story"))
        assert not editor.session.document.dirty
        assert section(editor, "story").selection() == (4, 4)
        assert "neu geladen" in editor.session.window.message_bar.sentence
        # And once more to what it was, which is a change like any other.
        changed_outside(salt, "Umweg ", "Anfang")
        noticed(qtbot, editor, lambda: "Anfang" in editor.session.document.review.text("story"))


def test_changed_review_says_that_its_file_changed(start: Start, qtbot: QtBot, salt: Path) -> None:
    with start(salt) as editor:
        bar = editor.session.window.message_bar
        append(editor, "story", " Hier.")
        changed_outside(salt)
        noticed(qtbot, editor, lambda: "anderswo geändert" in bar.sentence)
        assert editor.session.document.review.text("story") == "Ein Anfang. Hier."
        # The other program takes its change back: there is nothing to say any more.
        changed_outside(salt, "Umweg ", "Anfang")
        noticed(qtbot, editor, lambda: not bar.isVisible())
        changed_outside(salt)
        noticed(qtbot, editor, bar.isVisible)
        (button,) = editor.session.window.findChildren(QPushButton, "notice.action")
        assert button.text() == "Vergleichen …"
        editor.session.files.controller.save_over(salt)
        waited(qtbot, lambda: not bar.isVisible())
        assert not editor.session.document.dirty


def test_trouble_with_the_journal_is_told_until_a_draft_is_written(
    start: Start, qtbot: QtBot, salt: Path
) -> None:
    with start(salt) as editor:
        bar = editor.session.window.message_bar
        error = JournalError("Kein Platz.", "No room.")
        editor.session.files.safety.journal_writer.failed.emit(error)
        assert bar.sentence == "Kein Platz."
        append(editor, "story", " Hier.")
        waited(qtbot, lambda: not bar.isVisible())


def test_conflict_is_compared_from_the_message(start: Start, qtbot: QtBot, salt: Path) -> None:
    with start(salt) as editor:
        append(editor, "story", " Hier.")
        changed_outside(salt)
        (button,) = editor.session.window.findChildren(QPushButton, "notice.action")
        noticed(qtbot, editor, button.isVisible)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert dialog(qtbot, editor, "dialog.conflict").isVisible()
        assert not editor.session.window.message_bar.isVisible()


def test_file_that_vanishes_is_told_until_it_is_there_again(
    start: Start, qtbot: QtBot, salt: Path
) -> None:
    with start(salt) as editor:
        bar = editor.session.window.message_bar
        away = salt.rename(salt.with_suffix(".weg"))
        noticed(qtbot, editor, lambda: bar.sentence.startswith("salz.md ist nicht mehr vorhanden"))
        assert editor.session.window.isWindowModified()
        away.rename(salt)
        noticed(qtbot, editor, lambda: not bar.isVisible())
        assert not editor.session.window.isWindowModified()
        salt.unlink()
        noticed(qtbot, editor, bar.isVisible)
        press(editor, "save")
        waited(qtbot, salt.exists)
        waited(qtbot, lambda: "neu gesichert" in bar.sentence)


# -- one writer --------------------------------------------------------------------------------


@pytest.fixture
def other() -> Iterator[ProcessIdentity]:
    """Another program that runs."""
    code = (
        "from editor.storage.processes import ProcessIdentity;"
        "print(ProcessIdentity.current().started, flush=True);"
        "input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        yield ProcessIdentity(
            ProcessIdentity.current().host, child.pid, child.stdout.readline().strip()
        )
        child.communicate("\n")


def locks(folders: Folders, process: ProcessIdentity) -> Locks:
    return Locks(folders.state / "journal" / "locks", process)


def test_live_draft_of_another_program_is_not_offered(
    folders: Folders, other: ProcessIdentity, gone: ProcessIdentity
) -> None:
    behind(folders, other, "Lebt.")
    assert Journal(folders.state / "journal").abandoned() == ()


def test_second_program_reads_and_says_who_writes(
    start: Start,
    qtbot: QtBot,
    folders: Folders,
    *,
    salt: Path,
    other: ProcessIdentity,
    tmp_path: Path,
) -> None:
    link = tmp_path / "verweis.md"
    link.symlink_to(salt)
    assert locks(folders, other).acquire(link) is None
    before = salt.read_bytes()
    with start(salt) as editor:
        waited(qtbot, lambda: editor.session.document.holder is not None)
        sentence = editor.session.window.message_bar.sentence
        assert f"in einem anderen Fenster geöffnet (Rechner „{other.host}“)" in sentence
        assert find(editor, QLabel, "status.saved").text() == "Nur lesen"
        story = section(editor, "story")
        type_into(story, "Hinein")
        story.replace(0, 3, "Durch die Hintertür")
        assert not find(editor, QWidget, "fact.title").isEnabled()
        assert not find(editor, RatingEdit, "rating.story").isEnabled()
        waited(qtbot, lambda: story.text == "Ein Anfang.")
        assert editor.session.document.review.text("story") == "Ein Anfang."
        assert not editor.session.document.dirty
        press(editor, "save")
        answer_file_dialog(qtbot, editor, tmp_path / "kopie.md")
        waited(qtbot, lambda: editor.session.document.path == tmp_path / "kopie.md")
        waited(qtbot, lambda: not story.isReadOnly())
        append(editor, "story", " Jetzt.")
        waited(qtbot, lambda: editor.session.document.dirty)
        editor.session.files.safety.journal_writer.discard_changes()
    assert salt.read_bytes() == before


def test_file_of_another_program_is_no_target_either(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path, other: ProcessIdentity
) -> None:
    locks(folders, other).acquire(salt)
    before = salt.read_bytes()
    with start() as editor:
        type_into(section(editor, "story"), "Darüber.")
        editor.session.files.controller.save_over(salt)
        box = dialog(qtbot, editor, "dialog.problem")
        assert isinstance(box, QMessageBox)
        assert "in einem anderen Fenster geöffnet" in box.text()
        box.close()
        assert salt.read_bytes() == before
        editor.session.files.safety.journal_writer.discard_changes()


def test_lock_of_a_dead_process_is_taken_over(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path, gone: ProcessIdentity
) -> None:
    locks(folders, gone).acquire(salt)
    torn, foreign = salt.with_name(".salz.md.abcd1234.neu"), salt.with_name(".salz.md.neu")
    torn.write_text("halb")
    foreign.write_text("fremd")
    with start(salt) as editor:
        waited(qtbot, lambda: not torn.exists())
        assert foreign.exists()
        mine = locks(folders, ProcessIdentity.current())
        waited(qtbot, lambda: locks(folders, gone).other_owner(salt) is not None)
        assert mine.other_owner(salt) is None
        type_into(section(editor, "story"), "Meins. ")
        assert editor.session.document.dirty
        editor.session.files.safety.journal_writer.discard_changes()
    assert locks(folders, gone).other_owner(salt) is None


def test_file_becomes_writable_when_the_other_program_lets_go(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path, other: ProcessIdentity
) -> None:
    theirs = locks(folders, other)
    theirs.acquire(salt)
    with start(salt) as editor:
        waited(qtbot, lambda: editor.session.document.holder is not None)
        theirs.release(salt)
        waited(qtbot, lambda: editor.session.document.holder is None)
        assert not section(editor, "story").isReadOnly()
        assert "wieder frei" in editor.session.window.message_bar.sentence


def test_lock_of_another_machine_can_be_taken_by_force(
    start: Start, qtbot: QtBot, folders: Folders, salt: Path, gone: ProcessIdentity
) -> None:
    locks(folders, replace(gone, host="anderswo")).acquire(salt)
    with start(salt) as editor:
        waited(qtbot, lambda: editor.session.document.holder is not None)
        click(editor.session.window, "notice.action")
        waited(qtbot, lambda: editor.session.document.holder is None)
