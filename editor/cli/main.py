"""The command line: the same work as in the window, without Qt.

Exit status: 0 done and nothing found, 1 findings, 2 the command could not do its work.
"""

import argparse
import codecs
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from editor.cli.parser import parser, spelled_out
from editor.errors import ReviewFileError, RezensentError
from editor.localized import counted
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.review.form_registry import FormRegistry
from editor.settings import Folders, load_settings
from editor.storage import load_save, review_file
from editor.storage.next_season import begin_next_season

if TYPE_CHECKING:
    from editor.review.statistics import Statistics, TargetProgress

FOUND, FAILED = 1, 2
_STREAM = "-"
_File = TypeVar("_File")
OpenWindow = Callable[[Path | None, bool, bool], int]


def run(arguments: list[str], open_window: OpenWindow) -> int:
    """Run one command and return its exit status; without a command, ``open_window``."""
    try:
        options = parser().parse_args(spelled_out(_with_command(arguments)))
        if options.command == "window":
            return open_window(options.file, options.sample, options.new)
        return int(_COMMANDS[options.command](options))
    except RezensentError as error:
        _say(error.text())
        return FAILED
    except BrokenPipeError:
        # The reader of a pipe has seen enough; Python would complain again when it flushes.
        sys.stderr.close()
        return FAILED
    except KeyboardInterrupt:
        _say("Abgebrochen.")
        return FAILED


# -- commands ---------------------------------------------------------------------------------


def _new(options: argparse.Namespace) -> int:
    _require_free(options.file)
    form = None if options.form is None else _forms().require(options.form)
    if options.source is None:
        review = review_file.new_review(form or load_form(DEFAULT_FORM_ID))
    else:
        review = begin_next_season(load_save.load_review(options.source, _forms()).review, form)
    load_save.save_review(review, options.file)
    return 0


def _import(options: argparse.Namespace) -> int:
    # No other command has to do with texts of other programs.
    from editor.importing import convert, sectioning  # noqa: PLC0415

    if options.output != _STREAM:
        _require_free(Path(options.output))
    form = _forms().require(options.form)
    if options.text == _STREAM:
        converted = convert.from_bytes(sys.stdin.buffer.read())
    else:
        converted = convert.read(Path(options.text))
    for notice in converted.notices:
        _say(notice.text())
    review = sectioning.import_text(converted.markdown, form, name=options.text)
    _write(review_file.dumps(review).encode(), options.output)
    return 0


def _check(options: argparse.Namespace) -> int:
    # LanguageTool's client and its process concern no other command.
    from editor.proofing.dictionary import load_words  # noqa: PLC0415
    from editor.proofing.report import FileReport, check_file, running_engine  # noqa: PLC0415
    from editor.proofing.review_checker import CheckOptions  # noqa: PLC0415
    from editor.proofing.style import StyleOptions  # noqa: PLC0415

    config = Folders.default().config
    settings, _ = load_settings(config)
    style = StyleOptions.of(settings.style_rules, enabled=options.style)
    variant = _variant(options)
    writer = CheckOptions(variant, options.picky, load_words(config), settings.rules_off, style)
    reports: list[FileReport] = []
    server = _server(options)
    # Read before LanguageTool starts, which takes seconds and is no use without a text.
    texts = [(name, _text_or_error(name)) for name in options.files]
    if all(isinstance(text, RezensentError) for _, text in texts):
        _each(texts, lambda file: _text(file[1]))
        return FAILED
    with running_engine(variant, picky=options.picky, say=_say, server=server) as engine:
        problems = _each(
            texts,
            lambda file: reports.append(
                check_file(
                    file[0], _text(file[1]), engine.send, writer, forms=_forms(), waived=options.all
                )
            ),
        )
    if options.format == "json":
        _print_json({"files": [asdict(item) for item in reports]})
    else:
        for item in reports:
            print("".join(f"{line}\n" for line in item.lines()), end="")
    found = any(not finding.waived for item in reports for finding in item.findings)
    return FAILED if problems else FOUND if found else 0


def _export(options: argparse.Namespace) -> int:
    from editor.cli.export import ExportCommand  # noqa: PLC0415
    from editor.export.themes.theme_registry import ThemeRegistry  # noqa: PLC0415

    command = ExportCommand(
        options=options,
        variant=_variant(options),
        forms=_forms(),
        themes=ThemeRegistry(Folders.default().config / "themes"),
        read=_read,
        say=_say,
    )
    return 0 if command.run() else FAILED


