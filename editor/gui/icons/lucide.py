"""Icons of Lucide as SVG: 24 by 24 units, drawn with one stroke of ``currentColor``.

They come with the package python-lucide, in an SQLite database.
"""

import sqlite3
from contextlib import closing
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def lucide_svg(name: str) -> str:
    """Return the icon ``name`` of lucide.dev as SVG.

    Raises KeyError when the library has no such icon, and FileNotFoundError when it is not
    installed.
    """
    address = f"{_database().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as database:
        row = database.execute("SELECT svg FROM icons WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise KeyError(name)
    return str(row[0])


@cache
def _database() -> Path:
    # Importing the package imports its search, and that HTTP: 20 ms before the first paint.
    spec = find_spec("lucide")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package python-lucide is not installed")
    return Path(spec.submodule_search_locations[0]).resolve() / "data" / "lucide-icons.db"
