"""The command ``export``: one review or thousands, from files, folders or standard input."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from editor.errors import ExportError, RezensentError
from editor.export import registry
from editor.export.image_sources import embedded_images, no_images
from editor.export.jobs import batch, writer
from editor.export.jobs.batch import How, Job, Outcome, Plan
from editor.export.options import ExportOptions, RenderOptions, SpoilerPolicy
from editor.export.themes.theme_registry import DEFAULT_THEME
from editor.localized import counted
from editor.review.form import CORE_FORM, load_form
from editor.review.model import VERDICT
from editor.storage import review_file

_STREAM = "-"
_NAMELESS = Path("rezension.md")
_SPOILERS: dict[str | None, SpoilerPolicy] = {None: "kept", "note": "noted", "remove": "removed"}
_PAUSE = 0.1
"""Seconds between two signs of progress."""


@dataclass(frozen=True, slots=True)
class Exporting:
    """One call of the command."""

    options: argparse.Namespace
    how: How
    read: Callable[[str], str]
    """Returns the text of a file or of standard input. Raises ReviewFileError."""
    say: Callable[[str], None]
    """Tells the user something that is no result."""

    def run(self) -> bool:
        """Export everything and return whether all went well. Raises RezensentError."""
        how = replace(self.how, choices=_choices(self.options), keep=self.options.keep)
        _check(how, self.options.to)
        self._tell_of_theme(how)
        if _STREAM in (*self.options.files, self.options.output):
            self._stream(how)
            return True
        return self._files(how)

    def _tell_of_theme(self, how: How) -> None:
        """Say what is broken in a theme of the writer's own; the page does without it."""
        own = how.themes.folder
        if "html" not in self.options.to or own is None or not (own / how.choices.theme).is_dir():
            return
        from editor.export.html import theme_problem  # noqa: PLC0415 (takes a tenth of a second)

        trial = review_file.new_review(load_form(CORE_FORM)).with_text(VERDICT, "Text.")
        problem = theme_problem(trial, RenderOptions(theme=how.choices.theme, themes=how.themes))
        if problem is not None:
            self.say(problem.german)

    def _files(self, how: How) -> bool:
        plan = self._plan()
        failed = list(plan.refused)
        kept = 0
        for outcome in _shown(batch.run(plan.jobs, how, self._processes()), len(plan.jobs)):
            kept += outcome.kept
            failed += [outcome] if outcome.problems else []
        for outcome in failed:
            for german, _ in outcome.problems:
                self.say(_line(outcome.source, german))
        if len(plan.jobs) + len(failed) > 1 or plan.others:
            self.say(_summary(plan, failed, kept))
        return not failed

    def _processes(self) -> int:
        return int(self.options.jobs or _cores())

    def _plan(self) -> Plan:
        names, output = self.options.files, self.options.output
        sources = [Path(name) for name in names]
        target = Path(output) if output else None
        # Those of Path raise for a name that no disk takes; reading and writing have a sentence.
        folder = os.path.isdir(sources[0])  # noqa: PTH112
        several = len(sources) > 1 or len(self.options.to) > 1 or folder
        if target is None or os.path.isdir(target) or output.endswith(("/", os.sep)):  # noqa: PTH112
            return batch.planned(sources, self.options.to, target)
        if not several:
            return Plan((Job(sources[0], ((self.options.to[0], target),)),))
        if os.path.exists(target):  # noqa: PTH110
            raise _needs_folder()
        return batch.planned(sources, self.options.to, target)

    def _stream(self, how: How) -> None:
        if len(self.options.files) > 1 or len(self.options.to) > 1:
            raise _needs_folder()
        (name,), (format_id,) = self.options.files, self.options.to
        review = review_file.parse(self.read(name), how.forms, name=name)
        source = writer.Source(review, None, how.variant, how.themes)
        images = no_images if name == _STREAM else embedded_images(Path(name).parent)
        options = writer.options(source, how.for_format(format_id), images, "data:")
        output = self.options.output or _STREAM
        if output == _STREAM:
            sys.stdout.buffer.write(registry.export_review(review, format_id, options))
            sys.stdout.buffer.flush()
            return
        target = Path(output)
        if os.path.isdir(target):  # noqa: PTH112
            target /= f"{_NAMELESS.stem}{registry.EXPORT_FORMATS[format_id].suffix}"
        if not (how.keep and os.path.exists(target)):  # noqa: PTH110
            registry.write_export(review, format_id, options, target)


def _choices(options: argparse.Namespace) -> ExportOptions:
    return ExportOptions(
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


def _check(how: How, formats: Sequence[str]) -> None:
    """Raise what would be wrong with every file, before the first one."""
    problem = how.themes.find(how.choices.theme).problem
    if problem is not None:
        raise problem
    dialects = [key for f in formats for key, _ in registry.EXPORT_FORMATS[f].dialects if key]
    if how.choices.dialect and how.choices.dialect not in dialects:
        raise _no_dialect(how.choices.dialect, dialects)


def _cores() -> int:
    """Return how many cores this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable is not None else os.cpu_count() or 1


# -- what is said ---------------------------------------------------------------------------------


def _shown(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """Yield ``outcomes`` and show on a terminal how many of them there are already."""
    if total == 1 or not sys.stderr.isatty():
        yield from outcomes
        return
    last = 0.0
    try:
        for number, outcome in enumerate(outcomes, 1):
            if time.monotonic() - last > _PAUSE:
                last = time.monotonic()
                _sign(f"{number} von {total} Rezensionen …")
            yield outcome
    finally:
        _sign("")


def _sign(text: str) -> None:
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()


def _line(source: Path, german: str) -> str:
    """Return a problem in one line, which says what file it is about."""
    line = " ".join(german.split())
    return line if str(source) in line else f"{source}: {line}"


def _summary(plan: Plan, failed: Sequence[Outcome], kept: int) -> str:
    bad = {outcome.source for outcome in failed}
    good = sum(1 for job in plan.jobs if job.source not in bad)
    parts = [counted(good, "Rezension ausgegeben", "Rezensionen ausgegeben")]
    if bad:
        parts.append(counted(len(bad), "nicht oder nicht ganz", "nicht oder nicht ganz"))
    if kept:
        parts.append(counted(kept, "Datei behalten", "Dateien behalten"))
    if plan.others:
        one, many = "Markdown-Datei ist keine Rezension", "Markdown-Dateien sind keine Rezension"
        parts.append(counted(plan.others, one, many))
    return f"{', '.join(parts)}."


def _needs_folder() -> RezensentError:
    return ExportError(
        "Mehrere Rezensionen oder Formate brauchen einen Ordner als Ziel (-o ORDNER).",
        "Several reviews or formats need a folder to go to (-o FOLDER).",
    )


def _no_dialect(dialect: str, known: Sequence[str]) -> RezensentError:
    if not known:
        return ExportError(
            "Diese Formate haben keine Dialekte; bitte lassen Sie --dialect weg.",
            "These formats have no dialects; please leave out --dialect.",
        )
    return ExportError(
        f"Den Dialekt „{dialect}“ gibt es hier nicht; bitte wählen Sie einen von: "
        f"{', '.join(known)}.",
        f"There is no dialect “{dialect}” here; please choose one of these: {', '.join(known)}.",
    )
