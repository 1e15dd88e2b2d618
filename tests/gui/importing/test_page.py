"""The import page: a text is assigned to sections by real keys in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from editor.gui.importing.page import ImportPage
from editor.gui.importing.preview import ImportPreview
from editor.gui.importing.split_edit import SplitEdit
from editor.gui.importing.unit_list import UnitList
from editor.gui.program import Program
from editor.importing.sectioning import Sectioning, TextUnit
from editor.localized import Localized
from editor.review.form import Form, SectionField, load_form
from editor.storage import load_save
from editor.storage.review_file import new_review
from tests.gui.actions import answer_file_dialog, exposed, press, waited

TEXT = (
    "Nun liegt die zweite Staffel vor.\n\n"
    "Die Story wird spannend erzählt.\n\nDie Darsteller spielen ihre Rollen gut.\n\n"
    "Das Bild ist scharf."
)


def page(qtbot: QtBot, editor: Program) -> ImportPage:
    found = waited(qtbot, lambda: editor.session.window.findChild(ImportPage))
    assert isinstance(found, ImportPage)
    exposed(qtbot, found)
    return found


def import_text(qtbot: QtBot, editor: Program, tmp_path: Path, text: str = TEXT) -> ImportPage:
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    editor.session.importing.controller.from_file(path)
    return page(qtbot, editor)


def sections(shown: ImportPage) -> list[str]:
    return [unit.section for unit in shown.sectioning.units]


def key(shown: ImportPage, name: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    units = shown.findChild(UnitList)
    assert units is not None
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    QTest.keyClick(units, name, modifiers or Qt.KeyboardModifier.NoModifier)


def written(editor: Program) -> dict[str, str]:
    return {s.id: s.text for s in editor.session.document.review.sections if s.text}


def closed(qtbot: QtBot, editor: Program) -> None:
    qtbot.waitUntil(lambda: editor.session.window.findChild(ImportPage) is None)


def test_proposal_is_taken_over_and_undone_in_one_step(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    before = unchecked.session.document.review
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
    assert unchecked.session.document.review == before
    assert not unchecked.session.document.can_undo
    press(unchecked, "redo")
    assert len(written(unchecked)) == 4


def test_heading_of_a_text_is_the_title_of_a_new_review_and_text_in_another(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    text = "# Die Salzwasseruhr\n\nEin Anfang."
    document = unchecked.session.document
    key(
        import_text(qtbot, unchecked, tmp_path, text),
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier,
    )
    closed(qtbot, unchecked)
    assert document.review.title == "Die Salzwasseruhr"
    assert written(unchecked) == {"introduction": "Ein Anfang."}
    press(unchecked, "undo")
    assert document.review.title == ""
    document.edit_text("introduction", "Vorher.", typing=False, boundary=True)
    shown = import_text(qtbot, unchecked, tmp_path, text)
    here = shown.findChild(QRadioButton, "import.here")
    assert here is not None
    here.click()
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert document.review.title == ""
    assert written(unchecked) == {"introduction": f"Vorher.\n\n{text}"}


def test_digits_assign_and_go_on(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    ids = [field.id for field in unchecked.session.document.form.sections]
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
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    key(shown, Qt.Key.Key_Down)
    for _ in range(2):
        key(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(shown, Qt.Key.Key_3)
    assert sections(shown) == ["introduction", "story", "story", "story"]
    assert shown.sectioning.texts()["story"] == TEXT.partition("\n\n")[2]


def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which what a screen reader says is added."""
    said: list[str] = []
    for module in ("page", "split_edit"):
        name = f"editor.gui.importing.{module}.announce"
        monkeypatch.setattr(name, lambda _, text: said.append(text))
    return said


