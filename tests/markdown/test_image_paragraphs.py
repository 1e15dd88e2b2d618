"""Images become paragraphs of their own, near to where they were dropped."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown.image_paragraphs import insert_image
from editor.markdown.render import new_converter
from tests.markdown.commands import marked, shown

IMAGE = "![Bild](b.png)"
SPOILER = '<details markdown="1"><summary>Spoiler</summary>\n\n'


def inserted(source: str) -> str:
    text, at, _ = marked(source)
    return shown(text, insert_image(text, at, IMAGE))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|", f"{IMAGE}\n\n|"),
        ("Ein W|ort hier.", f"{IMAGE}\n\n|Ein Wort hier."),
        ("Ein Wort hi|er.", f"Ein Wort hier.\n\n{IMAGE}\n\n|"),
        ("Ein Wort hier.|", f"Ein Wort hier.\n\n{IMAGE}\n\n|"),
        ("Eins.\n\nZw|ei hier.\n\nDrei.", f"Eins.\n\n{IMAGE}\n\n|Zwei hier.\n\nDrei."),
        ("Eins.\n\nZwei hi|er.\n\nDrei.", f"Eins.\n\nZwei hier.\n\n{IMAGE}|\n\nDrei."),
        ("Eins.\n\n|\n\nZwei.", f"Eins.\n\n{IMAGE}|\n\nZwei."),
        ("Eins.\n|\nZwei.", f"Eins.\n\n{IMAGE}\n|\nZwei."),
        ("- eins\n- zw|ei\n- drei\n- vier", f"{IMAGE}\n\n|- eins\n- zwei\n- drei\n- vier"),
        ("> Ein **Zit|at** von\n> ihm", f"{IMAGE}\n\n|> Ein **Zitat** von\n> ihm"),
        ("```\nco|de\nund mehr\n```", f"{IMAGE}\n\n|```\ncode\nund mehr\n```"),
        (
            f"Vor.\n\n{SPOILER}Er stir|bt.\n\n</details>",
            f"Vor.\n\n{SPOILER}Er stirbt.\n\n{IMAGE}|\n\n</details>",
        ),
    ],
)
def test_image_stands_at_the_nearest_border(before: str, after: str) -> None:
    assert inserted(before) == after


@given(st.text("ab *`>-\n[]!", max_size=40), st.integers(0, 40))
def test_image_is_alone_in_its_paragraph_and_no_letter_is_lost(text: str, at: int) -> None:
    at = min(at, len(text))
    edit = insert_image(text, at, IMAGE)
    new = edit.applied(text)
    assert "".join(new.replace(IMAGE, "", 1).split()) == "".join(text.split())
    alone = rf"(?:\A\s*|\n *\n){re.escape(IMAGE)}(?:\n *\n|\Z)"
    assert re.search(alone, new)


def test_page_shows_the_image_beside_a_list() -> None:
    text, at, _ = marked("- eins\n- zw|ei")
    html = new_converter().convert(insert_image(text, at, IMAGE).applied(text))
    assert '<p><img alt="Bild" src="b.png"></p>' in html.replace(" />", ">")
