"""The changelog: each change once, under one of the usual headings."""

import re
from collections import Counter
from pathlib import Path

TEXT = (Path(__file__).parents[2] / "CHANGELOG.md").read_text("utf-8")
_BEGINNING = 40
"""Characters in which two entries differ; a merge may leave the old wording beside the new one."""


def test_each_change_is_listed_once() -> None:
    entries = re.findall(r"^- (.*)$", TEXT, re.MULTILINE)
    assert len(entries) > 50
    counts = Counter(entry[:_BEGINNING] for entry in entries)
    assert [entry for entry, count in counts.items() if count > 1] == []


def test_headings_are_those_of_keep_a_changelog() -> None:
    headings = re.findall(r"^### (.*)$", TEXT, re.MULTILINE)
    assert set(headings) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
