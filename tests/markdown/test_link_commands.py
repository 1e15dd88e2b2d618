"""Links made, changed and removed at a selection, and never nested."""

import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown.link_commands import link_place, remove_link, set_link
from editor.markdown.link_spans import defined_addresses
from editor.markdown.render import new_converter
from tests.markdown.commands import marked, run

ADDRESS = "https://beispiel.de/a"
DEFINED = {"quelle": "https://quelle.de"}


def linked(source: str, words: str | None = None, address: str = ADDRESS) -> str:
    """Return the text after a link to ``address``, with the words that the box offers."""
    text, start, end = marked(source)
    place = link_place(text, start, end, DEFINED)
    assert place is not None
    new = place.words if words is None else words
    return run(partial(set_link, addresses=DEFINED, words=new, address=address), source)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ein |Wort| hier", f"Ein [Wort]({ADDRESS})| hier"),
        ("Ein Wo|rt hier", f"Ein [Wort]({ADDRESS})| hier"),
        ("Ein | Wort |hier", f"Ein  [Wort]({ADDRESS})| hier"),
        ("Ein  | hier", f"Ein  <{ADDRESS}>| hier"),
        ("**Ei|n Wort** hi|er", f"[**Ein Wort** hi]({ADDRESS})|er"),
        ("**Ein |Wort|** hier", f"**Ein [Wort]({ADDRESS})|** hier"),
        ("ein `Co|de` hier", f"ein [`Code`]({ADDRESS})| hier"),
        ("Ha!|Wort|", f"Ha\\![Wort]({ADDRESS})|"),
        ("eins |zwei\n\ndrei| vier", f"eins [zwei]({ADDRESS})|\n\ndrei vier"),
        ("- eins |zwei\n- drei| vier", f"- eins [zwei]({ADDRESS})|\n- drei vier"),
        ("eins |zwei\ndrei| vier", f"eins [zwei\ndrei]({ADDRESS})| vier"),
        ("ein ![Bi|ld](b.png) hier", f"ein [![Bild](b.png)]({ADDRESS})| hier"),
        ("|ab\\|", f"[ab\\\\]({ADDRESS})|"),
    ],
)
def test_words_become_a_link(before: str, after: str) -> None:
    assert linked(before) == after


@pytest.mark.parametrize(
    ("before", "words", "address"),
    [
        ("[Wo|rt](https://alt.de)", "Wort", "https://alt.de"),
        ("[Wort](https://al|t.de)", "Wort", "https://alt.de"),
        ("|Wort [mit](<https://alt.de/a b>) mehr|", "Wort mit mehr", "https://alt.de/a b"),
        ("[Wo|rt]()", "Wort", ""),
        ("[Wo|rt][Quelle]", "Wort", "https://quelle.de"),
        ("die [Quel|le] hier", "Quelle", "https://quelle.de"),
        ("kein [Wo|rt] hier", "Wort", ""),
        ("siehe <https://al|t.de/a>.", "", "https://alt.de/a"),
        ("siehe https://al|t.de/a, dort", "", "https://alt.de/a"),
        ("|www.alt.de|", "", "www.alt.de"),
        ('ein <a href="https://alt.de?a&amp;b">Wo|rt</a>', "Wort", "https://alt.de?a&b"),
    ],
)
def test_link_at_the_cursor_is_read(before: str, words: str, address: str) -> None:
    text, start, end = marked(before)
    place = link_place(text, start, end, DEFINED)
    assert place is not None
    assert (place.words, place.address) == (words, address)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("ein [Wo|rt](https://alt.de)", None, f"ein [Wort]({ADDRESS})|"),
        ('[Wo|rt](https://alt.de "Titel")', "neu", f'[neu]({ADDRESS} "Titel")|'),
        ("[Wo|rt][Quelle] hier", None, f"[Wort]({ADDRESS})| hier"),
        ("<https://al|t.de>", "", f"<{ADDRESS}>|"),
        ("<https://al|t.de>", "Seite", f"[Seite]({ADDRESS})|"),
        ("https://al|t.de", "Seite", f"[Seite]({ADDRESS})|"),
        ("|ein [Wort](u) und [noch](v) eins|", None, f"[ein Wort und noch eins]({ADDRESS})|"),
        ("e|in [Wo|rt](u) hier", None, f"e[in Wort]({ADDRESS})| hier"),
        ("[Wo|rt](u)", "a[1] b`c", f"[a\\[1\\] b\\`c]({ADDRESS})|"),
        ("[Wo|rt](u)", "ab\\", f"[ab\\\\]({ADDRESS})|"),
        ('<a class="x" href="u">Wo|rt</a>', None, f'<a class="x" href="{ADDRESS}">Wort</a>|'),
    ],
)
def test_link_is_changed(before: str, words: str | None, after: str) -> None:
    assert linked(before, words) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[Wo|rt][Quelle]", "[neu][Quelle]|"),
        ("[Quel|le]", "[neu][Quelle]|"),
        ("[Quel|le][]", "[neu][Quelle]|"),
    ],
)
def test_reference_keeps_its_label_while_the_address_is_the_same(before: str, after: str) -> None:
    assert linked(before, "neu", "https://quelle.de") == after


