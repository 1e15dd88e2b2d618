"""Reviews that a newer version of Rezensent has written: they are shown, and stay as they are."""

from editor.localized import Localized
from editor.review.model import Review
from editor.storage.review_file import FORMAT_VERSION


def is_newer(review: Review) -> bool:
    """Return whether a newer version than this one has written ``review``."""
    version = review.fact("rezensent")
    return (
        isinstance(version, int | float)
        and not isinstance(version, bool)
        and version > FORMAT_VERSION
    )


def read_only_notice(name: str) -> Localized:
    """Return why the window does not let the review ``name`` be edited."""
    return Localized(
        f"{name} ist mit einer neueren Version von Rezensent geschrieben und lässt sich hier nur "
        "lesen; bitte bearbeiten Sie die Rezension mit der neueren Version.",
        f"{name} was written with a newer version of Rezensent and can only be read here; please "
        "edit the review with the newer version.",
    )


def reading_notices(review: Review, name: str = "") -> tuple[Localized, ...]:
    """Return what is to be said of a result that is made from ``review``, the file ``name``."""
    if not is_newer(review):
        return ()
    german, english = (f"{name} ist", f"{name} was") if name else ("Die Datei ist", "The file was")
    return (
        Localized(
            f"{german} mit einer neueren Version von Rezensent geschrieben; was nur diese kennt, "
            "fehlt hier.",
            f"{english} written with a newer version of Rezensent; what only that version "
            "knows is missing here.",
        ),
    )
