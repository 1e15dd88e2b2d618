"""Images as paragraphs of their own: the place nearest to a position where one can stand."""

from editor.markdown.blank_lines import missing_feeds
from editor.markdown.blocks import blocks
from editor.markdown.selection import CommandEdit
from editor.markdown.spoiler_spans import spoiler_spans


def insert_image(text: str, at: int, image: str) -> CommandEdit:
    """Insert the Markdown ``image`` at the border of a block that is nearest to ``at``.

    It never comes into a paragraph, a list, a quote, code or a table; within a spoiler it stays in
    the spoiler. The cursor is in a new paragraph after it, at the end of the text, and else before
    the block that follows.
    """
    bodies = ((span.body, span.body_end) for span in spoiler_spans(text))
    low, high = next((body for body in bodies if body[0] <= at <= body[1]), (0, len(text)))
    place = low + _border(text[low:high], at - low)
    line = max(low, text.rfind("\n", 0, place) + 1)
    place = place if text[line:place].strip() else line
    before, after = text[:place], text[place:]
    end = place if after.strip() else len(text)
    closing = missing_feeds(after) if after.strip() else "\n\n"
    new = missing_feeds(before.rstrip(" \t")[::-1]) + image + closing
    cursor = place + len(new)
    return CommandEdit(place, end, new, (cursor, cursor))


def _border(text: str, at: int) -> int:
    """Return the border of a block of ``text`` nearest to ``at``, or ``at`` between blocks."""
    for block in blocks(text):
        if block.start < at < block.end:
            return block.start if at - block.start < block.end - at else block.end
    return at
