"""The catalogue of style rules against the real LanguageTool, and what the writer chooses of it."""

import json
import urllib.parse
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding, FindingKind
from editor.proofing.style import (
    REPEATED_WORD,
    REPETITIONS,
    StyleChoice,
    StyleOptions,
    StyleRule,
    style_rule_key,
    style_rules,
)

Ask = Callable[[str, Mapping[str, int]], list[Finding]]

LONG = (
    "Der Kommissar, der seit Jahren an der Küste lebt und dort kaum jemanden kennt, fährt an einem "
    "Morgen im Herbst mit dem Boot hinaus, weil eine Fischerin im Nebel ein Licht gesehen hat, das "
    "eigentlich nicht da sein dürfte."
)
TEXTS = {
    "long_sentences": LONG,
    "fillers": "Das ist eigentlich gut. Der Abend bleibt lang.",
    "passive": "Der Schatz wird von der Taucherin gefunden. Der Abend bleibt lang.",
    "near_words": "Dort öffnet sich ein Gewölbe. Tief liegt das Gewölbe.",
    "openings": "Der Held geht. Die Frau wartet. Das Kind schläft. Der Hund bellt.",
    "phrases": "Das ist in der Tat gut.",
    "modal_verbs": "Die Taucherin muss warten. Der Abend bleibt lang.",
    "man": "Das sieht man gern. Der Abend bleibt lang.",
    "conjunctions": "Der Abend bleibt lang. Und die Nacht kommt.",
    "weak_verbs": "Der Held macht einen Fehler. Der Abend bleibt lang.",
    "short_sentences": "Er geht. Sie bleibt. Es regnet. Wir warten. Der Hund bellt.",
}
FROM_LANGUAGETOOL = [rule for rule in style_rules() if rule.rule]


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """Ask the session's server as the engine does, but for nothing else than style."""
    assert engine._server is not None
    server = engine._server

    def ask(text: str, rules: Mapping[str, int]) -> list[Finding]:
        form = {
            "language": "de-DE",
            "text": text,
            "enabledOnly": "true",
            "enabledRules": ",".join(rules),
            "level": "picky",
            "mode": "textLevelOnly",
            "ruleValues": ",".join(f"{rule}:{value}" for rule, value in rules.items()),
        }
        data = urllib.parse.urlencode(form)
        response = server.transport("POST", f"{server.url}/v2/check", data, 60)
        matches = json.loads(response.content)["matches"]
        return [
            Finding(
                start := match["offset"],
                start + match["length"],
                match["rule"]["id"],
                match["rule"]["category"]["id"],
                match["message"],
                (),
                FindingKind.STYLE,
            )
            for match in matches
        ]

    return ask


def only(rule: StyleRule, threshold: int) -> StyleOptions:
    style = StyleOptions()
    for other in style_rules():
        style = style.choose(other.key, StyleChoice(other.key == rule.key, threshold))
    return style


@pytest.mark.languagetool
@pytest.mark.parametrize("rule", FROM_LANGUAGETOOL, ids=lambda rule: rule.key)
def test_rule_reports_its_own_text_at_its_default(ask: Ask, rule: StyleRule) -> None:
    style, text = only(rule, rule.default), TEXTS[rule.key]
    assert style.thresholds() == {rule.rule: rule.default}
    shown = style.select(text, ask(text, style.thresholds()))
    assert {finding.rule for finding in shown} == {rule.rule}
    message = style.message(rule.rule, text[shown[0].start : shown[0].end])
    assert message is not None
    assert shown[0].message == message.german


@pytest.mark.languagetool
@pytest.mark.parametrize(
    "rule",
    [it for it in FROM_LANGUAGETOOL if it.unit not in {"", "sentences"}],
    ids=lambda it: it.key,
)
def test_threshold_decides_from_when_on_it_reports(ask: Ask, rule: StyleRule) -> None:
    # A text in which all is well but for one place in a hundred sentences.
    calm = "Der Abend bleibt lang. Am Ufer leuchtet ein Feuer. " * 100
    text = f"{TEXTS[rule.key]} {calm}"
    assert ask(text, {rule.rule: rule.minimum})
    assert not ask(text, {rule.rule: rule.maximum})


@pytest.mark.languagetool
def test_near_words_reach_as_far_as_the_threshold(ask: Ask) -> None:
    text = "Am Abend beginnt das Turnier. Es regnet. Lange dauert das Turnier nicht."
    assert ask(text, {"STYLE_REPEATED_WORD_RULE_DE": 1}) == []
    assert len(ask(text, {"STYLE_REPEATED_WORD_RULE_DE": 2})) == 2


@pytest.mark.languagetool
def test_filler_word_does_not_hide_the_long_sentence_around_it(ask: Ask) -> None:
    style = StyleOptions()
    assert "TOO_LONG_SENTENCE_DE" not in {item.rule for item in ask(LONG, style.thresholds())}
    found = {item.rule for request in style.requests() for item in ask(LONG, request)}
    assert found == {"TOO_LONG_SENTENCE_DE", "FILLER_WORDS_DE"}


