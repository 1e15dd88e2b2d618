"""Words accepted without a finding, and decision keys where nothing is found."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.proofing.dictionary import change_words, load_words
from editor.settings import Folders
from tests.gui.actions import find, press, section, type_into, waited


@pytest.fixture
def writing(unchecked: Program) -> Program:
    story = section(unchecked, "story")
    type_into(story, "Das Quorwel leuchtet.")
    story.select(6, 6)
    return unchecked


def test_key_puts_the_word_at_the_cursor_into_the_dictionary(
    writing: Program, folders: Folders, qtbot: QtBot
) -> None:
    QTest.keySequence(section(writing, "story"), QKeySequence("Ctrl+Shift+D"))
    waited(qtbot, lambda: load_words(folders.config) == ("Quorwel",))
    assert (
        writing.session.window.message_bar.sentence == "„Quorwel“ steht jetzt in Ihrem Wörterbuch."
    )
    press(writing, "know_always")
    assert load_words(folders.config) == ("Quorwel",)
    assert (
        writing.session.window.message_bar.sentence == "„Quorwel“ steht schon in Ihrem Wörterbuch."
    )


def test_key_makes_the_word_known_in_this_review(writing: Program, folders: Folders) -> None:
    press(writing, "know_here")
    assert writing.session.document.review.fact("vocabulary") == ["Quorwel"]
    assert load_words(folders.config) == ()
    assert "„Quorwel“" in writing.session.window.message_bar.sentence


def test_word_that_a_file_has_by_itself_stays_accepted(writing: Program) -> None:
    writing.session.document.edit_fact("vocabulary", "Meyer", typing=False)
    press(writing, "know_here")
    assert writing.session.document.review.fact("vocabulary") == ["Meyer", "Quorwel"]


@pytest.mark.parametrize(
    "verb", ["know_always", "know_here", "hide", "rule_off", "explain", "apply_first", "apply_2"]
)
def test_key_at_nothing_says_so(unchecked: Program, folders: Folders, verb: str) -> None:
    type_into(section(unchecked, "story"), "Ein – ")
    press(unchecked, verb)
    assert unchecked.session.window.message_bar.isVisible()
    assert unchecked.session.window.message_bar.sentence == "Am Cursor ist kein Hinweis."
    assert load_words(folders.config) == ()


def test_words_of_another_window_stay_and_come_here(
    writing: Program, folders: Folders, qtbot: QtBot
) -> None:
    change_words(folders.config, ["Anderswo"])
    press(writing, "know_always")
    waited(qtbot, lambda: load_words(folders.config) == ("Anderswo", "Quorwel"))
    waited(qtbot, lambda: writing.session.proofing.decisions.words == ("Anderswo", "Quorwel"))
    change_words(folders.config, ["Anderswo", "Noch eins", "Quorwel"])
    find(writing, QPushButton, "notice.action").click()
    waited(qtbot, lambda: load_words(folders.config) == ("Anderswo", "Noch eins"))


def test_list_that_is_read_leaves_the_words_of_another_window(
    writing: Program, folders: Folders, qtbot: QtBot
) -> None:
    change_words(folders.config, ["Anderswo"])
    writing.session.proofing.decisions.dictionary.change(added=["Okoro", "Vik"])
    waited(qtbot, lambda: load_words(folders.config) == ("Anderswo", "Okoro", "Vik"))
    waited(qtbot, lambda: writing.session.proofing.decisions.words == ("Anderswo", "Okoro", "Vik"))
    writing.session.proofing.decisions.dictionary.change(removed=["Okoro", "Vik"])
    waited(qtbot, lambda: load_words(folders.config) == ("Anderswo",))


def test_decisions_in_a_row_apply_at_once_and_all_reach_the_file(
    writing: Program, folders: Folders, qtbot: QtBot
) -> None:
    dictionary, seen = writing.session.proofing.decisions.dictionary, list[tuple[str, ...]]()
    dictionary.changed.connect(lambda: seen.append(dictionary.words))
    dictionary.change(added=["Eins"])
    dictionary.change(added=["Drei"])
    dictionary.change(removed=["Eins"])
    assert seen == [("Eins",), ("Drei", "Eins"), ("Drei",)]
    waited(qtbot, lambda: not dictionary.pending)
    assert load_words(folders.config) == ("Drei",)
    assert len(seen) == 3


def test_word_that_cannot_be_kept_is_told_and_unknown_again(
    writing: Program, folders: Folders, qtbot: QtBot
) -> None:
    dictionary = folders.config / "dictionary.txt"
    dictionary.parent.mkdir(parents=True, exist_ok=True)
    dictionary.write_bytes(b"\xff\xfe\x00")
    press(writing, "know_always")
    assert "Quorwel" in writing.session.proofing.decisions.words
    waited(qtbot, lambda: "ist kein Text in UTF-8" in writing.session.window.message_bar.sentence)
    assert not writing.session.proofing.decisions.words
    assert dictionary.read_bytes() == b"\xff\xfe\x00"
