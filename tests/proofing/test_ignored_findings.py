"""Hidden findings are recognized in later texts, and only those."""

import pytest

from editor.languagetool.finding import Finding, FindingKind
from editor.proofing.filter import filter_findings
from editor.proofing.ignored_findings import IgnoredFindings, fingerprint
from editor.proofing.names.name_index import NameIndex
from editor.proofing.reasons import ReasonKind
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage import review_file

TEXT = "Ein Satz davor. Nun ist es soweit, und alle sind da. Ein Satz dahinter."
NOTHING = NameIndex()


def finding(text: str, word: str, rule: str = "SO_WEIT") -> Finding:
    start = text.index(word)
    return Finding(start, start + len(word), rule, "X", "…", (), FindingKind.GRAMMAR)


def hides(text: str, word: str = "soweit", rule: str = "SO_WEIT") -> bool:
    decisions = IgnoredFindings().hide(TEXT, finding(TEXT, "soweit"))
    return not filter_findings(text, [finding(text, word, rule)], NOTHING, decisions).shown


def test_a_fingerprint_can_be_read() -> None:
    rule, sentence = fingerprint(TEXT, finding(TEXT, "soweit"))

    assert (rule, sentence) == ("SO_WEIT", "Nun ist es [soweit], und alle sind da.")


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Ganz anders! " + TEXT.replace("dahinter", "danach") + "\n\nUnd mehr.",
        "Nun ist es soweit,\nund alle  sind da.",
        "Ein Absatz\n\nNun *ist* es **soweit**, und alle\u00a0sind da.",
        "- Nun ist es soweit, und alle sind da.",
    ],
)
def test_a_hidden_finding_stays_hidden(text: str) -> None:
    assert hides(text)


def test_the_same_word_in_another_sentence_is_shown() -> None:
    assert not hides("Nun ist es soweit, und keiner ist da.")


def test_another_rule_and_another_word_of_the_sentence_are_shown() -> None:
    assert not hides(TEXT, rule="OTHER")
    assert not hides(TEXT, word="alle")


def test_what_is_hidden_is_kept_with_its_reason_and_can_be_shown_again() -> None:
    found = finding(TEXT, "soweit")
    decisions = IgnoredFindings().hide(TEXT, found)

    (waived,) = filter_findings(TEXT, [found], NOTHING, decisions).waived
    assert (waived.finding, waived.reason.kind) == (found, ReasonKind.HIDDEN)
    assert decisions.show(fingerprint(TEXT, found)) == IgnoredFindings()


def test_a_rule_that_is_off_is_waived_everywhere() -> None:
    found = finding(TEXT, "soweit")

    filtered = filter_findings(
        TEXT, [found], NOTHING, IgnoredFindings(rules_off=frozenset({"SO_WEIT"}))
    )
    assert filtered.shown == ()
    assert filtered.waived[0].reason.kind is ReasonKind.RULE_OFF


def test_decisions_survive_the_front_matter() -> None:
    decisions = (
        IgnoredFindings().hide(TEXT, finding(TEXT, "soweit")).hide(TEXT, finding(TEXT, "alle"))
    )
    review = review_file.new_review(load_form("film")).with_fact("hidden", decisions.stored())

    again = review_file.parse(review_file.dumps(review))
    assert IgnoredFindings.of(again) == decisions


@pytest.mark.parametrize("value", [None, "x", 3, [1, "x", {"rule": "A"}], {"rule": "A"}])
def test_any_front_matter_will_do(value: object) -> None:
    review = Review().with_fact("hidden", value)

    assert IgnoredFindings.of(review, ["A"]) == IgnoredFindings(rules_off=frozenset({"A"}))


def test_a_long_line_has_a_short_fingerprint() -> None:
    text = "wort " * 5000 + "soweit" + " wort" * 5000

    assert len(fingerprint(text, finding(text, "soweit"))[1]) < 200
