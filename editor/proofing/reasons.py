"""Reasons why a word is right or a finding is not shown."""

from dataclasses import dataclass, field
from enum import StrEnum

from editor.review.form import Label


class ReasonKind(StrEnum):
    """Source of a reason: the entry that makes a word right, or the decision about a finding."""

    NAME = "name"
    REVIEW = "review"
    DICTIONARY = "own"
    TERM = "term"
    FOREIGN = "foreign"
    HIDDEN = "hidden"
    RULE_OFF = "rule_off"


_TEXTS = {
    ReasonKind.NAME: Label("Name aus den Angaben", "Name from the facts"),
    ReasonKind.REVIEW: Label("In dieser Rezension angenommen", "Accepted in this review"),
    ReasonKind.DICTIONARY: Label("Aus dem eigenen Wörterbuch", "From your own dictionary"),
    ReasonKind.TERM: Label("Fachwort", "Technical term"),
    ReasonKind.FOREIGN: Label("Fremdsprachige Stelle", "Passage in another language"),
    ReasonKind.HIDDEN: Label("Hier ausgeblendet", "Hidden here"),
    ReasonKind.RULE_OFF: Label("Regel abgeschaltet", "Rule switched off"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a word is right or a finding is not shown.

    ``fact`` and ``label`` are the key and the label of the fact that has a name.
    """

    kind: ReasonKind
    fact: str = ""
    label: Label = field(default_factory=Label)

    def text(self, language: str = "de") -> str:
        """Return the reason in the language "de" or "en": „Name aus den Angaben (Regie)“."""
        text = _TEXTS[self.kind].text(language)
        return f"{text} ({self.label.text(language)})" if self.label.de else text
