"""Recent reviews are told by title and season, also where a file is broken or gone."""

from pathlib import Path

from editor.gui.welcome.recent_reviews import read_recent


def test_title_with_season_and_form(tmp_path: Path) -> None:
    path = tmp_path / "salz.md"
    path.write_text("---\nform: series\ntitle: Salz\nseason: 2\n---\n\nText.\n", "utf-8")
    (review,) = read_recent([path])
    assert (review.title, review.form_id, review.missing) == ("Salz – Staffel 2", "series", False)
    assert review.changed is not None


def test_file_without_a_title_has_its_name(tmp_path: Path) -> None:
    path = tmp_path / "notiz.md"
    path.write_text("Nur ein Text.\n", "utf-8")
    assert read_recent([path])[0].title == "notiz.md"


def test_broken_front_matter_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "kaputt.md"
    path.write_bytes(b"---\ntitle: a: b: c\n---\n\xff\xfe")
    assert read_recent([path])[0].title == "kaputt.md"


def test_file_that_is_gone_is_marked(tmp_path: Path) -> None:
    (review,) = read_recent([tmp_path / "fehlt.md"])
    assert review.missing
