"""Spoilers found in a text: head, body and end, and what is none."""

import time

import pytest

from editor.markdown.spoiler_spans import has_own_lines, spoiler_spans

OPEN, CLOSED = '<details markdown="1"><summary>Spoiler</summary>\n\n', "\n\n</details>"


def test_parts_of_a_spoiler_are_found() -> None:
    text = f"Vorher.\n\n{OPEN}Er stirbt.\n\nWirklich.{CLOSED}\n\nNachher."
    (span,) = spoiler_spans(text)
    assert text[span.start : span.body] == OPEN
    assert text[span.start : span.head_end].endswith("</summary>")
    assert text[span.body : span.body_end] == "Er stirbt.\n\nWirklich."
    assert text[span.foot : span.end] == "</details>"
    assert span.label == "Spoiler"


@pytest.mark.parametrize(
    "text",
    [
        f"{OPEN}Offen.",
        "<details><summary>Anderes</summary>\n\nText.\n\n</details>",
        f"{OPEN}Text. <details>Darin.",
        "Text.</details>",
    ],
)
def test_anything_else_is_no_spoiler(text: str) -> None:
    assert spoiler_spans(text) == []


def test_only_a_blank_line_before_the_end_tag_is_no_part_of_the_text() -> None:
    (span,) = spoiler_spans(f"{OPEN}Text.\n\n\n</details>")
    assert span.foot - span.body_end == 2
    assert span.body_end - span.body == len("Text.\n")


def test_range_is_held_up_to_both_edges() -> None:
    (span,) = spoiler_spans(f"A {OPEN}Text.{CLOSED} B")
    assert span.holds(span.start, span.end)
    assert not span.holds(span.start - 1, span.end)
    assert not span.holds(span.start, span.end + 1)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"{OPEN}Text.{CLOSED}", True),
        (f"Davor.\n{OPEN}Text.{CLOSED}\nDanach.", True),
        (f"Davor. {OPEN}Text.{CLOSED}", False),
        (f"{OPEN}Text.{CLOSED} Danach.", False),
        (f"{OPEN}Text.</details>", False),
    ],
)
def test_spoiler_with_text_beside_its_tags_has_no_lines_of_its_own(text: str, own: bool) -> None:
    (span,) = spoiler_spans(text)
    assert has_own_lines(text, span) is own


def test_spoiler_that_is_not_closed_does_not_take_the_next_one_along() -> None:
    text = f"{OPEN}Offen.\n\n{OPEN}Zwei.{CLOSED}"
    (span,) = spoiler_spans(text)
    assert text[span.body : span.body_end] == "Zwei."


def test_many_spoilers_that_are_not_closed_take_linear_time() -> None:
    def seconds(count: int) -> float:
        text = f"{OPEN}Offen. " * count
        start = time.process_time()
        assert not spoiler_spans(text)
        return time.process_time() - start

    # 16 times the length: linear is 16, quadratic 256, and a busy machine lies between.
    assert seconds(3_200) < 80 * min(seconds(200) for _ in range(3)) + 0.01
