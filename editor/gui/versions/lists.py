"""The versions of a review, the newest first, each with what it says of itself."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.gui.versions import when
from editor.gui.versions.loader import Described
from editor.review.form import Label
from editor.storage.backups import Version

translate = QCoreApplication.translate

_VERSION = Qt.ItemDataRole.UserRole
_NAMED = 2
"""Changed parts that a row names; the others are counted."""


class VersionList(QListWidget):
    """Shows versions; what each is beside the one before it arrives later."""

    version_chosen = Signal(object)
    """The Version that is current, None where there is none."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: dict[Path, QListWidgetItem] = {}
        self.setObjectName("versions.list")
        self.setAccessibleName(translate("Versions", "Fassungen"))
        self.setProperty("role", "list")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda *_: self.version_chosen.emit(self.current))

    @property
    def current(self) -> Version | None:
        """The version that is chosen."""
        item: QListWidgetItem | None = self.currentItem()
        return item.data(_VERSION) if item is not None else None

    def show_versions(self, versions: Iterable[Version]) -> None:
        """Show ``versions``; the one that is current stays it, the newest becomes it otherwise."""
        before = self.current
        blocked = self.blockSignals(True)  # noqa: FBT003
        self.clear()
        self._rows = {}
        for version in versions:
            item = QListWidgetItem(_first_line(version), self)
            item.setData(_VERSION, version)
            self._rows[version.file] = item
        known = before.file if before is not None else Path()
        self.setCurrentItem(self._rows.get(known) or self.item(0))
        self.blockSignals(blocked)
        self.version_chosen.emit(self.current)

    def describe(self, version: Version, found: Described) -> None:
        """Say what ``version`` is, if it is still shown."""
        item = self._rows.get(version.file)
        if item is not None:
            text = f"{_first_line(version)}\n{self._second_line(version, found)}"
            item.setText(text)
            item.setToolTip(text)

    def leave_out(self, version: Version) -> bool:
        """Show ``version`` no more; return whether it was shown."""
        item = self._rows.pop(version.file, None)
        if item is not None:
            self.takeItem(self.row(item))
        return item is not None

    def _second_line(self, version: Version, found: Described) -> str:
        number = QLocale().toString(found.words)
        words = (
            translate("Versions", "1 Wort")
            if found.words == 1
            else translate("Versions", "{n} Wörter").format(n=number)
        )
        elsewhere = translate("Versions", "von anderswo") if version.elsewhere else ""
        return " · ".join(filter(None, (words, elsewhere, self._changed(found.changed))))

    def _changed(self, labels: tuple[Label, ...] | None) -> str:
        if labels is None:
            return translate("Versions", "älteste Fassung")
        if not labels:
            return translate("Versions", "sonst wie davor")
        names = [label.text(self._language) for label in labels[:_NAMED]]
        more = len(labels) - len(names)
        parts = ", ".join(names) + (f" + {more}" if more else "")
        return translate("Versions", "anders: {parts}").format(parts=parts)


def _first_line(version: Version) -> str:
    ago = when.ago(version.taken, datetime.now(UTC))
    return " · ".join(filter(None, (when.at(version.taken), ago)))
