"""The manual page of ``rezensent``, made of the parser of the command line.

The macros are those of man(7). What arguments do not say is in ``packaging/linux/manual.toml``.
"""

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from editor.cli.parser import make_parser
from editor.cli.translation import translated_argparse
from editor.localized import Language, language_set_to
from tools.project import ROOT, Project

PROSE = ROOT / "packaging" / "linux" / "manual.toml"
_LISTS = ("status", "files", "environment", "examples")
_UNBROKEN: Mapping[Language, list[str]] = {"de": [".nr HY 0"], "en": []}
"""Requests that end hyphenation: groff breaks German words by the patterns of English."""


def manual(language: Language, project: Project, day: str) -> str:
    """Return the page in ``language``, with ``day`` (``2026-11-29``) as its date."""
    prose = tomllib.loads(PROSE.read_text("utf-8"))
    words, heading = prose[language], prose[language]["headings"]
    source = f"Rezensent {project.version}"
    with language_set_to(language), translated_argparse():
        top = make_parser()
        parts = [
            " ".join([".TH REZENSENT 1", day, _quoted(source), _quoted(words["section"])]),
            *_UNBROKEN[language],
            _section(heading["name"], [f"{escaped(project.name)} \\- {escaped(words['name'])}"]),
            _section(heading["synopsis"], _synopsis(top)),
            _section(heading["description"], _paragraphs(prose["description"], language)),
            _section(heading["options"], _options(arguments(top))),
            _section(heading["commands"], _commands(top)),
        ]
        parts += (_section(heading[name], _list(prose[name], language)) for name in _LISTS)
    parts += [
        _section(heading["bugs"], [escaped(project.urls["Issues"])]),
        _section(heading["copyright"], [escaped(words["copyright"])]),
    ]
    return "\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` as roff prints it: no control lines, and minus signs that can be copied."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def commands(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """Return name → parser of the commands, in their order."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to its arguments
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            return cast("Mapping[str, argparse.ArgumentParser]", action.choices)
    return {}


def arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments and options of one command, the commands of a parser left out."""
    return [
        action
        for action in parser._actions  # noqa: SLF001 - as above
        if not isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    ]


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f".SH {_quoted(title)}", *lines])


def _quoted(text: str) -> str:
    return f'"{escaped(text)}"'


def _paragraphs(texts: list[Mapping[str, str]], language: Language) -> list[str]:
    lines: list[str] = []
    for text in texts:
        lines += [".PP", escaped(text[language])]
    return lines[1:]


def _list(entries: list[Mapping[str, Any]], language: Language) -> list[str]:
    lines: list[str] = []
    for entry in entries:
        lines += [".TP", f"\\fB{escaped(entry['term'])}\\fR", escaped(entry[language])]
    return lines


def _synopsis(top: argparse.ArgumentParser) -> list[str]:
    file = arguments(commands(top)["window"])
    (name,) = (action for action in file if not action.option_strings)
    lines = [".SY rezensent", _usage(name), ".YS"]
    for command, parser in commands(top).items():
        lines += [".SY rezensent", f"\\fB{command}\\fR", *map(_usage, _ordered(parser)), ".YS"]
    return lines


def _ordered(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the options of a command and then what has no name; all have the same ``--help``."""
    found = [action for action in arguments(parser) if action.dest != "help"]
    yield from (action for action in found if action.option_strings)
    yield from (action for action in found if not action.option_strings)


def _usage(action: argparse.Action) -> str:
    if not action.option_strings:
        text = _value(action) + (" ..." if action.nargs == "+" else "")
        return f"[{text}]" if action.nargs == "?" else text
    text = _spelling(action, action.option_strings[0]).replace(" ", "\\~")
    return text if action.required else f"[{text}]"


def _spelling(action: argparse.Action, option: str) -> str:
    """Return ``option`` with its value: after an equals sign where it may be left out."""
    name = f"\\fB{escaped(option)}\\fR"
    value = _value(action)
    if value.startswith("\\fI="):
        return f"{name}[\\fB=\\fR{value.replace('=', '', 1)}]"
    return f"{name} {value}".rstrip()


def _value(action: argparse.Action) -> str:
    """Return the name of the value of ``action`` in italics, empty for a switch."""
    if action.nargs == 0:
        return ""
    name = action.metavar or action.dest.upper()
    return f"\\fI{escaped(name if isinstance(name, str) else ' '.join(name))}\\fR"


def _options(found: Iterable[argparse.Action]) -> list[str]:
    lines: list[str] = []
    for action in found:
        spellings = [_spelling(action, option) for option in action.option_strings]
        lines += [".TP", ", ".join(spellings) or _value(action), escaped(_help(action))]
    return lines


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")


def _commands(top: argparse.ArgumentParser) -> list[str]:
    lines: list[str] = []
    for name, parser in commands(top).items():
        lines += [f".SS {name}", escaped(parser.description or ""), *_options(_ordered(parser))]
    return lines
