"""A text as its file has it beside what Qt shows of it, and how the one follows the other."""

import re

from editor.gui.editor.positions import Positions
from editor.review.difference import difference

_OTHERS = re.compile("[\r\u2029\ufdd0\ufdd1\ud800-\udfff]")


def shown(text: str) -> str:
    r"""Return what Qt shows of ``text``, sign for sign, with "\n" between paragraphs.

    QTextCursor.insertText begins a paragraph at a carriage return, at U+2029, which comes from
    InDesign and Word, and at U+FDD0 and U+FDD1. Half of a surrogate pair gets lost on its way back
    to Python; U+FFFD stands in its place.
    """
    return _OTHERS.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else "\n"


class ShownText:
    """Knows the text while Qt knows only what it shows: an edit changes no sign elsewhere."""

    def __init__(self) -> None:
        self.text = ""
        self._shown = ""

    def show(self, text: str) -> None:
        """Show ``text`` from now on."""
        self.text, self._shown = text, shown(text)

    def follow(self, now: str, position: int, removed: int, units: int) -> bool:
        """Take over an edit after which Qt shows ``now``; tell whether the text is another.

        Formats alone are no edit. ``position`` and ``removed`` are those of
        QTextDocument.contentsChange, ``units`` is the length before the edit, all in UTF-16 units.
        """
        before, self._shown = self._shown, now
        if now == before:
            return False
        if self.text == before:
            self.text = now
        else:
            start, end, new_end = _stretch(before, now, position, removed, units)
            self.text = self.text[:start] + now[start:new_end] + self.text[end:]
        return True


def _stretch(
    before: str, now: str, position: int, removed: int, units: int
) -> tuple[int, int, int]:
    """Return start, end and new end of what an edit has changed, in code points.

    What is reported tells two equal signs apart, but may be too much: several edits at once are
    one, and other formats make it all paragraphs, with one unit more than there are.
    """
    at = Positions("" if units == len(before) else before).code_points
    start, end = at(position), min(at(position + removed), len(before))
    new_end = len(now) - len(before) + end
    if new_end < start or before[:start] != now[:start] or before[end:] != now[new_end:]:
        start, end, new_end = 0, len(before), len(now)
    change = difference(before[start:end], now[start:new_end])
    return start + change.start, start + change.old_end, start + change.new_end
