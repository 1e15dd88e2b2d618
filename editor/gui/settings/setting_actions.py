"""Actions that stand for settings: one of several, or on and off."""

from collections.abc import Callable, Mapping

from editor.gui.actions import Actions
from editor.gui.settings_store import SettingsStore
from editor.settings import Settings

_ONE_OF: Mapping[str, Mapping[str, object]] = {
    "variant": {"variant_de_de": "de-DE", "variant_de_at": "de-AT", "variant_de_ch": "de-CH"},
    "language": {"language_de": "de", "language_en": "en"},
    "theme": {"theme_system": "system", "theme_light": "light", "theme_dark": "dark"},
    "quotes": {"quotes_german": "„“", "quotes_book": "»«", "quotes_swiss": "«»"},
}
"""Settings with the verbs of the actions that choose each value."""
_ON_OFF = {
    "picky": "picky",
    "style": "style",
    "restore_session": "restore_session",
    "typography_quotes": "typography_quotes",
    "typography_dashes": "typography_dashes",
    "typography_ellipsis": "typography_ellipsis",
    "typography_spaces": "typography_spaces",
}
"""Verbs of actions with the setting that each switches on and off."""


class SettingActions:
    """Keeps those actions and the settings the same."""

    def __init__(self, settings_store: SettingsStore, actions: Actions) -> None:
        self._settings_store = settings_store
        self._actions = actions

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        chosen = {
            verb: self._choose(name, value)
            for name, values in _ONE_OF.items()
            for verb, value in values.items()
        }
        return chosen | {verb: self._switch(verb, name) for verb, name in _ON_OFF.items()}

    def show(self, settings: Settings) -> None:
        """Check the actions as ``settings`` are."""
        for name, values in _ONE_OF.items():
            for verb, value in values.items():
                self._actions[verb].setChecked(getattr(settings, name) == value)
        for verb, name in _ON_OFF.items():
            self._actions[verb].setChecked(getattr(settings, name))

    def _choose(self, name: str, value: object) -> Callable[[], object]:
        return lambda: self._settings_store.change(**{name: value})

    def _switch(self, verb: str, name: str) -> Callable[[], object]:
        return lambda: self._settings_store.change(**{name: self._actions[verb].isChecked()})
