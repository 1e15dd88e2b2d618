"""Libraries of the system: which are missing, and the one command that brings them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from editor import system_libraries
from editor.localized import language_set_to
from editor.system_libraries import (
    Library,
    font_packages,
    library_error,
    library_groups,
    library_in,
    missing_libraries,
    missing_sentence,
)

GL = Library("libGL.so.1", ("libgl1",))
SOUND = Library("libasound.so.2", ("libasound2t64", "libasound2"))
BROTLI = [Library(f"libbrotli{part}.so.1", ("libbrotli1",)) for part in ("common", "dec")]
"""Two libraries of one package."""


@pytest.fixture(autouse=True)
def search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is the whole search path; it has apt."""
    (tmp_path / "apt").write_text("#!/bin/sh\n")
    (tmp_path / "apt").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_every_library_of_the_table_has_a_name_and_a_package() -> None:
    groups = library_groups()
    assert {"base", "window", "wayland", "speech", "voices", "printing"} == set(groups)
    assert GL in groups["window"]
    assert SOUND in groups["window"]
    for library in (library for group in groups.values() for library in group):
        assert re.fullmatch(r"lib[\w.+-]+\.so[.\d]*", library.soname)
        assert all(re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", name) for name in library.packages)
    assert font_packages()[0] == "fonts-dejavu-core"


def test_tests_run_on_a_machine_that_has_what_a_window_needs() -> None:
    assert missing_libraries("base", "window") == ()


def test_what_the_loader_does_not_find_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Library("libnosuch-rezensent.so.7", ("libnosuch7",))
    monkeypatch.setattr(system_libraries, "library_groups", lambda: {"window": (GL, nothing)})
    assert missing_libraries("window") == (nothing,)


@pytest.mark.parametrize(
    ("version", "package"), [("glibc 2.36", "libasound2"), ("glibc 2.41", "libasound2t64")]
)
def test_the_command_names_packages_that_this_system_knows(
    version: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.confstr", lambda _: version)
    assert missing_sentence([*BROTLI, SOUND]).text() == (
        "Auf diesem System fehlen libbrotlicommon.so.1, libbrotlidec.so.1, libasound.so.2; bitte "
        f"führen Sie „sudo apt install libbrotli1 {package}“ aus."
    )


def test_systems_without_apt_read_the_names_of_the_libraries(search_path: Path) -> None:
    (search_path / "apt").unlink()
    with language_set_to("en"):
        sentence = missing_sentence([GL]).text()
    assert sentence.startswith("This system lacks libGL.so.1; please install what contains this")
    assert "apt" not in sentence


def test_font_is_found_where_fontconfig_looks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system_libraries, "_FONTS", (str(tmp_path),))
    monkeypatch.setenv("XDG_DATA_DIRS", "")
    assert not system_libraries.has_font()
    assert "fonts-dejavu-core" in system_libraries.no_font_sentence().german
    (tmp_path / "shared" / "fonts" / "truetype").mkdir(parents=True)
    (tmp_path / "shared" / "fonts" / "truetype" / "Serif.ttf").touch()
    assert system_libraries.has_font()
    monkeypatch.setattr(system_libraries, "_FONTS", ())
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'shared'}:/nonexistent")
    assert system_libraries.has_font()


GERMAN_LOADER = """
import ctypes, locale, sys
from editor.system_libraries import library_in
locale.setlocale(locale.LC_ALL, "")
try:
    ctypes.CDLL("libnosuch-rezensent.so.7")
except OSError as error:
    print(library_in(str(error)).soname)
"""


@pytest.mark.parametrize(
    "said",
    [
        "cannot open shared object file: No such file or directory",
        # Qt takes over the language of the system, also for the loader.
        "Kann die Shared-Object-Datei nicht öffnen: Datei oder Verzeichnis nicht gefunden",
    ],
)
def test_the_message_of_a_failed_import_names_its_library(said: str) -> None:
    assert library_in(f"libGL.so.1: {said}") == GL
    assert library_in(f"libnssutil3.so: {said}") is not None
    assert library_in(f"libfuture.so.9: {said}") == Library("libfuture.so.9", ())
    plugin = "Cannot load library /qt/plugins/platforms/libqxcb.so: libGL.so.1"
    assert library_in(f"{plugin}: {said}") == GL
    with language_set_to("en"):
        assert "libfuture.so.9" in missing_sentence([Library("libfuture.so.9", ())]).text()


@pytest.mark.parametrize(
    "message",
    [
        "No module named 'PySide6'",
        "/lib/x86_64-linux-gnu/libGL.so.1: undefined symbol: glFinish",
        "/lib/libc.so.6: version `GLIBC_2.38' not found (required by /qt/lib/libQt6Core.so.6)",
    ],
)
def test_a_library_that_is_there_is_not_missing(message: str) -> None:
    assert library_in(message) is None


def test_the_loader_is_understood_in_german(search_path: Path) -> None:
    # It speaks German where the C library's translations are installed.
    german = {"LC_ALL": "C.UTF-8", "LANGUAGE": "de", "PATH": str(search_path)}
    done = subprocess.run(
        [sys.executable, "-c", GERMAN_LOADER],
        cwd=Path(__file__).parents[1],
        env={**os.environ, **german},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout == "libnosuch-rezensent.so.7\n"


def test_an_error_names_all_that_is_missing_for_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = {"libGL.so.1", "libnss3.so"}
    monkeypatch.setattr(
        system_libraries, "load_problem", lambda name: "missing" if name in lacking else ""
    )
    message = "libGL.so.1: cannot open shared object file: No such file or directory"
    error = library_error(message)
    assert error is not None
    assert error.german == (
        "Auf diesem System fehlen libGL.so.1, libnss3.so; bitte führen Sie „sudo apt install "
        "libgl1 libnss3“ aus."
    )
    assert library_error("undefined symbol: glFinish") is None


def test_a_sentence_about_many_libraries_can_still_be_read(search_path: Path) -> None:
    window = library_groups()["window"]
    sentence = missing_sentence(window).text()
    count = len(window) - 4
    assert f"libX11-xcb.so.1, libX11.so.6 und {count} weitere Bibliotheken; bitte" in sentence
    assert all(library.package in sentence for library in window)
    # Without the command the names are all there is.
    (search_path / "apt").unlink()
    assert all(library.soname in missing_sentence(window).text() for library in window)
