"""The checklist in one line: what is open, in a few words each, and nothing that is a hint."""

from editor.localized import language_set_to
from editor.paths import sample_path
from editor.review.form import load_form
from editor.review.rating import with_rating
from editor.review.readiness import checklist
from editor.review.readiness_summary import open_points, points_line
from editor.storage import load_save
from editor.storage.review_file import new_review

FORM = load_form("series")
READY = load_save.load_review(sample_path()).review


def line(review: object, findings: dict[str, int] | None = None) -> str:
    counts = findings or {}
    items = checklist(review, FORM, counts)  # type: ignore[arg-type]
    return points_line(open_points(items, counts)).text()


def test_nothing_is_open_in_a_finished_review() -> None:
    assert line(READY) == ""


def test_findings_are_summed_up_and_a_missing_rating_is_named() -> None:
    review = with_rating(READY, "verdict", None)
    assert line(review, {"story": 20, "cast": 9}) == "29 Hinweise · keine Gesamtwertung"
    assert line(READY, {"story": 1}) == "1 Hinweis"
    with language_set_to("en"):
        assert line(review, {"story": 20, "cast": 9}) == "29 findings · no overall rating"


def test_findings_of_a_section_that_is_gone_do_not_count() -> None:
    assert line(READY, {"unbekannt": 4}) == ""


def test_date_that_cannot_be_read_is_named_first() -> None:
    review = READY.with_fact("date", "31.02.2026").with_fact("year", None)
    text = line(review, {"story": 1})
    assert text.startswith("Rezension vom: „31.02.2026“ ")
    assert text.endswith(" · 1 Hinweis · „Jahr“ fehlt")


def test_one_of_a_kind_is_named_and_many_are_counted() -> None:
    review = READY.with_text("effects", "")
    assert line(with_rating(review, "effects", None)) == "„Effekte“ ist noch leer"
    assert line(new_review(FORM)) == (
        "keine Gesamtwertung · 7 Angaben fehlen · 5 Abschnitte sind leer"
    )


def test_advice_is_left_out() -> None:
    review = READY.with_text("story", f"{READY.text('story')}\n\n![](a.png)")
    assert line(review) == "Das Bild hat keine Bildbeschreibung"


def test_hints_are_no_open_points() -> None:
    review = READY.with_text("plot", f"{READY.text('plot')} Am Ende stirbt sie.")
    assert checklist(review, FORM)
    assert line(review) == ""
