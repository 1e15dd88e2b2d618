"""Words that the writer wants known though nothing is found about them, and keys at nothing."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from editor.gui.app import Editor
from editor.language.dictionary import load_words
from editor.settings import Folders
from tests.gui.actions import press, section, type_into


@pytest.fixture
def writing(unchecked: Editor) -> Editor:
    story = section(unchecked, "story")
    type_into(story, "Das Quorwel leuchtet.")
    story.select(6, 6)
    return unchecked


def test_key_puts_the_word_at_the_cursor_into_the_dictionary(
    writing: Editor, folders: Folders
) -> None:
    QTest.keySequence(section(writing, "story"), QKeySequence("Ctrl+Shift+D"))
    assert load_words(folders.config) == ("Quorwel",)
    assert writing.window.notice.sentence == "„Quorwel“ steht jetzt in Ihrem Wörterbuch."
    press(writing, "know_always")
    assert load_words(folders.config) == ("Quorwel",)
    assert writing.window.notice.sentence == "„Quorwel“ steht schon in Ihrem Wörterbuch."


def test_key_makes_the_word_known_in_this_review(writing: Editor, folders: Folders) -> None:
    press(writing, "know_here")
    assert writing.document.review.fact("vocabulary") == ["Quorwel"]
    assert load_words(folders.config) == ()
    assert "„Quorwel“" in writing.window.notice.sentence


@pytest.mark.parametrize("verb", ["know_always", "know_here", "hide", "rule_off"])
def test_key_at_nothing_says_so(unchecked: Editor, folders: Folders, verb: str) -> None:
    type_into(section(unchecked, "story"), "Ein – ")
    press(unchecked, verb)
    assert unchecked.window.notice.isVisible()
    assert unchecked.window.notice.sentence == "Am Cursor ist nichts gemeldet."
    assert load_words(folders.config) == ()
