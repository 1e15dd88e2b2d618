"""Words of a finding as labels and headlines show them."""

import re

from PySide6.QtCore import QCoreApplication

from editor.languagetool.finding import Finding, is_speller

_BLANK = "␣"
_SPOKEN_SUGGESTIONS = 3
"""Replacements that a screen reader says; the card has more."""
_BLANKS = re.compile(f"{_BLANK}+")
_SENTENCE_END = re.compile(r"(?<=\w{3})([“”»]?[.?!]|[.?!][“”»])\s+(?=[„“»A-Z\xc4\xd6\xdc])")
"""End of a sentence; after fewer than three letters a full stop is that of an abbreviation."""


def readable(text: str) -> str:
    """Return ``text`` on one line, with a visible sign for every blank at its ends."""
    inside = " ".join(text.split())
    if not inside:
        return _BLANK * len(text)
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return f"{_BLANK * before}{inside}{_BLANK * after}"


def spoken(text: str) -> str:
    """Return ``text``, which ``readable`` has returned, with words for the signs of blanks."""
    return _BLANKS.sub(lambda blanks: f" {_blanks(len(blanks[0]))} ", text).strip()


def announcement(words: str, finding: Finding) -> str:
    """Return what a screen reader says of ``finding``, which is about ``words`` of the text."""
    headline, rest = headline_of(finding)
    first = [label(item) for item in finding.replacements[:_SPOKEN_SUGGESTIONS]]
    others = [item for item in first if f"„{item}“" not in headline]
    offer = ""
    if not finding.replacements:
        offer = QCoreApplication.translate("FindingCard", "Hierfür gibt es keinen Vorschlag.")
    elif others:
        offer = QCoreApplication.translate("FindingCard", "Vorschläge: {words}")
        offer = offer.format(words=", ".join(others))
    return spoken(" ".join(filter(None, (f"„{readable(words)}“:", headline, rest, offer))))


def _blanks(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("FindingCard", "Leerzeichen", "one blank")
    return QCoreApplication.translate("FindingCard", "{n} Leerzeichen").format(n=count)


def label(replacement: str) -> str:
    """Return the label of a replacement in a list or a menu; an empty one deletes the text."""
    return readable(replacement) or QCoreApplication.translate("SectionEditor", "(entfernen)")


def headline_of(finding: Finding) -> tuple[str, str]:
    """Return the question of a finding's message, else its first sentence, and the rest.

    The rest may be empty. Of a misspelt word it is the question for the first replacement.
    """
    if is_speller(finding) and finding.replacements:
        question = QCoreApplication.translate("FindingCard", "Meinten Sie „{word}“?")
        return question.format(word=readable(finding.replacements[0])), ""
    marked = _SENTENCE_END.sub(r"\1\n", finding.message)
    sentences = marked.split("\n")
    asked = (sentence for sentence in sentences if sentence.rstrip("“”»").endswith("?"))
    headline = next(asked, sentences[0])
    sentences.remove(headline)
    return headline, " ".join(sentences)
