"""Moves of a selection within a text, as by dragging. All positions are code points."""

from editor.markdown.mark_deletion import delete_selection
from editor.markdown.mark_edges import empty_formats, off_mark
from editor.markdown.selection import CommandEdit
from editor.markdown.spoiler_commands import fit_spoilers


def move_selection(text: str, start: int, end: int, target: int) -> CommandEdit | None:
    """Return the edit that moves the text from ``start`` to ``end`` to ``target``, and selects it.

    The marks of bold, italic and code stay in pairs where it was. Marks around it alone go along,
    so that a bold word stays bold. Returns None where it would not move.
    """
    edit = _deletion(text, start, end)
    if min(start, edit.start) <= target <= max(end, edit.end):
        return None
    piece = text[start:end] if edit.text else text[edit.start : edit.end]
    shift = len(edit.text) - (edit.end - edit.start) if target > start else 0
    rest = edit.applied(text)
    place = off_mark(rest, target + shift)
    piece = fit_spoilers(rest, place, place, piece)
    moved = rest[:place] + piece + rest[place:]
    return CommandEdit(0, len(text), moved, (place, place + len(piece)))


def _deletion(text: str, start: int, end: int) -> CommandEdit:
    """Return the edit that deletes the selection, and every pair of marks that is empty then."""
    edit = delete_selection(text, start, end) or CommandEdit(start, end, "", (start, start))
    at = edit.selection[0]
    pairs = empty_formats(edit.applied(text), at)
    if edit.text or not pairs:
        return edit
    outer = pairs[-1]
    return CommandEdit(outer.start, edit.end + outer.end - at, "", (outer.start, outer.start))
