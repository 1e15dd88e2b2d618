"""The command line: the same work as in the window, without Qt.

Exit status: 0 done and nothing found, 1 findings, 2 the command could not do its work.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from editor.cli import console
from editor.cli.options import FAILED, user_forms
from editor.cli.parser import parse
from editor.cli.translation import _, command_line_language
from editor.errors import RezensentError
from editor.localized import set_language
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.review.model import Review
from editor.settings import Folders
from editor.storage import load_save, review_file
from editor.storage.next_season import begin_next_season

OpenWindow = Callable[[Path | None, bool, bool], int]


def run(arguments: list[str], open_window: OpenWindow) -> int:
    """Run one command and return its exit status; without a command, ``open_window``."""
    set_language(command_line_language(Folders.default().config))
    try:
        options = parse(_with_command(arguments))
        if options.command == "window":
            return open_window(options.file, options.sample, options.new)
        return _COMMANDS[options.command](options)
    except RezensentError as error:
        console.report(error)
        return FAILED
    except BrokenPipeError:
        # The reader of a pipe has seen enough; Python would complain again when it flushes.
        sys.stderr.close()
        return FAILED
    except KeyboardInterrupt:
        console.say(_("Cancelled."))
        return FAILED


def _new(options: argparse.Namespace) -> int:
    console.require_free(options.file)
    form = None if options.form is None else user_forms().require(options.form)
    if options.source is None:
        review = review_file.new_review(form or load_form(DEFAULT_FORM_ID))
    else:
        review = begin_next_season(load_save.load_review(options.source, user_forms()).review, form)
    load_save.save_review(review, options.file)
    return 0


def _import(options: argparse.Namespace) -> int:
    # Only this command converts texts of other programs.
    from editor.cli.facts import with_explained_facts  # noqa: PLC0415
    from editor.importing import convert, sectioning, title_heading  # noqa: PLC0415

    if options.output != console.STREAM:
        console.require_free(Path(options.output))
    form = user_forms().require(options.form)
    if options.text == console.STREAM:
        converted = convert.from_bytes(sys.stdin.buffer.read())
    else:
        converted = convert.read(Path(options.text))
    for notice in converted.notices:
        console.say(notice.text())
    content = sectioning.read_text(converted.markdown, form, name=options.text)
    review = content if isinstance(content, Review) else content.to_review(form)
    if options.facts and not isinstance(content, Review):
        review = with_explained_facts(title_heading.take_title(review))
    console.write_bytes(review_file.dumps(review).encode(), options.output)
    return 0


# Each command imports what it needs when it runs: stats need not wait for LanguageTool's client.


def _check(options: argparse.Namespace) -> int:
    from editor.cli.check import run_check  # noqa: PLC0415

    return run_check(options)


def _export(options: argparse.Namespace) -> int:
    from editor.cli.export import run_export  # noqa: PLC0415

    return run_export(options)


def _stats(options: argparse.Namespace) -> int:
    from editor.cli.stats import run_stats  # noqa: PLC0415

    return run_stats(options)


def _doctor(options: argparse.Namespace) -> int:
    from editor.cli.doctor import run_doctor  # noqa: PLC0415

    return run_doctor(options)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": _new,
    "import": _import,
    "check": _check,
    "export": _export,
    "stats": _stats,
    "doctor": _doctor,
}


def _with_command(arguments: list[str]) -> list[str]:
    """Put “window” ahead of a file or of nothing."""
    commands = {*_COMMANDS, "window", "-h", "--help", "--version"}
    return arguments if arguments and arguments[0] in commands else ["window", *arguments]
