"""Spoilers in the editor: a head and a margin line instead of tags, by key and by mouse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.editor.spoilers.spoiler_label_edit import SpoilerLabelEdit
from editor.languagetool.finding import Finding, FindingKind
from editor.review.form import load_form
from editor.storage.review_file import new_review
from tests.gui.actions import press, section, type_into
from tests.gui.form_bench import FormBench

OPEN, CLOSED = '<details markdown="1"><summary>Spoiler</summary>\n\n', "\n\n</details>"
BODY = "Er stirbt.\n\nSie auch."
TEXT = f"Vorher.\n\n{OPEN}{BODY}{CLOSED}\n\nNachher."
HEAD = TEXT.index("<details")
INSIDE = TEXT.index("Er stirbt")
BEHIND = TEXT.index("Nachher")
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def story(form_bench: FormBench) -> SectionEditor:
    """The editor of a review that was opened with TEXT."""
    return opened(form_bench, TEXT)


def opened(bench: FormBench, text: str) -> SectionEditor:
    review = new_review(load_form("film")).with_text("story", text)
    bench.session.document.open(review, None)
    bench.session.window.form.build()
    field = section(bench, "story")
    field.setFocus()
    return field


def visible(field: SectionEditor) -> list[str]:
    """Return the lines that are seen; the start tag, which is beside the page, as “…”."""
    block, lines = field.document().begin(), []
    while block.isValid():
        if block.isVisible() and block.text():
            lines.append("…" if block.blockFormat().textIndent() < 0 else block.text())
        block = block.next()
    return lines


def press_key(field: SectionEditor, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(field, key)


def test_opened_spoiler_is_folded_and_its_source_is_kept(story: SectionEditor) -> None:
    assert visible(story) == ["Vorher.", "…", "Nachher."]
    assert story.text == TEXT


def test_click_on_the_head_unfolds_and_folds(story: SectionEditor) -> None:
    head = story.cursorRect(story.spanned(HEAD, HEAD))
    folded_height = story.height()
    for expected in (["Vorher.", "…", "Er stirbt.", "Sie auch.", "Nachher."], None):
        place = QPoint(20, head.center().y())
        QTest.mouseClick(story.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert visible(story) == (expected or ["Vorher.", "…", "Nachher."])
        assert (story.height() > folded_height) is (expected is not None)
    assert story.text == TEXT


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_key_in_the_head_unfolds_and_folds(story: SectionEditor, key: Qt.Key) -> None:
    story.select(HEAD, HEAD)
    press_key(story, key)
    assert "Er stirbt." in visible(story)
    press_key(story, key)
    assert "Er stirbt." not in visible(story)
    assert story.text == TEXT


def test_action_folds_the_spoiler_at_the_cursor_or_all(
    form_bench: FormBench, story: SectionEditor
) -> None:
    story.select(0, 0)
    press(form_bench, "spoiler_fold")
    assert "Er stirbt." in visible(story)
    story.select(INSIDE + 2, INSIDE + 2)
    press(form_bench, "spoiler_fold")
    assert visible(story) == ["Vorher.", "…", "Nachher."]
    assert story.cursor_place() == HEAD


def test_arrows_step_over_a_folded_spoiler(story: SectionEditor) -> None:
    story.select(HEAD, HEAD)
    press_key(story, RIGHT)
    assert story.cursor_place() == TEXT.index("\nNachher")
    press_key(story, LEFT)
    assert story.cursor_place() == HEAD
    press_key(story, DOWN, 2)
    assert TEXT[story.cursor_place() :].startswith("Nachher")
    press_key(story, UP, 2)
    assert story.cursor_place() == HEAD
    assert visible(story) == ["Vorher.", "…", "Nachher."]


@pytest.mark.parametrize("place", [0, 7])
def test_arrows_stop_at_a_head(story: SectionEditor, place: int) -> None:
    story.select(place, place)
    press_key(story, DOWN, 2)
    assert story.cursor_place() == HEAD
    story.select(BEHIND + place, BEHIND + place)
    press_key(story, UP, 2)
    assert story.cursor_place() == HEAD
    assert visible(story) == ["Vorher.", "…", "Nachher."]


def test_arrows_go_through_an_unfolded_spoiler(story: SectionEditor) -> None:
    story.spoilers.fold_all(folded=False)
    story.select(HEAD, HEAD)
    press_key(story, RIGHT)
    assert story.cursor_place() == INSIDE
    press_key(story, LEFT)
    assert story.cursor_place() == HEAD
    end = TEXT.index(CLOSED)
    story.select(end, end)
    press_key(story, RIGHT)
    assert story.cursor_place() == TEXT.index("\nNachher")
    press_key(story, LEFT)
    assert story.cursor_place() == end
    press_key(story, DOWN, 2)
    assert story.cursor_place() >= BEHIND


def test_search_and_undo_unfold(form_bench: FormBench, story: SectionEditor) -> None:
    form_bench.session.window.form.show_place("story", INSIDE, INSIDE + 2)
    assert "Er stirbt." in visible(story)
    story.spoilers.fold_all(folded=True)
    form_bench.session.window.form.go_to("story", INSIDE, INSIDE + 2)
    assert "Er stirbt." in visible(story)
    type_into(story, "Wer")
    story.select(0, 0)
    story.spoilers.fold_all(folded=True)
    press(form_bench, "undo")
    assert "W stirbt." in visible(story)


def test_letters_in_the_head_go_into_the_text(story: SectionEditor) -> None:
    story.select(HEAD, HEAD)
    type_into(story, "Ja! ")
    assert story.text == TEXT.replace("Er stirbt", "Ja! Er stirbt")
    assert "Ja! Er stirbt." in visible(story)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_deleting_in_the_head_leaves_the_text(
    form_bench: FormBench, story: SectionEditor, key: Qt.Key
) -> None:
    story.select(HEAD, HEAD)
    press_key(story, key)
    assert story.text == f"Vorher.\n\n{BODY}\n\nNachher."
    assert visible(story) == ["Vorher.", "Er stirbt.", "Sie auch.", "Nachher."]
    press(form_bench, "undo")
    assert story.text == TEXT


def test_no_key_joins_a_paragraph_with_a_tag(story: SectionEditor) -> None:
    story.select(BEHIND, BEHIND)
    press_key(story, Qt.Key.Key_Backspace)
    assert story.cursor_place() == HEAD
    story.select(7, 7)
    press_key(story, Qt.Key.Key_Delete)
    assert story.cursor_place() == HEAD
    end = TEXT.index(CLOSED)
    story.select(end, end)
    press_key(story, Qt.Key.Key_Delete)
    assert story.text == TEXT
    story.select(BEHIND, BEHIND)
    press_key(story, Qt.Key.Key_Backspace)
    assert story.cursor_place() == end
    assert story.text == TEXT


def test_spoiler_is_made_typed_and_left_by_its_key(form_bench: FormBench) -> None:
    story = opened(form_bench, "")
    press(form_bench, "spoiler")
    type_into(story, "Er stirbt.")
    assert visible(story) == ["…", "Er stirbt."]
    press(form_bench, "spoiler")
    type_into(story, "Danach.")
    assert story.text == f"{OPEN}Er stirbt.{CLOSED}\n\nDanach."
    assert visible(story) == ["…", "Er stirbt.", "Danach."]


def test_empty_paragraph_at_its_end_leads_out(form_bench: FormBench) -> None:
    story = opened(form_bench, "")
    press(form_bench, "spoiler")
    type_into(story, "Er stirbt.\nSie auch.\n\nDanach.")
    assert story.text == f"{OPEN}{BODY}{CLOSED}\n\nDanach."


def test_formats_never_reach_the_tags(form_bench: FormBench, story: SectionEditor) -> None:
    for verb in ("bold", "code", "heading", "bullets", "quote"):
        story.select(HEAD, HEAD)
        press(form_bench, verb)
        assert OPEN in story.text, verb
        press(form_bench, "undo")
    assert story.text == TEXT


def test_unfinished_spoiler_shows_plainly(form_bench: FormBench) -> None:
    text = f"{OPEN}Er stirbt.\n\nNachher."
    story = opened(form_bench, text)
    assert visible(story) == [line for line in text.split("\n") if line]
    story.moveCursor(story.textCursor().MoveOperation.End)
    type_into(story, "\n</details>")
    assert visible(story) == ["…", "Er stirbt.", "Nachher."]


KEYS = st.lists(
    st.sampled_from(
        [LEFT, RIGHT, UP, DOWN, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_X, Qt.Key.Key_Return]
    ),
    max_size=12,
)


def test_any_keys_keep_the_tags_and_every_letter(form_bench: FormBench) -> None:
    story = opened(form_bench, TEXT)

    @settings(max_examples=12, deadline=None)
    @given(KEYS, st.sampled_from([0, HEAD, INSIDE, BEHIND, len(TEXT)]))
    def holds(keys: list[Qt.Key], place: int) -> None:
        story.replace(0, len(story.text), TEXT)
        story.select(place, place)
        for key in keys:
            QTest.keyClick(story, key)
        assert OPEN.strip() in story.text
        assert story.text.count("</details>") == 1
        assert story.text.count("x") == keys.count(Qt.Key.Key_X)
        assert "</details>" not in visible(story)

    holds()


def test_selection_of_everything_leaves_spoilers_folded(story: SectionEditor) -> None:
    story.selectAll()
    assert visible(story) == ["Vorher.", "…", "Nachher."]
    story.copy()
    assert QGuiApplication.clipboard().text() == TEXT


def test_finding_in_a_folded_spoiler_unfolds_it(story: SectionEditor) -> None:
    found = Finding(INSIDE, INSIDE + 2, "R", "C", "M", (), FindingKind.SPELLING)
    story.findings.show([found])
    assert story.findings.reveal(found)
    assert "Er stirbt." in visible(story)
    assert story.findings.area_of(found) == story.area(INSIDE, INSIDE + 2)


def label_edit(story: SectionEditor) -> SpoilerLabelEdit:
    edit = story.findChild(SpoilerLabelEdit)
    assert edit is not None
    return edit


def test_label_is_changed_by_key_and_by_mouse(
    form_bench: FormBench, story: SectionEditor, qtbot: QtBot
) -> None:
    story.select(HEAD, HEAD)
    press_key(story, Qt.Key.Key_F2)
    type_into(label_edit(story), "Das <Ende>\n")
    assert "<summary>Das &lt;Ende&gt;</summary>" in story.text
    assert story.hasFocus()
    assert visible(story) == ["Vorher.", "…", "Nachher."]
    press(form_bench, "undo")
    assert story.text == TEXT
    qtbot.waitUntil(lambda: story.findChild(SpoilerLabelEdit) is None)
    head = story.cursorRect(story.spanned(HEAD, HEAD)).center().y()
    place = QPoint(20, head)
    QTest.mouseClick(story.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(story.viewport(), Qt.MouseButton.LeftButton, pos=place)
    edit = label_edit(story)
    type_into(edit, "Nein")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert story.text == TEXT
    assert story.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_X])
def test_selection_that_cuts_a_spoiler_takes_its_tags_along(
    story: SectionEditor, key: Qt.Key
) -> None:
    story.select(3, INSIDE + 3)
    QTest.keyClick(story, key)
    typed = "x" if key == Qt.Key.Key_X else ""
    assert story.text == f"Vor{typed}stirbt.\n\nSie auch.\n\nNachher."


def test_whole_spoiler_is_deleted_as_selected(story: SectionEditor) -> None:
    story.select(0, BEHIND)
    press_key(story, Qt.Key.Key_Delete)
    assert story.text == "Nachher."


VERBS = st.sampled_from(["bold", "spoiler", "spoiler_fold", "undo", "redo", "quote", "bullets"])
COPIES = {"cut": SectionEditor.cut, "copy": SectionEditor.copy, "paste": SectionEditor.paste}
EDITS = st.lists(
    st.one_of(
        st.sampled_from([LEFT, RIGHT, UP, DOWN, Qt.Key.Key_Return, Qt.Key.Key_Backspace]),
        st.sampled_from([Qt.Key.Key_Delete, Qt.Key.Key_X]),
        st.one_of(VERBS, st.sampled_from(sorted(COPIES))),
        st.tuples(st.integers(0, 130), st.integers(0, 130)),
    ),
    max_size=16,
)


def test_any_edits_leave_the_cursor_in_sight_and_every_tag_out_of_it(
    form_bench: FormBench,
) -> None:
    QGuiApplication.clipboard().setText("kopiert")
    story = opened(form_bench, TEXT)

    @settings(max_examples=40, deadline=None)
    @given(EDITS)
    def holds(edits: list[Qt.Key | str | tuple[int, int]]) -> None:
        story.replace(0, len(story.text), TEXT)
        for edit in edits:
            if isinstance(edit, tuple):
                story.select(*(min(place, len(story.text)) for place in edit))
            elif edit in COPIES:
                COPIES[edit](story)
            elif isinstance(edit, str):
                form_bench.session.actions[edit].trigger()
            else:
                QTest.keyClick(story, edit)
            assert form_bench.session.document.review.text("story") == story.text
            assert story.textCursor().block().isVisible()
            shown = len(story.spoilers.shown)
            assert visible(story).count("…") == shown
            assert story.text.count("<details") == story.text.count("</details>") == shown

    holds()


def test_dead_key_in_the_head_writes_into_the_text(story: SectionEditor) -> None:
    story.move_cursor(HEAD, selecting=False)
    compose(story, "é")
    assert story.text == TEXT.replace("Er stirbt", "éEr stirbt")


def test_dead_key_over_a_selection_leaves_no_tag_behind(story: SectionEditor) -> None:
    story.select(2, INSIDE + 3)
    compose(story, "é")
    assert story.text == "Voéstirbt.\n\nSie auch.\n\nNachher."


def compose(field: SectionEditor, character: str) -> None:
    """Type a character as an input method or a dead key does: first its sign, then the letter."""
    for event in (QInputMethodEvent("´", []), QInputMethodEvent()):
        if not event.preeditString():
            event.setCommitString(character)
        QApplication.sendEvent(field, event)


def test_letter_over_all_before_a_spoiler_leaves_it_its_line(story: SectionEditor) -> None:
    story.select(0, HEAD)
    type_into(story, "x")
    assert story.text == TEXT.replace("Vorher.", "x")


def test_copy_of_a_part_of_a_spoiler_has_no_tag(story: SectionEditor) -> None:
    story.select(0, INSIDE + 10)
    story.copy()
    assert QGuiApplication.clipboard().text() == "Vorher.\n\nEr stirbt."
    story.selectAll()
    story.copy()
    assert QGuiApplication.clipboard().text() == TEXT


def test_spoiler_pasted_into_a_spoiler_is_text(story: SectionEditor) -> None:
    story.select(HEAD, HEAD + len(OPEN + BODY + CLOSED))
    story.copy()
    story.select(INSIDE, INSIDE)
    story.paste()
    assert story.text.count("details") == 2
    assert story.text.count("Er stirbt.") == 2
