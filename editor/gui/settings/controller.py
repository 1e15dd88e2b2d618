"""Controller of the settings window, which is built when it is first opened."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.errors import RezensentError
from editor.gui import dialogs
from editor.gui.actions import Actions
from editor.gui.host_window import HostWindow
from editor.gui.settings_store import SettingsStore
from editor.gui.user_dictionary import UserDictionary
from editor.gui.worker import Worker
from editor.proofing.dictionary import read_words, write_words
from editor.settings import Settings, home

if TYPE_CHECKING:
    from editor.gui.settings.setting import Setting
    from editor.gui.settings.window import SettingsWindow


class SettingsController(QObject):
    """Opens the settings window and applies the writer's choices."""

    def __init__(
        self,
        settings_store: SettingsStore,
        dictionary: UserDictionary,
        actions: Actions,
        window: HostWindow,
    ) -> None:
        super().__init__(window)
        self._settings_store, self._dictionary = settings_store, dictionary
        self._actions, self._window = actions, window
        self._settings_window: SettingsWindow | None = None
        self._worker = Worker(self, newest_only=False)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"settings": self.open}

    def open(self) -> None:
        """Show the settings window in front of all others."""
        window = self._settings_window = self._settings_window or self._make()
        window.show()
        window.raise_()
        window.activateWindow()

    def stop(self) -> None:
        """Wait for a word list that is being read or written."""
        self._worker.stop()

    def _make(self) -> "SettingsWindow":
        # The window is large, and the program starts without it.
        from editor.gui.settings.catalogue import catalogue  # noqa: PLC0415
        from editor.gui.settings.window import SettingsWindow  # noqa: PLC0415

        window = SettingsWindow(catalogue(), self._window.theme, self._window)
        window.offer(self._actions["install_checker"])
        window.chosen.connect(self._choose)
        window.dialog_requested.connect(lambda action: self._actions[action].trigger())
        self._settings_store.changed.connect(self._show_settings)
        self._settings_store.failed.connect(self._show_failure)
        words = window.dictionary
        words.changed.connect(
            lambda added, removed: self._dictionary.change(added=added, removed=removed)
        )
        words.import_requested.connect(self._ask_import)
        words.export_requested.connect(self._ask_export)
        self._dictionary.failed.connect(self._fail)
        self._dictionary.changed.connect(self._show_words)
        window.show_settings(self._settings_store.settings)
        words.show_words(self._dictionary.words)
        return window

    def _choose(self, setting: "Setting", value: object) -> None:
        self._settings_store.change(**setting.change(self._settings_store.settings, value))

    # Methods, not lambdas: the store outlives the window, and Qt disconnects methods of a deleted
    # controller.

    def _show_settings(self, _: Settings, now: Settings) -> None:
        if self._settings_window is not None:
            self._settings_window.show_settings(now)
            self._settings_window.say("")

    def _show_failure(self, error: RezensentError) -> None:
        if self._settings_window is not None:
            self._settings_window.say(error.text())

    def _show_words(self) -> None:
        if self._settings_window is not None:
            self._settings_window.dictionary.show_words(self._dictionary.words)

    # -- the dictionary ---------------------------------------------------------------------------

    def _ask_import(self) -> None:
        dialogs.ask_file(
            self._dialog,
            self.tr("Wörter importieren"),
            self._filters(),
            home(),
            lambda path: self._worker.submit(
                partial(read_words, path), self._import_words, self._fail
            ),
        )

    def _import_words(self, words: tuple[str, ...]) -> None:
        """Add the words of a file to the dictionary, and say how many are new."""
        new = set(words) - set(self._dictionary.words)
        self._dictionary.change(added=words)
        sentence = self.tr("Neu im Wörterbuch: {n}. Schon darin: {m}.")
        self._say(sentence.format(n=len(new), m=len(words) - len(new)))

    def _ask_export(self) -> None:
        def write(path: Path) -> None:
            words = self._dictionary.words
            job = partial(write_words, path, words)
            done = self.tr("Das Wörterbuch steht jetzt auch in {path}.").format(path=path)
            self._worker.submit(job, lambda _: self._say(done), self._fail)

        proposal = home() / self.tr("Wörterbuch.txt")
        title = self.tr("Wörterbuch exportieren")
        dialogs.ask_target(self._dialog, title, self._filters(), proposal, write)

    def _filters(self) -> str:
        return self.tr("Textdateien (*.txt);;Alle Dateien (*)")

    @property
    def _dialog(self) -> "SettingsWindow | HostWindow":
        return self._settings_window or self._window

    def _say(self, text: str) -> None:
        if self._settings_window is not None:
            self._settings_window.dictionary.say(text)

    def _fail(self, error: RezensentError) -> None:
        self._say(error.text())
