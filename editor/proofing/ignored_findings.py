"""What a writer does not want to hear again: one finding in its sentence, or a whole rule."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from editor.languagetool.finding import Finding
from editor.markdown.plaintext import PlainText, plain_text
from editor.review.model import Review

HIDDEN_KEY = "hidden"
"""Key of the front matter: a list of {rule, sentence}."""
_END = re.compile(r"[.!?…]+[“”\"»«’')\]]*(?=\s)|\n\n")
_CONTEXT = 80
"""Code points of the sentence on either side: enough to know it again, short enough to read."""

Fingerprint = tuple[str, str]
"""A rule and a sentence, as ``fingerprint`` returns them."""


@dataclass(frozen=True, slots=True)
class IgnoredFindings:
    """Findings that are hidden where they are, and rules that are off everywhere."""

    hidden: frozenset[Fingerprint] = frozenset()
    rules_off: frozenset[str] = frozenset()

    @classmethod
    def of(cls, review: Review, rules_off: Iterable[str] = ()) -> "IgnoredFindings":
        """Return what the front matter of ``review`` hides; ``rules_off`` are the writer's."""
        return cls(frozenset(_pairs(review.fact(HIDDEN_KEY))), frozenset(rules_off))

    def hide(self, markdown: str, finding: Finding) -> "IgnoredFindings":
        """Return the decisions with ``finding``, one of the text ``markdown``, hidden."""
        return replace(self, hidden=self.hidden | {fingerprint(markdown, finding)})

    def show(self, pair: Fingerprint) -> "IgnoredFindings":
        """Return the decisions with a hidden finding shown again."""
        return replace(self, hidden=self.hidden - {pair})

    def stored(self) -> list[dict[str, str]]:
        """Return the hidden findings as the front matter has them, sorted."""
        return [{"rule": rule, "sentence": text} for rule, text in sorted(self.hidden)]


def fingerprint(markdown: str, finding: Finding) -> Fingerprint:
    """Return the rule and the sentence by which ``finding`` is known again.

    The sentence is what a reader sees, without markup and with single blanks, and the words in
    question are in brackets: „Nun ist es [soweit].“ A long one is cut on both sides, so that it
    outlasts edits elsewhere in the text and white space or emphasis within.
    """
    return finding.rule, sentence_fingerprint(plain_text(markdown), finding)


def sentence_fingerprint(plain: PlainText, finding: Finding) -> str:
    """Return the second half of ``fingerprint`` for a text that is plain already."""
    start, end = plain.plain_offset(finding.start), plain.plain_offset(finding.end)
    if start is None or end is None:
        return ""
    near = plain.text[max(0, start - 3 * _CONTEXT) : start]
    far = plain.text[end : end + 3 * _CONTEXT]
    before = near[max((match.end() for match in _END.finditer(near)), default=0) :]
    stop = _END.search(far)
    after = far[: stop.end()] if stop else far
    before, said, after = map(_blank, (before, plain.text[start:end], after))
    return f"{before[-_CONTEXT:]}[{said}]{after[:_CONTEXT]}".strip()


def _blank(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _pairs(value: Any) -> Sequence[Fingerprint]:
    """Return the pairs in a value of the front matter, which anybody may have edited."""
    entries = value if isinstance(value, list) else []
    return [
        (str(entry["rule"]), str(entry["sentence"]))
        for entry in entries
        if isinstance(entry, dict) and {"rule", "sentence"} <= entry.keys()
    ]
