"""Action that unfolds and folds the facts, and the memory for the further ones."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt

from editor.gui.actions import Actions
from editor.gui.form.form_page import FACTS, FormPage
from editor.gui.settings_store import SettingsStore


class FactsActions(QObject):
    """Unfolds the facts with the keyboard focus in the first one, and gives it back afterwards."""

    def __init__(self, form: FormPage, actions: Actions, settings_store: SettingsStore) -> None:
        super().__init__(form)
        self._form = form
        self._action = actions["facts"]
        self._section = ""
        form.current_changed.connect(self._note_section)
        form.facts_folded.connect(self._show)
        form.set_further_facts(unfolded=settings_store.settings.further_facts)
        form.further_changed.connect(lambda on: self._remember(settings_store, on))

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"facts": self._toggle}

    def _toggle(self) -> None:
        form = self._form
        form.build()
        if form.facts.folded or not form.facts.isVisible():
            form.jump(FACTS)
        else:
            inside = form.current == FACTS
            form.facts.set_folded(folded=True)
            if inside:
                self._go_back()
        self._show(form.facts.folded)

    def _go_back(self) -> None:
        card = self._form.cards.get(self._section)
        if card is None:
            self._form.focus_start()
        else:
            card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._form.scroller.show_cursor(card.editor)

    def _note_section(self, place: str) -> None:
        if place != FACTS:
            self._section = place

    def _show(self, folded: bool) -> None:  # noqa: FBT001 - the slot of a signal
        self._action.setChecked(not folded)

    def _remember(self, store: SettingsStore, unfolded: bool) -> None:  # noqa: FBT001
        store.change(further_facts=unfolded)
        self._form.set_further_facts(unfolded=unfolded)
