"""Texts and compilation of the installer for Windows, which tools/windows/trial.py runs in Wine."""

import re
import shutil
from pathlib import Path

import pytest

from tools.windows.installer import PROGRAMS, SCRIPT, make_installer
from tools.windows.version import version_numbers

_TEXTS = re.compile(r'!insertmacro TEXT (\w+) (?:\\\n\s*)?"((?:[^"]|\\\n)*)" (?:\\\n\s*)?"([^"]*)"')


def test_every_text_is_there_in_german_and_in_english() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    texts = {name: (german, english) for name, german, english in _TEXTS.findall(script)}
    assert len(texts) == script.count("!insertmacro TEXT")
    assert set(re.findall(r"\$\(([a-z_]+)\)", script)) == set(texts)
    for german, english in texts.values():
        assert german
        assert english
        assert "„" not in english
        assert "“" not in english or "”" in english


def test_windows_numbers_a_version_by_four_numbers() -> None:
    assert version_numbers("0.1.0") == (0, 1, 0, 0)
    assert version_numbers("12.3rc1") == (12, 3, 0, 0)


def test_a_bundle_without_the_program_of_the_command_line_has_no_installer(tmp_path: Path) -> None:
    (tmp_path / PROGRAMS[0]).touch()
    with pytest.raises(FileNotFoundError):
        make_installer(tmp_path, tmp_path / "setup.exe")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_the_installer_compiles_without_a_warning_the_same_each_time(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    (bundle / "_internal" / "Über uns").mkdir(parents=True)
    (bundle / "_internal" / "Über uns" / "Größe.txt").write_text("ja")
    for name in PROGRAMS:
        (bundle / name).write_bytes(b"MZ")
    for name in ("first.exe", "second.exe"):
        make_installer(bundle, tmp_path / "new" / name)
    one, other = ((tmp_path / "new" / name).read_bytes() for name in ("first.exe", "second.exe"))
    assert one == other
    assert "Die Autoren von Rezensent".encode("utf-16-le") in one
