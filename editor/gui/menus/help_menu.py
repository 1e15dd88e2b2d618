"""Help menu: help, command palette, shortcuts, sample and about."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from editor.gui.menus.declaration import ActionDeclaration, Menu
from editor.updates.source import update_source

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


def help_menu() -> Menu:
    """Return the menu with the declarations of its actions."""
    return Menu(
        translate("Actions", "&Hilfe"),
        (
            ActionDeclaration(
                "help",
                translate("Actions", "&Hilfe"),
                "F1",
                translate("Actions", "Hilfe zur aktuellen Stelle"),
            ),
            ActionDeclaration(
                "palette",
                translate("Actions", "Be&fehl suchen …"),
                "Ctrl+Shift+P",
                translate(
                    "Actions", "Jeden Befehl und jeden Abschnitt an ein paar Buchstaben finden"
                ),
            ),
            ActionDeclaration("shortcuts", translate("Actions", "&Tastenkürzel …")),
            None,
            ActionDeclaration("sample", translate("Actions", "&Beispielrezension öffnen")),
            None,
            *_updates(),
            ActionDeclaration(
                "about", translate("Actions", "&Über Rezensent"), role=QAction.MenuRole.AboutRole
            ),
        ),
    )


def _updates() -> tuple[ActionDeclaration, ...]:
    """Return the action that looks for a newer version, where a release has said how."""
    text = translate("Actions", "Nach &Neuem sehen …")
    tip = translate("Actions", "Nachsehen, ob es eine neuere Version von Rezensent gibt")
    return () if update_source() is None else (ActionDeclaration("updates", text, tip=tip),)
