"""SECURITY.md names the test that holds each promise; each of these tests exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)?(?:::)?(test_\w+)?`")


def named_tests(text: str) -> Iterator[tuple[str, str]]:
    """Yield path and function of every test in ``text``; no function where a file is meant.

    A function without a path belongs to the file that was named last.
    """
    path = ""
    for match in NAMED.finditer(text):
        path = match[1] or path
        if match[1] or match[2]:
            yield path, match[2] or ""


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_names_are_found_with_and_without_a_path() -> None:
    text = "`tests/a/b.py::test_x` and `test_y`, then `tests/c.py`; `make test`"
    assert list(named_tests(text)) == [
        ("tests/a/b.py", "test_x"),
        ("tests/a/b.py", "test_y"),
        ("tests/c.py", ""),
    ]


@pytest.mark.parametrize(
    ("path", "function"), list(named_tests((ROOT / "SECURITY.md").read_text(encoding="utf-8")))
)
def test_every_test_that_is_named_exists(path: str, function: str) -> None:
    assert (ROOT / path).is_file()
    assert not function or function in functions(ROOT / path)
