"""Saves one after the other, without a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.gui.document import Document
from editor.gui.files.save_queue import SaveQueue, SaveRequest
from editor.gui.worker import Worker
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage import load_save
from editor.storage.file_location import FileLocation
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity
from editor.storage.review_file import dumps, new_review
from tests.gui.other_program import save_elsewhere

SALT = new_review(load_form("film"), [("title", "Salz")])


class Versions:
    """Notes what it is asked to keep, with what the file holds at that moment."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Path, bool]] = []

    def before(self, path: Path) -> None:
        self.calls.append(("before", path, path.exists()))

    def after(self, path: Path, review: Review) -> None:
        assert path.read_text("utf-8") == dumps(review)
        self.calls.append(("after", path, path.exists()))


class Bench:
    """A document with a queue, and everything that the queue says."""

    def __init__(self, locks: Locks | None = None) -> None:
        self.document = Document(SALT)
        self.worker = Worker(newest_only=False)
        self.versions = Versions()
        self.queue = SaveQueue(self.document, self.worker, locks=locks, versions=self.versions)
        self.events: list[tuple[object, ...]] = []
        for name in ("failed", "message", "postponed", "conflict", "saved"):
            getattr(self.queue, name).connect(
                lambda *values, name=name: self.events.append((name, *values))
            )

    def names(self) -> list[object]:
        return [event[0] for event in self.events]

    def write(self, text: str) -> None:
        self.document.edit_text("story", text, typing=False, boundary=True)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.worker.stop()


def idle(qtbot: QtBot, bench: Bench) -> None:
    qtbot.waitUntil(lambda: not (bench.queue.busy or bench.worker.busy))


def text_in(path: Path) -> str:
    return load_save.load_review(path).review.text("story")


def test_a_save_is_noted_in_the_document(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    path, then = tmp_path / "salz.md", list[str]()
    bench.write("Salzig.")
    bench.queue.submit(SaveRequest(path, lambda: then.append(text_in(path))))
    assert bench.queue.busy
    idle(qtbot, bench)
    assert (bench.document.path, bench.document.dirty) == (path, False)
    assert bench.document.digest == load_save.file_digest(path)
    assert (bench.events, then) == ([("saved", path)], ["Salzig."])
    assert bench.versions.calls == [("before", path, False), ("after", path, True)]


def test_a_save_behind_another_writes_what_is_there_then(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second, texts = tmp_path / "a.md", tmp_path / "b.md", list[str]()
    bench.write("Eins.")
    bench.queue.submit(SaveRequest(first, lambda: bench.write("Zwei.")))
    bench.queue.submit(SaveRequest(second, lambda: texts.append(text_in(second))))
    idle(qtbot, bench)
    assert (text_in(first), texts) == ("Eins.", ["Zwei."])
    assert bench.names() == ["saved", "saved"]


def test_a_file_changed_elsewhere_is_not_replaced_and_ends_the_queue(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    path, other, then = tmp_path / "salz.md", tmp_path / "andere.md", list[str]()
    bench.queue.submit(SaveRequest(path))
    idle(qtbot, bench)
    save_elsewhere(SALT.with_text("story", "Dort."), path)
    bench.write("Hier.")
    bench.queue.submit(SaveRequest(path, lambda: then.append("saved")))
    bench.queue.submit(SaveRequest(other))
    idle(qtbot, bench)
    assert text_in(path) == "Dort."
    assert bench.names() == ["saved", "conflict"]
    assert (then, other.exists(), bench.document.dirty) == ([], False, True)

    bench.queue.submit(SaveRequest(path, quiet=True))
    idle(qtbot, bench)
    assert bench.names() == ["saved", "conflict"]

    bench.queue.submit(SaveRequest(path, replace=True))
    idle(qtbot, bench)
    assert (text_in(path), bench.document.dirty) == ("Hier.", False)


@pytest.mark.parametrize(("quiet", "event"), [(False, "failed"), (True, "message")])
def test_a_save_that_fails_for_good_is_told(
    bench: Bench, qtbot: QtBot, tmp_path: Path, quiet: bool, event: str
) -> None:
    bench.queue.submit(SaveRequest(tmp_path, quiet=quiet))
    idle(qtbot, bench)
    assert bench.names() == [event]
    assert bench.document.path is None


def test_a_save_that_ends_late_says_nothing_about_the_next_review(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    path, then = tmp_path / "salz.md", list[str]()
    bench.write("Alt.")
    bench.queue.submit(SaveRequest(path, lambda: then.append(text_in(path))))
    bench.document.open(SALT, None, saved=False)
    idle(qtbot, bench)
    assert then == ["Alt."]
    assert (bench.document.path, bench.document.dirty, bench.events) == (None, True, [])


def test_a_file_whose_disk_is_gone_is_not_created_on_the_one_below(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    path = place / "salz.md"
    bench.document.open(SALT, path, digest="0", location=FileLocation(path, place))
    bench.write("Salzig.")
    bench.queue.submit(SaveRequest(path))
    idle(qtbot, bench)
    assert bench.names() == ["postponed", "failed"]
    assert list(place.iterdir()) == []
    assert bench.document.dirty
    # Another place, and the same one by choice, are as good as any.
    bench.queue.submit(SaveRequest(tmp_path / "dort.md"))
    idle(qtbot, bench)
    assert text_in(tmp_path / "dort.md") == "Salzig."


def test_other_name_of_the_file_is_told(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "salz.md"
    bench.queue.submit(SaveRequest(path))
    idle(qtbot, bench)
    (tmp_path / "andere.md").hardlink_to(path)
    bench.write("Salzig.")
    bench.queue.submit(SaveRequest(path))
    idle(qtbot, bench)
    (sentence,) = [event[1] for event in bench.events if event[0] == "message"]
    assert "harte Verknüpfung" in str(sentence)
    bench.queue.submit(SaveRequest(path))
    idle(qtbot, bench)
    assert bench.names().count("message") == 1


def test_no_file_that_another_window_has_open_is_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    locks = Locks(tmp_path / "locks", ProcessIdentity.current())
    bench = Bench(locks)
    own, other, link = tmp_path / "salz.md", tmp_path / "pfeffer.md", tmp_path / "link.md"
    for path in (own, other):
        load_save.save_review(SALT, path)
        locks.acquire(path)
    link.symlink_to(other)
    bench.document.open(SALT, own)
    bench.write("Salzig.")
    for path in (other, link):
        bench.queue.submit(SaveRequest(path))
        idle(qtbot, bench)
    assert bench.names() == ["failed", "failed"]
    assert text_in(other) == ""
    bench.queue.submit(SaveRequest(own))
    idle(qtbot, bench)
    assert text_in(own) == "Salzig."
    bench.worker.stop()
