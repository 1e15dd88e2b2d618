"""Settings: they come back, unknown ones stay, and a damaged file is not destroyed."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editor.errors import SettingsError
from editor.settings import Settings, load_settings, save_settings


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


def test_what_a_newer_version_has_chosen_stays_until_it_is_changed(tmp_path: Path) -> None:
    raw = {"version": 2, "theme": "sepia", "panes": {"left": 1}, "author": "X", "of_tomorrow": [1]}
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(raw))
    settings, problem = load_settings(tmp_path)
    assert settings.theme == Settings().theme
    assert problem is not None
    assert "neueren Version" in problem.german
    save_settings(tmp_path, replace(settings, author="Y"))
    assert raw | {"author": "Y"} == {key: json.loads(path.read_text())[key] for key in raw}
    assert load_settings(tmp_path)[0].author == "Y"


def test_version_of_the_file_is_no_setting(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings())
    assert json.loads((tmp_path / "settings.json").read_text())["version"] == 1
    settings, problem = load_settings(tmp_path)
    assert (settings.unknown, problem) == ({}, None)


def test_second_damaged_file_does_not_replace_the_first(tmp_path: Path) -> None:
    for content in ("{", "["):
        (tmp_path / "settings.json").write_text(content)
        load_settings(tmp_path)
    assert (tmp_path / "settings.json.damaged").read_text() == "{"
    assert (tmp_path / "settings.json.damaged-2").read_text() == "["


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"author": "Anna", "pan',
        b"\xff\x00\xfe" * 99,
        b"[" * 10_000_000,
        b'{"text_size": ' + b"9" * 10_000_000 + b"}",
    ],
    ids=["brace", "list", "half", "binary", "10 MB of brackets", "10 MB of digits"],
)
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


def test_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("")
    with pytest.raises(SettingsError, match="lassen sich nicht"):
        save_settings(tmp_path / "datei", Settings())


def test_a_file_of_the_version_before_loads_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(BEFORE, "utf-8")
    settings, problem = load_settings(tmp_path)
    assert problem is None
    for name, stored in json.loads(BEFORE).items():
        value = settings.unknown[name] if name in settings.unknown else getattr(settings, name)
        assert (list(value) if isinstance(value, tuple) else value) == stored, name
    assert settings.unknown == {"von_gestern": 1}


BEFORE = """\
{"von_gestern": 1, "language": "en", "variant": "de-AT", "picky": true, "theme": "dark",
 "text_size": 14, "text_font": "Noto Serif", "text_width": 72, "line_height": 150, "author": "Ä",
 "outline_visible": false, "preview_visible": false, "findings_visible": false,
 "geometry": "AdnQywAD", "panes": [200, 600, 400], "last_folder": "/home/a",
 "rules_off": ["DE_CASE"], "server_url": "https://lt.example", "style": true,
 "style_rules": {"fillers": {"on": false, "threshold": 5}}, "quotes": "»«",
 "typography_quotes": false, "typography_dashes": false, "typography_ellipsis": false,
 "typography_spaces": false, "enter_paragraph": false, "layouts": {"1920x1080@1.0": {"panes": [1]}},
 "preview_zoom": 120, "shortcuts": {"save": "Ctrl+S"}, "commands": ["save"],
 "recent": ["/home/a/b.md"], "restore_session": false, "session": {"path": "/home/a/b.md"},
 "autosave": true, "keep_versions": false, "versions_mb": 500}
"""
