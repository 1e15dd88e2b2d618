"""Golden files, and their generator: ``python -m tests.export.golden`` writes them anew."""

from pathlib import Path

from editor.export.image_sources import embedded_images
from editor.export.options import RenderOptions
from editor.export.registry import export_review
from editor.review.model import Review
from editor.storage import review_file

FOLDER = Path(__file__).parents[1] / "data" / "golden"
SOURCE = FOLDER / "stiller-kanal.md"
IMAGES = embedded_images(FOLDER)
CASES = {
    "stiller-kanal.html": ("html", RenderOptions(images=IMAGES)),
    "stiller-kanal.fragment.html": ("html", RenderOptions(fragment=True)),
    "stiller-kanal.prose.html": ("html", RenderOptions(fragment=True, headings=False)),
    "stiller-kanal.fragment.md": ("md", RenderOptions(fragment=True)),
    "stiller-kanal.prose.md": ("md", RenderOptions(headings=False)),
    "stiller-kanal.hugo.md": ("md", RenderOptions(dialect="hugo", spoilers="noted")),
    "stiller-kanal.jekyll.md": ("md", RenderOptions(dialect="jekyll")),
    "stiller-kanal.astro.md": ("md", RenderOptions(dialect="astro", variant="de-AT")),
    "stiller-kanal.obsidian.md": ("md", RenderOptions(dialect="obsidian", spoilers="removed")),
    "stiller-kanal.commonmark.md": ("md", RenderOptions(dialect="commonmark")),
    "stiller-kanal.txt": ("txt", RenderOptions()),
    "stiller-kanal.wrapped.txt": ("txt", RenderOptions(width=72, headings=False, spoilers="noted")),
    "stiller-kanal.xenforo.txt": ("bbcode", RenderOptions()),
    "stiller-kanal.woltlab.txt": ("bbcode", RenderOptions(dialect="woltlab")),
    "stiller-kanal.phpbb.txt": ("bbcode", RenderOptions(dialect="phpbb", fragment=True)),
}
"""Name of each file → the format and the options that make it."""


def review() -> Review:
    """Return the review that all golden files are made from."""
    return review_file.parse(SOURCE.read_bytes().decode("utf-8"))


if __name__ == "__main__":
    for name, (format_id, options) in CASES.items():
        (FOLDER / name).write_bytes(export_review(review(), format_id, options))
