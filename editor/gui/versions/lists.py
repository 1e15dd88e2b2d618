"""The versions of a review, the newest first, each with what it says of itself."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.gui.theme import Theme
from editor.gui.versions.loader import VersionSummary
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate
from editor.localized import Localized
from editor.review.version_diff import ReviewPart
from editor.storage.backups import BackupVersion

WHOLE = ""
"""Key of the row that stands for everything."""


class PartList(QListWidget):
    """Shows everything, the facts and the sections as rows."""

    part_chosen = Signal(str)
    """The id of the part that is current, WHOLE for everything."""

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
        """The id of the part that is chosen."""
        item: QListWidgetItem | None = self.currentItem()
        return str(item.data(ItemRole.KEY)) if item is not None else WHOLE

    def show_parts(self, parts: Iterable[ReviewPart], *, whole_changed: bool) -> None:
        """Show those of ``parts`` that have a text; the one that is current stays it."""
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


def at(moment: datetime) -> str:
    """Return day and time of ``moment`` where the writer is: „22. Nov. 2026, 18:05“."""
    time = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
    return QLocale().toString(time, "d. MMM yyyy, HH:mm")


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ``moment`` is ago: „vor 2 Stunden“. Empty for what lies ahead."""
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
"""Changed parts that a row names; the others are counted."""


class VersionList(QListWidget):
    """Shows versions; what each is beside the one before it arrives later."""

    version_chosen = Signal(object)
    """The Version that is current, None where there is none."""

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
        """The version that is chosen."""
        item: QListWidgetItem | None = self.currentItem()
        return item.data(_VERSION) if item is not None else None

    def show_versions(self, versions: Iterable[BackupVersion]) -> None:
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

    def describe(self, version: BackupVersion, found: VersionSummary) -> None:
        """Say what ``version`` is, if it is still shown."""
        item = self._rows.get(version.file)
        if item is not None:
            text = f"{_first_line(version)}\n{self._second_line(version, found)}"
            item.setText(text)
            item.setToolTip(text)

    def leave_out(self, version: BackupVersion) -> bool:
        """Show ``version`` no more; return whether it was shown."""
        item = self._rows.pop(version.file, None)
        if item is not None:
            self.takeItem(self.row(item))
        return item is not None

    def _second_line(self, version: BackupVersion, found: VersionSummary) -> str:
        number = QLocale().toString(found.words)
        words = (
            translate("VersionsController", "1 Wort")
            if found.words == 1
            else translate("VersionsController", "{n} Wörter").format(n=number)
        )
        elsewhere = translate("VersionsController", "von anderswo") if version.is_foreign else ""
        return " · ".join(filter(None, (words, elsewhere, self._changed(found.changed))))

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
    age = ago(version.taken, datetime.now(UTC))
    return " · ".join(filter(None, (at(version.taken), age)))
