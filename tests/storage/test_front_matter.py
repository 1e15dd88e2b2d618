"""Front matter in TOML and JSON: read as YAML is, kept as it is, and edited without loss."""

import datetime
import json
import tomllib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.errors import ReviewFileError
from editor.export import registry
from editor.export.options import RenderOptions
from editor.importing.sectioning import import_text
from editor.paths import sample_path
from editor.review.form import load_form
from editor.review.model import Review
from editor.review.versions import version_diff
from editor.storage import review_file
from tests.bad_files import BODY, TOML

CAST = [{"name": "Ann „A“ O'Hara", "role": "Wirtin\tim \\ Dorf"}, {"name": "B"}]


def inside(file: str) -> dict[str, Any]:
    """Return what the standard library reads between the lines of „+++“."""
    assert file.startswith("+++\n")
    return tomllib.loads(file.split("+++\n")[1])


def facts(review: Review) -> dict[str, Any]:
    return {entry.key: entry.value for entry in review.entries if entry.key}


# -- TOML -----------------------------------------------------------------------------------------


def test_toml_says_what_yaml_says() -> None:
    yaml = (
        "---\ntitle: X\ndate: 2024-05-01\nyear: 2024\nrating: 7.5\ndraft: true\ntags: [a, b]\n---\n"
    )
    toml = (
        "+++\ntitle = 'X'\ndate = 2024-05-01\nyear = 2024\nrating = 7.5\ndraft = true\n"
        'tags = ["a", "b"]\n+++\n'
    )
    assert facts(review_file.parse(toml)) == facts(review_file.parse(yaml))


def test_toml_of_every_kind_is_read_and_kept() -> None:
    file = f"+++\n{TOML}+++\n\n{BODY}"
    review = review_file.parse(file)
    assert review_file.dumps(review) == file
    assert facts(review) == {
        "title": "Größe",
        "date": "2024-05-01T10:00:00+02:00",
        "local": "2024-05-01T10:00:00",
        "time": "10:30:00.500000",
        "a": {"b": 1, "c": [1, 2]},
        "params": {
            "x": '[keine]\n""" ',
            "y": {"z": [{"u": 1}, {"u": 2}]},
            "inner": {"day": "2024-05-01"},
        },
        "cast": [{"name": "A"}, {}],
        "menu": {"main": {"weight": 31}},
    }
    assert review.text("story") == "Grüße „aus“ Köln – schön."


def test_an_edit_of_toml_changes_only_its_own_lines() -> None:
    file = f"+++\n{TOML}+++\n\n{BODY}"
    edited = review_file.dumps(review_file.parse(file).with_fact("title", 'Neu: "x"\x7f'))
    assert edited == file.replace("'Größe' # so", '"Neu: \\"x\\"\\u007f"')


def test_what_is_new_in_toml_stands_ahead_of_the_tables() -> None:
    review = review_file.parse("+++\ntitle = 'X'\n[params]\na = 1\n+++\nText\n")
    review = review.with_fact("date", "2026-11-22").with_fact("ratings", {"story": 7.5})
    assert review_file.dumps(review.with_fact("cast", CAST)) == (
        "+++\ntitle = 'X'\ndate = 2026-11-22\nratings = { story = 7.5 }\n"
        'cast = [{ name = "Ann „A“ O\'Hara", role = "Wirtin\\tim \\\\ Dorf" }, { name = "B" }]\n'
        "[params]\na = 1\n+++\nText\n"
    )


def test_a_table_in_two_places_is_replaced_and_removed_in_both() -> None:
    file = "+++\n[a]\nb = 1\n[c]\nd = 2\n[a.e]\nf = 3\n+++\nText\n"
    review = review_file.parse(file)
    assert review_file.dumps(review) == file
    assert inside(review_file.dumps(review.with_fact("a", {"g": 4}))) == {
        "a": {"g": 4},
        "c": {"d": 2},
    }
    assert inside(review_file.dumps(review.with_fact("a", None))) == {"c": {"d": 2}}


def test_a_key_that_another_program_would_take_is_ours_in_toml_too() -> None:
    file = "+++\nrezensent_url = 'https://www.example.org/'\n+++\n"
    assert review_file.parse(file).fact("url") == "https://www.example.org/"
    assert review_file.dumps(review_file.parse(file)) == file


