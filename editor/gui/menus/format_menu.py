"""Format menu: Markdown and typography."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from editor.gui.menus.declaration import ActionDeclaration, Menu

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


def format_menu() -> Menu:
    """Return the menu with the declarations of its actions."""
    return Menu(
        translate("Actions", "Forma&t"),
        (
            ActionDeclaration(
                "bold",
                translate("Actions", "&Fett"),
                _STANDARD.Bold,
                checkable=True,
                shows_text=True,
            ),
            ActionDeclaration(
                "italic",
                translate("Actions", "&Kursiv"),
                _STANDARD.Italic,
                checkable=True,
                shows_text=True,
            ),
            ActionDeclaration(
                "code",
                translate("Actions", "S&chreibmaschinenschrift"),
                "Ctrl+Shift+C",
                checkable=True,
                shows_text=True,
            ),
            ActionDeclaration(
                "link",
                translate("Actions", "&Verweis …"),
                "Ctrl+K",
                translate("Actions", "Text und Adresse eines Verweises, neu oder an dieser Stelle"),
                shows_text=True,
            ),
            ActionDeclaration(
                "image",
                translate("Actions", "B&ild einfügen …"),
                "Ctrl+Shift+B",
                translate("Actions", "Ein Bild als eigener Absatz, mit seiner Beschreibung"),
                shows_text=True,
            ),
            None,
            ActionDeclaration(
                "heading",
                translate("Actions", "&Überschrift"),
                "Ctrl+Shift+H",
                translate("Actions", "Zwischenüberschrift, eine Stufe tiefer, wieder Text"),
                checkable=True,
                shows_text=True,
            ),
            ActionDeclaration(
                "quote",
                translate("Actions", "&Zitat"),
                "Ctrl+Shift+Q",
                translate("Actions", "Zitat (eingerückt)"),
                checkable=True,
                shows_text=True,
            ),
            ActionDeclaration(
                "bullets",
                translate("Actions", "&Aufzählung"),
                "Ctrl+Shift+L",
                checkable=True,
                shows_text=True,
            ),
            ActionDeclaration(
                "numbers",
                translate("Actions", "&Nummerierte Liste"),
                "Ctrl+Shift+7",
                checkable=True,
                shows_text=True,
            ),
            ActionDeclaration(
                "indent", translate("Actions", "&Einrücken"), "Ctrl+M", shows_text=True
            ),
            ActionDeclaration(
                "outdent", translate("Actions", "A&usrücken"), "Ctrl+Shift+M", shows_text=True
            ),
            None,
            ActionDeclaration(
                "spoiler",
                translate("Actions", "&Spoiler"),
                "Ctrl+Shift+K",
                translate("Actions", "Absätze einklappen, die zu viel verraten"),
                shows_text=True,
            ),
            ActionDeclaration(
                "spoiler_fold",
                translate("Actions", "Spoiler auf- und zuk&lappen"),
                "Ctrl+Alt+K",
                translate("Actions", "Den Spoiler am Cursor, sonst alle im Abschnitt"),
                shows_text=True,
            ),
            None,
            _typography(),
        ),
    )


def _typography() -> Menu:
    return Menu(
        translate("Actions", "T&ypografie"),
        (
            ActionDeclaration(
                "typeset",
                translate("Actions", "Typografie an&wenden"),
                tip=translate("Actions", "Auf die Auswahl oder den ganzen Abschnitt"),
                shows_text=True,
            ),
            None,
            ActionDeclaration(
                "quotes_german",
                translate("Actions", "„&Deutschland und Österreich“"),
                checkable=True,
                group="quotes",
            ),
            ActionDeclaration(
                "quotes_book", translate("Actions", "»&Buchsatz«"), checkable=True, group="quotes"
            ),
            ActionDeclaration(
                "quotes_swiss", translate("Actions", "«&Schweiz»"), checkable=True, group="quotes"
            ),
            None,
            ActionDeclaration(
                "typography_quotes",
                translate("Actions", "&Anführungszeichen und Apostroph"),
                checkable=True,
            ),
            ActionDeclaration(
                "typography_dashes", translate("Actions", "&Gedankenstriche"), checkable=True
            ),
            ActionDeclaration(
                "typography_ellipsis", translate("Actions", "A&uslassungspunkte"), checkable=True
            ),
            ActionDeclaration(
                "typography_spaces", translate("Actions", "Geschützte &Leerzeichen"), checkable=True
            ),
        ),
    )
