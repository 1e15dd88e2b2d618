"""The settings store by itself: one value, signals for its changes, and a file behind it."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.errors import SettingsError
from editor.gui.settings_store import SettingsStore
from editor.settings import Settings, load_settings


def test_a_change_is_emitted_with_the_old_and_the_new_settings_and_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    store = SettingsStore(tmp_path)
    changes: list[tuple[Settings, Settings]] = []
    store.changed.connect(lambda before, now: changes.append((before, now)))
    store.change(author="Ada", autosave=True)
    assert changes == [(Settings(), Settings(author="Ada", autosave=True))]
    qtbot.waitUntil(lambda: not store.pending)
    assert load_settings(tmp_path)[0] == store.settings
    store.stop()


def test_the_value_that_is_set_already_is_not_a_change(qtbot: QtBot, tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    with qtbot.assertNotEmitted(store.changed):
        store.change(author="")
    assert not store.pending
    with pytest.raises(TypeError):
        store.change(unheard_of=1)
    store.stop()


def test_stopping_saves_what_is_not_saved_yet(qtbot: QtBot, tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    for number in range(60, 70):
        store.change(text_width=number)
    store.stop()
    assert load_settings(tmp_path)[0].text_width == 69


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = SettingsStore(tmp_path / "file")
    with qtbot.waitSignal(store.failed) as failure:
        store.change(author="Ada")
    assert isinstance(failure.args[0], SettingsError)
    assert store.pending
    store.stop()


def test_value_of_a_newer_version_stays_until_the_writer_chooses(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"version": 2, "theme": "sepia"}')
    for change, theme in (({"author": "Ada"}, "sepia"), ({"theme": "light"}, "light")):
        store = SettingsStore(tmp_path)
        store.change(**change)
        store.stop()
        assert json.loads(path.read_text())["theme"] == theme
    assert json.loads(path.read_text())["version"] == 2
