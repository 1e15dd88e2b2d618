"""Every kind of file is opened as well as can be or refused in one sentence, and stays."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from editor.errors import ReviewFileError
from editor.storage import load_save, review_file
from editor.storage.file_errors import SaveError
from tests.bad_files import GOOD, KINDS, NAMES, Kind, state

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes, devices and links")

HANG_S = 60


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_file_is_opened_as_well_as_can_be_or_refused(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    kind.make(path)
    before = state(path)
    if kind.opened == "refused":
        with pytest.raises(ReviewFileError) as caught:
            load_save.load_review(path)
        for sentence in (caught.value.german, caught.value.english):
            assert sentence.endswith(".")
            assert "\n" not in sentence
        assert "bitte" in caught.value.german
    else:
        check_loaded(kind, load_save.load_review(path), before[0])
    assert state(path) == before
    assert not Path("verboten").exists()


def check_loaded(kind: Kind, loaded: load_save.LoadedReview, before: object) -> None:
    assert isinstance(before, bytes)
    written = review_file.dumps(loaded.review)
    assert loaded.review == review_file.parse(written)
    assert loaded.damaged == (kind.opened == "copy")
    assert (loaded.notice is None) == (kind.opened == "same")
    if kind.opened == "same":
        assert written.encode() == before
    if kind.opened == "recoded":
        assert "Grüße" in written
        assert written.startswith("---\ntitle: Größe\n")
    if kind.title:
        assert loaded.review.title == kind.title
    edited = loaded.review.with_text("story", "Anders.").with_fact("title", "Neu")
    again = review_file.parse(review_file.dumps(edited))
    assert again.title == "Neu"
    assert again.text("story") == "Anders."


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_what_is_saved_over_another_encoding_is_utf8(kind: Kind, tmp_path: Path) -> None:
    if kind.opened != "recoded":
        return
    path = tmp_path / "rezension.md"
    kind.make(path)
    loaded = load_save.load_review(path)
    assert isinstance(
        load_save.save_unless_changed(loaded.review, path, loaded.digest), load_save.SaveResult
    )
    assert "Grüße" in path.read_text("utf-8")
    assert load_save.load_review(path).notice is None


def test_file_that_grows_while_it_is_read_comes_to_an_end(tmp_path: Path) -> None:
    path, done = tmp_path / "wächst.md", threading.Event()
    path.write_text(GOOD, "utf-8")

    def grow() -> None:
        with path.open("ab") as file:
            while not done.is_set():
                file.write(b"mehr ")
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        text = load_save.load_review(path).review.text("story")
    finally:
        done.set()
        writer.join()
    assert text.startswith("Grüße")


def test_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "riesig.md"
    with path.open("wb") as file:
        file.truncate(load_save.MAX_BYTES + 1)
    with pytest.raises(ReviewFileError, match="zu groß"):
        load_save.load_review(path)


@pytest.mark.parametrize("name", ["a pipe", "a device"])
def test_anything_but_a_regular_file_is_neither_waited_for_nor_replaced(
    name: str, tmp_path: Path
) -> None:
    """In a process of its own: a hang would be one for ever."""
    path = tmp_path / "rezension.md"
    next(kind for kind in KINDS if kind.name == name).make(path)
    review = review_file.parse(GOOD)
    with pytest.raises(SaveError, match="Gerät"):
        load_save.save_review(review, path)
    for command in (
        ["stats", path],
        ["export", path, "--to", "html", "-o", "-"],
        ["import", path, "-o", "-"],
    ):
        ended = subprocess.run(
            [sys.executable, "-m", "editor", *map(str, command)],
            capture_output=True,
            encoding="utf-8",
            timeout=HANG_S,
            check=False,
        )
        assert ended.returncode == 2
        told = [line for line in ended.stderr.splitlines() if " exportiert, " not in line]
        assert len(told) == 1
    assert load_save.file_digest(path) == ""
    assert not path.is_file()


def test_name_as_long_as_the_disk_allows_is_saved(tmp_path: Path) -> None:
    path = tmp_path / f"{'ä' * 125}.md"
    load_save.save_review(review_file.parse(GOOD), path)
    load_save.save_review(review_file.parse(GOOD), path)
    assert list(tmp_path.iterdir()) == [path]


def test_no_permission_is_one_sentence(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    folder = tmp_path / "zu"
    folder.mkdir()
    path = folder / "rezension.md"
    path.write_text(GOOD, "utf-8")
    folder.chmod(0)
    try:
        with pytest.raises(ReviewFileError, match="Rechte"):
            load_save.load_review(path)
    finally:
        folder.chmod(0o700)


def test_indented_front_matter_takes_new_facts_and_loses_old_ones() -> None:
    review = review_file.parse("---\n  a: 1\n  b:\n    - x\n  c: |\n    y\n---\nText\n")
    review = review.with_fact("a", None).with_fact("title", "Neu").with_fact("year", 2020)
    again = review_file.parse(review_file.dumps(review))
    assert again.title == "Neu"
    assert again.fact("a") is None
    assert again.fact("b") == ["x"]
    assert again.fact("c") == "y\n"
