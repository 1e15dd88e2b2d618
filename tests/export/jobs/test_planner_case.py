"""Exports on a real disk for which names in two cases are one file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.errors import ExportError
from editor.export.jobs.job import ExportSource, ReviewFile
from editor.export.jobs.planner import plan_files
from editor.export.jobs.preset import ExportPreset
from editor.export.jobs.writer import find_existing_files
from editor.export.options import ExportOptions
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity
from tests.export.reviews import review
from tests.storage.disks import case_ignoring_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with case_ignoring_disk(tmp_path / "disk") as place:
        yield place


def test_no_file_is_written_twice_and_no_open_review_replaced(disk: Path, tmp_path: Path) -> None:
    texts = [tmp_path / "a" / "Salz.md", tmp_path / "b" / "SALZ.md"]
    for path in texts:
        path.parent.mkdir()
        path.write_text("---\nform: film\ntitle: Salz\n---\n", "utf-8")
    (disk / "out").mkdir()
    preset = ExportPreset(("html",), ExportOptions(), folder=str(disk / "out"))
    plan = plan_files([ReviewFile(path) for path in texts], preset)
    assert [job.source.path for job in plan.jobs] == [texts[0]]
    (refused,) = plan.refused
    assert "dieselbe Datei" in refused.problems["html"].german

    own, other = disk / "eigene.md", disk / "andere.md"
    own.write_text("")
    other.write_text("")
    locks = Locks(tmp_path / "locks", ProcessIdentity.current())
    locks.acquire(other)
    source = ExportSource(review(title="Salz"), own, locks=locks)
    for name, why in (("EIGENE.MD", "die Rezension selbst"), ("Andere.MD", "anderen Fenster")):
        with pytest.raises(ExportError, match=why):
            find_existing_files({"md": disk / name}, {}, source)
