"""Lines that were searched before are not searched again, and nothing else differs."""

import re

from hypothesis import given
from hypothesis import strategies as st

from editor.proofing.proposals.line_patterns import LinePatterns

PATTERNS = [
    re.compile(r"(?<!\w)(?P<a>a+)(?:-(?P<b>b+))?(?!\w)"),
    re.compile(r"(?P<c>b \w)\b|\b(?P<d>aa)"),
]


@given(st.lists(st.text("ab- ", max_size=8), max_size=6).map("\n".join))
def test_matches_are_those_in_the_whole_text(text: str) -> None:
    searched = [
        (index, {name: match.span(name) for name, found in match.groupdict().items() if found})
        for index, pattern in enumerate(PATTERNS)
        for match in pattern.finditer(text)
    ]
    assert [tuple(match) for match in LinePatterns(PATTERNS).matches(text)] == searched


def test_only_new_lines_are_searched() -> None:
    searched: list[str] = []

    class Noted:
        """Stands for a pattern, which has no attribute that a test could replace."""

        def finditer(self, line: str) -> tuple[re.Match[str], ...]:
            searched.append(line)
            return ()

    patterns = LinePatterns([Noted()])  # type: ignore[list-item]
    patterns.matches("eins\nzwei\ndrei")
    searched.clear()
    patterns.matches("eins\nzwo\ndrei")
    assert searched == ["zwo"]
