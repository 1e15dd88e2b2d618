"""Checks Markdown with a running LanguageTool through the client of language_tool_python."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from editor.errors import LanguageToolError
from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.http_client import Transport, send_request
from editor.languagetool.request import CheckRequest
from editor.markdown.plaintext import PlainText, plain_text

if TYPE_CHECKING:
    from language_tool_python.match import Match

    from editor.languagetool.http_client import HttpClient

_UNSENDABLE = re.compile("[\0\ud800-\udfff]")
"""NUL and lone surrogates: the first ends a text for some code, the others have no encoding."""
_REPLACEMENT = "\ufffd"
_STYLE_TYPES = {"style", "register"}
# REDUNDANCY is not among them: a word twice in a row is a slip, and its others have the type style.
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
    """More for a long text: a thousand unknown words in a row take 6.5 s."""

    def of(self, text: str, *, cold: bool) -> float:
        """Return the deadline for ``text``."""
        return (self.cold if cold else self.warm) + self.per_character * len(text)


class Checker:
    """Checks one variant of German on the server at ``url``. May be called from any thread."""

    # The client converts offsets with state that its classes share: one call at a time.
    _one_at_a_time: ClassVar[threading.Lock] = threading.Lock()

    def __init__(
        self,
        url: str,
        variant: str = "de-DE",
        picky: bool = False,  # noqa: FBT001, FBT002 - a setting, passed on by name
        deadline: Deadline | None = None,
        carry: Transport = send_request,
    ) -> None:
        self._url = url
        self._variant = variant
        self._picky = picky
        self._deadline = deadline or Deadline()
        self._carry = carry
        self._client: HttpClient | None = None

    def check(self, markdown: str) -> tuple[Finding, ...]:
        """Return the findings in ``markdown``, in order and each once.

        Raises LanguageToolError when the server cannot be reached, overruns the deadline or
        answers with something else than findings.
        """
        plain = plain_text(markdown)
        return map_to_markdown(plain, self.send(CheckRequest(plain.text)))

    def send(self, request: CheckRequest) -> tuple[Finding, ...]:
        """Return the findings in a plain text, in order and each once; raises what check does."""
        text = _UNSENDABLE.sub(_REPLACEMENT, request.text)
        if not any(map(str.isalpha, text)):
            return ()
        with self._one_at_a_time:
            matches = self._matches(text, request.parameters())
        return _ordered(_finding(text, match) for match in matches)

    def _matches(self, text: str, parameters: Mapping[str, str]) -> list[Match]:
        # The library costs a tenth of a second; the window is on the screen before it is needed.
        from editor.languagetool.http_client import HttpClient  # noqa: PLC0415

        limit = self._deadline.of(text, cold=self._client is None)
        try:
            client = self._client or HttpClient(self._url, self._variant, limit, self._carry)
            client.picky, client.limit, client.parameters = self._picky, limit, parameters
            matches = client.check(text)
        except (ValueError, LookupError, TypeError):
            # Not „from error“: a decoder's error carries the answer, and that quotes the text.
            raise _not_understood() from None
        self._client = client
        return matches


def map_to_markdown(plain: PlainText, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a plain text at their places in the Markdown, in order.

    Those that only concern markup are left out.
    """
    places = ((finding, _source(plain, finding)) for finding in findings)
    return _ordered(replace(f, start=span[0], end=span[1]) for f, span in places if span)


def _source(plain: PlainText, finding: Finding) -> tuple[int, int] | None:
    """Return the place in the Markdown; a blank at its start may be a line break there.

    „morgen⏎nicht wahr“: what takes the place of „ nicht“ takes that of the line break, too.
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

    The client converts offsets into code points, but leaves lengths as the server counts them.
    """
    end = start
    while units > 0 and end < len(text):
        units -= 2 if text[end] > "\uffff" else 1
        end += 1
    return end


def _kind(match: Match) -> FindingKind:
    if match.category in _STYLE_CATEGORIES or match.rule_issue_type in _STYLE_TYPES:
        return FindingKind.STYLE
    return FindingKind.SPELLING if match.rule_issue_type == "misspelling" else FindingKind.GRAMMAR


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by place; of findings of one rule at one place the first stays."""
    unique: dict[tuple[int, int, str], Finding] = {}
    for finding in findings:
        unique.setdefault((finding.start, finding.end, finding.rule), finding)
    return tuple(unique[key] for key in sorted(unique))


def _not_understood() -> LanguageToolError:
    return LanguageToolError(
        "LanguageTool hat unverständlich geantwortet; bitte noch einmal prüfen und "
        "„rezensent doctor“ ausführen.",
        "LanguageTool's answer makes no sense; please check again and run “rezensent doctor”.",
    )
