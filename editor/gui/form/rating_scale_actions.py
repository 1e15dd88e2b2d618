"""Actions that choose the rating scale of the review."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from editor.gui import dialogs
from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form.rating_text import format_rating, spoken_rating
from editor.gui.form.scale_dialog import ScaleDialog
from editor.gui.host_window import HostWindow
from editor.review import rating
from editor.review.model import VERDICT, Review
from editor.review.rating import RatingScale
from editor.review.rating_conversion import ConvertedRating, ScaleConversion, convert_scale

translate = QCoreApplication.translate

_SCALES = {
    "scale_points": rating.TEN_POINTS,
    "scale_stars": rating.FIVE_STARS,
    "scale_percent": rating.PERCENT,
    "scale_grades": rating.SCHOOL_GRADES,
    "scale_none": None,
}


class RatingScaleActions:
    """Keeps the actions and the rating scale of the document in step.

    Another scale converts the ratings, as one undo step. Where they do not come out even, the
    writer is asked first.
    """

    def __init__(self, document: Document, actions: Actions, window: HostWindow) -> None:
        self._document = document
        self._actions = actions
        self._window = window
        self._report = ""
        """Sentence about the last conversion, while it is true."""
        document.changed.connect(lambda _: self.show())
        document.opened.connect(self.show)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        fixed = {verb: partial(self._choose, scale) for verb, scale in _SCALES.items()}
        return {**fixed, "scale_own": self._ask}

    def show(self) -> None:
        """Check the action of the present rating scale."""
        scale = rating.scale_of(self._document.review)
        verb = next((verb for verb, value in _SCALES.items() if value == scale), "scale_own")
        self._actions[verb].setChecked(True)
        self._window.message_bar.take_back(self._report)

    def _ask(self) -> None:
        scale = rating.stored_scale(self._document.review) or rating.TEN_POINTS
        dialog = ScaleDialog(scale, self._window)
        dialog.chosen.connect(self._choose)
        dialog.open()
        self.show()

    def _choose(self, scale: RatingScale | None) -> None:
        conversion = convert_scale(self._document.review, scale)
        if conversion.rounded:
            dialogs.ask_rounding(
                self._window,
                _question(conversion),
                [_line(conversion, one) for one in conversion.rounded],
                round_=lambda: self._edit(convert_scale(self._document.review, scale).after),
                keep=partial(self._keep, scale) if conversion.keepable else None,
            )
            # The scale is the old one until the question is answered.
            self.show()
        elif self._edit(conversion.after) and conversion.changed:
            self._report = _report(conversion)
            label = translate("RatingScaleActions", "Zahlen behalten")
            offered = (label, lambda: self._edit(conversion.kept)) if conversion.keepable else ()
            self._window.message_bar.say_of_review(self._report, *offered)

    def _keep(self, scale: RatingScale | None) -> None:
        self._edit(rating.with_scale(self._document.review, scale))

    def _edit(self, review: Review) -> bool:
        return self._document.edit_review(review, "scale")


def _question(conversion: ScaleConversion) -> str:
    if len(conversion.rounded) > 1:
        return translate(
            "RatingScaleActions",
            "Diese Wertungen lassen sich nicht genau umrechnen. Trotzdem umrechnen?",
        )
    return translate(
        "RatingScaleActions",
        "Diese Wertung lässt sich nicht genau umrechnen. Trotzdem umrechnen?",
    )


def _line(conversion: ScaleConversion, one: ConvertedRating) -> str:
    """Return „Story: 6,5 von 10 Punkten wären 3,25 von 5 Sternen, gerundet 3,5“."""
    text = translate("RatingScaleActions", "{section}: {old} wären {exact}, gerundet {new}")
    if one.outside:
        text = translate("RatingScaleActions", "{section}: {old}; gilt als {rounded}")
    return text.format(
        section=_label(conversion, one),
        old=_spoken(one.old, conversion.old_scale),
        exact=_spoken(round(float(one.converted), 2), conversion.new_scale),
        new=format_rating(one.new),
        rounded=_spoken(one.new, conversion.new_scale),
    )


def _report(conversion: ScaleConversion) -> str:
    """Return a sentence with the first rating that was converted as the example."""
    one = conversion.changed[0]
    text = translate("RatingScaleActions", "Wertungen umgerechnet: {old} sind jetzt {new}.")
    if len(conversion.changed) == 1:
        text = translate("RatingScaleActions", "Wertung umgerechnet: {old} sind jetzt {new}.")
    return text.format(
        old=_spoken(one.old, conversion.old_scale), new=_spoken(one.new, conversion.new_scale)
    )


def _spoken(value: float, scale: RatingScale | None) -> str:
    return format_rating(value) if scale is None else spoken_rating(value, scale)


def _label(conversion: ScaleConversion, one: ConvertedRating) -> str:
    if one.section_id == VERDICT:
        return translate("RatingScaleActions", "Gesamtwertung")
    field = conversion.before.form.section(one.section_id)
    return field.label.text() if field is not None else one.section_id
