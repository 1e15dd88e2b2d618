"""Spoilers removed from Markdown: nothing of them remains."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.export.document import build_document
from editor.export.markdown import render_markdown
from editor.export.markdown_dialects.spoiler_filter import filter_spoilers
from editor.export.nodes.spoilers import SPOILER_NOTE
from editor.export.nodes.tree import Element, Node
from editor.export.options import RenderOptions, SpoilerPolicy
from editor.review.model import Review
from editor.storage import review_file
from tests.export.reviews import review

HIDDEN = "GEHEIM"
MODES: list[SpoilerPolicy] = ["removed", "noted"]
BLOCKS = st.sampled_from(
    [
        *("Ein Satz.", "Noch einer mit **Betonung** und `Code`.", "- Punkt", "1. Erstens", ""),
        *("> Zitat", "Eine Note[^1].", "[^1]: Die Note.", "[^2]: GEHEIM", "*[FSK]: GEHEIM"),
        *("```\n<details>\nkein Spoiler\n```", "`<details>` heißt das.", "\\<details>", "***"),
        *("<!-- <details> -->", "FSK 12", "    Code", "| a | b |\n|---|---|\n| c | d |"),
        *('<details markdown="1">', "<details>", "<DETAILS open>", "</details>", "</details>"),
        *(
            "<summary>Spoiler</summary>",
            "  <details>",
            "> <details>",
            "> </details>",
            "- <details>",
        ),
        *(
            "Text <details>GEHEIM</details> Text",
            "    <details>GEHEIM</details>",
            "<div>",
            "</div>",
        ),
        *('<details title="a>b">GEHEIM</details>', "<details>GEHEIM[^2]</details>", '[x](y "t")'),
        *(
            "<details><details>GEHEIM</details>GEHEIM</details>",
            "<p>",
            "</p>",
            "<details",
            "GEHEIM",
        ),
        *(
            "> <details>\n> GEHEIM\n>\n> GEHEIM\n> </details>",
            "- a\n\n    <details>GEHEIM</details>",
        ),
        *(
            "[a]: https://www.example.org/GEHEIM",
            "<details>[GEHEIM][a]</details>",
            "\x01<det\x01ails>",
        ),
    ]
)
TEXTS = st.lists(BLOCKS, max_size=8).map("\n".join) | st.lists(BLOCKS, max_size=8).map("\n\n".join)


def shown(of: Review, spoilers: SpoilerPolicy = "kept") -> list[str]:
    """Return the words of the page, without the numbers of footnotes."""
    said = build_document(of, RenderOptions(spoilers=spoilers, images=str))
    texts = ("".join("".join(words(c.text.nodes)).split()) for c in said.sections)
    return [render_markdown for render_markdown in texts if render_markdown]


def words(nodes: "list[Node] | tuple[Node, ...]") -> list[str]:
    found = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif not str(node.attributes.get("class", "")).startswith("footnote-"):
            found += words(node.children)
    return found


@pytest.mark.parametrize("mode", MODES)
@example(
    {
        "plot": "[^1]: Die Note.\n<div>\nEin Satz.",
        "story": "    <details>GEHEIM</details>\nEine Note[^1].",
    }
)
@example(
    {"plot": '<details\n<details title="a>b">GEHEIM</details>\n<div>\n<summary>Mehr</summary>'}
)
@given(st.dictionaries(st.sampled_from(["plot", "story", "verdict"]), TEXTS, max_size=2))
def test_the_page_says_what_it_says_without_spoilers(
    mode: SpoilerPolicy, written: dict[str, str]
) -> None:
    before = review(texts=written)
    after = filter_spoilers(before, mode)
    assert shown(after) == shown(before, mode)
    assert filter_spoilers(after, mode) == after


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("dialect", ["", "hugo", "jekyll", "astro", "obsidian", "commonmark"])
@pytest.mark.parametrize(
    "spoiler",
    [
        f'<details markdown="1">\n<summary>Ende</summary>\n\n{HIDDEN}\n\n- {HIDDEN}\n\n</details>',
        f"<details><summary>Ende</summary>{HIDDEN}</details>",
        f"<DETAILS>\n{HIDDEN}\n</DETAILS >",
        f"<details>\n{HIDDEN}\n<details>\n{HIDDEN}\n</details>\n{HIDDEN}\n</details>",
        f"Vor <details>{HIDDEN}</details> nach.",
        f"- Punkt\n\n    <details>\n    {HIDDEN}\n    </details>\n- Punkt",
        f"- <details>{HIDDEN}</details>",
        f"> Zitat\n>\n> <details>\n> {HIDDEN}\n>\n> {HIDDEN}\n> </details>",
        f"<details>\n{HIDDEN}\n\nohne Ende {HIDDEN}",
        f"Vor <details>{HIDDEN}[^s]</details> nach.\n\n[^s]: {HIDDEN}[^t]\n\n[^t]: {HIDDEN}",
        f"<details>[{HIDDEN}][adr]</details>\n\n[adr]: https://www.example.org/{HIDDEN}",
        f"<details>Der Dings.</details>\n\n*[Dings]: {HIDDEN}",
        f'<details title="<details> {HIDDEN}">\n{HIDDEN} `code` {HIDDEN}\n\n</details>',
        f"| a | b |\n|---|---|\n| c | <details>{HIDDEN}</details> |",
        f"<div>\n<p>vor</p>\n<details>{HIDDEN}</details>\n</div>",
    ],
)
def test_nothing_of_a_spoiler_remains(dialect: str, mode: SpoilerPolicy, spoiler: str) -> None:
    of = review(title="Film", texts={"story": f"Anfang.\n\n{spoiler}\n", "verdict": "Ende gut."})
    made = render_markdown(of, RenderOptions(dialect=dialect, spoilers=mode))
    assert HIDDEN not in made
    assert "Anfang." in made
    assert "Ende gut." in made
    assert (SPOILER_NOTE in made.replace("\\", "")) == (mode == "noted")
    assert HIDDEN in render_markdown(of, RenderOptions())


def test_the_rest_of_the_text_stays_as_it_is() -> None:
    of = review(
        texts={
            "story": "Ein *Satz* & mehr.\n\n<details>\n<summary>S</summary>\n\nx\n\n</details>\n\n"
            "```\n<details>\n```\n\nNoch einer[^1].",
            "verdict": "Gut.\n\n[^1]: Note.\n\n*[Gut]: nicht schlecht",
        }
    )
    assert filter_spoilers(of, "removed").text("story") == (
        "Ein *Satz* & mehr.\n\n```\n<details>\n```\n\nNoch einer[^1]."
    )
    assert filter_spoilers(of, "noted").text("story") == (
        "Ein *Satz* & mehr.\n\n[Spoiler ausgelassen]\n\n```\n<details>\n```\n\nNoch einer[^1]."
    )
    assert filter_spoilers(of, "removed").text("verdict") == of.text("verdict")


def test_a_footnote_that_somebody_else_points_at_stays() -> None:
    of = review(
        texts={"story": "<details>x[^1]</details>", "verdict": "Ja[^1].\n\n[^1]: Die Note."}
    )
    assert filter_spoilers(of, "removed").text("verdict") == of.text("verdict")


def test_a_file_without_spoilers_is_the_file_itself() -> None:
    file = "---\ntitle: A\n---\n\nText.\n\n[^9]: übrig\n\n`<details>`\n"
    assert render_markdown(review_file.parse(file), RenderOptions(spoilers="removed")) == file


def test_what_nobody_closed_takes_nothing_else_with_it() -> None:
    of = review(texts={"story": "- a <details>x\n- b", "cast": "Ganz da."})
    after = filter_spoilers(of, "removed")
    assert shown(after) == shown(of, "removed")
    assert "x" not in after.text("story").replace("text", "")
    assert after.text("cast") == "Ganz da."
    assert isinstance(build_document(after, RenderOptions()).sections[0].text.nodes[0], Element)
