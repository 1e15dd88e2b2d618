"""Style panel: choices, their effect, and what is saved."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.proofing.decision_choices import RULE_OFF
from editor.gui.proofing.findings_panel import FindingsPanel
from editor.gui.proofing.style_panel import StylePanel
from editor.gui.theme import make_theme
from editor.gui.widgets.row_list import RowList
from editor.gui.widgets.side_tabs import SideTabs
from editor.languagetool.finding import Finding, FindingKind
from editor.localized import language_set_to
from editor.markdown.plaintext import plain_text
from editor.proofing.repetitions import repetition_findings, repetitions
from editor.proofing.style import REPEATED_WORD, StyleChoice, StyleOptions, style_rules
from editor.settings import Folders, Settings, load_settings, save_settings
from tests.gui.actions import find, kept_settings, press
from tests.gui.conftest import close, opened
from tests.gui.rows import texts_of

Found = TypeVar("Found", bound=QWidget)
TEXTS = {
    "story": "Das ist abermals gut. Es ist eigentlich abermals gut.",
    "verdict": "Es ist abermals einfach gut. Es ist abermals wirklich gut.",
}


def filler(section: str, word: str) -> Finding:
    start = TEXTS[section].index(word)
    return Finding(
        start, start + len(word), "FILLER_WORDS_DE", "CREATIVE_WRITING", word, (), FindingKind.STYLE
    )


def findings() -> dict[str, list[Finding]]:
    """Three filler words, and one word four times."""
    repeated = repetition_findings(
        repetitions({key: plain_text(text) for key, text in TEXTS.items()}, 4)
    )
    fillers = {
        "story": [filler("story", "eigentlich")],
        "verdict": [filler("verdict", "einfach"), filler("verdict", "wirklich")],
    }
    return {
        key: sorted([*fillers[key], *repeated[key]], key=lambda finding: finding.start)
        for key in TEXTS
    }


@pytest.fixture
def tabs(qtbot: QtBot) -> Iterator[SideTabs]:
    """Both panels as the window has them, with style switched on and its tab open."""
    theme, parent = make_theme("light"), QWidget()
    panel = StylePanel(theme, parent)
    findings_panel, tabs = FindingsPanel(theme, parent), SideTabs(theme, parent)
    for item, title in ((findings_panel, "Hinweise"), (panel, "Stil")):
        tabs.add(item, title, panel.switch if item is panel else None)
        item.titled.connect(partial(tabs.set_title, item))
    panel.show_style(StyleOptions())
    tabs.open(panel)
    QVBoxLayout(parent).addWidget(tabs)
    qtbot.addWidget(parent)
    parent.resize(420, 900)
    with qtbot.waitExposed(parent):
        parent.show()
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    yield tabs
    parent.close()


@pytest.fixture
def panel(tabs: SideTabs) -> StylePanel:
    panel = child(tabs, StylePanel, "stylePane")
    panel.show_findings(findings(), TEXTS)
    return panel


@pytest.fixture
def places(panel: StylePanel) -> list[tuple[str, str]]:
    """Where the panel sends the writer: sections and words."""
    places: list[tuple[str, str]] = []
    panel.chosen.connect(
        lambda section, item: places.append((section, TEXTS[section][item.start : item.end]))
    )
    return places


@pytest.fixture
def changes(panel: StylePanel) -> list[StyleOptions]:
    """What the writer has chosen, step by step."""
    changes: list[StyleOptions] = []
    panel.changed.connect(changes.append)
    return changes


def child(parent: QWidget, kind: type[Found], name: str) -> Found:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def click(widget: QWidget) -> None:
    # A check box listens at its mark and its label, not in the space behind them.
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, widget.height() // 2))


def test_count_walks_through_the_places_and_begins_anew(
    panel: StylePanel, places: list[tuple[str, str]]
) -> None:
    count = child(panel, QPushButton, "style.fillers.count")
    assert count.text() == "3 ›"
    for _ in range(4):
        QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    first = ("story", "eigentlich")
    assert places == [first, ("verdict", "einfach"), ("verdict", "wirklich"), first]


def test_rule_without_findings_leads_nowhere(panel: StylePanel) -> None:
    count = child(panel, QPushButton, "style.passive.count")
    assert (count.text(), count.isEnabled()) == ("", False)


def test_repetition_is_a_row_that_walks_through_the_review(
    panel: StylePanel, places: list[tuple[str, str]]
) -> None:
    words = child(panel, RowList, "repetitions")
    assert texts_of(words) == ["abermals"]
    assert words.rows[0].side == "4 ×"
    words.setFocus()
    words.current_row = 0
    for _ in range(4):
        QTest.keyClick(words, Qt.Key.Key_Return)
    assert places == [("story", "abermals")] * 2 + [("verdict", "abermals")] * 2
    panel.show_findings({}, TEXTS)
    assert not words.isVisible()


def test_list_of_findings_has_one_row_for_a_repetition(tabs: SideTabs) -> None:
    listed = child(tabs, FindingsPanel, "findingsPane")
    listed.show_findings(findings(), {"story": "Story", "verdict": "Fazit"}, TEXTS)
    rows = child(listed, RowList, "findings")
    words = [f"„{word}“ · Füllwort" for word in ("eigentlich", "einfach", "wirklich")]
    assert texts_of(rows) == [*words, "„abermals“ · 4 Stellen"]


def test_tabs_say_how_many_there_are(tabs: SideTabs, panel: StylePanel) -> None:
    bar = child(tabs, QTabBar, "findingTabs")
    assert [bar.tabText(tab) for tab in range(bar.count())] == ["Hinweise", "Stil · 7"]
    assert panel.isVisible()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert not panel.isVisible()


def test_rule_is_switched_off_and_on(panel: StylePanel, changes: list[StyleOptions]) -> None:
    check = child(panel, QCheckBox, "style.fillers")
    click(check)
    assert changes[-1].threshold("fillers") is None
    assert not child(panel, QSpinBox, "style.fillers.threshold").isEnabled()
    click(check)
    assert changes[-1] == StyleOptions()


def test_threshold_is_typed(panel: StylePanel, changes: list[StyleOptions]) -> None:
    box = child(panel, QSpinBox, "style.long_sentences.threshold")
    assert box.text() == "30 Wörter"
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "25")
    assert changes == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert [style.threshold("long_sentences") for style in changes] == [25]


def test_wheel_that_passes_by_changes_nothing(
    panel: StylePanel, changes: list[StyleOptions]
) -> None:
    box = child(panel, QSpinBox, "style.long_sentences.threshold")
    at, down = QPointF(5, 5), QPoint(0, -120)
    none = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    buttons = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        box, QWheelEvent(at, box.mapToGlobal(at), QPoint(), down, buttons, *none, False)
    )
    assert (box.value(), changes) == (30, [])


def test_tab_key_reaches_every_rule_and_explains_it(panel: StylePanel, qtbot: QtBot) -> None:
    text = child(panel, QLabel, "style.explanation")
    assert not text.isVisible()
    child(panel, QCheckBox, "style.long_sentences").setFocus()
    reached: list[str] = []
    for _ in range(40):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget.objectName())
        assert widget.accessibleName() or isinstance(widget, QCheckBox)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    for rule in style_rules():
        assert f"style.{rule.key}" in reached
        assert not (rule.unit and rule.on) or f"style.{rule.key}.threshold" in reached
    assert {"style.fillers.count", "repetitions"} <= set(reached)
    child(panel, QCheckBox, "style.passive").setFocus()
    passive = next(rule for rule in style_rules() if rule.key == "passive")
    qtbot.waitUntil(lambda: text.text() == passive.explanation.german)
    assert text.isVisible()


def test_panel_speaks_english_too(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with language_set_to("en"):
        panel = StylePanel(make_theme("dark"), parent)
        panel.show_style(StyleOptions())
    assert child(panel, QCheckBox, "style.passive").text() == "Passive voice"
    assert child(panel, QSpinBox, "style.long_sentences.threshold").suffix() == " words"


def test_style_is_off_until_the_writer_wants_it(unchecked: Program) -> None:
    assert not unchecked.settings.style
    assert unchecked.session.proofing.decisions.style.thresholds() == {}
    assert unchecked.session.proofing.decisions.style.threshold("repetitions") is None
    assert not find(unchecked, QCheckBox, "style.fillers").isEnabled()


def test_menu_switches_style_on_opens_its_tab_and_keeps_it(
    unchecked: Program, folders: Folders, qtbot: QtBot
) -> None:
    press(unchecked, "style")
    assert unchecked.session.proofing.check_service.options().style == StyleOptions()
    assert find(unchecked, StylePanel, "stylePane").isVisible()
    assert find(unchecked, QCheckBox, "style.fillers").isEnabled()
    assert kept_settings(qtbot, unchecked, folders).style
    QTest.mouseClick(
        find(unchecked, QCheckBox, "style.switch"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8)
    )
    assert unchecked.session.proofing.check_service.options().style == StyleOptions(enabled=False)
    assert not unchecked.session.actions["style"].isChecked()


def test_choices_are_kept(unchecked: Program, folders: Folders, qtbot: QtBot) -> None:
    press(unchecked, "style")
    find(unchecked, QSpinBox, "style.repetitions.threshold").setValue(6)
    find(unchecked, QCheckBox, "style.man").click()
    chosen = StyleOptions().choose("repetitions", StyleChoice(on=True, threshold=6))
    chosen = chosen.choose("man", StyleChoice(on=True, threshold=60))
    assert unchecked.session.proofing.decisions.style == chosen
    kept = kept_settings(qtbot, unchecked, folders)
    assert StyleOptions.of(kept.style_rules, enabled=kept.style) == chosen


def test_nonsense_in_the_settings_is_passed_over(tmp_path: Path) -> None:
    raw = '{"style": "ja", "style_rules": [3]}'
    (tmp_path / "settings.json").write_text(raw)
    assert load_settings(tmp_path) == (Settings(), None)
    save_settings(tmp_path, Settings(style_rules={"fillers": 3, "x": {}}))
    kept, _ = load_settings(tmp_path)
    assert StyleOptions.of(kept.style_rules) == StyleOptions()


def test_rule_that_is_turned_off_at_a_finding_loses_its_tick(
    unchecked: Program, folders: Folders, qtbot: QtBot
) -> None:
    press(unchecked, "style")
    find(unchecked, QSpinBox, "style.long_sentences.threshold").setValue(25)
    for rule, key in (("TOO_LONG_SENTENCE_DE", "long_sentences"), (REPEATED_WORD, "repetitions")):
        check = find(unchecked, QCheckBox, f"style.{key}")
        finding = Finding(0, 5, rule, "CATEGORY", "Lang.", (), FindingKind.STYLE)
        unchecked.session.proofing.decisions.decide("story", finding, RULE_OFF)
        assert not check.isChecked()
        assert check.text() in unchecked.session.window.message_bar.sentence
        assert unchecked.session.proofing.check_service.options().style.threshold(key) is None
        assert kept_settings(qtbot, unchecked, folders).rules_off == ()
        find(unchecked, QPushButton, "notice.action").click()
        assert check.isChecked()
    assert (
        unchecked.session.proofing.check_service.options().style.threshold("long_sentences") == 25
    )


def test_rule_that_was_turned_off_by_an_older_version_has_no_tick(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    old = Settings(style=True, rules_off=("SO_WEIT", "FILLER_WORDS_DE"))
    save_settings(folders.config, old)
    editor = opened(qtbot, Program(folders))
    check = find(editor, QCheckBox, "style.fillers")
    assert not check.isChecked()
    assert editor.settings.rules_off == ("SO_WEIT",)
    check.click()
    assert editor.session.proofing.check_service.options().style.threshold("fillers") is not None
    assert "FILLER_WORDS_DE" not in editor.session.proofing.check_service.options().rules_off
    close(qtbot, editor)
