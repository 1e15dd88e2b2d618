"""Properties of texts in pieces and of the findings in joined texts."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.request import PARAGRAPH_BREAK, CheckRequest, split_paragraphs
from editor.proofing.result_cache import SentenceCache, TextLevelCache, split_findings

LIMIT = 10_000
"""Characters of a paragraph that is sent in one piece."""

SHORT = st.text("ab ä😀\n.", max_size=12)
LONG = st.builds(
    lambda part, count: part * count,
    st.sampled_from(
        ["Ein Satz. ", "Nein! “ ", "Wort ", "x", "😀", "Zeile\n", "\n\n", "a.\n\n\nb "]
    ),
    st.integers(1, 4_000),
)
TEXT = st.lists(SHORT | LONG, max_size=5).map("".join)


def finding(start: int, end: int) -> Finding:
    return Finding(start, end, "REGEL", "GRAMMAR", "…", (), FindingKind.GRAMMAR)


def findings(text: str) -> st.SearchStrategy[list[Finding]]:
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted)
    return st.lists(spans.map(lambda span: finding(*span)), max_size=4)


def found_by(request: CheckRequest) -> tuple[Finding, ...]:
    """Object to every „ä“ as a checker would: by the text alone."""
    return tuple(finding(*match.span()) for match in re.finditer("ä", request.text))


@given(TEXT)
def test_pieces_joined_give_the_text_back(text: str) -> None:
    end = 0
    for number, (start, piece) in enumerate(split_paragraphs(text)):
        assert text[end:start] in ({"", PARAGRAPH_BREAK} if number else {""})
        assert text[start : start + len(piece)] == piece
        assert PARAGRAPH_BREAK not in piece
        assert len(piece) <= LIMIT
        end = start + len(piece)
    assert end == len(text)


@given(st.integers(LIMIT // 10, 3 * LIMIT // 10))
def test_a_long_paragraph_is_cut_behind_sentences(count: int) -> None:
    pieces = [piece for _, piece in split_paragraphs("Ein Satz. " * count + "Ende")]

    assert len(pieces) > 1
    assert all(piece.endswith("Satz. ") for piece in pieces[:-1])


def test_without_a_sentence_it_is_cut_behind_a_word_and_else_anywhere() -> None:
    assert [len(piece) for _, piece in split_paragraphs("Worte " * 2_000)] == [9_996, 2_004]
    assert [len(piece) for _, piece in split_paragraphs("x" * 10_001)] == [LIMIT, 1]


@given(st.lists(SHORT, min_size=1, max_size=5), st.data())
def test_findings_of_joined_texts_are_divided(texts: list[str], data: st.DataObject) -> None:
    own = [data.draw(findings(text)) for text in texts]
    starts = [len(PARAGRAPH_BREAK.join([*texts[:i], ""])) for i in range(len(texts))]
    joined = [
        finding(f.start + start, f.end + start)
        for start, part in zip(starts, own, strict=True)
        for f in part
    ]
    between = [finding(start - 1, start) for start in starts[1:]]
    across = [finding(start - len(PARAGRAPH_BREAK), start + 1) for start in starts[1:]]

    parts = split_findings([*joined, *between, *across], map(len, texts))

    assert parts == [tuple(sorted(part, key=lambda f: (f.start, f.end))) for part in own]
    for text, part in zip(texts, parts, strict=True):
        assert all(0 <= f.start <= f.end <= len(text) for f in part)


@given(TEXT)
def test_all_sentences_of_a_text_are_asked_about(text: str) -> None:
    asked: list[int] = []

    def send(request: CheckRequest) -> tuple[Finding, ...]:
        asked.append(len(request.text))
        return found_by(request)

    sentences = SentenceCache(send)
    while not sentences.learn(text):
        pass
    assert sentences.findings(text) == found_by(CheckRequest(text))
    assert max(asked, default=0) <= 2 * LIMIT
    asked.clear()
    assert sentences.learn(text)
    assert asked == []


@example(["ä Worte. " * 6_000, "ä Worte.\n\n" * 6_000, "ä Worte. " * 6_000])
@given(st.lists(SHORT | LONG, min_size=1, max_size=6))
def test_texts_are_compared_in_windows_without_a_loss(texts: list[str]) -> None:
    parts = TextLevelCache(found_by).findings(texts)

    assert parts == [found_by(CheckRequest(text)) for text in texts]
