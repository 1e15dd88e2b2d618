"""Judging a review: LanguageTool is asked about new text only, names apply at once."""

import pytest

from editor.language.checker import Finding
from editor.language.engine import Engine
from editor.language.question import Question
from editor.language.reviewing import ReviewChecker, Writer
from editor.review.form import load_form
from editor.review.markdown import new_review
from editor.review.model import Review

pytestmark = pytest.mark.languagetool
WRITER = Writer()


class Counted:
    """The real engine, with what it was asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.asked: list[str] = []

    def __call__(self, question: Question) -> tuple[Finding, ...]:
        self.asked.append(question.text)
        return self._engine.ask(question)


def words(review: Review, checker: ReviewChecker, writer: Writer = WRITER) -> list[str]:
    text = review.text("story")
    return [text[f.start : f.end] for f in checker.judge(review, "story", writer).shown]


def test_fact_changes_the_findings_without_a_request(engine: Engine) -> None:
    check = Counted(engine)
    checker = ReviewChecker(check)
    review = new_review(load_form("series")).with_text("story", "Regie führt Torstad. Ein Feler.")
    assert words(review, checker) == ["Torstad", "Feler"]
    before = len(check.asked)
    assert words(review.with_fact("director", ["Ingvild Torstad"]), checker) == ["Feler"]
    assert words(review, checker, Writer(words=("Feler",))) == ["Torstad"]
    assert len(check.asked) == before


def test_other_german_is_asked_anew(engine: Engine) -> None:
    check = Counted(engine)
    checker = ReviewChecker(check)
    review = new_review(load_form("series")).with_text("story", "Alles gut.")
    words(review, checker)
    words(review, checker, Writer(variant="de-CH"))
    assert check.asked == ["Alles gut.", "Alles gut."]
