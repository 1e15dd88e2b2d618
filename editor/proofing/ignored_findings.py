"""Findings that the writer does not want to see again: one in its sentence, or a whole rule."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from editor.languagetool.finding import Finding
from editor.markdown.plaintext import PlainText, plain_text
from editor.review.model import Review

HIDDEN_KEY = "hidden"
"""Key of the front matter: a list of {rule, sentence}."""
_SENTENCE_END = re.compile(r"[.!?…]+[“”\"»«’')\]]*(?=\s)|\n\n")
_CONTEXT = 80
"""Code points of the sentence on either side: enough to recognize it, short enough to read."""

Fingerprint = tuple[str, str]
"""A rule and a sentence, as ``fingerprint`` returns them."""


@dataclass(frozen=True, slots=True)
class IgnoredFindings:
    """Findings that are hidden at their place in a review, and rules that are off everywhere."""

    hidden: frozenset[Fingerprint] = frozenset()
    rules_off: frozenset[str] = frozenset()

    @classmethod
    def of(cls, review: Review, rules_off: Iterable[str] = ()) -> "IgnoredFindings":
        """Return the hidden findings in the front matter of ``review``, and the ``rules_off``."""
        return cls(frozenset(_fingerprints(review.fact(HIDDEN_KEY))), frozenset(rules_off))

    def hide(self, markdown: str, finding: Finding) -> "IgnoredFindings":
        """Return these with ``finding``, one of the text ``markdown``, hidden."""
        return replace(self, hidden=self.hidden | {fingerprint(markdown, finding)})

    def show(self, hidden: Fingerprint) -> "IgnoredFindings":
        """Return these with a ``hidden`` finding shown again."""
        return replace(self, hidden=self.hidden - {hidden})

    def stored(self) -> list[dict[str, str]]:
        """Return the hidden findings as the value of ``HIDDEN_KEY``, sorted."""
        return [{"rule": rule, "sentence": text} for rule, text in sorted(self.hidden)]


def fingerprint(markdown: str, finding: Finding) -> Fingerprint:
    """Return the rule and the sentence by which ``finding`` is recognized in later texts.

    The sentence is that of the plain text, with single blanks and with the words of the finding in
    brackets: „Nun ist es [soweit].“ A long one is cut on both sides. So it outlasts edits elsewhere
    in the text, and changes of white space and emphasis within.
    """
    return finding.rule, sentence_fingerprint(plain_text(markdown), finding)


def sentence_fingerprint(plain: PlainText, finding: Finding) -> str:
    """Return the sentence of ``fingerprint``, from the plain text of its Markdown."""
    start, end = plain.plain_offset(finding.start), plain.plain_offset(finding.end)
    if start is None or end is None:
        return ""
    near = plain.text[max(0, start - 3 * _CONTEXT) : start]
    far = plain.text[end : end + 3 * _CONTEXT]
    before = near[max((match.end() for match in _SENTENCE_END.finditer(near)), default=0) :]
    stop = _SENTENCE_END.search(far)
    after = far[: stop.end()] if stop else far
    before, words, after = map(_single_blanks, (before, plain.text[start:end], after))
    return f"{before[-_CONTEXT:]}[{words}]{after[:_CONTEXT]}".strip()


def _single_blanks(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _fingerprints(value: Any) -> Sequence[Fingerprint]:
    """Return the fingerprints in a value of the front matter, which may have any form."""
    entries = value if isinstance(value, list) else []
    return [
        (str(entry["rule"]), str(entry["sentence"]))
        for entry in entries
        if isinstance(entry, dict) and {"rule", "sentence"} <= entry.keys()
    ]
