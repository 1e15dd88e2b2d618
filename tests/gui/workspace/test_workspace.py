"""Workspace: recent reviews, last session, printing, help, licences, zoom."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QMessageBox, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from editor import __version__
from editor.cli import main
from editor.gui.program import Program
from editor.gui.web.page_view import PageView
from editor.gui.workspace.help_window import topic
from editor.gui.workspace.licences import components, programs
from editor.paths import resource, sample_path
from editor.settings import Folders, Settings, save_settings
from tests.gui.actions import find, kept_settings, press, section, type_into, waited
from tests.gui.conftest import close, opened


@pytest.fixture
def review(tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_path(), tmp_path / "Rock & Rolle.md"))


def load(qtbot: QtBot, editor: Program, path: Path) -> None:
    editor.session.files.controller.load(path)
    waited(qtbot, lambda: editor.session.document.path == path)


def recent(editor: Program) -> list[QAction]:
    actions = find(editor, QMenu, "menu.recent").actions()
    return [a for a in actions if a.objectName().removeprefix("recent.").isdecimal()]


# -- recent reviews -------------------------------------------------------------------------------


def test_opened_review_is_in_the_menu_of_recent_files(unchecked: Program, qtbot: QtBot) -> None:
    menu = find(unchecked, QMenu, "menu.recent")
    assert not menu.isEnabled()
    folder = unchecked.session.actions["open"].associatedObjects()
    assert any(menu.menuAction() in m.actions() for m in folder if isinstance(m, QMenu))


def test_newest_comes_first_and_is_opened_by_its_entry(
    unchecked: Program, qtbot: QtBot, review: Path, folders: Folders
) -> None:
    other = Path(shutil.copy(review, review.with_name("andere.md")))
    load(qtbot, unchecked, review)
    load(qtbot, unchecked, other)
    texts = [action.text() for action in recent(unchecked)]
    assert texts[0].startswith("&1  andere.md")
    assert texts[1].startswith("&2  Rock && Rolle.md")
    recent(unchecked)[1].trigger()
    waited(qtbot, lambda: unchecked.session.document.path == review)
    assert kept_settings(qtbot, unchecked, folders).recent == (str(review), str(other))


def test_entry_asks_about_unsaved_changes(unchecked: Program, qtbot: QtBot, review: Path) -> None:
    load(qtbot, unchecked, review)
    press(unchecked, "new_film")
    type_into(section(unchecked, "story"), "Ungesichert.")
    recent(unchecked)[0].trigger()
    box = waited(qtbot, lambda: unchecked.session.window.findChild(QMessageBox, "dialog.unsaved"))
    box.close()
    assert unchecked.session.document.review.text("story") == "Ungesichert."


def test_missing_one_says_why_and_can_be_removed(
    unchecked: Program, qtbot: QtBot, review: Path
) -> None:
    other = Path(shutil.copy(review, review.with_name("andere.md")))
    load(qtbot, unchecked, review)
    load(qtbot, unchecked, other)
    review.unlink()
    menu = find(unchecked, QMenu, "menu.recent")
    menu.aboutToShow.emit()
    waited(qtbot, lambda: "nicht mehr vorhanden" in recent(unchecked)[1].text())
    assert "nicht mehr vorhanden" in recent(unchecked)[1].toolTip()
    kept: list[tuple[str, ...]] = []
    unchecked.settings_store.changed.connect(lambda _, now: kept.append(now.recent))
    entry(menu, "forget").trigger()
    entry(menu, "clear").trigger()
    assert kept == [(str(other),), ()]
    assert not menu.isEnabled()


def entry(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == f"recent.{name}")


def test_ten_are_kept(unchecked: Program, qtbot: QtBot, review: Path) -> None:
    for number in range(12):
        copy = Path(shutil.copy(review, review.with_name(f"{number}.md")))
        load(qtbot, unchecked, copy)
    assert [Path(name).stem for name in unchecked.settings.recent] == [
        str(number) for number in range(11, 1, -1)
    ]
    assert len(recent(unchecked)) == 10
    assert recent(unchecked)[9].text().startswith("1&0  2.md")


# -- the last session -----------------------------------------------------------------------------


def leave(qtbot: QtBot, editor: Program) -> None:
    editor.session.window.close()
    waited(qtbot, lambda: not editor.session.window.isVisible())
    close(qtbot, editor)


def test_start_restores_the_last_session(
    qtbot: QtBot, qapp: object, folders: Folders, review: Path
) -> None:
    first = opened(qtbot, Program(folders))
    load(qtbot, first, review)
    first.session.window.form.go_to("effects", 7)
    leave(qtbot, first)
    second = opened(qtbot, Program(folders))
    waited(qtbot, lambda: second.session.document.path == review)
    waited(qtbot, section(second, "effects").hasFocus)
    assert section(second, "effects").selection() == (7, 7)
    assert not second.session.document.dirty
    close(qtbot, second)


@pytest.mark.parametrize("kept", [{"path": 3}, {"section": "story"}, {}])
def test_without_a_session_there_is_the_empty_form(
    qtbot: QtBot, qapp: object, folders: Folders, kept: dict[str, object]
) -> None:
    save_settings(folders.config, Settings(session=kept))
    editor = opened(qtbot, Program(folders))
    assert editor.session.document.path is None
    assert editor.session.document.review.title == ""
    assert find(editor, QLineEdit, "fact.title").hasFocus()
    close(qtbot, editor)


@pytest.mark.parametrize("place", [{"section": "weg", "position": 3}, {"section": "story"}])
def test_place_that_is_gone_leads_to_the_first_text(
    qtbot: QtBot, qapp: object, folders: Folders, review: Path, place: dict[str, object]
) -> None:
    save_settings(folders.config, Settings(session={"path": str(review), **place}))
    editor = opened(qtbot, Program(folders))
    waited(qtbot, lambda: editor.session.document.path == review)
    assert editor.session.window.form.current == "introduction"
    close(qtbot, editor)


def test_review_that_is_gone_is_a_notice(
    qtbot: QtBot, qapp: object, folders: Folders, tmp_path: Path
) -> None:
    save_settings(folders.config, Settings(session={"path": str(tmp_path / "weg.md")}))
    editor = Program(folders)
    opened(qtbot, editor)
    waited(qtbot, lambda: "weg.md" in editor.session.window.message_bar.sentence)
    assert editor.session.document.path is None
    assert editor.session.window.findChild(QMessageBox, "dialog.problem") is None
    close(qtbot, editor)


@pytest.mark.parametrize("how", ["setting", "fresh", "sample"])
def test_last_review_stays_closed_when_the_writer_wants_that(
    qtbot: QtBot, qapp: object, folders: Folders, review: Path, how: str
) -> None:
    session = {"path": str(review), "section": "story", "position": 0}
    save_settings(folders.config, Settings(session=session, restore_session=how != "setting"))
    editor = Program(folders)
    with qtbot.waitSignal(editor.session.preview.controller.ready):
        editor.start(fresh=how == "fresh", sample=how == "sample")
    # Whatever the start reads comes before this: the worker of files keeps the order.
    other = Path(shutil.copy(review, review.with_name("probe.md")))
    seen: list[Path | None] = []
    editor.session.document.opened.connect(lambda: seen.append(editor.session.document.path))
    editor.session.files.controller.load(other)
    waited(qtbot, lambda: other in seen)
    assert review not in seen
    close(qtbot, editor)


def test_option_begins_with_the_empty_form() -> None:
    calls: list[tuple[Path | None, bool, bool]] = []

    def window(path: Path | None, sample: bool, fresh: bool) -> int:
        calls.append((path, sample, fresh))
        return 0

    assert main.run(["--new"], window) == 0
    assert main.run([], window) == 0
    assert calls == [(None, False, True), (None, False, False)]


def test_review_begun_meanwhile_is_not_replaced(
    unchecked: Program, qtbot: QtBot, review: Path
) -> None:
    type_into(section(unchecked, "story"), "Schneller als die Platte.")
    unchecked.session.files.controller.loader.bring_back(review, lambda: None)
    with qtbot.waitSignal(unchecked.session.files.controller._worker.idle):
        pass
    assert unchecked.session.document.review.text("story") == "Schneller als die Platte."
    assert unchecked.session.document.path is None


# -- printing and zoom ----------------------------------------------------------------------------


def test_without_a_printer_the_page_opens_as_a_pdf(
    qtbot: QtBot, qapp: object, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    unchecked = opened(qtbot, Program(folders))
    shown: list[QUrl] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)

    def show(url: QUrl) -> bool:
        shown.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    unchecked.session.document.edit_fact("title", "Der Titel: so")
    press(unchecked, "print")
    waited(qtbot, lambda: shown)
    path = Path(shown[0].toLocalFile())
    assert path.name == "der-titel-so.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert "kein Drucker" in unchecked.session.window.message_bar.sentence
    close(qtbot, unchecked)
    assert not path.exists()


def test_each_of_two_prints_in_a_row_is_printed(
    unchecked: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Drucker"])
    told: list[str] = []
    monkeypatch.setattr(
        unchecked.session.window.message_bar, "say", lambda text, *_: told.append(text)
    )
    files = [tmp_path / "eins.pdf", tmp_path / "zwei.pdf"]
    for file in files:
        press(unchecked, "print")
        dialog = waited(qtbot, lambda: unchecked.session.window.findChild(QPrintDialog))
        dialog.printer().setOutputFileName(str(file))
        # Pages are drawn at the printer's resolution, which takes long at its 1,200 dpi.
        dialog.printer().setResolution(72)
        dialog.done(QPrintDialog.DialogCode.Accepted)
        waited(qtbot, lambda: unchecked.session.window.findChild(QPrintDialog) is None)
    waited(qtbot, lambda: len(told) == len(files), timeout=60_000)
    assert set(told) == {"Die Seite ist an den Drucker gesendet."}
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)


def wheel(target: QWidget, delta: int, modifiers: Qt.KeyboardModifier) -> None:
    """Turn the wheel over ``target``, through the window: only that way events travel upwards."""
    place = target.mapTo(target.window(), target.rect().center())
    window = target.window().windowHandle()
    QTest.wheelEvent(window, QPointF(place), QPoint(0, delta), QPoint(), modifiers)


def test_wheel_over_a_section_changes_the_text_size(unchecked: Program) -> None:
    story = section(unchecked, "story")
    unchecked.session.window.form.jump("story")
    before = story.font().pointSizeF()
    wheel(story.viewport(), 120, Qt.KeyboardModifier.NoModifier)
    assert story.font().pointSizeF() == before
    wheel(story.viewport(), 120, Qt.KeyboardModifier.ControlModifier)
    larger = story.font().pointSizeF()
    assert larger > before
    for _ in range(4):
        wheel(story.viewport(), -30, Qt.KeyboardModifier.ControlModifier)
    assert story.font().pointSizeF() < larger


def test_wheel_over_the_preview_changes_the_page_only(
    unchecked: Program, qtbot: QtBot, folders: Folders
) -> None:
    preview = unchecked.session.preview.view
    assert isinstance(preview, PageView)
    page = waited(qtbot, lambda: preview._wheel_target)
    before = section(unchecked, "story").font().pointSizeF()
    wheel(page, 240, Qt.KeyboardModifier.ControlModifier)
    assert kept_settings(qtbot, unchecked, folders).preview_zoom == 120
    assert preview._view.zoomFactor() == pytest.approx(1.2)
    assert section(unchecked, "story").font().pointSizeF() == before
    wheel(page, -12_000, Qt.KeyboardModifier.ControlModifier)
    assert unchecked.settings.preview_zoom == 50


# -- help and licences ----------------------------------------------------------------------------


def help_text(qtbot: QtBot, editor: Program) -> QTextBrowser:
    browser = waited(qtbot, lambda: editor.session.window.findChild(QTextBrowser, "help.text"))
    assert isinstance(browser, QTextBrowser)
    waited(qtbot, browser.isVisible)
    return browser


def first_line(browser: QTextBrowser) -> str:
    # The heading that was gone to stands at the upper edge.
    return browser.cursorForPosition(QPoint(30, 8)).block().text()


@pytest.mark.parametrize(
    ("name", "heading"),
    [("section.story", "Schreiben"), ("fact.title", "Angaben und Wertung")],
)
def test_help_opens_at_the_topic_of_the_focused_widget(
    unchecked: Program, qtbot: QtBot, name: str, heading: str
) -> None:
    find(unchecked, QWidget, name).setFocus()
    QTest.keySequence(unchecked.session.window, unchecked.session.actions["help"].shortcut())
    assert first_line(help_text(qtbot, unchecked)) == heading


def test_help_lists_the_keys_as_they_are(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.settings_store.change(shortcuts={"focus_mode": "Ctrl+F9", "palette": ""})
    press(unchecked, "help")
    text = help_text(qtbot, unchecked).toPlainText()
    assert text.count("Strg+F9") == 2
    assert "„Befehl suchen“ findet" in text
    assert "{" not in text
    assert "Sichern\nStrg+S\n" in text


def test_help_says_where_everything_is(unchecked: Program, qtbot: QtBot, folders: Folders) -> None:
    press(unchecked, "help")
    text = help_text(qtbot, unchecked).toPlainText()
    for folder in (folders.config, folders.data, folders.cache, folders.state):
        assert str(folder) in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_help_has_a_part_for_every_place_and_names_actions_that_exist(
    unchecked: Program, language: str
) -> None:
    text = resource("help", f"{language}.md").read_text("utf-8")
    parts_of_it = set(re.findall(r"^## .*\{#(\w+)\}$", text, re.MULTILINE))
    assert parts_of_it == {
        *("start", "writing", "facts", "checking", "style", "preview", "versions"),
        *("importing", "searching", "outline", "keyboard", "privacy"),
        *("installation", "experts", "keys"),
    }
    folders = {"config_folder", "data_folder", "cache_folder", "state_folder"}
    names = set(re.findall(r"\{(\w+)\}", text))
    assert folders <= names
    assert names - folders <= set(unchecked.session.actions.verbs)
    places = {"findings": "checking", "repetitions": "style", "preview": "preview"}
    for name, part in (places | {"outline": "outline"}).items():
        assert topic(find(unchecked, QWidget, name)) == part
    assert topic(unchecked.session.window) == ""


def test_about_names_version_and_licences(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "about")
    waited(qtbot, lambda: unchecked.session.window.findChild(QDialog, "dialog.about"))
    text = find(unchecked, QTextBrowser, "about.text").toPlainText()
    assert f"Rezensent {__version__}" in text
    assert "Art der Installation: aus dem Quelltext" in text
    for name in ("LanguageTool", "OpenJDK (Temurin)", "PySide6", "Jinja2"):
        assert name in text


def test_about_is_shown_once_and_forgotten(unchecked: Program, qtbot: QtBot) -> None:
    def dialogs() -> list[QDialog]:
        return unchecked.session.window.findChildren(QDialog, "dialog.about")

    press(unchecked, "about")
    press(unchecked, "about")
    qtbot.waitUntil(lambda: not unchecked.session.workspace.about._worker.busy)
    assert len(dialogs()) == 1
    press(unchecked, "about")
    qtbot.waitUntil(lambda: not unchecked.session.workspace.about._worker.busy)
    assert len(dialogs()) == 1
    dialogs()[0].reject()
    qtbot.waitUntil(lambda: not dialogs())
    press(unchecked, "about")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_every_part_has_a_licence() -> None:
    found = (*programs(), *components())
    assert [part.name for part in found if not part.licence] == []
    licences = {part.name: part.licence for part in found}
    assert licences["LanguageTool"] == "LGPL-2.1"
    assert licences["wordfreq (word frequencies)"] == "CC-BY-SA-4.0"
    assert [name for name, licence in licences.items() if "Proprietary" in licence] == []
    assert "requests" in {part.name for part in found}


def test_licences_are_known_without_metadata() -> None:
    assert {part.name for part in components("gibt-es-nicht")} >= {"PySide6", "nh3", "jgo"}
