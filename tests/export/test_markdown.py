from hypothesis import given
from hypothesis import strategies as st

from editor.export.markdown import render_markdown
from editor.export.options import RenderOptions
from editor.storage.review_file import parse
from tests.export.reviews import review

FILE = (
    "\ufeff---\r\nform: film\r\ntitle: A\r\n---\r\nLos.\r\n## Story {#story}\r\nGut.\r\n"
    "## Effekte {#effects}\r\n\r\n## Fazit {#verdict}\r\n\r\nJa.\r\n"
)


def test_the_export_is_the_file() -> None:
    assert render_markdown(parse(FILE), RenderOptions()) == FILE


def test_running_prose_keeps_paragraphs_apart() -> None:
    made = render_markdown(parse(FILE), RenderOptions(headings=False))
    assert made.endswith("\r\n---\r\n\r\nLos.\r\n\r\nGut.\r\n\r\nJa.\r\n")


def test_a_fragment_is_only_the_text() -> None:
    made = render_markdown(parse(FILE), RenderOptions(fragment=True))
    assert made.startswith("Los.\r\n## Story {#story}\r\n")


def test_prose_as_a_fragment() -> None:
    made = render_markdown(parse(FILE), RenderOptions(fragment=True, headings=False))
    assert made == "Los.\r\n\r\nGut.\r\n\r\nJa.\r\n"


@given(st.text(), st.text(), st.booleans(), st.booleans())
def test_every_word_survives(story: str, verdict: str, fragment: bool, headings: bool) -> None:
    made = render_markdown(
        review(texts={"story": story, "verdict": verdict}),
        RenderOptions(fragment=fragment, headings=headings),
    )
    words = iter(made.split())
    assert all(word in words for word in [*story.split(), *verdict.split()])
