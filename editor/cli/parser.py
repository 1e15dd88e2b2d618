"""The arguments of the command line, and its help in German."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, get_args

from editor import __version__
from editor.cli import misunderstood
from editor.errors import RezensentError
from editor.export.options import ColorScheme
from editor.export.registry import EXPORT_FORMATS, ExportFormat
from editor.review.form import DEFAULT_FORM_ID, shipped_form_ids
from editor.settings import VARIANTS

_NO_SPOILERS = "--no-spoilers"


def parser() -> argparse.ArgumentParser:
    """Return the parser; a call that it does not understand raises RezensentError."""
    top = _Parser(
        prog="rezensent",
        add_help=False,
        description=(
            "Offline-Editor für Rezensionen. Ohne Befehl öffnet sich das Fenster: rezensent [DATEI]"
        ),
    )
    _help(top)
    top.add_argument(
        "--version", action="version", version=f"Rezensent {__version__}", help="Version zeigen"
    )
    commands = top.add_subparsers(
        dest="command", metavar="BEFEHL", title="Befehle", parser_class=_Parser, required=True
    )

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return _help(commands.add_parser(name, help=text, description=text, add_help=False))

    _window_arguments(command("window", "das Fenster öffnen (auch ohne Befehl)"))
    _new_arguments(command("new", "eine leere Rezension anlegen"))
    _import_arguments(command("import", "einen fertigen Text in ein Formular übernehmen"))
    _check_arguments(command("check", "Rechtschreibung, Grammatik und Stil prüfen"))
    _export_arguments(command("export", "Rezensionen in andere Formate ausgeben"))
    stats = command("stats", "Umfang, Lesezeit und Lesbarkeit")
    stats.add_argument("file", metavar="DATEI", help="Rezension, - für die Standardeingabe")
    _format_argument(stats)
    doctor = command("doctor", "zeigen, was da ist, was fehlt und was zu tun ist")
    doctor.add_argument("--install", action="store_true", help="holen, was der Prüfung fehlt")
    return top


def _window_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="DATEI", nargs="?", type=Path, help="Rezension")
    parser.add_argument("--sample", action="store_true", help="die Beispielrezension öffnen")
    parser.add_argument(
        "--new", action="store_true", help="mit dem leeren Formular statt der letzten Rezension"
    )


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="DATEI", type=Path, help="neue Datei")
    _form_argument(parser, default=None)
    parser.add_argument(
        "--from",
        dest="source",
        metavar="ALT.md",
        type=Path,
        help="Angaben aus der Rezension einer früheren Staffel übernehmen",
    )


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text",
        metavar="TEXT",
        help="Text: txt, md, html, docx oder odt, - für die Standardeingabe",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="DATEI.md",
        required=True,
        help="neue Rezension, - für die Standardausgabe",
    )
    _form_argument(parser, default=DEFAULT_FORM_ID)


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="DATEI", nargs="+", help="Rezensionen, - für die Standardeingabe"
    )
    _format_argument(parser)
    _variant_argument(parser)
    parser.add_argument(
        "--all", action="store_true", help="auch zeigen, was nicht gemeldet wird, und warum"
    )
    parser.add_argument("--picky", action="store_true", help="auch strenge Regeln anwenden")
    parser.add_argument(
        "--style", action="store_true", help="auch Stil prüfen, mit den Regeln des Fensters"
    )
    parser.add_argument(
        "--server",
        metavar="ADRESSE",
        help="ein anderer LanguageTool-Server, der den Text dann erhält; '' für diesen Rechner",
    )


def spelled_out(arguments: list[str]) -> list[str]:
    """Return ``arguments`` so that what follows „--no-spoilers“ is not taken for its value."""
    return [f"{_NO_SPOILERS}=remove" if item == _NO_SPOILERS else item for item in arguments]


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="DATEI",
        nargs="+",
        help="Rezensionen und Ordner mit Rezensionen, - für die Standardeingabe",
    )
    parser.add_argument(
        "--to",
        type=_formats,
        metavar="FORMAT[,FORMAT]",
        required=True,
        help=f"Formate: {', '.join(EXPORT_FORMATS)}",
    )
    parser.add_argument(
        "-o", "--output", metavar="ZIEL", help="Datei oder Ordner, - für die Standardausgabe"
    )
    parser.add_argument(
        *("--keep", "--no-clobber"),
        action="store_true",
        help="behalten, was schon da ist, statt es zu ersetzen",
    )
    parser.add_argument(
        "--jobs", type=_at_least(1), metavar="N", help="so viele Prozesse; sonst alle Kerne"
    )
    _text_arguments(parser)
    _look_arguments(parser)
    _variant_argument(parser)


def _text_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fragment", action="store_true", help="nur der Inhalt, ohne Rahmen")
    parser.add_argument(
        "--no-headings", dest="headings", action="store_false", help="ohne Zwischenüberschriften"
    )
    parser.add_argument(
        _NO_SPOILERS,
        dest="spoilers",
        choices=("note", "remove"),
        metavar="=note",
        help="ohne Spoiler; „--no-spoilers“ allein lässt sie weg, mit „=note“ steht ein Hinweis da",
    )
    parser.add_argument("--contents", action="store_true", help="mit Inhaltsverzeichnis")
    dialects = (f"{e.id} – {', '.join(k for k, _ in e.dialects if k)}" for e in _with_dialects())
    parser.add_argument(
        "--dialect", metavar="NAME", default="", help=f"für wen: {'; '.join(dialects)}"
    )
    parser.add_argument(
        "--width",
        type=_at_least(0),
        default=0,
        metavar="ZEICHEN",
        help="längste Zeile von Text; 0 für eine Zeile je Absatz",
    )


def _look_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", metavar="NAME", help="Gestaltung von Webseite und PDF")
    parser.add_argument(
        "--scheme",
        choices=get_args(ColorScheme),
        default="both",
        help="Farben der Webseite: hell, dunkel oder beides",
    )
    parser.add_argument(
        "--accent", type=_color, metavar="FARBE", help="Akzentfarbe, etwa „#1f5f8b“"
    )
    parser.add_argument(
        "--inline-style", action="store_true", help="Stil an jedem Element des Fragments"
    )
    parser.add_argument(
        "--images",
        choices=("embed", "beside"),
        default="embed",
        help="Bilder in der Webseite (embed) oder daneben (beside)",
    )


def _with_dialects() -> list[ExportFormat]:
    return [export_format for export_format in EXPORT_FORMATS.values() if export_format.dialects]


def _formats(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in found if part not in EXPORT_FORMATS]
    if unknown or not found:
        raise argparse.ArgumentTypeError(
            f"das Format „{', '.join(unknown) or text}“ gibt es nicht, "
            f"nur {', '.join(EXPORT_FORMATS)}"
        )
    return found


def _color(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Farbe wie „#1f5f8b“")
    return text


def _at_least(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or int(text) < least:
            raise argparse.ArgumentTypeError(f"„{text}“ ist keine ganze Zahl ab {least}")
        return int(text)

    return number


def _form_argument(parser: argparse.ArgumentParser, default: str | None) -> None:
    shipped = ", ".join(shipped_form_ids())
    parser.add_argument(
        "--form", metavar="NAME", default=default, help=f"Formular: {shipped} oder ein eigenes"
    )


def _format_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="Ausgabeform")


def _variant_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--variant", choices=VARIANTS, help="Deutsch, das gilt")


def _help(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")
    return parser


class _Parser(argparse.ArgumentParser):
    """Speaks German: argparse has no translation of its own."""

    def error(self, message: str) -> NoReturn:
        reason = misunderstood.german(message)
        raise RezensentError(
            f"Diesen Aufruf verstehe ich nicht ({reason}); „rezensent --help“ zeigt, was geht.",
            f"This call cannot be understood ({message}); “rezensent --help” shows what can.",
        )

    def format_help(self) -> str:
        text = super().format_help().replace("usage: ", "Aufruf: ", 1)
        for english, german in (("positional arguments:", "Angaben:"), ("options:", "Optionen:")):
            text = text.replace(f"\n{english}", f"\n{german}")
        return text
