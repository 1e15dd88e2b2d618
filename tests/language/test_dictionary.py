"""The writer's dictionary: kept as lines of a text file, and never written over unread."""

from pathlib import Path

import pytest

from editor.errors import ReviewFileError
from editor.language.dictionary import load_words, save_words


def test_words_come_back_sorted_and_once(tmp_path: Path) -> None:
    save_words(tmp_path / "neu", ["Zoë", "Ähre", "Zoë"])
    assert set(load_words(tmp_path / "neu")) == {"Zoë", "Ähre"}
    assert (tmp_path / "neu" / "dictionary.txt").read_text("utf-8").count("\n") == 2


def test_missing_dictionary_is_empty(tmp_path: Path) -> None:
    assert load_words(tmp_path) == ()


def test_unreadable_dictionary_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "dictionary.txt"
    path.write_bytes(b"Gr\xfc\xdfe\n")
    assert load_words(tmp_path) == ()
    with pytest.raises(ReviewFileError, match="kein Text in UTF-8"):
        save_words(tmp_path, ["neu"])
    assert path.read_bytes() == b"Gr\xfc\xdfe\n"
