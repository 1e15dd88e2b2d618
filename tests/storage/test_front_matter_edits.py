"""Edits of the front matter: the file opens again, and what stands around a fact stays."""

import pytest

from editor.export.markdown import render_markdown
from editor.export.options import RenderOptions
from editor.review.model import Review
from editor.storage import review_file


def edited(inside: str, key: str, value: object) -> str:
    """Return the lines between the fences after one edit, having read the file again."""
    file = review_file.dumps(review_file.parse(f"---\n{inside}---\n").with_fact(key, value))
    review_file.parse(file)
    return file.removeprefix("---\n").removesuffix("---\n")


# -- anchors --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "left"), [("Neu", "title: Neu\n"), (None, "")])
def test_what_refers_to_an_edited_fact_keeps_its_value(value: str | None, left: str) -> None:
    inside = "title: &t Nordlicht\ndescription: *t # so\n\n# unten\nlist: [*t, b]\n"
    assert edited(inside, "title", value) == (
        f"{left}description: Nordlicht\n\n# unten\nlist: [Nordlicht, b]\n"
    )


def test_what_is_merged_from_an_edited_fact_is_still_merged() -> None:
    inside = "base: &b {a: 1}\nother:\n  <<: *b\n  c: 2\n"
    assert edited(inside, "base", "X") == "base: X\nother:\n  <<: {a: 1}\n  c: 2\n"


def test_what_refers_to_an_untouched_fact_stays_as_it_is_written() -> None:
    inside = "a: &t [1,  2]\ntitle: X\nb:   *t\nc: 2 * 3\n"
    assert edited(inside, "title", "Y") == inside.replace("X", "Y")


# -- comments -------------------------------------------------------------------------------------

COMMENTED = "# oben\ntitle: A # so\n\n# zum Jahr\nyear: 2024\n\n# zum Verleih\nlabel: V\n# unten\n"


@pytest.mark.parametrize(
    ("key", "line"),
    [("title", "title: A # so\n"), ("year", "year: 2024\n"), ("label", "label: V\n")],
)
def test_an_emptied_fact_leaves_the_comments_around_it(key: str, line: str) -> None:
    assert edited(COMMENTED, key, None) == COMMENTED.replace(line, "")


def test_comments_stay_when_every_fact_goes() -> None:
    review = review_file.parse(f"---\n{COMMENTED}---\n")
    for key in ("year", "title", "label"):
        review = review.with_fact(key, None)
    assert [line for line in review_file.dumps(review).split("\n") if line] == [
        *("---", "# oben", "# zum Jahr", "# zum Verleih", "# unten", "---")
    ]


def test_an_emptied_fact_leaves_the_comments_of_toml() -> None:
    file = "+++\n# oben\ntitle = 'A'\n\n# Jahr\nyear = 2024\n# zur Tabelle\n[a]\nb = 1\n+++\n"
    review = review_file.parse(file)
    assert review_file.dumps(review.with_fact("title", None)) == file.replace("title = 'A'\n", "")
    added = review.with_fact("label", "V").with_fact("year", None)
    assert review_file.dumps(added) == (
        "+++\n# oben\ntitle = 'A'\n\n# Jahr\nlabel = \"V\"\n# zur Tabelle\n[a]\nb = 1\n+++\n"
    )


def test_an_emptied_fact_leaves_no_blank_lines() -> None:
    assert edited("a: 1\n\ntitle: X\n\nb: 2\n", "title", "") == "a: 1\n\nb: 2\n"
    file = '{\n  "a": 1,\n  "title": "X",\n  "b": 2\n}\n'
    without = review_file.parse(file).with_fact("title", None)
    assert review_file.dumps(without) == '{\n  "a": 1,\n  "b": 2\n}\n'


# -- keys that another program takes for its own --------------------------------------------------

_BOTH = [
    "---\nurl: /kritik/\nrezensent_url: https://a.example/\n---\n",
    "+++\nurl = '/kritik/'\nrezensent_url = 'https://a.example/'\n+++\n",
    '{"url": "/kritik/", "rezensent_url": "https://a.example/"}\n',
    "---\n{url: /kritik/, rezensent_url: 'https://a.example/'}\n---\n",
]


def named(review: Review) -> dict[str, object]:
    """Return the facts by the names that they have in the file."""
    return {entry.name: entry.value for entry in review.entries}


@pytest.mark.parametrize("file", _BOTH)
def test_our_key_is_ours_beside_that_of_another_program(file: str) -> None:
    review = review_file.parse(file)
    assert review.fact("url") == "https://a.example/"
    back = review_file.parse(review_file.dumps(review.with_fact("url", "https://b.example/")))
    assert named(back) == {"url": "/kritik/", "rezensent_url": "https://b.example/"}
    assert back.fact("url") == "https://b.example/"


@pytest.mark.parametrize("file", _BOTH)
def test_our_key_is_emptied_and_not_that_of_another_program(file: str) -> None:
    back = review_file.parse(review_file.dumps(review_file.parse(file).with_fact("url", None)))
    assert named(back)["url"] == "/kritik/"
    assert not back.fact("url")
    assert named(back.with_fact("url", "c"))["rezensent_url"] == "c"


@pytest.mark.parametrize(
    ("dialect", "wanted"),
    [
        ("hugo", "url: /kritik/\nrezensent_url: https://a.example/\n"),
        ("obsidian", "url: /kritik/\nrezensent_url: https://a.example/\n"),
    ],
)
def test_an_export_keeps_both_apart(dialect: str, wanted: str) -> None:
    assert wanted in render_markdown(review_file.parse(_BOTH[0]), RenderOptions(dialect=dialect))


def test_an_export_names_our_key_as_its_program_wants() -> None:
    review = review_file.parse("---\nrezensent_url: https://a.example/\n---\n")
    assert "\nrezensent_url: https://a.example/" in render_markdown(
        review, RenderOptions(dialect="hugo")
    )
    assert "\nurl: https://a.example/" in render_markdown(review, RenderOptions(dialect="obsidian"))
