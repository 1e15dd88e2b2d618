"""Which action stands where: menus and tool bar."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

Entries = tuple[object, ...]
"""Verbs, None for a line between them, and (title, entries) for a menu within the menu."""


def _format_menu() -> Entries:
    quotes = ("quotes_german", "quotes_book", "quotes_swiss")
    kinds = ("typography_quotes", "typography_dashes", "typography_ellipsis", "typography_spaces")
    return (
        *("bold", "italic", "code", "link", None),
        *("heading", "quote", "bullets", "numbers", "indent", "outdent", None),
        *("spoiler", None),
        (translate("Actions", "T&ypografie"), ("typeset", None, *quotes, None, *kinds)),
    )


def _copy_menu() -> Entries:
    kinds = ("rich", "txt", "md", "html", "bbcode")
    section = tuple(f"copy_{kind}_section" for kind in kinds)
    return (
        *(f"copy_{kind}" for kind in kinds),
        None,
        (translate("Actions", "Nur den Ab&schnitt"), section),
    )


def menus() -> tuple[tuple[str, Entries], ...]:
    """Return the menus in their order."""
    return (
        (
            translate("Actions", "&Datei"),
            (
                (
                    translate("Actions", "&Neu"),
                    ("new_series", "new_film", "new_disc", None, "new_from"),
                ),
                "open",
                "import",
                "import_clipboard",
                None,
                "save",
                "save_as",
                "versions",
                "recover",
                None,
                "export",
                "export_again",
                "print",
                None,
                "restore_session",
                "quit",
            ),
        ),
        (
            translate("Actions", "&Bearbeiten"),
            (
                "undo",
                "redo",
                None,
                "paste_plain",
                (translate("Actions", "&Kopieren als"), _copy_menu()),
                None,
                *("find", "replace", "find_next", "find_previous", None),
                *("paragraph_up", "paragraph_down", "move_to"),
                (
                    translate("Actions", "Abschni&tt"),
                    ("section_up", "section_down", None, "section_off", "section_on"),
                ),
                None,
                (
                    translate("Actions", "Wertun&g"),
                    (
                        "scale_points",
                        "scale_stars",
                        "scale_percent",
                        "scale_own",
                        None,
                        "scale_none",
                    ),
                ),
                None,
                "settings",
            ),
        ),
        (translate("Actions", "Forma&t"), _format_menu()),
        (
            translate("Actions", "&Prüfen"),
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
                (
                    translate("Actions", "&Sprache"),
                    ("variant_de_de", "variant_de_at", "variant_de_ch"),
                ),
                "picky",
                "style",
                None,
                "restart_checker",
                "install_checker",
                "server",
                None,
                "read_aloud",
            ),
        ),
        (
            translate("Actions", "&Ansicht"),
            (
                "outline",
                "preview",
                "findings",
                None,
                *("next_pane", "previous_pane"),
                *("to_findings", "to_style"),
                "ready",
                "statistics",
                None,
                *("focus_mode", "form_alone", "preview_alone", "full_screen", None),
                *("next_section", "previous_section", None),
                "text_larger",
                "text_smaller",
                "text_normal",
                None,
                "page_look",
                (translate("Actions", "F&arben"), ("theme_system", "theme_light", "theme_dark")),
                (translate("Actions", "S&prache der Oberfläche"), ("language_de", "language_en")),
            ),
        ),
        (
            translate("Actions", "&Hilfe"),
            ("help", "palette", "shortcuts", None, "sample", None, "about"),
        ),
    )


def tools() -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """Return the verbs at the left and at the right of the tool bar, None for a line."""
    formats = ("bold", "italic", "heading", "quote", "bullets", "numbers", "link", None)
    left = ("undo", "redo", None, *formats, "previous_finding", "next_finding")
    return left, ("outline", "preview", "findings", None)
