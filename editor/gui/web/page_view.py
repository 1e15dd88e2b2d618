"""Page view: shows the page of a review in a sandbox and updates it part by part."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from editor.gui.theme import Theme
from editor.gui.web.page_cover import PageCover
from editor.gui.web.sandbox_profile import (
    BASE,
    SandboxedPage,
    make_sandbox_profile,
    register_scheme,
)
from editor.gui.web.scroll_bar import scroll_bar_script
from editor.gui.web.software_renderer import forget_renderer_variable, use_software_renderer
from editor.gui.widgets.edit_target import EditTarget
from editor.gui.widgets.focus_ring import RINGED
from editor.gui.widgets.wheel_zoom import WheelZoom

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_FOLLOW_MS = 150
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
  if (!part) return false;
  const box = part.getBoundingClientRect();
  const line = box.top + box.height * share;
  if (line < 40 || line > window.innerHeight - 60)
    window.scrollBy({top: line - window.innerHeight / 3, behavior: 'instant'});
  return true;
})"""


class PageView(QWidget):
    """Shows the page of a review.

    The page is loaded once per review. An edit replaces only the parts that it has changed, so that
    nothing flickers and the scroll position is kept.
    """

    link_clicked = Signal(QUrl)
    """A link that leads out of the page was clicked."""
    zoom_requested = Signal(int)
    """The writer zooms by this number of steps, negative to make the page smaller."""
    updated = Signal()
    """The page shows what was passed to ``load``, ``reload`` or ``update_parts`` last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Vorschau"))
        use_software_renderer()
        register_scheme()
        self._view = QWebEngineView(self)
        # Created after the view, so that Qt deletes it after the view and its page.
        self._profile = make_sandbox_profile(self)
        self._page = SandboxedPage(self._profile, self.link_clicked.emit, self._view)
        self._view.setPage(self._page)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._page.loadFinished.connect(self._load_finished)
        self._ready = False
        self._percent = 100
        self._wheel_target: QWidget | None = None
        self._parts: dict[str, str] = {}
        """The parts on the page."""
        self._pending_parts: Mapping[str, str] | None = None
        """Parts to show when the page has been loaded."""
        self._position = ("", 0.0)
        """Part to scroll to and the fraction of it, see ``follow``."""
        self._scroll_when_shown = False
        self._scroll_when_loaded = False
        self._scroll_when_updated = False
        """Whether the part to scroll to was not on the page: its text comes with an update."""
        self._being_shown = False
        self._scroll_offset = 0.0
        """Vertical scroll position before the page was loaded again, in CSS pixels."""
        self._cover = PageCover(self)
        # The cursor moves with every key; the page follows when the writer pauses.
        self._scroll_timer = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._scroll_timer.timeout.connect(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self.setProperty(RINGED, True)  # noqa: FBT003 - Qt's signature

    def set_background(self, color: QColor) -> None:
        """Show ``color`` where there is no page, so that loading one does not flash."""
        self._page.setBackgroundColor(color)
        self._cover.set_background(color)

    def set_theme(self, theme: Theme) -> None:
        """Show the scroll bar in ``theme``; the page has a theme of its own."""
        self._theme = theme
        self._show_scroll_bar()

    def load(self, page: str, parts: Mapping[str, str], folder: Path | None) -> None:
        """Show the HTML ``page`` of another review; ``parts`` are its parts by id.

        Images are loaded from ``folder``, none when it is None.
        """
        self._scroll_offset = 0.0
        # The page before may have scrolled to the place of the writer already.
        self._scroll_when_loaded = bool(self._position[0])
        self._show(page, parts, folder)

    def reload(self, page: str, parts: Mapping[str, str], folder: Path | None) -> None:
        """Show a new page of the same review and keep the scroll position; see ``load``."""
        if self._ready:
            self._scroll_offset = self._page.scrollPosition().y() / self._page.zoomFactor()
        self._show(page, parts, folder)

    def update_parts(self, parts: Mapping[str, str]) -> None:
        """Make ``parts`` the parts of the page: HTML by id, in their order on the page."""
        if not self._ready:
            self._pending_parts = parts
            return
        changed = {
            key: parts.get(key)
            for key in {*parts, *self._parts}
            if parts.get(key) != self._parts.get(key)
        }
        moved = list(parts) != [key for key in self._parts if key in parts]
        self._parts = dict(parts)
        if changed or moved:
            self._run(_REPLACE, changed, list(parts))
        else:
            self.updated.emit()

    def follow(self, part: str, fraction: float) -> None:
        """Scroll, after a pause, until ``fraction`` (0 to 1) of the part ``part`` is visible."""
        self._position = (part, fraction)
        self._scroll_timer.start()

    def set_zoom(self, percent: int) -> None:
        """Show the page at ``percent`` of its size."""
        self._percent = percent
        self._view.setZoomFactor(percent / 100)
        self._show_scroll_bar()

    def edit_target(self) -> EditTarget:
        """Return the target of the edit menu: what is selected on the page can be copied."""
        action = QWebEnginePage.WebAction
        return EditTarget(
            copy=partial(self._view.triggerPageAction, action.Copy),
            select_all=partial(self._view.triggerPageAction, action.SelectAll),
            selected=self._view.hasSelection(),
            changed=self._page.selectionChanged,
        )

    def print_to(self, printer: QPrinter, done: Callable[[bool], None]) -> None:
        """Print the page, and call ``done`` later with whether that has worked."""
        single = Qt.ConnectionType.SingleShotConnection
        self._view.printFinished.connect(done, single)
        self._view.print(printer)

    def print_to_pdf(self, path: Path, done: Callable[[bool], None]) -> None:
        """Write the page to ``path``, and call ``done`` later with whether that has worked."""
        single = Qt.ConnectionType.SingleShotConnection
        self._view.pdfPrintingFinished.connect(lambda _, success: done(success), single)
        self._view.printToPdf(str(path))

    def evaluate(self, script: str, done: Callable[[Any], None]) -> None:
        """Run ``script`` apart from scripts of the page, and call ``done`` with its value."""
        self._page.runJavaScript(script, _WORLD, done)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard focus on to the page.

        Not by a focus proxy, with which Tab would come here from anywhere before it.
        """
        self._view.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to where the writer has moved to while the page was hidden."""
        super().showEvent(event)
        if self._scroll_when_shown:
            self._scroll_timer.start()
        self._being_shown = True
        QTimer.singleShot(0, self, self._was_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cover the page when it is shown again in another size."""
        super().resizeEvent(event)
        if self._ready and (self._being_shown or not self.isVisible()):
            self._cover.cover()

    # -- inside -----------------------------------------------------------------------------------

    def _show(self, page: str, parts: Mapping[str, str], folder: Path | None) -> None:
        self._ready = False
        self._parts = dict(parts)
        self._pending_parts = None
        self._page.set_folder(folder)
        self._page.setHtml(page, BASE)

    def _was_shown(self) -> None:
        self._being_shown = False
        self._page.runJavaScript("0", _WORLD, lambda _: self._cover.uncover())

    def _load_finished(self, _: bool) -> None:  # noqa: FBT001
        forget_renderer_variable()
        self._ready = True
        self._watch_wheel()
        self._view.setZoomFactor(self._percent / 100)
        self._show_scroll_bar()
        if self._scroll_offset:
            # A new page is left as it is: the writer may have scrolled it while it was loading.
            self._page.runJavaScript(f"window.scrollTo(0, {self._scroll_offset:.2f})", _WORLD)
        if self._scroll_when_loaded:
            self._scroll_when_loaded = False
            self._scroll()
        pending, self._pending_parts = self._pending_parts, None
        if pending is not None:
            self.update_parts(pending)
        else:
            self.updated.emit()

    def _show_scroll_bar(self) -> None:
        self._page.runJavaScript(scroll_bar_script(self._theme, self._percent / 100), _WORLD)

    def _watch_wheel(self) -> None:
        target = self._view.focusProxy()
        if target is not None and target is not self._wheel_target:
            self._wheel_target = target
            WheelZoom(target, target).zoomed.connect(self.zoom_requested)
            self._set_tab_order(target)
        if target is not None:
            target.setAccessibleName(self.accessibleName())

    def _set_tab_order(self, target: QWidget) -> None:
        """Give ``target``, which shows the page, the place of this widget in the tab order.

        The web view puts it last in the window. Tab would leave out what is between.
        """
        # In a tab order, Qt puts nothing behind a widget without a focus policy. That of the view
        # is that of its target as well; and where the view stays, Tab still goes to its target.
        for widget in (self, self._view):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabOrder(self, self._view)
        self.setTabOrder(self._view, target)
        for widget in (self, self._view):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _scroll(self) -> None:
        part, fraction = self._position
        self._scroll_when_shown = not self.isVisible()
        self._scroll_when_loaded |= not self._ready
        if self._ready and not self._scroll_when_shown:
            script = f"{_FOLLOW}({json.dumps(part)}, {fraction:.4f})"
            self._page.runJavaScript(script, _WORLD, self._note_scroll)

    def _note_scroll(self, found: object) -> None:
        self._scroll_when_updated = found is False

    def _run(self, function: str, *arguments: object) -> None:
        # JSON is valid JavaScript; "</script>" in it would only matter inside a script element.
        values = ", ".join(json.dumps(value) for value in arguments)
        self._page.runJavaScript(f"{function}({values})", _WORLD, lambda _: self._report_update())

    def _report_update(self) -> None:
        # Chromium answers late, perhaps when the window has closed.
        if isValid(self):
            if self._scroll_when_updated:
                self._scroll()
            self.updated.emit()
