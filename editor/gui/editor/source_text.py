"""Source of a text in a QTextDocument, which cannot hold every character of it."""

import re

from editor.gui.editor.utf16_positions import Utf16Positions
from editor.review.text_diff import changed_span

_REPLACED_BY_QT = re.compile("[\r\u2029\ufdd0\ufdd1\ud800-\udfff]")


def visible_text(text: str) -> str:
    r"""Return ``text`` as Qt holds it, character by character, with "\n" between paragraphs.

    QTextCursor.insertText begins a paragraph at a carriage return, at U+2029, which comes from
    InDesign and Word, and at U+FDD0 and U+FDD1. Half of a surrogate pair gets lost on its way back
    to Python and is replaced by U+FFFD.
    """
    return _REPLACED_BY_QT.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else "\n"


class SourceText:
    """Keeps the source of a text while Qt only knows what is visible of it.

    An edit changes no character outside of its own range.
    """

    def __init__(self) -> None:
        self.text = ""
        self._visible = ""

    def set(self, text: str) -> None:
        """Set the source, which is shown from now on."""
        self.text, self._visible = text, visible_text(text)

    def apply_edit(self, visible: str, position: int, removed: int, units: int) -> bool:
        """Apply an edit after which Qt holds ``visible``; return whether the text has changed.

        Changes of formats alone are not an edit. ``position`` and ``removed`` are those of
        QTextDocument.contentsChange, ``units`` is the length before the edit, all in UTF-16 units.
        """
        before, self._visible = self._visible, visible
        if visible == before:
            return False
        if self.text == before:
            self.text = visible
        else:
            start, end, new_end = _changed_range(before, visible, position, removed, units)
            self.text = self.text[:start] + visible[start:new_end] + self.text[end:]
        return True


def _changed_range(
    before: str, after: str, position: int, removed: int, units: int
) -> tuple[int, int, int]:
    """Return start, old end and new end of the range that an edit has changed, in code points.

    The report of Qt tells two equal characters apart, but may cover too much: several edits at once
    are one, and a change of formats covers all paragraphs, with one unit more than there are.
    """
    at = Utf16Positions("" if units == len(before) else before).code_points
    start, end = at(position), min(at(position + removed), len(before))
    new_end = len(after) - len(before) + end
    if new_end < start or before[:start] != after[:start] or before[end:] != after[new_end:]:
        start, end, new_end = 0, len(before), len(after)
    change = changed_span(before[start:end], after[start:new_end])
    return start + change.start, start + change.old_end, start + change.new_end
