"""What is still open is said before a review is exported, and the writer can go on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.export.dialog import ExportDialog
from editor.gui.program import Program
from editor.languagetool.finding import Finding, FindingKind
from tests.gui.actions import find, press, waited
from tests.gui.export.dialog_driver import asked, open_sample, said, tick, write, written


def named(dialog: ExportDialog) -> str:
    """Return what the dialog says is open, empty for nothing."""
    label = dialog.findChild(QLabel, "export.open")
    assert label is not None
    return label.text() if label.isVisible() else ""


def open_findings(editor: Program, count: int) -> None:
    findings = tuple(
        Finding(n, n + 1, "RULE", "CATEGORY", "Falsch.", (), FindingKind.GRAMMAR)
        for n in range(count)
    )
    editor.session.proofing.check_service._publish("story", findings)


def exported_once(qtbot: QtBot, editor: Program, folder: Path) -> Path:
    """Export the sample as text, remove the file, and return its path."""
    target = open_sample(qtbot, editor, folder).with_suffix(".txt")
    dialog = asked(qtbot, editor)
    tick(dialog, "txt")
    write(dialog)
    written(qtbot, editor)
    target.unlink()
    return target


def idle(editor: Program) -> bool:
    return not editor.session.export.controller.requests.busy


def test_dialog_says_what_is_open_and_follows(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    open_findings(unchecked, 29)
    unchecked.session.document.edit_rating("verdict", None)
    unchecked.session.document.edit_fact("date", "31.02.2026")
    dialog = asked(qtbot, unchecked)
    date = "Rezension vom: „31.02.2026“"
    waited(qtbot, lambda: named(dialog).startswith(f"Noch offen: {date}"))
    assert named(dialog).endswith(" · 29 Hinweise · keine Gesamtwertung")
    unchecked.session.document.edit_rating("verdict", 8)
    waited(qtbot, lambda: named(dialog).endswith(" · 29 Hinweise"))
    unchecked.session.document.edit_fact("date", "2026-11-20")
    open_findings(unchecked, 0)
    waited(qtbot, lambda: named(dialog) == "")
    open_findings(unchecked, 1)
    waited(qtbot, lambda: named(dialog) == "Noch offen: 1 Hinweis")
    # It lets the writer go on without a question.
    tick(dialog, "txt")
    write(dialog)
    written(qtbot, unchecked)
    assert path.with_suffix(".txt").exists()


def test_finished_review_has_nothing_to_say(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    with qtbot.waitSignal(unchecked.session.export.readiness.found):
        unchecked.session.checklist_service.run()
    assert named(dialog) == ""
    button = dialog.findChild(QPushButton, "export.show_open")
    assert button is not None
    assert not button.isVisible()


def test_answer_of_the_dialog_covers_what_is_open(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    open_findings(unchecked, 2)
    dialog = asked(qtbot, unchecked)
    waited(qtbot, lambda: bool(named(dialog)))
    dialog.applied.emit()
    assert said(dialog) == "Die Einstellungen sind für diese Rezension gemerkt."
    assert named(dialog) == ""


def test_checklist_is_shown_from_the_dialog(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    open_findings(unchecked, 2)
    dialog = asked(qtbot, unchecked)
    waited(qtbot, lambda: bool(named(dialog)))
    button = dialog.findChild(QPushButton, "export.show_open")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert find(unchecked, QWidget, "readyPane").isVisible()


def test_repeated_export_says_it_once_and_then_writes(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = exported_once(qtbot, unchecked, tmp_path)
    bar = unchecked.session.window.message_bar
    open_findings(unchecked, 3)
    press(unchecked, "export_again")
    waited(qtbot, lambda: bar.sentence == "Noch offen: 3 Hinweise")
    assert not target.exists()
    press(unchecked, "export_again")
    written(qtbot, unchecked)
    assert target.exists()
    # The same kind of thing is not said again, another one is.
    bar.leave()
    open_findings(unchecked, 2)
    press(unchecked, "export_again")
    written(qtbot, unchecked)
    unchecked.session.document.edit_fact("date", "irgendwann")
    press(unchecked, "export_again")
    waited(qtbot, lambda: bar.sentence.startswith("Noch offen: Rezension vom: „irgendwann“"))


def test_repeated_export_goes_on_or_shows_the_checklist(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = exported_once(qtbot, unchecked, tmp_path)
    open_findings(unchecked, 1)
    press(unchecked, "export_again")
    other = find(unchecked, QPushButton, "notice.other")
    waited(qtbot, other.isVisible)
    assert other.text() == "Trotzdem exportieren"
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    written(qtbot, unchecked)
    assert target.exists()
    unchecked.session.document.edit_rating("verdict", None)
    press(unchecked, "export_again")
    show = find(unchecked, QPushButton, "notice.action")
    waited(qtbot, lambda: show.isVisible() and show.text() == "Ansehen")
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert find(unchecked, QWidget, "readyPane").isVisible()
    assert idle(unchecked)


def test_repeated_export_of_a_finished_review_asks_nothing(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = exported_once(qtbot, unchecked, tmp_path)
    press(unchecked, "export_again")
    written(qtbot, unchecked)
    waited(qtbot, target.exists)


def test_copy_of_the_whole_review_says_what_is_open(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    bar = unchecked.session.window.message_bar
    copied = "Kopiert; Sie können es jetzt einfügen."
    open_findings(unchecked, 2)
    press(unchecked, "copy_md")
    waited(qtbot, lambda: bar.sentence == f"{copied} Noch offen: 2 Hinweise.")
    unchecked.session.window.form.jump("story")
    press(unchecked, "copy_md_section")
    waited(qtbot, lambda: bar.sentence == copied)
