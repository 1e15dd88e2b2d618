"""The icons of Lucide in a bundle: of 1,600 in a database the few dozen that the program names."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

_WORD = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"')


def used_icons(database: Path, source: Path) -> set[str]:
    """Return the names in ``database`` that occur as a text in the Python files below ``source``.

    Some words are names of icons by chance, and stay, too.
    """
    texts = {
        text for path in source.rglob("*.py") for text in _WORD.findall(path.read_text("utf-8"))
    }
    with closing(sqlite3.connect(database)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM icons")}
    return names & texts


def keep_used_icons(database: Path, source: Path) -> None:
    """Remove from ``database`` the icons that the Python files below ``source`` do not name."""
    used = used_icons(database, source)
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name, svg FROM icons ORDER BY name").fetchall()
    database.unlink()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE icons (name TEXT PRIMARY KEY, svg TEXT NOT NULL)")
        kept = [row for row in rows if row[0] in used]
        connection.executemany("INSERT INTO icons VALUES (?, ?)", kept)
        connection.commit()
