"""Asks the checker whether single words are German."""

from collections.abc import Callable, Iterable, Sequence

from editor.languagetool.checker import Finding, Kind

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
