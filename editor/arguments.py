"""The arguments of the command line, and its help in German."""

import argparse
from pathlib import Path
from typing import NoReturn

from editor import __version__
from editor.errors import RezensentError
from editor.review.form import CORE_FORM, form_ids
from editor.settings import VARIANTS


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
    _export_arguments(command("export", "Rezensionen ausgeben"))
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
    parser.add_argument("--form", choices=form_ids(), default=CORE_FORM, help="Formular")
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
    parser.add_argument("--form", choices=form_ids(), default=CORE_FORM, help="Formular")


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


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="DATEI", nargs="+", help="Rezensionen, - für die Standardeingabe"
    )
    parser.add_argument("--to", choices=("html", "md"), required=True, help="Format")
    parser.add_argument(
        "-o", "--output", metavar="ZIEL", help="Datei oder Ordner, - für die Standardausgabe"
    )
    parser.add_argument("--fragment", action="store_true", help="nur der Inhalt, ohne Rahmen")
    parser.add_argument(
        "--no-headings", dest="headings", action="store_false", help="ohne Zwischenüberschriften"
    )
    _variant_argument(parser)


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
        raise RezensentError(
            f"Diesen Aufruf verstehe ich nicht ({message}); „rezensent --help“ zeigt, was geht.",
            f"This call cannot be understood ({message}); “rezensent --help” shows what can.",
        )

    def format_help(self) -> str:
        text = super().format_help().replace("usage: ", "Aufruf: ", 1)
        for english, german in (("positional arguments:", "Angaben:"), ("options:", "Optionen:")):
            text = text.replace(f"\n{english}", f"\n{german}")
        return text
