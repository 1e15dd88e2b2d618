"""``python -m tests.corpus [FOLDER…]``: measures the checker and prints tables."""

import argparse
import sys
from itertools import chain
from pathlib import Path

from editor.errors import LanguageToolError
from editor.languagetool.finding import Finding
from editor.languagetool.request import CheckRequest
from editor.proofing.report import running_engine
from editor.proofing.result_cache import Send
from tests.corpus.facts import fact_table, measure_facts
from tests.corpus.reviews import OWN, CorpusReview, load
from tests.corpus.score import WAYS, Score, measure
from tests.corpus.table import tables

_ATTEMPTS = 6


def main() -> None:
    """Measure on the reviews of the folders, on the project's own if none is given."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus")
    parser.add_argument("folders", nargs="*", type=Path, default=[OWN], metavar="FOLDER")
    parser.add_argument(
        "--false", choices=WAYS, help="also list the false alarms of one way of checking"
    )
    parser.add_argument("--facts", action="store_true", help="only the table of proposed facts")
    arguments = parser.parse_args()
    reviews = [*chain.from_iterable(load(folder) for folder in arguments.folders)]
    if not arguments.facts:
        _print_findings(reviews, arguments.false)
    _print_facts([review for review in reviews if review.stated])


def _print_findings(reviews: list[CorpusReview], false: str | None) -> None:
    """Print the tables of findings, and the false alarms of the way ``false``."""
    scores: dict[str, dict[str, Score]] = {}
    with running_engine("de-DE", picky=False, say=_say) as engine:
        for review in sorted(reviews, key=lambda review: review.variant):
            engine.choose_variant(review.variant)
            scores[review.name] = measure(review, _patient(engine.send))
            _say(f"{len(scores)} of {len(reviews)}: {review.name}")
    for line in tables(dict(sorted(scores.items()))):
        sys.stdout.write(f"{line}\n")
    if false:
        for of_review in scores.values():
            for alarm in of_review[false].false_alarms:
                sys.stdout.write(f"{alarm}\n")


def _print_facts(reviews: list[CorpusReview]) -> None:
    """Print the table of facts and, behind it, the wrong ones."""
    scores = [measure_facts(review) for review in reviews]
    wrong = chain.from_iterable(score.wrong for score in scores)
    for line in ("", *fact_table(scores), "", *wrong) if scores else ():
        sys.stdout.write(f"{line}\n")


def _patient(send: Send) -> Send:
    """Return ``send`` that asks again: on a busy machine a review may exceed the deadline."""

    def ask(request: CheckRequest) -> tuple[Finding, ...]:
        for _ in range(_ATTEMPTS - 1):
            try:
                return send(request)
            except LanguageToolError as error:
                _say(error.sentence.english)
        return send(request)

    return ask


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    main()
