"""The program knows how it was installed, and gives advice that fits."""

import sys
from pathlib import Path

import pytest

from editor import installation
from editor.installation import RECORD, Installation, Kind, current_installation
from editor.localized import language_set_to


def _bundled(monkeypatch: pytest.MonkeyPatch, folder: Path, record: str | None) -> Installation:
    inner = folder / "_internal"
    inner.mkdir(parents=True)
    if record is not None:
        (inner / RECORD).write_text(record)
    monkeypatch.setattr(sys, "_MEIPASS", str(inner), raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "rezensent"))
    return Installation.current()


def test_a_clone_is_a_checkout() -> None:
    assert current_installation().kind is Kind.CHECKOUT
    assert (current_installation().folder / "pyproject.toml").is_file()


def test_a_package_without_a_checkout_around_it_is_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "site-packages" / "editor" / "installation.py"
    monkeypatch.setattr(installation, "__file__", str(module))
    assert Installation.current() == Installation(Kind.PYTHON, module.parent)


@pytest.mark.parametrize("kind", [Kind.DEB, Kind.WINDOWS, Kind.MACOS, Kind.APPIMAGE, Kind.PORTABLE])
def test_a_bundle_is_what_its_record_says(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = _bundled(monkeypatch, tmp_path / "rezensent", f'kind = "{kind}"\n')
    assert bundle == Installation(kind, tmp_path / "rezensent")


@pytest.mark.parametrize("record", [None, "", "kind = 3", 'kind = "floppy"', "kind = ", "\x00"])
def test_a_bundle_without_a_proper_record_is_portable(
    record: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _bundled(monkeypatch, tmp_path / "here", record).kind is Kind.PORTABLE


def test_only_a_checkout_names_make() -> None:
    for kind in Kind:
        copy = Installation(kind, Path())
        for language in ("de", "en"):
            with language_set_to(language):
                advice = copy.repair.text()
                assert advice.startswith("bitte " if language == "de" else "please ")
                assert ("make" in advice) == (kind is Kind.CHECKOUT)
                assert "{" not in advice
                assert copy.name.text()


def test_the_command_is_short_where_the_search_path_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, search = tmp_path / "Meine Programme", tmp_path / "bin"
    bundle = _bundled(monkeypatch, folder, None)
    program = folder / "rezensent"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    search.mkdir()
    monkeypatch.setenv("PATH", str(search))
    assert bundle.command == f"'{program}'"
    (search / "rezensent").symlink_to(program)
    assert bundle.command == "rezensent"
    (search / "rezensent").unlink()
    # Another program of this name is not ours.
    (search / "rezensent").write_bytes(program.read_bytes())
    (search / "rezensent").chmod(0o755)
    assert bundle.command == f"'{program}'"


def test_the_command_of_an_appimage_is_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted = _bundled(monkeypatch, tmp_path / "mount", 'kind = "appimage"')
    monkeypatch.setenv("APPIMAGE", "/home/hanna/Rezensent.AppImage")
    assert mounted.command == "/home/hanna/Rezensent.AppImage"


def test_the_command_of_windows_is_the_program_with_a_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = _bundled(monkeypatch, tmp_path / "Rezensent", None)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Rezensent" / "rezensent.exe"))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert bundle.command == str(tmp_path / "Rezensent" / "rezensent.com")


def test_the_command_of_a_wheel_is_found_outside_the_folder_of_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = Installation(Kind.PYTHON, tmp_path)
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert wheel.command == "/usr/bin/python3 -m editor"
    (tmp_path / "rezensent").write_text("#!/bin/sh\n")
    (tmp_path / "rezensent").chmod(0o755)
    assert wheel.command == "rezensent"


def test_the_pip_of_a_wheel_is_the_one_of_its_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "mit Blank" / "bin"
    programs.mkdir(parents=True)
    for program in (programs / "pip", tmp_path / "pip"):
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(programs / "python"))
    monkeypatch.setenv("PATH", str(programs))
    repair = Installation(Kind.PYTHON, tmp_path).repair
    assert "„pip install --force-reinstall rezensent“" in repair.german
    monkeypatch.setenv("PATH", str(tmp_path))
    repair = Installation(Kind.PYTHON, tmp_path).repair
    assert f"“'{programs}/python' -m pip install --force-reinstall rezensent”" in repair.english
