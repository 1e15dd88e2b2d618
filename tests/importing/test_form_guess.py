"""A finished text is guessed to be about a film or about a series."""

import pytest

from editor.importing.form_guess import likely_form_id
from editor.paths import sample_path


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Der Film lief im Kino; die Filmmusik trägt ihn.", "film"),
        ("Die zweite Staffel hat acht Folgen, die Serie bleibt dicht.", "series"),
        ("Ein Film? Nein, die Staffel einer Serie.", "series"),
        ("Salz, überall Salz.", "disc"),
        ("", "disc"),
    ],
)
def test_words_decide(text: str, form: str) -> None:
    assert likely_form_id(text, "disc") == form


def test_sample_is_about_a_series() -> None:
    assert likely_form_id(sample_path().read_text("utf-8"), "film") == "series"
