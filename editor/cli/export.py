"""The command ``export``: one review or thousands, from files, folders or standard input."""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from editor.cli.console import STREAM, read_text, say
from editor.cli.options import FAILED, german_variant, user_forms
from editor.cli.translation import _, ngettext
from editor.errors import ExportError, RezensentError
from editor.export import registry
from editor.export.image_sources import embedded_images, no_images
from editor.export.jobs.executor import ProcessExecutor
from editor.export.jobs.job import ExportOutcome, ExportSource, ReviewFile
from editor.export.jobs.planner import ExportPlan, plan_file, plan_files
from editor.export.jobs.preset import ExportPreset
from editor.export.jobs.writer import render_options
from editor.export.options import ExportOptions, RenderOptions, SpoilerPolicy
from editor.export.themes.theme_registry import DEFAULT_THEME, ThemeRegistry
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.review.form_registry import FormRegistry
from editor.review.model import VERDICT
from editor.review.readiness import misread_dates
from editor.settings import Folders
from editor.storage import review_file
from editor.storage.newer_version import reading_notices

_DEFAULT_STEM = "rezension"
"""Name of a file that is made of standard input."""
_SPOILERS: dict[str | None, SpoilerPolicy] = {None: "kept", "note": "noted", "remove": "removed"}
_PAUSE = 0.1
"""Seconds between two updates of the progress."""


def run_export(options: argparse.Namespace) -> int:
    """Export the reviews and return the exit status. Raises RezensentError."""
    command = ExportCommand(
        options=options,
        variant=german_variant(options),
        forms=user_forms(),
        themes=ThemeRegistry(Folders.default().config / "themes"),
    )
    return 0 if command.run() else FAILED


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCommand:
    """One call of the command."""

    options: argparse.Namespace
    variant: str
    forms: FormRegistry
    themes: ThemeRegistry

    def run(self) -> bool:
        """Export everything and return whether all went well. Raises RezensentError."""
        preset = _preset(self.options)
        self._check(preset)
        self._report_theme_problem(preset)
        if STREAM in (*self.options.files, self.options.output):
            self._stream(preset)
            return True
        return self._files(preset)

    def _check(self, preset: ExportPreset) -> None:
        """Raise what would be wrong with every file, before the first one."""
        problem = self.themes.find(preset.shared.theme).problem
        if problem is not None:
            raise problem
        dialects = [key for f in preset.formats for key in _dialects(f) if key]
        if self.options.dialect and self.options.dialect not in dialects:
            raise _no_dialect_error(self.options.dialect, dialects)

    def _report_theme_problem(self, preset: ExportPreset) -> None:
        """Say what is broken in a theme of the writer's own; pages are made without it."""
        folder, theme = self.themes.folder, preset.shared.theme
        if "html" not in preset.formats or folder is None or not (folder / theme).is_dir():
            return
        from editor.export.html import theme_problem  # noqa: PLC0415 (takes a tenth of a second)

        trial = review_file.new_review(load_form(DEFAULT_FORM_ID)).with_text(VERDICT, "Text.")
        problem = theme_problem(trial, RenderOptions(theme=theme, themes=self.themes))
        if problem is not None:
            say(problem.text())

    def _files(self, preset: ExportPreset) -> bool:
        plan = self._plan(preset)
        failed = list(plan.refused)
        kept_files = 0
        doubts: list[str] = []
        executor = ProcessExecutor(int(self.options.jobs or _cores()))
        for outcome in _with_progress(executor.run(plan.jobs), len(plan.jobs)):
            kept_files += outcome.kept
            failed += [outcome] if outcome.problems else []
            doubts += [_line(outcome.job.source.path, one.text()) for one in outcome.doubts]
        for line in doubts:
            say(line)
        for outcome in failed:
            for problem in outcome.problems.values():
                say(_line(outcome.job.source.path, problem.text()))
        if len(plan.jobs) + len(failed) > 1 or plan.other_files:
            say(_summary(plan, failed, kept_files))
        return not failed

    def _plan(self, preset: ExportPreset) -> ExportPlan:
        names, output, keep = self.options.files, self.options.output, self.options.keep
        sources = [ReviewFile(Path(n), self.variant, self.themes, self.forms) for n in names]
        # Those of Path raise for a name that no disk takes; reading and writing have a sentence.
        folder = os.path.isdir(sources[0].path)  # noqa: PTH112
        several = len(sources) > 1 or len(preset.formats) > 1 or folder
        if not output or os.path.isdir(output) or output.endswith(("/", os.sep)):  # noqa: PTH112
            return plan_files(sources, preset, keep_existing=keep)
        if not several:
            return plan_file(sources[0], preset, Path(output), keep_existing=keep)
        if os.path.exists(output):  # noqa: PTH110
            raise _needs_folder_error()
        return plan_files(sources, preset, keep_existing=keep)

    def _stream(self, preset: ExportPreset) -> None:
        if len(self.options.files) > 1 or len(preset.formats) > 1:
            raise _needs_folder_error()
        (name,), (format_id,) = self.options.files, preset.formats
        review = review_file.parse(read_text(name), self.forms, name=name)
        source = ExportSource(review, None, self.variant, self.themes)
        images = no_images if name == STREAM else embedded_images(Path(name).parent)
        options = render_options(source, preset.options_for(format_id), images, "data:")
        for doubt in (*reading_notices(review), *misread_dates(review)):
            say(_line(None if name == STREAM else Path(name), doubt.text()))
        output = self.options.output or STREAM
        if output == STREAM:
            sys.stdout.buffer.write(registry.export_review(review, format_id, options))
            sys.stdout.buffer.flush()
            return
        target = Path(output)
        if os.path.isdir(target):  # noqa: PTH112
            target /= f"{_DEFAULT_STEM}{registry.EXPORT_FORMATS[format_id].suffix}"
        if not (self.options.keep and os.path.exists(target)):  # noqa: PTH110
            registry.write_export(review, format_id, options, target)


