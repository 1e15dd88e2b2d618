"""The preset of the open review: saved, found again, and shown by the preview."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from editor.export.jobs import preset_store
from editor.export.jobs.preset import ExportPreset
from editor.gui.program import Program
from editor.paths import resource
from editor.settings import Folders
from tests.gui.actions import evaluate, press, waited
from tests.gui.conftest import close, opened
from tests.gui.export.dialog_driver import asked, choose, go_to, open_sample, tick, write, written

CONTENTS = "document.querySelectorAll('nav.contents').length"
ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"


def test_choices_are_found_again_after_a_start(
    qtbot: QtBot, qapp: QApplication, folders: Folders, tmp_path: Path
) -> None:
    editor = opened(qtbot, Program(folders))
    path = open_sample(qtbot, editor, tmp_path)
    dialog = asked(qtbot, editor)
    tick(dialog, "txt")
    choose(dialog, "spoilers", "removed")
    write(dialog)
    written(qtbot, editor)
    close(qtbot, editor)

    again = opened(qtbot, Program(folders))
    waited(qtbot, lambda: again.session.document.path == path)
    qtbot.waitUntil(lambda: again.session.export.presets.preset.formats == ("txt",))
    assert again.session.export.presets.preset.shared.spoilers == "removed"
    press(again, "export_again")
    assert written(qtbot, again) == f"Exportiert als {path.with_suffix('.txt')}."
    close(qtbot, again)


def test_a_new_review_begins_with_the_last_choices(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    tick(dialog, "txt")
    write(dialog)
    written(qtbot, unchecked)
    press(unchecked, "new_film")
    waited(qtbot, lambda: unchecked.session.document.path is None)
    assert unchecked.session.export.presets.preset == ExportPreset(("txt",))


def test_a_review_under_another_name_keeps_the_look_and_not_the_places(
    unchecked: Program, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    unchecked.session.export.presets.set_shared_option("accent", "#b03060")
    write(asked(qtbot, unchecked))
    written(qtbot, unchecked)
    unchecked.session.files.controller.save_over(tmp_path / "zweite.md")
    waited(qtbot, lambda: unchecked.session.document.path == tmp_path / "zweite.md")
    assert unchecked.session.export.presets.preset.shared.accent == "#b03060"
    assert not unchecked.session.export.presets.preset.written
    unchecked.session.export.presets.set_shared_option("accent", "#123456")
    qtbot.waitUntil(lambda: not unchecked.session.export.presets.pending)
    kept = preset_store.load_presets(folders.state / "exports.json")
    assert kept.preset(str(tmp_path / "zweite.md")).shared.accent == "#123456"
    assert kept.preset(str(tmp_path / "salzarchiv.md")).shared.accent == "#b03060"


def test_what_was_chosen_last_is_kept_at_the_end(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    editor = opened(qtbot, Program(folders))
    qtbot.waitUntil(lambda: not editor.session.export.presets.pending)
    for number in range(20):
        editor.session.export.presets.set_shared_option("accent", f"#0000{number:02}")
    close(qtbot, editor)
    assert preset_store.load_presets(folders.state / "exports.json").last.shared.accent == "#000019"


def test_damaged_presets_are_reported_and_set_aside(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    folders.state.mkdir(parents=True)
    (folders.state / "exports.json").write_text("{")
    editor = Program(folders)
    with qtbot.waitSignal(editor.session.export.presets.failed) as told:
        opened(qtbot, editor)
    assert "exports.json.damaged" in told.args[0].german
    assert (folders.state / "exports.json.damaged").read_text() == "{"
    close(qtbot, editor)


def test_the_preview_is_the_page_as_it_is_chosen(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    contents = dialog.findChild(QCheckBox, "export.contents")
    assert contents is not None
    QTest.keyClick(contents, Qt.Key.Key_Space)
    assert dialog.preset.shared.contents
    assert evaluate(qtbot, unchecked, CONTENTS) == 0
    apply = dialog.findChild(QPushButton, "export.apply")
    assert apply is not None
    QTest.mouseClick(apply, Qt.MouseButton.LeftButton)
    waited(qtbot, lambda: evaluate(qtbot, unchecked, CONTENTS) == 1)
    assert not (tmp_path / "salzarchiv.html").exists()
    unchecked.session.export.presets.set_shared_option("accent", "#b03060")
    waited(qtbot, lambda: evaluate(qtbot, unchecked, ACCENT) == "#b03060")
    assert dialog.preset.shared.accent == "#b03060"


def test_the_look_is_chosen_in_the_menu(unchecked: Program, qtbot: QtBot, folders: Folders) -> None:
    own = folders.config / "themes" / "eigene"
    own.mkdir(parents=True)
    colors = '[light]\naccent = "#b03060"\n[dark]\naccent = "#b03060"\n'
    (own / "theme.toml").write_text(f'label = {{ de = "Eigene", en = "Own" }}\n{colors}')
    menu = unchecked.session.window.findChild(QMenu, "menu.page_look")
    assert menu is not None
    menu.aboutToShow.emit()
    waited(qtbot, lambda: "action.page_look.eigene" in [a.objectName() for a in menu.actions()])
    shipped = len(list(resource("themes").glob("*/theme.toml")))
    assert len(menu.actions()) == shipped + 1
    action = next(a for a in menu.actions() if a.objectName().endswith(".eigene"))
    assert action.text() == "Eigene"
    action.trigger()
    waited(qtbot, lambda: evaluate(qtbot, unchecked, ACCENT) == "#b03060")
    menu.aboutToShow.emit()
    checked = [a.text() for a in menu.actions() if a.isChecked()]
    assert checked == ["Eigene"]


def test_a_broken_template_is_told_and_the_page_is_shown(
    unchecked: Program, qtbot: QtBot, folders: Folders
) -> None:
    own = folders.config / "themes" / "eigene"
    own.mkdir(parents=True)
    (own / "theme.toml").write_text('label = "Eigene"\n')
    (own / "header.html").write_text("{% if %}")
    unchecked.session.export.presets.set_shared_option("theme", "eigene")
    waited(qtbot, lambda: "header.html" in unchecked.session.window.message_bar.sentence)
    assert "Zeile 1" in unchecked.session.window.message_bar.sentence
    headings = "document.querySelectorAll('h1').length"
    waited(qtbot, lambda: evaluate(qtbot, unchecked, headings) == 1)


def test_a_choice_for_a_review_that_is_no_longer_open_reaches_its_file(
    unchecked: Program, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    path = open_sample(qtbot, unchecked, tmp_path)
    press(unchecked, "new_film")
    waited(qtbot, lambda: unchecked.session.document.path is None)
    before = unchecked.session.export.presets.preset
    unchecked.session.export.presets.set_preset_for(path, ExportPreset(("md",)))
    qtbot.waitUntil(lambda: not unchecked.session.export.presets.pending)
    assert unchecked.session.export.presets.preset == before
    assert preset_store.load_presets(folders.state / "exports.json").preset(
        str(path)
    ) == ExportPreset(("md",))


def test_a_review_that_gets_its_first_file_keeps_the_places_too(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    press(unchecked, "sample")
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    dialog = asked(qtbot, unchecked)
    go_to(dialog, tmp_path)
    write(dialog)
    written(qtbot, unchecked)
    unchecked.session.files.controller.save_over(tmp_path / "erste.md")
    waited(qtbot, lambda: unchecked.session.document.path == tmp_path / "erste.md")
    unchecked.session.document.edit_text("story", "Danach.", typing=False, boundary=True)
    unchecked.session.window.message_bar.say("")
    press(unchecked, "export_again")
    written(qtbot, unchecked)
    assert "Danach." in (tmp_path / "das-salzarchiv-staffel-2.html").read_text()
