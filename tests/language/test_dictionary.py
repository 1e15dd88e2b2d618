"""The writer's dictionary: kept as lines of a text file, and never written over unread."""

from pathlib import Path

import pytest

from editor.errors import ReviewFileError
from editor.language.dictionary import load_words, save_words, words_and_problem

_BINARY = bytes(range(256))


def test_words_come_back_sorted_and_once(tmp_path: Path) -> None:
    save_words(tmp_path / "neu", ["Zoë", "Ähre", "Zoë"])
    assert set(load_words(tmp_path / "neu")) == {"Zoë", "Ähre"}
    assert (tmp_path / "neu" / "dictionary.txt").read_text("utf-8").count("\n") == 2


def test_missing_dictionary_is_empty(tmp_path: Path) -> None:
    assert load_words(tmp_path) == ()


def test_only_a_dictionary_that_is_there_and_unreadable_is_a_problem(tmp_path: Path) -> None:
    assert words_and_problem(tmp_path / "keins") == ((), None)
    (tmp_path / "dictionary.txt").mkdir()
    words, problem = words_and_problem(tmp_path)
    assert words == ()
    assert problem is not None
    assert "nicht lesbar" in problem.german


def test_unreadable_dictionary_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "dictionary.txt"
    path.write_bytes(_BINARY)
    assert load_words(tmp_path) == ()
    with pytest.raises(ReviewFileError):
        save_words(tmp_path, ["neu"])
    assert path.read_bytes() == _BINARY
