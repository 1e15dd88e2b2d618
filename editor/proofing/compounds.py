"""The words of a finding, one by one and compounds part by part: right, a slip, or unknown."""

from collections.abc import Callable, Iterable, Sequence

from editor.languagetool.finding import Finding, Kind
from editor.proofing.phrases import word_texts
from editor.proofing.reasons import Reason
from editor.proofing.vocabulary import LONGEST, Vocabulary

Knows = Callable[[Sequence[str]], Sequence[bool]]
"""Tells for each of several words whether it is German: a SpellingOracle."""


class Words:
    """Asks a vocabulary about the words of one text, and a dictionary about parts of compounds."""

    def __init__(self, vocabulary: Vocabulary, knows: Knows | None) -> None:
        self._vocabulary = vocabulary
        self._knows = knows
        self._german: dict[str, bool] = {}
        self._nearest: dict[str, tuple[str, Reason] | None] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Ask the dictionary at once for all that ``reason`` and ``near`` will have to know."""
        all_words = {word for text in texts for word in word_texts(text)}
        parts = sorted({part for word in all_words for part in self._questions(word)})
        if self._knows and parts:
            self._german = dict(zip(parts, self._knows(parts), strict=True))

    def reason(self, text: str) -> Reason | None:
        """Return why every word of ``text`` is right, None when one is not known to be."""
        reasons = [self._reason(word) for word in word_texts(text)]
        return next(iter(reasons), None) if all(reasons) else None

    def near(self, text: str) -> tuple[str, Reason] | None:
        """Return ``text`` with the names that it misses, None when that leaves unknown words."""
        right, why = text, None
        for word in word_texts(text):
            found = None if self._reason(word) else self._near(word)
            if found:
                right, why = right.replace(word, found[0]), why or found[1]
            elif not self._reason(word):
                return None
        return (right, why) if why else None

    def _reason(self, word: str) -> Reason | None:
        reason = self._vocabulary.accepts(word)
        if reason or "-" not in word:
            return reason
        unknown, reason = self._vocabulary.split(word)
        return reason if all(self._german.get(part) for part in unknown) else None

    def _near(self, word: str) -> tuple[str, Reason] | None:
        found = self._nearest_name(word)
        if found or "-" not in word or len(word) > LONGEST:
            return found
        why, parts = None, []
        for part in word.split("-"):
            near = None if self._right(part) else self._nearest_name(part)
            if near is None and not self._right(part):
                return None
            parts.append(near[0] if near else part)
            why = why or (near[1] if near else None)
        return ("-".join(parts), why) if why else None

    def _right(self, part: str) -> bool:
        return not part or self._german.get(part, False) or bool(self._vocabulary.accepts(part))

    def _questions(self, word: str) -> list[str]:
        """Return the parts of a compound that only the dictionary knows, if it is about a name."""
        if "-" not in word or self._vocabulary.accepts(word):
            return []
        unknown, reason = self._vocabulary.split(word)
        return unknown if reason or any(map(self._nearest_name, unknown)) else []

    def _nearest_name(self, word: str) -> tuple[str, Reason] | None:
        if word not in self._nearest:
            self._nearest[word] = self._vocabulary.nearest(word)
        return self._nearest[word]


_AT_ONCE = 200
"""Words in one request: more might overrun the deadline of a busy machine."""
_KEPT = 20_000


class SpellingOracle:
    """Knows which words the dictionary has; asks for many at once and for each only once.

    ``check`` is that of a Checker or an Engine. The answers are those of one variant of German:
    take a new oracle for another. May be called from any thread.
    """

    def __init__(self, check: Callable[[str], Sequence[Finding]]) -> None:
        self._check = check
        self._known: dict[str, bool] = {}

    def __call__(self, words: Sequence[str]) -> tuple[bool, ...]:
        """Tell for each word whether it is spelled right. Raises what ``check`` raises."""
        if len(self._known) > _KEPT:
            self._known = {}
        answers = {word: self._known[word] for word in words if word in self._known}
        new = [word for word in dict.fromkeys(words) if word not in answers]
        for start in range(0, len(new), _AT_ONCE):
            answers |= self._ask(new[start : start + _AT_ONCE])
        self._known |= answers
        return tuple(answers[word] for word in words)

    def _ask(self, words: Sequence[str]) -> dict[str, bool]:
        """Check every word as a paragraph of its own; what is no word is not known."""
        askable = [word for word in words if word.isalpha()]
        findings = self._check("\n\n".join(askable)) if askable else ()
        wrong = _touched(askable, findings)
        return {word: word.isalpha() and word not in wrong for word in words}


def _touched(words: Iterable[str], findings: Sequence[Finding]) -> set[str]:
    places = {finding.start for finding in findings if finding.kind is Kind.SPELLING}
    wrong, start = set(), 0
    for word in words:
        if any(start <= place < start + len(word) for place in places):
            wrong.add(word)
        start += len(word) + 2
    return wrong
