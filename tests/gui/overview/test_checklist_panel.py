"""The checklist before publication, and where each of its rows leads."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.export.image_files import missing_images
from editor.gui.form.rating_edit import RatingEdit
from editor.gui.overview.checklist_panel import ChecklistPanel
from editor.gui.program import Program
from editor.gui.theme import make_theme
from editor.gui.widgets.row_list import RowList
from editor.languagetool.finding import Finding, FindingKind
from editor.localized import Localized
from editor.paths import sample_path
from editor.review.form import load_form
from editor.review.readiness import ChecklistItem
from editor.review.readiness import ChecklistItemKind as ItemKind
from editor.storage import load_save
from editor.storage.review_file import new_review
from tests.gui.actions import find, press, section, type_into, waited
from tests.gui.rows import Row, row_list, rows_of, texts_of

PIXEL = bytes.fromhex("89504e470d0a1a0a")


def rows(editor: Program) -> list[str]:
    return texts_of(row_list(editor, "ready"))


def choose(editor: Program, text: str) -> None:
    """Click the row that says ``text``."""
    next(row for row in rows_of(row_list(editor, "ready")) if text in row.text()).click()


def opened_sample(editor: Program, qtbot: QtBot) -> None:
    editor.session.document.open(load_save.load_review(sample_path()).review, sample_path())
    press(editor, "ready")
    waited(qtbot, find(editor, QLabel, "ready.quiet").isVisible)


def test_finished_review_may_appear(unchecked: Program, qtbot: QtBot) -> None:
    opened_sample(unchecked, qtbot)
    quiet = find(unchecked, QLabel, "ready.quiet")
    waited(qtbot, lambda: quiet.text() == "Alles ist vollständig: Die Rezension kann erscheinen.")
    bar = find(unchecked, QTabBar, "findingTabs")
    assert bar.tabText(2) == "Fertig?"


def test_tab_counts_what_is_left(unchecked: Program, qtbot: QtBot) -> None:
    opened_sample(unchecked, qtbot)
    unchecked.session.document.edit_fact("director", None)
    unchecked.session.document.edit_fact("title", None)
    unchecked.session.document.edit_rating("verdict", None)
    bar = find(unchecked, QTabBar, "findingTabs")
    waited(qtbot, lambda: bar.tabText(2) == f"Fertig? · {len(rows(unchecked))}")
    assert "„Titel“ fehlt." in rows(unchecked)
    assert len(rows(unchecked)) >= 2


def test_nothing_is_missing_before_the_first_word(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "ready")
    quiet, bar = find(unchecked, QLabel, "ready.quiet"), find(unchecked, QTabBar, "findingTabs")
    waited(qtbot, lambda: quiet.text().startswith("Sobald Sie schreiben"))
    with qtbot.waitSignal(unchecked.session.checklist_service.changed):
        unchecked.session.document.edit_fact("title", "Salz")
    assert bar.tabText(2) == "Fertig?"
    type_into(section(unchecked, "story"), "Gut.")
    waited(qtbot, lambda: rows(unchecked))
    assert bar.tabText(2) == f"Fertig? · {len(rows(unchecked))}"


def test_action_opens_the_tab_even_when_it_is_hidden(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Gut.")
    press(unchecked, "findings")
    panel = find(unchecked, QWidget, "readyPane")
    assert not panel.isVisible()
    press(unchecked, "ready")
    assert panel.isVisible()
    assert unchecked.settings.findings_visible
    waited(qtbot, lambda: rows(unchecked))
    assert row_list(unchecked, "ready").hasFocus()


def test_row_of_a_lint_warning_selects_its_place(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Gut. TODO mehr.")
    press(unchecked, "ready")
    waited(qtbot, lambda: "„TODO“ steht noch im Text." in rows(unchecked))
    choose(unchecked, "TODO")
    assert section(unchecked, "story").textCursor().selectedText() == "TODO"
    assert section(unchecked, "story").hasFocus()


def test_row_of_a_text_that_has_changed_leads_to_the_section(
    unchecked: Program, qtbot: QtBot
) -> None:
    type_into(section(unchecked, "story"), "Gut. TODO mehr.")
    press(unchecked, "ready")
    waited(qtbot, lambda: "„TODO“ steht noch im Text." in rows(unchecked))
    unchecked.session.document.edit_text("story", "Kurz.", typing=False, boundary=True)
    choose(unchecked, "TODO")
    assert section(unchecked, "story").hasFocus()
    assert not section(unchecked, "story").textCursor().hasSelection()


def test_rows_lead_to_facts_sections_and_ratings(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Gut.")
    press(unchecked, "ready")
    waited(qtbot, lambda: "„Titel“ fehlt." in rows(unchecked))
    choose(unchecked, "„Titel“ fehlt.")
    assert find(unchecked, QWidget, "fact.title").hasFocus()
    choose(unchecked, "„Effekte“ ist noch leer.")
    assert section(unchecked, "effects").hasFocus()
    choose(unchecked, "Die Gesamtwertung fehlt")
    assert find(unchecked, RatingEdit, "rating.verdict").hasFocus()


def test_row_of_findings_leads_to_the_first_one(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Hier steht etwas Falsches.")
    finding = Finding(17, 25, "RULE", "CATEGORY", "Falsch.", (), FindingKind.GRAMMAR)
    unchecked.session.proofing.check_service._publish("story", (finding,))
    press(unchecked, "ready")
    waited(qtbot, lambda: "Ein Hinweis der Prüfung ist offen." in rows(unchecked))
    choose(unchecked, "Ein Hinweis")
    assert section(unchecked, "story").textCursor().selectedText() == "Falsches"


def test_row_of_another_review_leads_nowhere(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Gut.")
    press(unchecked, "ready")
    waited(qtbot, lambda: "„Titel“ fehlt." in rows(unchecked))
    # The rows are computed half a second after a review is opened: till then they are the old ones.
    stale = Localized("Von gestern.")
    panel = find(unchecked, ChecklistPanel, "readyPane")
    listed = row_list(unchecked, "ready")
    kinds: tuple[ItemKind, ...] = ("fact", "text", "rating", "findings", "placeholder")
    for kind in kinds:
        fact, place = ("gone", None) if kind == "fact" else (None, "gone")
        panel.show_items([ChecklistItem(kind, "open", stale, fact, place, (0, 3))], {})
        listed.setFocus()
        choose(unchecked, "Von gestern.")
        assert listed.hasFocus()


def test_keyboard_chooses_a_row(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Gut.")
    press(unchecked, "ready")
    waited(qtbot, lambda: "„Titel“ fehlt." in rows(unchecked))
    listed = row_list(unchecked, "ready")
    listed.current_row = rows(unchecked).index("„Titel“ fehlt.")
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert find(unchecked, QWidget, "fact.title").hasFocus()


def test_image_is_looked_for_beside_the_review(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "rezension.md"
    type_into(section(unchecked, "story"), "![Ein Bild](bild.png)")
    press(unchecked, "ready")
    waited(qtbot, lambda: rows(unchecked))
    assert not [row for row in rows(unchecked) if "bild.png" in row]
    unchecked.session.document.mark_saved(unchecked.session.document.review, target)
    waited(qtbot, lambda: [row for row in rows(unchecked) if "„bild.png“ fehlt" in row])
    choose(unchecked, "bild.png")
    assert section(unchecked, "story").textCursor().selectedText() == "bild.png"
    (tmp_path / "bild.png").write_bytes(PIXEL)
    unchecked.session.document.edit_fact("year", 2026)
    waited(qtbot, lambda: not [row for row in rows(unchecked) if "bild.png" in row])


@pytest.mark.parametrize(
    ("markdown", "missing"),
    [
        ("![a](da.png)", []),
        ("![a](fehlt.png)", ["fehlt.png"]),
        ("![a](fehlt.png) und ![b](fehlt.png)", ["fehlt.png", "fehlt.png"]),
        ('<img src="fehlt.png" alt="a">', ["fehlt.png"]),
        ("![a][b]\n\n[b]: fehlt.png", ["fehlt.png"]),
        ("`![a](fehlt.png)`", []),
        ("![a](https://example.org/a.png)", []),
        ("![a](../ausserhalb.png)", ["../ausserhalb.png"]),
        ("Kein Bild.", []),
    ],
)
def test_images_that_are_missing(tmp_path: Path, markdown: str, missing: list[str]) -> None:
    (tmp_path / "da.png").write_bytes(PIXEL)
    review = new_review(load_form("series")).with_text("story", markdown)
    items = missing_images(review, tmp_path)
    assert [markdown[slice(*item.span)] for item in items if item.span] == missing
    assert [item.severity for item in items] == ["open"] * len(missing)


def test_missing_cover_is_reported_at_its_fact(tmp_path: Path) -> None:
    review = new_review(load_form("series")).with_fact("image", "cover.jpg")
    assert [item.fact for item in missing_images(review, tmp_path)] == ["image"]


def test_severity_differs_by_shape_and_words(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = ChecklistPanel(make_theme("light"), parent)
    item = Localized("Fehlt.", "Missing.")
    panel.show_items(
        [
            ChecklistItem("fact", "open", item, fact="title"),
            ChecklistItem("spoiler", "hint", item, section="plot"),
        ],
        {"plot": "Inhalt"},
    )
    listed = panel.findChild(RowList, "ready")
    assert listed is not None
    assert texts_of(listed) == ["Fehlt.", "Empfehlung: Fehlt."]
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [row.data(role) for row in rows_of(listed)]
    assert spoken == ["Offen: Fehlt. Angaben", "Empfehlung: Fehlt. Inhalt"]
    panel.resize(300, 200)
    panel.show()
    assert [is_filled(row) for row in rows_of(listed)] == [True, False]


def is_filled(row: Row) -> bool:
    """Whether the mark is painted in its middle, as a disc is and a ring is not."""
    image = row.view.viewport().grab(row.area()).toImage()
    ground, width = image.pixelColor(2, 2), round(image.width() * 0.1)
    painted = [
        (x, y)
        for x in range(width)
        for y in range(image.height())
        if image.pixelColor(x, y) != ground
    ]
    xs, ys = [x for x, _ in painted], [y for _, y in painted]
    return (sum((min(xs), max(xs))) // 2, sum((min(ys), max(ys))) // 2) in painted


def test_long_sentences_are_not_cut(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = ChecklistPanel(make_theme("light"), parent)
    long = Localized("Ein Satz, der viel länger ist als eine Zeile in der schmalen Spalte am Rand.")
    panel.show_items([ChecklistItem("fact", "open", long, fact="title")] * 2, {})
    listed = panel.findChild(RowList, "ready")
    assert listed is not None
    QVBoxLayout(parent).addWidget(panel)
    parent.resize(900, 300)
    with qtbot.waitExposed(parent):
        parent.show()
    line = listed.fontMetrics().height()
    wide = Row(listed, 0).area().height()
    parent.resize(260, 300)
    waited(qtbot, lambda: Row(listed, 0).area().height() >= wide + 2 * line)
