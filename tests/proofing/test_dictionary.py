"""The writer's dictionary: kept as lines of a text file, and never written over unread."""

import os
import stat
from pathlib import Path

import pytest

from editor.errors import ReviewFileError
from editor.proofing.dictionary import (
    change_words,
    load_words,
    load_words_and_error,
)

_BINARY = bytes(range(256))


def added(config: Path, word: str) -> tuple[str, ...]:
    return change_words(config, added=[word])


def removed(config: Path, word: str) -> tuple[str, ...]:
    return change_words(config, removed=[word])


def test_words_come_back_sorted_and_once(tmp_path: Path) -> None:
    change_words(tmp_path / "neu", ["Zoë", "Ähre", "Zoë"])
    assert set(load_words(tmp_path / "neu")) == {"Zoë", "Ähre"}
    assert (tmp_path / "neu" / "dictionary.txt").read_text("utf-8").count("\n") == 2


def test_missing_dictionary_is_empty(tmp_path: Path) -> None:
    assert load_words(tmp_path) == ()


def test_only_a_dictionary_that_is_there_and_unreadable_is_a_problem(tmp_path: Path) -> None:
    assert load_words_and_error(tmp_path / "keins") == ((), None)
    (tmp_path / "dictionary.txt").mkdir()
    words, problem = load_words_and_error(tmp_path)
    assert words == ()
    assert problem is not None
    assert "nicht lesbar" in problem.german


def test_unreadable_dictionary_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "dictionary.txt"
    path.write_bytes(_BINARY)
    assert load_words(tmp_path) == ()
    for change in (added, removed):
        with pytest.raises(ReviewFileError):
            change(tmp_path, "neu")
    assert path.read_bytes() == _BINARY


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_nobody_else_may_read_it_whatever_the_folder_was(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    path = folder / "dictionary.txt"
    path.write_text("Alt\n", "utf-8")
    for there, mode in ((folder, 0o755), (path, 0o644)):
        there.chmod(mode)
    added(folder, "Neu")
    assert [stat.S_IMODE(item.stat().st_mode) for item in (folder, path)] == [0o700, 0o600]


def test_what_another_window_has_added_stays(tmp_path: Path) -> None:
    ours = added(tmp_path, "Ähre")
    theirs = added(tmp_path, " Zoë\n")
    assert (ours, theirs) == (("Ähre",), ("Zoë", "Ähre"))
    assert removed(tmp_path, "Ähre") == ("Zoë",)
    assert removed(tmp_path, "Ähre") == load_words(tmp_path) == ("Zoë",)
    assert change_words(tmp_path, added=["Vik", "Ada"], removed=["Zoë"]) == ("Ada", "Vik")


def test_a_dictionary_behind_a_link_stays_behind_it(tmp_path: Path) -> None:
    real, folder = tmp_path / "dotfiles.txt", tmp_path / "config"
    real.write_text("Alt\n", "utf-8")
    folder.mkdir()
    (folder / "dictionary.txt").symlink_to(real)
    added(folder, "Neu")
    assert (folder / "dictionary.txt").is_symlink()
    assert real.read_text("utf-8") == "Alt\nNeu\n"


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("im Weg")
    with pytest.raises(ReviewFileError, match=r"Wörterbuch lässt sich nicht in .*config sichern"):
        change_words(tmp_path / "config", ["neu"])
