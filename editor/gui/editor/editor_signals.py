"""Requests from the editors of the form that only other parts of the window can carry out."""

import uuid

from PySide6.QtCore import QObject, Signal


class EditorSignals(QObject):
    """Signals of all editors of a form.

    There is one instance per form. It outlives the editors, which are created anew for every review
    that is opened, so that a listener connects only once.
    """

    finding_requested = Signal(str, object)
    """Show the card of a finding: section id and Finding."""
    text_dropped = Signal(str, object, int, bool)
    """Text of another section was dropped: target section id, SectionRange of the source, offset in
    code points, and whether to copy instead of move."""
    menu_created = Signal(str, object, object)
    """A context menu is about to be shown and may get further entries: section id, QMenu, and the
    Finding at the pointer or None."""
    cover_offered = Signal(str, object)
    """Key of an image fact and the image to use, None to ask for a file."""
    cover_requested = Signal(str, str)
    """Key of an image fact and the address of the image to show there."""
    image_offered = Signal(object)
    """An image was dropped or pasted into the text, as ImageOffer."""
    address_pasted = Signal(str)
    """Text that begins as an address does was pasted over the selection of the current editor."""
    paste_refused = Signal(object)
    """A text that was pasted or dropped is too long; emitted with the RezensentError."""
    html_pasted = Signal(object)
    """Formatted text was pasted, as PastedHtml."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form_key = uuid.uuid4().hex
        """Tells the form from those of other windows and other processes."""
