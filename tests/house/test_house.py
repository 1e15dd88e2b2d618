"""House rules that a script can check: rooms, names and docstrings."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST_ROOM = 25
"""Modules that a folder may hold."""
STANDARD_NOUNS = {"finding", "heading", "rating", "ring", "sectioning", "setting", "timing"}
"""Words that end in “-ing” and are standard nouns; a module may be called by one of them."""


def modules(root: Path) -> dict[str, Path]:
    """Return dotted name → path of every module below ``root``."""
    return {
        ".".join(path.relative_to(root.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in sorted(root.rglob("*.py"))
    }


MODULES = modules(ROOT / "editor")
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def imports(name: str) -> Iterator[str]:
    """Yield the modules of the package that ``name`` imports, wherever in its code."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            wanted = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        else:
            continue
        for dotted in wanted:
            module = dotted
            while module and module not in MODULES:
                module = module.rpartition(".")[0]
            if module and module not in ("editor", name):
                yield module


def edges(folder: str) -> Mapping[str, set[str]]:
    """Return which items of ``folder``, modules and sub-folders, import which others of it."""
    depth = folder.count(".") + 2
    found: dict[str, set[str]] = defaultdict(set)
    for module in MODULES:
        if not module.startswith(f"{folder}."):
            continue
        item = ".".join(module.split(".")[:depth])
        for other in imports(module):
            target = ".".join(other.split(".")[:depth])
            if other.startswith(f"{folder}.") and target != item:
                found[item].add(target)
    return found


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return the items that are left when everything without an arrow has been taken away."""
    left = {item: set(targets) for item, targets in graph.items()}
    while True:
        ends = {t for targets in left.values() for t in targets} - left.keys()
        ends |= {item for item, targets in left.items() if not targets}
        if not ends:
            return sorted(left)
        left = {i: targets - ends for i, targets in left.items() if i not in ends}


PACKAGES = [name for name, path in MODULES.items() if path.name == "__init__.py"]


@pytest.mark.parametrize("folder", PACKAGES)
def test_no_circle_between_the_items_of_a_folder(folder: str) -> None:
    assert circle(edges(folder)) == []


def test_a_circle_is_seen() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c", "d"]
    assert circle({"a": {"b"}, "b": {"c"}}) == []


def test_no_folder_is_too_large() -> None:
    sizes = Counter(name.rpartition(".")[0] for name in MODULES if name not in PACKAGES)
    assert {folder: n for folder, n in sizes.items() if n > LARGEST_ROOM} == {}


def test_modules_are_called_by_nouns() -> None:
    stems = {path.stem for path in MODULES.values()}
    last_words = {stem.rpartition("_")[2] for stem in stems}
    assert {word for word in last_words if word.endswith("ing")} <= STANDARD_NOUNS


TOOLS = {
    name: ast.parse(path.read_text(encoding="utf-8"))
    for name, path in modules(ROOT / "tools").items()
}


def documented() -> Iterator[tuple[str, ast.AST]]:
    """Yield every module, class and function of the program and of tools/, with its name."""
    for module, tree in (TREES | TOOLS).items():
        yield module, tree
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}.{node.name}", node


def docstring(node: ast.AST) -> str:
    assert isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    return ast.get_docstring(node) or ""


def test_every_module_and_public_class_has_a_docstring() -> None:
    missing = [
        name
        for name, node in documented()
        if isinstance(node, ast.Module | ast.ClassDef)
        and not name.rpartition(".")[2].startswith("_")
        and not docstring(node)
    ]
    assert missing == []


def test_no_docstring_begins_with_what() -> None:
    assert [name for name, node in documented() if docstring(node).startswith("What ")] == []


def test_no_two_public_classes_share_a_name() -> None:
    names = Counter(
        node.name
        for tree in TREES.values()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name: n for name, n in names.items() if n > 1} == {}


SPECIAL = {"tests/house", "tests/tools", "tests/packaging", "tests/benchmarks", "tests/data"}
"""Folders of tests that mirror no folder of ``editor/``: the source as a whole, and ``tools/``."""


def test_the_module_under_test_is_found_from_the_name_of_its_test() -> None:
    lost = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        folder = path.parent.relative_to(ROOT / "tests")
        if (Path("tests") / folder).as_posix() in SPECIAL:
            continue
        stem = path.stem.removeprefix("test_")
        known = [module.stem for module in (ROOT / "editor" / folder).glob("*.py")]
        if not any(stem == name or stem.startswith(f"{name}_") for name in known):
            lost.append(path.relative_to(ROOT).as_posix())
    assert lost == []
