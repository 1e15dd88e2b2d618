"""The card of a finding leaves the keyboard to the text: the writer mends the word by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.proofing.card_presenter import CardPresenter
from editor.gui.proofing.finding_card import FindingCard
from editor.languagetool.finding import Finding, FindingKind
from tests.gui.actions import section
from tests.gui.form_bench import FormBench

TEXT = "Die Kammera bleibt nah. Das ist viel zu lang."
KAMMERA = Finding(
    *(4, 11, "SPELLER", "TYPOS", "Meinten Sie „Kamera“? Das Wort ist unbekannt."),
    replacements=("Kamera", "Hammer"),
    kind=FindingKind.SPELLING,
)
LONG = Finding(24, 45, "LONG", "STYLE", "Dieser Satz ist lang.", (), FindingKind.STYLE)


class Bench:
    """A form with two findings in the story and their card."""

    def __init__(self, form_bench: FormBench) -> None:
        window = form_bench.session.window
        self.bench, self.window = form_bench, window
        self.card = FindingCard(window.theme, window, form_bench.session.actions.keys)
        self.presenter = CardPresenter(window.form, self.card)
        window.form.signals.finding_requested.connect(self.presenter.show)
        form_bench.session.document.edit_text("story", TEXT, typing=False, boundary=True)
        self.story = section(form_bench, "story")
        self.story.findings.show([KAMMERA, LONG])
        self.fixed: list[str] = []
        self.card.fix_chosen.connect(lambda _, __, text: self.fixed.append(text))
        window.form.jump("story")

    @property
    def text(self) -> str:
        return self.bench.session.document.review.text("story")

    def click(self, offset: int) -> None:
        """Click between two letters of the story."""
        place = self.story.area(offset, offset).center()
        QTest.mouseClick(self.story.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def step_to(self, finding: Finding) -> None:
        """Select ``finding`` and show its card, as the key for the next finding does."""
        self.story.findings.reveal(finding)
        self.presenter.show("story", finding)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def keys(self) -> list[str]:
        """Return the keys at the right of the card's rows."""
        rows = [button.parentWidget() for button in self.card.findChildren(QPushButton)]
        return [label.text() for row in rows if row for label in row.findChildren(QLabel)]


@pytest.fixture
def bench(form_bench: FormBench) -> Bench:
    return Bench(form_bench)


def test_click_shows_the_card_and_leaves_the_keyboard_to_the_text(bench: Bench) -> None:
    bench.click(7)
    assert bench.card.isVisible()
    assert bench.story.hasFocus()
    for button in bench.card.findChildren(QPushButton):
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_first_letter_is_typed_and_closes_the_card(bench: Bench) -> None:
    bench.click(7)
    bench.key(Qt.Key.Key_X)
    assert bench.text == TEXT[:7] + "x" + TEXT[7:]
    assert not bench.card.isVisible()
    assert bench.fixed == []


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (Qt.Key.Key_Return, TEXT[:7] + "\n\n" + TEXT[7:]),
        (Qt.Key.Key_Backspace, TEXT[:6] + TEXT[7:]),
        (Qt.Key.Key_Delete, TEXT[:7] + TEXT[8:]),
        (Qt.Key.Key_Space, TEXT[:7] + " " + TEXT[7:]),
        (Qt.Key.Key_Left, TEXT),
        (Qt.Key.Key_Tab, TEXT),
    ],
)
def test_editing_keys_do_in_the_text_what_they_always_do(
    bench: Bench, key: Qt.Key, text: str
) -> None:
    bench.click(7)
    bench.key(key)
    assert bench.text == text
    assert not bench.card.isVisible()
    assert bench.fixed == []


def test_escape_closes_the_card_and_nothing_else(bench: Bench) -> None:
    bench.window.message_bar.say("Gesichert.")
    bench.click(7)
    bench.key(Qt.Key.Key_Escape)
    assert not bench.card.isVisible()
    assert bench.window.message_bar.sentence == "Gesichert."
    assert bench.story.hasFocus()
    assert bench.story.textCursor().position() == 7


def test_return_takes_the_suggestion_while_the_word_is_selected(bench: Bench) -> None:
    bench.step_to(KAMMERA)
    assert bench.keys()[0] == "Eingabe"
    bench.key(Qt.Key.Key_Return)
    assert bench.fixed == ["Kamera"]
    assert bench.text == TEXT
    assert not bench.card.isVisible()


