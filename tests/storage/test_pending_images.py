"""Pictures that wait: those that are needed stay, whatever their draft looks like."""

import json
import os
import time
from pathlib import Path

import pytest

from editor.errors import JournalError
from editor.storage.attachments import image_markdown
from editor.storage.draft import Draft
from editor.storage.journal import RETENTION_DAYS, Journal
from editor.storage.pending_images import PendingImages

NAMES = ("salz-cover.png", "café-𝒜.jpg", "größe.webp")
ID = "0123456789abcdef" * 2


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def waiting(tmp_path: Path, journal: Path) -> PendingImages:
    folder = tmp_path / "wartend"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes(b"x")
    return PendingImages(folder, Journal(journal))


def names(waiting: PendingImages) -> set[str]:
    return {path.name for path in waiting.folder.iterdir()}


def test_image_that_is_not_mentioned_is_removed(waiting: PendingImages) -> None:
    waiting.release([NAMES[0], "../fremd.png", "fehlt.png"])
    assert names(waiting) == {*NAMES[1:]}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fact", [True, False], ids=["fact", "text"])
def test_what_a_draft_mentions_stays_however_it_is_written(
    waiting: PendingImages, journal: Path, name: str, fact: bool
) -> None:
    text = f"---\nimage: {name}\n---\n" if fact else image_markdown("Alt", name)
    Journal(journal).write(Draft(ID, text))
    waiting.release(NAMES)
    assert names(waiting) == {name}
    Journal(journal).remove(ID)
    waiting.release(NAMES)
    assert names(waiting) == set()


@pytest.mark.parametrize("ending", [".json", ".json.damaged", ".json.k3j_9x0a.neu"])
def test_draft_that_cannot_be_understood_keeps_its_pictures(
    waiting: PendingImages, journal: Path, ending: str
) -> None:
    journal.mkdir()
    newer = json.dumps({"version": 99, "body": image_markdown("Alt", NAMES[1])})
    (journal / f"{ID}{ending}").write_bytes(b"\xff kaputt " + newer.encode())
    waiting.release(NAMES)
    assert names(waiting) == {NAMES[1]}


def test_text_that_is_open_keeps_its_pictures(waiting: PendingImages) -> None:
    waiting.release(NAMES, [image_markdown("Alt", NAMES[1]), f"image: {NAMES[2]}"])
    assert names(waiting) == {*NAMES[1:]}


def test_nothing_goes_while_drafts_cannot_be_read(waiting: PendingImages, journal: Path) -> None:
    journal.write_text("kein Ordner")
    with pytest.raises(JournalError, match="nicht lesbar"):
        waiting.release(NAMES)
    assert names(waiting) == {*NAMES}


def test_old_ones_go_unless_a_draft_needs_them(waiting: PendingImages, journal: Path) -> None:
    (waiting.folder / ".k3j_9x0a.neu").write_bytes(b"x")
    for name, days in ((NAMES[0], 1), (NAMES[1], 1), (NAMES[2], -1), (".k3j_9x0a.neu", 1)):
        then = time.time() - (RETENTION_DAYS + days) * 24 * 60 * 60
        os.utime(waiting.folder / name, (then, then))
    Journal(journal).write(Draft(ID, image_markdown("Alt", NAMES[1])))
    waiting.clear_expired()
    assert names(waiting) == {*NAMES[1:]}


def test_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    waiting = PendingImages(tmp_path / "fehlt", Journal(tmp_path))
    waiting.clear_expired()
    waiting.release(NAMES)
    assert waiting.mentioned_in("x") == frozenset()
