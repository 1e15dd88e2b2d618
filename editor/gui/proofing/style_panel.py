"""Side panel for style: a switch, a row per rule, and the repeated words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor.gui.deferred import Deferred
from editor.gui.proofing.style_rule_list import StyleRuleList
from editor.gui.theme import Theme
from editor.gui.widgets.row_list import ListRow
from editor.gui.widgets.side_tabs import SidePanel
from editor.languagetool.finding import Finding
from editor.proofing.repetitions import Repetition, repeated_words
from editor.proofing.style import REPETITIONS, StyleChoice, StyleOptions, style_rules
from editor.proofing.unknown_words import SectionFinding


class StylePanel(SidePanel):
    """Shows the writer's choices about style and the numbers of findings."""

    switched = Signal(bool)
    """Emitted with whether style is to be checked."""
    changed = Signal(object)
    """Emitted with the StyleOptions after a choice."""
    chosen = Signal(str, object)
    """Emitted with section and finding to go to."""
    titled = Signal(str)
    """Emitted with the title of the tab, as "Stil · 3"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stylePane")
        self._style = StyleOptions(enabled=False)
        self._places: Mapping[str, Sequence[SectionFinding]] = {}
        self._repeated: Sequence[Repetition] = ()
        self._visits: Counter[str] = Counter()
        self.switch = QCheckBox(self.tr("Stil prüfen"), self)
        self.switch.setObjectName("style.switch")
        self.switch.clicked.connect(self.switched)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # Not for the first paint: another panel is in front then.
        self._list = Deferred(self._build_list)

    def take_focus(self) -> None:
        """Give the keyboard to the first rule, or to the switch while style is off."""
        if self._style.enabled:
            self._list.get().focus_first()
        else:
            self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Show the panel in ``theme``."""
        self._theme = theme
        if self._list.built is not None:
            self._list.built.set_theme(theme)

    def show_style(self, style: StyleOptions) -> None:
        """Show the writer's choices; does not emit ``changed``."""
        self._style = style
        self.switch.setChecked(style.enabled)
        self._list.get().show_style(style)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the list if it is the first time."""
        self._list.get()
        super().showEvent(event)

    def show_findings(
        self, findings: Mapping[str, Sequence[Finding]], texts: Mapping[str, str]
    ) -> None:
        """Show the numbers of ``findings`` in ``texts``, both by section in reading order."""
        sections = {key: (text, findings.get(key, ())) for key, text in texts.items()}
        self._repeated = repeated = repeated_words(sections)
        rules = {rule.rule: rule.key for rule in style_rules() if rule.rule}
        places: dict[str, list[SectionFinding]] = {}
        for section, (_, present) in sections.items():
            for finding in present:
                if finding.rule in rules:
                    places.setdefault(rules[finding.rule], []).append(
                        SectionFinding(section, finding)
                    )
        places[REPETITIONS] = [place for item in repeated for place in item.places]
        self._places = places | {_word_key(item): item.places for item in repeated}
        counts = {key: len(found) for key, found in places.items()}
        self._list.get().show_counts(counts, [self._line(item) for item in repeated])
        total = sum(map(len, places.values()))
        self.titled.emit(self.tr("Stil · {n}").format(n=total) if total else self.tr("Stil"))

    def _line(self, item: Repetition) -> ListRow:
        spoken = self.tr("{word}, {n} Stellen").format(word=item.word, n=item.count)
        return ListRow(item.word, side=f"{item.count} ×", spoken=spoken)

    def _choose(self, key: str, choice: StyleChoice) -> None:
        self.show_style(self._style.choose(key, choice))
        self.changed.emit(self._style)

    def _go_on(self, key: str) -> None:
        """Go to the next place of the rule or word ``key``, around the end."""
        places = self._places.get(key, ())
        if places:
            place = places[self._visits[key] % len(places)]
            self._visits[key] += 1
            self.chosen.emit(place.section, place.finding)

    def _build_list(self) -> StyleRuleList:
        rules = StyleRuleList(self._theme, self)
        rules.changed.connect(self._choose)
        rules.next_requested.connect(self._go_on)
        rules.word_chosen.connect(lambda line: self._go_on(_word_key(self._repeated[line])))
        rules.show_style(self._style)
        self._column.addWidget(rules)
        return rules


def _word_key(item: Repetition) -> str:
    return f"word.{item.word}"
