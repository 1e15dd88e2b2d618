"""Qt aborts where it finds no plugin for a window; the program says what is missing instead."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from editor.gui.platform_plugin import platform_problem

NEEDED, MISSING = b"libQt6Core.so.6", b"libQt6Lost.so.6"
"""A library that each plugin loads, and one in its place that no system has."""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="plugins of Linux")


@pytest.fixture
def damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let a plugin of Qt ask for a library that is missing; the others stay as they are."""
    theirs = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    folder = tmp_path / "platforms"
    folder.mkdir()
    for file in theirs.glob("*.so"):
        (folder / file.name).symlink_to(file)
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def damage(name: str) -> None:
        content = (theirs / name).read_bytes()
        assert NEEDED in content
        (folder / name).unlink()
        (folder / name).write_bytes(content.replace(NEEDED, MISSING))

    return damage


def test_the_plugins_of_this_machine_load(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform in ("xcb", "wayland", "offscreen", "wayland;xcb"):
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
        assert platform_problem() is None


def test_a_plugin_that_does_not_load_is_one_sentence(damage: Callable[[str], None]) -> None:
    damage("libqxcb.so")
    problem = platform_problem()
    assert problem is not None
    assert problem.german.startswith("Auf diesem System fehlt libQt6Lost.so.6; bitte ")


@pytest.mark.parametrize(
    ("damaged", "fine"),
    [
        (["libqwayland.so"], True),
        (["libqxcb.so"], True),
        (["libqwayland.so", "libqxcb.so"], False),
    ],
)
def test_either_plugin_will_do_on_wayland(
    damage: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    damaged: list[str],
    *,
    fine: bool,
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    for name in damaged:
        damage(name)
    assert (platform_problem() is None) == fine


def test_a_plugin_that_is_not_asked_for_may_be_missing(
    damage: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    damage("libqxcb.so")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert platform_problem() is None
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland:shell")
    assert platform_problem() is None
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert platform_problem() is not None
