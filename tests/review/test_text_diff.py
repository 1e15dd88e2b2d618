"""Two texts side by side: both can be read off the pieces, and only what differs is marked."""

import time

from hypothesis import given
from hypothesis import strategies as st

from editor.review.text_diff import DiffPiece, DiffSide, changed_span, diff_texts

WORDS = st.text(st.sampled_from("ab \n.ü"), max_size=60) | st.text(max_size=60)


def side(pieces: tuple[DiffPiece, ...], wanted: DiffSide) -> str:
    return "".join(piece.text for piece in pieces if piece.side in (DiffSide.BOTH, wanted))


@given(WORDS, WORDS)
def test_both_texts_are_in_the_pieces(old: str, new: str) -> None:
    pieces = diff_texts(old, new)
    assert side(pieces, DiffSide.OLD) == old
    assert side(pieces, DiffSide.NEW) == new
    assert all(piece.text for piece in pieces)


@given(WORDS)
def test_equal_texts_have_no_difference(text: str) -> None:
    assert diff_texts(text, text) == ((DiffPiece(DiffSide.BOTH, text),) if text else ())


def test_only_the_word_that_differs_is_marked() -> None:
    pieces = diff_texts("Die Story trägt.\nEnde.\n", "Die Story trägt nicht.\nEnde.\n")
    assert pieces == (
        DiffPiece(DiffSide.BOTH, "Die Story trägt"),
        DiffPiece(DiffSide.NEW, " nicht"),
        DiffPiece(DiffSide.BOTH, ".\nEnde.\n"),
    )


def test_what_is_too_long_to_compare_is_marked_as_a_whole() -> None:
    old = " ".join(f"a{n}" for n in range(12_000))
    new = " ".join(f"b{n}" for n in range(12_000))
    pieces = diff_texts(f"Gleich {old} Schluss", f"Gleich {new} Schluss")
    assert [piece.side for piece in pieces] == [
        DiffSide.BOTH,
        DiffSide.OLD,
        DiffSide.NEW,
        DiffSide.BOTH,
    ]


def test_word_that_is_repeated_takes_hardly_longer_than_many_words() -> None:
    def seconds(old: str, new: str) -> float:
        start = time.process_time()
        assert len(diff_texts(old, new)) > 1
        return time.process_time() - start

    words = " ".join(f"a{n}" for n in range(900))
    usual = min(seconds(words, f"Neu {words} anders {words} Schluss") for _ in range(3))
    # A comparison of each word with each took hundreds of times as long as the usual one.
    assert seconds("wort " * 300, "wort neu " * 300) < 50 * usual + 0.01


def test_lines_that_repeat_are_matched_by_what_is_between_them() -> None:
    old = "".join(f"Zeile {n % 7}.\n" for n in range(400))
    pieces = diff_texts(old, old.replace("6.\n", "6.\nDazwischen.\n", 1))
    assert [(piece.side, piece.text) for piece in pieces][1:2] == [(DiffSide.NEW, "Dazwischen.\n")]


@given(st.text("ab😀", max_size=12), st.text("ab😀", max_size=12))
def test_difference_turns_one_text_into_the_other(old: str, new: str) -> None:
    start, old_end, new_end = changed_span(old, new)
    assert old[:start] + new[start:new_end] + old[old_end:] == new
    assert 0 <= start <= old_end <= len(old)
    assert old == new or old[start:old_end] != new[start:new_end]
