"""German and English are complete, agree with each other, and are what the window shows."""

import ast
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QEvent, QLocale, QMetaType, QModelIndex, QObject, QTranslator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QMenu,
    QMessageBox,
    QPushButton,
    QTabBar,
)
from pytestqt.qtbot import QtBot

import editor
from editor.gui import dialogs
from editor.gui.application import apply_language
from editor.gui.editor.image_data import LoadedImage
from editor.gui.editor.image_dialog import ImageDialog
from editor.gui.files.conflict_dialog import ConflictDialog
from editor.gui.files.recovery_dialog import DraftOffer, RecoveryDialog
from editor.gui.program import Program
from editor.paths import resource
from editor.settings import Folders, Settings, save_settings
from editor.storage import review_file
from editor.storage.draft import Draft
from editor.storage.journal import AbandonedDraft
from editor.storage.load_save import SaveConflict
from tests.gui.actions import kept_settings, press
from tests.gui.conftest import close, opened

CODE = Path(editor.__file__).parent
TS = resource("translations", "rezensent_en.ts")
QM = resource("translations", "rezensent_en.qm")


class Message(NamedTuple):
    context: str
    german: str
    english: str


def messages(path: Path) -> Iterator[Message]:
    """Yield what is in a .ts file; what is not finished has no English."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - it is our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            english = (translation.text or "") if done else ""
            yield Message(context.findtext("name", ""), message.findtext("source", ""), english)


MESSAGES = tuple(messages(TS))


def tool(name: str, *arguments: str | Path) -> None:
    program = Path(sys.executable).parent / f"pyside6-{name}"
    subprocess.run([program, *arguments], check=True, capture_output=True, timeout=60)


# -- the files --------------------------------------------------------------------------------


def test_every_text_in_the_code_is_translated_and_nothing_else(tmp_path: Path) -> None:
    found = tmp_path / "found.ts"
    tool("lupdate", "-locations", "none", *sorted(CODE.glob("gui/**/*.py")), "-ts", found)
    in_code = {(item.context, item.german) for item in messages(found)}
    assert in_code == {(item.context, item.german) for item in MESSAGES}, "run make translations"
    assert [item for item in MESSAGES if not item.english] == []


def test_compiled_translation_is_up_to_date(qapp: QApplication, tmp_path: Path) -> None:
    tool("lrelease", TS, "-qm", tmp_path / "new.qm")
    now, then = QTranslator(), QTranslator()
    assert now.load(str(QM))
    assert then.load(str(tmp_path / "new.qm"))
    for item in MESSAGES:
        both = {each.translate(item.context, item.german) for each in (now, then)}
        assert both == {item.english}, "run make translations"


def test_extraction_sees_every_text() -> None:
    """What is no literal in its call, lupdate does not see."""
    unseen = [
        f"{path.name}:{call.lineno}"
        for path in CODE.glob("gui/**/*.py")
        for call in calls(path)
        if (name(call) == "tr" and not literal(call.args[0]))
        or (name(call) == "translate" and not all(map(literal, call.args[:2])))
    ]
    assert unseen == []


def test_no_german_stands_outside_of_a_translation() -> None:
    """Only in an error or a label, beside its English, and in the names of the languages."""
    untranslated = [
        f"{path.name}:{line}: {text}"
        for path in CODE.glob("gui/**/*.py")
        for line, text in loose_texts(path)
        if re.search(r"[äöüÄÖÜß]|\b(der|die|das|und|nicht|ist|mit|aus|für)\b", text)
        and path.name not in {"theme.py", "application.py"}
    ]
    assert untranslated == []


# -- the texts --------------------------------------------------------------------------------


def shape(text: str) -> tuple[object, ...]:
    """Return what a translation must not change."""
    fields = sorted(name or "" for _, name, _, _ in Formatter().parse(text) if name is not None)
    ends = text.startswith(" "), text.endswith(" "), text.endswith((".", "?", ":"))
    markup = re.findall(r"</?\w+>|\(\*.*?\)", text)
    return fields, "&" in text, ends, text.endswith("…"), markup


def test_translation_keeps_placeholders_mnemonics_and_punctuation() -> None:
    # A decimal separator is all punctuation, and the one thing that a translation must change.
    texts = [item for item in MESSAGES if item.german != ","]
    assert [item for item in texts if shape(item.english) != shape(item.german)] == []


def test_english_has_no_german_letters() -> None:
    texts = [item.english.replace("ss for ß", "") for item in MESSAGES]
    assert [text for text in texts if re.search(r"[äöüÄÖÜß]", text)] == []


def test_one_german_text_has_one_english_text_within_its_context() -> None:
    keys = [(item.context, item.german) for item in MESSAGES]
    assert len(keys) == len(set(keys))


def test_labels_and_errors_outside_the_window_have_english() -> None:
    twins = {"Localized", "RezensentError"} | {
        node.name
        for node in ast.walk(ast.parse((CODE / "errors.py").read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    found = [
        (f"{path.relative_to(CODE)}:{call.lineno}", call.args)
        for path in CODE.rglob("*.py")
        for call in calls(path)
        if name(call) in twins
        if literal(call.args[0]) or isinstance(call.args[0], ast.JoinedStr)
    ]
    assert len(found) > 100
    assert [place for place, arguments in found if not english_too(arguments)] == []


@pytest.mark.parametrize(
    "path", sorted(resource("forms").parent.rglob("*.toml")), ids=lambda path: path.stem
)
def test_german_in_resources_has_english(path: Path) -> None:
    pairs = list(tables(tomllib.loads(path.read_text("utf-8"))))
    assert [table for table in pairs if not table.get("en", "").strip()] == []


def test_resources_with_two_languages_are_looked_at() -> None:
    text = resource("forms", "series.toml").read_text("utf-8")
    assert len(list(tables(tomllib.loads(text)))) > 40


# -- the window -------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def german_again(qapp: QApplication) -> Iterator[None]:
    """Leave the application to the other tests as they expect it."""
    yield
    apply_language(qapp, "de")


@pytest.fixture
def english(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Program]:
    save_settings(folders.config, Settings(language="en"))
    editor = opened(qtbot, Program(folders))
    yield editor
    close(qtbot, editor)


def is_german() -> re.Pattern[str]:
    """Return what matches a German text that has another one in English, filled in or not."""
    texts = {plain(item.german) for item in MESSAGES if item.german != item.english}
    texts -= {plain(item.english) for item in MESSAGES}
    # Marks around what is filled in are in names of quotation marks, too.
    texts = {text for text in texts if re.search(r"\w", re.sub(r"\{\w+\}", "", text))}
    parts = (re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for text in texts)
    return re.compile("|".join(rf"(?:{part})" for part in parts), re.DOTALL)


def plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…").strip()


def shown(root: QObject) -> Iterator[str]:
    """Yield every text that ``root`` and what is in it shows, says or explains."""
    for item in [root, *root.findChildren(QObject)]:
        for text in (*properties(item), *entries(item)):
            # Keys stand in brackets behind the text of a tooltip.
            yield from {plain(text), plain(re.sub(r" \([^()]*\)$", "", text))} - {""}


UNSEEN = {"objectName", "styleSheet", "html", "markdown"}


def properties(item: QObject) -> Iterator[str]:
    meta = item.metaObject()
    for entry in map(meta.property, range(meta.propertyCount())):
        key, kind = str(entry.name()), entry.metaType().id()
        if kind == QMetaType.Type.QString.value and key not in UNSEEN:
            yield str(item.property(key))


def entries(item: QObject) -> Iterator[str]:
    if isinstance(item, QComboBox):
        yield from (item.itemText(index) for index in range(item.count()))
    if isinstance(item, QTabBar):
        yield from (item.tabText(index) for index in range(item.count()))
    if isinstance(item, QAbstractItemView) and item.model() is not None:
        model = item.model()
        for row in range(model.rowCount(QModelIndex())):
            cells = (model.index(row, column) for column in count())
            for cell in takewhile(QModelIndex.isValid, cells):
                yield from map(str, model.itemData(cell).values())


DIALOGS = (
    *("settings", "shortcuts", "palette", "help", "about", "decided", "server", "scale_own"),
    *("open", "save_as", "find", "replace", "ready", "statistics", "style", "import_clipboard"),
)


def german_in(*roots: QObject) -> set[str]:
    german = is_german()
    return {text for root in roots for text in shown(root) if german.fullmatch(text)}


def test_english_window_has_no_german(english: Program, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Ein Satz zur Geschichte.")
    found = german_in(english.session.window, english.session.actions)
    for verb in DIALOGS:
        press(english, verb)
        qtbot.wait(0)
        found |= german_in(english.session.window)
    assert is_german().fullmatch("Gliederung")
    assert found == set()


def test_dialogs_that_wait_for_their_moment_have_no_german(
    english: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window, review = english.session.window, english.session.document.review
    draft = AbandonedDraft(Draft("0" * 32, review_file.dumps(review)), None)
    forms = english.context.forms
    asked = [
        ConflictDialog(SaveConflict(tmp_path / "a.md", b""), review, forms, window.theme, window),
        RecoveryDialog([DraftOffer(draft, "A", 2)], forms, window.theme, window),
        ImageDialog(LoadedImage(b"", Path("a.png")), window.theme, window),
    ]
    dialogs.ask_unsaved(window, "A", lambda _: None)
    dialogs.ask_drop(window, "A", lambda: None)
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 2
    assert german_in(*asked, *boxes) == set()
    for dialog in (*asked, *boxes):
        dialog.done(0)


def test_german_window_is_found_german(unchecked: Program) -> None:
    """The tests above can fail: the same look at the German window finds hundreds of texts."""
    assert len(german_in(unchecked.session.window, unchecked.session.actions)) > 200


def test_no_menu_has_a_mnemonic_twice_in_english(english: Program) -> None:
    clashes = []
    menus = [
        english.session.window.menuBar(),
        *english.session.window.menuBar().findChildren(QMenu),
    ]
    for menu in menus:
        letters = [
            action.text()[action.text().index("&") + 1].casefold()
            for action in menu.actions()
            if "&" in action.text()
        ]
        clashes += [(menu, letter) for letter in letters if letters.count(letter) > 1]
    assert clashes == []


def test_entries_of_the_menus_keep_a_mnemonic_each(english: Program) -> None:
    entries = [
        action.text()
        for menu in english.session.window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert len(entries) > 80
    assert [text for text in entries if "&" not in text] == []


def test_numbers_and_dates_are_those_of_the_language(english: Program, qapp: QApplication) -> None:
    assert english.session.window.menuBar().actions()[0].text() == "&File"
    assert QLocale().toString(1_015) == "1,015"
    apply_language(qapp, "de")
    assert QLocale().toString(1_015) == "1.015"


def test_buttons_of_qt_speak_the_chosen_language(english: Program, qapp: QApplication) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        button = box.findChild(QPushButton)
        assert button is not None
        return plain(button.text())

    assert cancel() == "Cancel"
    apply_language(qapp, "de")
    assert cancel() == "Abbrechen"
    apply_language(qapp, "en")
    assert cancel() == "Cancel"
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(qapp.findChildren(QTranslator)) == 2


# -- the choice -------------------------------------------------------------------------------


def test_language_is_chosen_for_the_next_start_and_said_so_in_both(
    unchecked: Program, qtbot: QtBot, folders: Folders
) -> None:
    assert unchecked.session.actions["language_de"].isChecked()
    press(unchecked, "language_en")
    sentence = unchecked.session.window.message_bar.sentence
    assert "nächsten Start" in sentence
    assert "next start" in sentence
    assert unchecked.session.window.menuBar().actions()[0].text() == "&Datei"
    assert kept_settings(qtbot, unchecked, folders).language == "en"
    again = opened(qtbot, Program(folders))
    assert again.session.actions["language_en"].isChecked()
    assert again.session.actions["save"].text() == "&Save"
    press(again, "language_de")
    assert kept_settings(qtbot, again, folders).language == "de"
    close(qtbot, again)


# -- what is in the code ----------------------------------------------------------------------


def calls(path: Path) -> Iterator[ast.Call]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return (node for node in nodes if isinstance(node, ast.Call) and node.args)


def name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


NAMES = {
    *("' %'", "' ‰'", "' ×'", "'LIX'", "'Flesch (Amstad)'", "'Markdown'"),
    *("'Word'", "'LibreOffice'", "'PDF'", "'Hugo'", "'Jekyll'", "'Astro'", "'Obsidian'"),
    *("'XenForo'", "'WoltLab'", "'phpBB'"),
}
"""What is called the same in both languages."""


def english_too(arguments: list[ast.expr]) -> bool:
    """Tell whether a second text stands beside the first one, and is another one."""
    german, *rest = map(ast.unparse, arguments)
    return bool(rest) and rest[0] != "''" and (rest[0] != german or german in NAMES)


def tables(value: Any) -> Iterator[dict[str, str]]:
    """Yield every table of texts by language within ``value``."""
    if isinstance(value, dict):
        if "de" in value and isinstance(value["de"], str):
            yield value
        for item in value.values():
            yield from tables(item)
    elif isinstance(value, list):
        for item in value:
            yield from tables(item)


def loose_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts that are neither translated nor beside their English nor documentation."""
    tree = ast.parse(path.read_text("utf-8"))
    spoken = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        if name(call) in {"tr", "translate", "too_large_error"} or name(call).endswith("Error")
        for part in ast.walk(call)
    }
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [(node.lineno, node.value)] * (id(node) not in spoken | documentation)
