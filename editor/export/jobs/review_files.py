"""Review files in a folder, told from other Markdown files by their front matter."""

import os
import re
from pathlib import Path

from editor.storage import front_matter
from editor.storage.file_location import file_key

SUFFIXES = (".md", ".markdown")
_YAML_KEY = re.compile(rb"[{\s\"']*(?:rezensent|form)[\"']?\s*:")
"""A line with a key that only reviews have."""
_YAML_FENCES = (b"---", b"...")
_KEY = re.compile(r"(?:^|[{,])\s*[\"']?(?:rezensent|form)[\"']?\s*[:=]", re.MULTILINE)
"""Such a key in TOML or JSON."""
_OTHER_FENCES = (b"+++", b"{")
"""First characters of a front matter in TOML or JSON."""
_BOM = b"\xef\xbb\xbf"
_MAX_FRONT_MATTER = 64 * 1024
"""Bytes at the beginning of a file that hold its front matter, with room to spare."""


def find_reviews(folder: Path, output: Path | None) -> tuple[list[Path], int]:
    """Return the reviews below ``folder``, sorted, and the number of other Markdown files there.

    Hidden files and folders are skipped, and so is ``output``, which holds earlier exports.
    """
    skipped = real_name(output) if output and real_name(output) != real_name(folder) else ""
    paths = []
    for parent, folders, names in os.walk(folder):
        visible = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in visible if real_name(Path(parent, name)) != skipped]
        files = (name for name in sorted(names) if not name.startswith("."))
        paths += [Path(parent, name) for name in files if name.lower().endswith(SUFFIXES)]
    reviews = [path for path in paths if is_review(path)]
    return reviews, len(paths) - len(reviews)


def is_review(path: Path) -> bool:
    """Return whether the front matter of ``path`` has a key that only reviews have.

    A file that cannot be read counts as a review, so that its problem is reported.
    """
    try:
        with path.open("rb") as file:
            first = file.readline().removeprefix(_BOM).strip()
            if first.startswith(_OTHER_FENCES):
                file.seek(0)
                start = file.read(_MAX_FRONT_MATTER).removeprefix(_BOM)
                return _has_key(start.decode("utf-8", "ignore"))
            lines = iter(file.readline, b"")
            for line in lines if first == _YAML_FENCES[0] else ():
                if line.strip() in _YAML_FENCES:
                    return False
                if _YAML_KEY.match(line):
                    return True
    except OSError:
        return True
    return False


def real_name(path: Path) -> str:
    """Return the name of a file that is the same for all paths and links that lead to it."""
    return str(file_key(path))


def _has_key(text: str) -> bool:
    head = front_matter.find_front_matter(text.replace("\r\n", "\n"))
    return head is not None and _KEY.search(head.source) is not None
