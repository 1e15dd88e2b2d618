"""The writer's own forms in the menu, beside those that ship."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.errors import FormError
from editor.gui.worker import Worker
from editor.review.form import Form, load_form, shipped_form_ids
from editor.review.form_registry import FormRegistry


class CustomFormsMenu(QObject):
    """Lists the writer's own forms before the entry ``before`` of its menu, anew when it opens.

    ``begin`` begins a review on the form that was chosen.
    """

    said = Signal(str)
    """What is wrong with forms that cannot be used."""
    looked = Signal()
    """The folder was looked into, and the menu is as it should be."""

    def __init__(
        self,
        forms: FormRegistry,
        before: QAction,
        begin: Callable[[Form], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._forms = forms
        self._before = before
        self._begin = begin
        self._listed: tuple[Form, ...] = ()
        self._told: tuple[str, ...] = ()
        self._actions: list[QAction] = []
        self._worker = Worker(self)
        self.menu = next(menu for menu in before.associatedObjects() if isinstance(menu, QMenu))
        self.menu.aboutToShow.connect(self.refresh)

    def form(self, form_id: str) -> Form:
        """Return the form of a review that begins now, the writer's own where there is one."""
        own = next((form for form in self._listed if form.id == form_id), None)
        return own if own is not None else load_form(form_id)

    def refresh(self) -> None:
        """Look for forms in the folder."""
        self._worker.submit(self._forms.custom, self._show)

    def stop(self) -> None:
        """End looking."""
        self._worker.stop()

    def _show(self, found: tuple[tuple[Form, ...], tuple[FormError, ...]]) -> None:
        forms, problems = found
        texts = tuple(problem.text() for problem in problems)
        # Once is enough: the menu is opened for other things too.
        if texts and texts != self._told:
            self.said.emit(" ".join(texts))
        self._told = texts
        if forms != self._listed:
            self._listed = forms
            self._list(forms)
        self.looked.emit()

    def _list(self, forms: tuple[Form, ...]) -> None:
        for action in self._actions:
            action.deleteLater()
        # One in the place of a shipped form has that one's entry.
        self._actions = [self._action(form) for form in forms if form.id not in shipped_form_ids()]
        self.menu.insertActions(self._before, self._actions)

    def _action(self, form: Form) -> QAction:
        label = form.label.text().replace("&", "&&")
        action = QAction(self.tr("Neue Rezension: {form}").format(form=label), self)
        action.setObjectName(f"action.new_own.{form.id}")
        action.triggered.connect(lambda: self._begin(form))
        return action
