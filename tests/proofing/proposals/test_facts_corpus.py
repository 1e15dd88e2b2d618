"""Proposed facts of the corpus: hardly one is wrong. See docs/checker.md."""

from dataclasses import replace

from tests.corpus.facts import FactScore, measure_facts
from tests.corpus.reviews import OWN, load

TICKED, OFFERED, FOUND = 0.95, 0.9, 0.5
"""Least shares: of the ticked proposals and of all that are right, of the facts that are found."""


def test_facts_of_the_corpus() -> None:
    total = FactScore()
    for review in load(OWN):
        total.add(measure_facts(review))
    assert total.ticked_right.total() >= TICKED * total.ticked.total(), total.wrong
    assert total.right.total() >= OFFERED * total.proposed.total(), total.wrong
    assert total.found.total() >= FOUND * total.stated.total()


def test_the_measure_tells_right_from_wrong() -> None:
    (review,) = (review for review in load(OWN) if review.name == "vierter-klang")
    assert measure_facts(review).wrong == []
    elsewhere = replace(review, stated={"title": ("Zorn",)})
    assert len(measure_facts(elsewhere).wrong) == measure_facts(review).proposed.total()
