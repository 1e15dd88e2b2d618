"""Splitter whose parts stand one below the other where they have no room beside each other."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_ANY = 16_777_215
"""QWIDGETSIZE_MAX, the largest width of a part that may have any."""


class FoldingSplitter(QSplitter):
    """Splits horizontally while the parts have their least widths, vertically otherwise.

    A splitter within another one folds after it. One above the other each part is at least as high
    as its ``minimumSizeHint``, or as the height given to ``set_folded_heights``.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self._heights: tuple[int, ...] = ()
        self._largest: dict[QWidget, int] = {}
        """Largest widths of the parts beside each other, while they are folded."""

    @property
    def folded(self) -> bool:
        """Whether the parts stand one below the other."""
        return self.orientation() == Qt.Orientation.Vertical

    @property
    def unfolded_width(self) -> int:
        """Least width at which the parts stand beside each other."""
        parts, margins = self._parts(), self.contentsMargins()
        widths = (
            part.unfolded_width if isinstance(part, FoldingSplitter) else _least_width(part)
            for part in parts
        )
        handles = self.handleWidth() * (len(parts) - 1)
        return sum(widths) + handles + margins.left() + margins.right()

    def set_folded_heights(self, *heights: int) -> None:
        """Set the least height of each part while it stands above or below another one."""
        self._heights = heights

    def sizeHint(self) -> QSize:
        """Return Qt's hint without what parts would get beyond their largest widths."""
        hint = super().sizeHint()
        if not self.folded:
            beyond = (part.sizeHint().width() - part.maximumWidth() for part in self._parts())
            hint.setWidth(hint.width() - sum(width for width in beyond if width > 0))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part, and the height that the parts need as they stand."""
        parts, margins = self._parts(), self.contentsMargins()
        widest = max(map(_least_width, parts), default=0)
        width = widest + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        fold = self.unfolded_width > event.size().width()
        if fold != self.folded:
            self._lift_largest(lifted=fold)
            self.setOrientation(Qt.Orientation.Vertical if fold else Qt.Orientation.Horizontal)
            for part, height in zip(self._parts(), self._heights, strict=False):
                part.setMinimumHeight(height if fold else 0)
            for part in self._parts():
                if isinstance(part, FoldingSplitter):
                    part.setMinimumWidth(0 if fold else part.unfolded_width)
            self.updateGeometry()
        super().resizeEvent(event)
        self._trim()

    def _lift_largest(self, *, lifted: bool) -> None:
        """Let parts have any width: Qt makes no splitter wider than the narrowest of its rows."""
        for part in self._parts():
            if isinstance(part, FoldingSplitter):
                continue
            if lifted:
                self._largest[part] = part.maximumWidth()
                part.setMaximumWidth(_ANY)
            else:
                part.setMaximumWidth(self._largest.pop(part, _ANY))

    def event(self, event: QEvent) -> bool:
        """Lay out again what Qt has laid out after the event."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._trim()
        return handled

    def _trim(self) -> None:
        """Give the last part what others have beyond their largest widths, where Qt leaves it."""
        sizes, parts = self.sizes(), self._parts()
        if self.folded or not sizes:
            return
        trimmed = [min(size, part.maximumWidth()) for size, part in zip(sizes, parts, strict=True)]
        if trimmed[:-1] != sizes[:-1]:
            self.setSizes([*trimmed[:-1], sum(sizes) - sum(trimmed[:-1])])

    def _parts(self) -> list[QWidget]:
        parts = map(self.widget, range(self.count()))
        return [part for part in parts if part is not None]


def _least_width(part: QWidget) -> int:
    if isinstance(part, FoldingSplitter):
        return part.minimumSizeHint().width()
    return max(part.minimumWidth(), part.minimumSizeHint().width())
