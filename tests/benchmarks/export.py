"""Exporting a page as a whole process, against the least that Python-Markdown needs."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from editor.paths import sample_path
from tests.benchmarks.ratio import Ratio, interleaved, timed

_BARE = """
import sys
import markdown

with open(sys.argv[1], encoding="utf-8") as source:
    html = markdown.markdown(source.read(), extensions=["extra", "sane_lists"])
with open(sys.argv[2], "w", encoding="utf-8") as page:
    page.write(html)
"""


def compare() -> Iterator[Ratio]:
    """Export the sample."""
    with TemporaryDirectory() as folder:
        sample, page = str(sample_path()), str(Path(folder, "page.html"))
        ours = ("-m", "editor", "export", sample, "--to", "html", "-o", page)
        yield Ratio(
            "export",
            "The process “rezensent export” for the sample, against one that only calls "
            "markdown.markdown().",
            interleaved(partial(_run, *ours), partial(_run, "-c", _BARE, sample, page), rounds=11),
        )


def _run(*arguments: str) -> float:
    return timed(partial(subprocess.run, [sys.executable, *arguments], check=True))
