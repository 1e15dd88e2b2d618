"""Menu entries for new reviews with the writer's custom forms."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.errors import FormError
from editor.gui.worker import Worker
from editor.review.form import Form, load_form, shipped_form_ids
from editor.review.form_registry import FormRegistry


class CustomFormsMenu(QObject):
    """Lists custom forms before the entry ``before`` of its menu, anew whenever the menu opens.

    ``begin`` begins a review with the form that is chosen.
    """

    message = Signal(str)
    """Sentences about forms that cannot be used."""
    refreshed = Signal()
    """The folder has been read and the menu is up to date."""

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
        self._problems: tuple[str, ...] = ()
        self._actions: list[QAction] = []
        self._worker = Worker(self, reads_only=True)
        self.menu = next(menu for menu in before.associatedObjects() if isinstance(menu, QMenu))
        self.menu.aboutToShow.connect(self.refresh)

    def form(self, form_id: str) -> Form:
        """Return the form for a new review: the custom one with this id, or the shipped one."""
        custom = next((form for form in self._listed if form.id == form_id), None)
        return custom if custom is not None else load_form(form_id)

    @property
    def listed(self) -> tuple[Form, ...]:
        """The writer's own forms."""
        return self._listed

    def begin(self, form_id: str) -> None:
        """Begin a review with ``form_id``, as ``form`` returns it."""
        self._begin(self.form(form_id))

    def refresh(self) -> None:
        """Read the forms in the folder, off the GUI thread."""
        self._worker.submit(self._forms.custom, self._show)

    def stop(self) -> None:
        """Wait for the worker; its result is dropped."""
        self._worker.stop()

    def _show(self, result: tuple[tuple[Form, ...], tuple[FormError, ...]]) -> None:
        forms, problems = result
        texts = tuple(problem.text() for problem in problems)
        # Report the same problems only once: the menu is opened for other entries, too.
        if texts and texts != self._problems:
            self.message.emit(" ".join(texts))
        self._problems = texts
        if forms != self._listed:
            self._listed = forms
            self._list(forms)
        self.refreshed.emit()

    def _list(self, forms: tuple[Form, ...]) -> None:
        for action in self._actions:
            action.deleteLater()
        # A custom form that replaces a shipped one uses its entry.
        self._actions = [self._action(form) for form in forms if form.id not in shipped_form_ids()]
        self.menu.insertActions(self._before, self._actions)

    def _action(self, form: Form) -> QAction:
        label = form.label.text().replace("&", "&&")
        action = QAction(self.tr("Neue Rezension: {form}").format(form=label), self)
        action.setObjectName(f"action.new_own.{form.id}")
        action.triggered.connect(lambda: self._begin(form))
        return action