days = st.dates().map(datetime.date.isoformat)
zones = st.sampled_from(["", "Z", "+02:00", "-11:30"])
clocks = st.times().map(datetime.time.isoformat)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
quoted = texts.map(lambda text: json.dumps(text, ensure_ascii=False))
literal = st.one_of(
    st.integers(-(2**63), 2**63 - 1).map(str),
    st.floats().map(repr),
    st.booleans().map(lambda value: str(value).lower()),
    quoted,
    texts.filter(lambda text: "'" not in text).map(lambda text: f"'{text}'"),
    texts.filter(lambda text: "'" not in text).map(lambda text: f"'''\n{text}\n'{text}\n'''"),
    days,
    clocks,
    st.builds("{}T{}{}".format, days, clocks, zones),
    st.builds("{} {}{}".format, days, clocks, zones),
)
names = st.sampled_from(["title", "date", "cast", "a", "b-c", '"ä ö"', "'d.e'", "year", '"\\" "'])
values = st.recursive(
    literal,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(inner, max_size=3).map(lambda items: f"[ # so\n  {' ,'.join(items)}\n]"),
        st.dictionaries(names, inner, max_size=3).map(
            lambda table: f"{{{', '.join(f'{key} = {value}' for key, value in table.items())}}}"
        ),
    ),
    max_leaves=6,
)
statements = st.one_of(
    st.builds("{} = {}\n".format, names, values),
    st.builds("{}.{}={} # so\n".format, names, names, values),
    st.builds("[{}]\n{} = {}\n".format, names, names, values),
    st.builds("[[{}]]\n{} = {}\n".format, names, names, values),
    st.builds("  [ {} . {} ]\n{} = {}\n".format, names, names, names, values),
    st.sampled_from(["\n", "# [nichts] = 1\n", "  # auch\n"]),
)


def is_toml(source: str) -> bool:
    try:
        return bool(tomllib.loads(source))
    except tomllib.TOMLDecodeError:
        return False


documents = st.lists(statements, min_size=1, max_size=8).map("".join).filter(is_toml)


@given(documents)
def test_any_toml_is_kept(source: str) -> None:
    file = f"+++\n{source}+++\n\nText\n"
    review = review_file.parse(file)
    assert review_file.dumps(review) == file
    assert set(facts(review)) == set(tomllib.loads(source))
    assert review_file.parse(review_file.dumps(review)) == review


@example("# [nichts] = 1\ntitle = []\n", "title", True)
@example("title.title = []\n[title.date]\na = []\n", "neu", False)
@example("title.title = []\n# so\n[title.date]\na = []\n", "title", True)
@given(documents, st.sampled_from(["title", "a", "ä ö", "cast", "neu"]), st.booleans())
def test_an_edit_of_any_toml_leaves_all_else_alone(source: str, key: str, gone: bool) -> None:
    before = review_file.parse(f"+++\n{source}+++\n\nText\n")
    edited = before.with_fact(key, None if gone else CAST)
    again = review_file.parse(review_file.dumps(edited))
    wanted = {**facts(before), key: None if gone else CAST}
    assert facts(again) == {
        name: value for name, value in wanted.items() if name != key or not gone
    }
    assert again.text("introduction") == "Text"
    assert review_file.dumps(again) == review_file.dumps(edited)


@given(documents)
def test_any_toml_written_anew_comes_back(source: str) -> None:
    before = review_file.parse(f"+++\n{source}+++\n")
    for target in ("+++\nx = 1\n+++\n", '{"x": 1}\n', "---\nx: 1\n---\n"):
        then = version_diff.restore_part(review_file.parse(target), before, "facts")
        assert facts(review_file.parse(review_file.dumps(then))) == facts(before)


# -- JSON -----------------------------------------------------------------------------------------

json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=8,
).filter(lambda value: "Infinity" not in json.dumps(value))


@given(
    st.dictionaries(st.text(), json_values, min_size=1),
    st.sampled_from([None, 0, 2, "\t"]),
    st.booleans(),
)
def test_any_json_is_kept(
    value: dict[str, Any], indent: int | str | None, ascii_only: bool
) -> None:
    source = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    file = f"{source}\n\nText\n"
    review = review_file.parse(file)
    assert review_file.dumps(review) == file
    assert [entry.value for entry in review.entries] == list(value.values())
    edited = review_file.dumps(review.with_fact("title", "Neu").with_fact("cast", CAST))
    again = review_file.parse(edited)
    assert (again.title, again.fact("cast"), again.text("introduction")) == ("Neu", CAST, "Text")
    read, _ = json.JSONDecoder().raw_decode(edited)
    assert {**read, "title": "", "cast": ""} == {**value, "title": "", "cast": ""}


