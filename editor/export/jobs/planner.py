"""Planning of exports: which files are made of which reviews.

A plan names every file that is read or written before the first one is written, so that no review
is replaced and no file is written twice.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor.errors import ExportError, RezensentError
from editor.export.jobs.job import (
    ExportJob,
    ExportOutcome,
    ExportSource,
    ExportTarget,
    ReviewFile,
)
from editor.export.jobs.preset import ExportPreset
from editor.export.jobs.review_files import find_reviews, real_name
from editor.export.jobs.writer import ExistingFiles
from editor.export.registry import EXPORT_FORMATS


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """The jobs of one export."""

    jobs: tuple[ExportJob, ...]
    refused: tuple[ExportOutcome, ...] = ()
    """Exports that would replace a review or write a file twice."""
    other_files: int = 0
    """Markdown files in the given folders that are not reviews."""


def plan_review(
    source: ExportSource, preset: ExportPreset, paths: Mapping[str, Path], existing: ExistingFiles
) -> ExportPlan:
    """Return the plan to write ``source`` to ``paths``, which are given by format id.

    Files named in ``existing`` may be replaced as they were found. Each file is a job of its own,
    whose outcome is known as soon as it is written.
    """
    targets = (
        ExportTarget(key, preset.options_for(key), path, existing.digests.get(path, ""))
        for key, path in paths.items()
    )
    return ExportPlan(tuple(ExportJob(source, (target,)) for target in targets))


def plan_files(
    sources: Sequence[ReviewFile], preset: ExportPreset, *, keep_existing: bool = False
) -> ExportPlan:
    """Return the plan to export ``sources``, files and folders, in the formats of ``preset``.

    Of a folder all reviews in it are exported, however deep, and its structure is kept below
    ``preset.folder``. Without such a folder a file goes beside its review. Raises ExportError when
    a folder holds no review.
    """
    output = Path(preset.folder) if preset.folder else None
    inside: dict[Path, tuple[ReviewFile, Path]] = {}
    others = 0
    for source in sources:
        # Path.is_dir raises for a name that no disk takes; reading it has a sentence for that.
        if not os.path.isdir(source.path):  # noqa: PTH112
            inside.setdefault(source.path, (source, Path(source.path.name)))
            continue
        reviews, more = find_reviews(source.path, output)
        others += more
        if not reviews:
            raise _no_review_error(source.path)
        for path in reviews:
            below = path.relative_to(source.path)
            inside.setdefault(path, (replace(source, path=path), below))
    planner = _Planner(preset, output, keep_existing=keep_existing)
    return planner.plan(list(inside.values()), others)


def plan_file(
    source: ReviewFile, preset: ExportPreset, target: Path, *, keep_existing: bool = False
) -> ExportPlan:
    """Return the plan to export ``source`` to ``target`` in the only format of ``preset``."""
    (format_id,) = preset.formats
    targets = (ExportTarget(format_id, preset.options_for(format_id), target, replaces=None),)
    return ExportPlan((_batch_job(source, targets, keep_existing=keep_existing),))


def _batch_job(
    source: ReviewFile, targets: tuple[ExportTarget, ...], *, keep_existing: bool
) -> ExportJob:
    return ExportJob(
        source, targets, keep_existing=keep_existing, create_folders=True, synced=False
    )


@dataclass(slots=True)
class _Planner:
    """Gives every file a path; where two reviews want the same one, the first gets it."""

    preset: ExportPreset
    output: Path | None
    keep_existing: bool
    taken: dict[str, Path] = field(default_factory=dict)
    """Real names of planned files, and the reviews that they are made of."""

    def plan(self, reviews: Sequence[tuple[ReviewFile, Path]], others: int) -> ExportPlan:
        """Plan ``reviews``, each with its path below the folder that was named."""
        inputs = {real_name(source.path) for source, _ in reviews}
        jobs, refused = [], []
        for source, below in reviews:
            targets, problems = [], {}
            for format_id in self.preset.formats:
                path = self._path(source.path, below, EXPORT_FORMATS[format_id].suffix)
                problem = self._problem(source.path, path, inputs)
                if problem is None:
                    self.taken[real_name(path)] = source.path
                    options = self.preset.options_for(format_id)
                    targets.append(ExportTarget(format_id, options, path, replaces=None))
                else:
                    problems[format_id] = problem.sentence
            job = _batch_job(source, tuple(targets), keep_existing=self.keep_existing)
            jobs += [job] if targets else []
            refused += [ExportOutcome(job, problems=problems)] if problems else []
        return ExportPlan(tuple(jobs), tuple(refused), others)

    def _path(self, source: Path, below: Path, suffix: str) -> Path:
        folder = source.parent if self.output is None else self.output / below.parent
        return folder / f"{source.stem}{suffix}"

    def _problem(self, source: Path, path: Path, inputs: set[str]) -> RezensentError | None:
        if real_name(path) in inputs:
            return _is_a_review_error(path)
        other = self.taken.get(real_name(path))
        return None if other is None else _written_twice_error(source, path, other)


def _no_review_error(folder: Path) -> RezensentError:
    return ExportError(
        f"In {folder} liegt keine Rezension; bitte nennen Sie eine Datei ohne Angaben "
        "am Anfang selbst.",
        f"There is no review in {folder}; please name a file without front matter yourself.",
    )


def _is_a_review_error(target: Path) -> RezensentError:
    return ExportError(
        f"{target} ist die Rezension selbst; bitte nennen Sie mit -o ein anderes Ziel.",
        f"{target} is the review itself; please name another target with -o.",
    )


def _written_twice_error(source: Path, target: Path, other: Path) -> RezensentError:
    return ExportError(
        f"{source} ergäbe dieselbe Datei {target} wie {other}; bitte exportieren Sie beide "
        "in verschiedene Ordner.",
        f"{source} would give the same file {target} as {other}; please export them to two "
        "folders.",
    )
