"""Check of Markdown with a running LanguageTool."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from editor.errors import LanguageToolError
from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.request import CheckRequest
from editor.languagetool.transport import Transport
from editor.markdown.plaintext import PlainText, plain_text

if TYPE_CHECKING:
    from language_tool_python import Match

    from editor.languagetool.http_client import HttpClient

_UNSENDABLE = re.compile("[\0\ud800-\udfff]")
"""NUL and lone surrogates: the first ends a text for some code, the others have no encoding."""
_REPLACEMENT = "\ufffd"
_STYLE_TYPES = {"style", "register"}
# Without REDUNDANCY: a repeated word is a slip, and its other rules have the type style.
_STYLE_CATEGORIES = {
    "COLLOQUIALISMS",
    "CREATIVE_WRITING",
    "GENDER_NEUTRALITY",
    "REPETITIONS_STYLE",
    "STYLE",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """Seconds that a check may take."""

    cold: float = 60.0
    """For the first one, which loads the dictionaries: 7 s on two idle cores, 20 s on busy ones."""
    warm: float = 30.0
    per_character: float = 0.001
    """Added for a long text: a thousand unknown words in a row take 6.5 s."""

    def of(self, text: str, *, cold: bool) -> float:
        """Return the deadline for ``text``."""
        return (self.cold if cold else self.warm) + self.per_character * len(text)


class Checker:
    """Checks one variant of German on the server at ``url``, to which ``transport`` sends requests.

    May be called from any thread.
    """

    # The library's Match converts offsets with state of its class: one call at a time.
    _one_at_a_time: ClassVar[threading.Lock] = threading.Lock()

    def __init__(
        self,
        url: str,
        transport: Transport,
        variant: str = "de-DE",
        *,
        picky: bool = False,
        deadline: Deadline | None = None,
    ) -> None:
        self._url = url
        self._variant = variant
        self._picky = picky
        self._deadline = deadline or Deadline()
        self._transport = transport
        self._client: HttpClient | None = None

    def check(self, markdown: str) -> tuple[Finding, ...]:
        """Return the findings in ``markdown``, in order and each once.

        Raises LanguageToolError when the server cannot be reached, exceeds the deadline or answers
        with something other than findings.
        """
        plain = plain_text(markdown)
        return map_to_markdown(plain, self.send(CheckRequest(plain.text)))

    def send(self, request: CheckRequest) -> tuple[Finding, ...]:
        """Return the findings in the plain text of ``request``, in order and each once.

        Raises LanguageToolError as ``check`` does.
        """
        text = _UNSENDABLE.sub(_REPLACEMENT, request.text)
        if not any(map(str.isalpha, text)):
            return ()
        level = {"level": "picky"} if self._picky else {}
        with self._one_at_a_time:
            matches = self._matches(text, {**level, **request.parameters()})
        return _ordered(_finding(text, match) for match in matches)

    def _matches(self, text: str, parameters: Mapping[str, str]) -> list[Match]:
        # The library takes a tenth of a second to import: after the window is on the screen.
        from editor.languagetool.http_client import HttpClient  # noqa: PLC0415

        limit = self._deadline.of(text, cold=self._client is None)
        client = self._client or HttpClient(self._url, self._variant, self._transport)
        try:
            matches = client.check(text, parameters, limit)
        except (ValueError, LookupError, TypeError):
            # Not “from error”: a decoder's error has the response, and that quotes the text.
            raise _not_understood_error() from None
        self._client = client
        return matches


def map_to_markdown(plain: PlainText, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a plain text at their places in the Markdown, in order.

    Those that only concern markup are left out.
    """
    places = ((finding, _markdown_span(plain, finding)) for finding in findings)
    return _ordered(replace(f, start=span[0], end=span[1]) for f, span in places if span)


def _markdown_span(plain: PlainText, finding: Finding) -> tuple[int, int] | None:
    """Return the place in the Markdown; a blank at its start may be a line break there.

    „morgen⏎nicht wahr“: a replacement of „ nicht“ replaces the line break, too.
    """
    span = plain.source_span(finding.start, finding.end)
    if span and finding.end > finding.start > 0 and plain.text[finding.start].isspace():
        before = plain.source_span(finding.start - 1, finding.start)
        return (before[1], span[1]) if before else span
    return span


def _finding(text: str, match: Match) -> Finding:
    return Finding(
        match.offset,
        _end(text, match.offset, match.error_length),
        match.rule_id,
        match.category,
        match.message,
        tuple(match.replacements),
        _kind(match),
    )


def _end(text: str, start: int, units: int) -> int:
    """Return the end of a match of ``units`` UTF-16 units from the code point ``start`` on.

    The library converts offsets into code points, but leaves lengths as the server counts them.
    """
    end = start
    while units > 0 and end < len(text):
        units -= 2 if text[end] > "\uffff" else 1
        end += 1
    return end


def _kind(match: Match) -> FindingKind:
    if match.category in _STYLE_CATEGORIES or match.rule_issue_type in _STYLE_TYPES:
        return FindingKind.STYLE
    is_misspelling = match.rule_issue_type == "misspelling"
    return FindingKind.SPELLING if is_misspelling else FindingKind.GRAMMAR


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by place; of several findings of one rule at one place the first stays."""
    unique: dict[tuple[int, int, str], Finding] = {}
    for finding in findings:
        unique.setdefault((finding.start, finding.end, finding.rule), finding)
    return tuple(unique[key] for key in sorted(unique))


def _not_understood_error() -> LanguageToolError:
    return LanguageToolError(
        "LanguageTool hat unverständlich geantwortet; bitte starten Sie die Prüfung neu.",
        "LanguageTool’s answer makes no sense; please restart checking.",
    )
