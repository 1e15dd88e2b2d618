"""A thousand reviews as pages in one call, against Python-Markdown alone on as many processes."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from editor.paths import sample_path
from tests.benchmarks.ratio import Ratio, interleaved, mebibytes, timed

_REVIEWS, _FEW = 1_000, 200
_PROCESSES = 2
_BARE = """
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
import markdown

def work(target, source):
    text = source.read_text("utf-8")
    page = markdown.markdown(text, extensions=["extra", "sane_lists"])
    (target / f"{source.stem}.html").write_text(page, "utf-8")

if __name__ == "__main__":
    source, target, processes = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(partial(work, target), sorted(source.iterdir()), chunksize=4))
"""
_MEMORY = """
import resource, sys
from pathlib import Path
from editor.export.jobs.executor import SerialExecutor
from editor.export.jobs.job import ReviewFile
from editor.export.jobs.planner import plan_files
from editor.export.jobs.preset import ExportPreset

preset = ExportPreset(("html",), folder=sys.argv[2])
plan = plan_files([ReviewFile(Path(sys.argv[1]))], preset)
for outcome in SerialExecutor().run(plan.jobs[: int(sys.argv[3])]):
    assert not outcome.problems
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def compare() -> Iterator[Ratio]:
    """Export copies of the sample, no two of them alike."""
    with TemporaryDirectory() as folder:
        source, target = _reviews(Path(folder)), Path(folder, "pages")
        target.mkdir()
        ours = ("-m", "editor", "export", source, "--to", "html", "-o", target, "--jobs")
        yield Ratio(
            "batch",
            f"The process “rezensent export” for a folder of {_REVIEWS} reviews as pages on "
            f"{_PROCESSES} cores, against one that only calls markdown.markdown() on as many.",
            interleaved(
                partial(_run, *ours, _PROCESSES),
                partial(_run, "-c", _BARE, source, target, _PROCESSES),
                rounds=3,
                warm_up=0,
            ),
            aim=2.5,
        )
        memory = partial(_peak, "-c", _MEMORY, source, target)
        yield Ratio(
            "batch, memory",
            f"The most memory that a process has used after {_REVIEWS} reviews, against after "
            f"{_FEW}.",
            [(memory(_REVIEWS), memory(_FEW))],
            aim=1.1,
            shown=mebibytes,
        )


def _reviews(folder: Path) -> Path:
    source = folder / "reviews"
    source.mkdir()
    text = sample_path().read_text("utf-8")
    for number in range(_REVIEWS):
        changed = text.replace(".\n", f" (Nr. {number}).\n").replace("season: 2", "season: 3")
        (source / f"{number:04}.md").write_text(changed, "utf-8")
    return source


def _run(*arguments: object) -> float:
    command = [sys.executable, *map(str, arguments)]
    return timed(partial(subprocess.run, command, check=True, stderr=subprocess.DEVNULL))


def _peak(*arguments: object) -> float:
    command = [sys.executable, *map(str, arguments)]
    return 1024 * float(subprocess.run(command, check=True, capture_output=True).stdout)
