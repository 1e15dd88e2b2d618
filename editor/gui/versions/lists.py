"""Lists of the versions of a review, and of the parts of a version."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.gui.theme import Theme
from editor.gui.versions.loader import VersionSummary
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate
from editor.localized import Localized
from editor.review.versions.version_diff import ReviewPart
from editor.storage.backups import BackupVersion

WHOLE = ""
"""Key of the row for the whole review."""


class PartList(QListWidget):
    """Shows the whole review, its facts and its sections as rows."""

    part_chosen = Signal(str)
    """Emitted with the id of the current part, WHOLE for the whole review."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("versions.parts")
        self.setAccessibleName(translate("VersionsController", "Abschnitte"))
        self.setProperty("role", "list")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ListDelegate(theme, self))
        self.currentItemChanged.connect(lambda *_: self.part_chosen.emit(self.current))

    @property
    def current(self) -> str:
        """The id of the current part."""
        item: QListWidgetItem | None = self.currentItem()
        return str(item.data(ItemRole.KEY)) if item is not None else WHOLE

    def show_parts(self, parts: Iterable[ReviewPart], *, whole_changed: bool) -> None:
        """Show those of ``parts`` that have a text; the current part stays current."""
        before = self.current
        blocked = self.blockSignals(True)  # noqa: FBT003
        self.clear()
        self._add(WHOLE, translate("VersionsController", "Ganze Rezension"), changed=whole_changed)
        for part in parts:
            if part.then or part.now:
                self._add(part.id, part.label.text(), changed=part.changed)
        rows = map(self.item, range(self.count()))
        self.setCurrentItem(
            next((row for row in rows if row.data(ItemRole.KEY) == before), self.item(0))
        )
        self.blockSignals(blocked)
        self.part_chosen.emit(self.current)

    def _add(self, key: str, label: str, *, changed: bool) -> None:
        side = (
            translate("VersionsController", "anders")
            if changed
            else translate("VersionsController", "gleich")
        )
        item = QListWidgetItem(label, self)
        item.setData(ItemRole.KEY, key)
        item.setData(ItemRole.SIDE, side)
        item.setData(ItemRole.QUIET, not changed)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label}, {side}")


_MINUTE, _HOUR, _DAY, _WEEK = 60, 3_600, 86_400, 604_800


def format_time(moment: datetime) -> str:
    """Return ``moment`` in the local time zone, for example “22. Nov. 2026, 18:05”."""
    time = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
    return QLocale().toString(time, translate("VersionsController", "d. MMM yyyy, HH:mm"))


def format_age(moment: datetime, now: datetime) -> str:
    """Return how long ago ``moment`` was, for example “vor 2 Stunden”; empty for the future."""
    seconds = (now - moment).total_seconds()
    if seconds < 0:
        return ""
    if seconds < _MINUTE:
        return translate("VersionsController", "gerade eben")
    one, many = _units()
    length = next(size for size in (_WEEK, _DAY, _HOUR, _MINUTE) if seconds >= size)
    n = int(seconds // length)
    return one[length] if n == 1 else many[length].format(n=n)


def _units() -> tuple[dict[int, str], dict[int, str]]:
    one = {
        _MINUTE: translate("VersionsController", "vor 1 Minute"),
        _HOUR: translate("VersionsController", "vor 1 Stunde"),
        _DAY: translate("VersionsController", "vor 1 Tag"),
        _WEEK: translate("VersionsController", "vor 1 Woche"),
    }
    many = {
        _MINUTE: translate("VersionsController", "vor {n} Minuten"),
        _HOUR: translate("VersionsController", "vor {n} Stunden"),
        _DAY: translate("VersionsController", "vor {n} Tagen"),
        _WEEK: translate("VersionsController", "vor {n} Wochen"),
    }
    return one, many


translate = QCoreApplication.translate

_VERSION = Qt.ItemDataRole.UserRole
_NAMED = 2
"""Most changed parts that a row names; the others are counted."""


class VersionList(QListWidget):
    """Shows versions, the newest first; their summaries arrive later."""

    version_chosen = Signal(object)
    """Emitted with the current BackupVersion, None if there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[Path, QListWidgetItem] = {}
        self.setObjectName("versions.list")
        self.setAccessibleName(translate("VersionsController", "Fassungen"))
        self.setProperty("role", "list")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda *_: self.version_chosen.emit(self.current))

    @property
    def current(self) -> BackupVersion | None:
        """The current version."""
        item: QListWidgetItem | None = self.currentItem()
        return item.data(_VERSION) if item is not None else None

    def show_versions(self, versions: Iterable[BackupVersion]) -> None:
        """Show ``versions``; the current one stays current if it is there, else the newest."""
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

    def show_summary(self, version: BackupVersion, summary: VersionSummary) -> None:
        """Show the summary of ``version``, if it is still in the list."""
        item = self._rows.get(version.file)
        if item is not None:
            text = f"{_first_line(version)}\n{self._second_line(version, summary)}"
            item.setText(text)
            item.setToolTip(text)

    def remove_version(self, version: BackupVersion) -> bool:
        """Remove the row of ``version``; return whether there was one."""
        item = self._rows.pop(version.file, None)
        if item is not None:
            self.takeItem(self.row(item))
        return item is not None

    def _second_line(self, version: BackupVersion, summary: VersionSummary) -> str:
        number = QLocale().toString(summary.words)
        words = (
            translate("VersionsController", "1 Wort")
            if summary.words == 1
            else translate("VersionsController", "{n} Wörter").format(n=number)
        )
        elsewhere = translate("VersionsController", "von anderswo") if version.is_foreign else ""
        return " · ".join(filter(None, (words, elsewhere, self._changed(summary.changed))))

    def _changed(self, labels: tuple[Localized, ...] | None) -> str:
        if labels is None:
            return translate("VersionsController", "älteste Fassung")
        if not labels:
            return translate("VersionsController", "sonst wie davor")
        names = [label.text() for label in labels[:_NAMED]]
        more = len(labels) - len(names)
        parts = ", ".join(names) + (f" + {more}" if more else "")
        return translate("VersionsController", "anders: {parts}").format(parts=parts)


def _first_line(version: BackupVersion) -> str:
    age = format_age(version.taken, datetime.now(UTC))
    return " · ".join(filter(None, (format_time(version.taken), age)))
