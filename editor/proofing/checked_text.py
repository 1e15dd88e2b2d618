"""A text with its findings, and with the names, terms and foreign passages in it."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from editor.languagetool.finding import Finding, FindingKind, is_speller
from editor.markdown.plaintext import PlainText
from editor.markdown.set_apart import begins_set_apart, continues_title
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.languages.passages import foreign_passages
from editor.proofing.names.name_index import NameIndex
from editor.proofing.names.name_lookup import IsGerman, NameLookup
from editor.proofing.proposals.name_evidence import NameEvidence
from editor.proofing.proposals.names import majority_spelling, probable_compound, probable_name
from editor.proofing.reasons import Reason, ReasonKind
from editor.proofing.rule_ids import TERM_SPELLING
from editor.proofing.span_index import SpanIndex

_LIST_MARK = re.compile(r"[\s>]*(?:[-*+•]|\d{1,9}[.)])\s+[*_„“»\"]*")
_SENTENCE_ENDS = (".", "!", "?", "…")
_DECIDED = frozenset({ReasonKind.REVIEW, ReasonKind.DICTIONARY})


class PlacedFinding(NamedTuple):
    """A finding with its span in the plain text, (-1, -1) if it begins or ends in markup."""

    finding: Finding
    start: int = -1
    end: int = -1

    @property
    def in_markup(self) -> bool:
        """Whether the finding has no span in the plain text."""
        return self.start < 0


class CheckedText:
    """Data of one text for the rules of the filter and Rezensent's own rules."""

    def __init__(
        self,
        markdown: str,
        plain: PlainText,
        findings: Sequence[Finding],
        names: NameIndex,
        *,
        ignored: IgnoredFindings,
        is_german: IsGerman | None,
        evidence: NameEvidence | None = None,
    ) -> None:
        """Take the text ``markdown`` and the ``findings`` in it. Raises what ``is_german`` raises.

        ``ignored`` tells which rules are off, ``evidence`` how the review uses its words.
        """
        self.plain = plain
        self._markdown = markdown
        self.ignored = ignored
        self._names = names
        self.evidence = evidence or NameEvidence()
        self._is_german = is_german
        self.occurrences = names.occurrences(
            plain.text, variants=TERM_SPELLING not in ignored.rules_off
        )
        self.persons = names.persons()
        self.findings = [self.place(finding) for finding in findings]
        spelling = (i for i in self.findings if i.finding.kind is FindingKind.SPELLING)
        self.spelling = [item for item in spelling if not item.in_markup]
        flagged = [item for item in self.spelling if is_speller(item.finding)]
        self._unknown_ends = {item.end: item for item in flagged}
        self._flagged = SpanIndex((item.start, item.end, item) for item in flagged)
        self.lookup = NameLookup(names, map(self.words, flagged), is_german)
        # A finding about several words has a suggestion for them, so they are not foreign.
        unknown = [item for item in self.spelling if len(self.source(item).split()) == 1]
        passages = foreign_passages(markdown, plain, unknown)
        self.foreign = SpanIndex((start, end, (start, end)) for start, end in passages)
        """Passages in another language, in code points of the plain text."""

    def place(self, finding: Finding) -> PlacedFinding:
        """Return a finding of the Markdown with its place in the plain text."""
        start, end = map(self.plain.plain_offset, (finding.start, finding.end))
        if start is None or end is None:
            return PlacedFinding(finding)
        return PlacedFinding(finding, start, end)

    def paragraph(self, item: PlacedFinding) -> tuple[str, int]:
        """Return the paragraph of the plain text in which a finding begins, and its start."""
        start = self.plain.text.rfind("\n\n", 0, item.start)
        start = 0 if start < 0 else start + 2
        end = self.plain.text.find("\n\n", item.start)
        return self.plain.text[start : None if end < 0 else end], start

    def words(self, item: PlacedFinding) -> str:
        """Return the words of a finding, with unusual spellings of terms put right."""
        text = self.source(item)
        for start, end, usual in reversed(self.occurrences.variants.within(item.start, item.end)):
            text = text[: start - item.start] + usual + text[end - item.start :]
        return text

    def has_finding(self, start: int, end: int) -> bool:
        """Tell whether more is wrong from ``start`` to ``end`` than that a word is unknown."""
        touching = (item for item in self.findings if item.start < end and start < item.end)
        return any(not is_speller(item.finding) for item in touching)

    def is_flagged(self, start: int, end: int) -> bool:
        """Tell whether a finding about an unknown word has all of ``start`` to ``end``."""
        return self._flagged.around(start, end) is not None

    def are_german(self, words: Sequence[str]) -> Sequence[bool]:
        """Tell for each word whether the dictionary has it; empty if it cannot be asked."""
        return self._is_german(words) if self._is_german and words else ()

    @cached_property
    def full_names(self) -> frozenset[tuple[str, ...]]:
        """Names of people and roles of several words."""
        return self._names.full_names()

    def is_phrase(self, words: str) -> bool:
        """Tell whether ``words`` are a name or an accepted entry of several words, as they are."""
        return self._names.is_phrase(words)

    def accepts(self, word: str) -> Reason | None:
        """Return why ``word`` is right, None if the index does not have it."""
        return self._names.accepts(word)

    def majority_spelling(self, item: PlacedFinding) -> str | None:
        """Return the name of the review that the words miss by a slip, None if there is none."""
        return majority_spelling(self.words(item), item.finding, self.evidence)

    def probable_name(self, item: PlacedFinding) -> str | None:
        """Return the name that the words probably are, None if they are none."""
        words = self.words(item)
        unknown = self.lookup.unknown_parts(words)
        if unknown:
            return probable_compound(words, unknown, item.finding, self.evidence)
        after = self._is_after_unknown(item)
        return probable_name(words, item.finding, self.evidence, after_unknown=after)

    def _is_after_unknown(self, item: PlacedFinding) -> bool:
        """Tell whether an unknown word with a capital is directly before, which is no genitive."""
        before, text = self._unknown_ends.get(item.start - 1), self.plain.text
        return (
            before is not None
            and text[before.end] in {" ", "\xa0"}
            and text[before.start].isupper()
            and text[before.end - 1] not in "s'’"
        )

    def is_variant(self, item: PlacedFinding) -> bool:
        """Tell whether the unusual spelling of a term is all that is wrong with the words."""
        variants = self.occurrences.variants
        if variants.around(item.start, item.end):
            return True
        inside = variants.within(item.start, item.end)
        return bool(inside) and self.lookup.accepts(self.words(item)) is not None

    def begins_title(self, item: PlacedFinding) -> bool:
        """Tell whether ``item`` is the first of several words of a title, or of its second part.

        A title is in italics, in quotation marks or the text of a link; a heading may be one.
        """
        start, end = item.finding.start, item.finding.end
        rest = self._markdown[end : end + 2]
        if rest[:1] != " " or not rest[1:].isalnum():
            return False
        return begins_set_apart(self._markdown, start) or continues_title(self._markdown, start)

    def begins_list_item(self, item: PlacedFinding) -> bool:
        """Tell whether ``item`` begins an item of a list that does not end like a sentence."""
        start = item.finding.start
        line_start = self._markdown.rfind("\n", 0, start) + 1
        rest = self._markdown[start:].split("\n", 1)[0].rstrip()
        is_first = _LIST_MARK.fullmatch(self._markdown, line_start, start) is not None
        return is_first and not rest.endswith(_SENTENCE_ENDS)

    def is_term(self, item: PlacedFinding) -> bool:
        """Tell whether the words are a term that has a usual spelling, in that or another one."""
        usual = self._names.is_usual_term(self.source(item))
        return usual or self.occurrences.variants.around(item.start, item.end) is not None

    def source(self, item: PlacedFinding) -> str:
        """Return the words of a finding as they stand in the plain text."""
        return self.plain.text[item.start : item.end]

    def decision(self, item: PlacedFinding) -> Reason | None:
        """Return why the writer has accepted the words of a finding, None if that is not so."""
        words = self.words(item)
        if len(words.split()) > 1:
            reason = self.occurrences.names.around(item.start, item.end)
        else:
            reason = self._names.decision(words) or self.lookup.accepts(words)
        is_decided = reason is not None and reason.kind in _DECIDED
        return reason if is_decided else None
