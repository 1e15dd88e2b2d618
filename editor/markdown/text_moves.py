"""Moves of a selection within a text, as by dragging. All positions are code points."""

from editor.markdown.mark_deletion import delete_selection
from editor.markdown.mark_edges import empty_formats, off_mark
from editor.markdown.selection import CommandEdit
from editor.markdown.spoiler_commands import fit_spoilers
from editor.markdown.word_blanks import is_words, mend_gap, trim_blanks, with_blanks


def move_selection(text: str, start: int, end: int, target: int) -> CommandEdit | None:
    """Return the edit that moves the text from ``start`` to ``end`` to ``target``, and selects it.

    The marks of bold, italic and code stay in pairs where it was. Marks around it alone go along,
    so that a bold word stays bold. Whole words leave no blank behind and get those that they need.
    Returns None where it would not move.
    """
    words = is_words(text, start, end)
    if words:
        if start <= target <= end:
            return None
        start, end = trim_blanks(text, start, end)
    edit = _deletion(text, start, end)
    if min(start, edit.start) <= target <= max(end, edit.end):
        return None
    piece = text[start:end] if edit.text else text[edit.start : edit.end]
    shift = len(edit.text) - (edit.end - edit.start) if target > start else 0
    rest, place = edit.applied(text), target + shift
    gap = mend_gap(rest, edit.selection[0]) if words else None
    if gap is not None:
        rest = gap.applied(rest)
        place = _moved(place, gap)
    place = off_mark(rest, place)
    piece = fit_spoilers(rest, place, place, piece)
    before, behind = with_blanks(rest, place, piece) if words else ("", "")
    moved = rest[:place] + before + piece + behind + rest[place:]
    place += len(before)
    return CommandEdit(0, len(text), moved, (place, place + len(piece)))


def copy_words(text: str, start: int, end: int, target: int) -> CommandEdit | None:
    """Return the edit that copies whole words to ``target`` with the blanks that they need.

    None where the range is something else, which is copied as it is.
    """
    if not is_words(text, start, end):
        return None
    start, end = trim_blanks(text, start, end)
    place, words = off_mark(text, target), text[start:end]
    before, behind = with_blanks(text, place, words)
    low = place + len(before)
    return CommandEdit(place, place, before + words + behind, (low, low + len(words)))


def _moved(place: int, edit: CommandEdit) -> int:
    """Return the place of the rest of a text that ``place`` is at after ``edit``."""
    if place <= edit.start:
        return place
    return max(place - (edit.end - edit.start), edit.start) + len(edit.text)


def _deletion(text: str, start: int, end: int) -> CommandEdit:
    """Return the edit that deletes the selection, and every pair of marks that is empty then."""
    edit = delete_selection(text, start, end) or CommandEdit(start, end, "", (start, start))
    at = edit.selection[0]
    pairs = empty_formats(edit.applied(text), at)
    if edit.text or not pairs:
        return edit
    outer = pairs[-1]
    return CommandEdit(outer.start, edit.end + outer.end - at, "", (outer.start, outer.start))
