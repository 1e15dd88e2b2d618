"""View menu: panes, side panels, view modes, text size, colours and language."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from editor.gui.menus.declaration import ActionDeclaration, Menu

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


def view_menu() -> Menu:
    """Return the menu with the declarations of its actions."""
    return Menu(
        translate("Actions", "&Ansicht"),
        (
            ActionDeclaration(
                "outline",
                translate("Actions", "&Gliederung"),
                "Ctrl+1",
                checkable=True,
                needs_panes=True,
            ),
            ActionDeclaration(
                "preview",
                translate("Actions", "&Vorschau"),
                "Ctrl+2",
                checkable=True,
                needs_panes=True,
            ),
            ActionDeclaration(
                "findings", translate("Actions", "&Hinweise"), checkable=True, needs_panes=True
            ),
            ActionDeclaration(
                "facts",
                translate("Actions", "&Angaben zeigen"),
                "Ctrl+7",
                translate("Actions", "Die Angaben über dem Text aufklappen oder zuklappen"),
                checkable=True,
                shows_text=True,
            ),
            None,
            ActionDeclaration(
                "next_pane", translate("Actions", "Nächst&er Bereich"), "F6", needs_panes=True
            ),
            ActionDeclaration(
                "previous_pane",
                translate("Actions", "Vor&iger Bereich"),
                "Shift+F6",
                needs_panes=True,
            ),
            ActionDeclaration(
                "menu_bar",
                translate("Actions", "Men&üleiste"),
                "F10",
                translate("Actions", "Das erste Menü öffnen, auch bei ausgeblendeter Leiste"),
            ),
            ActionDeclaration(
                "to_findings",
                translate("Actions", "Z&u den Hinweisen"),
                "Ctrl+3",
                translate("Actions", "Zur Liste der Hinweise; noch einmal drücken blendet sie aus"),
                shows_text=True,
                needs_panes=True,
            ),
            ActionDeclaration(
                "to_style",
                translate("Actions", "Zum S&til"),
                "Ctrl+4",
                translate("Actions", "Zu den Stilregeln; noch einmal drücken blendet sie aus"),
                shows_text=True,
                needs_panes=True,
            ),
            ActionDeclaration(
                "ready",
                translate("Actions", "&Fertig?"),
                "Ctrl+5",
                translate("Actions", "Offene Punkte vor der Veröffentlichung"),
                shows_text=True,
                needs_panes=True,
            ),
            ActionDeclaration(
                "statistics",
                translate("Actions", "&Zahlen"),
                "Ctrl+6",
                translate("Actions", "Umfang, Ziele und Lesbarkeit"),
                shows_text=True,
                needs_panes=True,
            ),
            None,
            ActionDeclaration(
                "focus_mode",
                translate("Actions", "F&okus"),
                "F9",
                translate("Actions", "Nur den Abschnitt zeigen, an dem Sie schreiben"),
                checkable=True,
            ),
            ActionDeclaration(
                "form_alone",
                translate("Actions", "Nur das For&mular"),
                "Ctrl+Shift+1",
                checkable=True,
            ),
            ActionDeclaration(
                "preview_alone",
                translate("Actions", "Nur die Vor&schau"),
                "Ctrl+Shift+2",
                checkable=True,
            ),
            ActionDeclaration(
                "full_screen", translate("Actions", "Vo&llbild"), "F11", checkable=True
            ),
            None,
            ActionDeclaration(
                "next_section", translate("Actions", "Nächster A&bschnitt"), "Ctrl+PgDown"
            ),
            ActionDeclaration(
                "previous_section", translate("Actions", "Voriger Abs&chnitt"), "Ctrl+PgUp"
            ),
            None,
            ActionDeclaration(
                "text_larger", translate("Actions", "Te&xt größer"), _STANDARD.ZoomIn
            ),
            ActionDeclaration(
                "text_smaller", translate("Actions", "Text &kleiner"), _STANDARD.ZoomOut
            ),
            ActionDeclaration(
                "text_normal", translate("Actions", "Text in &normaler Größe"), "Ctrl+0"
            ),
            None,
            ActionDeclaration(
                "page_look",
                translate("Actions", "Gestaltung &der Seite"),
                tip=translate("Actions", "Das Aussehen der Vorschau und der exportierten Seite"),
            ),
            _marks(),
            _colors(),
            _language(),
        ),
    )


def _marks() -> Menu:
    return Menu(
        translate("Actions", "Markdo&wn-Zeichen"),
        (
            ActionDeclaration(
                "marks_shown", translate("Actions", "Immer &zeigen"), checkable=True, group="marks"
            ),
            ActionDeclaration(
                "marks_quiet", translate("Actions", "Zu&rückhaltend"), checkable=True, group="marks"
            ),
            ActionDeclaration(
                "marks_hidden", translate("Actions", "&Ausblenden"), checkable=True, group="marks"
            ),
        ),
    )


def _colors() -> Menu:
    return Menu(
        translate("Actions", "Fa&rben"),
        (
            ActionDeclaration(
                "theme_system",
                translate("Actions", "Wie im &System"),
                checkable=True,
                group="theme",
            ),
            ActionDeclaration(
                "theme_light", translate("Actions", "&Hell"), checkable=True, group="theme"
            ),
            ActionDeclaration(
                "theme_dark", translate("Actions", "&Dunkel"), checkable=True, group="theme"
            ),
            None,
            ActionDeclaration(
                "contrast_system",
                translate("Actions", "K&ontrast wie im System"),
                checkable=True,
                group="contrast",
            ),
            ActionDeclaration(
                "contrast_normal",
                translate("Actions", "&Normaler Kontrast"),
                checkable=True,
                group="contrast",
            ),
            ActionDeclaration(
                "contrast_high",
                translate("Actions", "Hoher &Kontrast"),
                checkable=True,
                group="contrast",
            ),
        ),
    )


def _language() -> Menu:
    return Menu(
        translate("Actions", "S&prache der Oberfläche"),
        (
            ActionDeclaration("language_de", "&Deutsch", checkable=True, group="language"),
            ActionDeclaration("language_en", "&English", checkable=True, group="language"),
        ),
    )