def _preset(options: argparse.Namespace) -> ExportPreset:
    """Return the preset of a call; a dialect applies to the formats that have it."""
    chosen = ExportOptions(
        fragment=options.fragment,
        inline_style=options.inline_style,
        headings=options.headings,
        contents=options.contents,
        spoilers=_SPOILERS[options.spoilers],
        theme=options.theme or DEFAULT_THEME,
        scheme=options.scheme,
        accent=options.accent or "",
        embed_images=options.images == "embed",
        dialect=options.dialect,
        width=options.width,
    )
    plain = replace(chosen, dialect="")
    by_format = {key: chosen if chosen.dialect in _dialects(key) else plain for key in options.to}
    return ExportPreset(options.to, chosen, by_format, folder=options.output or "")


def _dialects(format_id: str) -> list[str]:
    return [key for key, _ in registry.EXPORT_FORMATS[format_id].dialects]


def _cores() -> int:
    """Return how many cores this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable is not None else os.cpu_count() or 1


# -- messages -------------------------------------------------------------------------------------


def _with_progress(outcomes: Iterator[ExportOutcome], total: int) -> Iterator[ExportOutcome]:
    """Yield ``outcomes`` and show on a terminal how many there are so far."""
    if total == 1 or not sys.stderr.isatty():
        yield from outcomes
        return
    last = 0.0
    try:
        for number, outcome in enumerate(outcomes, 1):
            if time.monotonic() - last > _PAUSE:
                last = time.monotonic()
                _show_progress(_("{number} of {total} reviews…").format(number=number, total=total))
            yield outcome
    finally:
        _show_progress("")


def _show_progress(text: str) -> None:
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()


def _line(source: Path | None, sentence: str) -> str:
    """Return a problem in one line that names the file, if there is one."""
    line = " ".join(sentence.split())
    return line if source is None or str(source) in line else f"{source}: {line}"


def _summary(plan: ExportPlan, failed: Sequence[ExportOutcome], kept: int) -> str:
    bad = {outcome.job.source.path for outcome in failed}
    good = sum(1 for job in plan.jobs if job.source.path not in bad)
    others = plan.other_files
    parts = [ngettext("{n} review exported", "{n} reviews exported", good).format(n=good)]
    if bad:
        parts.append(_("{n} not or not completely").format(n=len(bad)))
    if kept:
        parts.append(ngettext("{n} file kept", "{n} files kept", kept).format(n=kept))
    if others:
        text = ngettext(
            "{n} Markdown file is not a review", "{n} Markdown files are not reviews", others
        )
        parts.append(text.format(n=others))
    return f"{', '.join(parts)}."


def _needs_folder_error() -> RezensentError:
    return ExportError(
        "Mehrere Rezensionen oder Formate brauchen einen Ordner als Ziel (-o ORDNER).",
        "Several reviews or formats need a folder to go to (-o FOLDER).",
    )


def _no_dialect_error(dialect: str, dialects: Sequence[str]) -> RezensentError:
    if not dialects:
        return ExportError(
            "Diese Formate haben keine Dialekte; bitte lassen Sie --dialect weg.",
            "These formats have no dialects; please leave out --dialect.",
        )
    return ExportError(
        f"Den Dialekt „{dialect}“ gibt es hier nicht; bitte wählen Sie einen von: "
        f"{', '.join(dialects)}.",
        f"There is no dialect “{dialect}” here; please choose one of these: {', '.join(dialects)}.",
    )
