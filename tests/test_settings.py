"""Settings: they come back, unknown ones stay, and a damaged file is not destroyed."""

import json
import os
import sys
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from editor.errors import SettingsError
from editor.settings import Folders, Settings, home, load_settings, save_settings


def test_settings_come_back(tmp_path: Path) -> None:
    settings = Settings(variant="de-CH", author="Ä", panes=(1, 2, 3), preview_visible=False)
    save_settings(tmp_path / "neu", settings)
    assert load_settings(tmp_path / "neu") == (settings, None)


def test_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == (Settings(), None)


def test_unknown_keys_survive(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"von_morgen": [1], "author": "X"}')
    settings, _ = load_settings(tmp_path)
    save_settings(tmp_path, settings)
    assert json.loads((tmp_path / "settings.json").read_text())["von_morgen"] == [1]


def test_values_of_the_wrong_kind_fall_back(tmp_path: Path) -> None:
    raw = '{"author": 3, "text_size": true, "panes": ["x"], "variant": "de-XX", "theme": "dark"}'
    (tmp_path / "settings.json").write_text(raw)
    assert load_settings(tmp_path) == (Settings(theme="dark"), None)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe"])
def test_damaged_file_is_set_aside(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    settings, problem = load_settings(tmp_path)
    assert settings == Settings()
    assert problem is not None
    assert "nicht lesbar" in problem.german
    assert (tmp_path / "settings.json.damaged").read_bytes() == content


def test_a_file_name_that_is_no_text_comes_back(tmp_path: Path) -> None:
    settings = Settings(recent=("/tmp/\udcff.md",))  # noqa: S108 (a name, nothing is put there)
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == (settings, None)


@pytest.mark.parametrize(
    "raw",
    [
        {"panes": [2**31]},
        {"session": {"path": "\0"}},
        {"recent": ["x" * 5_000]},
        {"author": "\ud800"},
    ],
)
def test_values_that_nothing_can_be_done_with_fall_back(
    raw: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_text(json.dumps(raw), "ascii")
    assert load_settings(tmp_path) == (Settings(), None)


def test_nothing_half_written_stays_when_saving_fails(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(SettingsError):
        save_settings(tmp_path, Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


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


def test_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("")
    with pytest.raises(SettingsError, match="lassen sich nicht"):
        save_settings(tmp_path / "datei", Settings())


def test_home_variable_moves_all_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REZENSENT_HOME", str(tmp_path))
    folders = Folders.default()
    assert {path.parent for path in astuple(folders)} == {tmp_path}
    assert len({*astuple(folders)}) == len(astuple(folders))
