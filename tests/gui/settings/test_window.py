"""The window of settings: every setting by its control, with real events, down to the disk."""

import errno
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFontComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.settings.catalogue import catalogue
from editor.gui.settings.setting import Setting, StyleRuleSetting
from editor.gui.settings.window import SettingsWindow
from editor.proofing.dictionary import change_words, load_words, read_words
from editor.proofing.style import StyleChoice, StyleOptions
from editor.settings import (
    Folders,
    Settings,
    declared_settings,
    load_settings,
    number_range,
    save_settings,
)
from editor.settings.declaration import DialogSetting, SettingGroup
from tests.gui.actions import (
    Found,
    answer_file_dialog,
    kept_settings,
    press,
    section,
    type_into,
    waited,
)
from tests.gui.conftest import close, opened

DIRECT = [item for item in catalogue() if not isinstance(item.kind, DialogSetting)]
BY_KEY = {item.key: item for item in catalogue()}


@pytest.fixture
def window(unchecked: Program, qtbot: QtBot) -> SettingsWindow:
    return asked(qtbot, unchecked)


def asked(qtbot: QtBot, editor: Program) -> SettingsWindow:
    press(editor, "settings")
    shown = editor.session.window.findChild(SettingsWindow)
    assert isinstance(shown, SettingsWindow)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def inside(window: QWidget, kind: type[Found], name: str) -> Found:
    widget = window.findChild(kind, name)
    assert widget is not None, name
    return widget


def search(window: SettingsWindow, text: str) -> None:
    field = inside(window, QLineEdit, "settings.search")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    type_into(field, text)


def bring(window: SettingsWindow, setting: Setting) -> None:
    """Make the setting's row visible, as a person does who looks for it."""
    groups = inside(window, QListWidget, "settings.groups")
    rows = [groups.item(row).text() for row in range(groups.count())]
    place = groups.visualItemRect(groups.item(rows.index(setting.group.title))).center()
    QTest.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=place)


def row_of(label: QLabel) -> QWidget:
    row = label.parentWidget()
    assert row is not None
    return row


def shown_settings(window: SettingsWindow) -> list[str]:
    return [
        item.key
        for item in catalogue()
        if row_of(inside(window, QLabel, f"setting.{item.key}.default")).isVisible()
    ]


def click(widget: QWidget) -> None:
    # A check box listens at its mark and its label, not in the space behind them.
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, widget.height() // 2))


def choose(widget: QWidget) -> None:
    """Choose something else with the control ``widget``, by keys or by the mouse."""
    if isinstance(widget, QCheckBox):
        click(widget)
    elif isinstance(widget, QLineEdit):
        type_into(widget, "Maren Öl")
    elif isinstance(widget, QComboBox):
        widget.setFocus()
        at_end = widget.currentIndex() == widget.count() - 1
        QTest.keyClick(widget, Qt.Key.Key_Up if at_end else Qt.Key.Key_Down)
    elif isinstance(widget, QSpinBox):
        widget.setFocus()
        widget.selectAll()
        QTest.keyClicks(widget, str(widget.maximum() - 1))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    else:
        pytest.fail(f"{widget.objectName()} is no control that this test knows")


def test_every_declared_setting_is_in_the_window_once() -> None:
    named = [item.key for item in catalogue() if not isinstance(item.kind, StyleRuleSetting)]
    assert len(named) == len(set(named))
    fields_shown = {item.field for item in catalogue()}
    # The rules of the style are in the window one by one; their field declares no single setting.
    assert fields_shown == {name for name, _ in declared_settings()} | {"style_rules"}


def test_every_setting_says_in_a_sentence_what_it_does(qapp: QApplication) -> None:
    for item in catalogue():
        assert item.label, item.key
        assert item.description[-1] in ".!?", item.description
        assert item.format(item.default), item.key
    groups = [item.group for item in catalogue()]
    assert groups == sorted(groups, key=list(SettingGroup).index)


