"""Menus for moving paragraphs and for switching sections on and off."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from editor.gui.actions import Actions
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline

PARAGRAPH_VERBS = ("paragraph_up", "paragraph_down", "move_to")
SECTION_VERBS = ("section_up", "section_down", "section_off", "section_on")
_KEYS = 9
"""Number of sections with a shortcut of their own."""


class ReorderMenus(QObject):
    """Sub-menus of two actions, and entries in the menus of editors and outline."""

    target_chosen = Signal(str)
    """Id of the section to move the paragraph at the cursor to."""
    section_chosen = Signal(str)
    """Id of the section to switch on."""

    def __init__(self, form: FormPage, outline: Outline, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._outline = outline
        self._actions = actions
        self._targets = QMenu(form)
        self._targets.setObjectName("menu.move_to")
        self._targets.setToolTipsVisible(True)
        self._targets.aboutToShow.connect(self.fill_targets)
        self._targets.aboutToHide.connect(self._enable_targets)
        self._add_shortcuts()
        self._hidden = QMenu(form)
        self._hidden.setObjectName("menu.section_on")
        self._hidden.aboutToShow.connect(self.fill_hidden)
        actions["move_to"].setMenu(self._targets)
        actions["section_on"].setMenu(self._hidden)
        form.signals.menu_created.connect(self._extend_editor_menu)
        outline.menu_requested.connect(self._open_section_menu)
        self.enable_actions()

    def enable_actions(self) -> None:
        """Enable the actions that are possible at the cursor."""
        reasons = {}
        if self._form.current not in self._form.cards:
            outside = self.tr("Setzen Sie den Cursor zuerst in einen Abschnitt.")
            reasons = dict.fromkeys(PARAGRAPH_VERBS, outside)
        if len(self._form.visible_sections) == len(self._form.cards):
            reasons["section_on"] = self.tr("Kein Abschnitt ist ausgeblendet.")
        self._actions.withhold("order", reasons)

    def _add_shortcuts(self) -> None:
        for number in range(1, _KEYS + 1):
            action = self._targets.addAction("")
            action.setObjectName(f"action.move_to_{number}")
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{number}"))
            action.triggered.connect(lambda _=False, index=number - 1: self._choose_target(index))
            # The shortcuts of a menu work only while it is open.
            self._form.window().addAction(action)

    def _choose_target(self, index: int) -> None:
        visible = self._form.visible_sections
        if index < len(visible):
            self.target_chosen.emit(visible[index])

    def fill_targets(self) -> None:
        """Fill the menu of the sections that a paragraph can be moved to."""
        visible, actions = self._form.visible_sections, self._targets.actions()
        for action in actions[_KEYS:]:
            self._targets.removeAction(action)
        for index, action in enumerate(actions[:_KEYS]):
            action.setVisible(index < len(visible))
            if index < len(visible):
                self._label(action, visible[index])
        for section in visible[_KEYS:]:
            action = self._targets.addAction("")
            action.triggered.connect(lambda _=False, key=section: self.target_chosen.emit(key))
            self._label(action, section)

    def _label(self, action: QAction, section: str) -> None:
        action.setText(self._title(section).replace("&", "&&"))
        here = section == self._form.current
        action.setEnabled(not here)
        action.setToolTip(self.tr("Hier steht der Absatz schon.") if here else "")

    def _enable_targets(self) -> None:
        """Let the shortcuts of all targets work while the menu is closed."""
        for action in self._targets.actions():
            action.setEnabled(True)

    def fill_hidden(self) -> None:
        """Fill the menu of the sections that are switched off."""
        self._hidden.clear()
        for key in self._form.cards:
            if key not in self._form.visible_sections:
                action = self._hidden.addAction(self._title(key).replace("&", "&&"))
                action.setObjectName(f"action.section_on_{key}")
                action.triggered.connect(
                    lambda _=False, section=key: self.section_chosen.emit(section)
                )

    def _extend_editor_menu(self, _section: str, menu: QMenu, _finding: object) -> None:
        menu.addSeparator()
        menu.addActions([self._actions[verb] for verb in PARAGRAPH_VERBS])

    def _open_section_menu(self, section: str, at: QPoint) -> None:
        menu = QMenu(self._outline)
        menu.setObjectName("menu.section")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        verbs = SECTION_VERBS if section in self._form.cards else ("section_on",)
        menu.addActions([self._actions[verb] for verb in verbs])
        menu.popup(at)

    def _title(self, section: str) -> str:
        return self._form.editor(section).accessibleName()
