"""Files that take the place of others, while other threads go on."""

import os
import stat
from pathlib import Path

import pytest

from editor.storage import atomic_write


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_the_mask_of_the_process_stays_as_it_is_for_other_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, umask = tmp_path / "plain", os.umask
    plain.touch()

    def interrupted(mask: int) -> int:
        """Let another thread make a file when it suits least."""
        before = umask(mask)
        (tmp_path / f"other-{mask:o}").touch()
        return before

    monkeypatch.setattr(os, "umask", interrupted)
    atomic_write.replace(tmp_path / "review.md", b"")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {stat.S_IMODE(plain.stat().st_mode)}
