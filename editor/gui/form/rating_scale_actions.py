"""Actions that choose the rating scale of the review."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from editor.gui import dialogs
from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.review import rating

_SCALES = {
    "scale_points": rating.TEN_POINTS,
    "scale_stars": rating.FIVE_STARS,
    "scale_percent": rating.PERCENT,
    "scale_none": None,
}


class RatingScaleActions:
    """Keeps the actions and the rating scale of the document in step."""

    def __init__(self, document: Document, actions: Actions, window: QWidget) -> None:
        self._document = document
        self._actions = actions
        self._window = window
        document.changed.connect(lambda _: self.show())
        document.opened.connect(self.show)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        fixed = {v: partial(self._document.edit_scale, scale) for v, scale in _SCALES.items()}
        return {**fixed, "scale_own": self._ask}

    def show(self) -> None:
        """Check the action of the present rating scale."""
        scale = rating.scale_of(self._document.review)
        verb = next((verb for verb, value in _SCALES.items() if value == scale), "scale_own")
        self._actions[verb].setChecked(True)

    def _ask(self) -> None:
        scale = rating.scale_of(self._document.review) or rating.TEN_POINTS
        dialogs.ask_scale(self._window, scale, self._document.edit_scale)
        self.show()
