"""Unknown words that are probably names, which wait for the writer's decision.

Not every unknown capitalised word is one: a German noun may be misspelled. A slip is a letter away
from a word that LanguageTool suggests, and a common noun has an article; so both need more evidence
from the text than other words, see ``is_name``.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from editor.languagetool.finding import Finding
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.names.inflection import (
    edit_distance,
    is_typing_slip,
    nearest_name,
    normalize_word,
)
from editor.proofing.proposals.name_evidence import NameEvidence, NameUse
from editor.proofing.proposals.proposal import Place, Proposal

_MOJIBAKE = re.compile("[ÃÂ€�]")
_SUGGESTIONS = 5
"""First suggestions of LanguageTool that are compared with the word."""
_SLIP = 2
"""Nearness to a German word that only chance explains otherwise."""
_RARELY = 10
"""Uses of which a name that is near to a German word has one as names have it, at least."""
_LONG, _VERY_LONG = 7, 9
"""Letters from which a word that is one letter, or two, from a German one is hardly a name."""


class ProposedFinding(NamedTuple):
    """A finding about an unknown word that is probably a name."""

    finding: Finding
    name: str
    """The name without its ending."""


def probable_name(
    word: str, finding: Finding, evidence: NameEvidence, *, after_unknown: bool = False
) -> str | None:
    """Return the name that the unknown ``word`` probably is, without its ending; None if none.

    ``finding`` is LanguageTool's about the word. ``after_unknown`` tells that another unknown word
    with a capital is directly before it, as in a name of two words at the start of a sentence.
    """
    word = normalize_word(word)
    if not word[:1].isupper() or any(map(str.isspace, word)) or _MOJIBAKE.search(word):
        return None
    if evidence.is_rejected(word):
        return None
    base, use = evidence.base(word), evidence.use(word)
    if base != word and base in finding.replacements and use.common:
        # „eines Wasserkrafts“: only the ending is wrong.
        return None
    suggestions = finding.replacements[:_SUGGESTIONS]
    if after_unknown and use.total and not any(is_typing_slip(word, s) for s in suggestions):
        use = use._replace(after_name=use.after_name + 1)
    return base if is_name(use, slip(word, finding)) else None


def probable_compound(
    word: str, unknown: Sequence[str], finding: Finding, evidence: NameEvidence
) -> str | None:
    """Return the unknown parts of a compound if all of them are probably names, None if not.

    „Seldon“ for „Seldon-Krise“. A part within or at the end needs more evidence than the first.
    """
    parts = normalize_word(word).split("-")
    for part in unknown:
        if not part[:1].isupper() or _MOJIBAKE.search(part) or evidence.is_rejected(part):
            return None
        near = max(_part_slip(parts, part, finding), int(part != parts[0]))
        if not is_name(evidence.use(part), near):
            return None
    return "-".join(unknown)


def majority_spelling(word: str, finding: Finding, evidence: NameEvidence) -> str | None:
    """Return the name of the text that ``word`` misses by a slip, inflected as the word is.

    None for a word that has no such name, and for one that LanguageTool's suggestions explain.
    """
    word = normalize_word(word)
    if not word[:1].isupper() or any(map(str.isspace, word)):
        return None
    match = nearest_name(word, evidence.majority(word))
    return match[1] if match and match[1] not in finding.replacements else None


def is_name(use: NameUse, near: int) -> bool:
    """Tell whether a word that is used like this is probably a name.

    ``near`` is 0 for a word that is far from every German one, 2 for one that is so near that only
    chance explains it otherwise, 1 between. A word that is near must not be used like a noun.
    """
    if use.explained:
        return True
    joined = max(use.after_noun, use.after_name) + use.before_noun + use.set_apart
    if near and use.common > use.total // 3:
        return False
    if near == _SLIP:
        # A slip that recurs may stand beside another noun once by chance.
        joined = joined if joined * _RARELY >= use.total else 0
        return bool(joined and (use.after_name or use.set_apart or use.total > 1))
    plain = use.total - use.common - use.initial
    return bool(use.total > 1 or joined or (plain > 0 and not near))


def name_proposals(sections: Mapping[str, Sequence[ProposedFinding]]) -> tuple[Proposal, ...]:
    """Return a known name for each name of the proposed findings, in the order of the text."""
    places: dict[str, list[Place]] = {}
    for section, found in sections.items():
        for item in found:
            place = Place(section, item.finding.start, item.finding.end)
            places.setdefault(item.name, []).append(place)
    return tuple(Proposal(VOCABULARY_KEY, name, places=(*at,)) for name, at in places.items())


def slip(word: str, finding: Finding) -> int:
    """Return how near ``word`` is to LanguageTool's suggestions, as ``is_name`` takes it."""
    return _nearness(word, finding.replacements[:_SUGGESTIONS])


def _part_slip(parts: Sequence[str], part: str, finding: Finding) -> int:
    place = parts.index(part) if part in parts else 0
    suggested = (other.split("-") for other in finding.replacements[:_SUGGESTIONS])
    return _nearness(part, [other[place] for other in suggested if len(other) == len(parts)])


def _nearness(word: str, suggestions: Sequence[str]) -> int:
    distance = _distance(word, suggestions)
    if distance <= 1:
        is_slip = len(word) >= _LONG or any(is_typing_slip(word, other) for other in suggestions)
        return _SLIP if is_slip else 1
    return _SLIP if distance == 2 and len(word) >= _VERY_LONG else 0  # noqa: PLR2004


def _distance(word: str, suggestions: Sequence[str]) -> int:
    folded = word.casefold()
    return min(
        (edit_distance(folded, other.casefold()) for other in suggestions), default=len(word)
    )
