"""The folders of the program, wherever the account has its home."""

import os
import sys
from dataclasses import astuple
from pathlib import Path

import pytest

from editor.settings import Folders, home


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a home for everybody")
def test_an_account_without_a_home_has_folders_that_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kinds = ("CONFIG", "DATA", "CACHE", "STATE")
    for name in ("REZENSENT_HOME", "HOME", *(f"XDG_{kind}_HOME" for kind in kinds)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54_321)
    assert {folder.parent for folder in astuple(Folders.default())} == {Path("/nonexistent")}
    assert home() == Path("/")


def test_home_variable_moves_all_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REZENSENT_HOME", str(tmp_path))
    folders = Folders.default()
    assert {path.parent for path in astuple(folders)} == {tmp_path}
    assert len({*astuple(folders)}) == len(astuple(folders))
