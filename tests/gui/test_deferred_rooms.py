"""Rooms that are built after the first paint: early actions, settings, what is open then."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.export.jobs.preset import ExportPreset
from editor.gui.program import Program
from editor.paths import sample_path
from editor.settings import Folders
from tests.gui.actions import evaluate, exposed, waited
from tests.gui.conftest import close


@pytest.fixture
def unpainted(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Program]:
    """A program whose window is not shown yet."""
    program = Program(folders)
    yield program
    close(qtbot, program)


def test_program_without_deferred_rooms_ends(unpainted: Program) -> None:
    assert len(unpainted.session.rooms) == 6


def test_first_paint_builds_all_rooms_and_starts_languagetool(
    unpainted: Program, qtbot: QtBot
) -> None:
    unpainted.start(fresh=True)
    exposed(qtbot, unpainted.session.window)
    qtbot.waitUntil(lambda: len(unpainted.session.rooms) == 15)
    qtbot.waitUntil(lambda: unpainted.session.preview.view is not None)
    qtbot.waitUntil(lambda: unpainted.engine.state is not None)


def test_preview_begins_at_the_place_of_the_writer(unpainted: Program, qtbot: QtBot) -> None:
    unpainted.start(fresh=True)
    session = unpainted.session
    for key in ("story", "verdict"):
        session.document.edit_text(key, "Absatz.\n\n" * 60, typing=False, boundary=True)
    session.window.form.jump("verdict")
    exposed(qtbot, session.window)
    waited(qtbot, lambda: session.preview.view)
    waited(qtbot, lambda: evaluate(qtbot, unpainted, "window.scrollY > 500"))


def test_action_builds_its_room_when_it_comes_before_the_first_paint(unpainted: Program) -> None:
    unpainted.session.actions["find"].trigger()
    assert len(unpainted.session.rooms) == 15
    assert unpainted.session.search.find_bar.isVisibleTo(unpainted.session.window)


def test_every_action_has_a_slot(unpainted: Program) -> None:
    session = unpainted.session
    slots = {verb for room in (session.proofing, *session.rooms) for verb in room.slots()}
    # The session asks the program for windows itself.
    assert slots | {"new_window", "quit"} == set(session.actions.verbs)


def test_settings_and_theme_reach_rooms_that_are_built_later(unpainted: Program) -> None:
    session = unpainted.session
    session.actions["theme_dark"].trigger()
    session.actions["variant_de_at"].trigger()
    assert len(session.rooms) == 6
    assert session.proofing.check_service.options().variant == "de-AT"
    assert session.window.theme.scheme == "dark"
    assert session.actions["variant_de_at"].isChecked()


def test_export_presets_that_are_built_later_know_the_open_file(
    unpainted: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    session, file = unpainted.session, tmp_path / "film.md"
    file.write_text(sample_path().read_text("utf-8"), "utf-8")
    with qtbot.waitSignal(session.document.opened):
        session.files.controller.load(file)
    preset = ExportPreset().with_option("html", "contents", True)
    session.export.presets.set_preset_for(file, preset)
    assert session.export.presets.preset == preset


def test_text_that_was_written_before_its_check_is_built_is_checked(
    editor: Program, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: editor.engine.state is not None)
    second = editor.open_session()
    second.document.edit_text("story", "Das ist ein Feler.", typing=False, boundary=True)
    qtbot.waitUntil(lambda: bool(second.proofing.check_service.findings.get("story")))


def test_import_of_the_program_imports_no_room_that_is_built_later() -> None:
    modules = _imported_by_the_program()
    rooms = {name.split(".")[-2] for name in modules if name.endswith(".room")}
    assert rooms == {"gui", "files", "form", "overview", "settings", "welcome"}


def test_import_of_the_program_imports_no_check_of_a_text() -> None:
    assert (
        not {
            *("editor.proofing.review_checker", "editor.proofing.checked_text"),
            *("editor.proofing.own_rules", "editor.proofing.name_grammar"),
        }
        & _imported_by_the_program()
    )


def _imported_by_the_program() -> set[str]:
    program = (
        "import sys, editor.gui.program;print(*[m for m in sys.modules if m.startswith('editor.')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(result.stdout.split())
