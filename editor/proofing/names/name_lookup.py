"""Lookup of flagged words in a name index, compounds part by part."""

import re
from collections.abc import Callable, Iterable, Sequence

from editor.proofing.names.name_index import LONGEST_WORD, NameIndex, NearestName
from editor.proofing.names.phrases import normalized_words
from editor.proofing.reasons import Reason, ReasonKind

IsGerman = Callable[[Sequence[str]], Sequence[bool]]
"""Tells for each of several words whether it is German; see SpellingOracle."""

# A capital after a small letter, or nothing but capitals: „GoT“, „DCEU“. „FIlm“, „DVd“ are slips.
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ]{2,5}|\w*[a-zäöü][A-ZÄÖÜ]\w*")


class NameLookup:
    """Asks a name index about words, and a German dictionary about the other parts of compounds.

    ``texts`` are the flagged words to be asked about: the dictionary is asked once, here, about
    all that it has to know. A compound is right if all its parts are, one of them a name or a term,
    or if only abbreviations before its last part are unknown. Without ``is_german`` its parts have
    to be in the index. Raises what ``is_german`` raises.
    """

    def __init__(
        self, names: NameIndex, texts: Iterable[str] = (), is_german: IsGerman | None = None
    ) -> None:
        self._names = names
        self._nearest: dict[str, NearestName | None] = {}
        self._german: dict[str, bool] = {}
        words = {word for text in texts for word in normalized_words(text)}
        parts = sorted({part for word in words for part in self._german_parts(word)})
        if is_german and parts:
            self._german = dict(zip(parts, is_german(parts), strict=True))

    def accepts(self, text: str) -> Reason | None:
        """Return why every word of ``text`` is right, None when the index lacks one of them."""
        reasons = [self._accepts(word) for word in normalized_words(text)]
        return next(iter(reasons), None) if all(reasons) else None

    def nearest(self, text: str) -> NearestName | None:
        """Return ``text`` with its near misses corrected, None if other unknown words remain."""
        right, why = text, None
        for word in normalized_words(text):
            near = None if self._accepts(word) else self._nearest_compound(word)
            if near:
                right, why = right.replace(word, near.name), why or near.reason
            elif not self._accepts(word):
                return None
        return NearestName(right, why) if why else None

    def unknown_parts(self, word: str) -> list[str]:
        """Return the parts of a compound that neither the index nor the dictionary has.

        Empty where no part is known: then it is no compound, but a name with a hyphen.
        """
        if "-" not in word or len(word) > LONGEST_WORD:
            return []
        parts, reason = self._names.split(word)
        unknown = [part for part in parts if not self._german.get(part)]
        return unknown if reason or len(unknown) < len(parts) else []

    def _accepts(self, word: str) -> Reason | None:
        reason = self._names.accepts(word)
        if reason or "-" not in word:
            return reason
        unknown, reason = self._names.split(word)
        unknown = [part for part in unknown if not self._german.get(part)]
        if not unknown:
            return reason
        head = word.rpartition("-")[2]
        is_right = self._is_right(head) and all(map(self._is_abbreviation, unknown))
        return reason or Reason(ReasonKind.ABBREVIATION) if is_right else None

    def _nearest_compound(self, word: str) -> NearestName | None:
        near = self._nearest_name(word)
        if near or "-" not in word or len(word) > LONGEST_WORD:
            return near
        why, parts = None, []
        for part in word.split("-"):
            near = None if self._is_right(part) else self._nearest_name(part)
            if near is None and not self._is_right(part):
                return None
            parts.append(near.name if near else part)
            why = why or (near.reason if near else None)
        return NearestName("-".join(parts), why) if why else None

    def _is_right(self, part: str) -> bool:
        return not part or self._german.get(part, False) or bool(self._names.accepts(part))

    def _german_parts(self, word: str) -> list[str]:
        """Return the parts of a compound that only the dictionary can know."""
        if "-" not in word or self._names.accepts(word):
            return []
        return self._names.split(word)[0]

    def _is_abbreviation(self, part: str) -> bool:
        """Tell whether ``part`` has capitals that no slip explains: „GoT“ in „GoT-Universum“."""
        is_short = _ABBREVIATION.fullmatch(part) is not None
        return is_short and self._nearest_name(part) is None

    def _nearest_name(self, word: str) -> NearestName | None:
        if word not in self._nearest:
            self._nearest[word] = self._names.nearest(word)
        return self._nearest[word]
