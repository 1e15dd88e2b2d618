"""Forms: what ships is complete, and a broken one says so."""

from pathlib import Path

import pytest

from editor.errors import FormError
from editor.localized import language_set_to
from editor.review.form import load_form, read_form, shipped_form_ids


def test_film_and_series_ship() -> None:
    assert set(shipped_form_ids()) >= {"film", "series"}


@pytest.mark.parametrize("form_id", ["film", "series"])
def test_shipped_form_is_complete_in_both_languages(form_id: str) -> None:
    form = load_form(form_id)
    labels = [fact.label for fact in form.facts]
    labels += [section.label for section in form.sections]
    labels += [section.hint for section in form.sections]
    assert all(label.german and label.english for label in labels)
    assert {field.key for field in form.facts} >= {
        *("title", "original_title", "medium", "director", "writers", "cast", "country", "year"),
        *("label", "runtime", "age_rating", "picture_format", "sound_formats", "release_date"),
        *("author", "date"),
    }
    assert [section.id for section in form.sections] == [
        *("introduction", "plot", "story", "cast", "effects", "picture_sound", "extras", "verdict")
    ]


def test_disc_asks_for_what_is_in_the_box() -> None:
    form = load_form("disc")
    labels = [fact.label for fact in form.facts]
    labels += [text for section in form.sections for text in (section.label, section.hint)]
    assert all(label.german and label.english for label in labels)
    assert {field.key for field in form.facts} >= {"subtitles", "gtin13", "packaging", "extras"}
    assert {section.id for section in form.sections if section.rated} == {
        *("story", "picture", "sound", "extras", "packaging", "verdict")
    }


def test_series_counts_seasons_and_episodes() -> None:
    assert load_form("series").fact("season") is not None
    assert load_form("film").fact("season") is None


def test_unknown_form_falls_back_to_the_core_form() -> None:
    assert load_form("../../etc/passwd") == load_form("series")


@pytest.mark.parametrize(
    "text",
    [
        "kein = = toml",
        'id = "x"',
        'id = "x"\nlabel = {de = "X"}\nsections = []\n[[facts]]\nkey="a"',
    ],
)
def test_broken_form_is_one_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "mein.toml"
    path.write_text(text)
    with pytest.raises(FormError, match=r"mein\.toml ist nicht lesbar"):
        read_form(path)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('label = "X"\nkein = = toml', "Zeile 2: kein gültiges TOML"),
        ('label = "X"\n[[facts]]\nkey = "a"', "Zeile 2: kind fehlt"),
        ('[[facts]]\nkey = "a"\nkind = "zahl"\nlabel = "A"', "Zeile 1: unpassender Wert"),
        ("n = " + 5_000 * "9", r"\(kein gültiges TOML\)"),
        (
            2 * '[[facts]]\nkey = "a"\nkind = "text"\nlabel = "A"\n\n',
            "Zeile 6: „a“ ist doppelt",
        ),
        ('[[facts]]\nkey = "a"\nkind = "text"\nlabel = "A"', r"\[\[sections\]\] fehlt"),
        ("label = 3", r"\(unpassender Wert für label: es muss ein Text sein"),
        ('facts = ["title"]', r"\(\[\[facts\]\] muss aus Tabellen bestehen\)"),
    ],
)
def test_broken_form_names_the_line(text: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "mein.toml"
    path.write_text(text)
    with pytest.raises(FormError, match=place):
        read_form(path)


_FACT = '[[facts]]\nkey = "a"\nkind = "text"\nlabel = "A"\n'


@pytest.mark.parametrize(
    ("table", "key", "reason", "english"),
    [
        (_FACT.replace('"text"', '"zahl"'), "kind", "möglich sind text, number,", "it must be one"),
        (_FACT.replace('"a"', "3"), "key", "es muss ein Text sein", "it must be a text"),
        (_FACT + "choices = 3", "choices", "es muss eine Liste sein", "it must be a list"),
        (_FACT + 'choices = "ab"', "choices", "es muss eine Liste sein", "it must be a list"),
        (_FACT + "hint = [1]", "hint", "es muss ein Text sein", "it must be a text"),
        (_FACT + 'hint = {fr = "A"}', "hint", "es muss ein Text sein", "it must be a text"),
        (_FACT + '[[sections]]\nid = "s"\nlabel = 3', "label", "es muss ein Text", "it must be a"),
        (
            _FACT + '[[sections]]\nid = "s"\nlabel = "S"\nweight = "viel"',
            *("weight", "es muss eine Zahl ab 0 sein", "it must be a number from 0"),
        ),
    ],
)
def test_value_that_does_not_fit_is_told_in_the_language_of_the_sentence(
    table: str, key: str, reason: str, english: str, tmp_path: Path
) -> None:
    path = tmp_path / "mein.toml"
    path.write_text(table)
    with pytest.raises(FormError) as caught:
        read_form(path)
    assert f"unpassender Wert für {key}: {reason}" in caught.value.german
    assert f"wrong value for {key}: {english}" in caught.value.english


def test_label_may_be_a_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "buch.toml"
    path.write_text(
        '[[facts]]\nkey = "title"\nkind = "text"\nlabel = "Titel"\n'
        '[[sections]]\nid = "story"\nlabel = "Handlung"\n'
    )
    form = read_form(path)
    with language_set_to("en"):
        label = form.facts[0].label.text()
    assert (form.id, form.label.german, label) == ("buch", "buch", "Titel")


def own(tmp_path: Path, key: str, section: str) -> Path:
    path = tmp_path / "mein.toml"
    path.write_text(
        f'[[facts]]\nkey = "{key}"\nkind = "text"\nlabel = "A"\n\n'
        f'[[sections]]\nid = "{section}"\nlabel = "B"\n'
    )
    return path


def test_every_form_has_a_place_for_text_ahead_of_the_first_heading(tmp_path: Path) -> None:
    first, second = read_form(own(tmp_path, "a", "b")).sections
    assert (first.id, first.optional, first.heading, second.id) == (
        *("introduction", True, False, "b"),
    )
    assert first.label == load_form("series").sections[0].label
    assert len(read_form(own(tmp_path, "a", "introduction")).sections) == 1


@pytest.mark.parametrize(
    "key",
    [
        *("form", "ratings", "verdict_rating", "rating_scale", "rezensent", "rezensent_url"),
        *("vocabulary", "hidden"),
    ],
)
def test_a_fact_may_not_be_called_as_a_key_of_the_program(key: str, tmp_path: Path) -> None:
    with pytest.raises(FormError, match=f"Zeile 1: „{key}“ braucht Rezensent selbst"):
        read_form(own(tmp_path, key, "b"))


def test_a_section_may_not_be_called_as_a_part_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="Zeile 6: „facts“ braucht Rezensent selbst"):
        read_form(own(tmp_path, "a", "facts"))
