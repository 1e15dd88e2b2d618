"""Many reviews in many formats: what goes where, and the work on all cores.

A plan names every file that is read and written before the first one is, so that no two of them
are the same. The work itself is one call per review, in processes that are told everything they
need; only what went wrong comes back.
"""

import os
import re
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from editor.errors import ExportError, RezensentError, cause
from editor.export.jobs import writer
from editor.export.options import ExportOptions
from editor.export.registry import EXPORT_FORMATS
from editor.export.themes.theme_registry import SHIPPED_THEMES, ThemeRegistry
from editor.review.form_registry import SHIPPED as SHIPPED_FORMS
from editor.review.form_registry import Forms
from editor.storage import front_matter, load_save, review_file

SUFFIXES = (".md", ".markdown")
_OURS = re.compile(rb"[{\s\"']*(?:rezensent|form)[\"']?\s*:")
_FENCES = (b"---", b"...")
_OURS_ELSEWHERE = re.compile(r"(?:^|[{,])\s*[\"']?(?:rezensent|form)[\"']?\s*[:=]", re.MULTILINE)
_ELSEWHERE = (b"+++", b"{")
"""How a front matter in TOML or JSON begins."""
_BOM = b"\xef\xbb\xbf"
_MAX_HEAD = 64 * 1024
"""Bytes of a file in which a front matter ends well before."""
_WORTH_A_PROCESS = 8
"""Reviews that take longer than a process to begin."""
_CHUNK = 4
"""Reviews that a process is given at a time."""


@dataclass(frozen=True, slots=True)
class Job:
    """One review and the files that are to be made of it, by the ids of their formats."""

    source: Path
    targets: tuple[tuple[str, Path], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of a job: what went wrong, in both languages, and files that were kept."""

    source: Path
    problems: tuple[tuple[str, str], ...] = ()
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done."""

    jobs: tuple[Job, ...]
    refused: tuple[Outcome, ...] = ()
    """What cannot be done, because a file would be read and written or written twice."""
    others: int = 0
    """Markdown files in the folders that are no reviews."""


@dataclass(frozen=True, slots=True)
class How:
    """What holds for all files. A dialect holds for the formats that have it."""

    choices: ExportOptions = field(default_factory=ExportOptions)
    variant: str = "de-DE"
    forms: Forms = SHIPPED_FORMS
    themes: ThemeRegistry = SHIPPED_THEMES
    keep: bool = False
    """Whether files that are there already stay."""

    def for_format(self, format_id: str) -> ExportOptions:
        """Return the choices for one format."""
        known = {key for key, _ in EXPORT_FORMATS[format_id].dialects}
        return self.choices if self.choices.dialect in known else replace(self.choices, dialect="")


# -- what goes where ------------------------------------------------------------------------------


def planned(sources: Iterable[Path], formats: Sequence[str], output: Path | None) -> Plan:
    """Return what is to be done about ``sources``, files and folders, in their order.

    In a folder all reviews count, however deep; what is below it is kept below ``output``. Without
    ``output`` a file goes beside its review. Raises ExportError when a folder holds no review.
    """
    found: dict[Path, Path] = {}
    others = 0
    for source in sources:
        # Path.is_dir raises for a name that no disk takes; reading it has a sentence for that.
        if not os.path.isdir(source):  # noqa: PTH112
            found.setdefault(source, Path(source.name))
            continue
        reviews, more = _reviews_in(source, output)
        others += more
        if not reviews:
            raise _no_review(source)
        for path in reviews:
            found.setdefault(path, path.relative_to(source))
    return _Allotment(formats, output, list(found.items())).plan(others)


@dataclass(slots=True)
class _Allotment:
    """Gives every file its place, first come, first served."""

    formats: Sequence[str]
    output: Path | None
    found: list[tuple[Path, Path]]
    """Reviews, and where they are below the folder that was named."""
    taken: dict[str, Path] = field(default_factory=dict)

    def plan(self, others: int) -> Plan:
        inputs = {_name(source) for source, _ in self.found}
        jobs, refused = [], []
        for source, inside in self.found:
            targets, problems = [], []
            for format_id in self.formats:
                target = self._target(source, inside, EXPORT_FORMATS[format_id].suffix)
                problem = self._problem(source, target, inputs)
                if problem is None:
                    self.taken[_name(target)] = source
                    targets.append((format_id, target))
                else:
                    problems.append((problem.german, problem.english))
            if targets:
                jobs.append(Job(source, tuple(targets)))
            if problems:
                refused.append(Outcome(source, tuple(problems)))
        return Plan(tuple(jobs), tuple(refused), others)

    def _target(self, source: Path, inside: Path, suffix: str) -> Path:
        folder = source.parent if self.output is None else self.output / inside.parent
        return folder / f"{source.stem}{suffix}"

    def _problem(self, source: Path, target: Path, inputs: set[str]) -> RezensentError | None:
        if _name(target) in inputs:
            return _is_a_review(target)
        other = self.taken.get(_name(target))
        return None if other is None else _written_twice(source, target, other)


def _reviews_in(folder: Path, output: Path | None) -> tuple[list[Path], int]:
    """Return the reviews below ``folder``, sorted, and how many other Markdown files there are.

    What is hidden does not count, and neither does what an earlier export has left in ``output``.
    """
    own = _name(output) if output is not None and _name(output) != _name(folder) else ""
    found = []
    for parent, folders, names in os.walk(folder):
        inner = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in inner if _name(Path(parent, name)) != own]
        shown = (name for name in sorted(names) if not name.startswith("."))
        found += [Path(parent, name) for name in shown if name.lower().endswith(SUFFIXES)]
    reviews = [path for path in found if is_review(path)]
    return reviews, len(found) - len(reviews)


