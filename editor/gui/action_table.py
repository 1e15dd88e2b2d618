"""Every action, declared once: text, shortcut, and what it does in a sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


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
    icon: str = ""
    """Picture in the tool bar instead: a file of resources/icons without its scheme."""


def declared() -> tuple[Declared, ...]:
    """Return all actions in the language of the interface."""
    return (
        Declared("new_series", translate("Actions", "Neue &Serienrezension"), _STANDARD.New),
        Declared("new_film", translate("Actions", "Neue &Filmrezension"), "Ctrl+Shift+N"),
        Declared("new_disc", translate("Actions", "Neue &Discrezension")),
        Declared(
            "new_from",
            translate("Actions", "Neue Rezension aus einer f&rüheren …"),
            tip=translate(
                "Actions", "Die Angaben der früheren Staffel übernehmen und weiterzählen"
            ),
        ),
        Declared("open", translate("Actions", "&Öffnen …"), _STANDARD.Open),
        Declared(
            "import",
            translate("Actions", "Fertigen &Text übernehmen …"),
            "Ctrl+Shift+O",
            translate(
                "Actions", "Text, Markdown, HTML, Word und OpenDocument in Abschnitte einsortieren"
            ),
        ),
        Declared(
            "import_clipboard",
            translate("Actions", "Text aus der &Zwischenablage einsortieren …"),
            "Ctrl+Alt+V",
        ),
        Declared("save", translate("Actions", "S&ichern"), _STANDARD.Save),
        Declared("save_as", translate("Actions", "Sichern &unter …"), "Ctrl+Shift+S"),
        Declared(
            "recover",
            translate("Actions", "Ungesicherte &Fassungen …"),
            tip=translate("Actions", "Was beim letzten Ende nicht gesichert war"),
        ),
        Declared(
            "versions",
            translate("Actions", "F&rühere Fassungen …"),
            tip=translate("Actions", "Was beim Sichern früher in der Datei war, und zurück dahin"),
        ),
        *_exports(),
        Declared(
            "print",
            translate("Actions", "&Drucken …"),
            _STANDARD.Print,
            translate("Actions", "Die Seite drucken, wie die Vorschau sie zeigt"),
        ),
        Declared(
            "quit", translate("Actions", "&Beenden"), "Ctrl+Q", role=QAction.MenuRole.QuitRole
        ),
        Declared("undo", translate("Actions", "&Rückgängig"), _STANDARD.Undo, short="↶"),
        Declared("redo", translate("Actions", "&Wiederholen"), _STANDARD.Redo, short="↷"),
        Declared(
            "paste_plain", translate("Actions", "O&hne Formatierung einfügen"), "Ctrl+Shift+V"
        ),
        Declared(
            "settings",
            translate("Actions", "&Einstellungen …"),
            "Ctrl+,",
            role=QAction.MenuRole.PreferencesRole,
        ),
        *_searches(),
        *_moves(),
        *_formats(),
        Declared(
            "next_finding",
            translate("Actions", "&Nächster Fund"),
            "F8",
            short=translate("Actions", "Fund ▸"),
        ),
        Declared(
            "previous_finding",
            translate("Actions", "&Voriger Fund"),
            "Shift+F8",
            short=translate("Actions", "◂ Fund"),
        ),
        Declared(
            "explain",
            translate("Actions", "Fund am &Wort zeigen"),
            "Ctrl+.",
            translate("Actions", "Meldung und Vorschläge zum Wort am Cursor"),
        ),
        Declared("apply_first", translate("Actions", "&Ersten Vorschlag übernehmen"), "Alt+Return"),
        Declared("know_here", translate("Actions", "In dieser Rezension &kennen"), "Ctrl+Shift+W"),
        Declared("know_always", translate("Actions", "&Immer kennen"), "Ctrl+Shift+D"),
        Declared("hide", translate("Actions", "&Hier nicht mehr melden"), "Ctrl+Shift+I"),
        Declared("rule_off", translate("Actions", "Re&gel abschalten")),
        Declared("decided", translate("Actions", "&Angenommenes und Ausgeblendetes …")),
        Declared(
            "picky",
            translate("Actions", "S&trenger prüfen"),
            checkable=True,
            tip=translate("Actions", "Auch Regeln anwenden, über die sich streiten lässt"),
        ),
        Declared(
            "style",
            translate("Actions", "Stil &prüfen"),
            tip=translate("Actions", "Füllwörter, Passiv, lange Sätze und Wiederholungen melden"),
            checkable=True,
        ),
        Declared("restart_checker", translate("Actions", "Prüfung neu sta&rten")),
        Declared("install_checker", translate("Actions", "&LanguageTool einrichten …")),
        Declared(
            "server",
            translate("Actions", "Prü&fserver …"),
            tip=translate(
                "Actions", "Auf diesem Rechner prüfen oder auf einem Server der Redaktion"
            ),
        ),
        Declared(
            "variant_de_de",
            translate("Actions", "Deutsch (&Deutschland)"),
            checkable=True,
            group="variant",
        ),
        Declared(
            "variant_de_at",
            translate("Actions", "Deutsch (&Österreich)"),
            checkable=True,
            group="variant",
        ),
        Declared(
            "variant_de_ch",
            translate("Actions", "Deutsch (S&chweiz)"),
            checkable=True,
            group="variant",
        ),
        Declared("scale_points", translate("Actions", "&10 Punkte"), checkable=True, group="scale"),
        Declared("scale_stars", translate("Actions", "&5 Sterne"), checkable=True, group="scale"),
        Declared("scale_percent", translate("Actions", "&Prozent"), checkable=True, group="scale"),
        Declared("scale_own", translate("Actions", "&Eigene …"), checkable=True, group="scale"),
        Declared(
            "scale_none", translate("Actions", "&Keine Wertung"), checkable=True, group="scale"
        ),
        Declared("outline", translate("Actions", "&Gliederung"), "Ctrl+1", checkable=True),
        Declared("preview", translate("Actions", "&Vorschau"), "Ctrl+2", checkable=True),
        Declared("findings", translate("Actions", "&Funde"), checkable=True),
        *_ways(),
        *_views(),
        Declared(
            "theme_system", translate("Actions", "Wie das &System"), checkable=True, group="theme"
        ),
        Declared("theme_light", translate("Actions", "&Hell"), checkable=True, group="theme"),
        Declared("theme_dark", translate("Actions", "&Dunkel"), checkable=True, group="theme"),
        Declared("language_de", "&Deutsch", checkable=True, group="language"),
        Declared("language_en", "&English", checkable=True, group="language"),
        Declared("text_larger", translate("Actions", "Text g&rößer"), _STANDARD.ZoomIn),
        Declared("text_smaller", translate("Actions", "Text &kleiner"), _STANDARD.ZoomOut),
        Declared("text_normal", translate("Actions", "Text in &normaler Größe"), "Ctrl+0"),
        Declared(
            "help",
            translate("Actions", "&Hilfe"),
            "F1",
            translate("Actions", "Hilfe zu dem, woran Sie gerade sind"),
        ),
        Declared(
            "palette",
            translate("Actions", "Be&fehl suchen …"),
            "Ctrl+Shift+P",
            translate("Actions", "Jeden Befehl und jeden Abschnitt an ein paar Buchstaben finden"),
        ),
        Declared("shortcuts", translate("Actions", "&Tastenkürzel …")),
        Declared("sample", translate("Actions", "&Beispielrezension öffnen")),
        Declared("about", translate("Actions", "&Über Rezensent"), role=QAction.MenuRole.AboutRole),
    )


def _exports() -> tuple[Declared, ...]:
    """Return what writes the finished review, or copies it."""
    copies = (
        ("rich", translate("Actions", "&Formatierter Text")),
        ("txt", translate("Actions", "&Reiner Text")),
        ("md", translate("Actions", "&Markdown")),
        ("html", translate("Actions", "&HTML-Quelltext")),
        ("bbcode", translate("Actions", "&BBCode")),
    )
    return (
        Declared(
            "export",
            translate("Actions", "&Ausgeben …"),
            "Ctrl+E",
            translate("Actions", "Als Webseite, Text oder Dokument ausgeben, mit Vorschau"),
        ),
        Declared(
            "export_again",
            translate("Actions", "&Erneut ausgeben"),
            "Ctrl+Shift+E",
            translate("Actions", "Dieselben Formate an dieselben Orte, ohne Nachfrage"),
        ),
        Declared(
            "page_look",
            translate("Actions", "Gestaltung &der Seite"),
            tip=translate("Actions", "Wie Vorschau und ausgegebene Seite aussehen"),
        ),
        *(Declared(f"copy_{key}", text) for key, text in copies),
        *(Declared(f"copy_{key}_section", text) for key, text in copies),
    )


def _ways() -> tuple[Declared, ...]:
    """Return what goes to one of the panels, and back, and from pane to pane."""
    return (
        Declared("next_pane", translate("Actions", "Näc&hster Bereich"), "F6"),
        Declared("previous_pane", translate("Actions", "Vor&iger Bereich"), "Shift+F6"),
        Declared(
            "to_findings",
            translate("Actions", "Zu den F&unden"),
            "Ctrl+3",
            translate("Actions", "In die Liste der Funde; noch einmal blendet sie aus"),
        ),
        Declared(
            "to_style",
            translate("Actions", "Zum S&til"),
            "Ctrl+4",
            translate("Actions", "Zu den Regeln des Stils; noch einmal blendet sie aus"),
        ),
        Declared(
            "ready",
            translate("Actions", "F&ertig?"),
            "Ctrl+5",
            translate("Actions", "Was vor der Veröffentlichung fehlt"),
        ),
        Declared(
            "statistics",
            translate("Actions", "&Zahlen"),
            "Ctrl+6",
            translate("Actions", "Umfang, Ziele und Lesbarkeit"),
        ),
    )


def _views() -> tuple[Declared, ...]:
    """Return what shows a part of the window alone, and what goes from section to section."""
    return (
        Declared(
            "focus_mode",
            translate("Actions", "F&okus"),
            "F9",
            translate("Actions", "Nur den Abschnitt zeigen, an dem Sie schreiben"),
            checkable=True,
        ),
        Declared(
            "form_alone", translate("Actions", "Nur das For&mular"), "Ctrl+Shift+1", checkable=True
        ),
        Declared(
            "preview_alone",
            translate("Actions", "Nur die Vor&schau"),
            "Ctrl+Shift+2",
            checkable=True,
        ),
        Declared("full_screen", translate("Actions", "Vo&llbild"), "F11", checkable=True),
        Declared("next_section", translate("Actions", "Nächster A&bschnitt"), "Ctrl+PgDown"),
        Declared("previous_section", translate("Actions", "Voriger Abs&chnitt"), "Ctrl+PgUp"),
        Declared(
            "restore_session",
            translate("Actions", "Beim Start hier &weiterschreiben"),
            tip=translate("Actions", "Beim Start die Rezension öffnen, die zuletzt offen war"),
            checkable=True,
        ),
        Declared(
            "read_aloud",
            translate("Actions", "V&orlesen"),
            "Ctrl+Shift+R",
            translate("Actions", "Die Auswahl oder den Abschnitt vorlesen; noch einmal hält an"),
            checkable=True,
        ),
    )


def _searches() -> tuple[Declared, ...]:
    """Return what finds and replaces text in all sections."""
    return (
        Declared("find", translate("Actions", "&Suchen …"), _STANDARD.Find),
        Declared("replace", translate("Actions", "Erset&zen …"), "Ctrl+H"),
        Declared("find_next", translate("Actions", "&Nächste Stelle"), "F3"),
        Declared("find_previous", translate("Actions", "&Vorige Stelle"), "Shift+F3"),
    )


def _moves() -> tuple[Declared, ...]:
    """Return what moves paragraphs and sections."""
    return (
        Declared("paragraph_up", translate("Actions", "Absatz nach &oben"), "Alt+Up"),
        Declared("paragraph_down", translate("Actions", "Absatz nach &unten"), "Alt+Down"),
        Declared("move_to", translate("Actions", "A&bsatz verschieben nach")),
        Declared("section_up", translate("Actions", "Abschnitt nach &oben"), "Alt+Shift+Up"),
        Declared("section_down", translate("Actions", "Abschnitt nach &unten"), "Alt+Shift+Down"),
        Declared(
            "section_off",
            translate("Actions", "Abschnitt &ausblenden"),
            tip=translate(
                "Actions", "Für diese Rezension: ein Abschnitt ohne Text und ohne Wertung"
            ),
        ),
        Declared("section_on", translate("Actions", "Abschnitt &einblenden")),
    )


def _formats() -> tuple[Declared, ...]:
    """Return what changes how the text looks, in Markdown and in typography."""
    return (
        Declared(
            "bold",
            translate("Actions", "&Fett"),
            _STANDARD.Bold,
            checkable=True,
            short=translate("Actions", "F"),
        ),
        Declared(
            "italic",
            translate("Actions", "&Kursiv"),
            _STANDARD.Italic,
            checkable=True,
            short=translate("Actions", "K"),
        ),
        Declared("code", translate("Actions", "&Code")),
        Declared(
            "link",
            translate("Actions", "&Link"),
            "Ctrl+K",
            translate("Actions", "Verweis auf die kopierte Adresse"),
            short=translate("Actions", "Link"),
        ),
        Declared(
            "heading",
            translate("Actions", "&Überschrift"),
            "Ctrl+Shift+H",
            translate("Actions", "Zwischenüberschrift, eine Stufe tiefer, wieder Text"),
            checkable=True,
            short="H",
        ),
        Declared(
            "quote",
            translate("Actions", "&Zitat"),
            "Ctrl+Shift+Q",
            translate("Actions", "Zitat (eingerückt)"),
            checkable=True,
            icon="quote",
        ),
        Declared(
            "bullets",
            translate("Actions", "&Aufzählung"),
            "Ctrl+Shift+L",
            checkable=True,
            short="•",
        ),
        Declared(
            "numbers",
            translate("Actions", "&Nummerierte Liste"),
            "Ctrl+Shift+7",
            checkable=True,
            short="1.",
        ),
        Declared("indent", translate("Actions", "&Einrücken"), "Ctrl+M"),
        Declared("outdent", translate("Actions", "A&usrücken"), "Ctrl+Shift+M"),
        Declared(
            "spoiler",
            translate("Actions", "&Spoiler"),
            "Ctrl+Shift+K",
            translate("Actions", "Absätze einklappen, die zu viel verraten"),
        ),
        Declared(
            "typeset",
            translate("Actions", "Typografie an&wenden"),
            tip=translate("Actions", "Auf die Auswahl oder den ganzen Abschnitt"),
        ),
        Declared(
            "quotes_german",
            translate("Actions", "„&Deutschland und Österreich“"),
            checkable=True,
            group="quotes",
        ),
        Declared(
            "quotes_book", translate("Actions", "»&Buchsatz«"), checkable=True, group="quotes"
        ),
        Declared(
            "quotes_swiss", translate("Actions", "«&Schweiz»"), checkable=True, group="quotes"
        ),
        Declared(
            "typography_quotes",
            translate("Actions", "&Anführungszeichen und Apostroph"),
            checkable=True,
        ),
        Declared("typography_dashes", translate("Actions", "&Gedankenstriche"), checkable=True),
        Declared("typography_ellipsis", translate("Actions", "A&uslassungspunkte"), checkable=True),
        Declared(
            "typography_spaces", translate("Actions", "Geschützte &Leerzeichen"), checkable=True
        ),
    )
