"""Factory of form columns, which can build the next one before its review is opened."""

from PySide6.QtWidgets import QWidget

from editor.gui.document import Document
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.form_column import FormColumn
from editor.gui.theme import Theme
from editor.review.form import Form
from editor.review.model import Review, nonempty_sections


class ColumnFactory:
    """Builds form columns as children of ``parent``.

    Building a column and showing a long text in it each take a noticeable part of what a window may
    wait. With ``prepare`` there are events handled between the two.
    """

    def __init__(
        self,
        document: Document,
        theme: Theme,
        parent: QWidget,
        *,
        signals: EditorSignals,
        typing_options: TypingOptions,
    ) -> None:
        self._document = document
        self._theme = theme
        self._parent = parent
        self._signals = signals
        self._typing_options = typing_options
        self._prepared: FormColumn | None = None
        self.further_facts = False
        """Whether a column begins with the further facts unfolded, where any facts are."""

    def set_theme(self, theme: Theme) -> None:
        """Build columns in ``theme`` from now on."""
        self._theme = theme
        self._discard()

    def prepare(self, review: Review) -> None:
        """Build the column for ``review``, which will be opened."""
        self._discard()
        self._prepared = self._build(review.form, review)
        for part in self._prepared.findChildren(QWidget):
            part.ensurePolished()

    def make(self, form: Form) -> FormColumn:
        """Return a column with ``form`` for the open review: the prepared one if that fits."""
        column, review = self._prepared, self._document.review
        if column is None or not column.fits(form, review):
            self._discard()
            return self._build(form, review)
        self._prepared = None
        return column

    def _build(self, form: Form, review: Review) -> FormColumn:
        return FormColumn(
            self._document,
            form,
            self._theme,
            self._parent,
            sections=[section.id for section in review.sections],
            # Where there is a text, it comes first.
            folded=bool(nonempty_sections(review.sections)),
            further=self.further_facts,
            signals=self._signals,
            typing_options=self._typing_options,
        )

    def _discard(self) -> None:
        if self._prepared is not None:
            # Without a parent at once, so that its fields are not found by their names any more.
            self._prepared.setParent(None)
            self._prepared.deleteLater()
            self._prepared = None
