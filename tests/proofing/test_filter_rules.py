"""Each row of the filter's table, with findings as LanguageTool makes them."""

from dataclasses import replace

import pytest

from editor.languagetool.finding import Finding, FindingKind
from editor.markdown.plaintext import plain_text
from editor.proofing.checked_text import CheckedText
from editor.proofing.filter_rules import WaivedFinding, apply_rules
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.names.name_index import NameIndex
from editor.proofing.names.terms import Terms
from editor.proofing.proposals.names import ProposedFinding
from editor.proofing.reasons import ReasonKind
from editor.proofing.rule_ids import NEAR_MISS, TERM_SPELLING
from editor.review.form import load_form
from editor.storage import review_file

FACTS = {"title": "Das Lied der Insel", "director": ["Denis Villeneuve"], "cast": ["Zoë Quern"]}
NAMES = NameIndex.of(
    review_file.new_review(load_form("film"), FACTS.items()),
    dictionary=("Greuel", "Phantasie", "Origin", "Make up", "Horror Film", "Denis", "Kubrick's"),
    terms=Terms.of(["Cliffhanger/s", "Gag Reel"], {"Bluray": "Blu-ray"}),
)
SPELLER = "GERMAN_SPELLER_RULE"
OTHER_SPELLING = "OLD_SPELLING"


def finding(text: str, words: str, rule: str, kind: FindingKind, category: str = "X") -> Finding:
    start = text.index(words)
    return Finding(start, start + len(words), rule, category, "…", ("Vorschlag",), kind)


def spelling(text: str, words: str, rule: str = SPELLER) -> Finding:
    return finding(text, words, rule, FindingKind.SPELLING, "TYPOS")


def result(
    text: str, found: Finding, ignored: IgnoredFindings | None = None, *others: Finding
) -> Finding | ReasonKind | None:
    """Return the finding to show, or why ``found`` is waived, or None if it is dropped.

    ``others`` are in the text as well.
    """
    checked = CheckedText(
        text,
        plain_text(text),
        [found, *others],
        NAMES,
        ignored=ignored or IgnoredFindings(),
        is_german=lambda words: [word in ("Serie", "Universum", "Geschichte") for word in words],
    )
    verdict = apply_rules(checked, checked.place(found))
    assert not isinstance(verdict, ProposedFinding)
    return verdict.reason.kind if isinstance(verdict, WaivedFinding) else verdict


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Mit Denis Villeneuve beginnt es.", "Denis Villeneuve", ReasonKind.NAME),
        ("Villeneuves Film", "Villeneuves", ReasonKind.NAME),
        ("Eine Villeneuve-Serie", "Villeneuve-Serie", ReasonKind.NAME),
        ("Mit Cliffhanger", "Cliffhanger", ReasonKind.TERM),
        ("Die Origin-Geschichte", "Origin-Geschichte", ReasonKind.DICTIONARY),
        ("Das GoT-Universum", "GoT-Universum", ReasonKind.ABBREVIATION),
        ("Eine Villeneuve-DCEU-Serie", "Villeneuve-DCEU-Serie", ReasonKind.NAME),
        ("Ein Gag Reel dabei", "Reel", ReasonKind.TERM),
        ("Er sagt „nobody knows“ dazu", "nobody", ReasonKind.FOREIGN),
    ],
)
def test_an_unknown_word_that_is_right_is_waived(text: str, words: str, kind: ReasonKind) -> None:
    assert result(text, spelling(text, words)) is kind


@pytest.mark.parametrize(
    "word",
    [
        *("Feler", "GoT-Univrsum", "Origin-Gechichte", "Regiseur-Geschichte", "FIlm-Geschichte"),
        *("DVd-Serie", "Serie-GoT", "Universum-Geschichte", "Vorgeschichte-MCu"),
    ],
)
def test_an_unknown_word_that_nothing_explains_is_shown(word: str) -> None:
    text = f"Ein {word} im Text"
    assert result(text, spelling(text, word)) == spelling(text, word)


