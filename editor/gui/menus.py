"""Which action stands where: menus and tool bar."""

from PySide6.QtCore import QCoreApplication

Entries = tuple[object, ...]
"""Verbs, None for a line between them, and (title, entries) for a menu within the menu."""

_T = "Actions"


def _tr(text: str) -> str:
    return QCoreApplication.translate(_T, text)


def _format_menu() -> Entries:
    quotes = ("quotes_german", "quotes_book", "quotes_swiss")
    kinds = ("typography_quotes", "typography_dashes", "typography_ellipsis", "typography_spaces")
    return (
        *("bold", "italic", "code", "link", None),
        *("heading", "quote", "bullets", "numbers", "indent", "outdent", None),
        *("spoiler", None),
        (_tr("T&ypografie"), ("typeset", None, *quotes, None, *kinds)),
    )


def menus() -> tuple[tuple[str, Entries], ...]:
    """Return the menus in their order."""
    return (
        (
            _tr("&Datei"),
            (
                "new_series",
                "new_film",
                "open",
                "import",
                None,
                "save",
                "save_as",
                None,
                "export_html",
                "export_md",
                None,
                "quit",
            ),
        ),
        (
            _tr("&Bearbeiten"),
            (
                "undo",
                "redo",
                None,
                (
                    _tr("Wertun&g"),
                    (
                        "scale_points",
                        "scale_stars",
                        "scale_percent",
                        "scale_own",
                        None,
                        "scale_none",
                    ),
                ),
            ),
        ),
        (_tr("Forma&t"), _format_menu()),
        (
            _tr("&Prüfen"),
            (
                "next_finding",
                "previous_finding",
                "explain",
                "apply_first",
                None,
                "know_here",
                "know_always",
                "hide",
                "rule_off",
                "decided",
                None,
                (_tr("&Sprache"), ("variant_de_de", "variant_de_at", "variant_de_ch")),
                "picky",
                "style",
                None,
                "restart_checker",
                "install_checker",
                "server",
            ),
        ),
        (
            _tr("&Ansicht"),
            (
                "outline",
                "preview",
                "findings",
                None,
                "text_larger",
                "text_smaller",
                "text_normal",
                None,
                (_tr("F&arben"), ("theme_system", "theme_light", "theme_dark")),
            ),
        ),
        (_tr("&Hilfe"), ("sample", None, "about")),
    )


def tools() -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """Return the verbs at the left and at the right of the tool bar, None for a line."""
    formats = ("bold", "italic", "heading", "quote", "bullets", "numbers", "link", None)
    left = ("undo", "redo", None, *formats, "previous_finding", "next_finding", None)
    return left, ("outline", "preview", "findings", None)
