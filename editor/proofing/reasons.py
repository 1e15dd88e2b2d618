"""Why a finding is not shown."""

from dataclasses import dataclass, field
from enum import StrEnum

from editor.review.form import Label


class Why(StrEnum):
    """Who vouches for a word, or who does not want to see a finding."""

    NAME = "name"
    REVIEW = "review"
    OWN = "own"
    TERM = "term"
    FOREIGN = "foreign"
    HIDDEN = "hidden"
    RULE_OFF = "rule_off"


_TEXTS = {
    Why.NAME: Label("Name aus den Angaben", "Name from the facts"),
    Why.REVIEW: Label("In dieser Rezension angenommen", "Accepted in this review"),
    Why.OWN: Label("Aus dem eigenen Wörterbuch", "From your own dictionary"),
    Why.TERM: Label("Fachwort", "Technical term"),
    Why.FOREIGN: Label("Fremdsprachige Stelle", "Passage in another language"),
    Why.HIDDEN: Label("Hier ausgeblendet", "Hidden here"),
    Why.RULE_OFF: Label("Regel abgeschaltet", "Rule switched off"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding is not shown; ``fact`` and ``label`` are those of a name's field."""

    why: Why
    fact: str = ""
    label: Label = field(default_factory=Label)

    def text(self, language: str = "de") -> str:
        """Return it in the language "de" or "en": „Name aus den Angaben (Regie)“."""
        text = _TEXTS[self.why].text(language)
        return f"{text} ({self.label.text(language)})" if self.label.de else text
