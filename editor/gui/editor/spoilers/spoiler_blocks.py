"""Spoilers in a text field: blocks with a margin line under a head, which fold and unfold.

The source stays as it is in the text. Its tags and the blank lines beside them are not shown, the
line of the start tag is shown as the head. A spoiler that is not closed shows plainly.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.utf16_positions import Utf16Positions
from editor.gui.theme import Theme
from editor.markdown.spoiler_spans import SpoilerSpan, has_own_lines, spoiler_spans

_MARGIN = 18
"""Indent of the text of a spoiler, in units of ``Theme.px``."""
_ASIDE = -100_000.0
"""Indent of the start tag in device-independent pixels, which puts it out of sight."""


class _Role(Enum):
    HEAD = "head"
    BODY = "body"
    HIDDEN = "hidden"


class ShownSpoiler(NamedTuple):
    """A spoiler that is shown as a block; its positions are UTF-16 units."""

    span: SpoilerSpan
    """The same in code points."""
    start: int
    body: int
    body_end: int
    end: int
    folded: bool

    @property
    def last_place(self) -> int:
        """The last position at which the cursor is seen."""
        return self.start if self.folded else self.body_end


class SpoilerBlocks:
    """Finds the spoilers of one field at each edit, gives their lines formats, and folds them."""

    def __init__(self, field: MarkdownEdit, theme: Theme) -> None:
        self._field = field
        self.margin = theme.px(_MARGIN)
        """Indent of the text of a spoiler, in device-independent pixels."""
        self._text = ""
        self._spans: list[SpoilerSpan] = []
        self._positions = Utf16Positions("")
        self._roles: dict[int, _Role] = {}
        """Roles of the blocks as they are shown, by number."""
        self._block_count = 1
        self._lines_changed = False
        """Whether an edit since then has replaced whole blocks, with their formats."""
        self._updating = False
        field.document().contentsChange.connect(self._note_change)
        field.document().contentsChanged.connect(self._follow_edit)

    def set_theme(self, theme: Theme) -> None:
        """Use the sizes of ``theme``."""
        self.margin = theme.px(_MARGIN)
        self._lines_changed = True
        self.update()

    # -- the spoilers -----------------------------------------------------------------------------

    def read(self) -> None:
        """Find the spoilers in the source of the field, which Qt shows already."""
        text = self._field.text
        if text is self._text:
            return
        self._text = text
        self._spans = [span for span in spoiler_spans(text) if has_own_lines(text, span)]
        self._positions = Utf16Positions(text if self._spans else "")

    @property
    def updating(self) -> bool:
        """Whether formats are being changed, which Qt reports as changes of the text."""
        return self._updating

    @property
    def shown(self) -> list[ShownSpoiler]:
        """The spoilers in their order."""
        return [self._shown(span) for span in self._spans]

    def at(self, position: int) -> ShownSpoiler | None:
        """Return the spoiler that a position in UTF-16 units is in or beside."""
        return next((s for s in self.shown if s.start <= position <= s.end), None)

    @property
    def at_head(self) -> ShownSpoiler | None:
        """The spoiler in whose head the cursor is."""
        cursor = self._field.textCursor()
        place = -1 if cursor.hasSelection() else cursor.position()
        return next((s for s in self.shown if s.start == place), None)

    def block_of(self, position: int) -> QTextBlock:
        """Return the block of a position in UTF-16 units."""
        return self._field.document().findBlock(position)

    # -- folding ----------------------------------------------------------------------------------

    def fold_all(self, *, folded: bool) -> None:
        """Fold or unfold every spoiler; a cursor in a text that is folded goes to its head."""
        for spoiler in self.shown:
            if folded:
                self._leave_text(spoiler)
            self._show_body(spoiler, visible=not folded)
        self.update()

    def toggle(self, spoiler: ShownSpoiler) -> None:
        """Fold or unfold ``spoiler``; a cursor in its text goes to its head."""
        if not spoiler.folded:
            self._leave_text(spoiler)
        self._show_body(spoiler, visible=spoiler.folded)
        self.update()

    def _leave_text(self, spoiler: ShownSpoiler) -> None:
        cursor = self._field.textCursor()
        if spoiler.start < cursor.position() <= spoiler.end:
            cursor.setPosition(spoiler.start)
            self._field.setTextCursor(cursor)

    def unfold_between(self, start: int, end: int) -> None:
        """Unfold the spoilers that have text between two positions in UTF-16 units."""
        hit = [s for s in self.shown if s.folded and s.start < end and start <= s.body_end]
        for spoiler in hit:
            self._show_body(spoiler, visible=True)
        if hit:
            self.update()

    def update(self) -> None:
        """Give every block of the field the format of its role."""
        if self._updating or not (self._spans or self._roles):
            return
        roles = dict(self._wanted_roles())
        if roles == self._roles and not self._lines_changed:
            return
        self._updating, self._lines_changed = True, False
        self._roles = roles
        block = self._field.document().begin()
        while block.isValid():
            self._format(block, roles.get(block.blockNumber()))
            block = block.next()
        self._updating = False
        self._field.viewport().update()

    # -- blocks -----------------------------------------------------------------------------------

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        """Note whether a change, in UTF-16 units, is of more than one line.

        Lines that replace equal ones are a change too: their formats are new.
        """
        if self._updating:
            return
        document = self._field.document()
        one_line = self.block_of(position) == self.block_of(position + added)
        if not one_line or document.blockCount() != self._block_count:
            self._block_count = document.blockCount()
            self._lines_changed = True

    def _follow_edit(self) -> None:
        self.read()
        self.update()

    def _shown(self, span: SpoilerSpan) -> ShownSpoiler:
        at = self._positions.utf16
        places = at(span.start), at(span.body), at(span.body_end), at(span.end)
        block = self.block_of(places[1])
        return ShownSpoiler(span, *places, folded=block.isValid() and not block.isVisible())

    def _show_body(self, spoiler: ShownSpoiler, *, visible: bool) -> None:
        self._updating = True
        block = self.block_of(spoiler.body)
        while block.isValid() and block.position() <= spoiler.body_end:
            _set_visible(block, visible=visible)
            block = block.next()
        self._updating = False

    def _wanted_roles(self) -> Iterator[tuple[int, _Role]]:
        for spoiler in self.shown:
            head, body = self.block_of(spoiler.start), self.block_of(spoiler.body)
            last, foot = self.block_of(spoiler.body_end), self.block_of(spoiler.end)
            yield head.blockNumber(), _Role.HEAD
            for number in range(head.blockNumber() + 1, foot.blockNumber() + 1):
                inside = body.blockNumber() <= number <= last.blockNumber()
                yield number, _Role.BODY if inside and not spoiler.folded else _Role.HIDDEN

    def _format(self, block: QTextBlock, role: _Role | None) -> None:
        indented = role in (_Role.HEAD, _Role.BODY)
        aside = _ASIDE if role is _Role.HEAD else 0.0
        margin = self.margin if indented else 0
        present = block.blockFormat()
        if present.leftMargin() != margin or present.textIndent() != aside:
            new = QTextBlockFormat()
            new.setLeftMargin(margin)
            new.setTextIndent(aside)
            new.setNonBreakableLines(role is _Role.HEAD)
            QTextCursor(block).mergeBlockFormat(new)
        _set_visible(block, visible=role is not _Role.HIDDEN)


def _set_visible(block: QTextBlock, *, visible: bool) -> None:
    if block.isVisible() != visible:
        block.setVisible(visible)
        block.document().markContentsDirty(block.position(), block.length())
