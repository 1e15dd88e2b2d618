"""LanguageTool's dictionary as a question about single words."""

from collections.abc import Callable, Iterable, Sequence

from editor.languagetool.finding import Finding, FindingKind

_BATCH = 200
"""Words in one request: more might overrun the deadline of a busy machine."""
_LARGEST_CACHE = 20_000
"""Words."""


class SpellingOracle:
    """Knows which words the dictionary has; asks about many at once and about each only once.

    ``check`` is that of a Checker or an Engine. The answers are for one variant of German: use a
    new oracle for another. May be called from any thread.
    """

    def __init__(self, check: Callable[[str], Sequence[Finding]]) -> None:
        self._check = check
        self._cache: dict[str, bool] = {}

    def __call__(self, words: Sequence[str]) -> tuple[bool, ...]:
        """Tell for each word whether it is spelled right. Raises what ``check`` raises."""
        if len(self._cache) > _LARGEST_CACHE:
            self._cache = {}
        answers = {word: self._cache[word] for word in words if word in self._cache}
        new = [word for word in dict.fromkeys(words) if word not in answers]
        for start in range(0, len(new), _BATCH):
            answers |= self._ask(new[start : start + _BATCH])
        self._cache |= answers
        return tuple(answers[word] for word in words)

    def _ask(self, words: Sequence[str]) -> dict[str, bool]:
        """Check every word as a paragraph of its own; a text that is not a word is unknown."""
        askable = [word for word in words if word.isalpha()]
        findings = self._check("\n\n".join(askable)) if askable else ()
        wrong = _misspelled(askable, findings)
        return {word: word.isalpha() and word not in wrong for word in words}


def _misspelled(words: Iterable[str], findings: Sequence[Finding]) -> set[str]:
    places = {finding.start for finding in findings if finding.kind is FindingKind.SPELLING}
    wrong, start = set(), 0
    for word in words:
        if any(start <= place < start + len(word) for place in places):
            wrong.add(word)
        start += len(word) + 2
    return wrong
