"""Commands of the palette: the actions of the window, and jumps to the parts of the form."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form.form_page import FACTS, FormPage
from editor.gui.host_window import HostWindow
from editor.gui.settings_store import SettingsStore
from editor.gui.workspace.commands import Command, action_commands, jumps

if TYPE_CHECKING:
    from editor.gui.workspace.command_palette import CommandPalette

_REMEMBERED = 12
"""Commands that come first in the list because they were used last."""


class PaletteController(QObject):
    """Opens the palette, and runs and remembers the command that is chosen."""

    def __init__(
        self,
        document: Document,
        form: FormPage,
        actions: Actions,
        settings_store: SettingsStore,
        window: HostWindow,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._form = form
        self._actions = actions
        self._settings_store = settings_store
        self._window = window
        self._palette: CommandPalette | None = None

    def open(self) -> None:
        """Show the palette over the window."""
        if self._palette is None:
            self._palette = self._make_palette()
        self._palette.open(self._window.theme)

    def _make_palette(self) -> "CommandPalette":
        # Imported on request: the window starts without the palette.
        from editor.gui.workspace.command_palette import CommandPalette  # noqa: PLC0415

        palette = CommandPalette(
            self._commands,
            lambda: self._settings_store.settings.commands,
            self._window.theme,
            self._window,
        )
        palette.chosen.connect(self._run)
        return palette

    def _commands(self) -> list[Command]:
        return [*self._jumps(), *action_commands(self._actions)]

    def _jumps(self) -> Iterator[Command]:
        form = self._document.form
        sections = {
            key: self.tr("Abschnitt: {section}").format(section=field.label.text())
            for key in self._form.visible_sections
            if (field := form.section(key)) is not None
        }
        facts = {
            f"{FACTS}.{item.key}": self.tr("Angabe: {fact}").format(fact=item.label.text())
            for item in form.facts
        }
        yield from jumps({FACTS: self.tr("Angaben"), **sections}, self._form.jump)
        yield from jumps(facts, self._go_to_fact)

    def _go_to_fact(self, place: str) -> None:
        self._form.go_to_fact(place.removeprefix(f"{FACTS}."))

    def _run(self, command: Command) -> None:
        others = [name for name in self._settings_store.settings.commands if name != command.id]
        self._settings_store.change(commands=(command.id, *others)[:_REMEMBERED])
        command.run()
