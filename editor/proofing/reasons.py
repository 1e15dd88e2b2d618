"""Reasons why a word is right or a finding is not shown."""

from dataclasses import dataclass, field
from enum import StrEnum

from editor.localized import Localized


class ReasonKind(StrEnum):
    """Source of a reason: the entry that makes a word right, or the decision about a finding."""

    NAME = "name"
    REVIEW = "review"
    DICTIONARY = "own"
    TERM = "term"
    ABBREVIATION = "abbreviation"
    FOREIGN = "foreign"
    LOAN_WORD = "loan_word"
    TITLE = "title"
    HIDDEN = "hidden"
    RULE_OFF = "rule_off"
    PROPOSED = "proposed"


_TEXTS = {
    ReasonKind.NAME: Localized("Name aus den Angaben", "Name from the facts"),
    ReasonKind.REVIEW: Localized("In dieser Rezension angenommen", "Accepted in this review"),
    ReasonKind.DICTIONARY: Localized("Aus dem eigenen Wörterbuch", "From your own dictionary"),
    ReasonKind.TERM: Localized("Fachwort", "Technical term"),
    ReasonKind.ABBREVIATION: Localized(
        "Abkürzung in einer Zusammensetzung", "Abbreviation in a compound"
    ),
    ReasonKind.FOREIGN: Localized("Fremdsprachige Stelle", "Passage in another language"),
    ReasonKind.LOAN_WORD: Localized("Englisches Wort", "English word"),
    ReasonKind.TITLE: Localized("Anfang eines Titels", "Beginning of a title"),
    ReasonKind.HIDDEN: Localized("Hier ausgeblendet", "Hidden here"),
    ReasonKind.RULE_OFF: Localized("Regel abgeschaltet", "Rule switched off"),
    ReasonKind.PROPOSED: Localized("Möglicher Name", "Possible name"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a word is right or a finding is not shown.

    ``fact`` and ``label`` are the key and the label of the fact that has a name.
    """

    kind: ReasonKind
    fact: str = ""
    label: Localized = field(default_factory=Localized)

    def text(self) -> str:
        """Return the reason in the current language: „Name aus den Angaben (Regie)“."""
        text = _TEXTS[self.kind].text()
        return f"{text} ({self.label})" if self.label else text
