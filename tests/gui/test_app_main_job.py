"""The main job from end to end: type a review, correct it, see it, export it, read it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from tests.gui.actions import (
    entry,
    find,
    open_menu_at,
    press,
    preview_text,
    section,
    type_into,
    waited,
)
from tests.gui.export.dialog_driver import asked, go_to, write
from tests.gui.rows import row_list

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "samples" / "missions-staffel-2.txt"
OWN = ROOT / "tests" / "data" / "running-text.txt"


@pytest.fixture
def paragraphs() -> list[str]:
    """A finished review: a real one where the checkout has it beside it, otherwise one of ours."""
    return (REAL if REAL.exists() else OWN).read_text("utf-8").strip().split("\n")


@pytest.mark.languagetool
def test_typed_review_is_corrected_previewed_and_exported(
    editor: Program, qtbot: QtBot, paragraphs: list[str], tmp_path: Path
) -> None:
    type_into(find(editor, QLineEdit, "fact.title"), "Eine Serie")
    for section_id, text in zip(("introduction", "story"), paragraphs, strict=True):
        type_into(section(editor, section_id), text)
    assert editor.session.document.review.text("introduction") == paragraphs[0]

    introduction = section(editor, "introduction")
    place = paragraphs[0].index("soweit")
    waited(qtbot, lambda: has_finding(editor, "introduction", "soweit"), timeout=60_000)

    menu = open_menu_at(qtbot, introduction, place + 2)
    entry(menu, "so weit").trigger()
    menu.close()
    corrected = paragraphs[0].replace("soweit", "so weit", 1)
    assert editor.session.document.review.text("introduction") == corrected
    assert introduction.toPlainText() == corrected
    waited(qtbot, lambda: "ist es so weit" in preview_text(qtbot, editor))
    waited(qtbot, lambda: not has_finding(editor, "introduction", "soweit"), timeout=60_000)

    target = tmp_path / "eine-serie.html"
    dialog = asked(qtbot, editor)
    go_to(dialog, tmp_path)
    write(dialog)
    page = waited(qtbot, lambda: target.exists() and target.read_text("utf-8"))
    assert "ist es so weit" in page
    assert ">Eine Serie</span></h1>" in page
    assert paragraphs[1][:60] in page


@pytest.mark.languagetool
def test_undo_takes_a_suggestion_back(editor: Program, qtbot: QtBot) -> None:
    type_into(section(editor, "plot"), "Nun ist es soweit.")
    waited(qtbot, lambda: has_finding(editor, "plot", "soweit"), timeout=60_000)
    menu = open_menu_at(qtbot, section(editor, "plot"), 13)
    entry(menu, "so weit").trigger()
    menu.close()
    assert editor.session.document.review.text("plot") == "Nun ist es so weit."
    press(editor, "undo")
    assert editor.session.document.review.text("plot") == "Nun ist es soweit."
    assert section(editor, "plot").toPlainText() == "Nun ist es soweit."


def has_finding(editor: Program, section_id: str, word: str) -> bool:
    """Whether the findings of a section's present text include one for ``word``."""
    text = editor.session.document.review.text(section_id)
    findings = editor.session.proofing.check_service.findings.get(section_id, ())
    return any(text[finding.start : finding.end] == word for finding in findings)


def test_every_section_has_its_editor(unchecked: Program) -> None:
    names = {editor.objectName() for editor in unchecked.session.window.findChildren(SectionEditor)}
    assert names == {f"section.{field.id}" for field in unchecked.session.document.form.sections}


@pytest.mark.languagetool
def test_keys_walk_through_the_findings_of_all_fields(editor: Program, qtbot: QtBot) -> None:
    type_into(section(editor, "plot"), "Ein Feler und noch ein Feler.")
    type_into(section(editor, "verdict"), "Ein Feler.")
    waited(qtbot, lambda: has_finding(editor, "plot", "Feler"), timeout=60_000)
    waited(qtbot, lambda: has_finding(editor, "verdict", "Feler"), timeout=60_000)
    section(editor, "introduction").setFocus()
    places = []
    for _ in range(4):
        press(editor, "next_finding")
        current = section(editor, editor.session.window.form.current)
        places.append((editor.session.window.form.current, current.textCursor().selectionStart()))
        assert current.textCursor().selectedText() == "Feler"
    assert places == [("plot", 4), ("plot", 23), ("verdict", 4), ("plot", 4)]
    press(editor, "previous_finding")
    assert editor.session.window.form.current == "verdict"


@pytest.mark.languagetool
def test_findings_are_worked_through_by_keys_alone(editor: Program, qtbot: QtBot) -> None:
    plot, window, control = section(editor, "plot"), editor.session.window, Qt.KeyboardModifier
    type_into(plot, "Nun ist es soweit. Die Kammera bleibt. Und es ist soweit.")
    waited(qtbot, lambda: has_finding(editor, "plot", "Kammera"), timeout=60_000)
    plot.select(0, 0)

    def keys(key: Qt.Key, modifier: Qt.KeyboardModifier = control.NoModifier) -> None:
        QTest.keyClick(window.windowHandle(), key, modifier)

    keys(Qt.Key.Key_F8)
    card = window.finding_card
    button = card.findChild(QPushButton, "suggestion")
    assert button is not None
    assert card.isVisible()
    assert (button.text(), plot.hasFocus()) == ("so weit", True)
    keys(Qt.Key.Key_Escape)
    assert not card.isVisible()
    keys(Qt.Key.Key_Period, control.ControlModifier)
    assert card.isVisible()
    keys(Qt.Key.Key_Return, control.AltModifier)
    keys(Qt.Key.Key_F8)
    keys(Qt.Key.Key_2, control.AltModifier)
    keys(Qt.Key.Key_F8)
    keys(Qt.Key.Key_Return)
    text = editor.session.document.review.text("plot")
    assert text == "Nun ist es so weit. Die Kammer bleibt. Und es ist so weit."
    assert not card.isVisible()
    keys(Qt.Key.Key_Return)
    assert editor.session.document.review.text("plot").count("\n") == 2


@pytest.mark.languagetool
def test_list_of_findings_jumps_to_the_place(editor: Program, qtbot: QtBot) -> None:
    type_into(section(editor, "verdict"), "😀😀 Nun ist es **soweit**.")
    findings = row_list(editor, "findings")
    waited(qtbot, lambda: len(findings.rows) == 1, timeout=60_000)
    assert findings.rows[0].text == "„soweit“ → so weit"
    section(editor, "plot").setFocus()
    findings.activated.emit(findings.model().index(0, 0))
    verdict = section(editor, "verdict")
    assert verdict.hasFocus()
    assert verdict.textCursor().selectedText() == "soweit"


@pytest.mark.languagetool
def test_findings_of_an_old_text_are_dropped(editor: Program, qtbot: QtBot) -> None:
    plot = section(editor, "plot")
    type_into(plot, "Ein Feler.")
    waited(qtbot, lambda: has_finding(editor, "plot", "Feler"), timeout=60_000)
    plot.selectAll()
    type_into(plot, "Alles richtig.")
    with qtbot.waitSignal(editor.session.proofing.check_service.settled, timeout=60_000):
        type_into(plot, " Wirklich.")
    assert editor.session.proofing.check_service.findings["plot"] == ()
    assert row_list(editor, "findings").rows == ()
