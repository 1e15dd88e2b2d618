"""Findings that go with their text."""

from hypothesis import given
from hypothesis import strategies as st

from editor.languagetool.finding import Finding, Kind
from editor.proofing.result_cache import Found

TEXT = "Ein Fheler und noch ein Fheler."
WORD = "Fheler"


def finding(start: int, end: int) -> Finding:
    return Finding(start, end, "RULE", "TYPOS", "Tippfehler", (), Kind.SPELLING)


def found(text: str, word: str) -> Found:
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return Found.of(text, tuple(finding(at, at + len(word)) for at in starts))


def words(now: Found) -> list[str]:
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
    before = Found.of(old, tuple(finding(i, i + length) for i in range(len(old) - length + 1)))
    after = before.moved_to(new)
    said = [old[f.start : f.end] for f in before.findings]
    assert all(0 <= f.start < f.end <= len(new) for f in after.findings)
    assert all(word in said for word in words(after))
    assert [f.start for f in after.findings] == sorted(f.start for f in after.findings)
