"""Languages that the writer has marked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markdown.plaintext import plain_text
from editor.proofing.languages.attributes import marked_spans


def marked(markdown: str) -> list[tuple[str, str]]:
    plain = plain_text(markdown)
    return [
        (plain.text[span.start : span.end], span.language) for span in marked_spans(markdown, plain)
    ]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ('Er sagt <span lang="en">so *long*</span> dazu.', [("so long", "en")]),
        ("Er sagt <i lang=fr>mise en scène</i> dazu.", [("mise en scène", "fr")]),
        ("Er sagt <q class='x' LANG='en-GB'>so long</q> dazu.", [("so long", "en")]),
        (
            '<div lang="es">\n\nBuenas noches.\n\nAdiós.\n</div>\n\nEnde.',
            [("Buenas noches. Adiós.", "es")],
        ),
        ('<blockquote lang="it">Buona notte.</blockquote>\n\nEnde.', [("Buona notte.", "it")]),
        ("Das *mise en scène*{: lang=fr} sitzt.", [("mise en scène", "fr")]),
        ('Das **mise en scène**{: .x lang="fr" } sitzt.', [("mise en scène", "fr")]),
        ("Ein [so long](https://example.org){: lang=en} da.", [("so long", "en")]),
        ("## Goodbye for now {: lang=en}\n\nEnde.", [("Goodbye for now", "en")]),
        ("Anfang.\n\nGoodbye for now.\n{: lang=en}\n\nEnde.", [("Goodbye for now.", "en")]),
        (
            '<span lang="en">so <b lang="de">oder so</b> on</span>',
            [("oder so", "de"), ("so oder so on", "en")],
        ),
        ('<a hreflang="en" data-lang="fr">Seite</a>', []),
        ('`<i lang="fr">` ist Code, `</i>` auch.', []),
        ('Offen <span lang="en">so long', []),
        ("Zu </span> ohne Anfang, lang her.", []),
        ('<span lang="en"></span>Leer.', []),
        (
            "Ein Bild ![Der Hafen](a.png) mit *so long*{: lang=en} im Satz.\n\nEnde.",
            [("so long", "en")],
        ),
        ("Ein Bild ![so long](a.png){: lang=en} im Satz.\n\nEnde.", [("so long", "en")]),
    ],
)
def test_the_text_of_an_element_has_its_language(
    markdown: str, expected: list[tuple[str, str]]
) -> None:
    assert marked(markdown) == expected


SIGNS = st.sampled_from(
    ["<i lang=fr>", "</i>", '<span lang="en">', "</span>", "{: lang=es}", "*", "wort", " ", "\n"]
)


@settings(max_examples=80)
@given(st.lists(SIGNS, max_size=14).map("".join))
def test_spans_are_in_the_text_whatever_is_unbalanced(markdown: str) -> None:
    plain = plain_text(markdown)
    for start, end, _ in marked_spans(markdown, plain):
        assert 0 <= start < end <= len(plain.text)
