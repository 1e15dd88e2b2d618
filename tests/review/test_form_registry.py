"""The writer's own forms are found; what is wrong with one harms no other and no review."""

from pathlib import Path

import pytest

from editor.export.facts import fact_rows
from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.review.form import load_form
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.storage import load_save
from editor.storage.next_season import begin_next_season
from editor.storage.review_file import dumps, parse

BOOK = """
label = { de = "Buch", en = "Book" }

[[facts]]
key = "title"
kind = "text"
label = "Titel"

[[facts]]
key = "pages"
kind = "number"
label = "Seiten"

[[sections]]
id = "language"
label = "Sprache"
rated = true
"""
REVIEW = "---\nform: buch\ntitle: Salz\npages: 300\n---\n\n## Sprache {#language}\n\nKlar.\n"


@pytest.fixture
def forms(tmp_path: Path) -> FormRegistry:
    (tmp_path / "buch.toml").write_text(BOOK, "utf-8")
    return FormRegistry(tmp_path)


def test_own_form_is_found_beside_those_that_ship(forms: FormRegistry) -> None:
    assert set(forms.ids()) >= {"buch", "film", "series", "disc"}
    found = forms.resolve("buch")
    assert (found.form.label.german, found.problem) == ("Buch", None)
    assert [form.id for form in forms.custom()[0]] == ["buch"]


def test_review_is_read_with_its_own_form(forms: FormRegistry) -> None:
    review = parse(REVIEW, forms)
    assert review.text("language") == "Klar."
    assert [fact.text for fact in fact_rows(review, review.form, "de-DE")] == ["300"]
    assert ">Sprache</h2>" in render_page(review, RenderOptions())
    assert review.with_fact("title", "Neu").form.id == "buch"
    assert dumps(review) == REVIEW


def test_next_review_has_the_own_form(forms: FormRegistry) -> None:
    new = begin_next_season(parse(REVIEW, forms))
    assert (new.form_id, new.fact("pages")) == ("buch", 300)
    assert new.text("language") == ""


def test_review_of_an_unknown_form_opens_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    path.write_text(REVIEW, "utf-8")
    loaded = load_save.load_review(path, FormRegistry(tmp_path / "forms"))
    assert loaded.review.form == load_form("series")
    assert loaded.problem is not None
    assert "Formular „buch“ gibt es hier nicht" in loaded.problem.german
    assert str(tmp_path / "forms") in loaded.problem.german
    assert "Klar." in loaded.review.text("introduction")
    assert dumps(loaded.review) == REVIEW


@pytest.mark.parametrize("form", ["", "series", "film"])
def test_shipped_form_is_read_without_a_problem(forms: FormRegistry, form: str) -> None:
    assert forms.resolve(form).problem is None
    assert SHIPPED_FORMS.resolve(form).problem is None


def test_broken_form_is_one_sentence_and_the_others_work(
    forms: FormRegistry, tmp_path: Path
) -> None:
    (tmp_path / "kaputt.toml").write_text('label = "X"\n\n[[facts]]\nkey = "a"\n')
    whole, problems = forms.custom()
    assert [form.id for form in whole] == ["buch"]
    assert len(problems) == 1
    assert "kaputt.toml ist nicht lesbar (Zeile 3: kind fehlt)" in problems[0].german
    assert parse(REVIEW.replace("form: buch", "form: kaputt"), forms).form.id == "series"


def test_own_form_takes_the_place_of_a_shipped_one(forms: FormRegistry, tmp_path: Path) -> None:
    (tmp_path / "film.toml").write_text(BOOK, "utf-8")
    assert forms.resolve("film").form.fact("pages") is not None
    (tmp_path / "film.toml").write_text("kaputt")
    found = forms.resolve("film")
    assert found.form == load_form("film")
    assert found.problem is not None


@pytest.mark.parametrize("form_id", ["../buch", "/etc/passwd", "a" * 300, "\x00", ".buch"])
def test_name_that_is_none_leads_to_no_file(forms: FormRegistry, form_id: str) -> None:
    assert forms.resolve(form_id).form == load_form("series")
