"""The command ``check``: spelling, grammar and style of reviews."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from editor.cli import console
from editor.cli.options import FAILED, FOUND, german_variant, user_forms
from editor.errors import RezensentError
from editor.languagetool.server_url import normalize_url, url_from_setting
from editor.proofing.dictionary import load_words
from editor.proofing.report import FileReport, check_file, running_engine
from editor.proofing.review_checker import CheckOptions
from editor.proofing.style import StyleOptions
from editor.settings import Folders, load_settings

_Input = tuple[str, str | RezensentError]
"""Name of a file, and its text or why it cannot be read."""


def run_check(options: argparse.Namespace) -> int:
    """Check the files, print the findings and return the exit status. Raises RezensentError."""
    server = _server(options)
    # Read before LanguageTool starts, which takes seconds and is no use without a text.
    inputs = [(name, _read(name)) for name in options.files]
    unreadable = [text for _, text in inputs if isinstance(text, RezensentError)]
    if len(unreadable) == len(inputs):
        for error in unreadable:
            console.say(error.text())
        return FAILED
    reports = _check_files(options, inputs, server)
    if options.format == "json":
        console.print_json({"files": [asdict(report) for report in reports]})
    else:
        for report in reports:
            print("".join(f"{line}\n" for line in report.lines()), end="")
    if len(reports) < len(inputs):
        return FAILED
    findings = (finding for report in reports for finding in report.findings)
    return FOUND if any(not finding.waived for finding in findings) else 0


def _check_files(
    options: argparse.Namespace, inputs: Sequence[_Input], server: str
) -> list[FileReport]:
    """Return the reports of the files that can be checked, and say why others cannot."""
    check_options, variant = _check_options(options), german_variant(options)
    forms, reports = user_forms(), []
    with running_engine(variant, picky=options.picky, say=console.say, server=server) as engine:
        for name, text in inputs:
            try:
                if isinstance(text, RezensentError):
                    raise text
                reports.append(
                    check_file(
                        name, text, engine.send, check_options, forms=forms, waived=options.all
                    )
                )
            except RezensentError as error:
                console.say(error.text())
    return reports


def _check_options(options: argparse.Namespace) -> CheckOptions:
    config = Folders.default().config
    settings, _ = load_settings(config)
    style = StyleOptions.of(settings.style_rules, enabled=options.style)
    return CheckOptions(
        german_variant(options), options.picky, load_words(config), settings.rules_off, style
    )


def _read(name: str) -> str | RezensentError:
    try:
        return console.read_text(name)
    except RezensentError as error:
        return error


def _server(options: argparse.Namespace) -> str:
    """Return the address of the server that checks, empty for LanguageTool on this machine."""
    if options.server is not None:
        return normalize_url(options.server) if options.server else ""
    address, problem = url_from_setting(load_settings(Folders.default().config)[0].server_url)
    if problem is not None:
        console.say(problem.text())
    return address
