"""Passages in other languages, as LanguageTool sees them: one request for all texts."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding, FindingKind, is_speller
from editor.markdown.plaintext import plain_text
from editor.proofing.filter import FilteredFindings, filter_findings
from editor.proofing.languages.passages import foreign_passages
from editor.proofing.names.name_index import NameIndex
from editor.proofing.names.phrases import tokenize
from editor.proofing.reasons import ReasonKind
from editor.review.form import load_form
from editor.storage import review_file

PASSAGES = {
    "en": [
        "The lighthouse keeper never wrote a letter, but she kept every answer she received.",
        "nothing was ever said aloud",
        "A Winter Without Harbours",
    ],
    "fr": [
        "Personne ne savait pourquoi elle gardait toutes ces lettres dans la vieille armoire.",
        "comme si de rien n’était",
        "Les Heures perdues",
    ],
    "es": [
        "Nadie sabía por qué guardaba todas aquellas cartas en el viejo armario de su madre.",
        "como si nada hubiera pasado",
        "Las cartas que nunca llegaron",
    ],
    "it": [
        "Nessuno sapeva perché lei conservasse tutte quelle lettere nel vecchio armadio.",
        "come se niente fosse successo",
        "Le lettere mai spedite",
    ],
    "ja": [
        "watashi wa mainichi kono tegami o yomimasu",
        "kaze ga tsuyoku fuite ita",
        "Umi no mukō ni",
    ],
    # A language without a list: all words of a quotation are unknown.
    "pl": ["dokąd zmierza opowieść, skąd przyszła"],
}
FRAMES = (
    "Die Figur sagt „{}“ und geht.",
    "Die Figur sagt {} und geht.",
    "Am Anfang steht *{}* auf der Leinwand.",
    "Das steht [{}](https://example.org/a) auf der Seite.",
    "Hier steht <q>{}</q> im Heft.",
    "> {}",
    "### {}",
    "{}",
)
GERMAN = [
    ("Der Regiseur hat villeicht zu viel gewolt.", "Regiseur villeicht gewolt"),
    ("Man kan das garnicht oft genug sagn.", "kan garnicht sagn"),
    ("„Das ist ein Feler, und zwar ein grosser Feler“, sagt er.", "Feler grosser Feler"),
    ("Hier wird *eine Gechichte onhe Ende* erzählt.", "Gechichte onhe"),
    ("Die Schauspieller spilen überzeugent und glaubhafft.", "Schauspieller spilen"),
    ("Leider ist die Kammera imer zu weit wek.", "Kammera imer wek"),
    ("Er sagt „no way“, und die Handlng stokt.", "Handlng stokt"),
    ("Er geht nicht, bis Robert komt.", "komt"),
]


def shown(markdown: str, filtered: FilteredFindings) -> set[str]:
    return {markdown[item.start : item.end] for item in filtered.shown}


@pytest.fixture(scope="module")
def text() -> str:
    """Every passage in one of the frames at least, and German sentences between them."""
    quoted = [
        frame.format(passage)
        for number, passages in enumerate(PASSAGES.values())
        for place, passage in enumerate(passages)
        for frame in (FRAMES[place * 2], FRAMES[(number + place * 2 + 3) % len(FRAMES)])
    ]
    return "\n\n".join([*quoted, *(sentence for sentence, _ in GERMAN)])


@pytest.fixture(scope="module")
def filtered(engine: Engine, text: str) -> FilteredFindings:
    names = NameIndex.of(review_file.new_review(load_form("film"), ()))
    return filter_findings(text, engine.check(text), names, plain=plain_text(text))


def spelling(findings: Iterable[Finding]) -> list[Finding]:
    return [item for item in findings if is_speller(item)]


def test_no_passage_is_spelled_as_german(text: str, filtered: FilteredFindings) -> None:
    passages = text[: text.index(GERMAN[0][0])]
    left = [
        text[max(0, item.start - 20) : item.end + 10]
        for item in spelling(filtered.shown)
        if item.start < len(passages)
    ]
    assert left == []


def test_each_language_has_been_objected_to(text: str, filtered: FilteredFindings) -> None:
    waived = [item.finding for item in filtered.waived if item.reason.kind is ReasonKind.FOREIGN]
    for passages in PASSAGES.values():
        start = text.index(passages[0])
        assert any(start <= item.start < start + len(passages[0]) for item in waived)


@pytest.mark.parametrize(("sentence", "wrong"), GERMAN)
def test_errors_in_german_are_shown(
    text: str, filtered: FilteredFindings, sentence: str, wrong: str
) -> None:
    start = text.index(sentence)
    found = {
        text[item.start : item.end]
        for item in filtered.shown
        if start <= item.start < start + len(sentence)
    }
    assert {*wrong.split()} <= found


def test_a_known_word_and_a_slip_are_no_passage(engine: Engine) -> None:
    text = "- 200 g Mehl\n- 1 EL Huonig\n"
    names = NameIndex.of(review_file.new_review(load_form("film"), ()))
    assert "Huonig" in shown(text, filter_findings(text, engine.check(text), names))


def test_a_slip_that_sounds_japanese_is_no_passage_with_the_word_before() -> None:
    text = "Es ist ein please anzufuegen."
    words = {"please": ("Gleise", "leise"), "anzufuegen": ("anzufügen",)}
    findings = [
        (
            Finding(at, at + len(word), "SPELLER_RULE", "TYPOS", "…", others, FindingKind.SPELLING),
            *(at, at + len(word)),
        )
        for word, others in words.items()
        if (at := text.index(word))
    ]
    assert foreign_passages(text, plain_text(text), findings) == []


def test_german_within_a_foreign_element_is_spelled_as_german(engine: Engine) -> None:
    text = '<p lang="en">So it goes, <i lang="de">wie sie sagn</i>, and goes.</p>\n\nSo gehd es.'
    names = NameIndex.of(review_file.new_review(load_form("film"), ()))
    assert {"sagn", "gehd"} == shown(text, filter_findings(text, engine.check(text), names))


WORDS = st.sampled_from(
    [
        *("der", "Film", "ist", "gut", "und", "the", "night", "was", "cold", "nous", "sommes"),
        *("Villeneuve", "schön", "hana", "wa", "12"),
    ]
)
GAPS = st.sampled_from([" ", " ", " ", ", ", ". ", " *", "* ", " „", "“ ", "\n\n", "\n> "])


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, GAPS, st.booleans()), max_size=25))
def test_passages_are_whole_words_in_order(words: list[tuple[str, str, bool]]) -> None:
    markdown = "".join(word + gap for word, gap, _ in words)
    plain = plain_text(markdown)
    tokens = tokenize(plain.text)
    marks = [unknown for _, _, unknown in words]
    findings = [
        (Finding(start, end, "SPELLER_RULE", "TYPOS", "…", (), FindingKind.SPELLING), start, end)
        for (start, end, _), unknown in zip(tokens, marks, strict=False)
        if unknown
    ]
    found = foreign_passages(markdown, plain, findings)

    assert {start for start, _ in found} <= {token.start for token in tokens}
    assert {end for _, end in found} <= {token.end for token in tokens}
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(any(start <= low < end for _, low, _ in findings) for start, end in found)
