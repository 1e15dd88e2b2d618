"""The live preview: the page that HTML export would write, renewed part by part."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from editor.gui.web.sandbox_profile import BASE, PreviewPage, make_profile
from editor.gui.widgets.wheel_zoom import WheelZoom

_FRAMES_MS = 50
"""Chromium answers before it has drawn: by then, what it has drawn is on the screen."""


class Curtain(QWidget):
    """Covers the page, which would be seen in its old size and smeared over the new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview.curtain")
        self._page = parent
        self.setAutoFillBackground(True)
        self.hide()
        self._opening = QTimer(self, singleShot=True, interval=_FRAMES_MS)
        self._opening.timeout.connect(self.hide)

    def set_ground(self, color: QColor) -> None:
        """Look like the page where nothing is written."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, color)
        self.setPalette(palette)

    def draw(self) -> None:
        """Cover the page."""
        self.setGeometry(self._page.rect())
        self._opening.stop()
        self.raise_()
        self.show()

    def open(self) -> None:
        """Show the page, now that it knows its size."""
        if self.isVisible():
            self._opening.start()


_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_FOLLOW_MS = 150
_THIN_SCROLL_BAR = "document.documentElement.style.scrollbarWidth = 'thin'"
_REPLACE = """
(function (parts, order) {
  const text = document.querySelector('.e-description');
  const part = id => id === 'header' ? document.querySelector('article > header')
                                     : document.getElementById(id);
  for (const [id, html] of Object.entries(parts)) {
    let element = part(id);
    if (html === null) { if (element) element.remove(); continue; }
    if (!element) {
      element = document.createElement(id === 'introduction' ? 'div' : 'section');
      element.id = id;
      const later = order.slice(order.indexOf(id) + 1).map(part).find(node => node);
      if (later) later.before(element); else text.append(element);
    }
    element.innerHTML = html;
  }
  const wanted = order.slice(1).map(part),
        found = wanted.map(node => [...text.children].indexOf(node));
  if (found.some((place, index) => index && place < found[index - 1]))
    wanted.forEach(node => text.append(node));
})"""
_FOLLOW = """
(function (id, share) {
  const part = id === 'facts' ? document.querySelector('header') : document.getElementById(id);
  if (!part) return;
  const box = part.getBoundingClientRect();
  const line = box.top + box.height * share;
  if (line < 40 || line > window.innerHeight - 60)
    window.scrollBy({top: line - window.innerHeight / 3, behavior: 'instant'});
})"""


class Preview(QWidget):
    """Shows the page.

    It is loaded once per review; an edit replaces only the parts that it changed, so that nothing
    flickers and the scroll position stays.
    """

    link_clicked = Signal(QUrl)
    zoom_asked = Signal(int)
    """The page is to be shown larger by so many steps, below 0 smaller."""
    updated = Signal()
    """The page shows the parts that were handed over last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Vorschau"))
        self._view = QWebEngineView(self)
        # Made after the view, so that Qt deletes it after the view and its page.
        self._profile = make_profile(self)
        self._page = PreviewPage(self._profile, self.link_clicked.emit, self._view)
        self._view.setPage(self._page)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._page.loadFinished.connect(self._loaded)
        self._ready = False
        self._percent = 100
        self._watched: QWidget | None = None
        self._shown: dict[str, str] = {}
        self._place = ("", 0.0)
        self._late = False
        self._coming = False
        self._scrolled = 0.0
        """How far down the page was before it was loaded anew, in its own pixels."""
        self._curtain = Curtain(self)
        # Who types moves the cursor with every key; the page follows when there is a moment.
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._follow.timeout.connect(self._scroll)
        self._waiting: Mapping[str, str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self.setFocusProxy(self._view)

    def set_ground(self, color: QColor) -> None:
        """Show ``color`` where the page does not reach, so that loading does not flash."""
        self._page.setBackgroundColor(color)
        self._curtain.set_ground(color)

    def load(self, page: str, parts: Mapping[str, str], folder: Path | None) -> None:
        """Show another page, whose parts are ``parts``; images come from ``folder``."""
        self._scrolled = 0.0
        self._show(page, parts, folder)

    def reload(self, page: str, parts: Mapping[str, str], folder: Path | None) -> None:
        """Show the page as it looks now, where the writer has scrolled it to."""
        if self._ready:
            self._scrolled = self._page.scrollPosition().y() / self._page.zoomFactor()
        self._show(page, parts, folder)

    def _show(self, page: str, parts: Mapping[str, str], folder: Path | None) -> None:
        self._ready = False
        self._shown = dict(parts)
        self._waiting = None
        self._page.set_folder(folder)
        self._page.setHtml(page, BASE)

    def update_parts(self, parts: Mapping[str, str]) -> None:
        """Replace the parts of the page that differ from ``parts``."""
        if not self._ready:
            self._waiting = parts
            return
        changed = {
            key: parts.get(key)
            for key in {*parts, *self._shown}
            if parts.get(key) != self._shown.get(key)
        }
        moved = list(parts) != [key for key in self._shown if key in parts]
        self._shown = dict(parts)
        if changed or moved:
            self._run(_REPLACE, changed, list(parts))
        else:
            self.updated.emit()

    def follow(self, part: str, share: float) -> None:
        """Scroll so that the place ``share`` (0 to 1) into ``part`` can be seen, in a moment."""
        self._place = (part, share)
        self._follow.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Go to where the writer has been while nothing of the page was to be seen."""
        super().showEvent(event)
        if self._late:
            self._follow.start()
        self._coming = True
        QTimer.singleShot(0, self, self._came)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cover the page where it comes in another size than it went."""
        super().resizeEvent(event)
        if self._ready and (self._coming or not self.isVisible()):
            self._curtain.draw()

    def _came(self) -> None:
        self._coming = False
        self._page.runJavaScript("0", _WORLD, lambda _: self._drawn())

    def _drawn(self) -> None:
        # Chromium answers late, perhaps when the window has closed.
        if isValid(self):
            self._curtain.open()

    def zoom(self, percent: int) -> None:
        """Show the page at another size, in per cent."""
        self._percent = percent
        self._view.setZoomFactor(percent / 100)

    def print_to(self, printer: QPrinter, done: Callable[[bool], None]) -> None:
        """Print the page; ``done`` is told later whether that has worked."""
        single = Qt.ConnectionType.SingleShotConnection
        self._view.printFinished.connect(done, single)
        self._view.print(printer)

    def print_to_pdf(self, path: Path, done: Callable[[bool], None]) -> None:
        """Write the page as a PDF; ``done`` is told later whether that has worked."""
        single = Qt.ConnectionType.SingleShotConnection
        self._view.pdfPrintingFinished.connect(lambda _, success: done(success), single)
        self._view.printToPdf(str(path))

    def evaluate(self, script: str, done: Callable[[Any], None]) -> None:
        """Hand the value of ``script``, run in a world of its own, to the callable ``done``."""
        self._page.runJavaScript(script, _WORLD, done)

    def _watch(self) -> None:
        target = self._view.focusProxy()
        if target is not None and target is not self._watched:
            self._watched = target
            WheelZoom(target, target).asked.connect(self.zoom_asked)

    def _loaded(self, _: bool) -> None:  # noqa: FBT001
        self._ready = True
        self._watch()
        self._view.setZoomFactor(self._percent / 100)
        self._page.runJavaScript(_THIN_SCROLL_BAR, _WORLD)
        if self._scrolled:
            # Another page stays where it is: somebody may have scrolled it while it was loading.
            self._page.runJavaScript(f"window.scrollTo(0, {self._scrolled:.2f})", _WORLD)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.update_parts(waiting)
        else:
            self.updated.emit()

    def _scroll(self) -> None:
        part, share = self._place
        self._late = not self.isVisible()
        if self._ready and not self._late:
            self._page.runJavaScript(f"{_FOLLOW}({json.dumps(part)}, {share:.4f})", _WORLD)

    def _run(self, function: str, *arguments: object) -> None:
        # JSON is JavaScript, but for a closing tag that would end a script element; this is none.
        values = ", ".join(json.dumps(value) for value in arguments)
        self._page.runJavaScript(f"{function}({values})", _WORLD, lambda _: self._updated())

    def _updated(self) -> None:
        # Chromium answers late, perhaps when the window has closed.
        if isValid(self):
            self.updated.emit()
