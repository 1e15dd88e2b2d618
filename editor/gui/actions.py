"""Every action, declared once: text, shortcut, and where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

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


def _format_menu() -> tuple[object, ...]:
    quotes = ("quotes_german", "quotes_book", "quotes_swiss")
    kinds = ("typography_quotes", "typography_dashes", "typography_ellipsis", "typography_spaces")
    return (
        *("bold", "italic", "code", "link", None),
        *("heading", "quote", "bullets", "numbers", "indent", "outdent", None),
        *("spoiler", None),
        (_tr("T&ypografie"), ("typeset", None, *quotes, None, *kinds)),
    )


def _menus() -> tuple[tuple[str, tuple[object, ...]], ...]:
    return (
        (
            _tr("&Datei"),
            (
                "new_series",
                "new_film",
                "open",
                "import",
                None,
                "save",
                "save_as",
                None,
                "export_html",
                "export_md",
                None,
                "quit",
            ),
        ),
        (
            _tr("&Bearbeiten"),
            (
                "undo",
                "redo",
                None,
                (
                    _tr("Wertun&g"),
                    (
                        "scale_points",
                        "scale_stars",
                        "scale_percent",
                        "scale_own",
                        None,
                        "scale_none",
                    ),
                ),
            ),
        ),
        (_tr("Forma&t"), _format_menu()),
        (
            _tr("&Prüfen"),
            (
                "next_finding",
                "previous_finding",
                "explain",
                "apply_first",
                None,
                "know_here",
                "know_always",
                "hide",
                "rule_off",
                "decided",
                None,
                (_tr("&Sprache"), ("variant_de_de", "variant_de_at", "variant_de_ch")),
                "picky",
                "style",
                None,
                "restart_checker",
                "install_checker",
                "server",
            ),
        ),
        (
            _tr("&Ansicht"),
            (
                "outline",
                "preview",
                "findings",
                None,
                "text_larger",
                "text_smaller",
                "text_normal",
                None,
                (_tr("F&arben"), ("theme_system", "theme_light", "theme_dark")),
            ),
        ),
        (_tr("&Hilfe"), ("sample", None, "about")),
    )


class Actions(QObject):
    """Makes the actions and the menus and the tool bar that hold them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for item in declared():
            action = self._make(item)
            if item.group:
                groups.setdefault(item.group, QActionGroup(self)).addAction(action)

    def __getitem__(self, verb: str) -> QAction:
        """Return the action ``verb``. Raises KeyError when it is not declared."""
        return self._actions[verb]

    def all(self) -> list[QAction]:
        """Return all actions in the order of their declaration."""
        return list(self._actions.values())

    def connect_all(self, slots: Mapping[str, Callable[..., object]]) -> None:
        """Run ``slots`` by verb; every action has to have one. Raises KeyError otherwise."""
        for verb, action in self._actions.items():
            slot = slots[verb]
            action.triggered.connect(lambda _=False, run=slot: run())

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into ``bar``."""
        for title, verbs in _menus():
            self._fill(bar.addMenu(title), verbs)

    def fill_tools(self, tools: QToolBar) -> None:
        """Put what is needed often into the tool bar ``tools``."""
        formats = ("bold", "italic", "heading", "quote", "bullets", "numbers", "link", None)
        findings = ("previous_finding", "next_finding", None)
        for verb in ("undo", "redo", None, *formats, *findings):
            tools.addSeparator() if verb is None else _add_tool(tools, self[verb])
        tools.addWidget(_spring(tools))
        for verb in ("outline", "preview", "findings", None):
            tools.addSeparator() if verb is None else tools.addAction(self[verb])
        primary = QToolButton(tools)
        primary.setObjectName("primary")
        primary.setText(_tr("Ausgeben …"))
        primary.setToolTip(self["export_html"].toolTip())
        primary.clicked.connect(self["export_html"].trigger)
        tools.addWidget(primary)

    def _make(self, item: Declared) -> QAction:
        action = QAction(item.text, self)
        action.setObjectName(f"action.{item.verb}")
        action.setCheckable(item.checkable)
        action.setMenuRole(item.role)
        if item.shortcut is not None:
            action.setShortcut(QKeySequence(item.shortcut))
        if item.short:
            action.setIconText(item.short)
        plain = item.text.replace("&", "").removesuffix(" …")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{item.tip or plain} ({keys})" if keys else item.tip or plain)
        action.setStatusTip("")
        self._actions[item.verb] = action
        return action

    def _fill(self, menu: QMenu, verbs: tuple[object, ...]) -> None:
        for verb in verbs:
            if verb is None:
                menu.addSeparator()
            elif isinstance(verb, tuple):
                title, inner = verb
                self._fill(_submenu(menu, title), inner)
            else:
                menu.addAction(self[str(verb)])


def _add_tool(tools: QToolBar, action: QAction) -> None:
    tools.addAction(action)
    button = tools.widgetForAction(action)
    # What is read out is the whole text and not the sign on the button.
    button.setAccessibleName(action.text().replace("&", ""))
    font = button.font()
    font.setBold(action.objectName() == "action.bold")
    font.setItalic(action.objectName() == "action.italic")
    button.setFont(font)


def _submenu(menu: QMenu, title: str) -> QMenu:
    inner = QMenu(title, menu)
    menu.addMenu(inner)
    return inner


def _spring(tools: QToolBar) -> QWidget:
    spring = QWidget(tools)
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