def test_every_control_applies_at_once_reaches_the_disk_and_goes_back(
    unchecked: Program, window: SettingsWindow, folders: Folders, qtbot: QtBot
) -> None:
    for setting in DIRECT:
        bring(window, setting)
        control = inside(window, QWidget, f"setting.{setting.key}")
        reset = inside(window, QPushButton, f"setting.{setting.key}.reset")
        said = inside(window, QLabel, f"setting.{setting.key}.default")
        assert control.isVisible(), setting.key
        assert (control.accessibleName(), control.accessibleDescription()) == (
            setting.label,
            setting.description,
        )
        assert not reset.isVisible(), setting.key
        assert "Vorgabe" not in said.text(), setting.key
        choose(control)
        chosen = setting.value(unchecked.settings)
        assert chosen != setting.default, setting.key
        assert setting.value(kept_settings(qtbot, unchecked, folders)) == chosen
        assert reset.isVisible(), setting.key
        assert "Vorgabe: " in said.text(), setting.key
        reset.setFocus()
        QTest.keyClick(reset, Qt.Key.Key_Space)
        assert setting.value(unchecked.settings) == setting.default, setting.key
        assert not reset.isVisible(), setting.key
        assert "Vorgabe" not in said.text(), setting.key
        assert control.hasFocus(), setting.key
        assert setting.value(kept_settings(qtbot, unchecked, folders)) == setting.default


def test_one_after_the_other_all_are_chosen(
    unchecked: Program, window: SettingsWindow, folders: Folders, qtbot: QtBot
) -> None:
    for setting in DIRECT:
        bring(window, setting)
        choose(inside(window, QWidget, f"setting.{setting.key}"))
    kept = kept_settings(qtbot, unchecked, folders)
    assert kept == unchecked.settings
    assert [item.key for item in DIRECT if item.value(kept) == item.default] == []


def test_threshold_of_a_rule_is_typed(unchecked: Program, window: SettingsWindow) -> None:
    bring(window, BY_KEY["style_rules.long_sentences"])
    box = inside(window, QSpinBox, "setting.style_rules.long_sentences.threshold")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "25")
    QTest.keyClick(box, Qt.Key.Key_Return)
    style = StyleOptions.of(unchecked.settings.style_rules)
    assert style == StyleOptions().choose("long_sentences", StyleChoice(on=True, threshold=25))
    assert window.isVisible()


def test_text_size_steps_down_to_the_one_that_fits(
    unchecked: Program, window: SettingsWindow
) -> None:
    bring(window, BY_KEY["text_size"])
    box = inside(window, QSpinBox, "setting.text_size")
    assert box.text() == "passend zum Bildschirm"
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert unchecked.settings.text_size == number_range("text_size")[0]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert unchecked.settings.text_size == 0


def test_window_follows_what_is_chosen_in_the_menu(
    unchecked: Program, window: SettingsWindow
) -> None:
    press(unchecked, "theme_dark")
    assert inside(window, QComboBox, "setting.theme").currentText() == "Dunkel"
    press(unchecked, "picky")
    assert inside(window, QCheckBox, "setting.picky").isChecked()
    bring(window, BY_KEY["variant"])
    combo = inside(window, QComboBox, "setting.variant")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert unchecked.session.actions["variant_de_at"].isChecked()


def test_search_finds_labels_sentences_and_options(window: SettingsWindow) -> None:
    search(window, "zeilenabst")
    assert shown_settings(window) == ["line_height"]
    search(window, "STREITEN regeln")
    assert shown_settings(window) == ["picky"]
    search(window, "schweiz")
    assert shown_settings(window) == ["quotes", "variant"]
    empty = inside(window, QLabel, "settings.empty")
    assert not empty.isVisible()
    search(window, "xyzzy")
    assert shown_settings(window) == []
    assert empty.isVisible()
    assert "„xyzzy“" in empty.text()
    search(window, "")
    first = [item.key for item in catalogue() if item.group is SettingGroup.WRITING]
    assert shown_settings(window) == first


def test_group_ends_the_search(window: SettingsWindow) -> None:
    search(window, "zeile")
    bring(window, BY_KEY["variant"])
    assert inside(window, QLineEdit, "settings.search").text() == ""
    checking = [item.key for item in catalogue() if item.group is SettingGroup.CHECKING]
    assert shown_settings(window) == checking


