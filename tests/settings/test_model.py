"""Declarations of settings: one for each, complete and in both languages."""

import json
from dataclasses import asdict

import pytest

from editor.localized import Localized, language_set_to
from editor.settings import Settings, declared_settings, number_range
from editor.settings.declaration import (
    ACCEPTS,
    ChoiceSetting,
    DialogSetting,
    NumberSetting,
    Option,
    SettingGroup,
    SwitchSetting,
    TextSetting,
)
from editor.settings.model import FIELDS


def test_every_default_is_a_value_that_the_file_may_have() -> None:
    stored = json.loads(json.dumps(asdict(Settings())))
    assert [name for name, item in FIELDS.items() if not item.metadata[ACCEPTS](stored[name])] == []


def test_every_declaration_is_in_both_languages_and_says_what_the_setting_does() -> None:
    for name, it in declared_settings():
        texts = [it.label, it.description]
        if isinstance(it.kind, DialogSetting):
            texts.append(it.kind.button)
        assert all(text.german and text.english for text in texts), name
        assert it.description.german[-1] in ".!?", name
        assert it.description.english[-1] in ".!?", name


def test_settings_are_declared_group_by_group() -> None:
    groups = [declaration.group for _, declaration in declared_settings()]
    assert groups == sorted(groups, key=list(SettingGroup).index)


def test_a_number_has_a_range_and_perhaps_a_name_for_zero() -> None:
    assert number_range("text_size") == (8, 40)
    with pytest.raises(KeyError):
        number_range("author")
    size = NumberSetting(8, 40, " pt", automatic=Localized("passend", "fitting"))
    assert [value for value in (0, 7, 8, 40, 41, True, "8", None) if size.accepts(value)] == [
        0,
        8,
        40,
    ]
    assert not NumberSetting(8, 40, " pt").accepts(0)
    with language_set_to("en"):
        assert (size.format(0), size.format(12)) == ("fitting", "12 pt")


def test_values_are_named_in_the_current_language() -> None:
    choice = ChoiceSetting((Option("a", Localized("Eins", "One")),))
    assert (choice.accepts("a"), choice.accepts("b"), choice.accepts(["a"])) == (True, False, False)
    with language_set_to("en"):
        assert choice.format("a") == "One"
        assert SwitchSetting().format(value=True) == "on"
        assert TextSetting().format("") == "empty"
    assert choice.format("a") == "Eins"
