"""Welcome room: what a window shows before there is a review, and for another one."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from editor.gui.context import SessionContext
from editor.gui.form.custom_forms_menu import CustomFormsMenu
from editor.gui.room import Room
from editor.gui.theme import Theme
from editor.gui.welcome.choices import earlier_choices, new_choices
from editor.gui.welcome.recent_reviews import RecentReview, read_recent
from editor.gui.worker import Worker
from editor.review.form import shipped_form_ids

if TYPE_CHECKING:
    from editor.gui.welcome.page import WelcomePage

_RECENT = 5
"""Most reviews that are offered again."""
_USABLE = frozenset(
    (
        *("new", "new_series", "new_film", "new_disc", "new_from", "new_window", "close"),
        *("open", "sample"),
        *("import", "import_clipboard", "recover", "versions", "restore_session", "quit"),
        *("settings", "quotes_german", "quotes_book", "quotes_swiss", "typography_quotes"),
        *("typography_dashes", "typography_ellipsis", "typography_spaces"),
        *("variant_de_de", "variant_de_at", "variant_de_ch", "picky"),
        *("restart_checker", "install_checker", "server", "full_screen"),
        *("theme_system", "theme_light", "theme_dark", "language_de", "language_en"),
        *("contrast_system", "contrast_normal", "contrast_high", "menu_bar"),
        *("help", "palette", "shortcuts", "updates", "about"),
    )
)
"""Verbs of the actions that need no review."""


class WelcomeRoom(Room):
    """Shows the page in place of the panes until a review is opened, begun or gone back to."""

    def __init__(
        self,
        context: SessionContext,
        custom_forms: CustomFormsMenu,
        *,
        show_page: Callable[[QWidget | None], object],
        open_review: Callable[[Path], object],
        enter_form: Callable[[], object],
    ) -> None:
        """``show_page`` shows a page in place of the panes, and for None the panes again.

        ``open_review`` opens a review that was open before, ``enter_form`` gives the keyboard to
        the form.
        """
        self._context, self._custom_forms = context, custom_forms
        self._show_page, self._open_review, self._enter_form = show_page, open_review, enter_form
        self._page: WelcomePage | None = None
        self._recent: tuple[RecentReview, ...] = ()
        self._drafts = 0
        self._can_leave = False
        self._worker = Worker(context.window, reads_only=True)
        custom_forms.refreshed.connect(self._fill)
        # The first edit is that of an import.
        context.document.opened.connect(self.close)
        context.document.changed.connect(self.close)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"new": partial(self.open, can_leave=True)}

    @property
    def shown(self) -> bool:
        """Whether the page is shown."""
        return self._page is not None

    @property
    def page(self) -> QWidget | None:
        """The page, None while it is not shown."""
        return self._page

    def take_focus(self) -> None:
        """Give the keyboard to the page, if it is shown."""
        if self._page is not None:
            self._page.take_focus()

    def open(self, *, can_leave: bool) -> None:
        """Show the page; ``can_leave`` says whether there is a review to go back to."""
        # Imported on request: most starts continue a review.
        from editor.gui.welcome.page import WelcomePage  # noqa: PLC0415

        if self._page is not None:
            return
        self._can_leave = can_leave
        self._page = page = WelcomePage(self._context.window.theme, self._context.window)
        page.chosen.connect(self._choose)
        page.pasted.connect(self._context.actions["import_clipboard"].trigger)
        page.left.connect(self._leave)
        actions = self._context.actions
        reason = QCoreApplication.translate("Welcome", "Dafür muss eine Rezension offen sein.")
        actions.withhold("welcome", {v: reason for v in actions.verbs if v not in _USABLE})
        self._list_recent()
        self._show_page(page)
        self.take_focus()

    def close(self) -> None:
        """Show the panes again, with the keyboard in the form."""
        page, self._page = self._page, None
        if page is not None:
            self._context.actions.withhold("welcome", {})
            self._show_page(None)
            self._enter_form()
            page.deleteLater()

    def show_drafts(self, count: int) -> None:
        """Offer ``count`` drafts that are not saved."""
        self._drafts = count
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Show the page in ``theme``."""
        if self._page is not None:
            self._page.set_theme(theme)

    def stop(self) -> None:
        """Wait for the worker; its result is dropped."""
        self._worker.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _list_recent(self) -> None:
        """Show the names of the files at once, and their titles as soon as they are read."""
        paths = [Path(name) for name in self._context.program.settings.recent[:_RECENT]]
        self._show_recent(tuple(RecentReview(path, path.name) for path in paths))
        self._worker.submit(partial(read_recent, paths), self._show_recent)

    def _show_recent(self, recent: tuple[RecentReview, ...]) -> None:
        self._recent = recent
        self._fill()

    def _fill(self) -> None:
        if self._page is None:
            return
        keys = self._context.actions.keys
        own = [form for form in self._custom_forms.listed if form.id not in shipped_form_ids()]
        self._page.new.show_choices(new_choices(own))
        self._page.earlier.show_choices(earlier_choices(self._recent, self._drafts, keys))

    def _choose(self, name: str) -> None:
        kind, _, key = name.partition(".")
        if kind == "recent":
            self._open_review(self._recent[int(key)].path)
        elif kind == "form":
            self._custom_forms.begin(key)
        else:
            self._context.actions[name].trigger()

    def _leave(self) -> None:
        if self._can_leave:
            self.close()
