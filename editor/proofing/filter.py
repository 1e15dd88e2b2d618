"""Findings of LanguageTool → the findings to show, with the waived ones kept beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.languagetool.finding import Finding
from editor.markdown.plaintext import PlainText, plain_text
from editor.proofing.checked_text import CheckedText
from editor.proofing.filter_rules import WaivedFinding, apply_rules, decision
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.names.name_index import NameIndex
from editor.proofing.names.name_lookup import IsGerman
from editor.proofing.own_rules import own_findings


@dataclass(frozen=True, slots=True)
class FilteredFindings:
    """The findings of a text that are shown and those that are waived, both in order."""

    shown: tuple[Finding, ...]
    waived: tuple[WaivedFinding, ...]
    complete: bool = True
    """Whether all of the text has been checked, or only a good part of a very long one."""


def filter_findings(
    markdown: str,
    findings: Sequence[Finding],
    names: NameIndex,
    ignored: IgnoredFindings | None = None,
    is_german: IsGerman | None = None,
    *,
    plain: PlainText | None = None,
) -> FilteredFindings:
    """Return which of the ``findings`` in ``markdown`` to show, and those of ``own_rules``.

    ``is_german`` is asked at most once, about parts of compounds such as „Picard-Serie“; without
    it these stay findings. ``plain`` is the plain text where the caller has it already. Raises
    what ``is_german`` raises.
    """
    plain, ignored = plain or plain_text(markdown), ignored or IgnoredFindings()
    text = CheckedText(markdown, plain, findings, names, ignored=ignored, is_german=is_german)
    shown: list[Finding] = []
    waived: list[WaivedFinding] = []
    for item in _ruled(text, findings):
        if isinstance(item, WaivedFinding):
            waived.append(item)
        elif reason := decision(plain, item, ignored):
            waived.append(WaivedFinding(item, reason))
        else:
            shown.append(item)
    return FilteredFindings(
        tuple(sorted(shown, key=_place)),
        tuple(sorted(waived, key=lambda item: _place(item.finding))),
    )


def _ruled(text: CheckedText, findings: Sequence[Finding]) -> Iterator[Finding | WaivedFinding]:
    """Yield the findings after the rules of the filter, and those of Rezensent's own rules.

    The rules need the place in the plain text: a finding that begins or ends in markup is kept.
    """
    placed = {item.finding for item in text.placed}
    yield from (finding for finding in findings if finding not in placed)
    yield from own_findings(text)
    for item in text.placed:
        result = apply_rules(text, item)
        if result is not None:
            yield result


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
