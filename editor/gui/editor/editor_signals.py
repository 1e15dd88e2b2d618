"""What the writer wants in the form that the form itself cannot do."""

from PySide6.QtCore import QObject, QRect, Signal


class EditorSignals(QObject):
    """One for the whole form: its parts say what is wanted, and who can do it listens.

    It outlives the parts, which are made anew for every review that is opened.
    """

    finding_requested = Signal(str, object, QRect)
    """Section, finding and the place of its word in screen coordinates: what is it about?"""
    fix_requested = Signal(str, object, str)
    """Section, finding and the replacement that the writer chose."""
    decision_made = Signal(str, object, str)
    """Section, finding and the verb of what else the writer decided about it."""
    text_dropped = Signal(str, object, int, bool)
    """Section, the Stretch of another one that was dropped there, where, and whether to copy."""
    menu_created = Signal(str, object)
    """Section and its context menu, which is about to be shown and may get further entries."""
    cover_offered = Signal(str, object)
    """Key of a fact and the picture to be shown there, None to ask for a file."""
    cover_requested = Signal(str, str)
    """Key of a fact and the address of the picture to show there."""
    image_offered = Signal(object)
    """A picture that was dropped or pasted into the text, as Offered."""
    html_pasted = Signal(object)
    """Formatted text that was pasted into the text, as PastedHtml."""