@pytest.mark.parametrize(
    ("words", "rule", "kind", "category"),
    [
        ("Greuel", "OLD_SPELLING_RULE", FindingKind.SPELLING, "TYPOS"),
        ("Greuels", "OLD_SPELLING_RULE", FindingKind.SPELLING, "TYPOS"),
        ("Phantasie", "F_ANSTATT_PH", FindingKind.STYLE, "EMPFOHLENE_RECHTSCHREIBUNG"),
        ("Phantasie", "DE_WORD_COHERENCY", FindingKind.GRAMMAR, "MISC"),
        ("Phantasie", "DE_SIMPLE_REPLACE_PHANTASIE", FindingKind.GRAMMAR, "MISC"),
        ("Make up", "DE_COMPOUNDS", FindingKind.SPELLING, "COMPOUNDING"),
    ],
)
def test_the_dictionary_counts_for_every_rule_about_the_spelling_of_a_word(
    words: str, rule: str, kind: FindingKind, category: str
) -> None:
    text = f"Mit {words} im Text"
    assert result(text, finding(text, words, rule, kind, category)) is ReasonKind.DICTIONARY
    other = finding(text, words, "AGREEMENT", FindingKind.GRAMMAR, "GRAMMAR")
    assert result(text, other) == other


@pytest.mark.parametrize(
    ("words", "rule", "right"),
    [
        ("Horror Film", "REZ_LOAN_HYPHEN", "Horror-Film"),
        ("Make up", "MAKE_UP", "Make-up"),
        ("Kubrick's", "REZ_GENITIVE_APOSTROPHE", "Kubricks"),
        ("Denis", "RULE_OF_CAPITALS", "denis"),
    ],
)
def test_accepted_words_are_right_for_a_rule_that_only_spells_them_otherwise(
    words: str, rule: str, right: str
) -> None:
    text = f"Mit {words} im Text"
    spelled = replace(
        finding(text, words, rule, FindingKind.GRAMMAR, "MISC"), replacements=(right,)
    )
    assert result(text, spelled) is ReasonKind.DICTIONARY
    other = replace(spelled, replacements=("etwas anderes",))
    assert result(text, other) == other


def test_the_genitive_of_a_misspelt_name_is_that_of_the_name() -> None:
    text = "Vileneuve's Film"
    apostrophe = replace(
        finding(text, "Vileneuve's", "REZ_GENITIVE_APOSTROPHE", FindingKind.GRAMMAR, "PUNCTUATION"),
        replacements=("Vileneuves",),
    )
    shown = result(text, apostrophe)
    assert isinstance(shown, Finding)
    assert (shown.rule, shown.kind) == (NEAR_MISS, FindingKind.SPELLING)
    assert shown.replacements[0] == "Villeneuves"
    right = replace(apostrophe, replacements=("Villeneuves",))
    assert result(text, right) == right


def test_a_near_miss_replaces_the_finding_of_an_unknown_word() -> None:
    text = "Mit Vileneuves Film"
    shown = result(text, spelling(text, "Vileneuves"))

    assert isinstance(shown, Finding)
    assert (shown.rule, shown.replacements) == (NEAR_MISS, ("Villeneuves", "Vorschlag"))
    off = IgnoredFindings(rules_off=frozenset({NEAR_MISS}))
    assert result(text, spelling(text, "Vileneuves"), off) == spelling(text, "Vileneuves")


def test_an_unusual_spelling_of_a_term_is_left_to_our_own_rule() -> None:
    text = "Die Bluray ist da"
    assert result(text, spelling(text, "Bluray")) is None
    off = IgnoredFindings(rules_off=frozenset({TERM_SPELLING}))
    assert result(text, spelling(text, "Bluray"), off) == spelling(text, "Bluray")


def test_a_rule_of_languagetool_about_a_term_says_nothing_twice() -> None:
    text = "Die Bluray ist da"
    rule = finding(text, "Bluray", "BLU_RAY", FindingKind.GRAMMAR)
    assert result(text, replace(rule, replacements=("Blu-ray",))) is None
    assert result(text, replace(rule, replacements=("Blaue",))) is not None


def test_two_spellings_of_a_term_are_no_matter_of_coherency() -> None:
    text = "Die Bluray und die Blu-ray"
    variant, usual = (
        finding(text, word, "DE_WORD_COHERENCY", FindingKind.GRAMMAR)
        for word in ("Bluray", "Blu-ray")
    )
    assert result(text, variant) is None
    assert result(text, usual) is ReasonKind.TERM


