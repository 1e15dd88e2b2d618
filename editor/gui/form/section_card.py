"""A card of the form: heading, rating, and the editor of one section."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.rating_edit import RatingEdit
from editor.gui.form.rating_suggestion import RatingSuggestion
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
        self._proposal = RatingSuggestion(theme, self) if field.id == VERDICT else None
        self._overall = self._name_overall() if field.id == VERDICT else None
        self._title = QLabel(label, self)
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._counts = QLabel(self)
        self._counts.setProperty("role", "soft")
        self._lay_out(theme)

    def show_review(self, review: Review, *, follow: bool = False) -> None:
        """Show the section's text and rating of ``review``; ``follow`` moves the cursor along."""
        self.editor.show_text(review.text(self.section_id), follow=follow)
        if self.rating:
            self.rating.show_rating(rating_of(review, self.section_id), scale_of(review))
        if self._overall:
            self._overall.setVisible(scale_of(review) is not None)
        if self._proposal:
            self._proposal.show_review(review)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in its order: as it is read, the head before the text."""
        rating = (self.rating,) if self.rating else ()
        proposal = (self._proposal.button,) if self._proposal else ()
        return (*rating, *proposal, self.editor)

    def show_counts(self, words: int, findings: int) -> None:
        """Show how many words and findings the section has; nothing while it is empty."""
        texts = []
        if words:
            texts.append(self.tr("1 Wort") if words == 1 else self.tr("{n} Wörter").format(n=words))
        if findings:
            one = self.tr("1 Fund")
            texts.append(one if findings == 1 else self.tr("{n} Funde").format(n=findings))
        self._counts.setText(" · ".join(texts))

    def set_current(self, *, current: bool) -> None:
        """Show whether the section is the one being edited."""
        if self.property("current") == str(current).lower():
            return
        self.setProperty("current", str(current).lower())
        self.style().unpolish(self)
        self.style().polish(self)

    def set_writable(self, *, writable: bool) -> None:
        """Let text and rating be edited, or only be read."""
        self.editor.setReadOnly(not writable)
        for part in (self.rating, self._proposal):
            if part is not None:
                part.setEnabled(writable)

    def set_theme(self, theme: Theme) -> None:
        """Show the card in ``theme``."""
        self.editor.set_theme(theme)
        if self.rating:
            self.rating.set_theme(theme)

    def _name_overall(self) -> QLabel:
        """Say what the rating of the verdict is, which has no name of its own in the form."""
        name = QLabel(self.tr("Gesamtwertung"), self)
        name.setObjectName("rating.verdict.text")
        name.setProperty("role", "soft")
        if self.rating:
            self.rating.setAccessibleName(name.text())
            name.setBuddy(self.rating)
        return name

    def _accept(self, value: float) -> None:
        """Take the proposed rating over; the keyboard stays with the rating."""
        if self.rating:
            self.rating.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rating.edited.emit(value)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        if self.rating:
            if self._overall:
                head.addWidget(self._overall)
            head.addWidget(self.rating)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(20))
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        if self._proposal and self.rating:
            column.addWidget(self._proposal)
            self._proposal.accepted.connect(self._accept)
        column.addWidget(self.editor)