def test_what_is_new_in_json_looks_as_what_was_there() -> None:
    file = '{\n    "title": "X",\n    "year": 1.50\n}\nText\n'
    review = review_file.parse(file).with_fact("title", "Ä").with_fact("tags", ["a"])
    assert review_file.dumps(review) == (
        '{\n    "title": "Ä",\n    "year": 1.50,\n    "tags": ["a"]\n}\nText\n'
    )


def test_json_that_loses_its_last_fact_leaves_the_text() -> None:
    review = review_file.parse('{"title": "X"}\nText\n').with_fact("title", None)
    assert review_file.dumps(review) == "Text\n"


# -- both -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("+++\na = 1\nb = \n+++\nText\n", "sind kein gültiges TOML (Zeile 3); bitte"),
        ('{"a": 1,\n"b": x}\nText\n', "sind kein gültiges JSON (Zeile 2); bitte"),
        ("---\na: [offen\n---\nText\n", "sind kein gültiges YAML (Zeile 2); bitte"),
    ],
)
def test_broken_front_matter_names_its_file_and_line(file: str, sentence: str) -> None:
    for name, called in (("", "der Datei"), ("b/c.md", "von b/c.md"), ("-", "der Standardeingabe")):
        with pytest.raises(ReviewFileError) as caught:
            review_file.parse(file, name=name)
        assert caught.value.german.startswith(f"Die Angaben am Anfang {called} {sentence}")
        assert called != "von b/c.md" or "of b/c.md" in caught.value.english


@pytest.mark.parametrize(
    "text",
    [
        "+++ Eilmeldung +++\nText\n",
        "+++\nNur ein Satz. Und a = b.\n+++\n",
        "+++\n# Überschrift\n+++\n",
        "+++\ntitle = 1\n",
        "{#story}\n",
        "{}\n",
        '{"a": 1} b\n',
        '{"a": 1\n',
        '{% raw "a": %}\n',
    ],
)
def test_text_that_only_begins_so_stays_text(text: str) -> None:
    review = review_file.parse(text)
    assert not review.entries
    assert review.text("introduction") == text.strip()
    assert review_file.dumps(review) == text


@pytest.mark.parametrize("text", ["+++\na = 1\n+++\nText", '{"a": 1}\nText'])
def test_text_that_would_pass_for_front_matter_stays_text(text: str) -> None:
    for file in ("", "---\n---\n", "+++\n+++\n", "+++\na = 1\n+++\n", '{"a": 1}\n'):
        review = review_file.parse(file).with_text("introduction", text).with_fact("a", None)
        assert review_file.parse(review_file.dumps(review)).text("introduction") == text


@pytest.mark.parametrize("file", ["+++\n{toml}+++\n\n{body}", '{"title": "Größe"}\n{body}'])
def test_other_programs_get_yaml(file: str) -> None:
    review = review_file.parse(file.replace("{toml}", TOML).replace("{body}", BODY))
    written = registry.export_review(review, "md", RenderOptions(dialect="jekyll")).decode()
    again = review_file.parse(written)
    assert written.startswith("---\n")
    assert again.title == "Größe"
    assert again.fact("params") == review.fact("params")
    assert import_text(review_file.dumps(review), load_form("film")).title == "Größe"


def test_facts_of_a_version_in_another_syntax_are_written_anew() -> None:
    yaml = review_file.parse(sample_path().read_text("utf-8"))
    toml = review_file.parse(f"+++\n{TOML}+++\n\n{BODY}")
    restored = review_file.dumps(version_diff.restore_part(toml, yaml, "facts"))
    assert facts(review_file.parse(restored)) == facts(yaml)
    assert inside(restored)["title"] == yaml.title
    back = review_file.dumps(version_diff.restore_part(yaml, toml, "facts"))
    assert back.startswith("---\n")
    assert facts(review_file.parse(back)) == facts(toml)
