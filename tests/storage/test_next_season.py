"""The review of the next season begins with what stays the same."""

import pytest

from editor.paths import sample_path
from editor.storage import load_save
from editor.storage.next_season import begin_next_season
from editor.storage.review_file import dumps, parse


def test_facts_are_carried_and_the_season_counted_up() -> None:
    old = load_save.load_review(sample_path()).review
    new = begin_next_season(old)
    assert new.fact("season") == 3
    for key in ("title", "director", "cast", "label", "author", "rating_scale"):
        assert new.fact(key) == old.fact(key) is not None
    for key in ("date", "release_date", "year", "episodes", "ratings", "verdict_rating", "draft"):
        assert new.fact(key) is None
    assert not any(section.text for section in new.sections)
    assert parse(dumps(new)).fact("cast") == old.fact("cast")


def test_accepted_words_are_carried_and_hidden_findings_are_not() -> None:
    old = parse(
        "---\ntitle: X\nvocabulary: [Runa]\nhidden: [{rule: R, sentence: S}]\n"
        "target_words: 700\nslug: x-2\n---\n"
    )
    new = begin_next_season(old)
    assert (new.fact("vocabulary"), new.fact("target_words")) == (["Runa"], 700)
    assert (new.fact("hidden"), new.fact("slug")) == (None, None)


@pytest.mark.parametrize(
    ("season", "following"),
    [("1", 2), ("'4'", 5), ("Staffel 2", None), ("true", None), ("-1", None)],
)
def test_season_that_is_not_a_number_is_left_empty(season: str, following: int | None) -> None:
    assert (
        begin_next_season(parse(f"---\nform: series\nseason: {season}\n---\n")).fact("season")
        == following
    )


def test_film_has_no_season() -> None:
    new = begin_next_season(parse("---\nform: film\ntitle: X\n---\n"))
    assert (new.form_id, new.title, new.fact("season")) == ("film", "X", None)
