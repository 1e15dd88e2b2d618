"""The help names what the window has, in both languages."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from editor.gui.menus.declaration import plain
from editor.gui.menus.menu_bar import menu_bar
from editor.paths import resource
from editor.settings.declaration import SettingGroup
from tests.house.texts import all_texts

_CODE = re.compile(r"`[^`]*`")
_NAME = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
_PLACE = re.compile(r"\{#?\w+\}")
_WAY = re.compile(r"[„“*]([^„“”*\n]*▸[^„“”*\n]*)[“”*]")
SETTINGS = {"de": ("Bearbeiten", "Einstellungen"), "en": ("Edit", "Settings")}


def text(language: str) -> str:
    return resource("help", f"{language}.md").read_text("utf-8")


def labels(language: str) -> Iterator[str]:
    root = ET.parse(resource("translations", "rezensent_en.ts")).getroot()  # noqa: S314 - our file
    for message in root.iter("message"):
        yield plain(message.findtext("source" if language == "de" else "translation", ""))
    for group in SettingGroup:
        yield group.value.german if language == "de" else group.value.english


def ways(language: str) -> set[tuple[str, ...]]:
    """Return the ways to all menus and actions, and to the groups of the settings."""
    root = ET.parse(resource("translations", "rezensent_en.ts")).getroot()  # noqa: S314 - our file
    messages = root.iterfind("context[name='Actions']/message")
    english = {m.findtext("source"): m.findtext("translation", "") for m in messages}
    ways: set[tuple[str, ...]] = set()
    for menu in menu_bar():
        for action, path in menu.actions():
            texts = (*path, action.text)
            names = tuple(plain(english.get(t, t) if language == "en" else t) for t in texts)
            ways |= {names[:end] for end in range(2, len(names) + 1)}
    for group in SettingGroup:
        name = group.value.german if language == "de" else group.value.english
        ways.add((*SETTINGS[language], name))
    return ways


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_way_through_the_menus_leads_somewhere(language: str) -> None:
    said = text(language)
    for item in all_texts():
        said += f"\n{item.german if language == 'de' else item.english}"
    named = {tuple(part.strip() for part in way.split("▸")) for way in _WAY.findall(said)}
    assert len(named) > 12
    assert named - ways(language) == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_names_in_the_help_are_those_of_the_window(language: str) -> None:
    known = set(labels(language))
    names = {
        part.strip()
        for name in _NAME.findall(_CODE.sub("", text(language)))
        for part in name.split("▸")
    }
    assert len(names) > 20
    assert names - known == set()


def test_both_languages_have_the_same_paragraphs_keys_and_places() -> None:
    german, english = (text(language).splitlines() for language in ("de", "en"))
    assert len(german) == len(english)
    pairs = zip(german, english, strict=True)
    differing = [
        (one, other)
        for one, other in pairs
        if sorted(_PLACE.findall(one)) != sorted(_PLACE.findall(other))
    ]
    assert differing == []
