"""Card of one section in the form: heading, rating and editor."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.elided_title import ElidedTitle
from editor.gui.form.rating_edit import RatingEdit
from editor.gui.form.rating_suggestion import RatingSuggestion
from editor.gui.form.rating_text import RatingDetail
from editor.gui.theme import Theme
from editor.review.form import SectionField
from editor.review.model import VERDICT, Review
from editor.review.rating import rating_of, scale_of


class SectionCard(QFrame):
    """Shows one section of the review."""

    def __init__(
        self,
        field: SectionField,
        theme: Theme,
        parent: QWidget,
        *,
        signals: EditorSignals,
        typing_options: TypingOptions,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.section_id = field.id
        label = field.label.text()
        self.editor = SectionEditor(
            field.id, theme, self, signals=signals, typing_options=typing_options
        )
        self.editor.setAccessibleName(label)
        self.editor.set_hint(field.hint.text())
        self.rating = RatingEdit(field.id, theme, self) if field.rated else None
        if self.rating:
            self.rating.setAccessibleName(self.tr("Wertung: {section}").format(section=label))
            self.rating.text_typed.connect(self._type)
        self._suggestion = RatingSuggestion(theme, self) if field.id == VERDICT else None
        self._overall = self._make_overall_label() if field.id == VERDICT else None
        self._title = ElidedTitle(label, self)
        self._title.setObjectName("title")
        self._counts = QLabel(self)
        self._counts.setProperty("role", "soft")
        # In a narrow window the counts are left out, and neither keeps it from being narrow.
        for part in (self._counts, self._overall):
            if part is not None:
                part.setMinimumWidth(1)
        self._lay_out(theme)

    def show_review(self, review: Review, *, follow: bool = False) -> None:
        """Show text and rating of the section; ``follow`` moves the cursor to the edit."""
        self.editor.show_text(review.text(self.section_id), follow=follow)
        rating, scale = rating_of(review, self.section_id), scale_of(review)
        # Not at each key that is typed: it would take a tenth of the time of the key.
        if self.rating and self.rating.show_rating(rating, scale):
            self._fit_head()
        if self._suggestion:
            self._suggestion.show_review(review)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The widgets of the tab order: the text comes before its rating."""
        rating = (self.rating,) if self.rating else ()
        proposal = (self._suggestion.button,) if self._suggestion else ()
        return (self.editor, *rating, *proposal)

    def show_counts(self, words: int, findings: int) -> None:
        """Show the numbers of words and of findings; numbers of 0 are left out."""
        texts = []
        if words:
            texts.append(self.tr("1 Wort") if words == 1 else self.tr("{n} Wörter").format(n=words))
        if findings:
            one = self.tr("1 Hinweis")
            texts.append(one if findings == 1 else self.tr("{n} Hinweise").format(n=findings))
        self._counts.setText(" · ".join(texts))
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out of the head what it has no room for."""
        super().resizeEvent(event)
        self._fit_head()

    def set_current(self, *, current: bool) -> None:
        """Show whether the section is the current one."""
        if self.property("current") == str(current).lower():
            return
        self.setProperty("current", str(current).lower())
        self.style().unpolish(self)
        self.style().polish(self)

    def set_writable(self, *, writable: bool) -> None:
        """Make text and rating editable or read-only."""
        self.editor.setReadOnly(not writable)
        for part in (self.rating, self._suggestion):
            if part is not None:
                part.setEnabled(writable)

    def set_theme(self, theme: Theme) -> None:
        """Show the card in ``theme``."""
        self.editor.set_theme(theme)
        if self.rating:
            self.rating.set_theme(theme)

    def _fit_head(self) -> None:
        """Give the title its place, then the rating, and what is less important if there is room.

        The counts go first, then the unit of the rating, its label, and its scale.
        """
        gap = self._head.spacing()
        room = self._head.geometry().width() - self._title.sizeHint().width() - gap
        if self.rating:
            if self._overall:
                label = self._overall.sizeHint().width() + gap
                fits = label + self.rating.width_with(RatingDetail.BEST) <= room
                self._overall.setVisible(fits and not self.rating.isHidden())
                room -= label if fits else 0
            self.rating.fit(room)
            room -= self.rating.sizeHint().width() + gap
        self._counts.setVisible(self._counts.sizeHint().width() + gap <= room)

    def _type(self, text: str) -> None:
        """Type ``text`` into the editor, which gets the keyboard focus."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        for character in text:
            # As keys, so that quotation marks and the like become what they become there.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(self.editor, key)

    def _make_overall_label(self) -> QLabel:
        """Return a label for the overall rating, which has no heading of its own in the form."""
        name = QLabel(self.tr("Gesamtwertung"), self)
        name.setObjectName("rating.verdict.text")
        name.setProperty("role", "soft")
        if self.rating:
            self.rating.setAccessibleName(name.text())
            name.setBuddy(self.rating)
        return name

    def _accept(self, value: float) -> None:
        """Accept the suggested rating; the rating gets the keyboard focus."""
        if self.rating:
            self.rating.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rating.edited.emit(value)

    def _lay_out(self, theme: Theme) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        if self.rating:
            if self._overall:
                head.addWidget(self._overall)
            head.addWidget(self.rating)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        if self._suggestion and self.rating:
            column.addWidget(self._suggestion)
            self._suggestion.accepted.connect(self._accept)
        column.addWidget(self.editor)
