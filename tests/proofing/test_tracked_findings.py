"""Findings that follow the edits of their text."""

from hypothesis import given
from hypothesis import strategies as st

from editor.languagetool.finding import Finding, FindingKind
from editor.proofing.tracked_findings import TrackedFindings, follow_edit

TEXT = "Ein Fheler und noch ein Fheler."
WORD = "Fheler"
SHORT = st.text("ab ä😀\n.", max_size=12)


def finding(start: int, end: int) -> Finding:
    return Finding(start, end, "RULE", "TYPOS", "Tippfehler", (), FindingKind.SPELLING)


def findings(text: str) -> st.SearchStrategy[list[Finding]]:
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted)
    return st.lists(spans.map(lambda span: finding(*span)), max_size=4)


def found(text: str, word: str) -> TrackedFindings:
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return TrackedFindings.of(text, tuple(finding(at, at + len(word)) for at in starts))


def words(now: TrackedFindings) -> list[str]:
    return [now.text[f.start : f.end] for f in now.findings]


def test_edit_moves_what_is_behind_it_and_leaves_what_is_before() -> None:
    before = found(TEXT, WORD)
    after = before.moved_to(TEXT.replace("noch", "😀 obendrein noch"))
    assert words(after) == [WORD, WORD]
    assert after.findings[0] is before.findings[0]


def test_edit_drops_what_it_touches() -> None:
    after = found(TEXT, WORD).moved_to("Ein Fehler und noch ein Fheler.")
    assert words(after) == [WORD]
    assert after.findings[0].start == len("Ein Fehler und noch ein ")


def test_shorter_text_keeps_nothing_behind_its_end() -> None:
    assert found(TEXT, WORD).moved_to("").findings == ()
    assert words(found(TEXT, WORD).moved_to("Ein Fheler")) == [WORD]


def test_text_that_was_checked_brings_everything_back() -> None:
    before = found(TEXT, WORD)
    touched = before.moved_to("Ein Fhelerx und noch ein Fhler.")
    assert touched.findings != before.findings
    assert touched.moved_to(TEXT).findings is before.findings


def test_corrected_finding_is_gone_until_its_text_is_back() -> None:
    before = found(TEXT, WORD)
    assert words(before.without(before.findings[0])) == [WORD]


@given(st.text("ab ", max_size=30), st.text("ab ", max_size=30), st.integers(1, 4))
def test_what_is_left_stands_where_its_words_are(old: str, new: str, length: int) -> None:
    before = TrackedFindings.of(
        old, tuple(finding(i, i + length) for i in range(len(old) - length + 1))
    )
    after = before.moved_to(new)
    said = [old[f.start : f.end] for f in before.findings]
    assert all(0 <= f.start < f.end <= len(new) for f in after.findings)
    assert all(word in said for word in words(after))
    assert [f.start for f in after.findings] == sorted(f.start for f in after.findings)


@given(SHORT, SHORT, SHORT, st.data())
def test_findings_follow_what_is_put_in_and_taken_out(
    before: str, after: str, new: str, data: st.DataObject
) -> None:
    left, right = data.draw(findings(before)), data.draw(findings(after))
    without, inserted = before + after, f"{before}#{new}#{after}"

    def beside(middle: int) -> list[Finding]:
        by = len(before) + middle
        return [*left, *(finding(f.start + by, f.end + by) for f in right)]

    inside = finding(len(before), len(before) + 1)
    moved = [*follow_edit(beside(0), without, inserted)]
    back = [*follow_edit([*beside(len(new) + 2), inside], inserted, without)]

    # What is empty and directly at the edit may stay on either side of it.
    assert solid(moved) == solid(beside(len(new) + 2))
    assert solid(back) == solid(beside(0))


def solid(found: list[Finding]) -> list[Finding]:
    return [item for item in found if item.start < item.end]


@given(SHORT, SHORT, st.data())
def test_a_finding_that_follows_still_says_the_same(
    old: str, new: str, data: st.DataObject
) -> None:
    found = data.draw(findings(old))

    for item in follow_edit(found, old, new):
        assert 0 <= item.start <= item.end <= len(new)
        same = [f for f in found if old[f.start : f.end] == new[item.start : item.end]]
        assert same != []
    assert follow_edit(found, old, old) == tuple(found)
