"""Row of the findings panel: its content, and how that is worded when the row is seen."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.gui.proofing.finding_text import label, readable, spoken
from editor.gui.widgets.row_list import ListRow
from editor.languagetool.finding import Finding, FindingKind
from editor.localized import Localized
from editor.proofing.repetitions import Repetition
from editor.proofing.topics import topic
from editor.proofing.unknown_words import SectionFinding, UnknownWord

translate = QCoreApplication.translate

_LETTERS = {FindingKind.SPELLING: "R", FindingKind.GRAMMAR: "G", FindingKind.STYLE: "S"}


class FindingRow(NamedTuple):
    """A row: one finding, or all findings of a word that is unknown or repeated."""

    section: str
    finding: Finding
    group: UnknownWord | Repetition | None = None

    def has(self, section: str, finding: Finding) -> bool:
        """Tell whether the row stands for ``finding`` of ``section``."""
        if self.group is None:
            return (self.section, self.finding) == (section, finding)
        return SectionFinding(section, finding) in self.group.places

    def content(self, section_label: str, markdown: str) -> "RowContent":
        """Return the content of the row; ``markdown`` is the text of its section."""
        finding, group = self.finding, self.group
        return RowContent(
            finding.kind,
            markdown[finding.start : finding.end],
            finding.replacements[:1],
            finding.message,
            topic(finding),
            section_label,
            *((type(group), group.word, group.count) if group else ()),
        )


class RowContent(NamedTuple):
    """Content of a row, from which it is worded; independent of where the finding is."""

    kind: FindingKind
    text: str
    """The Markdown that the finding is about."""
    replacement: tuple[str, ...]
    """The first replacement, if there is one."""
    message: str
    topic: Localized
    section_label: str
    group: type[UnknownWord | Repetition] | None = None
    word: str = ""
    places: int = 0
    """Number of places of the group."""

    def list_row(self) -> ListRow:
        """Return the row in words."""
        letter, side = _LETTERS[self.kind], self.section_label
        summary, note = self._summary(), self._note()
        if self.group is not None:
            side = translate("FindingsPanel", "ganze Rezension")
        if self.group is UnknownWord:
            letter = "?"
        said = spoken(summary).replace(" → ", ", ")
        said = ", ".join(filter(None, (f"{kind_name(self.kind)}: {said}", note)))
        return ListRow(
            summary,
            side=side,
            letter=letter,
            letter_color=self.kind.value,
            tip=self.message,
            spoken=f"{said}. {self.message} {side}",
            note=note,
        )

    def _summary(self) -> str:
        if self.group is not None:
            return f"„{self.word}“"
        words = readable(self.text)
        suggestion = "".join(f" → {label(replacement)}" for replacement in self.replacement)
        return f"„{words}“{suggestion}" if words else self.message

    def _note(self) -> str:
        if self.group is Repetition:
            return translate("FindingsPanel", "{n} Stellen").format(n=self.places)
        if self.group is UnknownWord:
            return translate("FindingsPanel", "unbekannt, {n} Stellen").format(n=self.places)
        return self.topic.text()


def kind_name(kind: FindingKind) -> str:
    """Return the name of a kind in the language of the window."""
    match kind:
        case FindingKind.SPELLING:
            return translate("FindingsPanel", "Rechtschreibung")
        case FindingKind.GRAMMAR:
            return translate("FindingsPanel", "Grammatik")
        case FindingKind.STYLE:
            return translate("FindingsPanel", "Stil")


def names_row(count: int) -> ListRow:
    """Return the row of ``count`` possible names that wait for the writer's decision."""
    text = (
        translate("FindingsPanel", "1 möglicher Name – ansehen")
        if count == 1
        else translate("FindingsPanel", "{n} mögliche Namen – ansehen").format(n=count)
    )
    tip = translate(
        "FindingsPanel", "Öffnet die Liste; bis Sie entschieden haben, ist nichts unterstrichen."
    )
    return ListRow(text, quiet=True, tip=tip, spoken=f"{text}. {tip}")
