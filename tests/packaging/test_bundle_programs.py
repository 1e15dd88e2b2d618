"""Programs of a bundle: a window and a command line on every system."""

import ast
from pathlib import Path

from tools.bundle.programs import name_command_line, program_options
from tools.project import Project


def test_windows_has_a_program_with_a_window_and_one_with_a_console(tmp_path: Path) -> None:
    window, command_line = program_options(tmp_path, "win32")
    assert (window["console"], command_line["console"]) == (False, True)
    for options in (window, command_line):
        assert Path(str(options["icon"])).read_bytes()[:4] == b"\0\0\1\0"
        resource = Path(str(options["version"])).read_text("utf-8")
        # PyInstaller evaluates it.
        assert isinstance(ast.parse(resource, mode="eval").body, ast.Call)
        assert Project.load().summary in resource
    assert "rezensent.com" in Path(str(command_line["version"])).read_text("utf-8")


def test_linux_and_macos_have_one_program_for_both(tmp_path: Path) -> None:
    assert program_options(tmp_path, "linux") == [{"name": "rezensent", "console": True}]
    assert program_options(tmp_path, "darwin") == [{"name": "rezensent", "console": False}]
    assert (tmp_path / "rezensent.icns").is_file()


def test_the_command_on_windows_is_one_word_as_elsewhere(tmp_path: Path) -> None:
    window, command_line = program_options(tmp_path, "win32")
    for options in (window, command_line):
        (tmp_path / f"{options['name']}.exe").write_text(str(options["console"]))
    name_command_line(tmp_path)
    assert (tmp_path / "rezensent.com").read_text() == "True"
    assert not (tmp_path / "rezensent-console.exe").exists()
    name_command_line(tmp_path)
