"""Findings of LanguageTool → those to show, with the proposed and waived ones kept beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.languagetool.finding import Finding
from editor.markdown.plaintext import PlainText, plain_text
from editor.proofing.checked_text import CheckedText
from editor.proofing.filter_rules import WaivedFinding, apply_rules
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.names.name_index import NameIndex
from editor.proofing.names.name_lookup import IsGerman
from editor.proofing.own_rules import own_findings
from editor.proofing.proposals.name_evidence import NameEvidence
from editor.proofing.proposals.names import ProposedFinding


@dataclass(frozen=True, slots=True)
class FilteredFindings:
    """The findings of a text: shown, waived, and waiting for a decision; each in order."""

    shown: tuple[Finding, ...]
    waived: tuple[WaivedFinding, ...]
    proposed: tuple[ProposedFinding, ...] = ()
    """Findings about words that are probably names: the writer decides whether they are."""
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
    evidence: NameEvidence | None = None,
) -> FilteredFindings:
    """Return which of the ``findings`` in ``markdown`` to show, and those of ``own_rules``.

    ``is_german`` is asked at most once, about parts of compounds such as „Picard-Serie“; without
    it these stay findings. ``plain`` is the plain text where the caller has it already.
    ``evidence`` tells how the review uses its words; without it no word is proposed as a name.
    Raises what ``is_german`` raises.
    """
    plain, ignored = plain or plain_text(markdown), ignored or IgnoredFindings()
    text = CheckedText(
        markdown, plain, findings, names, ignored=ignored, is_german=is_german, evidence=evidence
    )
    own = (text.place(finding) for finding in own_findings(text))
    results = [apply_rules(text, item) for item in (*text.findings, *own)]
    shown = (item for item in results if isinstance(item, Finding))
    waived = (item for item in results if isinstance(item, WaivedFinding))
    proposed = (item for item in results if isinstance(item, ProposedFinding))
    return FilteredFindings(
        tuple(sorted(shown, key=_place)),
        tuple(sorted(waived, key=lambda item: _place(item.finding))),
        tuple(sorted(proposed, key=lambda item: _place(item.finding))),
    )


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
