"""Samples of each format that the dialog shows before anything is written."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.export.registry import EXPORT_FORMATS
from editor.gui.export.dialog import ExportDialog
from editor.gui.program import Program
from tests.gui.actions import waited
from tests.gui.export.dialog_driver import asked, choose, front, open_sample, said


def page_text(qtbot: QtBot, dialog: ExportDialog) -> str:
    with qtbot.waitCallback() as told:
        dialog.sample_view.page.evaluate("document.body.innerText", told)
    return str(told.args[0]) if told.args else ""


@pytest.mark.parametrize("format_id", EXPORT_FORMATS)
def test_every_format_can_be_seen(
    unchecked: Program, qtbot: QtBot, tmp_path: Path, format_id: str
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    front(dialog, format_id)
    suffix = EXPORT_FORMATS[format_id].suffix
    if suffix == ".pdf":
        waited(qtbot, lambda: dialog.sample_view.pdf_page_count > 0, timeout=60_000)
    elif suffix in (".html", ".docx", ".odt"):
        waited(qtbot, lambda: "Das Salzarchiv" in page_text(qtbot, dialog))
    else:
        waited(qtbot, lambda: "Das Salzarchiv" in dialog.sample_view.text)
    assert list(tmp_path.glob("salzarchiv*")) == [tmp_path / "salzarchiv.md"]


def test_the_sample_follows_the_choices_and_the_text(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    front(dialog, "bbcode")
    waited(qtbot, lambda: "[HEADING=1]" in dialog.sample_view.text)
    choose(dialog, "dialect", "phpbb")
    waited(qtbot, lambda: "[size=150]" in dialog.sample_view.text)
    unchecked.session.document.edit_text("story", "Nachgetragen.", typing=False, boundary=True)
    waited(qtbot, lambda: "Nachgetragen." in dialog.sample_view.text)


def test_a_broken_theme_is_told_and_the_page_is_shown_all_the_same(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    unchecked.session.export.presets.set_shared_option("theme", "gibt-es-nicht")
    dialog = asked(qtbot, unchecked)
    waited(qtbot, lambda: "„gibt-es-nicht“" in said(dialog))
    waited(qtbot, lambda: "Das Salzarchiv" in page_text(qtbot, dialog))
    unchecked.session.export.presets.set_shared_option("theme", "quiet")
    waited(qtbot, lambda: said(dialog) == "")


def test_an_error_stands_in_the_place_of_the_sample(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    unchecked.session.export.presets.set_preset(
        unchecked.session.export.presets.preset.with_option("bbcode", "dialect", "unbekannt")
    )
    dialog = asked(qtbot, unchecked)
    front(dialog, "bbcode")
    waited(qtbot, lambda: "„unbekannt“ gibt es nicht" in dialog.sample_view.text)
    front(dialog, "txt")
    waited(qtbot, lambda: "Das Salzarchiv" in dialog.sample_view.text)