def test_address_is_escaped() -> None:
    assert (
        linked("|a|", address="https://b.de/a (b)|<c>")
        == "[a](https://b.de/a%20%28b%29%7C%3Cc%3E)|"
    )
    assert linked("|", "", "mailto:a@b.de") == "[a@b.de](mailto:a@b.de)|"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ein [Wo|rt](u) hier", "ein Wort| hier"),
        ("ein <https://alt|.de> hier", "ein https://alt.de| hier"),
        ("ein [**Wort**][quel|le]", "ein **Wort**|"),
        ('<a href="u">Wo|rt</a>', "Wort|"),
    ],
)
def test_link_is_removed(before: str, after: str) -> None:
    assert run(partial(remove_link, addresses=DEFINED), before) == after


@pytest.mark.parametrize("source", ["Wo|rt", "ein https://al|t.de", "![Bi|ld](b.png)"])
def test_nothing_is_removed_where_no_link_is(source: str) -> None:
    assert remove_link(*marked(source), DEFINED) is None


@pytest.mark.parametrize(
    "source", ["```\nco|de\n```", "[quel|le]: https://a.de", '<img alt="Bi|ld" src="b.png">']
)
def test_source_text_takes_no_link(source: str) -> None:
    text, start, end = marked(source)
    assert link_place(text, start, end, DEFINED) is None
    assert set_link(text, start, end, DEFINED, words="a", address=ADDRESS) is None


def test_definitions_of_all_sections_count() -> None:
    assert defined_addresses(["[Eins]: <a b>", "x\n\n[zwei  drei]: https://z.de 'Titel'"]) == {
        "eins": "a b",
        "zwei drei": "https://z.de",
    }


SIGNS = st.text("bc ä[]()*`\\!<>_\n", max_size=24)


@given(SIGNS, st.text("ab [](`\\!", max_size=8), st.integers(0, 24), st.integers(0, 24))
def test_page_gets_exactly_one_link_more_and_none_within_another(
    text: str, words: str, one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    place = link_place(text, start, end, {})
    if place is None:
        return
    edit = set_link(text, start, end, {}, words=words, address=ADDRESS)
    assert edit is not None
    assert "]()" not in edit.text
    assert edit.text.count(ADDRESS) == 1
    again = link_place(edit.applied(text), *edit.selection, {})
    assert again is not None
    html = new_converter().convert(edit.applied(text))
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", html, re.DOTALL)


@given(st.text("ab ä*", min_size=1, max_size=8), st.text("ab [](`\\!", max_size=8))
def test_link_of_plain_words_is_on_the_page_and_can_be_read_again(text: str, words: str) -> None:
    source = f"x {text} y"
    edit = set_link(source, 2, 2 + len(text), {}, words=words, address=ADDRESS)
    assert edit is not None
    new = edit.applied(source)
    assert f'<a href="{ADDRESS}">' in new_converter().convert(new)
    place = link_place(new, *edit.selection, {})
    assert place is not None
    assert place.address == ADDRESS
    assert place.span is not None
