"""Command palette: commands are found by a few letters, run with Enter, and read aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from editor.gui.menus.menu_bar import declarations
from editor.gui.program import Program
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.widgets.list_delegate import ItemRole
from editor.gui.workspace.command_palette import CommandPalette
from editor.gui.workspace.commands import Command, places, ranked
from editor.gui.workspace.fuzzy import score
from editor.review.casefold import fold_case
from editor.settings import Folders
from tests.gui.actions import find, kept_settings, press, section


def command(name: str, text: str, place: str = "", *, enabled: bool = True) -> Command:
    return Command(name, text, place, lambda: None, reason="" if enabled else "Nicht hier.")


def names(editor: Program) -> list[str]:
    rows = find(editor, QListWidget, "palette.list")
    return [rows.item(row).text() for row in range(rows.count())]


def field(editor: Program) -> QLineEdit:
    return find(editor, QLineEdit, "palette.field")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("uber", "Über Rezensent"),
        ("ueber", "Über Rezensent"),
        ("ÜBER", "Über Rezensent"),
        ("neue", "Neue Filmrezension"),
        ("nf", "Neue Filmrezension"),
        ("film neu", "Neue Filmrezension"),
        ("grosse", "Text in normaler Größe"),
        ("", "alles"),
    ],
)
def test_query_fits(query: str, text: str) -> None:
    assert score(query, text) is not None


@pytest.mark.parametrize(
    ("query", "text"), [("xyz", "Sichern"), ("film x", "Neue Filmrezension"), ("nes", "Sichern")]
)
def test_query_does_not_fit(query: str, text: str) -> None:
    assert score(query, text) is None


def test_folded_text_has_neither_case_nor_diacritics() -> None:
    assert fold_case("Übergröße Émile") == "ubergrosse emile"


def test_start_of_a_word_comes_before_its_inside_and_that_before_scattered_letters() -> None:
    found = ranked(
        [command("c", "s-i-c-h"), command("b", "Absichern"), command("a", "Sichern")], "sich", ()
    )
    assert [c.id for c in found] == ["a", "b", "c"]


def test_name_comes_before_menu_and_disabled_comes_last() -> None:
    found = ranked(
        [
            command("place", "Anders", "Format"),
            command("off", "Format", enabled=False),
            command("name", "Ein Format"),
        ],
        "format",
        (),
    )
    assert [c.id for c in found] == ["name", "place", "off"]


def test_lately_used_comes_first() -> None:
    commands = [command("a", "Eins"), command("b", "Zwei"), command("c", "Zwo")]
    assert [c.id for c in ranked(commands, "", ("c", "b"))] == ["c", "b", "a"]
    assert [c.id for c in ranked(commands, "zw", ("c",))] == ["c", "b"]


def test_every_action_and_every_section_is_in_the_list(unchecked: Program) -> None:
    press(unchecked, "palette")
    assert len(places()) == len(declarations())
    parts = (
        1
        + len(unchecked.session.window.form.visible_sections)
        + len(unchecked.session.document.form.facts)
    )
    assert len(names(unchecked)) == len(declarations()) + parts
    assert "Abschnitt: Story" in names(unchecked)
    assert "Angaben" in names(unchecked)


def test_typing_finds_and_enter_runs(unchecked: Program, qtbot: QtBot, folders: Folders) -> None:
    QTest.keySequence(unchecked.session.window, unchecked.session.actions["palette"].shortcut())
    QTest.keyClicks(field(unchecked), "dunkel")
    assert names(unchecked)[0] == "Dunkel"
    QTest.keyClick(field(unchecked), Qt.Key.Key_Return)
    assert not field(unchecked).isVisible()
    settings = kept_settings(qtbot, unchecked, folders)
    assert settings.theme == "dark"
    assert settings.commands == ("action.theme_dark",)
    press(unchecked, "palette")
    assert names(unchecked)[0].startswith("Dunkel")


def test_list_jumps_to_a_section(unchecked: Program) -> None:
    press(unchecked, "palette")
    QTest.keyClicks(field(unchecked), "darst")
    QTest.keyClick(field(unchecked), Qt.Key.Key_Return)
    assert section(unchecked, "cast").hasFocus()


def test_list_jumps_to_a_fact(unchecked: Program) -> None:
    press(unchecked, "palette")
    QTest.keyClicks(field(unchecked), "Besetzung")
    assert names(unchecked)[0] == "Angabe: Besetzung"
    QTest.keyClick(field(unchecked), Qt.Key.Key_Return)
    assert find(unchecked, ChipEdit, "fact.cast").line.hasFocus()


def test_escape_closes_and_runs_nothing(unchecked: Program) -> None:
    before = unchecked.settings
    press(unchecked, "palette")
    QTest.keyClicks(field(unchecked), "dunkel")
    QTest.keyClick(field(unchecked), Qt.Key.Key_Escape)
    assert not field(unchecked).isVisible()
    assert unchecked.settings == before


def test_disabled_command_is_grey_and_skipped(unchecked: Program) -> None:
    press(unchecked, "palette")
    rows = find(unchecked, QListWidget, "palette.list")
    QTest.keyClicks(field(unchecked), "ruckgangig")
    assert names(unchecked) == ["Rückgängig"]
    assert rows.item(0).data(ItemRole.QUIET)
    assert rows.currentItem() is None
    QTest.keyClick(field(unchecked), Qt.Key.Key_Return)
    assert field(unchecked).isVisible()


def test_arrows_move_and_stay_in_the_list(unchecked: Program) -> None:
    press(unchecked, "palette")
    rows = find(unchecked, QListWidget, "palette.list")
    QTest.keyClick(field(unchecked), Qt.Key.Key_Up)
    assert rows.currentRow() == 0
    QTest.keyClick(field(unchecked), Qt.Key.Key_Down)
    assert rows.currentRow() == 1
    for _ in range(30):
        QTest.keyClick(field(unchecked), Qt.Key.Key_PageDown)
    assert rows.currentRow() >= rows.count() - 2


def test_selection_is_read_aloud_once_for_each_key(
    unchecked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "editor.gui.workspace.command_palette.announce", lambda _, text: said.append(text)
    )
    press(unchecked, "palette")
    rows = find(unchecked, QListWidget, "palette.list")
    first = rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert field(unchecked).accessibleName()
    assert field(unchecked).accessibleDescription() == first
    assert said == []
    QTest.keyClicks(field(unchecked), "sichern")
    assert len(said) == len("sichern")
    assert said[-1].startswith("Sichern, Datei, ")
    QTest.keyClick(field(unchecked), Qt.Key.Key_Down)
    assert said[-1] == rows.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert len(said) == len("sichern") + 1
    QTest.keyClicks(field(unchecked), "xyz")
    assert said[-1] == "Kein Befehl passt dazu."


def test_palette_is_as_high_as_what_it_lists(unchecked: Program) -> None:
    press(unchecked, "palette")
    rows = find(unchecked, QListWidget, "palette.list")
    palette = find(unchecked, CommandPalette, "palette")
    whole = palette.height()
    QTest.keyClicks(field(unchecked), "sichern")
    assert 0 < rows.count() < 8
    row = rows.sizeHintForRow(0)
    assert 0 <= rows.height() - rows.count() * row < row / 4
    QTest.keyClicks(field(unchecked), "xyz")
    assert rows.isHidden()
    assert palette.height() < whole / 4
    field(unchecked).clear()
    assert abs(palette.height() - whole) < row / 4
    palette.close()