@pytest.mark.languagetool
def test_what_a_rule_reports_beyond_its_purpose_is_left_out(ask: Ask) -> None:
    text = (
        "Auch der Film ist selten laut. Am Ende hört der Film einfach auf. "
        "Dort liegt eine Lampe. Lange sucht er die Lampe."
    )
    style = StyleOptions()
    raw = [item for request in style.requests() for item in ask(text, request)]
    said = {text[item.start : item.end] for item in raw}
    assert {"selten", "Film", "einfach", "Lampe"} <= said
    shown = style.select(text, raw, lambda word: word == "Lampe")
    assert {text[item.start : item.end] for item in shown} == {"einfach"}
    (lamp,) = (
        item for item in style.select(text, raw) if item.rule == "STYLE_REPEATED_WORD_RULE_DE"
    )
    assert (lamp.start, lamp.message) == (
        text.rfind("Lampe"),
        "„Lampe“ steht kurz davor schon einmal.",
    )


def finding(rule: str) -> Finding:
    return Finding(0, 10, rule, "CREATIVE_WRITING", "Mehr als 8% {9%}", (), FindingKind.STYLE)


def test_rules_that_do_not_apply_yield_nothing() -> None:
    text, other = "eigentlich gut", finding("AN_OTHER_RULE")
    mine = [finding("FILLER_WORDS_DE"), other]
    off = StyleOptions().choose("fillers", StyleChoice(on=False, threshold=0))
    for style in (off, StyleOptions(enabled=False)):
        assert style.select(text, mine) == (other,)
        assert style.message("FILLER_WORDS_DE", "eigentlich") is None
        assert style.threshold("fillers") is None
    assert StyleOptions(enabled=False).thresholds() == {}
    assert StyleOptions(enabled=False).requests() == ()


def test_finding_says_what_to_do_in_german_and_english() -> None:
    (shown,) = StyleOptions().select("eigentlich gut", [finding("FILLER_WORDS_DE")])
    assert shown.message.startswith("„eigentlich“ ist oft ein Füllwort")
    long = StyleOptions().choose("long_sentences", StyleChoice(on=True, threshold=25))
    message = long.message("TOO_LONG_SENTENCE_DE", "…")
    assert message is not None
    assert message.english == (
        "This sentence has more than 25 words. Two sentences are often easier to read."
    )


def test_every_rule_explains_itself_in_both_languages() -> None:
    for rule in style_rules():
        for label in (rule.label, rule.message, rule.explanation):
            assert label.german
            assert label.english not in {"", label.german}
        assert rule.minimum <= rule.default <= rule.maximum
        assert bool(rule.unit) == (rule.maximum > 0) == bool(rule.suffix.german)


def test_catalogue_has_what_the_writer_expects_and_is_calm_about_the_rest() -> None:
    on = {rule.key for rule in style_rules() if rule.on}
    expected = {"fillers", "passive", "near_words", "openings", "long_sentences", "repetitions"}
    assert expected <= on
    assert StyleOptions().threshold("long_sentences") == 30
    assert StyleOptions().threshold("repetitions") == 4
    assert StyleOptions().threshold("man") is None


CHOICES = st.dictionaries(
    st.sampled_from([rule.key for rule in style_rules()]),
    st.builds(StyleChoice, st.booleans(), st.integers(-5, 500)),
)


@given(CHOICES, st.booleans())
def test_choices_come_back_within_bounds(choices: dict[str, StyleChoice], enabled: bool) -> None:
    style = StyleOptions(enabled=enabled)
    for key, choice in choices.items():
        style = style.choose(key, choice)
    stored = json.loads(json.dumps(style.stored()))
    assert StyleOptions.of(stored, enabled=enabled) == style
    for rule in style_rules():
        assert rule.minimum <= style.choice(rule.key).threshold <= rule.maximum


def test_choice_that_is_the_default_is_not_stored() -> None:
    style = StyleOptions().choose("fillers", StyleChoice(on=False, threshold=3))
    assert style.stored() == {"fillers": {"on": False, "threshold": 3}}
    assert style.choose("fillers", StyleChoice(on=True, threshold=0)).stored() == {}


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        "x",
        {"fillers": 3},
        {"von_morgen": {"on": True}},
        {"fillers": {"on": "ja", "threshold": True}},
        {"fillers": {"on": None, "threshold": "8"}, 3: {}},
    ],
)
def test_nonsense_is_passed_over(stored: object) -> None:
    assert StyleOptions.of(stored) == StyleOptions()


def test_rule_is_switched_by_what_it_finds_and_keeps_its_threshold() -> None:
    assert style_rule_key("SO_WEIT") is None
    assert style_rule_key("") is None
    assert style_rule_key(REPEATED_WORD) == REPETITIONS
    key = style_rule_key("TOO_LONG_SENTENCE_DE")
    assert key is not None
    style = StyleOptions().choose(key, StyleChoice(on=True, threshold=25))
    off = style.switch(key, on=False)
    assert off.threshold(key) is None
    assert off.switch(key, on=True) == style
