"""Every setting that a writer chooses, declared once.

The window of settings is made of this, and a test holds it against the fields of ``Settings``.
"""

from PySide6.QtCore import QCoreApplication

from editor.gui.settings.kinds import (
    ChoiceKind,
    DialogKind,
    FontKind,
    NumberKind,
    Setting,
    SettingGroup,
    StyleRuleKind,
    SwitchKind,
    TextKind,
)
from editor.proofing.style import style_rules
from editor.settings import RANGES

translate = QCoreApplication.translate

_REMEMBERED = ("geometry", "panes", "layouts", "last_folder", "recent", "session", "commands")
NO_CHOICES = frozenset({*_REMEMBERED, "unknown"})
"""Fields of Settings that the catalogue leaves out: what the program remembers by itself."""


def catalogue() -> tuple[Setting, ...]:
    """Return all settings, group by group."""
    return (*_writing(), *_checking(), *_style(), *_look(), *_output(), *_files())


def _writing() -> tuple[Setting, ...]:
    quotes = (
        ("„“", translate("Settings", "„Deutschland, Österreich“")),
        ("»«", translate("Settings", "»Buchsatz«")),
        ("«»", translate("Settings", "«Schweiz»")),
    )
    group = SettingGroup.WRITING
    return (
        Setting(
            "author",
            group,
            translate("Settings", "Ihr Name"),
            translate("Settings", "Mit diesem Namen als Autor beginnt jede neue Rezension."),
            TextKind(),
        ),
        Setting(
            "quotes",
            group,
            translate("Settings", "Form der Anführungszeichen"),
            translate(
                "Settings",
                'Diese Zeichen stehen im Text, wenn Sie "gerade" Anführungszeichen tippen.',
            ),
            ChoiceKind(quotes),
        ),
        Setting(
            "typography_quotes",
            group,
            translate("Settings", "Anführungszeichen und Apostroph setzen"),
            translate(
                "Settings",
                "Macht beim Tippen aus geraden Zeichen die gewählten und aus ' einen Apostroph.",
            ),
            SwitchKind(),
        ),
        Setting(
            "typography_dashes",
            group,
            translate("Settings", "Gedankenstriche setzen"),
            translate(
                "Settings",
                "Macht beim Tippen aus -- und aus einem Bindestrich zwischen Leerzeichen ein –.",
            ),
            SwitchKind(),
        ),
        Setting(
            "typography_ellipsis",
            group,
            translate("Settings", "Auslassungspunkte setzen"),
            translate(
                "Settings",
                "Setzt beim Tippen für drei Punkte das eine Zeichen, das dafür gedacht ist.",
            ),
            SwitchKind(),
        ),
        Setting(
            "typography_spaces",
            group,
            translate("Settings", "Geschützte Leerzeichen setzen"),
            translate(
                "Settings",
                "Hält zusammen, was keine Zeile trennen soll: „z. B.“, „Dr. Okoro“, „120 min“.",
            ),
            SwitchKind(),
        ),
        Setting(
            "enter_paragraph",
            group,
            translate("Settings", "Eingabetaste beginnt einen neuen Absatz"),
            translate(
                "Settings",
                "Sonst nur eine Zeile im Markdown; Umschalt+Eingabetaste bricht die Zeile immer "
                "um.",
            ),
            SwitchKind(),
        ),
        Setting(
            "shortcuts",
            group,
            translate("Settings", "Tastenkürzel"),
            translate("Settings", "Jeder Befehl bekommt die Tasten, die Ihnen liegen."),
            DialogKind("shortcuts", translate("Settings", "Tastenkürzel …"), _keys),
        ),
    )


def _keys(shortcuts: dict[str, str]) -> str:
    if not shortcuts:
        return translate("Settings", "wie mitgeliefert")
    n = len(shortcuts)
    return (
        translate("Settings", "1 geändert")
        if n == 1
        else translate("Settings", "{n} geändert").format(n=n)
    )


def _checking() -> tuple[Setting, ...]:
    variants = (
        ("de-DE", translate("Settings", "Deutsch (Deutschland)")),
        ("de-AT", translate("Settings", "Deutsch (Österreich)")),
        ("de-CH", translate("Settings", "Deutsch (Schweiz)")),
    )
    group = SettingGroup.CHECKING
    return (
        Setting(
            "variant",
            group,
            translate("Settings", "Sprache der Rezension"),
            translate(
                "Settings",
                "Nach dieser Rechtschreibung wird geprüft; in der Schweiz steht ss statt ß.",
            ),
            ChoiceKind(variants),
        ),
        Setting(
            "picky",
            group,
            translate("Settings", "Strenger prüfen"),
            translate("Settings", "Wendet auch Regeln an, über die sich streiten lässt."),
            SwitchKind(),
        ),
        Setting(
            "server_url",
            group,
            translate("Settings", "Prüfserver"),
            translate(
                "Settings", "Geprüft wird auf diesem Rechner oder auf einem Server der Redaktion."
            ),
            DialogKind(
                "server",
                translate("Settings", "Prüfserver …"),
                lambda url: str(url) or translate("Settings", "auf diesem Rechner"),
            ),
        ),
        Setting(
            "rules_off",
            group,
            translate("Settings", "Abgeschaltete Regeln"),
            translate(
                "Settings",
                "Was diese Regeln finden, wird nicht gemeldet, bis Sie sie wieder einschalten.",
            ),
            DialogKind("decided", translate("Settings", "Wieder einschalten …"), _rules),
        ),
    )


