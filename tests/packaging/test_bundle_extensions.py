"""Extension modules that C code imports are collected: no import statement tells of them."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from tools.bundle.contents import BundleContents
from tools.bundle.extensions import lone_extensions

ROOT = Path(__file__).resolve().parents[2]
IMPORT = re.compile(r"^ *(?:from|import) ([\w.]+)", re.MULTILINE)
LOADED = """
import importlib, pathlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
files = {pathlib.Path(getattr(module, "__file__", None) or "") for module in sys.modules.values()}
print(*(file.name.partition(".")[0] for file in files
        if file.parent.name == "site-packages" and file.suffix in (".so", ".pyd")))
"""
"""Imports modules, and prints the modules in C that have been loaded and are in no package."""


def imported() -> set[str]:
    """Return the modules of other packages than Qt that editor/ imports anywhere."""
    sources = [path.read_text("utf-8") for path in (ROOT / "editor").rglob("*.py")]
    names = {name for source in sources for name in IMPORT.findall(source)}
    names |= set(BundleContents.load().hidden_imports)
    others = packages_distributions().keys() - {"editor", "PySide6", "shiboken6"}
    return {name for name in names if name.partition(".")[0] in others}


def test_what_only_c_code_imports_is_collected() -> None:
    names = imported()
    assert {"nacl.signing", "jgo.maven", "certifi"} <= names
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED, *sorted(names)], capture_output=True, text=True, check=True
    )
    hidden = set(loaded.stdout.split())
    assert "_cffi_backend" in hidden
    assert hidden - set(lone_extensions()) == set()
