"""In which encoding a text is taken to be."""

import pytest

from editor.storage import encodings


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xff", "ÿ"),
        (b"abc\xff", "abcÿ"),
        (b"L'Ha\xff-les-Roses", "L'Haÿ-les-Roses"),
        (b"Pe\xf1a", "Peña"),
        (b"\xc5sa", "Åsa"),
        ("Größe – 50\u00a0%".encode("cp1252"), "Größe – 50\u00a0%"),
    ],
)
def test_a_few_letters_are_those_of_windows(data: bytes, text: str) -> None:
    assert encodings.decode(data) == encodings.DecodedText(text, "Windows-1252")


@pytest.mark.parametrize("text", ["Straße", "Straße 5\u00a0%", "ü", "für Ä"])
def test_german_letters_of_dos_tell_dos(text: str) -> None:
    assert encodings.decode(text.encode("cp850")) == encodings.DecodedText(text, "DOS (850)")


@pytest.mark.parametrize("data", [b"Gr\xc3", b"Text \xf0\x9f", b"abc\0\xff"])
def test_a_character_that_the_end_has_cut_is_damage(data: bytes) -> None:
    reading = encodings.decode(data)
    assert reading is None or not reading.sure
    repaired = encodings.decode_damaged(data)
    assert repaired is not None
    assert repaired.lost == 1


def test_many_letters_of_another_script_are_no_guess() -> None:
    reading = encodings.decode("Привет, мир".encode("cp1251"))
    assert reading is not None
    assert not reading.sure
