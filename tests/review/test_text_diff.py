"""Two texts side by side: both can be read off the pieces, and only what differs is marked."""

from hypothesis import given
from hypothesis import strategies as st

from editor.review.text_diff import Piece, Side, compare

WORDS = st.text(st.sampled_from("ab \n.ü"), max_size=60) | st.text(max_size=60)


def side(pieces: tuple[Piece, ...], wanted: Side) -> str:
    return "".join(piece.text for piece in pieces if piece.side in (Side.BOTH, wanted))


@given(WORDS, WORDS)
def test_both_texts_are_in_the_pieces(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert side(pieces, Side.OLD) == old
    assert side(pieces, Side.NEW) == new
    assert all(piece.text for piece in pieces)


@given(WORDS)
def test_equal_texts_have_no_difference(text: str) -> None:
    assert compare(text, text) == ((Piece(Side.BOTH, text),) if text else ())


def test_only_the_word_that_differs_is_marked() -> None:
    pieces = compare("Die Story trägt.\nEnde.\n", "Die Story trägt nicht.\nEnde.\n")
    assert pieces == (
        Piece(Side.BOTH, "Die Story trägt"),
        Piece(Side.NEW, " nicht"),
        Piece(Side.BOTH, ".\nEnde.\n"),
    )


def test_what_is_too_long_to_compare_is_marked_as_a_whole() -> None:
    old = " ".join(f"a{n}" for n in range(5_000))
    new = " ".join(f"b{n}" for n in range(5_000))
    pieces = compare(f"Gleich {old} Schluss", f"Gleich {new} Schluss")
    assert [piece.side for piece in pieces] == [Side.BOTH, Side.OLD, Side.NEW, Side.BOTH]
