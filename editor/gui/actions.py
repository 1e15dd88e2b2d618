"""Actions of a window, with its menus and its tool bar."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from editor.gui.icons.icon_engine import themed_icon
from editor.gui.keyboard.key_text import key_text, with_keys
from editor.gui.menus.declaration import ActionDeclaration, Menu, Tool, plain
from editor.gui.menus.menu_bar import LESS_NEEDED, declarations, menu_bar, tool_bar
from editor.gui.menus.tip_menu import TipMenu
from editor.gui.menus.tool_bar import ToolBar
from editor.gui.theme import Theme


class Actions(QObject):
    """Makes an action of every declaration, and fills menus and tool bar with them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._declarations = {item.verb: item for item in declarations()}
        self._tips: dict[str, str] = {}
        self._withheld: dict[str, Mapping[str, str]] = {}
        """By source: reasons why actions are disabled, by their verbs."""
        groups: dict[str, QActionGroup] = {}
        for item in self._declarations.values():
            action = self._make(item)
            if item.group:
                groups.setdefault(item.group, QActionGroup(self)).addAction(action)

    def __getitem__(self, verb: str) -> QAction:
        """Return the action ``verb``. Raises KeyError when it is not declared."""
        return self._actions[verb]

    def all(self) -> list[QAction]:
        """Return all actions in the order of their declaration."""
        return list(self._actions.values())

    @property
    def verbs(self) -> tuple[str, ...]:
        """All verbs in the order of their declaration."""
        return tuple(self._actions)

    def keys(self, verb: str) -> str:
        """Return the shortcut of ``verb`` as it is shown, empty where it has none."""
        return key_text(self[verb].shortcut())

    def set_keys(self, verb: str, keys: QKeySequence) -> None:
        """Change the shortcut of ``verb``, also in its tooltip."""
        other = QKeySequence(self._declarations[verb].also)
        self[verb].setShortcuts([keys] if other.isEmpty() else [keys, other])
        self._show_state(verb)

    def reason(self, verb: str) -> str:
        """Return the sentence that says why ``verb`` is disabled, empty while it is enabled."""
        return next((found[verb] for found in self._withheld.values() if verb in found), "")

    def withhold(self, source: str, reasons: Mapping[str, str]) -> None:
        """Disable actions; ``reasons`` has a sentence for each that says why, by verb.

        Replaces what the same ``source`` has withheld before. An action is enabled while no source
        withholds it; the tooltip of a disabled one ends with the sentence.
        """
        before = self._withheld.get(source, {})
        if reasons != before:
            self._withheld[source] = dict(reasons)
            for verb in before.keys() | reasons.keys():
                self._show_state(verb)

    def show_icons(self, theme: Theme) -> None:
        """Draw the icons of the tool bar in the colours of ``theme``."""
        for tool in filter(None, chain(*tool_bar())):
            action = self[tool.verb]
            quiet = _is_quiet(action, tool.label)
            roles = ("soft_ink", "ink") if quiet else ("ink", "accent")
            action.setIcon(themed_icon(tool.icon, theme, roles[0], checked=roles[1]))

    def connect_all(
        self, slot: Callable[[str], Callable[[], object]], show_text: Callable[[], object]
    ) -> None:
        """Run ``slot(verb)`` when an action is triggered, which need not exist before.

        ``show_text`` is run first where the declaration asks for it.
        """
        for verb, action in self._actions.items():
            before = show_text if self._declarations[verb].shows_text else None
            action.triggered.connect(partial(_run, slot, verb, before))

    def enable_panes(self, *, enabled: bool) -> None:
        """Enable or disable the actions that need several panes."""
        reason = self.tr("Gerade ist nur ein Bereich zu sehen; Esc zeigt wieder alle.")
        verbs = [verb for verb, item in self._declarations.items() if item.needs_panes]
        self.withhold("panes", {} if enabled else dict.fromkeys(verbs, reason))

    def fill(self, bar: QMenuBar) -> None:
        """Fill the menu bar ``bar``."""
        for menu in menu_bar():
            self._fill(_submenu(bar, menu.title), menu)

    def fill_tools(self, bar: ToolBar) -> None:
        """Fill the tool bar ``bar`` with the actions that are needed often."""
        left, right = tool_bar()
        self._add_tools(bar, left)
        bar.add_space()
        self._add_tools(bar, right)
        export = self["export"]
        bar.add_primary(
            export, QCoreApplication.translate("Actions", "Exportieren …"), export.trigger
        )
        bar.give_up([self[verb] for verb in LESS_NEEDED])

    def _add_tools(self, bar: ToolBar, tools: Iterable[Tool | None]) -> None:
        for tool in tools:
            bar.addSeparator() if tool is None else _add_tool(bar, self[tool.verb], tool.label)

    def _make(self, item: ActionDeclaration) -> QAction:
        action = QAction(item.text, self)
        action.setObjectName(f"action.{item.verb}")
        action.setCheckable(item.checkable)
        action.setMenuRole(item.role)
        action.setIconVisibleInMenu(False)
        action.setStatusTip("")
        self._actions[item.verb] = action
        self._tips[item.verb] = item.tip or plain(item.text)
        self.set_keys(item.verb, QKeySequence(item.shortcut or ""))
        return action

    def _show_state(self, verb: str) -> None:
        """Enable or disable ``verb``; its tooltip says what it does with its keys, or why not."""
        action, reason = self[verb], self.reason(verb)
        action.setEnabled(not reason)
        tip = with_keys(self._tips[verb], action.shortcut())
        action.setToolTip(f"{tip}\n{reason}" if reason else tip)

    def _fill(self, target: QMenu, menu: Menu) -> None:
        for entry in menu.entries:
            if entry is None:
                target.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(_submenu(target, entry.title), entry)
            else:
                target.addAction(self[entry.verb])


def _run(
    slot: Callable[[str], Callable[[], object]],
    verb: str,
    before: Callable[[], object] | None,
    *_: bool,
) -> None:
    if before is not None:
        before()
    slot(verb)()


def _add_tool(tools: ToolBar, action: QAction, label: str) -> None:
    button = tools.add_tool(action, label)
    if label:
        button.setProperty("role", "pane" if _is_quiet(action, label) else "label")


def _is_quiet(action: QAction, label: str) -> bool:
    """Return whether the button is one of the switches of the panes, which step back."""
    return action.isCheckable() and bool(label)


def _submenu(menu: QMenu | QMenuBar, title: str) -> QMenu:
    inner = TipMenu(title, menu)
    menu.addMenu(inner)
    return inner
