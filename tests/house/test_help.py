"""The help names what the window has, in both languages."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from editor.paths import resource
from editor.settings.declaration import SettingGroup

_CODE = re.compile(r"`[^`]*`")
_NAME = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
_PLACE = re.compile(r"\{#?\w+\}")


def text(language: str) -> str:
    return resource("help", f"{language}.md").read_text("utf-8")


def plain(label: str) -> str:
    return label.replace("&", "").removesuffix("…").strip()


def labels(language: str) -> Iterator[str]:
    root = ET.parse(resource("translations", "rezensent_en.ts")).getroot()  # noqa: S314 - our file
    for message in root.iter("message"):
        yield plain(message.findtext("source" if language == "de" else "translation", ""))
    for group in SettingGroup:
        yield group.value.german if language == "de" else group.value.english


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
