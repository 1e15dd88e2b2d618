"""All texts that a user reads, in German and in English."""

import ast
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from editor.paths import resource

_EDITOR = Path(__file__).parents[2] / "editor"
_CATALOGUE = ("translations", "de", "LC_MESSAGES", "rezensent.po")


class Text(NamedTuple):
    """A text in both languages, and where it is; ``{…}`` stands for what is filled in."""

    place: str
    german: str
    english: str


def window_texts() -> Iterator[Text]:
    """Yield the texts of the window's translation."""
    root = ET.parse(resource("translations", "rezensent_en.ts")).getroot()  # noqa: S314 - our file
    for context in root.iter("context"):
        for message in context.iter("message"):
            german, english = message.findtext("source", ""), message.findtext("translation", "")
            yield Text(context.findtext("name", ""), german, english)


def core_texts() -> Iterator[Text]:
    """Yield the pairs of sentences in calls such as ``Localized(german, english)``."""
    for path in sorted(_EDITOR.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and _is_bilingual(call):
                german, english = (_filled(item) for item in call.args[:2])
                if german and english:
                    yield Text(path.name, german, english)


def command_line_texts() -> Iterator[Text]:
    """Yield the texts of the command line."""
    entries = resource(*_CATALOGUE).read_text("utf-8").split("\n\n")
    for entry in entries[1:]:
        said = {"msgid": "", "msgstr": ""}
        for line in entry.splitlines():
            key, _, quoted = line.partition(" ")
            kind = key.partition("[")[0].removesuffix("_plural")
            if kind in said and quoted.startswith('"'):
                said[kind] = f"{said[kind]}\n{ast.literal_eval(quoted)}".strip()
        if said["msgid"]:
            yield Text("rezensent.po", said["msgstr"], said["msgid"])


def resource_texts() -> Iterator[Text]:
    """Yield labels, hints and explanations of forms, style rules and LanguageTool's rules."""
    for folder in ("forms", "languagetool"):
        for path in sorted(resource(folder).glob("*.toml")):
            yield from _pairs(path.name, tomllib.loads(path.read_text("utf-8")))


def all_texts() -> tuple[Text, ...]:
    """Return all texts but those of the help."""
    return (*window_texts(), *core_texts(), *command_line_texts(), *resource_texts())


def _is_bilingual(call: ast.Call) -> bool:
    name = ast.unparse(call.func).rpartition(".")[2]
    return len(call.args) > 1 and (name == "Localized" or name.endswith("Error"))


def _filled(item: ast.expr) -> str:
    match item:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_filled(part) or "{}" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            return f"{_filled(one)}\n{_filled(other)}"
    return ""


def _pairs(place: str, value: object) -> Iterator[Text]:
    if isinstance(value, dict):
        if isinstance(german := value.get("de"), str) and isinstance(value.get("en"), str):
            yield Text(place, german, value["en"])
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _pairs(place, item)
