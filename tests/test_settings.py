"""Settings: they come back, unknown ones stay, and a damaged file is not destroyed."""

import json
from dataclasses import astuple
from pathlib import Path

import pytest

from editor.errors import SettingsError
from editor.settings import Folders, Settings, load_settings, save_settings


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


def test_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("")
    with pytest.raises(SettingsError, match="lassen sich nicht"):
        save_settings(tmp_path / "datei", Settings())


def test_home_variable_moves_all_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REZENSENT_HOME", str(tmp_path))
    folders = Folders.default()
    assert {path.parent for path in astuple(folders)} == {tmp_path}
    assert len({*astuple(folders)}) == len(astuple(folders))
