import re
import subprocess
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import PySide6
import pytest

from editor.system_libraries import library_groups
from tools.qt_selection import QtSelection, kept_files

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(PySide6.__file__).parent
SELECTION = QtSelection.load()
IMPORT = re.compile(r"(?:from|import) PySide6\.(Qt\w+)|from PySide6 import (Qt\w+)")
NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
FIELDS = ("bindings", "libraries", "others", "programs", "resources", "translations")
FRAMEWORK = "Qt/lib/QtWebEngineCore.framework"
EMPTY = QtSelection((), (), (), (), (), (), {})
WITHOUT_FILE = {"linux-vdso.so.1", "ld-linux-x86-64.so.2"}


def kept() -> list[Path]:
    return [path for path, keeps in kept_files(FOLDER, SELECTION) if keeps]


def test_every_imported_qt_module_and_its_library_is_kept() -> None:
    imported = {
        name
        for path in (ROOT / "editor").rglob("*.py")
        for names in IMPORT.findall(path.read_text("utf-8"))
        for name in names
        if name
    }
    assert imported <= set(SELECTION.bindings)
    assert {name.removeprefix("Qt") for name in imported} <= set(SELECTION.libraries)


def test_kept_libraries_load_nothing_that_is_neither_kept_nor_a_library_of_the_system() -> None:
    files = [path for path in kept() if ".so" in path.name or path.name.endswith("Process")]
    # The theme of GTK's desktops is loaded where GTK is.
    libraries = [path for path in files if path.name != "libqgtk3.so"]
    dump = subprocess.run(
        ["readelf", "-d", *libraries], capture_output=True, text=True, check=True
    ).stdout
    needed = set(NEEDED.findall(dump))
    system = {library.soname for group in library_groups().values() for library in group}
    ours = {path.name for path in libraries}
    # The C library, and what is in a folder of its own.
    others = {"libshiboken6.abi3.so.6.11"} | WITHOUT_FILE
    glibc = {name for name in needed if re.match(r"lib(c|m|dl|rt|pthread|resolv)\.so", name)}
    assert needed - ours - others - glibc - system == set()
    assert len(needed & ours) > 20


def test_every_name_of_the_list_is_in_the_package() -> None:
    """A name that Qt no longer has is left over, except those of other systems."""
    files = [path.relative_to(FOLDER) for path, _ in kept_files(FOLDER, SELECTION)]
    elsewhere = {
        *("msvcp*", "vcruntime*", "concrt*", "opengl32sw", "d3dcompiler_47", "qmacheif", "qmacjp2"),
        *("qwindows", "qcocoa", "qmodernwindowsstyle", "qmacstyle"),
        *("qschannelbackend", "qsecuretransportbackend", "shiboken6"),
    }
    lists = {name: getattr(SELECTION, name) for name in FIELDS}
    alone = [(name, only(**{field: (name,)})) for field, names in lists.items() for name in names]
    alone += [
        (name, only(plugins={folder: (name,)}))
        for folder, names in SELECTION.plugins.items()
        for name in names
    ]
    files = [path for path in files if path.suffix != ".py"]
    assert len(alone) > 80
    unknown = {name for name, one in alone if not any(one.keeps(path) for path in files)}
    assert unknown == elsewhere


def only(**fields: Any) -> QtSelection:
    return replace(EMPTY, **fields)


@pytest.mark.parametrize(
    ("path", "keeps"),
    [
        ("Qt/lib/libQt6Core.so.6", True),
        ("Qt6Core.dll", True),
        ("Qt/lib/QtCore.framework/Versions/A/QtCore", True),
        ("Qt6Quick3D.dll", False),
        ("Qt/lib/QtQuick3D.framework/Versions/A/QtQuick3D", False),
        ("plugins/platforms/qwindows.dll", True),
        ("Qt/plugins/platforms/libqcocoa.dylib", True),
        ("Qt/plugins/platforms/libqvnc.so", False),
        ("QtCore.pyd", True),
        ("Qt3DCore.pyd", False),
        ("avcodec-61.dll", False),
        ("Qt/lib/libavcodec.so.61", False),
        ("opengl32sw.dll", True),
        ("MSVCP140.dll", True),
        ("pyside6.abi3.dll", True),
        ("QtWebEngineProcess.exe", True),
        ("designer.exe", False),
        ("lupdate", False),
        ("translations/qtwebengine_locales/de.pak", True),
        ("translations/qtwebengine_locales/fr.pak", False),
        ("resources/qtwebengine_devtools_resources.pak", False),
        ("Qt/qml/QtQuick/Effects/libeffectsplugin.so", False),
        (f"{FRAMEWORK}/Versions/A/Helpers/QtWebEngineProcess.app/Contents/Info.plist", True),
        (f"{FRAMEWORK}/Resources/icudtl.dat", True),
        (
            f"{FRAMEWORK}/Resources/qtwebengine_devtools_resources.pak",
            False,
        ),
    ],
)
def test_names_are_the_same_on_every_system(path: str, *, keeps: bool) -> None:
    assert SELECTION.keeps(PurePosixPath(path)) is keeps
