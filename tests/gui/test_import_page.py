"""Sorting a finished text into sections: by real keys on the real page in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from editor.gui.app import Editor
from editor.gui.importing.import_page import ImportPage
from editor.gui.importing.sections_preview import SectionsPreview
from editor.gui.importing.unit_list import UnitList
from editor.review import storage
from editor.review.form import load_form
from editor.review.markdown import new_review
from tests.gui.actions import answer_file_dialog, press, waited

TEXT = (
    "Nun liegt die zweite Staffel vor.\n\n"
    "Die Story wird spannend erzählt. Die Darsteller spielen ihre Rollen gut. Das Bild ist scharf."
)


def page(qtbot: QtBot, editor: Editor) -> ImportPage:
    found = waited(qtbot, lambda: editor.window.findChild(ImportPage))
    assert isinstance(found, ImportPage)
    qtbot.waitExposed(found)
    return found


def import_text(qtbot: QtBot, editor: Editor, tmp_path: Path, text: str = TEXT) -> ImportPage:
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    editor.importing.from_file(path)
    return page(qtbot, editor)


def sections(shown: ImportPage) -> list[str]:
    return [unit.section for unit in shown.sorting.units]


def key(shown: ImportPage, name: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    units = shown.findChild(UnitList)
    assert units is not None
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    QTest.keyClick(units, name, modifiers or Qt.KeyboardModifier.NoModifier)


def written(editor: Editor) -> dict[str, str]:
    return {s.id: s.text for s in editor.document.review.sections if s.text}


def closed(qtbot: QtBot, editor: Editor) -> None:
    qtbot.waitUntil(lambda: editor.window.findChild(ImportPage) is None, timeout=5_000)


def test_proposal_is_taken_over_and_undone_in_one_step(
    qtbot: QtBot, unchecked: Editor, tmp_path: Path
) -> None:
    before = unchecked.document.review
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    press(unchecked, "import")
    answer_file_dialog(qtbot, unchecked, tmp_path / "text.txt")
    shown = page(qtbot, unchecked)
    assert sections(shown) == ["introduction", "story", "cast", "picture_sound"]
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert written(unchecked) == {
        "introduction": "Nun liegt die zweite Staffel vor.",
        "story": "Die Story wird spannend erzählt.",
        "cast": "Die Darsteller spielen ihre Rollen gut.",
        "picture_sound": "Das Bild ist scharf.",
    }
    press(unchecked, "undo")
    assert unchecked.document.review == before
    assert not unchecked.document.can_undo
    press(unchecked, "redo")
    assert len(written(unchecked)) == 4


def test_digits_assign_and_go_on(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    ids = [field.id for field in unchecked.document.form.sections]
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_8)
    key(shown, Qt.Key.Key_2)
    assert sections(shown) == ["introduction", ids[7], ids[1], "picture_sound"]
    key(shown, Qt.Key.Key_0)
    assert sections(shown)[3] == ids[0]
    key(shown, Qt.Key.Key_9)
    assert len(ids) == 8
    assert sections(shown)[3] == ids[0]


def test_several_units_are_assigned_at_once(
    qtbot: QtBot, unchecked: Editor, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    key(shown, Qt.Key.Key_Down)
    for _ in range(2):
        key(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(shown, Qt.Key.Key_3)
    assert sections(shown) == ["introduction", "story", "story", "story"]
    assert shown.sorting.texts()["story"] == TEXT.partition("\n\n")[2]


def test_split_join_and_back(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    first = shown.sorting
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_J)
    assert len(shown.sorting.units) == 3
    key(shown, Qt.Key.Key_S)
    assert [unit.text for unit in shown.sorting.units] == [unit.text for unit in first.units]
    key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.sorting == first
    key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.sorting == first


def test_buttons_do_the_same_as_the_keys(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    button = shown.findChild(QPushButton, "import.assign.verdict")
    assert button is not None
    assert button.text() == "8  Fazit"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sections(shown)[0] == "verdict"


def test_preview_follows(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    preview = shown.findChild(SectionsPreview)
    assert preview is not None
    assert preview.toPlainText().startswith("Einleitung\nNun liegt")
    key(shown, Qt.Key.Key_8)
    qtbot.waitUntil(
        lambda: preview.toPlainText().endswith("Fazit\nNun liegt die zweite Staffel vor.")
    )
    assert "Einleitung" not in preview.toPlainText()


def test_rows_say_their_section(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    units = shown.findChild(UnitList)
    assert units is not None
    told = units.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Story: Die Story wird spannend erzählt."


def test_cancel_changes_nothing(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    before = unchecked.document.review
    shown = import_text(qtbot, unchecked, tmp_path)
    key(shown, Qt.Key.Key_5)
    key(shown, Qt.Key.Key_Escape)
    closed(qtbot, unchecked)
    assert unchecked.document.review is before
    assert not unchecked.document.dirty


def test_text_is_appended_to_a_review_that_has_some(
    qtbot: QtBot, unchecked: Editor, tmp_path: Path
) -> None:
    unchecked.document.edit_text("story", "Vorher.", typing=False, boundary=True)
    shown = import_text(qtbot, unchecked, tmp_path)
    here = shown.findChild(QRadioButton, "import.here")
    assert here is not None
    assert here.isVisible()
    assert here.isChecked()
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert written(unchecked)["story"] == "Vorher.\n\nDie Story wird spannend erzählt."
    press(unchecked, "undo")
    assert written(unchecked) == {"story": "Vorher."}


def test_new_review_asks_for_the_old_one_first(
    qtbot: QtBot, unchecked: Editor, tmp_path: Path
) -> None:
    unchecked.document.edit_text("story", "Vorher.", typing=False, boundary=True)
    shown = import_text(qtbot, unchecked, tmp_path)
    new = shown.findChild(QRadioButton, "import.new")
    assert new is not None
    new.click()
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    box = waited(qtbot, lambda: unchecked.window.findChild(QMessageBox, "dialog.unsaved"))
    assert written(unchecked) == {"story": "Vorher."}
    next(b for b in box.buttons() if "erwerfen" in b.text()).click()
    qtbot.waitUntil(lambda: "introduction" in written(unchecked))
    assert written(unchecked)["story"] == "Die Story wird spannend erzählt."
    assert unchecked.document.dirty
    press(unchecked, "undo")
    assert written(unchecked) == {}


def test_empty_review_leaves_no_choice(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    unchecked.document.edit_fact("title", "Meiner", typing=False)
    shown = import_text(qtbot, unchecked, tmp_path)
    assert not any(choice.isVisible() for choice in shown.findChildren(QRadioButton))
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert unchecked.document.review.title == "Meiner"


def test_clipboard_is_sorted_with_its_formatting(qtbot: QtBot, unchecked: Editor) -> None:
    mime = QMimeData()
    mime.setHtml("<p>Vorweg.</p><h2>Fazit</h2><p>Sehr <b>gut</b>.</p>")
    mime.setText("Vorweg.\nFazit\nSehr gut.")
    QGuiApplication.clipboard().setMimeData(mime)
    press(unchecked, "import_clipboard")
    shown = page(qtbot, unchecked)
    assert shown.sorting.texts() == {"introduction": "Vorweg.", "verdict": "Sehr **gut**."}
    shown.reject()


def test_empty_clipboard_is_a_sentence(qtbot: QtBot, unchecked: Editor) -> None:
    QGuiApplication.clipboard().setText(" ")
    with qtbot.waitSignal(unchecked.importing.failed) as told:
        press(unchecked, "import_clipboard")
    assert told.args is not None
    assert told.args[0].startswith("In der Zwischenablage ist kein Text")


def test_damaged_file_is_a_sentence(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    path = tmp_path / "text.docx"
    path.write_bytes(b"nichts")
    with qtbot.waitSignal(unchecked.importing.failed, timeout=10_000) as told:
        unchecked.importing.from_file(path)
    assert told.args is not None
    assert told.args[0].startswith("Der Inhalt lässt sich nicht umwandeln")
    waited(qtbot, lambda: unchecked.window.findChild(QMessageBox, "dialog.problem")).close()


def test_notices_are_on_the_page(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    path = tmp_path / "alt.txt"
    path.write_bytes("Größe.".encode("cp1252"))
    unchecked.importing.from_file(path)
    shown = page(qtbot, unchecked)
    assert any("Windows-1252" in label.text() for label in shown.findChildren(QLabel))
    shown.reject()


def dropped(editor: Editor, path: Path) -> bool:
    """Drop ``path`` on the window; return whether it was accepted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPointF(50, 50)
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), actions, mime, buttons, none)
    QApplication.sendEvent(editor.window, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(where, actions, mime, buttons, none)
    QApplication.sendEvent(editor.window, drop)
    return True


def test_text_that_is_dropped_is_sorted(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    assert dropped(unchecked, path)
    shown = page(qtbot, unchecked)
    assert len(shown.sorting.units) == 4
    shown.reject()


def test_review_that_is_dropped_is_opened(qtbot: QtBot, unchecked: Editor, tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    storage.save(new_review(load_form("film"), [("title", "Hafen")]), path)
    assert dropped(unchecked, path)
    qtbot.waitUntil(lambda: unchecked.document.path == path)
    assert unchecked.document.review.title == "Hafen"


def test_other_files_are_not_taken(unchecked: Editor, tmp_path: Path) -> None:
    assert not dropped(unchecked, tmp_path / "film.mkv")


def test_editors_leave_documents_to_the_window(unchecked: Editor, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "text.docx"))])
    assert not unchecked.window.form.editor("story").canInsertFromMimeData(mime)


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_long_text_answers_as_a_short_one(
    qtbot: QtBot, unchecked: Editor, tmp_path: Path, between: str
) -> None:
    text = (TEXT.partition("\n\n")[2].replace(". ", f".{between}") + between) * 3_500
    assert len(text.split()) > 50_000
    shown = import_text(qtbot, unchecked, tmp_path, text)
    units = shown.findChild(UnitList)
    assert units is not None
    # What makes it quick: a row is no widget, whatever the number of rows.
    assert len(units.viewport().children()) == 0
    key(shown, Qt.Key.Key_4)
    key(shown, Qt.Key.Key_6)
    assert sections(shown)[:2] == ["cast", "picture_sound"]
    shown.reject()
