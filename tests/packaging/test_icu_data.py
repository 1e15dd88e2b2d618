import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tools.bundle.icu_data import (
    is_foreign,
    prune_chromium_data,
    prune_icu_data,
    read_archive,
    write_archive,
)

QT = Path(PySide6.__file__).parent / "Qt"
CHROMIUM = QT / "resources" / "icudtl.dat"
ORDER = """
import sys
from PySide6.QtCore import QCollator, QLocale, QLibraryInfo
words = ["Zebra", "Äpfel", "apfel", "Öl", "oz", "ß", "ss", "Ångström"]
print(*sorted(words, key=QCollator(QLocale("de_DE")).sortKey), QLocale("de_DE").toUpper("straße"))
"""


@pytest.mark.parametrize(
    ("name", "foreign"),
    [
        ("icudt73l/de.res", False),
        ("icudt73l/coll/de_AT.res", False),
        ("icudt73l/en_001.res", False),
        ("icudt73l/coll/fr.res", True),
        ("icudt73l/zone/sr_Latn_ME.res", True),
        ("icudt73l/root.res", False),
        ("icudt73l/res_index.res", False),
        ("icudt73l/zoneinfo64.res", False),
        ("icudt73l/pool.res", False),
        ("icudt73l/coll/ucadata.icu", False),
        ("icudt73l/brkitr/line_loose.brk", False),
    ],
)
def test_only_data_of_other_languages_is_foreign(name: str, *, foreign: bool) -> None:
    assert is_foreign(name) is foreign


def test_an_archive_is_written_as_it_was_read(tmp_path: Path) -> None:
    archive = CHROMIUM.read_bytes()
    files = read_archive(archive)
    header = archive[: int.from_bytes(archive[:2], "little")]
    assert read_archive(write_archive(header, files.items())) == files
    smaller = tmp_path / CHROMIUM.name
    shutil.copyfile(CHROMIUM, smaller)
    prune_chromium_data(smaller)
    left = read_archive(smaller.read_bytes())
    assert left == {name: data for name, data in files.items() if not is_foreign(name)}
    assert 2_000_000 < smaller.stat().st_size < 6_000_000


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no archive"):
        read_archive(b"x" * 100)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such library")
def test_qt_sorts_german_as_before_with_less_data(tmp_path: Path) -> None:
    (original,) = QT.glob("lib/libicudata.so.*")
    library = tmp_path / original.name
    shutil.copyfile(original, library)
    prune_icu_data(library)
    assert library.stat().st_size < original.stat().st_size / 4
    archive = ctypes.CDLL(str(library))
    name = f"icudt{original.suffix[1:]}_dat"
    assert bytes((ctypes.c_char * 16).in_dll(archive, name))[12:] == b"CmnD"
    lines = [
        subprocess.run(
            [sys.executable, "-c", ORDER],
            env={"PYTHONPATH": ":".join(sys.path), **environment},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for environment in ({}, {"LD_PRELOAD": str(library)})
    ]
    assert lines[0] == lines[1]
    assert lines[0].split()[-1] == "STRASSE"
