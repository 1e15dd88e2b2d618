"""Every action, declared once: text, shortcut, and what it does in a sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

translate = QCoreApplication.translate

_STANDARD = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionDeclaration:
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
    shows_text: bool = False
    """Whether the text has to be in sight: in a narrow window its tab comes to the front first."""
    needs_panes: bool = False
    """Whether the action is disabled while a view mode shows one pane alone."""


def declarations() -> tuple[ActionDeclaration, ...]:
    """Return all actions in the language of the interface."""
    return (
        ActionDeclaration(
            "new_series", translate("Actions", "Neue &Serienrezension"), _STANDARD.New
        ),
        ActionDeclaration("new_film", translate("Actions", "Neue &Filmrezension"), "Ctrl+Shift+N"),
        ActionDeclaration("new_disc", translate("Actions", "Neue &Discrezension")),
        ActionDeclaration(
            "new_from",
            translate("Actions", "Neue Rezension aus einer f&rüheren …"),
            tip=translate(
                "Actions", "Die Angaben der früheren Staffel übernehmen und weiterzählen"
            ),
        ),
        ActionDeclaration("open", translate("Actions", "&Öffnen …"), _STANDARD.Open),
        ActionDeclaration(
            "import",
            translate("Actions", "Fertigen &Text übernehmen …"),
            "Ctrl+Shift+O",
            translate(
                "Actions", "Text, Markdown, HTML, Word und OpenDocument in Abschnitte einsortieren"
            ),
        ),
        ActionDeclaration(
            "import_clipboard",
            translate("Actions", "Text aus der &Zwischenablage einsortieren …"),
            "Ctrl+Alt+V",
        ),
        ActionDeclaration("save", translate("Actions", "S&ichern"), _STANDARD.Save),
        ActionDeclaration("save_as", translate("Actions", "Sichern &unter …"), "Ctrl+Shift+S"),
        ActionDeclaration(
            "recover",
            translate("Actions", "Ungesicherte &Fassungen …"),
            tip=translate("Actions", "Was beim letzten Ende nicht gesichert war"),
        ),
        ActionDeclaration(
            "versions",
            translate("Actions", "F&rühere Fassungen …"),
            tip=translate("Actions", "Was beim Sichern früher in der Datei war, und zurück dahin"),
        ),
        *_exports(),
        ActionDeclaration(
            "print",
            translate("Actions", "&Drucken …"),
            _STANDARD.Print,
            translate("Actions", "Die Seite drucken, wie die Vorschau sie zeigt"),
        ),
        ActionDeclaration(
            "quit", translate("Actions", "&Beenden"), "Ctrl+Q", role=QAction.MenuRole.QuitRole
        ),
        ActionDeclaration("undo", translate("Actions", "&Rückgängig"), _STANDARD.Undo, short="↶"),
        ActionDeclaration("redo", translate("Actions", "&Wiederholen"), _STANDARD.Redo, short="↷"),
        ActionDeclaration(
            "paste_plain",
            translate("Actions", "O&hne Formatierung einfügen"),
            "Ctrl+Shift+V",
            shows_text=True,
        ),
        ActionDeclaration(
            "settings",
            translate("Actions", "&Einstellungen …"),
            "Ctrl+,",
            role=QAction.MenuRole.PreferencesRole,
        ),
        *_searches(),
        *_moves(),
        *_formats(),
        ActionDeclaration(
            "next_finding",
            translate("Actions", "&Nächster Fund"),
            "F8",
            short=translate("Actions", "Fund ▸"),
        ),
        ActionDeclaration(
            "previous_finding",
            translate("Actions", "&Voriger Fund"),
            "Shift+F8",
            short=translate("Actions", "◂ Fund"),
        ),
        ActionDeclaration(
            "explain",
            translate("Actions", "Fund am &Wort zeigen"),
            "Ctrl+.",
            translate("Actions", "Meldung und Vorschläge zum Wort am Cursor"),
            shows_text=True,
        ),
        ActionDeclaration(
            "apply_first",
            translate("Actions", "&Ersten Vorschlag übernehmen"),
            "Alt+Return",
            shows_text=True,
        ),
        ActionDeclaration(
            "know_here", translate("Actions", "In dieser Rezension &kennen"), "Ctrl+Shift+W"
        ),
        ActionDeclaration("know_always", translate("Actions", "&Immer kennen"), "Ctrl+Shift+D"),
        ActionDeclaration("hide", translate("Actions", "&Hier nicht mehr melden"), "Ctrl+Shift+I"),
        ActionDeclaration("rule_off", translate("Actions", "Re&gel abschalten")),
        ActionDeclaration("decided", translate("Actions", "&Angenommenes und Ausgeblendetes …")),
        ActionDeclaration(
            "picky",
            translate("Actions", "S&trenger prüfen"),
            checkable=True,
            tip=translate("Actions", "Auch Regeln anwenden, über die sich streiten lässt"),
        ),
        ActionDeclaration(
            "style",
            translate("Actions", "Stil &prüfen"),
            tip=translate("Actions", "Füllwörter, Passiv, lange Sätze und Wiederholungen melden"),
            checkable=True,
        ),
        ActionDeclaration("restart_checker", translate("Actions", "Prüfung neu sta&rten")),
        ActionDeclaration("install_checker", translate("Actions", "&LanguageTool einrichten …")),
        ActionDeclaration(
            "server",
            translate("Actions", "Prü&fserver …"),
            tip=translate(
                "Actions", "Auf diesem Rechner prüfen oder auf einem Server der Redaktion"
            ),
        ),
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
            "scale_own", translate("Actions", "&Eigene …"), checkable=True, group="scale"
        ),
        ActionDeclaration(
            "scale_none", translate("Actions", "&Keine Wertung"), checkable=True, group="scale"
        ),
        ActionDeclaration(
            "outline",
            translate("Actions", "&Gliederung"),
            "Ctrl+1",
            checkable=True,
            needs_panes=True,
        ),
        ActionDeclaration(
            "preview", translate("Actions", "&Vorschau"), "Ctrl+2", checkable=True, needs_panes=True
        ),
        ActionDeclaration(
            "findings", translate("Actions", "&Funde"), checkable=True, needs_panes=True
        ),
        *_ways(),
        *_views(),
        ActionDeclaration(
            "theme_system", translate("Actions", "Wie das &System"), checkable=True, group="theme"
        ),
        ActionDeclaration(
            "theme_light", translate("Actions", "&Hell"), checkable=True, group="theme"
        ),
        ActionDeclaration(
            "theme_dark", translate("Actions", "&Dunkel"), checkable=True, group="theme"
        ),
        ActionDeclaration("language_de", "&Deutsch", checkable=True, group="language"),
        ActionDeclaration("language_en", "&English", checkable=True, group="language"),
        ActionDeclaration("text_larger", translate("Actions", "Text g&rößer"), _STANDARD.ZoomIn),
        ActionDeclaration("text_smaller", translate("Actions", "Text &kleiner"), _STANDARD.ZoomOut),
        ActionDeclaration("text_normal", translate("Actions", "Text in &normaler Größe"), "Ctrl+0"),
        ActionDeclaration(
            "help",
            translate("Actions", "&Hilfe"),
            "F1",
            translate("Actions", "Hilfe zu dem, woran Sie gerade sind"),
        ),
        ActionDeclaration(
            "palette",
            translate("Actions", "Be&fehl suchen …"),
            "Ctrl+Shift+P",
            translate("Actions", "Jeden Befehl und jeden Abschnitt an ein paar Buchstaben finden"),
        ),
        ActionDeclaration("shortcuts", translate("Actions", "&Tastenkürzel …")),
        ActionDeclaration("sample", translate("Actions", "&Beispielrezension öffnen")),
        ActionDeclaration(
            "about", translate("Actions", "&Über Rezensent"), role=QAction.MenuRole.AboutRole
        ),
    )


def _exports() -> tuple[ActionDeclaration, ...]:
    """Return what writes the finished review, or copies it."""
    copies = (
        ("rich", translate("Actions", "&Formatierter Text")),
        ("txt", translate("Actions", "&Reiner Text")),
        ("md", translate("Actions", "&Markdown")),
        ("html", translate("Actions", "&HTML-Quelltext")),
        ("bbcode", translate("Actions", "&BBCode")),
    )
    return (
        ActionDeclaration(
            "export",
            translate("Actions", "&Ausgeben …"),
            "Ctrl+E",
            translate("Actions", "Als Webseite, Text oder Dokument ausgeben, mit Vorschau"),
        ),
        ActionDeclaration(
            "export_again",
            translate("Actions", "&Erneut ausgeben"),
            "Ctrl+Shift+E",
            translate("Actions", "Dieselben Formate an dieselben Orte, ohne Nachfrage"),
        ),
        ActionDeclaration(
            "page_look",
            translate("Actions", "Gestaltung &der Seite"),
            tip=translate("Actions", "Wie Vorschau und ausgegebene Seite aussehen"),
        ),
        *(ActionDeclaration(f"copy_{key}", text) for key, text in copies),
        *(ActionDeclaration(f"copy_{key}_section", text) for key, text in copies),
    )


def _ways() -> tuple[ActionDeclaration, ...]:
    """Return what goes to one of the panels, and back, and from pane to pane."""
    return (
        ActionDeclaration(
            "next_pane", translate("Actions", "Näc&hster Bereich"), "F6", needs_panes=True
        ),
        ActionDeclaration(
            "previous_pane", translate("Actions", "Vor&iger Bereich"), "Shift+F6", needs_panes=True
        ),
        ActionDeclaration(
            "to_findings",
            translate("Actions", "Zu den F&unden"),
            "Ctrl+3",
            translate("Actions", "In die Liste der Funde; noch einmal blendet sie aus"),
            shows_text=True,
            needs_panes=True,
        ),
        ActionDeclaration(
            "to_style",
            translate("Actions", "Zum S&til"),
            "Ctrl+4",
            translate("Actions", "Zu den Regeln des Stils; noch einmal blendet sie aus"),
            shows_text=True,
            needs_panes=True,
        ),
        ActionDeclaration(
            "ready",
            translate("Actions", "F&ertig?"),
            "Ctrl+5",
            translate("Actions", "Was vor der Veröffentlichung fehlt"),
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
    )


def _views() -> tuple[ActionDeclaration, ...]:
    """Return what shows a part of the window alone, and what goes from section to section."""
    return (
        ActionDeclaration(
            "focus_mode",
            translate("Actions", "F&okus"),
            "F9",
            translate("Actions", "Nur den Abschnitt zeigen, an dem Sie schreiben"),
            checkable=True,
        ),
        ActionDeclaration(
            "form_alone", translate("Actions", "Nur das For&mular"), "Ctrl+Shift+1", checkable=True
        ),
        ActionDeclaration(
            "preview_alone",
            translate("Actions", "Nur die Vor&schau"),
            "Ctrl+Shift+2",
            checkable=True,
        ),
        ActionDeclaration("full_screen", translate("Actions", "Vo&llbild"), "F11", checkable=True),
        ActionDeclaration(
            "next_section", translate("Actions", "Nächster A&bschnitt"), "Ctrl+PgDown"
        ),
        ActionDeclaration(
            "previous_section", translate("Actions", "Voriger Abs&chnitt"), "Ctrl+PgUp"
        ),
        ActionDeclaration(
            "restore_session",
            translate("Actions", "Beim Start hier &weiterschreiben"),
            tip=translate("Actions", "Beim Start die Rezension öffnen, die zuletzt offen war"),
            checkable=True,
        ),
        ActionDeclaration(
            "read_aloud",
            translate("Actions", "V&orlesen"),
            "Ctrl+Shift+R",
            translate("Actions", "Die Auswahl oder den Abschnitt vorlesen; noch einmal hält an"),
            checkable=True,
        ),
    )


def _searches() -> tuple[ActionDeclaration, ...]:
    """Return what finds and replaces text in all sections."""
    return (
        ActionDeclaration(
            "find", translate("Actions", "&Suchen …"), _STANDARD.Find, shows_text=True
        ),
        ActionDeclaration(
            "replace", translate("Actions", "Erset&zen …"), "Ctrl+H", shows_text=True
        ),
        ActionDeclaration("find_next", translate("Actions", "&Nächste Stelle"), "F3"),
        ActionDeclaration("find_previous", translate("Actions", "&Vorige Stelle"), "Shift+F3"),
    )


def _moves() -> tuple[ActionDeclaration, ...]:
    """Return what moves paragraphs and sections."""
    return (
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
        ActionDeclaration(
            "section_off",
            translate("Actions", "Abschnitt &ausblenden"),
            tip=translate(
                "Actions", "Für diese Rezension: ein Abschnitt ohne Text und ohne Wertung"
            ),
        ),
        ActionDeclaration("section_on", translate("Actions", "Abschnitt &einblenden")),
    )


def _formats() -> tuple[ActionDeclaration, ...]:
    """Return what changes how the text looks, in Markdown and in typography."""
    return (
        ActionDeclaration(
            "bold",
            translate("Actions", "&Fett"),
            _STANDARD.Bold,
            checkable=True,
            short=translate("Actions", "F"),
            shows_text=True,
        ),
        ActionDeclaration(
            "italic",
            translate("Actions", "&Kursiv"),
            _STANDARD.Italic,
            checkable=True,
            short=translate("Actions", "K"),
            shows_text=True,
        ),
        ActionDeclaration("code", translate("Actions", "&Code"), shows_text=True),
        ActionDeclaration(
            "link",
            translate("Actions", "&Link"),
            "Ctrl+K",
            translate("Actions", "Verweis auf die kopierte Adresse"),
            short=translate("Actions", "Link"),
            shows_text=True,
        ),
        ActionDeclaration(
            "heading",
            translate("Actions", "&Überschrift"),
            "Ctrl+Shift+H",
            translate("Actions", "Zwischenüberschrift, eine Stufe tiefer, wieder Text"),
            checkable=True,
            short="H",
            shows_text=True,
        ),
        ActionDeclaration(
            "quote",
            translate("Actions", "&Zitat"),
            "Ctrl+Shift+Q",
            translate("Actions", "Zitat (eingerückt)"),
            checkable=True,
            icon="quote",
            shows_text=True,
        ),
        ActionDeclaration(
            "bullets",
            translate("Actions", "&Aufzählung"),
            "Ctrl+Shift+L",
            checkable=True,
            short="•",
            shows_text=True,
        ),
        ActionDeclaration(
            "numbers",
            translate("Actions", "&Nummerierte Liste"),
            "Ctrl+Shift+7",
            checkable=True,
            short="1.",
            shows_text=True,
        ),
        ActionDeclaration("indent", translate("Actions", "&Einrücken"), "Ctrl+M", shows_text=True),
        ActionDeclaration(
            "outdent", translate("Actions", "A&usrücken"), "Ctrl+Shift+M", shows_text=True
        ),
        ActionDeclaration(
            "spoiler",
            translate("Actions", "&Spoiler"),
            "Ctrl+Shift+K",
            translate("Actions", "Absätze einklappen, die zu viel verraten"),
            shows_text=True,
        ),
        ActionDeclaration(
            "typeset",
            translate("Actions", "Typografie an&wenden"),
            tip=translate("Actions", "Auf die Auswahl oder den ganzen Abschnitt"),
            shows_text=True,
        ),
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
    )
