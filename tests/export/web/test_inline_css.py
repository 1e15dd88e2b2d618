import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.export.themes.theme_registry import SHIPPED_THEMES
from tests.export import golden
from tests.export.pages import Page
from tests.export.reviews import review

_STYLE = re.compile(r' style="[^"]*"')


def _fragment(made: object, **choices: object) -> str:
    return render_page(made, RenderOptions(fragment=True, images=golden.IMAGES, **choices))  # type: ignore[arg-type]


def _shape(html: str) -> list[tuple[str, str]]:
    return [(tag.name, tag.text) for tag in Page(_STYLE.sub("", html)).tags]


@pytest.mark.parametrize("theme", SHIPPED_THEMES.ids())
def test_only_the_style_is_added(theme: str) -> None:
    plain = _fragment(golden.review(), theme=theme)
    styled = _fragment(golden.review(), theme=theme, inline_style=True)
    assert _shape(styled) == _shape(plain)
    assert len(_STYLE.findall(styled)) > 50
    assert "var(" not in styled


@given(st.text("ab<>&\"'ä *_[]()\n\xa0", max_size=60))
def test_no_text_is_changed(text: str) -> None:
    made = review(title=f"T{text}", texts={"story": text})
    assert _shape(_fragment(made, inline_style=True)) == _shape(_fragment(made))


def test_the_colour_of_choice_is_taken() -> None:
    made = review(texts={"story": "<details><summary>Spoiler</summary>x</details>"})
    assert "color: #7a1f1f" in _fragment(made, inline_style=True, accent="#7a1f1f")


def test_a_page_has_its_style_sheet_only() -> None:
    assert not _STYLE.search(render_page(golden.review(), RenderOptions(inline_style=True)))
