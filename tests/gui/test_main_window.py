"""Main window: it opens without LanguageTool, shows what happens, and keeps the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.color_tokens import DARK, LIGHT, ColorTokens
from editor.gui.menus.menu_bar import declarations
from editor.gui.program import Program
from editor.gui.widgets.row_list import RowList
from editor.paths import sample_path
from editor.settings import Folders
from editor.storage import load_save
from tests.gui.actions import (
    answer_file_dialog,
    find,
    kept_settings,
    press,
    section,
    type_into,
    waited,
)
from tests.gui.rows import row_list, row_with


def test_without_languagetool_the_window_works_and_says_what_to_do(
    unchecked: Program, qtbot: QtBot
) -> None:
    offer = find(unchecked, QPushButton, "findings.offer")
    waited(qtbot, offer.isVisible)
    assert "LanguageTool herunterladen (56 MB, etwa zwei Minuten)" in offer.text().replace("&", "")
    type_into(section(unchecked, "story"), "Es geht trotzdem.")
    assert unchecked.session.document.review.text("story") == "Es geht trotzdem."


def test_every_action_has_a_text_and_no_shortcut_twice(qapp: QApplication) -> None:
    texts = [item.text.replace("&", "") for item in declarations()]
    assert all(texts)
    keys = [QKeySequence(item.shortcut) for item in declarations() if item.shortcut is not None]
    assert len({key.toString() for key in keys}) == len(keys)


def test_every_action_is_in_a_menu_and_named(unchecked: Program) -> None:
    shown = {
        a.objectName()
        for menu in unchecked.session.window.menuBar().findChildren(QWidget)
        for a in menu.actions()
    }
    declared_names = {f"action.{item.verb}" for item in declarations()}
    assert declared_names <= shown


def test_every_field_has_an_accessible_name(unchecked: Program) -> None:
    find(unchecked, QWidget, "fact.image")
    prefixes = ("section.", "fact", "rating.", "outline", "findings", "status.", "preview")
    fields = [
        w
        for w in unchecked.session.window.findChildren(QWidget)
        if w.objectName().startswith(prefixes)
        # A curtain is no control: it is there for a moment, and nothing can be done with it.
        and not w.objectName().endswith(("Pane", ".hint", ".text", ".curtain"))
    ]
    assert len(fields) > 35
    assert [w.objectName() for w in fields if not w.accessibleName()] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *(("ink", "paper"), ("ink", "background"), ("soft_ink", "paper"), ("ink", "chip")),
        *(("soft_ink", "background"), ("accent", "accent_ground"), ("on_accent", "accent")),
        *(("spelling", "paper"), ("grammar", "paper"), ("style", "paper"), ("good", "background")),
        *(("spelling", "background"), ("style", "background"), ("on_accent", "spelling")),
    ],
)
def test_text_has_the_contrast_of_wcag_aa(tokens: ColorTokens, ink: str, ground: str) -> None:
    assert contrast(QColor(getattr(tokens, ink)), QColor(getattr(tokens, ground))) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: QColor) -> float:
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_outline_says_what_each_section_has(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.files.controller.load(sample_path())
    outline = row_list(unchecked, "outline")
    waited(qtbot, lambda: "18 / 23" in row(outline, "Angaben"))
    assert "★ 7,5" in row(outline, "Story")
    waited(qtbot, lambda: "64" in row(outline, "Einleitung"))


def row(outline: RowList, label: str) -> str:
    found = row_with(outline, label)
    spoken = found.data(Qt.ItemDataRole.AccessibleTextRole)
    return f"{spoken} {found.data(Qt.ItemDataRole.UserRole + 1)}"


def test_outline_jumps(unchecked: Program) -> None:
    outline = row_list(unchecked, "outline")
    outline.current_row = len(outline.rows) - 1
    outline.activated.emit(outline.currentIndex())
    assert section(unchecked, "verdict").hasFocus()


def test_numbers_follow_the_text(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Drei")
    label = find(unchecked, QLabel, "status.numbers")
    waited(qtbot, lambda: label.text().startswith("1 Wort ·"))
    type_into(section(unchecked, "story"), " **kurze** Wörter.")
    waited(qtbot, lambda: label.text().startswith("3 Wörter"))
    assert label.accessibleName() == label.text()
    assert label.accessibleDescription() == "Umfang und Lesbarkeit"


def test_save_asks_for_a_place_and_then_knows_it(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    type_into(section(unchecked, "story"), "Gesichert.")
    assert unchecked.session.window.isWindowModified()
    target = tmp_path / "meine rezension.md"
    press(unchecked, "save")
    answer_file_dialog(qtbot, unchecked, target)
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert load_save.load_review(target).review.text("story") == "Gesichert."
    assert find(unchecked, QLabel, "status.saved").accessibleName().startswith("Gesichert um")
    type_into(section(unchecked, "story"), " Mehr.")
    press(unchecked, "save")
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert "Mehr." in target.read_text("utf-8")


def test_file_that_cannot_be_read_is_one_sentence_and_nothing_is_lost(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    bad = tmp_path / "bild.md"
    bad.write_bytes(picture)
    type_into(section(unchecked, "story"), "Bleibt.")
    unchecked.session.files.controller.load(bad)
    box = waited(qtbot, lambda: unchecked.session.window.findChild(QMessageBox, "dialog.problem"))
    assert "kein Text in UTF-8" in box.text()
    box.close()
    assert unchecked.session.document.review.text("story") == "Bleibt."
    assert bad.read_bytes() == picture


@pytest.mark.parametrize(("answer", "closes"), [("&Verwerfen", True), ("&Abbrechen", False)])
def test_closing_asks_about_unsaved_changes(
    unchecked: Program, qtbot: QtBot, answer: str, closes: bool
) -> None:
    type_into(section(unchecked, "story"), "Ungesichert.")
    unchecked.session.window.close()
    box = waited(qtbot, lambda: unchecked.session.window.findChild(QMessageBox, "dialog.unsaved"))
    next(button for button in box.buttons() if button.text() == answer).click()
    waited(qtbot, lambda: unchecked.session.window.isVisible() != closes)
    assert unchecked.session.document.review.text("story") == "Ungesichert."


def test_window_without_changes_closes_at_once(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.window.close()
    waited(qtbot, lambda: not unchecked.session.window.isVisible())


def test_closing_can_save_first(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    type_into(section(unchecked, "story"), "Noch schnell.")
    unchecked.session.window.close()
    box = waited(qtbot, lambda: unchecked.session.window.findChild(QMessageBox, "dialog.unsaved"))
    next(button for button in box.buttons() if button.text() == "&Sichern").click()
    target = tmp_path / "ende.md"
    answer_file_dialog(qtbot, unchecked, target)
    waited(qtbot, lambda: not unchecked.session.window.isVisible())
    assert "Noch schnell." in target.read_text("utf-8")


def test_film_form_has_no_season(unchecked: Program) -> None:
    press(unchecked, "new_film")
    assert unchecked.session.window.findChild(QWidget, "fact.season") is None
    type_into(section(unchecked, "story"), "Ein Film.")
    assert unchecked.session.document.review.form_id == "film"


def test_choices_are_kept_for_the_next_time(
    unchecked: Program, folders: Folders, qtbot: QtBot
) -> None:
    press(unchecked, "theme_dark")
    press(unchecked, "variant_de_ch")
    press(unchecked, "preview")
    press(unchecked, "text_larger")
    settings = kept_settings(qtbot, unchecked, folders)
    assert (settings.theme, settings.variant, settings.preview_visible) == ("dark", "de-CH", False)
    assert settings.text_size > 0
    assert not unchecked.session.window.preview_pane.isVisible()
    press(unchecked, "preview")
    assert unchecked.session.window.preview_pane.isVisible()


def test_dark_is_dark(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "theme_dark")
    image = unchecked.session.window.form.grab().toImage()
    assert image.pixelColor(3, image.height() - 3).lightness() < 60
    press(unchecked, "theme_light")
    image = unchecked.session.window.form.grab().toImage()
    assert image.pixelColor(3, image.height() - 3).lightness() > 200


def test_zoom_key_changes_the_text_only(unchecked: Program) -> None:
    story = section(unchecked, "story")
    before = story.font().pointSizeF()
    QTest.keySequence(unchecked.session.window, unchecked.session.actions["text_larger"].shortcut())
    assert story.font().pointSizeF() > before
    press(unchecked, "text_normal")
    assert story.font().pointSizeF() == before


def test_no_menu_has_a_mnemonic_twice(unchecked: Program) -> None:
    clashes = []
    for menu in unchecked.session.window.menuBar().findChildren(QMenu):
        letters = [mnemonic(action.text()) for action in menu.actions() if "&" in action.text()]
        clashes += [(menu.title(), letter) for letter in letters if letters.count(letter) > 1]
    assert clashes == []


def mnemonic(text: str) -> str:
    return text[text.index("&") + 1].casefold()


class LayoutRequests(QObject):
    """Counts how often a widget asks to be laid out anew."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_window_at_rest_lays_nothing_out(unchecked: Program, qtbot: QtBot) -> None:
    """A layout that asks for the next one uses a core, and keeps GTK's dialogs from being drawn."""
    window = unchecked.session.window
    window.message_bar.insist("Ein Satz, der stehen bleibt. " * 5, "Ein Knopf")
    waited(qtbot, window.message_bar.isVisible)
    requests = LayoutRequests()
    widgets = (window, *window.findChildren(QWidget))
    for widget in widgets:
        widget.installEventFilter(requests)
    for _ in range(10):
        requests.count = 0
        qtbot.wait(100)
        if requests.count < 20:
            break
    for widget in widgets:
        widget.removeEventFilter(requests)
    assert requests.count < 20, "in a tenth of a second"
