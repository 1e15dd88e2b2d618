"""The command ``check``: spelling, grammar and style of reviews."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial

from editor.cli import console
from editor.cli.facts import facts_as_json, print_facts
from editor.cli.options import FAILED, FOUND, german_variant, user_forms
from editor.cli.translation import _, ngettext
from editor.errors import LanguageToolError, RezensentError
from editor.languagetool.engine import Engine
from editor.languagetool.server_url import normalize_url, url_from_setting
from editor.languagetool.state import EnginePhase
from editor.proofing.dictionary import load_words
from editor.proofing.report import FileReport, check_review, running_engine
from editor.proofing.review_checker import CheckOptions
from editor.proofing.style import StyleOptions
from editor.review.model import Review
from editor.settings import Folders, Settings, load_settings
from editor.storage import review_file
from editor.storage.newer_version import reading_notices


@dataclass(frozen=True, slots=True)
class _Input:
    """A file that is a review, by its name, with its content."""

    name: str
    text: str
    review: Review


def run_check(options: argparse.Namespace) -> int:
    """Check the files, print the findings and return the exit status. Raises RezensentError."""
    server = _server(options)
    # Read before LanguageTool starts, which takes seconds and is useless without a review.
    inputs = _read_files(options.files)
    reports = _check_files(options, inputs, server) if inputs else []
    reviews = {item.name: item for item in inputs}
    if inputs and options.format == "json":
        files = [_json_report(report, reviews[report.path], options) for report in reports]
        console.print_json({"files": files})
    elif inputs:
        for report in reports:
            _print_report(report, reviews[report.path], facts=options.facts)
    if len(reports) < len(options.files):
        return FAILED
    findings = (finding for report in reports for finding in report.findings)
    return FOUND if any(not finding.waived for finding in findings) else 0


def _check_files(
    options: argparse.Namespace, inputs: Sequence[_Input], server: str
) -> list[FileReport]:
    """Return the reports of the files that can be checked, and say why others cannot."""
    check_options, variant = _check_options(options), german_variant(options)
    reports = []
    with running_engine(
        variant,
        picky=options.picky,
        say=console.say,
        show_progress=console.show_progress,
        server=server,
        keep=60 * _settings().keep_minutes,
    ) as engine:
        for item in inputs:
            try:
                reports.append(_check_file(engine, item, check_options, waived=options.all))
            except LanguageToolError as error:
                console.report(error)
                if engine.state.phase is EnginePhase.FAILED:
                    # It says the same of every other file.
                    break
    return reports


def _check_file(engine: Engine, item: _Input, options: CheckOptions, *, waived: bool) -> FileReport:
    """Return the report of a file; check it again if LanguageTool has been replaced meanwhile."""
    pid = engine.pid
    check = partial(
        check_review, item.name, item.text, item.review, engine.send, options, waived=waived
    )
    try:
        return check()
    except LanguageToolError:
        if not engine.wait_replaced(pid):
            raise
        return check()


def _check_options(options: argparse.Namespace) -> CheckOptions:
    config, settings = Folders.default().config, _settings()
    style = StyleOptions.of(settings.style_rules, enabled=options.style)
    return CheckOptions(
        german_variant(options), options.picky, load_words(config), settings.rules_off, style
    )


def _settings() -> Settings:
    return load_settings(Folders.default().config)[0]


def _read_files(names: Iterable[str]) -> list[_Input]:
    """Return the reviews, and say why other files are none."""
    forms, inputs = user_forms(), []
    for name in names:
        try:
            text = console.read_text(name)
            review = review_file.parse(text, forms, name=name)
            inputs.append(_Input(name, text, review))
            for notice in reading_notices(review, name):
                console.say(notice.text())
        except RezensentError as error:
            console.say(error.text())
    return inputs


def _json_report(
    report: FileReport, item: _Input, options: argparse.Namespace
) -> dict[str, object]:
    facts = {"facts": facts_as_json(item.text, item.review)} if options.facts else {}
    return {**asdict(report), **facts}


def _print_report(report: FileReport, item: _Input, *, facts: bool) -> None:
    """Print the findings and ``facts``, and how many findings where programs do not read it."""
    print("".join(f"{line}\n" for line in report.lines()), end="", flush=True)
    if facts:
        print_facts(item.name, item.text, item.review)
    if report.names:
        row = ngettext(
            "{file}: {n} possible name: {names}",
            "{file}: {n} possible names: {names}",
            len(report.names),
        )
        names = ", ".join(report.names)
        console.say(row.format(file=report.path, n=len(report.names), names=names))
    count = sum(not finding.waived for finding in report.findings)
    if count:
        text = ngettext("{file}: {n} finding", "{file}: {n} findings", count)
    else:
        text = _("{file}: no findings")
    console.say(text.format(file=report.path, n=count))


def _server(options: argparse.Namespace) -> str:
    """Return the address of the server that checks, empty for LanguageTool on this machine."""
    if options.server is not None:
        return normalize_url(options.server) if options.server else ""
    address, problem = url_from_setting(_settings().server_url)
    if problem is not None:
        console.say(problem.text())
    return address
