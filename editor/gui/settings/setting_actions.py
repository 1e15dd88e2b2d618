"""Checkable actions that stand for settings: switches, and the options of choices."""

from collections.abc import Callable, Iterator, Mapping

from editor.gui.actions import Actions
from editor.gui.settings_store import SettingsStore
from editor.settings import Settings, declared_settings
from editor.settings.declaration import ChoiceSetting, SwitchSetting


class SettingActions:
    """Keeps those actions and the settings the same."""

    def __init__(self, settings_store: SettingsStore, actions: Actions) -> None:
        self._settings_store = settings_store
        self._actions = actions
        self._options = tuple(_options())
        self._switches = tuple(_switches())

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        options = {action: self._choose(name, value) for action, name, value in self._options}
        return options | {action: self._switch(action, name) for action, name in self._switches}

    def show(self, settings: Settings) -> None:
        """Check the actions as ``settings`` are."""
        for action, name, value in self._options:
            self._actions[action].setChecked(getattr(settings, name) == value)
        for action, name in self._switches:
            self._actions[action].setChecked(getattr(settings, name))

    def _choose(self, name: str, value: str) -> Callable[[], object]:
        return lambda: self._settings_store.change(**{name: value})

    def _switch(self, action: str, name: str) -> Callable[[], object]:
        return lambda: self._settings_store.change(**{name: self._actions[action].isChecked()})


def _options() -> Iterator[tuple[str, str, str]]:
    """Yield the action of each option, with the setting and the value that it chooses."""
    for name, declaration in declared_settings():
        if isinstance(declaration.kind, ChoiceSetting):
            for option in declaration.kind.options:
                if option.action:
                    yield option.action, name, option.value


def _switches() -> Iterator[tuple[str, str]]:
    """Yield the action of each switch, with the setting that it turns on and off."""
    for name, declaration in declared_settings():
        if isinstance(declaration.kind, SwitchSetting) and declaration.kind.action:
            yield declaration.kind.action, name