def test_tab_key_reaches_every_control(window: SettingsWindow) -> None:
    groups = inside(window, QListWidget, "settings.groups")
    reached: set[str] = set()
    for row in range(groups.count()):
        groups.setCurrentRow(row)
        inside(window, QLineEdit, "settings.search").setFocus()
        for _ in range(60):
            widget = QApplication.focusWidget()
            assert widget is not None
            reached.add(widget.objectName())
            assert widget.accessibleName() or isinstance(widget, (QCheckBox, QPushButton))
            QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert {f"setting.{item.key}" for item in catalogue()} <= reached
    assert {"settings.groups", "settings.close", "dictionary.word", "dictionary.words"} <= reached


def test_escape_closes_and_the_next_time_it_is_the_same_window(
    unchecked: Program, window: SettingsWindow, qtbot: QtBot
) -> None:
    assert not window.isModal()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert asked(qtbot, unchecked) is window
    assert inside(window, QLineEdit, "settings.search").hasFocus()


def test_every_opening_begins_with_the_search(
    unchecked: Program, window: SettingsWindow, qtbot: QtBot
) -> None:
    field = inside(window, QLineEdit, "settings.search")
    search(window, "zeile")
    found = shown_settings(window)
    inside(window, QPushButton, "settings.close").setFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert asked(qtbot, unchecked) is window
    assert field.hasFocus()
    assert field.selectedText() == "zeile"
    assert shown_settings(window) == found


def test_groups_come_after_the_search_and_leave_it_alone(window: SettingsWindow) -> None:
    field = inside(window, QLineEdit, "settings.search")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert inside(window, QListWidget, "settings.groups").hasFocus()
    search(window, "zeile")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName().startswith("setting.")
    assert field.text() == "zeile"


def test_wheel_that_passes_by_changes_nothing(unchecked: Program, window: SettingsWindow) -> None:
    bring(window, BY_KEY["text_width"])
    at, down, none = QPointF(5, 5), QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    for key in ("text_width", "theme", "text_font"):
        box = inside(window, QWidget, f"setting.{key}")
        event = QWheelEvent(
            at,
            box.mapToGlobal(at),
            QPoint(),
            down,
            Qt.MouseButton.NoButton,
            none,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, event)
    assert unchecked.settings == Settings()


def test_name_begins_the_next_review(unchecked: Program, window: SettingsWindow) -> None:
    type_into(inside(window, QLineEdit, "setting.author"), "Maren Falk")
    press(unchecked, "new_film")
    assert unchecked.session.document.review.fact("author") == "Maren Falk"


def test_look_of_the_text_follows_at_once(unchecked: Program, window: SettingsWindow) -> None:
    editor = section(unchecked, "story")
    type_into(editor, "Das ist ein Satz.\nUnd noch einer.")
    before = editor.height()
    unchecked.settings_store.change(line_height=250)
    assert editor.height() > before * 1.3
    bring(window, BY_KEY["text_font"])
    box = inside(window, QFontComboBox, "setting.text_font")
    box.setFocus()
    before_family = box.currentText()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert box.currentText() != before_family
    assert unchecked.settings.text_font == box.currentText()
    assert editor.font().family() == box.currentText()


