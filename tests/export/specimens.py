"""Reviews and options that cover everything a web page can contain."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, get_args

from editor.export.options import ColorScheme, RenderOptions, SpoilerPolicy
from editor.export.themes.theme_registry import SHIPPED_THEMES
from editor.paths import resource
from editor.review.form import load_form, shipped_form_ids
from editor.review.model import Review
from editor.storage import review_file
from editor.storage.review_file import new_review
from tests.export import golden

_EVERYTHING = Path(__file__).parents[1] / "data" / "pages" / "alles.md"
_SCALES: dict[str, Any] = {
    "ten points": {"best": 10, "step": 0.5, "unit": "Punkte"},
    "percent": {"best": 100, "step": 1, "unit": "%"},
    "own unit": {"best": 6, "step": 1, "unit": "Klappen"},
    "grades": {"best": 1, "worst": 6, "step": 0.5, "unit": "Note"},
    "no scale": "none",
}


@cache
def sample() -> Review:
    """Return the sample review of the program."""
    [path] = resource("samples").glob("*.md")
    return review_file.parse(path.read_text("utf-8"))


@cache
def everything() -> Review:
    """Return a review with every kind of Markdown and raw HTML, and with every fact."""
    return review_file.parse(_EVERYTHING.read_text("utf-8"))


def sparse() -> Iterator[tuple[str, Review]]:
    """Yield reviews in which something is missing or rated on another scale, each with its name."""
    for form in shipped_form_ids():
        yield f"empty {form}", new_review(load_form(form))
    yield "no form", Review()
    bare = tuple(entry for entry in everything().entries if entry.key == "form")
    yield "no facts", replace(everything(), entries=bare)
    yield (
        "no text",
        replace(everything(), sections=tuple(replace(s, text="") for s in everything().sections)),
    )
    for name, scale in _SCALES.items():
        yield name, sample().with_fact("rating_scale", scale)


def looks() -> Iterator[RenderOptions]:
    """Yield all combinations of options for a page or a fragment, in every theme."""
    # Options that change the text vary slowest, because rendered text is cached.
    for spoilers, headings, theme, scheme, contents in product(
        get_args(SpoilerPolicy),
        (True, False),
        SHIPPED_THEMES.ids(),
        get_args(ColorScheme),
        (False, True),
    ):
        page = RenderOptions(
            theme=theme,
            scheme=scheme,
            headings=headings,
            contents=contents,
            spoilers=spoilers,
            images=golden.IMAGES,
        )
        yield page
        yield replace(page, fragment=True)
        yield replace(page, fragment=True, inline_style=True)
