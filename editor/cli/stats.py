"""The command ``stats``: length, reading time and readability of a review."""

import argparse
from dataclasses import asdict

from editor.cli import console
from editor.cli.options import user_forms
from editor.cli.translation import _, ngettext
from editor.localized import current_language
from editor.markdown.plaintext import plain_text
from editor.review.german_notation import format_number
from editor.review.model import Review
from editor.review.readability import readability
from editor.review.statistics import Statistics, TargetProgress, measure, target_progress
from editor.storage import review_file
from editor.storage.newer_version import reading_notices

_NAME_WIDTH = 22
"""Characters of the column with the names of sections and figures."""


def run_stats(options: argparse.Namespace) -> int:
    """Print the statistics of the file and return the exit status. Raises RezensentError."""
    review = review_file.parse(console.read_text(options.file), user_forms(), name=options.file)
    for notice in reading_notices(review, options.file):
        console.say(notice.text())
    sections = {s.id: measure(plain_text(s.text).text) for s in review.sections if s.text}
    total = sum(sections.values(), Statistics())
    if options.format == "json":
        console.print_json(_as_json(review, sections, total))
    else:
        _print_table(review, sections, total)
    return 0


def _print_table(review: Review, sections: dict[str, Statistics], total: Statistics) -> None:
    for section in review.sections:
        if section.id in sections:
            words = sections[section.id].words
            target = _format_target(target_progress(review, words, section.id))
            heading = section.heading or _("Introduction")
            print(f"{heading:<{_NAME_WIDTH}}{_format_words(words)}{target}")
    target = _format_target(target_progress(review, total.words))
    sentences = ngettext("sentence", "sentences", total.sentences)
    characters = ngettext("character", "characters", total.characters)
    print(
        f"{_('Total'):<{_NAME_WIDTH}}{_format_words(total.words)}{target}, "
        f"{total.characters} {characters}, {total.sentences} {sentences}"
    )
    if total.words:
        minutes, seconds = divmod(total.reading_seconds, 60)
        print(_("Reading time {time} min").format(time=f"{minutes}:{seconds:02}"))
        figures = readability(total).figures
        width = max(_NAME_WIDTH, *(len(figure.name.text()) + 1 for figure in figures))
        for figure in figures:
            value = _format_figure(round(figure.value, 1))
            print(f"{figure.name.text():<{width}}{value:>6}  {figure.meaning}")


def _format_words(count: int) -> str:
    return f"{count:>6} {ngettext('word', 'words', count)}"


def _format_target(state: TargetProgress | None) -> str:
    if state is None:
        return ""
    return " " + _("of {target} ({share} %)").format(
        target=state.target, share=f"{100 * state.share:.0f}"
    )


def _format_figure(value: float) -> str:
    return format_number(value) if current_language() == "de" else f"{value:g}"


def _as_json(
    review: Review, sections: dict[str, Statistics], total: Statistics
) -> dict[str, object]:
    return {
        "sections": {
            key: _numbers(value, target_progress(review, value.words, key))
            for key, value in sections.items()
        },
        "total": _numbers(total, target_progress(review, total.words)),
    }


def _numbers(count: Statistics, state: TargetProgress | None) -> dict[str, float | int | None]:
    return {
        **asdict(count),
        "reading_seconds": count.reading_seconds,
        "lix": count.lix,
        "flesch": count.flesch,
        "wiener": count.wiener,
        "target_words": state and state.target,
    }