def test_family_that_is_gone_gives_way_to_the_default(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    save_settings(folders.config, Settings(text_font="Schrift von gestern"))
    editor = opened(qtbot, Program(folders))
    try:
        box = inside(asked(qtbot, editor), QFontComboBox, "setting.text_font")
        family = section(editor, "story").font().family()
        assert QFont(family).exactMatch()
        assert box.currentText() == family
        assert editor.settings.text_font == "Schrift von gestern"
    finally:
        close(qtbot, editor)


def test_numbers_out_of_range_fall_back(tmp_path: Path) -> None:
    raw = '{"text_size": 4000, "text_width": 3, "line_height": 0, "theme": "dark"}'
    (tmp_path / "settings.json").write_text(raw)
    assert load_settings(tmp_path) == (Settings(theme="dark"), None)


def test_settings_that_cannot_be_kept_are_said_in_the_window(
    unchecked: Program, window: SettingsWindow, folders: Folders, qtbot: QtBot
) -> None:
    folders.config.mkdir(parents=True, exist_ok=True)
    (folders.config / "settings.json").mkdir()
    click(inside(window, QCheckBox, "setting.typography_dashes"))
    problem = inside(window, QLabel, "settings.problem")
    qtbot.waitUntil(lambda: "lassen sich nicht" in problem.text())
    assert not unchecked.settings.typography_dashes
    (folders.config / "settings.json").rmdir()


def test_server_and_rules_open_their_dialogs(
    unchecked: Program, window: SettingsWindow, qtbot: QtBot
) -> None:
    bring(window, BY_KEY["server_url"])
    for key, name in (("server_url", "dialog.server"), ("rules_off", "dialog.decided")):
        QTest.mouseClick(inside(window, QPushButton, f"setting.{key}"), Qt.MouseButton.LeftButton)
        dialog = waited(qtbot, partial(unchecked.session.window.findChild, QDialog, name))
        assert dialog.isVisible()
        dialog.reject()


def test_rules_that_are_off_come_back_by_the_reset(
    unchecked: Program, window: SettingsWindow
) -> None:
    bring(window, BY_KEY["rules_off"])
    unchecked.settings_store.change(rules_off=("ABC", "DEF"))
    assert list(unchecked.session.proofing.decisions.rules_off) == ["ABC", "DEF"]
    default = inside(window, QLabel, "setting.rules_off.default")
    assert default.text() == "Jetzt: 2 Regeln · Vorgabe: keine"
    QTest.mouseClick(
        inside(window, QPushButton, "setting.rules_off.reset"), Qt.MouseButton.LeftButton
    )
    assert list(unchecked.settings.rules_off) == []
    assert list(unchecked.session.proofing.decisions.rules_off) == []


# -- the dictionary -------------------------------------------------------------------------------


def words_shown(window: SettingsWindow) -> list[str]:
    words = inside(window, QListWidget, "dictionary.words")
    return [words.item(row).text() for row in range(words.count())]


def said(window: SettingsWindow) -> str:
    return inside(window, QLabel, "dictionary.said").text()


def add(window: SettingsWindow, word: str) -> None:
    entry = inside(window, QLineEdit, "dictionary.word")
    type_into(entry, word)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def push(window: SettingsWindow, name: str) -> None:
    QTest.mouseClick(inside(window, QPushButton, name), Qt.MouseButton.LeftButton)


def test_word_is_added_removed_and_comes_back(
    unchecked: Program, window: SettingsWindow, folders: Folders, qtbot: QtBot
) -> None:
    bring(window, BY_KEY["variant"])
    add(window, "Vik")
    add(window, " Ärmelkanalfähre ")
    add(window, "Vik")
    assert said(window) == "„Vik“ steht schon im Wörterbuch."
    assert words_shown(window) == ["Ärmelkanalfähre", "Vik"]
    qtbot.waitUntil(lambda: load_words(folders.config) == ("Vik", "Ärmelkanalfähre"))
    assert unchecked.session.proofing.decisions.words == ("Vik", "Ärmelkanalfähre")
    words = inside(window, QListWidget, "dictionary.words")
    words.setFocus()
    words.setCurrentRow(1)
    QTest.keyClick(words, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: load_words(folders.config) == ("Ärmelkanalfähre",))
    assert said(window) == "„Vik“ ist entfernt."
    push(window, "dictionary.undo")
    qtbot.waitUntil(lambda: load_words(folders.config) == ("Vik", "Ärmelkanalfähre"))
    assert words_shown(window) == ["Ärmelkanalfähre", "Vik"]


def test_undo_takes_back_what_was_done_here_and_nothing_else(
    unchecked: Program, window: SettingsWindow, folders: Folders, qtbot: QtBot
) -> None:
    bring(window, BY_KEY["variant"])
    # Another window has put a word into the file that this one has not seen yet.
    change_words(folders.config, {"Anderswo"}, ())
    add(window, "Vik")
    qtbot.waitUntil(lambda: "Anderswo" in words_shown(window))
    unchecked.session.proofing.decisions.accept_always("Askildsen")
    push(window, "dictionary.undo")
    assert words_shown(window) == ["Anderswo", "Askildsen"]
    qtbot.waitUntil(lambda: load_words(folders.config) == ("Anderswo", "Askildsen"))


def test_undo_is_offered_as_long_as_there_is_something_to_take_back(
    unchecked: Program, window: SettingsWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bring(window, BY_KEY["variant"])
    undo = inside(window, QPushButton, "dictionary.undo")
    add(window, "Vik")
    assert undo.isVisible()
    unchecked.session.proofing.decisions.dictionary.change(removed=["Vik"])
    assert not undo.isVisible()
    add(window, "Vik")
    (tmp_path / "ein.txt").write_text("Okoro\n", "utf-8")
    push(window, "dictionary.import")
    answer_file_dialog(qtbot, unchecked, tmp_path / "ein.txt")
    qtbot.waitUntil(lambda: "Okoro" in words_shown(window))
    # The button stands beside a sentence about something else now.
    assert not undo.isVisible()


def test_word_accepted_elsewhere_is_there_and_found(
    unchecked: Program, window: SettingsWindow
) -> None:
    unchecked.session.proofing.decisions.accept_always("Askildsen")
    search(window, "askild")
    assert inside(window, QListWidget, "dictionary.words").isVisible()
    assert words_shown(window) == ["Askildsen"]
    search(window, "xyzzy")
    assert not inside(window, QListWidget, "dictionary.words").isVisible()


def test_words_are_read_from_a_file_and_written_to_one(
    unchecked: Program, window: SettingsWindow, folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    bring(window, BY_KEY["variant"])
    add(window, "Vik")
    source, target = tmp_path / "ein.txt", tmp_path / "aus.txt"
    source.write_bytes("\ufeffOkoro\r\n\r\n  Vik \r\nBlu-ray\r\n".encode())
    push(window, "dictionary.import")
    answer_file_dialog(qtbot, unchecked, source)
    qtbot.waitUntil(lambda: said(window) == "Neu im Wörterbuch: 2. Schon darin: 1.")
    qtbot.waitUntil(lambda: load_words(folders.config) == ("Blu-ray", "Okoro", "Vik"))
    qtbot.waitUntil(lambda: unchecked.session.window.findChild(QFileDialog) is None)
    push(window, "dictionary.export")
    answer_file_dialog(qtbot, unchecked, target)
    qtbot.waitUntil(lambda: str(target) in said(window))
    assert target.read_text("utf-8") == "Blu-ray\nOkoro\nVik\n"
    assert read_words(target) == load_words(folders.config)


def test_file_that_is_no_text_changes_nothing_and_says_so(
    unchecked: Program, window: SettingsWindow, folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    bring(window, BY_KEY["variant"])
    add(window, "Vik")
    (tmp_path / "bild.txt").write_bytes(b"\xff\xfe\x00")
    push(window, "dictionary.import")
    answer_file_dialog(qtbot, unchecked, tmp_path / "bild.txt")
    qtbot.waitUntil(lambda: "ist kein Text in UTF-8" in said(window))
    qtbot.waitUntil(lambda: load_words(folders.config) == ("Vik",))


def test_dictionary_that_cannot_be_written_keeps_its_words(
    window: SettingsWindow, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(window, BY_KEY["variant"])
    add(window, "Vik")
    qtbot.waitUntil(lambda: load_words(folders.config) == ("Vik",))

    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("editor.storage.atomic_write.replace_private", refuse)
    add(window, "Okoro")
    qtbot.waitUntil(lambda: "Wörterbuch lässt sich nicht" in said(window))
    assert "kein Platz mehr" in said(window)
    assert words_shown(window) == ["Vik"]
    assert not inside(window, QPushButton, "dictionary.undo").isVisible()


def test_window_is_as_high_as_its_settings_until_it_is_resized(window: SettingsWindow) -> None:
    groups = window.findChild(QListWidget, "settings.groups")
    search = window.findChild(QLineEdit, "settings.search")
    scroll = window.findChild(QScrollArea)
    assert groups is not None
    assert search is not None
    assert scroll is not None
    tall, page = window.height(), scroll.widget()
    assert page is not None
    search.setText("Größe der Vorschau")
    assert window.height() < tall * 2 / 3
    assert page.height() == scroll.viewport().height()
    assert page.sizeHint().height() <= page.height()
    search.clear()
    assert window.height() == tall
    window.resize(window.width(), tall - 40)
    search.setText("Größe der Vorschau")
    assert window.height() == tall - 40
