"""The arguments of the command line."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, get_args

from editor import __version__
from editor.cli.translation import _, translated_argparse
from editor.errors import RezensentError
from editor.export.options import ColorScheme
from editor.export.registry import EXPORT_FORMATS
from editor.review.form import DEFAULT_FORM_ID, shipped_form_ids
from editor.settings import VARIANTS

_NO_SPOILERS = "--no-spoilers"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of a call; its messages are in the current language.

    Raises RezensentError for a call that it does not understand, SystemExit after the help.
    """
    with translated_argparse():
        return make_parser().parse_args(_spelled_out(arguments))


def _spelled_out(arguments: Sequence[str]) -> list[str]:
    """Return ``arguments`` so that what follows “--no-spoilers” is not taken for its value."""
    return [f"{_NO_SPOILERS}=remove" if item == _NO_SPOILERS else item for item in arguments]


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands, its texts in the current language.

    Those of argparse itself are so within ``translated_argparse``.
    """
    top = _Parser(
        prog="rezensent",
        description=_(
            "Offline editor for reviews. Without a command the window opens: rezensent [FILE]"
        ),
    )
    version = f"Rezensent {__version__}"
    top.add_argument("--version", action="version", version=version, help=_("show the version"))
    _add_commands(top)
    return top


def _add_commands(top: argparse.ArgumentParser) -> None:
    commands = top.add_subparsers(
        dest="command",
        metavar=_("COMMAND"),
        title=_("commands"),
        parser_class=_Parser,
        required=True,
    )

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text)

    _add_window(command("window", _("open the window (as without a command)")))
    _add_new(command("new", _("create an empty review")))
    _add_import(command("import", _("import a finished text into a form")))
    _add_check(command("check", _("check spelling, grammar and style")))
    _add_export(command("export", _("export reviews to other formats")))
    _add_stats(command("stats", _("length, reading time and readability")))
    _add_doctor(command("doctor", _("show what is there, what is missing and what to do")))


class _Parser(argparse.ArgumentParser):
    """Parser whose errors are RezensentErrors."""

    def error(self, message: str) -> NoReturn:
        raise RezensentError(
            f"Dieser Aufruf ist nicht zu verstehen ({message}); „rezensent --help“ zeigt, was "
            "möglich ist.",
            f"This call cannot be understood ({message}); “rezensent --help” shows what is "
            "possible.",
        )


# -- commands -------------------------------------------------------------------------------------


def _add_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=_("FILE"), nargs="?", type=Path, help=_("review"))
    parser.add_argument("--sample", action="store_true", help=_("open the sample review"))
    parser.add_argument(
        "--new", action="store_true", help=_("with the empty form instead of the last review")
    )


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("new file"))
    _add_form(parser, default=None)
    parser.add_argument(
        "--from",
        dest="source",
        metavar=_("OLD.md"),
        type=Path,
        help=_("take the facts from the review of an earlier season"),
    )


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text",
        metavar=_("TEXT"),
        help=_("text: txt, md, html, docx or odt, - for standard input"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=_("FILE.md"),
        required=True,
        help=_("new review, - for standard output"),
    )
    parser.add_argument(
        "--no-facts",
        dest="facts",
        action="store_false",
        help=_("leave the facts empty that the text has"),
    )
    _add_form(parser, default=DEFAULT_FORM_ID)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar=_("FILE"), nargs="+", help=_("reviews, - for standard input")
    )
    _add_format(parser)
    _add_variant(parser)
    parser.add_argument(
        "--all", action="store_true", help=_("show also what is not reported, and why")
    )
    parser.add_argument(
        "--facts",
        action="store_true",
        help=_("show also facts that the text has and the form lacks"),
    )
    parser.add_argument("--picky", action="store_true", help=_("apply strict rules too"))
    parser.add_argument(
        "--style", action="store_true", help=_("check style too, with the rules of the window")
    )
    parser.add_argument(
        "--server",
        metavar=_("ADDRESS"),
        help=_("another LanguageTool server, which then receives the text; '' for this machine"),
    )


def _add_stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=_("FILE"), help=_("review, - for standard input"))
    _add_format(parser)


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--install", action="store_true", help=_("download what the checker is missing")
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar=_("FILE"),
        nargs="+",
        help=_("reviews and folders with reviews, - for standard input"),
    )
    parser.add_argument(
        "--to",
        type=_formats,
        metavar=_("FORMAT[,FORMAT]"),
        required=True,
        help=_("formats: {formats}").format(formats=", ".join(EXPORT_FORMATS)),
    )
    parser.add_argument(
        "-o", "--output", metavar=_("TARGET"), help=_("file or folder, - for standard output")
    )
    _add_run_options(parser)
    _add_text_options(parser)
    _add_look_options(parser)
    _add_variant(parser)


def _add_run_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        *("--keep", "--no-clobber"),
        action="store_true",
        help=_("keep existing files instead of replacing them"),
    )
    parser.add_argument(
        "--jobs",
        type=_at_least(1),
        metavar="N",
        help=_("number of processes; without it one for each core"),
    )


def _add_text_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fragment", action="store_true", help=_("only the article, without the page around it")
    )
    parser.add_argument(
        "--no-headings", dest="headings", action="store_false", help=_("without headings")
    )
    parser.add_argument(
        _NO_SPOILERS,
        dest="spoilers",
        type=_one_of("note", "remove"),
        metavar="=note",
        help=_(
            "without spoilers; “--no-spoilers” alone leaves them out, “=note” puts a note instead"
        ),
    )
    parser.add_argument("--contents", action="store_true", help=_("with a table of contents"))
    _add_dialect(parser)
    parser.add_argument(
        "--width",
        type=_at_least(0),
        default=0,
        metavar=_("CHARACTERS"),
        help=_("longest line of text; 0 for one line per paragraph"),
    )


def _add_dialect(parser: argparse.ArgumentParser) -> None:
    formats = [each for each in EXPORT_FORMATS.values() if each.dialects]
    dialects = (f"{f.id} – {', '.join(key for key, _name in f.dialects if key)}" for f in formats)
    parser.add_argument(
        "--dialect",
        metavar=_("NAME"),
        default="",
        help=_("target: {dialects}").format(dialects="; ".join(dialects)),
    )


def _add_look_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", metavar=_("NAME"), help=_("look of web page and PDF"))
    schemes = get_args(ColorScheme)
    parser.add_argument(
        "--scheme",
        type=_one_of(*schemes),
        metavar=_braces(schemes),
        default="both",
        help=_("colours of the web page: light, dark or both"),
    )
    parser.add_argument(
        "--accent", type=_color, metavar=_("COLOUR"), help=_("accent colour, such as “#1f5f8b”")
    )
    parser.add_argument(
        "--inline-style",
        action="store_true",
        help=_("inline styles in every element of the article"),
    )
    parser.add_argument(
        "--images",
        type=_one_of("embed", "beside"),
        metavar=_braces(("embed", "beside")),
        default="embed",
        help=_("images in the web page (embed) or beside it (beside)"),
    )


def _add_form(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--form",
        metavar=_("NAME"),
        default=default,
        help=_("form: {forms} or your own").format(forms=", ".join(shipped_form_ids())),
    )


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        type=_one_of("text", "json"),
        metavar=_braces(("text", "json")),
        default="text",
        help=_("format of the output"),
    )


def _add_variant(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--variant",
        type=_one_of(*VARIANTS),
        metavar=_braces(VARIANTS),
        help=_("variant of German"),
    )


# -- values ---------------------------------------------------------------------------------------


def _braces(values: Sequence[str]) -> str:
    return f"{{{','.join(values)}}}"


def _one_of(*values: str) -> Callable[[str], str]:
    """Return a type for one of ``values``; argparse's own choices are shown as Python literals."""

    def value(text: str) -> str:
        if text not in values:
            sentence = _("there is no “{value}”, only {values}")
            raise argparse.ArgumentTypeError(sentence.format(value=text, values=", ".join(values)))
        return text

    return value


def _formats(text: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in formats if part not in EXPORT_FORMATS]
    if unknown or not formats:
        sentence = _("there is no format “{value}”, only {values}")
        value, values = ", ".join(unknown) or text, ", ".join(EXPORT_FORMATS)
        raise argparse.ArgumentTypeError(sentence.format(value=value, values=values))
    return formats


def _color(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        sentence = _("“{value}” is not a colour like “#1f5f8b”")
        raise argparse.ArgumentTypeError(sentence.format(value=text))
    return text


def _at_least(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or int(text) < least:
            sentence = _("“{value}” is not a whole number from {least} on")
            raise argparse.ArgumentTypeError(sentence.format(value=text, least=least))
        return int(text)

    return number
