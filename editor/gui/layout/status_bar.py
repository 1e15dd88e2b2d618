"""The status bar, where the program speaks: checker, numbers, saved when, which German."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from editor.gui.form.rating_text import format_rating
from editor.gui.theme import Theme
from editor.languagetool.state import EnginePhase, EngineState
from editor.review.statistics import Statistics


class StatusBar(QStatusBar):
    """Shows the state of the checker, the numbers of the review and of its file."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: EngineState | None = None
        self._findings = 0
        self.setSizeGripEnabled(False)
        self.checker = self._label("status.checker", self.tr("Prüfung"))
        # A long sentence is cut off where there is no room: the window does not grow for it.
        self.checker.setMinimumWidth(1)
        self.numbers = self._label("status.numbers", self.tr("Umfang und Lesbarkeit"))
        self._view = self._label("status.view", self.tr("Ansicht"), permanent=True)
        self._view.hide()
        self.saved = self._label("status.saved", self.tr("Gesichert"), permanent=True)
        self.variant = self._label("status.variant", self.tr("Deutsch"), permanent=True)

    def set_theme(self, theme: Theme) -> None:
        """Show the status in ``theme``."""
        self._theme = theme
        if self._state is not None:
            self.show_state(self._state, self._findings)

    def show_state(self, state: EngineState, findings: int) -> None:
        """Say what the checker does and how many findings there are."""
        self._state, self._findings = state, findings
        role = {EnginePhase.READY: "good", EnginePhase.FAILED: "spelling"}.get(
            state.phase, "soft_ink"
        )
        text = state.sentence.text()
        short, _, more = text.partition(";")
        if state.phase is EnginePhase.READY and findings:
            short += " · " + (
                self.tr("1 Fund") if findings == 1 else self.tr("{n} Funde").format(n=findings)
            )
        dot = f'<span style="color:{self._theme.color(role).name()}">●</span> '
        if self.checker.text() != dot + short:
            _say(self.checker, dot + short, short)
        self.checker.setToolTip(text if more else "")

    def show_numbers(self, total: Statistics) -> None:
        """Say how long the review is and how hard to read."""
        texts = [self.tr("{n} Wörter").format(n=f"{total.words:,}".replace(",", "."))]
        if total.words:
            minutes = max(1, round(total.reading_seconds / 60))
            texts.append(self.tr("{n} Min. Lesezeit").format(n=minutes))
            texts.append(f"LIX {format_rating(round(total.lix or 0))}")
        _say(self.numbers, " · ".join(texts))

    def show_saved(
        self, *, dirty: bool, path: str, at: datetime | None, held: bool = False
    ) -> None:
        """Say whether everything is in the file, and since when if that was just now.

        ``held`` says that somebody else has the file, so that it can only be read here.
        """
        if held:
            _say(self.saved, self.tr("Nur lesen"))
        elif not path:
            _say(self.saved, self.tr("Noch nicht gesichert"))
        elif dirty:
            _say(self.saved, self.tr("Geändert"))
        elif at is not None:
            _say(self.saved, self.tr("Gesichert um {t}").format(t=f"{at:%H:%M}"))
        else:
            _say(self.saved, self.tr("Gesichert"))
        self.saved.setToolTip(path)

    def show_view(self, view: str) -> None:
        """Say that only a part of the window is shown, and how to come back."""
        texts = {
            "focus": self.tr("Fokus – Esc beendet"),
            "preview": self.tr("Nur die Vorschau – Esc beendet"),
            "form": self.tr("Nur das Formular – Esc beendet"),
        }
        _say(self._view, texts.get(view, ""))
        self._view.setVisible(bool(view))

    def show_variant(self, variant: str) -> None:
        """Say which German is checked."""
        texts = {
            "de-DE": self.tr("Deutsch (Deutschland)"),
            "de-AT": self.tr("Deutsch (Österreich)"),
            "de-CH": self.tr("Deutsch (Schweiz)"),
        }
        _say(self.variant, texts[variant])

    def _label(self, name: str, spoken: str, *, permanent: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(spoken)
        label.setAccessibleDescription(spoken)
        add = self.addPermanentWidget if permanent else self.addWidget
        add(label)
        return label


def _say(label: QLabel, text: str, spoken: str = "") -> None:
    """Show ``text``, and have it read as ``spoken``: a fixed name would hide it from listeners."""
    label.setText(text)
    label.setAccessibleName(spoken or text or label.accessibleDescription())
