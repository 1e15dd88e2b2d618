"""Status bar: state of the checker, numbers, time of the last save, and variant of German."""

from datetime import datetime

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from editor.gui.form.rating_text import format_rating
from editor.gui.menus.action_button import ActionButton
from editor.gui.theme import Theme
from editor.languagetool.state import EnginePhase, EngineState
from editor.review.statistics import Statistics

_AIR = 28
"""Width of margins and distances in the bar, in units of ``Theme.px``."""


class StatusBar(QStatusBar):
    """Shows the state of the checker, of the review and of its file."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: EngineState | None = None
        self._findings = 0
        self._offer: ActionButton | None = None
        self.setSizeGripEnabled(False)
        self.checker = self._label("status.checker", self.tr("Prüfung"))
        self.numbers = self._label("status.numbers", self.tr("Umfang und Lesbarkeit"))
        self._view = self._label("status.view", self.tr("Ansicht"), permanent=True)
        self._view.hide()
        self.saved = self._label("status.saved", self.tr("Stand der Datei"), permanent=True)
        self.variant = self._label("status.variant", self.tr("Sprache der Prüfung"), permanent=True)
        for label in (self.checker, self.numbers, self._view, self.saved, self.variant):
            # A long sentence is cut off; the window must not grow for it.
            label.setMinimumWidth(1)

    def offer(self, action: QAction) -> None:
        """Offer ``action`` beside the state of the checker, while it can be used."""
        self._offer = ActionButton(action, self)
        self._offer.setObjectName("status.offer")
        self._offer.setProperty("role", "link")
        self.insertWidget(1, self._offer)
        action.changed.connect(self._fit)

    def set_theme(self, theme: Theme) -> None:
        """Show the status in ``theme``."""
        self._theme = theme
        if self._state is not None:
            self.show_state(self._state, self._findings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what there is no room for: variant of German, numbers, state beside an offer."""
        super().resizeEvent(event)
        self._fit()

    def show_state(self, state: EngineState, findings: int) -> None:
        """Show the state of the checker and the number of findings."""
        self._state, self._findings = state, findings
        role = {EnginePhase.READY: "good", EnginePhase.FAILED: "spelling"}.get(
            state.phase, "soft_ink"
        )
        text = state.sentence.text()
        short, _, more = text.partition(";")
        if state.phase is EnginePhase.READY and findings:
            short += " · " + (
                self.tr("1 Hinweis")
                if findings == 1
                else self.tr("{n} Hinweise").format(n=findings)
            )
        dot = f'<span style="color:{self._theme.color(role).name()}">●</span> '
        if self.checker.text() != dot + short:
            self._show(self.checker, dot + short, short)
        self.checker.setToolTip(text if more else "")

    def show_numbers(self, total: Statistics | None) -> None:
        """Show length, reading time and readability of the review, nothing for None."""
        if total is None:
            self._show(self.numbers, "")
            return
        words = self.tr("1 Wort") if total.words == 1 else self.tr("{n} Wörter")
        texts = [words.format(n=QLocale().toString(total.words))]
        if total.words:
            minutes = max(1, round(total.reading_seconds / 60))
            texts.append(self.tr("{n} Min. Lesezeit").format(n=minutes))
            texts.append(f"LIX {format_rating(round(total.lix or 0))}")
        self._show(self.numbers, " · ".join(texts))

    def show_saved(
        self, *, dirty: bool, path: str, at: datetime | None, held: bool = False
    ) -> None:
        """Show whether the file holds everything, and when it was saved.

        With ``held`` another holder has the file, and it can only be read here.
        """
        if held:
            self._show(self.saved, self.tr("Nur lesen"))
        elif not path:
            self._show(self.saved, self.tr("Noch nicht gesichert"))
        elif dirty:
            self._show(self.saved, self.tr("Geändert"))
        elif at is not None:
            self._show(self.saved, self.tr("Gesichert um {t}").format(t=f"{at:%H:%M}"))
        else:
            self._show(self.saved, self.tr("Gesichert"))
        self.saved.setToolTip(path)

    def show_view(self, view: str) -> None:
        """Show the view mode and how to leave it; nothing for the empty one."""
        texts = {
            "focus": self.tr("Fokus – Esc beendet"),
            "preview": self.tr("Nur die Vorschau – Esc beendet"),
            "form": self.tr("Nur das Formular – Esc beendet"),
        }
        self._view.setVisible(bool(view))
        self._show(self._view, texts.get(view, ""))

    def show_variant(self, variant: str) -> None:
        """Show the variant of German that is checked, as "de-AT"."""
        texts = {
            "de-DE": self.tr("Deutsch (Deutschland)"),
            "de-AT": self.tr("Deutsch (Österreich)"),
            "de-CH": self.tr("Deutsch (Schweiz)"),
        }
        self._show(self.variant, texts[variant])

    def _fit(self) -> None:
        shown: list[QWidget] = [self._view, self.saved]
        optional = [self.numbers, self.variant]
        if self._offer is not None and not self._offer.isHidden():
            # What is offered says what is missing.
            beside = sum(label.sizeHint().width() for label in shown if not label.isHidden())
            # It gives up part of its text; otherwise the labels beside it would be cut off.
            self._offer.setMaximumWidth(max(1, self.width() - beside - self._theme.px(_AIR)))
            shown.append(self._offer)
            optional.insert(0, self.checker)
        else:
            shown.append(self.checker)
            self.checker.show()
        room = self.width() - sum(widget.sizeHint().width() for widget in shown)
        for label in optional:
            room -= label.sizeHint().width()
            label.setVisible(room >= 0)

    def _show(self, label: QLabel, text: str, spoken: str = "") -> None:
        """Show ``text``, which a screen reader reads as ``spoken``; a fixed name would hide it."""
        label.setText(text)
        label.setAccessibleName(spoken or text or label.accessibleDescription())
        self._fit()

    def _label(self, name: str, spoken: str, *, permanent: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(spoken)
        label.setAccessibleDescription(spoken)
        add = self.addPermanentWidget if permanent else self.addWidget
        add(label)
        return label
