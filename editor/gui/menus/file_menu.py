"""File menu: new reviews, opening, saving, versions, export and printing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from editor.gui.menus.declaration import ActionDeclaration, Menu

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


def file_menu() -> Menu:
    """Return the menu with the declarations of its actions."""
    return Menu(
        translate("Actions", "&Datei"),
        (
            _new(),
            ActionDeclaration(
                "new_window",
                translate("Actions", "Neues Fen&ster"),
                "Ctrl+Shift+N",
                translate("Actions", "Noch eine Rezension schreiben, neben dieser"),
            ),
            ActionDeclaration("open", translate("Actions", "&Öffnen …"), _STANDARD.Open),
            ActionDeclaration(
                "import",
                translate("Actions", "&Text importieren …"),
                "Ctrl+Shift+O",
                translate(
                    "Actions",
                    "Text, Markdown, HTML, Word und OpenDocument in Abschnitte einsortieren",
                ),
            ),
            ActionDeclaration(
                "import_clipboard",
                translate("Actions", "Text aus der &Zwischenablage importieren …"),
                "Ctrl+Alt+V",
            ),
            None,
            ActionDeclaration("save", translate("Actions", "S&ichern"), _STANDARD.Save),
            ActionDeclaration("save_as", translate("Actions", "Sichern &unter …"), "Ctrl+Shift+S"),
            ActionDeclaration(
                "versions",
                translate("Actions", "F&rühere Fassungen …"),
                tip=translate("Actions", "Ältere Stände der Datei ansehen und zurückholen"),
            ),
            ActionDeclaration(
                "recover",
                translate("Actions", "Ungesicherte Te&xte …"),
                tip=translate("Actions", "Texte, die beim letzten Beenden nicht gesichert waren"),
            ),
            None,
            ActionDeclaration(
                "export",
                translate("Actions", "&Exportieren …"),
                "Ctrl+E",
                translate("Actions", "Als Webseite, Text oder Dokument exportieren, mit Vorschau"),
            ),
            ActionDeclaration(
                "export_again",
                translate("Actions", "Erneut exp&ortieren"),
                "Ctrl+Shift+E",
                translate("Actions", "Dieselben Formate an dieselben Orte, ohne Nachfrage"),
            ),
            ActionDeclaration(
                "print",
                translate("Actions", "&Drucken …"),
                _STANDARD.Print,
                translate("Actions", "Die Seite drucken, wie die Vorschau sie zeigt"),
            ),
            None,
            ActionDeclaration(
                "restore_session",
                translate("Actions", "Beim Start &weiterschreiben"),
                tip=translate("Actions", "Beim Start die zuletzt geöffnete Rezension zeigen"),
                checkable=True,
            ),
            ActionDeclaration(
                "close",
                translate("Actions", "S&chließen"),
                "Ctrl+W",
                translate("Actions", "Dieses Fenster schließen"),
            ),
            ActionDeclaration(
                "quit", translate("Actions", "&Beenden"), "Ctrl+Q", role=QAction.MenuRole.QuitRole
            ),
        ),
    )


def _new() -> Menu:
    return Menu(
        translate("Actions", "&Neu"),
        (
            ActionDeclaration(
                "new",
                translate("Actions", "Neue Rezension &wählen …"),
                _STANDARD.New,
                translate(
                    "Actions", "Film, Serie oder Disc, oder ein Text aus einem anderen Programm"
                ),
            ),
            None,
            ActionDeclaration("new_series", translate("Actions", "Neue &Serienrezension")),
            ActionDeclaration("new_film", translate("Actions", "Neue &Filmrezension")),
            ActionDeclaration("new_disc", translate("Actions", "Neue &Discrezension")),
            None,
            ActionDeclaration(
                "new_from",
                translate("Actions", "Neue Rezension aus einer f&rüheren …"),
                tip=translate(
                    "Actions",
                    "Mit den Angaben der früheren Staffel beginnen und die Staffel weiterzählen",
                ),
            ),
        ),
    )
