"""The golden files, and how they are made: ``python -m tests.export.golden`` writes them anew."""

from pathlib import Path

from editor.export.images import embedded
from editor.export.options import Options
from editor.export.registry import export
from editor.review.model import Review
from editor.storage import review_file

FOLDER = Path(__file__).parents[1] / "data" / "golden"
SOURCE = FOLDER / "stiller-kanal.md"
IMAGES = embedded(FOLDER)
CASES = {
    "stiller-kanal.html": ("html", Options(images=IMAGES)),
    "stiller-kanal.fragment.html": ("html", Options(fragment=True)),
    "stiller-kanal.prose.html": ("html", Options(fragment=True, headings=False)),
    "stiller-kanal.fragment.md": ("md", Options(fragment=True)),
    "stiller-kanal.prose.md": ("md", Options(headings=False)),
    "stiller-kanal.hugo.md": ("md", Options(dialect="hugo", spoilers="noted")),
    "stiller-kanal.jekyll.md": ("md", Options(dialect="jekyll")),
    "stiller-kanal.astro.md": ("md", Options(dialect="astro", variant="de-AT")),
    "stiller-kanal.obsidian.md": ("md", Options(dialect="obsidian", spoilers="removed")),
    "stiller-kanal.commonmark.md": ("md", Options(dialect="commonmark")),
    "stiller-kanal.txt": ("txt", Options()),
    "stiller-kanal.wrapped.txt": ("txt", Options(width=72, headings=False, spoilers="noted")),
    "stiller-kanal.xenforo.txt": ("bbcode", Options()),
    "stiller-kanal.woltlab.txt": ("bbcode", Options(dialect="woltlab")),
    "stiller-kanal.phpbb.txt": ("bbcode", Options(dialect="phpbb", fragment=True)),
}
"""Name of each file → the format and the choices that make it."""


def review() -> Review:
    """Return the review that all golden files are made from."""
    return review_file.parse(SOURCE.read_bytes().decode("utf-8"))


if __name__ == "__main__":
    for name, (exporter_id, options) in CASES.items():
        (FOLDER / name).write_bytes(export(review(), exporter_id, options))
