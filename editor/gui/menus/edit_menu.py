"""Edit menu: undo, clipboard, search, order of paragraphs and sections, rating scale, settings."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from editor.gui.menus.declaration import ActionDeclaration, Menu

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


def edit_menu() -> Menu:
    """Return the menu with the declarations of its actions."""
    return Menu(
        translate("Actions", "&Bearbeiten"),
        (
            ActionDeclaration("undo", translate("Actions", "&Rückgängig"), _STANDARD.Undo),
            ActionDeclaration(
                "redo", translate("Actions", "&Wiederholen"), "Ctrl+Y", also="Ctrl+Shift+Z"
            ),
            None,
            ActionDeclaration("cut", translate("Actions", "&Ausschneiden"), _STANDARD.Cut),
            ActionDeclaration("copy", translate("Actions", "Ko&pieren"), _STANDARD.Copy),
            ActionDeclaration("paste", translate("Actions", "Ein&fügen"), _STANDARD.Paste),
            ActionDeclaration(
                "paste_plain",
                translate("Actions", "O&hne Formatierung einfügen"),
                "Ctrl+Shift+V",
                shows_text=True,
            ),
            _copy(),
            ActionDeclaration(
                "select_all", translate("Actions", "A&lles auswählen"), _STANDARD.SelectAll
            ),
            None,
            ActionDeclaration(
                "find", translate("Actions", "&Suchen …"), _STANDARD.Find, shows_text=True
            ),
            ActionDeclaration(
                "replace", translate("Actions", "Erset&zen …"), "Ctrl+H", shows_text=True
            ),
            ActionDeclaration("find_next", translate("Actions", "&Nächste Stelle"), "F3"),
            ActionDeclaration("find_previous", translate("Actions", "&Vorige Stelle"), "Shift+F3"),
            None,
            ActionDeclaration(
                "paragraph_up", translate("Actions", "Absatz nach &oben"), "Alt+Up", shows_text=True
            ),
            ActionDeclaration(
                "paragraph_down",
                translate("Actions", "Absatz nach &unten"),
                "Alt+Down",
                shows_text=True,
            ),
            ActionDeclaration("move_to", translate("Actions", "A&bsatz verschieben nach")),
            _section(),
            None,
            _rating(),
            None,
            ActionDeclaration(
                "settings",
                translate("Actions", "&Einstellungen …"),
                "Ctrl+,",
                role=QAction.MenuRole.PreferencesRole,
            ),
        ),
    )


def _copy() -> Menu:
    formats = (
        ("rich", translate("Actions", "&Formatierter Text")),
        ("txt", translate("Actions", "&Reiner Text")),
        ("md", translate("Actions", "&Markdown")),
        ("html", translate("Actions", "&HTML-Quelltext")),
        ("bbcode", translate("Actions", "&BBCode")),
    )
    section = Menu(
        translate("Actions", "Nur den Ab&schnitt"),
        tuple(ActionDeclaration(f"copy_{key}_section", text) for key, text in formats),
    )
    review = (ActionDeclaration(f"copy_{key}", text) for key, text in formats)
    return Menu(translate("Actions", "&Kopieren als"), (*review, None, section))


def _section() -> Menu:
    return Menu(
        translate("Actions", "Abschni&tt"),
        (
            ActionDeclaration(
                "section_up",
                translate("Actions", "Abschnitt nach &oben"),
                "Alt+Shift+Up",
                shows_text=True,
            ),
            ActionDeclaration(
                "section_down",
                translate("Actions", "Abschnitt nach &unten"),
                "Alt+Shift+Down",
                shows_text=True,
            ),
            None,
            ActionDeclaration(
                "section_off",
                translate("Actions", "Abschnitt &ausblenden"),
                tip=translate(
                    "Actions", "Für diese Rezension: ein Abschnitt ohne Text und ohne Wertung"
                ),
            ),
            ActionDeclaration("section_on", translate("Actions", "Abschnitt &einblenden")),
        ),
    )


def _rating() -> Menu:
    return Menu(
        translate("Actions", "Wertun&g"),
        (
            ActionDeclaration(
                "scale_points", translate("Actions", "&10 Punkte"), checkable=True, group="scale"
            ),
            ActionDeclaration(
                "scale_stars", translate("Actions", "&5 Sterne"), checkable=True, group="scale"
            ),
            ActionDeclaration(
                "scale_percent", translate("Actions", "&Prozent"), checkable=True, group="scale"
            ),
            ActionDeclaration(
                "scale_grades",
                translate("Actions", "Schul&noten 1 bis 6"),
                checkable=True,
                group="scale",
            ),
            ActionDeclaration(
                "scale_own", translate("Actions", "&Eigene …"), checkable=True, group="scale"
            ),
            None,
            ActionDeclaration(
                "scale_none", translate("Actions", "&Keine Wertung"), checkable=True, group="scale"
            ),
        ),
    )