def test_other_findings_about_spelling_are_waived_within_names_only() -> None:
    text = "Das Lied der Insel und das Lied"
    inside, outside = spelling(text, "Lied", OTHER_SPELLING), spelling(text, "und", OTHER_SPELLING)

    assert result(text, inside) is ReasonKind.NAME
    assert result(text, outside) == outside


def test_of_grammar_only_capitals_within_a_title_are_waived() -> None:
    text = "mit Das Lied der Insel"
    capital = finding(text, "Das", "DE_CASE", FindingKind.GRAMMAR)
    grammar = finding(text, "Das", "AGREEMENT", FindingKind.GRAMMAR)

    assert result(text, capital) is ReasonKind.NAME
    assert result(text, grammar) == grammar


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("Das war *Das Salzarchiv* von damals.", True),
        ("Es war »Das Salzarchiv« von damals.", True),
        ("Es war [Das Salzarchiv](https://example.org) von damals.", True),
        ("Es war *Das* Salzarchiv von damals.", False),
        ("Es war Das Salzarchiv von damals.", False),
        ("## Silo – Das Salzarchiv lockt", True),
        ("Kritik: Silo - Das Salzarchiv lockt (2019)\n\nEs war so.", True),
        ("Da war [**Silo - Das Salzarchiv lockt**](https://example.org) noch.", True),
        ("Das klingt »[Silo – Das Salzarchiv lockt](https://example.org)« gut.", True),
        ("Der Folgeteil (Silo – Das Salzarchiv lockt, ISBN 3) ist da.", True),
        ("Es ist (mir – Das Salzarchiv lockt) gut.", False),
        ("Es ist *gut* – Das Salzarchiv lockt.", False),
        ("Er sagt „Ja“ – Das Salzarchiv lockt.", False),
        ("Es ist gut - Das Salzarchiv lockt. Mehr nicht.", False),
    ],
)
def test_a_title_begins_with_a_capital(text: str, *, is_title: bool) -> None:
    place = text.rindex("Das")
    capital = Finding(place, place + 3, "DE_CASE", "CASING", "…", ("das",), FindingKind.GRAMMAR)
    assert result(text, capital) == (ReasonKind.TITLE if is_title else capital)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gut ist das.\n\n- tolle Musik\n- viel Licht", False),
        ("> * **tolle** Musik\n", False),
        ("2. tolle Musik", False),
        ("- tolle Musik macht den Film aus.", True),
        ("Es ist so. tolle Musik", True),
        ("Das - tolle Musik", True),
    ],
)
def test_an_item_that_is_no_sentence_may_begin_small(text: str, *, shown: bool) -> None:
    rule = "UPPERCASE_SENTENCE_START"
    small = finding(text, "tolle", rule, FindingKind.GRAMMAR, "CASING")
    assert result(text, small) == (small if shown else None)


def test_decisions_of_the_writer_hold_in_markup_too() -> None:
    text = "Ein [Link](https://example.org) mit Text"
    inside = finding(text, "example", "RULE", FindingKind.GRAMMAR)

    assert result(text, inside) == inside
    off = IgnoredFindings(rules_off=frozenset({"RULE"}))
    assert result(text, inside, off) is ReasonKind.RULE_OFF


def test_a_hidden_near_miss_is_known_by_its_own_rule() -> None:
    text = "Mit Vileneuves Film"
    shown = result(text, spelling(text, "Vileneuves"))
    assert isinstance(shown, Finding)

    assert result(text, spelling(text, "Vileneuves"), IgnoredFindings().hide(text, shown)) is (
        ReasonKind.HIDDEN
    )


def test_a_small_word_of_a_foreign_passage_is_not_made_a_name() -> None:
    foreign = "Er sagt: „This should not be the quern of your father.“"
    others = [
        spelling(foreign, word) for word in ("This", "should", "not", "the", "your", "father")
    ]
    assert result(foreign, spelling(foreign, "quern"), None, *others) is ReasonKind.FOREIGN
    german = "Es spielt quern mit."
    near = result(german, spelling(german, "quern"))
    assert isinstance(near, Finding)
    assert near.replacements[0] == "Quern"
