"""Qt aborts where it finds no plugin for a window; the program says what is missing instead."""

from pathlib import Path

import pytest

from editor.gui import platform_plugin
from editor.gui.platform_plugin import platform_problem

CURSOR = (
    "Cannot load library /qt/plugins/platforms/libqxcb.so: libxcb-cursor.so.0: cannot open shared "
    "object file: No such file or directory"
)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of plugins that the loader does not load."""
    names: set[str] = set()

    def problem(file: Path) -> str:
        return CURSOR if any(name in file.name for name in names) else ""

    monkeypatch.setattr(platform_plugin, "_load_problem", problem)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return names


def test_the_plugins_of_this_machine_load(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform in ("xcb", "wayland", "offscreen", "wayland;xcb"):
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
        assert platform_problem() is None


def test_a_plugin_that_does_not_load_is_one_sentence(broken: set[str]) -> None:
    broken.add("libqxcb")
    problem = platform_problem()
    assert problem is not None
    assert "libxcb-cursor.so.0" in problem.german


def test_either_plugin_will_do_on_wayland(
    broken: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    broken.add("libqwayland")
    assert platform_problem() is None
    broken.add("libqxcb")
    assert platform_problem() is not None


def test_tests_without_a_window_need_no_plugin_for_one(
    broken: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken.update(("libqxcb", "libqwayland"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert platform_problem() is None


def test_a_file_that_is_no_library_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "libqxcb.so").write_bytes(b"no library")
    assert platform_plugin._load_problem(tmp_path / "libqxcb.so")
