"""Links of a paragraph: each kind with its words and its address, and what is none."""

import pytest

from editor.markdown.link_spans import LinkSpan, defined_addresses, link_spans

ADDRESSES = {"seite": "https://example.org/seite"}


def found(paragraph: str) -> list[tuple[str, str, str, str]]:
    return [
        (
            span.kind,
            paragraph[span.start : span.end],
            paragraph[span.words : span.words_end],
            span.address,
        )
        for span in link_spans(paragraph, ADDRESSES)
    ]


@pytest.mark.parametrize(
    ("link", "kind", "words", "address"),
    [
        ("[Seite](https://a.de)", "inline", "Seite", "https://a.de"),
        ("[Seite](<a b>)", "inline", "Seite", "a b"),
        ('[Seite](https://a.de "Titel")', "inline", "Seite", "https://a.de"),
        ("[die Seite][Seite]", "reference", "die Seite", ADDRESSES["seite"]),
        ("[Seite][]", "reference", "Seite", ADDRESSES["seite"]),
        ("<https://a.de>", "automatic", "", "https://a.de"),
        ("<a@b.de>", "automatic", "", "a@b.de"),
        ('<a href="x?a&amp;b">Seite</a>', "html", "Seite", "x?a&b"),
        ("![Bild](bild.png)", "image", "Bild", "bild.png"),
        ("https://a.de/b", "bare", "", "https://a.de/b"),
    ],
)
def test_each_kind_has_its_words_and_address(
    link: str, kind: str, words: str, address: str
) -> None:
    first, *_ = found(f"Siehe {link}. Ende.")
    assert first == (kind, link, words, address)


@pytest.mark.parametrize(
    "paragraph",
    ["`[Seite](https://a.de)`", r"\[Seite](x)", "[Wort] (x)", "a@b", "[unbekannt][nirgends]"],
)
def test_code_escapes_and_words_in_brackets_are_no_links(paragraph: str) -> None:
    assert found(paragraph) == []


def test_outer_comes_before_inner() -> None:
    kinds = [kind for kind, *_ in found("[![Bild](b.png) mehr](https://a.de)")]
    assert kinds == ["inline", "image"]


def test_last_definition_of_a_label_counts() -> None:
    texts = ["[A]: eins\n[b]: <zwei drei>", "[a]: vier\n[^1]: Fußnote"]
    assert defined_addresses(texts) == {"a": "vier", "b": "zwei drei"}


def test_moved_span_keeps_its_lengths() -> None:
    span = LinkSpan("inline", 1, 9, 2, 5, "x")
    assert span.moved(10) == LinkSpan("inline", 11, 19, 12, 15, "x")