def _rules(rules: tuple[str, ...]) -> str:
    if not rules:
        return translate("Settings", "keine")
    return (
        translate("Settings", "1 Regel")
        if len(rules) == 1
        else translate("Settings", "{n} Regeln").format(n=len(rules))
    )


def _style() -> tuple[Setting, ...]:
    switch = Setting(
        "style",
        SettingGroup.STYLE,
        translate("Settings", "Stil prüfen"),
        translate("Settings", "Meldet, was nicht falsch ist und sich doch besser sagen ließe."),
        SwitchKind(),
    )
    rules = (
        Setting(
            f"style_rules.{rule.key}",
            SettingGroup.STYLE,
            rule.label.text(),
            rule.explanation.text(),
            StyleRuleKind(rule),
        )
        for rule in style_rules()
    )
    return switch, *rules


def _look() -> tuple[Setting, ...]:
    themes = (
        ("system", translate("Settings", "Wie das System")),
        ("light", translate("Settings", "Hell")),
        ("dark", translate("Settings", "Dunkel")),
    )
    group = SettingGroup.LOOK
    return (
        Setting(
            "theme",
            group,
            translate("Settings", "Farben"),
            translate("Settings", "Heller oder dunkler Grund, für das Fenster und die Vorschau."),
            ChoiceKind(themes),
        ),
        Setting(
            "language",
            group,
            translate("Settings", "Sprache der Oberfläche"),
            translate(
                "Settings",
                "Gilt ab dem nächsten Start; Rezensionen werden weiter auf Deutsch geprüft.",
            ),
            ChoiceKind((("de", "Deutsch"), ("en", "English"))),
        ),
        Setting(
            "text_font",
            group,
            translate("Settings", "Schrift der Texte"),
            translate(
                "Settings",
                "In dieser Schrift schreiben Sie; die ausgegebene Seite hat ihre eigene.",
            ),
            FontKind(),
        ),
        Setting(
            "text_size",
            group,
            translate("Settings", "Schriftgröße der Texte"),
            translate("Settings", "Größe der Schrift, in der Sie schreiben."),
            NumberKind(
                *RANGES["text_size"],
                " pt",
                automatic=translate("Settings", "passend zum Bildschirm"),
            ),
        ),
        Setting(
            "text_width",
            group,
            translate("Settings", "Zeilenlänge der Texte"),
            translate(
                "Settings", "So lang wird eine Zeile höchstens; 50 bis 80 Zeichen lesen sich gut."
            ),
            NumberKind(*RANGES["text_width"], translate("Settings", " Zeichen"), step=2),
        ),
        Setting(
            "line_height",
            group,
            translate("Settings", "Zeilenabstand der Texte"),
            translate("Settings", "Abstand von Zeile zu Zeile, gemessen an der Schriftgröße."),
            NumberKind(*RANGES["line_height"], " %", step=10),
        ),
        Setting(
            "outline_visible",
            group,
            translate("Settings", "Gliederung zeigen"),
            translate("Settings", "Zeigt links, woraus die Rezension besteht und was noch fehlt."),
            SwitchKind(),
        ),
        Setting(
            "findings_visible",
            group,
            translate("Settings", "Funde zeigen"),
            translate("Settings", "Zeigt rechts unten, was die Prüfung gefunden hat."),
            SwitchKind(),
        ),
    )


def _output() -> tuple[Setting, ...]:
    return (
        Setting(
            "preview_visible",
            SettingGroup.OUTPUT,
            translate("Settings", "Vorschau zeigen"),
            translate("Settings", "Zeigt neben dem Text die Seite, wie sie ausgegeben wird."),
            SwitchKind(),
        ),
        Setting(
            "preview_zoom",
            SettingGroup.OUTPUT,
            translate("Settings", "Größe der Vorschau"),
            translate(
                "Settings", "So groß zeigt die Vorschau die Seite; die Ausgabe ändert sich nicht."
            ),
            NumberKind(*RANGES["preview_zoom"], " %", step=10),
        ),
    )


def _files() -> tuple[Setting, ...]:
    return (
        Setting(
            "restore_session",
            SettingGroup.FILES,
            translate("Settings", "Beim Start weiterschreiben"),
            translate(
                "Settings",
                "Öffnet beim Start die Rezension, die zuletzt offen war, an derselben Stelle.",
            ),
            SwitchKind(),
        ),
        Setting(
            "autosave",
            SettingGroup.FILES,
            translate("Settings", "Automatisch sichern"),
            translate(
                "Settings",
                "Sichert nach fünf Sekunden ohne Änderung in die Datei der Rezension. "
                "Ungesichertes geht auch sonst nicht verloren.",
            ),
            SwitchKind(),
        ),
        Setting(
            "keep_versions",
            SettingGroup.FILES,
            translate("Settings", "Frühere Fassungen aufbewahren"),
            translate(
                "Settings",
                "Behält bei jedem Sichern, was in der Datei war; „Datei ▸ Frühere Fassungen“ zeigt "
                "und löscht es.",
            ),
            SwitchKind(),
        ),
        Setting(
            "versions_mb",
            SettingGroup.FILES,
            translate("Settings", "Platz für frühere Fassungen"),
            translate(
                "Settings",
                "Reicht er nicht, gehen die ältesten; die neueste jeder Rezension bleibt immer.",
            ),
            NumberKind(*RANGES["versions_mb"], " MB", step=50),
        ),
    )
