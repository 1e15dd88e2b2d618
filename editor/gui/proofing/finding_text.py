"""Words of a finding as labels and headlines show them."""

import re

from PySide6.QtCore import QCoreApplication

from editor.languagetool.finding import Finding, is_speller

_BLANK = "␣"
_SENTENCE_END = re.compile(r"(?<=\w{3})([“”»]?[.?!]|[.?!][“”»])\s+(?=[„“»A-Z\xc4\xd6\xdc])")
"""End of a sentence; after fewer than three letters a full stop is that of an abbreviation."""


def readable(text: str) -> str:
    """Return ``text`` on one line, with a visible sign for every blank at its ends."""
    inside = " ".join(text.split())
    if not inside:
        return _BLANK * len(text)
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return f"{_BLANK * before}{inside}{_BLANK * after}"


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
