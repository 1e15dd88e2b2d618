"""Every action, declared once: text, shortcut, and what it does in a sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

_STANDARD = QKeySequence.StandardKey
_T = "Actions"


@dataclass(frozen=True, slots=True)
class Declared:
    """One action. ``group`` makes it one of several that exclude each other."""

    verb: str
    text: str
    shortcut: str | QKeySequence.StandardKey | None = None
    tip: str = ""
    checkable: bool = False
    group: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    short: str = ""
    """Text in the tool bar where it differs."""


def _tr(text: str) -> str:
    return QCoreApplication.translate(_T, text)


def declared() -> tuple[Declared, ...]:
    """Return all actions in the language of the interface."""
    return (
        Declared("new_series", _tr("Neue &Serienrezension"), _STANDARD.New),
        Declared("new_film", _tr("Neue &Filmrezension"), "Ctrl+Shift+N"),
        Declared("open", _tr("&Öffnen …"), _STANDARD.Open),
        Declared(
            "import",
            _tr("Fertigen &Text übernehmen …"),
            "Ctrl+Shift+O",
            _tr("Eine fertige Rezension als Text in das Formular übernehmen"),
        ),
        Declared("save", _tr("S&ichern"), _STANDARD.Save),
        Declared("save_as", _tr("Sichern &unter …"), "Ctrl+Shift+S"),
        Declared(
            "export_html",
            _tr("Als &HTML ausgeben …"),
            "Ctrl+E",
            _tr("Die Seite ausgeben, wie die Vorschau sie zeigt"),
        ),
        Declared("export_md", _tr("Als &Markdown ausgeben …"), "Ctrl+Shift+E"),
        Declared("quit", _tr("&Beenden"), "Ctrl+Q", role=QAction.MenuRole.QuitRole),
        Declared("undo", _tr("&Rückgängig"), _STANDARD.Undo, short="↶"),
        Declared("redo", _tr("&Wiederholen"), _STANDARD.Redo, short="↷"),
        *_formats(),
        Declared("next_finding", _tr("&Nächster Fund"), "F8", short=_tr("Fund ▸")),
        Declared("previous_finding", _tr("&Voriger Fund"), "Shift+F8", short=_tr("◂ Fund")),
        Declared(
            "explain",
            _tr("Fund am &Wort zeigen"),
            "Ctrl+.",
            _tr("Meldung und Vorschläge zum Wort am Cursor"),
        ),
        Declared("apply_first", _tr("&Ersten Vorschlag übernehmen"), "Alt+Return"),
        Declared("know_here", _tr("In dieser Rezension &kennen"), "Ctrl+Shift+W"),
        Declared("know_always", _tr("&Immer kennen"), "Ctrl+Shift+D"),
        Declared("hide", _tr("&Hier nicht mehr melden"), "Ctrl+Shift+I"),
        Declared("rule_off", _tr("Re&gel abschalten")),
        Declared("decided", _tr("&Angenommenes und Ausgeblendetes …")),
        Declared(
            "picky",
            _tr("S&trenger prüfen"),
            checkable=True,
            tip=_tr("Auch Regeln anwenden, über die sich streiten lässt"),
        ),
        Declared(
            "style",
            _tr("Stil &prüfen"),
            "Ctrl+4",
            _tr("Füllwörter, Passiv, lange Sätze und Wiederholungen melden"),
            checkable=True,
        ),
        Declared("restart_checker", _tr("Prüfung neu sta&rten")),
        Declared("install_checker", _tr("&LanguageTool einrichten …")),
        Declared(
            "server",
            _tr("Prü&fserver …"),
            tip=_tr("Auf diesem Rechner prüfen oder auf einem Server der Redaktion"),
        ),
        Declared("variant_de_de", _tr("Deutsch (&Deutschland)"), checkable=True, group="variant"),
        Declared("variant_de_at", _tr("Deutsch (&Österreich)"), checkable=True, group="variant"),
        Declared("variant_de_ch", _tr("Deutsch (S&chweiz)"), checkable=True, group="variant"),
        Declared("scale_points", _tr("&10 Punkte"), checkable=True, group="scale"),
        Declared("scale_stars", _tr("&5 Sterne"), checkable=True, group="scale"),
        Declared("scale_percent", _tr("&Prozent"), checkable=True, group="scale"),
        Declared("scale_own", _tr("&Eigene …"), checkable=True, group="scale"),
        Declared("scale_none", _tr("&Keine Wertung"), checkable=True, group="scale"),
        Declared("outline", _tr("&Gliederung"), "Ctrl+1", checkable=True),
        Declared("preview", _tr("&Vorschau"), "Ctrl+2", checkable=True),
        Declared("findings", _tr("&Funde"), "Ctrl+3", checkable=True),
        Declared("theme_system", _tr("Wie das &System"), checkable=True, group="theme"),
        Declared("theme_light", _tr("&Hell"), checkable=True, group="theme"),
        Declared("theme_dark", _tr("&Dunkel"), checkable=True, group="theme"),
        Declared("text_larger", _tr("Text g&rößer"), _STANDARD.ZoomIn),
        Declared("text_smaller", _tr("Text &kleiner"), _STANDARD.ZoomOut),
        Declared("text_normal", _tr("Text in &normaler Größe"), "Ctrl+0"),
        Declared("sample", _tr("&Beispielrezension öffnen")),
        Declared("about", _tr("&Über Rezensent"), role=QAction.MenuRole.AboutRole),
    )


def _formats() -> tuple[Declared, ...]:
    """Return what changes how the text looks, in Markdown and in typography."""
    return (
        Declared("bold", _tr("&Fett"), _STANDARD.Bold, short="B"),
        Declared("italic", _tr("&Kursiv"), _STANDARD.Italic, short="I"),
        Declared("code", _tr("&Code")),
        Declared(
            "link",
            _tr("&Link"),
            "Ctrl+K",
            _tr("Verweis auf die kopierte Adresse"),
            short=_tr("Link"),
        ),
        Declared(
            "heading",
            _tr("&Überschrift"),
            "Ctrl+Shift+H",
            _tr("Zwischenüberschrift, eine Stufe tiefer, wieder Text"),
            short="H",
        ),
        Declared("quote", _tr("&Zitat"), "Ctrl+Shift+Q", short="„ “"),
        Declared("bullets", _tr("&Aufzählung"), "Ctrl+Shift+L", short="•"),
        Declared("numbers", _tr("&Nummerierte Liste"), "Ctrl+Shift+7", short="1."),
        Declared("indent", _tr("&Einrücken"), "Ctrl+M"),
        Declared("outdent", _tr("A&usrücken"), "Ctrl+Shift+M"),
        Declared(
            "spoiler",
            _tr("&Spoiler"),
            "Ctrl+Shift+K",
            _tr("Absätze einklappen, die zu viel verraten"),
        ),
        Declared(
            "typeset",
            _tr("Typografie an&wenden"),
            tip=_tr("Auf die Auswahl oder den ganzen Abschnitt"),
        ),
        Declared(
            "quotes_german",
            _tr("„&Deutschland und Österreich“"),
            checkable=True,
            group="quotes",
        ),
        Declared("quotes_book", _tr("»&Buchsatz«"), checkable=True, group="quotes"),
        Declared("quotes_swiss", _tr("«&Schweiz»"), checkable=True, group="quotes"),
        Declared("typography_quotes", _tr("&Anführungszeichen und Apostroph"), checkable=True),
        Declared("typography_dashes", _tr("&Gedankenstriche"), checkable=True),
        Declared("typography_ellipsis", _tr("A&uslassungspunkte"), checkable=True),
        Declared("typography_spaces", _tr("Geschützte &Leerzeichen"), checkable=True),
    )