def test_letter_replaces_the_selected_word(bench: Bench) -> None:
    bench.step_to(KAMMERA)
    bench.key(Qt.Key.Key_X)
    assert bench.text == TEXT.replace("Kammera", "x")
    assert not bench.card.isVisible()


def test_every_row_has_its_key_at_the_right(bench: Bench) -> None:
    bench.click(7)
    actions = bench.bench.session.actions
    verbs = ("apply_first", "apply_2", "know_here", "know_always", "hide", "explain")
    assert bench.keys() == [actions.keys(verb) for verb in verbs]
    assert all(bench.keys())


def test_question_is_bold_and_the_rest_is_quiet(bench: Bench) -> None:
    bench.click(7)
    labels = {label.text(): label.property("role") for label in bench.card.findChildren(QLabel)}
    assert labels["Meinten Sie „Kamera“?"] == "strong"
    assert labels["Das Wort ist unbekannt."] == "soft"


def test_long_statement_is_not_bold(bench: Bench) -> None:
    statement = "Dieser Satz hat mehr als dreißig Wörter, und zwei kurze lesen sich oft leichter."
    bench.story.findings.show([replace(LONG, message=statement)])
    bench.click(LONG.start + 2)
    labels = {label.text(): label.property("role") for label in bench.card.findChildren(QLabel)}
    assert labels[statement] == "plain"


@pytest.mark.parametrize("finding", [KAMMERA, LONG])
def test_card_does_not_cover_the_lines_of_its_word(bench: Bench, finding: Finding) -> None:
    bench.step_to(finding)
    area = bench.story.findings.area_of(finding)
    assert area is not None
    place = area.translated(bench.story.viewport().mapTo(bench.window, QPoint()))
    assert bench.window.rect().contains(bench.card.geometry())
    assert not bench.card.geometry().intersects(place)


def test_card_is_as_high_as_its_text(bench: Bench) -> None:
    bench.click(7)
    question = bench.card.findChild(QLabel)
    content = question.parentWidget() if question is not None else None
    layout = content.layout() if content is not None else None
    assert layout is not None
    for label in bench.card.findChildren(QLabel):
        width = label.width()
        assert label.height() >= (label.heightForWidth(width) if label.wordWrap() else 1)
    assert bench.card.geometry().height() == layout.totalHeightForWidth(
        bench.card.geometry().width()
    )


def test_card_goes_with_its_word_when_the_form_scrolls(bench: Bench, qtbot: QtBot) -> None:
    bench.click(7)
    qtbot.wait(0)
    before, bar = bench.card.geometry(), bench.window.form.verticalScrollBar()
    bar.setValue(bar.value() - 20)
    assert bench.card.geometry() == before.translated(0, 20)


def test_mouse_chooses_a_suggestion_without_taking_the_keyboard(bench: Bench) -> None:
    bench.click(7)
    button = bench.card.findChild(QPushButton, "suggestion.1")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.fixed == ["Hammer"]
    assert bench.story.hasFocus()


def test_finding_that_goes_takes_its_card_along(bench: Bench) -> None:
    bench.click(7)
    bench.story.findings.show([LONG])
    bench.presenter.follow()
    assert not bench.card.isVisible()


def test_card_closes_when_the_keyboard_goes_elsewhere(bench: Bench) -> None:
    bench.click(7)
    section(bench.bench, "verdict").setFocus()
    assert not bench.card.isVisible()


def test_screen_reader_says_word_message_and_suggestions(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "editor.gui.proofing.card_presenter.announce", lambda _, text: said.append(text)
    )
    bench.click(7)
    assert said == [f"„Kammera“: {KAMMERA.message} Vorschläge: Hammer"]


def test_card_closes_when_its_word_is_scrolled_out_of_sight(bench: Bench, qtbot: QtBot) -> None:
    bench.window.resize(1_000, 400)
    bench.window.form.jump("story")
    qtbot.wait(0)
    bench.click(7)
    assert bench.card.isVisible()
    bar = bench.window.form.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bench.story.mapTo(bench.window, bench.story.rect().bottomLeft()).y() < 0
    assert not bench.card.isVisible()
