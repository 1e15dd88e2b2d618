"""Actions that stand for settings, as the settings declare them."""

from editor.gui.program import Program
from editor.settings import declared_settings
from editor.settings.declaration import ChoiceSetting, SwitchSetting
from tests.gui.actions import press

OPTIONS = [
    (option.action, name, option.value)
    for name, declaration in declared_settings()
    if isinstance(declaration.kind, ChoiceSetting)
    for option in declaration.kind.options
    if option.action
]
SWITCHES = [
    (declaration.kind.action, name)
    for name, declaration in declared_settings()
    if isinstance(declaration.kind, SwitchSetting) and declaration.kind.action
]


def test_every_option_and_switch_with_an_action_follows_it_and_is_followed(
    unchecked: Program,
) -> None:
    actions = unchecked.session.actions
    assert len(OPTIONS) > 10
    for action, name, value in OPTIONS:
        press(unchecked, action)
        assert getattr(unchecked.settings, name) == value
        assert [other for other, of, _ in OPTIONS if of == name and actions[other].isChecked()] == [
            action
        ]
    for action, name in SWITCHES:
        before = getattr(unchecked.settings, name)
        press(unchecked, action)
        assert getattr(unchecked.settings, name) is not before
        unchecked.settings_store.change(**{name: before})
        assert actions[action].isChecked() is before
