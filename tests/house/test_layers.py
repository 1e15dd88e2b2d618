"""The architecture as a test: arrows point one way, and Qt stays in the window."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
QT_FREE = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted((ROOT / "editor").rglob("*.py"))
    if "gui" not in path.parts
]


def test_qt_free_modules_load_without_qt() -> None:
    """Import-linter reads import statements; this sees what an import really brings along."""
    script = f"""
import importlib, sys
for name in {QT_FREE!r}:
    importlib.import_module(name)
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_there_is_something_to_load() -> None:
    assert {"editor.cli.main", "editor.review.model", "editor.languagetool.engine"} <= set(QT_FREE)
