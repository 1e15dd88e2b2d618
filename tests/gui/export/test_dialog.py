"""The export dialog, from the first choice to the files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.export.registry import EXPORT_FORMATS
from editor.gui.export.dialog import ExportDialog
from editor.gui.program import Program
from tests.gui.actions import find, press, waited
from tests.gui.export.dialog_driver import (
    answer,
    asked,
    choose,
    front,
    go_to,
    open_sample,
    said,
    tick,
    write,
    written,
)


def test_a_page_is_written_beside_the_review(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    write(asked(qtbot, unchecked))
    sentence = written(qtbot, unchecked)
    assert sentence == f"Exportiert als {path.with_suffix('.html')}."
    assert "Das Salzarchiv" in path.with_suffix(".html").read_text()
    assert find(unchecked, QPushButton, "notice.action").text() == "Öffnen"
    assert unchecked.session.export.controller._dialog is None


def test_a_review_without_a_file_gets_a_name_after_its_title(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    press(unchecked, "sample")
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    dialog = asked(qtbot, unchecked)
    go_to(dialog, tmp_path)
    write(dialog)
    written(qtbot, unchecked)
    assert (tmp_path / "das-salzarchiv-staffel-2.html").exists()


def test_several_formats_are_written_at_once(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    tick(dialog, "html", "md", "txt")
    files = dialog.findChild(QLabel, "export.files")
    assert files is not None
    names = files.text().split(", ")
    assert names == ["salzarchiv.html", "salzarchiv-export.md", "salzarchiv.txt"]
    steps: list[tuple[str, int, int]] = []
    unchecked.session.export.controller.requests.started.connect(
        lambda job, *step: steps.append((job.targets[0].format_id, *step))
    )
    write(dialog)
    assert written(qtbot, unchecked).startswith(f"Exportiert in {tmp_path}: salzarchiv.html, ")
    assert steps == [("html", 1, 3), ("md", 2, 3), ("txt", 3, 3)]
    for name in names:
        assert (tmp_path / name).read_bytes()
    assert find(unchecked, QPushButton, "notice.action").text() == "Ordner zeigen"


def test_everything_by_keyboard_alone(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    QTest.keyClick(unchecked.session.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = waited(qtbot, lambda: unchecked.session.window.findChild(ExportDialog))
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert QApplication.focusWidget() is dialog.format_list
    QTest.keyClick(dialog.format_list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.format_list, Qt.Key.Key_Space)
    assert "md" in dialog.format_list.checked
    reached = tabbed()
    assert reached[0] == "export.formats"
    assert reached[-1] == "export.write"
    for name in ("export.headings", "export.folder", "export.name", "export.choose"):
        assert name in reached
    assert reached.index("export.headings") < reached.index("export.folder")
    dialog.format_list.setFocus()
    QTest.keyClick(dialog.format_list, Qt.Key.Key_Return)
    written(qtbot, unchecked)
    assert (tmp_path / "salzarchiv-export.md").exists()


def test_click_beside_the_box_checks_a_format_and_never_unchecks_it(
    unchecked: Program, qtbot: QtBot
) -> None:
    formats = asked(qtbot, unchecked).format_list
    row = list(EXPORT_FORMATS).index("md")
    place = formats.visualItemRect(formats.item(row))
    beside, box = place.center(), QPoint(place.left() + 14, place.center().y())
    for point, checked in ((beside, True), (beside, True), (box, False), (box, True)):
        QTest.mouseClick(
            formats.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
        )
        assert ("md" in formats.checked) is checked
    assert formats.current_format == "md"


def tabbed() -> list[str]:
    """Return the names of the widgets that the Tab key reaches, until it returns to the first."""
    reached: list[str] = []
    while True:
        widget = QApplication.focusWidget()
        assert widget is not None
        name = next(w.objectName() for w in line_of(widget) if w.objectName().startswith("export."))
        if reached and name == reached[0]:
            return reached
        if not reached or reached[-1] != name:
            reached.append(name)
        assert len(reached) < 40, reached
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def line_of(widget: QWidget | None) -> list[QWidget]:
    """Return ``widget`` and its ancestors."""
    return [] if widget is None else [widget, *line_of(widget.parentWidget())]


def test_escape_leaves_everything_as_it_was(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    before = unchecked.session.export.presets.preset
    dialog = asked(qtbot, unchecked)
    tick(dialog, "txt")
    choose(dialog, "spoilers", "removed")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert unchecked.session.export.controller._dialog is None
    assert unchecked.session.export.presets.preset == before
    assert not (tmp_path / "salzarchiv.html").exists()


def test_nothing_is_written_where_nothing_is_chosen(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    button = dialog.findChild(QPushButton, "export.write")
    assert button is not None
    assert button.isEnabled()
    tick(dialog)
    assert not button.isEnabled()


@pytest.mark.parametrize("format_id", EXPORT_FORMATS)
def test_only_choices_that_mean_something_are_shown(
    unchecked: Program, qtbot: QtBot, format_id: str
) -> None:
    dialog = asked(qtbot, unchecked)
    front(dialog, format_id)
    export_format = EXPORT_FORMATS[format_id]
    fields = (QComboBox, QCheckBox, QSpinBox, QPushButton)
    named = [w for kind in fields for w in dialog._options_form.findChildren(kind) if w.isVisible()]
    shown = {w.objectName().removeprefix("export.") for w in named}
    wanted = set(export_format.options) | ({"dialect"} if export_format.dialects else set())
    assert shown == wanted & set(dialog._options_form._controls)
    for widget in named:
        assert widget.accessibleName()


def test_every_key_of_the_dialog_means_one_thing(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    for format_id in EXPORT_FORMATS:
        front(dialog, format_id)
        labels: list[QLabel | QAbstractButton] = [*dialog.findChildren(QLabel)]
        named = [*labels, *dialog.findChildren(QAbstractButton)]
        texts = [w.text() for w in named if w.isVisible() and "&" in w.text()]
        keys = [text[text.index("&") + 1].casefold() for text in texts]
        assert len(set(keys)) == len(keys), texts


def test_a_choice_for_one_format_is_kept_apart_from_the_others(
    unchecked: Program, qtbot: QtBot
) -> None:
    dialog = asked(qtbot, unchecked)
    front(dialog, "bbcode")
    choose(dialog, "dialect", "phpbb")
    choose(dialog, "spoilers", "noted")
    front(dialog, "txt")
    assert dialog.preset.options_for("bbcode").dialect == "phpbb"
    assert dialog.preset.options_for("txt").dialect == ""
    assert dialog.preset.options_for("txt").spoilers == "noted"
    front(dialog, "bbcode")
    box = dialog.findChild(QComboBox, "export.dialect")
    assert box is not None
    assert box.currentData() == "phpbb"


def test_the_length_of_lines_has_a_word_for_none(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    front(dialog, "txt")
    box = dialog.findChild(QSpinBox, "export.width")
    assert box is not None
    assert box.text() == "Nicht umbrechen"
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "72")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert dialog.preset.options_for("txt").width == 72
    QTest.keyClick(box, Qt.Key.Key_PageDown)
    for _ in range(40):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert dialog.preset.options_for("txt").width == 0


def test_a_color_is_chosen_and_taken_back(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    button = dialog.findChild(QPushButton, "export.accent")
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Space)
    colors = waited(qtbot, lambda: dialog.findChild(QColorDialog, "dialog.color"))
    colors.setCurrentColor("#b03060")
    colors.accept()
    qtbot.waitUntil(lambda: dialog.preset.shared.accent == "#b03060")
    assert button.text() == "#b03060"
    reset = dialog.findChild(QPushButton, "export.accent.reset")
    assert reset is not None
    QTest.keyClick(reset, Qt.Key.Key_Space)
    assert dialog.preset.shared.accent == ""
    assert button.text() == "Wie in der Gestaltung"


def test_a_bare_fragment_has_no_look_to_choose(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    theme = dialog.findChild(QComboBox, "export.theme")
    assert theme is not None
    for name, enabled in (("fragment", False), ("inline_style", True)):
        check = dialog.findChild(QCheckBox, f"export.{name}")
        assert check is not None
        QTest.keyClick(check, Qt.Key.Key_Space)
        assert theme.isEnabled() == enabled


def test_a_wheel_turns_no_choice_on_its_way(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    box = dialog.findChild(QComboBox, "export.spoilers")
    assert box is not None
    place = QPointF(box.rect().center())
    event = QWheelEvent(
        place,
        QPointF(box.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert dialog.preset.shared.spoilers == "kept"


def test_a_folder_is_chosen(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = asked(qtbot, unchecked)
    button = dialog.findChild(QPushButton, "export.choose")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    chooser = waited(qtbot, lambda: dialog.findChild(QFileDialog, "dialog.folder"))
    chooser.setDirectory(str(tmp_path))
    line = chooser.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(tmp_path))
    chooser.accept()
    qtbot.waitUntil(lambda: dialog.preset.folder == str(tmp_path))


def test_files_are_replaced_after_one_question(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    page, text = path.with_suffix(".html"), path.with_suffix(".txt")
    page.write_text("alt")
    text.write_text("alt")
    dialog = asked(qtbot, unchecked)
    tick(dialog, "html", "txt")
    write(dialog)
    question = answer(qtbot, "dialog.replace", "Abbrechen")
    assert "salzarchiv.html" in question
    assert "salzarchiv.txt" in question
    assert page.read_text() == text.read_text() == "alt"
    assert dialog.isVisible()
    write(dialog)
    answer(qtbot, "dialog.replace", "Ersetzen")
    written(qtbot, unchecked)
    assert "<h1" in page.read_text()
    assert text.read_text() != "alt"


def test_a_failure_stops_no_other_format(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    path.with_suffix(".html").mkdir()
    dialog = asked(qtbot, unchecked)
    tick(dialog, "html", "txt")
    write(dialog)
    qtbot.waitUntil(lambda: "Webseite: " in said(dialog))
    assert "lässt sich nicht schreiben" in said(dialog)
    assert "Exportiert als" in said(dialog)
    assert path.with_suffix(".txt").exists()
    path.with_suffix(".html").rmdir()
    write(dialog)
    answer(qtbot, "dialog.replace", "Ersetzen")
    written(qtbot, unchecked)
    assert path.with_suffix(".html").is_file()


def test_the_review_itself_is_never_replaced(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    before = path.read_bytes()
    (tmp_path / "link.md").symlink_to(path)
    dialog = asked(qtbot, unchecked)
    tick(dialog, "md", "txt")
    name = dialog.findChild(QLineEdit, "export.name")
    assert name is not None
    name.selectAll()
    QTest.keyClicks(name, "link")
    write(dialog)
    qtbot.waitUntil(lambda: "ist die Rezension selbst" in said(dialog))
    assert path.read_bytes() == before
    assert not (tmp_path / "link.txt").exists()


def test_another_review_closes_the_dialog(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    with qtbot.waitSignal(dialog.finished):
        press(unchecked, "sample")
    assert unchecked.session.export.controller._dialog is None


def test_asking_again_shows_the_same_dialog(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    press(unchecked, "export")
    assert unchecked.session.window.findChildren(ExportDialog) == [dialog]


def test_a_suffix_that_was_typed_along_is_no_part_of_the_name(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    name = dialog.findChild(QLineEdit, "export.name")
    assert name is not None
    name.selectAll()
    QTest.keyClicks(name, "seite.HTML")
    go_to(dialog, Path("unten"))
    assert dialog.paths == {"html": tmp_path / "unten" / "seite.html"}


def test_a_second_try_knows_what_the_first_has_left(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    path.with_suffix(".html").mkdir()
    dialog = asked(qtbot, unchecked)
    tick(dialog, "html", "txt")
    write(dialog)
    qtbot.waitUntil(lambda: "Webseite: " in said(dialog))
    path.with_suffix(".html").rmdir()
    path.with_suffix(".txt").write_text("von Hand")
    write(dialog)
    assert "salzarchiv.txt" in answer(qtbot, "dialog.changed", "Nicht ersetzen")
    written(qtbot, unchecked)
    assert path.with_suffix(".html").is_file()
    assert path.with_suffix(".txt").read_text() == "von Hand"


def test_a_dialog_that_closes_meanwhile_leaves_the_question(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    path.with_suffix(".html").write_text("alt")
    dialog = asked(qtbot, unchecked)
    write(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert unchecked.session.export.controller._dialog is None
    answer(qtbot, "dialog.replace", "Ersetzen")
    written(qtbot, unchecked)
    assert "<h1" in path.with_suffix(".html").read_text()


def test_what_was_written_for_one_new_review_is_nothing_to_the_next(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    press(unchecked, "sample")
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    dialog = asked(qtbot, unchecked)
    go_to(dialog, tmp_path)
    write(dialog)
    press(unchecked, "new_film")
    waited(qtbot, lambda: unchecked.session.document.review.title == "")
    written(qtbot, unchecked)
    assert "Salzarchiv" in (tmp_path / "das-salzarchiv-staffel-2.html").read_text()
    assert not unchecked.session.export.presets.preset.written
