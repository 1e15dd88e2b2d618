"""The settings of the writer: one declaration each."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from editor.localized import Language, Localized
from editor.settings.declaration import (
    DECLARATION,
    ChoiceSetting,
    Declaration,
    DialogSetting,
    FontSetting,
    NumberSetting,
    Option,
    SettingGroup,
    SwitchSetting,
    TextSetting,
    is_bool,
    is_table,
    is_text,
    list_of,
    remembered,
    setting,
)


def _changed_shortcuts(shortcuts: dict[str, Any]) -> Localized:
    count = len(shortcuts)
    if not count:
        return Localized("wie mitgeliefert", "as supplied")
    return Localized("{0} geändert", "{0} changed").format(count)


def _server_place(url: str) -> Localized:
    return Localized(url) if url else Localized("auf diesem Rechner", "on this computer")


def _rule_count(rules: tuple[str, ...]) -> Localized:
    count = len(rules)
    if not count:
        return Localized("keine", "none")
    if count == 1:
        return Localized("1 Regel", "1 rule")
    return Localized("{0} Regeln", "{0} rules").format(count)


@dataclass(frozen=True, slots=True)
class Settings:
    """The writer's choices. An edit returns a new value; unknown keys of the file are kept."""

    # -- writing --
    author: str = setting(
        default="",
        kind=TextSetting(),
        group=SettingGroup.WRITING,
        label=Localized("Ihr Name", "Your name"),
        description=Localized(
            "Mit diesem Namen als Autor beginnt jede neue Rezension.",
            "Every new review starts with this name as its author.",
        ),
    )
    """Name that a new review starts with."""
    quotes: str = setting(
        default="„“",
        kind=ChoiceSetting(
            (
                Option(
                    "„“",
                    Localized("„Deutschland, Österreich“", "„Germany, Austria“"),
                    "quotes_german",
                ),
                Option("»«", Localized("»Buchsatz«", "»Books«"), "quotes_book"),
                Option("«»", Localized("«Schweiz»", "«Switzerland»"), "quotes_swiss"),
            )
        ),
        group=SettingGroup.WRITING,
        label=Localized("Form der Anführungszeichen", "Form of quotation marks"),
        description=Localized(
            'Diese Zeichen stehen im Text, wenn Sie " tippen.',
            'These marks appear in the text when you type ".',
        ),
    )
    """Style of quotation marks: "„“" (Germany, Austria), "»«" (books) or "«»" (Switzerland)."""
    typography_quotes: bool = setting(
        default=True,
        kind=SwitchSetting("typography_quotes"),
        group=SettingGroup.WRITING,
        label=Localized(
            "Anführungszeichen und Apostroph setzen", "Set quotation marks and apostrophes"
        ),
        description=Localized(
            "Macht beim Tippen aus geraden Zeichen die gewählten und aus ' einen Apostroph.",
            "Turns straight marks into the chosen ones and ' into an apostrophe as you type.",
        ),
    )
    """Whether quotation marks and apostrophes are made typographic while typing."""
    typography_dashes: bool = setting(
        default=True,
        kind=SwitchSetting("typography_dashes"),
        group=SettingGroup.WRITING,
        label=Localized("Gedankenstriche setzen", "Set dashes"),
        description=Localized(
            "Macht beim Tippen aus -- und aus dem Strich in „Wort - Wort“ einen Gedankenstrich.",
            "Turns -- and the hyphen in “word - word” into a dash as you type.",
        ),
    )
    """Whether dashes are set while typing."""
    typography_ellipsis: bool = setting(
        default=True,
        kind=SwitchSetting("typography_ellipsis"),
        group=SettingGroup.WRITING,
        label=Localized("Auslassungspunkte setzen", "Set ellipses"),
        description=Localized(
            "Macht beim Tippen aus drei Punkten das Auslassungszeichen „…“.",
            "Turns three dots into an ellipsis, “…”, as you type.",
        ),
    )
    """Whether three dots become an ellipsis while typing."""
    typography_spaces: bool = setting(
        default=True,
        kind=SwitchSetting("typography_spaces"),
        group=SettingGroup.WRITING,
        label=Localized("Geschützte Leerzeichen setzen", "Set no-break spaces"),
        description=Localized(
            "Hält zusammen, was keine Zeile trennen soll: „z. B.“, „Dr. Okoro“, „120 min“.",
            "Keeps together what no line should break: “z. B.”, “Dr. Okoro”, “120 min”.",
        ),
    )
    """Whether no-break spaces are set while typing."""
    enter_paragraph: bool = setting(
        default=True,
        kind=SwitchSetting(),
        group=SettingGroup.WRITING,
        label=Localized("Eingabetaste beginnt einen neuen Absatz", "Enter begins a new paragraph"),
        description=Localized(
            "Aus: Die Eingabetaste beginnt nur eine neue Zeile. Umschalt+Eingabe bricht die "
            "Zeile immer um.",
            "Off: Enter begins only a new line. Shift+Enter always breaks the line.",
        ),
    )
    """Whether Enter begins a paragraph, and not only a line of the Markdown."""
    shortcuts: dict[str, Any] = setting(
        default={},
        kind=DialogSetting(
            "shortcuts",
            Localized("Tastenkürzel …", "Keyboard shortcuts…"),
            _changed_shortcuts,
            is_table,
        ),
        group=SettingGroup.WRITING,
        label=Localized("Tastenkürzel", "Keyboard shortcuts"),
        description=Localized(
            "Jeder Befehl bekommt die Tasten, die Ihnen liegen.",
            "Give every command the keys that suit you.",
        ),
    )
    """Keys by action id, in Qt's portable form, where the writer has changed them; empty for an
    action without keys."""

    # -- checking --
    variant: str = setting(
        default="de-DE",
        kind=ChoiceSetting(
            (
                Option(
                    "de-DE", Localized("Deutsch (Deutschland)", "German (Germany)"), "variant_de_de"
                ),
                Option(
                    "de-AT", Localized("Deutsch (Österreich)", "German (Austria)"), "variant_de_at"
                ),
                Option(
                    "de-CH", Localized("Deutsch (Schweiz)", "German (Switzerland)"), "variant_de_ch"
                ),
            )
        ),
        group=SettingGroup.CHECKING,
        label=Localized("Sprache der Rezension", "Language of the review"),
        description=Localized(
            "Nach dieser Rechtschreibung wird geprüft; in der Schweiz steht ss statt ß.",
            "Spelling is checked by these rules; Switzerland writes ss for ß.",
        ),
    )
    """Variant of German that is checked."""
    picky: bool = setting(
        default=False,
        kind=SwitchSetting("picky"),
        group=SettingGroup.CHECKING,
        label=Localized("Strenger prüfen", "Check more strictly"),
        description=Localized(
            "Wendet auch Regeln an, über die sich streiten lässt.",
            "Applies debatable rules as well.",
        ),
    )
    """Whether LanguageTool's stricter rules apply too."""
    server_url: str = setting(
        default="",
        kind=DialogSetting(
            "server", Localized("Prüfdienst …", "Grammar server…"), _server_place, is_text
        ),
        group=SettingGroup.CHECKING,
        label=Localized("Prüfdienst", "Grammar server"),
        description=Localized(
            "Geprüft wird auf diesem Rechner oder auf einem Server der Redaktion.",
            "Checking runs on this computer or on a server of your editorial office.",
        ),
    )
    """Address of a LanguageTool server that checks; empty for the one on this machine."""
    keep_minutes: int = setting(
        default=0,
        kind=NumberSetting(1, 60, " min", automatic=Localized("gar nicht", "not at all")),
        group=SettingGroup.CHECKING,
        label=Localized("LanguageTool bereithalten", "Keep LanguageTool ready"),
        description=Localized(
            "So lange bleibt es nach einer Prüfung auf der Kommandozeile im Speicher, damit "
            "die nächste sofort beginnt.",
            "It stays in memory this long after a check on the command line, so that the "
            "next one starts at once.",
        ),
    )
    """Minutes for which LanguageTool stays after the command ``check``, 0 to end it at once."""
    rules_off: tuple[str, ...] = setting(
        default=(),
        kind=DialogSetting(
            "decided",
            Localized("Wieder einschalten …", "Switch on again…"),
            _rule_count,
            list_of(str),
        ),
        group=SettingGroup.CHECKING,
        label=Localized("Abgeschaltete Regeln", "Rules switched off"),
        description=Localized(
            "Ihre Hinweise erscheinen nicht, bis Sie die Regeln wieder einschalten.",
            "Their findings are not shown until you switch the rules on again.",
        ),
    )
    """Ids of LanguageTool's rules that the writer has switched off."""

    # -- style --
    style: bool = setting(
        default=False,
        kind=SwitchSetting("style"),
        group=SettingGroup.STYLE,
        label=Localized("Stil prüfen", "Check style"),
        description=Localized(
            "Meldet Stellen, die nicht falsch sind und sich doch besser sagen ließen.",
            "Reports passages that are not wrong but could be put better.",
        ),
    )
    """Whether style is checked."""

    # -- look --
    theme: str = setting(
        default="system",
        kind=ChoiceSetting(
            (
                Option("system", Localized("Wie im System", "Same as the system"), "theme_system"),
                Option("light", Localized("Hell", "Light"), "theme_light"),
                Option("dark", Localized("Dunkel", "Dark"), "theme_dark"),
            )
        ),
        group=SettingGroup.LOOK,
        label=Localized("Farben", "Colours"),
        description=Localized(
            "Heller oder dunkler Hintergrund, für das Fenster und die Vorschau.",
            "Light or dark background, for the window and the preview.",
        ),
    )
    """Colours of the window."""
    contrast: str = setting(
        default="system",
        kind=ChoiceSetting(
            (
                Option(
                    "system", Localized("Wie im System", "Same as the system"), "contrast_system"
                ),
                Option("normal", "Normal", "contrast_normal"),
                Option("high", Localized("Hoch", "High"), "contrast_high"),
            )
        ),
        group=SettingGroup.LOOK,
        label=Localized("Kontrast", "Contrast"),
        description=Localized(
            "Hoher Kontrast: Schwarz auf Weiß oder Weiß auf Schwarz, mit deutlichen Rahmen. "
            "Die exportierte Seite bleibt, wie sie ist.",
            "High contrast: black on white or white on black, with clear frames. "
            "The exported page stays as it is.",
        ),
    )
    """Contrast of the window: "normal", "high", or "system" to follow the desktop."""
    language: Language = setting(
        default="de",
        kind=ChoiceSetting(
            (
                Option("de", "Deutsch", "language_de"),
                Option("en", "English", "language_en"),
            )
        ),
        group=SettingGroup.LOOK,
        label=Localized("Sprache der Oberfläche", "Interface language"),
        description=Localized(
            "Gilt ab dem nächsten Start; Rezensionen werden weiter auf Deutsch geprüft.",
            "Takes effect at the next start; reviews are still checked in German.",
        ),
    )
    """Language of the interface."""
    text_font: str = setting(
        default="",
        kind=FontSetting(),
        group=SettingGroup.LOOK,
        label=Localized("Schrift der Texte", "Font of the texts"),
        description=Localized(
            "In dieser Schrift schreiben Sie; die exportierte Seite hat ihre eigene.",
            "You write in this font; the exported page has its own.",
        ),
    )
    """Family of the text in the editors; empty for the first serif that the machine has."""
    text_size: int = setting(
        default=0,
        kind=NumberSetting(
            8,
            40,
            " pt",
            automatic=Localized("passend zum Bildschirm", "to fit the screen"),
        ),
        group=SettingGroup.LOOK,
        label=Localized("Schriftgröße der Texte", "Font size of the texts"),
        description=Localized(
            "Größe der Schrift, in der Sie schreiben.",
            "Size of the font that you write in.",
        ),
    )
    """Size of the text in the editors, in points; 0 is the size that fits the screen."""
    text_width: int = setting(
        default=66,
        kind=NumberSetting(40, 120, Localized(" Zeichen", " characters"), step=2),
        group=SettingGroup.LOOK,
        label=Localized("Zeilenlänge der Texte", "Line length of the texts"),
        description=Localized(
            "So lang wird eine Zeile höchstens; 50 bis 80 Zeichen lesen sich gut.",
            "The longest that a line gets; 50 to 80 characters read well.",
        ),
    )
    """Longest line in the editors, in characters."""
    line_height: int = setting(
        default=160,
        kind=NumberSetting(110, 250, " %", step=10),
        group=SettingGroup.LOOK,
        label=Localized("Zeilenabstand der Texte", "Line spacing of the texts"),
        description=Localized(
            "Abstand von Zeile zu Zeile, gemessen an der Schriftgröße.",
            "Distance from line to line, relative to the font size.",
        ),
    )
    """Distance of the lines in the editors, in per cent of the text's size."""
    marks: str = setting(
        default="quiet",
        kind=ChoiceSetting(
            (
                Option("shown", Localized("immer zeigen", "always show"), "marks_shown"),
                Option("quiet", Localized("zurückhaltend", "faint"), "marks_quiet"),
                Option("hidden", Localized("ausblenden", "hide"), "marks_hidden"),
            )
        ),
        group=SettingGroup.LOOK,
        label=Localized("Markdown-Zeichen", "Markdown marks"),
        description=Localized(
            "Aussehen von *, #, > und Adressen außerhalb des Absatzes, in dem Sie schreiben.",
            "Look of *, #, > and addresses outside the paragraph that you are writing.",
        ),
    )
    """Look of Markdown marks outside of the paragraph with the cursor."""
    outline_visible: bool = setting(
        default=True,
        kind=SwitchSetting(),
        group=SettingGroup.LOOK,
        label=Localized("Gliederung zeigen", "Show outline"),
        description=Localized(
            "Zeigt links, woraus die Rezension besteht und was noch fehlt.",
            "Shows on the left what the review consists of and what is still missing.",
        ),
    )
    """Whether the outline is shown."""
    findings_visible: bool = setting(
        default=True,
        kind=SwitchSetting(),
        group=SettingGroup.LOOK,
        label=Localized("Hinweise zeigen", "Show findings"),
        description=Localized(
            "Zeigt rechts unten die Hinweise der Prüfung.",
            "Shows the findings of the checker at the bottom right.",
        ),
    )
    """Whether the findings are shown."""

    # -- output --
    preview_visible: bool = setting(
        default=True,
        kind=SwitchSetting(),
        group=SettingGroup.OUTPUT,
        label=Localized("Vorschau zeigen", "Show preview"),
        description=Localized(
            "Zeigt neben dem Text die Seite, wie sie exportiert wird.",
            "Shows the page beside the text as it will be exported.",
        ),
    )
    """Whether the preview is shown."""
    preview_zoom: int = setting(
        default=100,
        kind=NumberSetting(50, 300, " %", step=10),
        group=SettingGroup.OUTPUT,
        label=Localized("Größe der Vorschau", "Size of the preview"),
        description=Localized(
            "So groß zeigt die Vorschau die Seite; der Export ändert sich nicht.",
            "How large the preview shows the page; the export stays the same.",
        ),
    )
    """Size of the page in the preview, in per cent."""

    # -- files --
    restore_session: bool = setting(
        default=True,
        kind=SwitchSetting("restore_session"),
        group=SettingGroup.FILES,
        label=Localized("Beim Start weiterschreiben", "Reopen last review at start"),
        description=Localized(
            "Zeigt beim Start die zuletzt geöffnete Rezension an derselben Stelle.",
            "Shows the last review at the same place when the program starts.",
        ),
    )
    """Whether the program starts with the review that was open last."""
    autosave: bool = setting(
        default=False,
        kind=SwitchSetting(),
        group=SettingGroup.FILES,
        label=Localized("Automatisch sichern", "Save automatically"),
        description=Localized(
            "Sichert nach fünf Sekunden ohne Änderung in die Datei der Rezension. Ihr Text "
            "geht auch sonst nicht verloren.",
            "Saves to the review’s file after five seconds without a change. Your text is "
            "not lost either way.",
        ),
    )
    """Whether a pause in writing saves the review to its file."""
    keep_versions: bool = setting(
        default=True,
        kind=SwitchSetting(),
        group=SettingGroup.FILES,
        label=Localized("Frühere Fassungen aufbewahren", "Keep earlier versions"),
        description=Localized(
            "Bewahrt bei jedem Sichern den Stand der Datei auf; „Datei ▸ Frühere Fassungen“ "
            "zeigt und löscht ihn.",
            "Keeps the state of the file at every save; “File ▸ Earlier versions” shows and "
            "deletes it.",
        ),
    )
    """Whether earlier versions of the reviews are kept outside their folders."""
    versions_mb: int = setting(
        default=200,
        kind=NumberSetting(10, 10_000, " MB", step=50),
        group=SettingGroup.FILES,
        label=Localized("Platz für frühere Fassungen", "Space for earlier versions"),
        description=Localized(
            "Reicht er nicht, werden die ältesten gelöscht; die neueste jeder Rezension "
            "bleibt immer.",
            "When it is used up, the oldest are deleted; the newest of each review is always kept.",
        ),
    )
    """Size of all earlier versions together, in MB of a million bytes."""

    # -- chosen elsewhere, or remembered by the program --

    style_rules: dict[str, Any] = remembered({}, is_table)
    """Choices for the rules of style, as StyleOptions.stored() returns them."""
    geometry: str = remembered("", is_text)
    """Base64 of QWidget.saveGeometry()."""
    panes: tuple[int, ...] = remembered((), list_of(int))
    """Widths of outline, form and preview, in device-independent pixels."""
    layouts: dict[str, Any] = remembered({}, is_table)
    """Panes by screen: "1920x1080@1.0" and what is shown there."""
    further_facts: bool = remembered(default=False, accepts=is_bool)
    """Whether the further facts were unfolded last."""
    last_folder: str = remembered("", is_text)
    """Folder of the last file dialog."""
    image_size: str = remembered("web", is_text)
    """Id of the ImageSize in which the last large image was inserted."""
    commands: tuple[str, ...] = remembered((), list_of(str))
    """Ids of the actions that were chosen in the command palette, newest first."""
    recent: tuple[str, ...] = remembered((), list_of(str))
    """Paths of the reviews that were open, newest first."""
    session: dict[str, Any] = remembered({}, is_table)
    """The review that was open last, and the place in it."""
    offers: dict[str, Any] = remembered({}, is_table)
    """Digests of the names and facts that were offered, by the path of the review."""
    unknown: dict[str, Any] = field(default_factory=dict)
    """Keys of the file that are not settings of this version."""
    rejected: dict[str, Any] = field(default_factory=dict, compare=False)
    """Values of the file that this version does not accept, as those of a newer version. They stay
    in the file until the setting is changed."""


FIELDS = {item.name: item for item in fields(Settings) if item.name not in ("unknown", "rejected")}
"""Fields that are in the file, by name."""


def declared_settings() -> Iterator[tuple[str, Declaration]]:
    """Yield name and declaration of the settings that the writer chooses, group by group."""
    for name, item in FIELDS.items():
        if DECLARATION in item.metadata:
            yield name, item.metadata[DECLARATION]


def number_range(name: str) -> tuple[int, int]:
    """Return the smallest and the largest number of a setting. Raises KeyError without one."""
    kind = FIELDS[name].metadata[DECLARATION].kind
    if not isinstance(kind, NumberSetting):
        raise KeyError(name)
    return kind.minimum, kind.maximum


VARIANTS = tuple(option.value for option in FIELDS["variant"].metadata[DECLARATION].kind.options)
"""Variants of German that can be checked."""
