"""Java's temporary files go with the next start, where a kill has left them."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from editor.languagetool.process.scratch import make_scratch_folder, note_owner
from editor.storage.processes import ProcessIdentity

HERE = ProcessIdentity.current()
ENDED = replace(HERE, started="0 never")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("owner", "stays"), [(HERE, True), (ENDED, False), (replace(ENDED, host="elsewhere"), True)]
)
def test_a_folder_goes_when_its_java_has_ended(owner: ProcessIdentity, *, stays: bool) -> None:
    folder = Path(make_scratch_folder())
    note_owner(str(folder), owner)
    (folder / "de_DE.dic").write_text("unpacked")
    make_scratch_folder()
    assert folder.exists() == stays


def test_an_empty_folder_goes_when_no_java_has_come_for_an_hour() -> None:
    old, young = Path(make_scratch_folder()), Path(make_scratch_folder())
    hours_ago = time.time() - 7_200
    os.utime(old, (hours_ago, hours_ago))
    make_scratch_folder()
    assert not old.exists()
    assert young.exists()


def test_what_is_not_ours_stays(temporary: Path) -> None:
    written = temporary / "rezensent-report.txt"
    written.write_text("a report")
    folder, elsewhere = temporary / "rezensent-of-somebody", temporary / "elsewhere"
    for path in (folder, elsewhere):
        path.mkdir()
        (path / "owner.json").write_text("{}")
    note_owner(str(elsewhere), ENDED)
    (temporary / "rezensent-link").symlink_to(elsewhere)
    make_scratch_folder()
    assert written.exists()
    assert folder.exists()
    assert elsewhere.exists()
