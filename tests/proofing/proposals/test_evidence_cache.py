"""Name evidence of a review that is edited, and the sections to be checked again for it."""

from editor.markdown.plaintext import PlainText, plain_text
from editor.proofing.proposals.evidence_cache import EvidenceCache
from editor.proofing.proposals.name_evidence import NameEvidence
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.review_file import new_review


class Bench:
    """A review, its plain texts, and its evidence."""

    def __init__(self, **texts: str) -> None:
        self.review: Review = new_review(load_form("film"))
        self.plain: dict[str, PlainText] = {}
        self.cache = EvidenceCache()
        for section, text in texts.items():
            self.write(section, text)

    def write(self, section: str, text: str) -> NameEvidence:
        self.review = self.review.with_text(section, text)
        self.plain[section] = plain_text(text)
        return self.cache.update(self.review, self.plain)

    def read(self, section: str, *unknown: str) -> None:
        """Note that ``section`` was checked, and has these ``unknown`` words."""
        self.cache.remember(section, unknown, self.cache.update(self.review, self.plain))


def test_a_section_follows_a_name_that_another_one_uses() -> None:
    bench = Bench(plot="Mit Sly beginnt es.", story="Nichts weiter.")
    bench.read("plot", "Sly")
    assert bench.cache.outdated() == set()
    bench.write("story", "Die Rede ist von Sly Stone.")
    assert bench.cache.outdated() == {"plot"}
    assert bench.cache.outdated() == {"plot"}
    bench.read("plot", "Sly")
    assert bench.cache.outdated() == set()


def test_a_section_follows_another_spelling_of_its_name() -> None:
    bench = Bench(plot="Mit Ockonjari beginnt es.", story="Nichts weiter.")
    bench.read("plot", "Ockonjari")
    bench.write("story", "Mit Okonjari geht es weiter. Danke, Okonjari.")
    assert bench.cache.outdated() == {"plot"}


def test_a_name_that_is_taken_out_is_evidence_no_more() -> None:
    bench = Bench(plot="Mit Sly beginnt es.", story="Die Rede ist von Sly Stone.")
    bench.read("plot", "Sly")
    bench.write("story", "")
    del bench.plain["story"]
    bench.cache.update(bench.review, bench.plain)
    assert bench.cache.outdated() == {"plot"}


def test_other_words_do_not_matter() -> None:
    bench = Bench(plot="Mit Sly beginnt es.", story="Nichts weiter.")
    bench.read("plot", "Sly")
    before = bench.cache.update(bench.review, bench.plain)
    assert bench.write("story", "nichts weiter.") is not before
    assert bench.cache.outdated() == set()
    again = bench.write("story", "nichts weiter!")
    assert again is bench.write("story", "gar nichts weiter!")


def test_what_one_section_explains_is_known_in_the_others() -> None:
    bench = Bench(plot="Regie: Julien Lacombe", story="Es hilft Lacombe sehr.")
    evidence = bench.cache.update(bench.review, bench.plain)
    assert evidence.use("Lacombe").explained
    assert not evidence.use("Regie").explained