def is_review(path: Path) -> bool:
    """Return whether the front matter of ``path`` has a key that only reviews have.

    A file that cannot be read counts, so that somebody learns of it.
    """
    try:
        with path.open("rb") as file:
            first = file.readline().removeprefix(_BOM).strip()
            if first.startswith(_ELSEWHERE):
                file.seek(0)
                return _is_ours(file.read(_MAX_HEAD).removeprefix(_BOM).decode("utf-8", "ignore"))
            lines = iter(file.readline, b"")
            for line in lines if first == _FENCES[0] else ():
                if line.strip() in _FENCES:
                    return False
                if _OURS.match(line):
                    return True
    except OSError:
        return True
    return False


def _is_ours(text: str) -> bool:
    found = front_matter.cut(text.replace("\r\n", "\n"))
    return found is not None and _OURS_ELSEWHERE.search(found.source) is not None


def _name(path: Path) -> str:
    """Return what two paths of one file have in common."""
    return os.path.normcase(os.path.realpath(path))


# -- the work -------------------------------------------------------------------------------------


def run(jobs: Sequence[Job], how: How, processes: int) -> Iterator[Outcome]:
    """Do ``jobs`` in at most so many processes and yield what has become of each, in order.

    Nothing but that is kept. Raises ExportError when a process was ended from outside; when the
    caller stops early, each process finishes the reviews that it has in hand.
    """
    processes = min(processes, len(jobs) // _WORTH_A_PROCESS)
    if processes > 1:
        yield from _in_processes(jobs, how, processes)
    else:
        yield from (done(job, how) for job in jobs)


def _in_processes(jobs: Sequence[Job], how: How, processes: int) -> Iterator[Outcome]:
    # Two of the slower modules of the standard library; a single export needs neither.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = ProcessPoolExecutor(processes, initializer=_leave_interrupts)
    chunks = (jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK))
    try:
        yield from chain.from_iterable(pool.map(partial(_all_done, how=how), chunks))
    except BrokenProcessPool as error:
        raise _ended() from error
    finally:
        pool.shutdown(cancel_futures=True)


def done(job: Job, how: How) -> Outcome:
    """Do one job. A format that fails stops no other."""
    problems: list[tuple[str, str]] = []
    kept = 0
    try:
        text = load_save.read_text(job.source)
        review = review_file.parse(text, how.forms, name=str(job.source))
    except RezensentError as error:
        return Outcome(job.source, ((error.german, error.english),))
    source = writer.Source(review, job.source, how.variant, how.themes)
    for format_id, target in job.targets:
        if how.keep and os.path.exists(target):  # noqa: PTH110 (as above)
            kept += 1
            continue
        try:
            _write(source, format_id, target, how)
        except RezensentError as error:
            problems.append((error.german, error.english))
    return Outcome(job.source, tuple(problems), kept)


def _write(source: writer.Source, format_id: str, target: Path, how: How) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _no_folder(target.parent, error) from error
    choices, there = how.for_format(format_id), load_save.digest_of(target)
    writer.write(source, writer.Task(format_id, choices, target, there, synced=False))


def _all_done(jobs: Iterable[Job], how: How) -> list[Outcome]:
    return [done(job, how) for job in jobs]


def _leave_interrupts() -> None:
    """Let the first process decide what Ctrl+C means; every file is old or new."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


# -- what can be wrong ----------------------------------------------------------------------------


def _no_review(folder: Path) -> RezensentError:
    return ExportError(
        f"In {folder} liegt keine Rezension; eine Datei ohne die Angaben am Anfang nennen Sie "
        "bitte selbst.",
        f"There is no review in {folder}; please name a file without front matter yourself.",
    )


def _is_a_review(target: Path) -> RezensentError:
    return ExportError(
        f"{target} ist die Rezension selbst; bitte nennen Sie mit -o ein anderes Ziel.",
        f"{target} is the review itself; please name another target with -o.",
    )


def _written_twice(source: Path, target: Path, other: Path) -> RezensentError:
    return ExportError(
        f"{source} ergäbe dieselbe Datei {target} wie {other}; bitte geben Sie beide in "
        "verschiedene Ordner aus.",
        f"{source} would give the same file {target} as {other}; please export them to two "
        "folders.",
    )


def _no_folder(folder: Path, error: OSError) -> RezensentError:
    reason = cause(error)
    return ExportError(
        f"Der Ordner {folder} lässt sich nicht anlegen ({reason.german}); bitte nennen Sie mit -o "
        "einen anderen.",
        f"The folder {folder} cannot be made ({reason.english}); please name another with -o.",
    )


def _ended() -> RezensentError:
    return ExportError(
        "Ein Arbeitsprozess ist von außen beendet worden, nicht alles ist ausgegeben; bitte rufen "
        "Sie den Befehl mit --jobs 1 noch einmal auf.",
        "A process was ended from outside, not everything is exported; please call the command "
        "again with --jobs 1.",
    )
