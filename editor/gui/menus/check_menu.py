"""Check menu: findings, decisions about them, LanguageTool and reading aloud."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from editor.gui.menus.declaration import ActionDeclaration, Menu

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


def check_menu() -> Menu:
    """Return the menu with the declarations of its actions."""
    return Menu(
        translate("Actions", "&Prüfen"),
        (
            ActionDeclaration(
                "next_finding",
                translate("Actions", "&Nächster Hinweis"),
                "F8",
            ),
            ActionDeclaration(
                "previous_finding",
                translate("Actions", "&Voriger Hinweis"),
                "Shift+F8",
            ),
            ActionDeclaration(
                "explain",
                translate("Actions", "Hinweis am Wort &zeigen"),
                "Ctrl+.",
                translate("Actions", "Erklärung und Vorschläge zum Wort am Cursor"),
                shows_text=True,
            ),
            ActionDeclaration(
                "apply_first",
                translate("Actions", "&Ersten Vorschlag übernehmen"),
                "Alt+Return",
                shows_text=True,
                also="Alt+1",
            ),
            _other_suggestions(),
            None,
            ActionDeclaration(
                "know_here", translate("Actions", "&In dieser Rezension annehmen"), "Ctrl+Shift+W"
            ),
            ActionDeclaration(
                "know_always", translate("Actions", "Ins &Wörterbuch aufnehmen"), "Ctrl+Shift+D"
            ),
            ActionDeclaration(
                "hide", translate("Actions", "&Hier nicht mehr melden"), "Ctrl+Shift+I"
            ),
            ActionDeclaration(
                "rule_off", translate("Actions", "Re&gel abschalten"), "Ctrl+Shift+A"
            ),
            ActionDeclaration(
                "decided", translate("Actions", "&Angenommenes und Ausgeblendetes …")
            ),
            ActionDeclaration(
                "proposals",
                translate("Actions", "Na&men und Angaben im Text …"),
                tip=translate(
                    "Actions",
                    "Namen und Angaben übernehmen, die im Text stehen und im Formular fehlen",
                ),
            ),
            None,
            _variant(),
            ActionDeclaration(
                "picky",
                translate("Actions", "S&trenger prüfen"),
                checkable=True,
                tip=translate("Actions", "Auch Regeln anwenden, über die sich streiten lässt"),
            ),
            ActionDeclaration(
                "style",
                translate("Actions", "Stil &prüfen"),
                tip=translate(
                    "Actions", "Füllwörter, Passiv, lange Sätze und Wiederholungen melden"
                ),
                checkable=True,
            ),
            None,
            ActionDeclaration("restart_checker", translate("Actions", "Prüfung neu sta&rten")),
            ActionDeclaration("install_checker", translate("Actions", "&LanguageTool einrichten")),
            ActionDeclaration(
                "server",
                translate("Actions", "Prü&fdienst …"),
                tip=translate(
                    "Actions", "Auf diesem Rechner prüfen oder auf einem Server der Redaktion"
                ),
            ),
            None,
            ActionDeclaration(
                "read_aloud",
                translate("Actions", "V&orlesen"),
                "Ctrl+Shift+R",
                translate(
                    "Actions",
                    "Die Auswahl oder den Abschnitt vorlesen; noch einmal drücken hält an",
                ),
                checkable=True,
            ),
        ),
    )


def _other_suggestions() -> Menu:
    return Menu(
        translate("Actions", "An&deren Vorschlag übernehmen"),
        (
            ActionDeclaration(
                "apply_2", translate("Actions", "&Zweiten Vorschlag"), "Alt+2", shows_text=True
            ),
            ActionDeclaration(
                "apply_3", translate("Actions", "&Dritten Vorschlag"), "Alt+3", shows_text=True
            ),
            ActionDeclaration(
                "apply_4", translate("Actions", "&Vierten Vorschlag"), "Alt+4", shows_text=True
            ),
            ActionDeclaration(
                "apply_5", translate("Actions", "&Fünften Vorschlag"), "Alt+5", shows_text=True
            ),
        ),
    )


def _variant() -> Menu:
    return Menu(
        translate("Actions", "&Sprache"),
        (
            ActionDeclaration(
                "variant_de_de",
                translate("Actions", "Deutsch (&Deutschland)"),
                checkable=True,
                group="variant",
            ),
            ActionDeclaration(
                "variant_de_at",
                translate("Actions", "Deutsch (&Österreich)"),
                checkable=True,
                group="variant",
            ),
            ActionDeclaration(
                "variant_de_ch",
                translate("Actions", "Deutsch (S&chweiz)"),
                checkable=True,
                group="variant",
            ),
        ),
    )