def _stats(options: argparse.Namespace) -> int:
    # No other command counts.
    from editor.markdown.plaintext import plain_text  # noqa: PLC0415
    from editor.review.german_notation import format_number  # noqa: PLC0415
    from editor.review.readability import readability  # noqa: PLC0415
    from editor.review.statistics import Statistics, measure, target_progress  # noqa: PLC0415

    review = review_file.parse(_read(options.file), _forms(), name=options.file)
    counts = {s.id: measure(plain_text(s.text).text) for s in review.sections if s.text}
    total = sum(counts.values(), Statistics())
    if options.format == "json":
        _print_json(
            {
                "sections": {
                    key: _numbers(value, target_progress(review, value.words, key))
                    for key, value in counts.items()
                },
                "total": _numbers(total, target_progress(review, total.words)),
            }
        )
        return 0
    for section in review.sections:
        if section.id in counts:
            words = counts[section.id].words
            target = _of_target(target_progress(review, words, section.id))
            print(f"{section.heading or 'Einleitung':<22}{_words(words)}{target}")
    print(
        f"{'Zusammen':<22}{_words(total.words)}{_of_target(target_progress(review, total.words))}, "
        f"{total.characters} Zeichen, {counted(total.sentences, 'Satz', 'Sätze')}"
    )
    if total.words:
        minutes, seconds = divmod(total.reading_seconds, 60)
        print(f"Lesezeit {minutes}:{seconds:02} Min.")
        for figure in readability(total).figures:
            value = format_number(round(figure.value, 1))
            print(f"{figure.name.text():<22}{value:>6}  {figure.meaning}")
    return 0


def _words(count: int) -> str:
    return counted(count, "Wort", "Wörter", width=6)


def _of_target(state: "TargetProgress | None") -> str:
    return "" if state is None else f" von {state.target} ({state.share:.0%})".replace("%", " %")


def _numbers(count: "Statistics", state: "TargetProgress | None") -> dict[str, float | int | None]:
    return {
        **asdict(count),
        "reading_seconds": count.reading_seconds,
        "lix": count.lix,
        "flesch": count.flesch,
        "wiener": count.wiener,
        "target_words": state and state.target,
    }


def _doctor(options: argparse.Namespace) -> int:
    from editor.cli.doctor import examine, install_checker  # noqa: PLC0415

    folders = Folders.default()
    if options.install:
        install_checker(folders.data, _say)
    entries = examine(folders)
    for entry in entries:
        print(f"{'✓' if entry.fine else '✗'} {entry.name}: {entry.text}")
    return 0 if all(entry.fine for entry in entries) else FOUND


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": _new,
    "import": _import,
    "check": _check,
    "export": _export,
    "stats": _stats,
    "doctor": _doctor,
}


def _with_command(arguments: list[str]) -> list[str]:
    """Put „window“ ahead of a file or of nothing."""
    known = {*_COMMANDS, "window", "-h", "--help", "--version"}
    return arguments if arguments and arguments[0] in known else ["window", *arguments]


# -- in and out -------------------------------------------------------------------------------


def _each(files: Iterable[_File], work: Callable[[_File], object]) -> int:
    """Do ``work`` for every file, go on after a bad one, and return how many were bad."""
    problems = 0
    for file in files:
        try:
            work(file)
        except RezensentError as error:
            _say(error.text())
            problems += 1
    return problems


def _forms() -> FormRegistry:
    return FormRegistry(Folders.default().config / "forms")


def _variant(options: argparse.Namespace) -> str:
    return options.variant or load_settings(Folders.default().config)[0].variant


def _server(options: argparse.Namespace) -> str:
    """Return the address of the server that checks, empty for LanguageTool on this machine."""
    from editor.languagetool.server_url import normalize_url, url_from_setting  # noqa: PLC0415

    if options.server is not None:
        return normalize_url(options.server) if options.server else ""
    address, problem = url_from_setting(load_settings(Folders.default().config)[0].server_url)
    if problem is not None:
        _say(problem.text())
    return address


def _read(name: str) -> str:
    if name != _STREAM:
        return load_save.read_text(Path(name))
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReviewFileError(
            "Die Standardeingabe ist kein Text in UTF-8; bitte wandeln Sie sie vorher um.",
            "Standard input is not text in UTF-8; please convert it first.",
        ) from error


def _text_or_error(name: str) -> str | RezensentError:
    try:
        return _read(name)
    except RezensentError as error:
        return error


def _text(reading: str | RezensentError) -> str:
    """Return what ``_text_or_error`` has read. Raises the error that it has met."""
    if isinstance(reading, RezensentError):
        raise reading
    return reading


def _require_free(path: Path) -> None:
    """Raise ReviewFileError when there is something of this name."""
    # Path.exists raises for a name that no disk takes; saving has a sentence for it.
    if os.path.lexists(path):
        raise ReviewFileError(
            f"{path} gibt es schon; bitte wählen Sie einen anderen Namen.",
            f"{path} exists already; please choose another name.",
        )


def _write(data: bytes, target: str) -> None:
    if target == _STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        load_save.write_bytes(data, Path(target))


def _print_json(value: object) -> None:
    # Elsewhere a character may be missing, and Python's escapes are not all of JSON.
    whole = codecs.lookup(sys.stdout.encoding).name.startswith("utf")
    print(json.dumps(value, ensure_ascii=not whole))


def _say(text: str) -> None:
    print(text, file=sys.stderr)