def test_screen_reader_says_what_a_key_did(
    qtbot: QtBot, unchecked: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = heard(monkeypatch)
    shown = import_text(qtbot, unchecked, tmp_path, f"{TWO_CLAUSES}\n\nEins. Zwei. Drei.")
    splitter = division(shown)
    assert said.pop() == "die Darsteller sind besser und das …"
    assert "Eingabe: teilen" in splitter.accessibleDescription()
    QTest.keyClick(splitter, Qt.Key.Key_S)
    assert said.pop() == "und das Bild ist scharf."
    QTest.keyClick(splitter, Qt.Key.Key_Return)
    key(shown, Qt.Key.Key_J)
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_S)
    key(shown, Qt.Key.Key_4)
    key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said == [
        "In 2 Teile geteilt",
        "Verbunden",
        "In 3 Teile geteilt",
        "Darsteller",
        "Zurückgenommen",
    ]


def test_split_join_and_back(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    first = shown.sectioning
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_J)
    assert len(shown.sectioning.units) == 3
    key(shown, Qt.Key.Key_S)
    assert [unit.text for unit in shown.sectioning.units] == [unit.text for unit in first.units]
    key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.sectioning == first
    key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.sectioning == first


def test_postponed_sectioning_is_there_again(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    key(shown, Qt.Key.Key_8)
    key(shown, Qt.Key.Key_7)
    left = sections(shown)
    key(shown, Qt.Key.Key_Escape)
    closed(qtbot, unchecked)
    shown = import_text(qtbot, unchecked, tmp_path)
    assert sections(shown) == left
    assert any("aufgehört" in label.text() for label in shown.findChildren(QLabel))
    for _ in range(2):
        key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sections(shown) == ["introduction", "story", "cast", "picture_sound"]


@pytest.mark.parametrize("taken", [True, False])
def test_another_text_or_one_that_was_taken_begins_anew(
    qtbot: QtBot, unchecked: Program, tmp_path: Path, *, taken: bool
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    key(shown, Qt.Key.Key_8)
    if taken:
        key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        key(shown, Qt.Key.Key_Escape)
    closed(qtbot, unchecked)
    shown = import_text(qtbot, unchecked, tmp_path, TEXT if taken else f"{TEXT} Ende.")
    assert sections(shown)[0] == "introduction"


def division(shown: ImportPage) -> SplitEdit:
    """Start to split the second unit, a single sentence, and return the widget for it."""
    key(shown, Qt.Key.Key_Down)
    key(shown, Qt.Key.Key_S)
    found = shown.findChild(SplitEdit)
    assert found is not None
    assert found.hasFocus()
    return found


TWO_CLAUSES = "Vorweg.\n\nDie Story 😀 ist gut, die Darsteller sind besser und das Bild ist scharf."


def halves(shown: ImportPage) -> list[str]:
    return [unit.text for unit in shown.sectioning.units[1:]]


@pytest.mark.parametrize(
    ("keys", "second"),
    [
        ([], "die Darsteller sind besser und das Bild ist scharf."),
        ([Qt.Key.Key_S], "und das Bild ist scharf."),
        ([Qt.Key.Key_Left, Qt.Key.Key_Left], "ist gut, die Darsteller sind besser"),
        ([Qt.Key.Key_Right], "Darsteller sind besser und"),
        ([Qt.Key.Key_2, Qt.Key.Key_J, Qt.Key.Key_Home], "Story 😀 ist gut"),
    ],
)
def test_sentence_is_divided_where_the_writer_wants(
    qtbot: QtBot, unchecked: Program, tmp_path: Path, keys: list[Qt.Key], second: str
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, TWO_CLAUSES)
    before = shown.sectioning
    mark = division(shown)
    for name in keys:
        QTest.keyClick(mark, name)
    assert shown.sectioning == before
    QTest.keyClick(mark, Qt.Key.Key_Return)
    assert len(halves(shown)) == 2
    assert halves(shown)[1].startswith(second)
    assert "".join(halves(shown)) == before.units[1].text
    key(shown, Qt.Key.Key_3)
    assert shown.sectioning.units[2].section == "story"
    for _ in range(2):
        key(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.sectioning == before


def test_escape_leaves_the_sentence_whole_and_the_page_open(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, TWO_CLAUSES)
    before = shown.sectioning
    QTest.keyClick(division(shown), Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert shown.sectioning == before
    units = shown.findChild(UnitList)
    assert units is not None
    assert units.hasFocus()


def test_click_and_button_divide_a_sentence(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, TWO_CLAUSES)
    mark = division(shown)
    cursor = mark.textCursor()
    cursor.setPosition(TWO_CLAUSES.partition("\n\n")[2].index("sind") + 1)
    where = mark.cursorRect(cursor).center()
    QTest.mouseClick(mark.viewport(), Qt.MouseButton.LeftButton, pos=where)
    button = shown.findChild(QPushButton, "import.split.button")
    assert button is not None
    assert button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert halves(shown)[1].startswith("sind besser")


def test_unit_that_cannot_be_split_is_reported(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, "Vorweg.\n\nGut.")
    key(shown, Qt.Key.Key_S)
    assert any("nichts zu teilen" in label.text() for label in shown.findChildren(QLabel))


def test_menu_of_the_list_splits_and_joins(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    units = shown.findChild(UnitList)
    assert units is not None
    split, join = units.actions()
    assert not join.isEnabled()
    assert join.toolTip().endswith("(J)\nVor dem ersten Teil gibt es keinen weiteren.")
    key(shown, Qt.Key.Key_Down)
    assert join.toolTip().endswith("(J)")
    join.trigger()
    assert len(shown.sectioning.units) == 3
    split.trigger()
    assert len(shown.sectioning.units) == 4


def test_preview_has_bold_headings_only(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    preview = shown.findChild(ImportPreview)
    assert preview is not None
    place = preview.cursorRect(QTextCursor(preview.document())).center()
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=place)
    button = shown.findChild(QPushButton, "import.assign.verdict")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Fazit" in preview.toPlainText())
    weights = {}
    block = preview.document().begin()
    while block.isValid():
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        weights[block.text()] = cursor.charFormat().font().bold()
        block = block.next()
    assert weights["Fazit"]
    assert not weights["Nun liegt die zweite Staffel vor."]


def test_preview_begins_with_the_first_heading(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, TEXT * 20)
    preview = shown.findChild(ImportPreview)
    assert preview is not None
    assert preview.verticalScrollBar().maximum() > 0
    assert preview.firstVisibleBlock().blockNumber() == 0


DOUBTFUL = "Vorweg.\n\nDie Darsteller und die Effekte."


def test_doubt_is_shown(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, DOUBTFUL)
    units = shown.findChild(UnitList)
    assert units is not None
    row = next(row for row, unit in enumerate(shown.sectioning.units) if unit.confidence < 0.5)
    index = units.model().index(row, 0)
    assert "(unsicher)" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>")
    assert "Unsicher; bitte sehen Sie" in tip
    told = [label for label in shown.findChildren(QLabel) if label.text().startswith("? =")]
    assert told[0].isVisible()
    units.choose(row, row)
    key(shown, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: not told[0].isVisible())


def test_tab_moves_to_the_chosen_target(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    unchecked.session.document.edit_text("story", "Vorher.", typing=False, boundary=True)
    shown = import_text(qtbot, unchecked, tmp_path)
    reached = set()
    for step in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        key(shown, step)
        for _ in range(6):
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(focused, QRadioButton):
                reached.add(focused.objectName())
            QTest.keyClick(focused, step)
        units = shown.findChild(UnitList)
        assert units is not None
        units.setFocus()
    assert reached == {"import.new"}


def test_buttons_do_the_same_as_the_keys(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    button = shown.findChild(QPushButton, "import.assign.verdict")
    assert button is not None
    assert button.text() == "8  Fazit"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sections(shown)[0] == "verdict"


def test_preview_follows(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    preview = shown.findChild(ImportPreview)
    assert preview is not None
    assert preview.toPlainText().startswith("Einleitung\nNun liegt")
    key(shown, Qt.Key.Key_8)
    qtbot.waitUntil(
        lambda: preview.toPlainText().endswith("Fazit\nNun liegt die zweite Staffel vor.")
    )
    assert "Einleitung" not in preview.toPlainText()


def test_rows_say_their_section(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path)
    units = shown.findChild(UnitList)
    assert units is not None
    told = units.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Story: Die Story wird spannend erzählt."


def test_ampersand_in_a_label_is_not_a_mnemonic(unchecked: Program) -> None:
    sections = (SectionField("sound", Localized("Bild & Ton")),)
    form = Form("own", Localized("Eigene"), (), sections)
    theme = unchecked.session.window.theme
    shown = ImportPage(
        (Sectioning((TextUnit("Laut.", 0, "sound"),)),),
        form,
        theme,
        unchecked.session.window,
        notices=[],
        empty=True,
    )
    button = shown.findChild(QPushButton, "import.assign.sound")
    assert button is not None
    assert button.text() == "1  Bild && Ton"
    shown.close()


def test_cancel_changes_nothing(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    before = unchecked.session.document.review
    shown = import_text(qtbot, unchecked, tmp_path)
    key(shown, Qt.Key.Key_5)
    key(shown, Qt.Key.Key_Escape)
    closed(qtbot, unchecked)
    assert unchecked.session.document.review is before
    assert not unchecked.session.document.dirty


def test_text_is_appended_to_a_review_that_has_some_when_that_is_chosen(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    unchecked.session.document.edit_text("story", "Vorher.", typing=False, boundary=True)
    shown = import_text(qtbot, unchecked, tmp_path)
    here = shown.findChild(QRadioButton, "import.here")
    assert here is not None
    assert here.isVisible()
    assert not here.isChecked()
    here.click()
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert written(unchecked)["story"] == "Vorher.\n\nDie Story wird spannend erzählt."
    press(unchecked, "undo")
    assert written(unchecked) == {"story": "Vorher."}


def test_review_that_has_a_text_stays_and_a_new_one_has_a_window_of_its_own(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    unchecked.settings_store.change(author="Maja Kvist")
    unchecked.session.document.edit_text("story", "Vorher.", typing=False, boundary=True)
    shown = import_text(qtbot, unchecked, tmp_path)
    new = shown.findChild(QRadioButton, "import.new")
    assert new is not None
    assert new.isChecked()
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert written(unchecked) == {"story": "Vorher."}
    second = unchecked.sessions[1]
    waited(qtbot, lambda: second.window.isVisible() and second.document.review.text("story"))
    assert second.document.review.text("story") == "Die Story wird spannend erzählt."
    assert second.document.review.fact("author") == "Maja Kvist"
    assert second.document.dirty
    second.actions["undo"].trigger()
    assert not second.document.review.text("story")
    second.window.leave()


FILM = "Der Film lief im Kino.\n\nDie Story wird spannend erzählt.\n\nFazit: Ein guter Film."


def test_text_about_a_film_begins_a_review_on_the_form_for_films(
    qtbot: QtBot, unchecked: Program, tmp_path: Path
) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, FILM)
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert unchecked.session.document.form.id == "film"
    assert written(unchecked)["story"] == "Die Story wird spannend erzählt."
    press(unchecked, "undo")
    assert written(unchecked) == {}


def test_another_form_can_be_chosen(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    shown = import_text(qtbot, unchecked, tmp_path, FILM)
    assert form_box(shown).currentData() == "film"
    form_box(shown).setFocus()
    QTest.keyClick(form_box(shown), Qt.Key.Key_Home)
    again = waited(qtbot, lambda: other_page(unchecked, shown))
    chosen = form_box(again).currentData()
    assert chosen != "film"
    key(again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert unchecked.session.document.form.id == chosen


def form_box(shown: ImportPage) -> QComboBox:
    box = shown.findChild(QComboBox, "import.form")
    assert box is not None
    return box


def other_page(editor: Program, first: ImportPage) -> ImportPage | None:
    pages = editor.session.window.findChildren(ImportPage)
    return next((page for page in pages if page.isVisible() and page is not first), None)


def test_empty_review_leaves_no_choice(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    unchecked.session.document.edit_fact("title", "Meiner", typing=False)
    shown = import_text(qtbot, unchecked, tmp_path)
    assert not any(choice.isVisible() for choice in shown.findChildren(QRadioButton))
    key(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(qtbot, unchecked)
    assert unchecked.session.document.review.title == "Meiner"


def test_clipboard_is_sorted_with_its_formatting(qtbot: QtBot, unchecked: Program) -> None:
    mime = QMimeData()
    mime.setHtml("<p>Vorweg.</p><h2>Fazit</h2><p>Sehr <b>gut</b>.</p>")
    mime.setText("Vorweg.\nFazit\nSehr gut.")
    QGuiApplication.clipboard().setMimeData(mime)
    press(unchecked, "import_clipboard")
    shown = page(qtbot, unchecked)
    assert shown.sectioning.texts() == {"introduction": "Vorweg.", "verdict": "Sehr **gut**."}
    shown.reject()


def test_empty_clipboard_is_a_sentence(qtbot: QtBot, unchecked: Program) -> None:
    QGuiApplication.clipboard().setText(" ")
    with qtbot.waitSignal(unchecked.session.importing.controller.failed) as told:
        press(unchecked, "import_clipboard")
    assert told.args is not None
    assert told.args[0].startswith("In der Zwischenablage ist kein Text")


def test_damaged_file_is_a_sentence(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    path = tmp_path / "text.docx"
    path.write_bytes(b"nichts")
    with qtbot.waitSignal(unchecked.session.importing.controller.failed) as told:
        unchecked.session.importing.controller.from_file(path)
    assert told.args is not None
    assert told.args[0].startswith("Der Inhalt lässt sich nicht umwandeln")
    waited(qtbot, lambda: unchecked.session.window.findChild(QMessageBox, "dialog.problem")).close()


def test_notices_are_on_the_page(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    path = tmp_path / "alt.txt"
    path.write_bytes("Größe.".encode("cp1252"))
    unchecked.session.importing.controller.from_file(path)
    shown = page(qtbot, unchecked)
    assert any("Windows-1252" in label.text() for label in shown.findChildren(QLabel))
    shown.reject()


def dropped(editor: Program, path: Path) -> bool:
    """Drop ``path`` on the window; return whether it was accepted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPointF(50, 50)
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), actions, mime, buttons, none)
    QApplication.sendEvent(editor.session.window, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(where, actions, mime, buttons, none)
    QApplication.sendEvent(editor.session.window, drop)
    return True


def test_text_that_is_dropped_is_sorted(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    assert dropped(unchecked, path)
    shown = page(qtbot, unchecked)
    assert len(shown.sectioning.units) == 4
    shown.reject()


def test_review_that_is_dropped_is_opened(qtbot: QtBot, unchecked: Program, tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    load_save.save_review(new_review(load_form("film"), [("title", "Hafen")]), path)
    assert dropped(unchecked, path)
    qtbot.waitUntil(lambda: unchecked.session.document.path == path)
    assert unchecked.session.document.review.title == "Hafen"


def test_other_files_are_not_taken(unchecked: Program, tmp_path: Path) -> None:
    assert not dropped(unchecked, tmp_path / "film.mkv")


def test_editors_leave_documents_to_the_window(unchecked: Program, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "text.docx"))])
    assert not unchecked.session.window.form.editor("story").canInsertFromMimeData(mime)


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_long_text_answers_as_a_short_one(
    qtbot: QtBot, unchecked: Program, tmp_path: Path, between: str
) -> None:
    text = (TEXT.partition("\n\n")[2].replace("\n\n", between) + between) * 3_500
    assert len(text.split()) > 50_000
    shown = import_text(qtbot, unchecked, tmp_path, text)
    units = shown.findChild(UnitList)
    assert units is not None
    # What makes it quick: a row is no widget, whatever the number of rows.
    assert len(units.viewport().children()) == 0
    if between == " ":
        key(shown, Qt.Key.Key_S)
        units.choose(0, 0)
    key(shown, Qt.Key.Key_4)
    key(shown, Qt.Key.Key_6)
    assert sections(shown)[:2] == ["cast", "picture_sound"]
    shown.reject()
