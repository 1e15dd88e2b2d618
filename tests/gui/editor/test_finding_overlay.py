"""Findings over a text: they move with it, vanish with their word, and know their rectangle."""

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.gui.editor.finding_overlay import FindingOverlay, next_finding
from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.theme import theme_of
from editor.languagetool.finding import Finding, FindingKind
from editor.settings import Settings

TEXT = "🎬 Ein Filn, der **se**er gut ist."


def found(word: str, text: str = TEXT, *replacements: str) -> Finding:
    """Return a finding about ``word``."""
    start = text.index(word)
    return Finding(start, start + len(word), "R", "C", "M", replacements, FindingKind.SPELLING)


FILM = found("Filn", TEXT, "Film")
PHRASE = found("Ein Filn", TEXT)
VERY = found("**se**er", TEXT, "sehr")


class Field(MarkdownEdit):
    """A field with nothing but findings over it."""

    def __init__(self, text: str = TEXT) -> None:
        super().__init__(theme_of(Settings()), None)
        self.show_text(text)
        self.findings = FindingOverlay(self)
        self.listeners = (self.findings,)


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    """A field with three findings, two of them about the same word."""
    field = Field()
    qtbot.addWidget(field)
    field.findings.show([PHRASE, FILM, VERY])
    with qtbot.waitExposed(field):
        field.show()
    return field


def words(field: Field, *findings: Finding | None) -> list[str]:
    return [field.text[f.start : f.end] for f in findings if f is not None]


def test_shortest_finding_at_the_cursor(field: Field) -> None:
    field.select(FILM.start + 1, FILM.start + 1)
    assert field.findings.at_cursor() == FILM
    field.select(PHRASE.start, PHRASE.start)
    assert field.findings.at_cursor() == PHRASE


def test_findings_move_with_what_is_put_ahead_of_them(field: Field) -> None:
    field.replace(0, 0, "😀 ")
    moved = field.findings.next(1, inside=False)
    assert words(field, moved) == ["Ein Filn"]
    assert moved == PHRASE.at(PHRASE.start + 2, PHRASE.end + 2)


def test_finding_moves_with_its_word(field: Field) -> None:
    field.replace(FILM.start + 1, FILM.start + 2, "x")
    assert not field.findings.reveal(FILM)
    assert not field.findings.apply(FILM, "Film")
    assert field.findings.next(1, inside=False) == VERY


def test_on_and_back_from_the_cursor(field: Field) -> None:
    field.select(FILM.start, FILM.end)
    marks = field.findings
    assert (marks.next(1, inside=True), marks.next(-1, inside=True)) == (VERY, PHRASE)
    assert (marks.next(1, inside=False), marks.next(-1, inside=False)) == (PHRASE, VERY)


def test_finding_is_selected(field: Field) -> None:
    assert field.findings.reveal(VERY)
    assert field.selection() == (VERY.start, VERY.end)


def test_same_finding_found_anew_is_at_its_new_place(field: Field) -> None:
    field.replace(0, 0, "😀 ")
    assert field.findings.reveal(FILM.at(FILM.start + 2, FILM.end + 2))
    assert field.textCursor().selectedText() == "Filn"


def test_suggestion_leaves_the_markup_alone(field: Field) -> None:
    assert field.findings.apply(VERY, "sehr")
    assert field.text == TEXT.replace("**se**er", "**se**hr")
    assert not field.findings.reveal(VERY)


def test_finding_is_done_with_where_a_suggestion_only_adds_to_it(field: Field) -> None:
    assert field.findings.apply(VERY, "seers")
    assert field.text == TEXT.replace("**se**er", "**se**ers")
    assert not field.findings.reveal(VERY)


def test_area_is_where_the_finding_is(field: Field) -> None:
    area = field.findings.area_of(FILM)
    assert area == field.area(FILM.start, FILM.end)
    assert field.findings.area_of(found("gut")) is None


def test_area_of_a_finding_over_lines_has_all_of_them(field: Field) -> None:
    lines = "Erste Zeile.\n\nZweite Zeile."
    field.show_text(lines)
    over = found("Zeile.\n\nZweite", lines)
    field.findings.show([over])
    area = field.findings.area_of(over)
    assert area is not None
    first, last = field.area(6, 7), field.area(14, 15)
    assert area.contains(first)
    assert area.top() == first.top()
    assert area.bottom() == last.bottom()


def test_going_to_a_passage_without_a_replacement_selects_nothing(field: Field) -> None:
    field.findings.reveal(PHRASE)
    assert field.selection() == (PHRASE.start, PHRASE.start)
    assert words(field, field.findings.next(1, inside=True)) == ["Filn"]
    assert field.findings.next(-1, inside=True) is None
    field.findings.reveal(FILM)
    assert words(field, field.findings.next(-1, inside=True)) == ["Ein Filn"]


def test_finding_is_selected_by_going_to_it(field: Field) -> None:
    field.select(0, 1)
    assert not field.findings.is_selected(FILM)
    field.findings.reveal(FILM)
    assert field.findings.is_selected(FILM)


def underlined(field: Field) -> bool:
    """Tell whether the marks draw anything."""
    image = QImage(field.size(), QImage.Format.Format_ARGB32)
    image.fill(0)
    empty = image.copy()
    painter = QPainter(image)
    field.findings.paint(painter, field.rect(), theme_of(Settings()))
    painter.end()
    return image != empty


def test_word_that_is_being_typed_is_not_underlined_yet(field: Field) -> None:
    field.findings.show([FILM])
    assert underlined(field)
    field.select(FILM.end, FILM.end)
    QTest.keyClicks(field, "m")
    field.findings.show([FILM.at(FILM.start, FILM.end + 1)])
    assert not underlined(field)
    field.select(0, 0)
    assert underlined(field)


def test_nothing_to_underline_is_false(field: Field) -> None:
    assert field.findings
    field.findings.show([])
    assert not field.findings


def test_around_the_ends_of_all_texts(qtbot: QtBot) -> None:
    fields = {"one": Field("Filn"), "two": Field("gut"), "three": Field("Filn und Filn")}
    for field in fields.values():
        qtbot.addWidget(field)
    first = found("Filn", "Filn")
    last = first.at(9, 13)
    fields["one"].findings.show([first])
    fields["three"].findings.show([first, last])
    marks = {key: field.findings for key, field in fields.items()}
    assert next_finding(marks, "two", 1) == ("three", first)
    assert next_finding(marks, "two", -1) == ("one", first)
    fields["three"].select(9, 13)
    assert next_finding(marks, "three", 1) == ("one", first)
    assert next_finding(marks, "", 1) == ("one", first)
    assert next_finding({"two": marks["two"]}, "two", 1) is None
