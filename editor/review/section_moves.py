"""Moves of blocks between sections and of sections within a review. No character is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, NamedTuple

from editor.localized import Localized
from editor.markdown.blocks import MarkdownBlock, blocks
from editor.markdown.word_blanks import is_words, mend_gap, trim_blanks, with_blanks
from editor.review.model import INTRODUCTION, Review, Section
from editor.review.rating import rating_of

_OFF = "sections_off"
_APART = "\n\n"


class MoveResult(NamedTuple):
    """The review after a move, with the new place of the cursor in code points."""

    review: Review
    section: str
    offset: int
    length: int = 0
    """Length of the text before ``offset`` that was dropped there, in code points."""


class SwitchResult(NamedTuple):
    """The review with a section switched off, or unchanged with the reason for the refusal."""

    review: Review
    refusal: Localized | None = None


# -- blocks -----------------------------------------------------------------------------------


def move_block(
    review: Review,
    section_id: str,
    offset: int,
    target_id: str,
    where: Literal["start", "end"] = "end",
) -> MoveResult:
    """Move the block around ``offset`` to the start or the end of a section, its own or another.

    ``offset`` counts code points of the section's Markdown; between two blocks, the first one is
    moved. A section without text does not change. Raises KeyError for an unknown section.
    """
    text = review.text(section_id)
    block_list = blocks(text)
    review.section(target_id)
    if not block_list:
        return MoveResult(review, section_id, offset)
    index = _index(block_list, offset)
    block = block_list[index]
    piece, inside = text[block.start : block.end], _within(block, offset)
    rest = review.with_text(section_id, _without(text, block_list, index))
    result, place = _with(rest.text(target_id), piece, where)
    if target_id == section_id and result.strip("\n") == text.strip("\n"):
        return MoveResult(review, section_id, offset)
    return MoveResult(rest.with_text(target_id, result), target_id, place + inside)


def shift_block(review: Review, section_id: str, offset: int, by: int) -> MoveResult:
    """Move the block around ``offset`` by ``by`` blocks within its section: -1 is up, 1 is down.

    It stops at the start or the end of the section. Raises KeyError for an unknown section.
    """
    text = review.text(section_id)
    block_list = blocks(text)
    old = _index(block_list, offset)
    new = min(max(old + by, 0), len(block_list) - 1)
    if not block_list or new == old:
        return MoveResult(review, section_id, offset)
    order = [place for place in range(len(block_list)) if place != old]
    order.insert(new, old)
    result, starts = _joined(text, block_list, order)
    place = starts[new] + _within(block_list[old], offset)
    return MoveResult(review.with_text(section_id, result), section_id, place)


def drop_text(
    review: Review,
    source: tuple[str, int, int],
    target_id: str,
    offset: int,
    *,
    copy: bool = False,
) -> MoveResult:
    """Move text from one section to ``offset`` in another one.

    ``source`` is a section id with start and end; all offsets count code points. The returned place
    is behind the text. Whole words leave no blank behind and get those that they need. With
    ``copy``, the text also stays where it was. Raises KeyError for an unknown section, ValueError
    when source and target are the same section.
    """
    source_id, start, end = source
    if source_id == target_id:
        raise ValueError(source_id)
    text, target = review.text(source_id), review.text(target_id)
    words, before, behind = is_words(text, start, end), "", ""
    if words:
        start, end = trim_blanks(text, start, end)
    piece, left = text[start:end], text[:start] + text[end:]
    if words:
        before, behind = with_blanks(target, offset, piece)
        gap = mend_gap(left, start)
        left = left if gap is None else gap.applied(left)
    rest = review if copy else review.with_text(source_id, left)
    arrived = target[:offset] + before + piece + behind + target[offset:]
    place = offset + len(before) + len(piece)
    return MoveResult(rest.with_text(target_id, arrived), target_id, place, len(piece))


def _index(block_list: Sequence[MarkdownBlock], offset: int) -> int:
    before = [index for index, block in enumerate(block_list) if block.start <= offset]
    return before[-1] if before else 0


def _within(block: MarkdownBlock, offset: int) -> int:
    return min(max(offset, block.start), block.end) - block.start


def _joined(
    text: str, block_list: Sequence[MarkdownBlock], order: Sequence[int]
) -> tuple[str, list[int]]:
    """Return the text with its blocks in another order, and where they begin in it.

    The blank lines between the blocks keep their places.
    """
    gaps = [text[a.end : b.start] for a, b in pairwise(block_list)]
    result, starts = text[: block_list[0].start], []
    for index, gap in zip(order, [*gaps, text[block_list[-1].end :]], strict=True):
        starts.append(len(result))
        result += text[block_list[index].start : block_list[index].end] + gap
    return result, starts


def _without(text: str, block_list: Sequence[MarkdownBlock], index: int) -> str:
    if len(block_list) == 1:
        return ""
    if index == len(block_list) - 1:
        return text[: block_list[index - 1].end] + text[block_list[index].end :]
    return text[: block_list[index].start] + text[block_list[index + 1].start :]


def _with(text: str, piece: str, where: Literal["start", "end"]) -> tuple[str, int]:
    block_list = blocks(text)
    if not block_list:
        return piece, 0
    if where == "start":
        place = block_list[0].start
        return text[:place] + piece + _APART + text[place:], place
    place = block_list[-1].end
    return text[:place] + _APART + piece + text[place:], place + len(_APART)


# -- sections ---------------------------------------------------------------------------------


def reorder_sections(review: Review, ids: Iterable[str]) -> Review:
    """Return the review with the sections ``ids`` in this order, in the places that they had.

    Other sections keep their places, unknown ids are ignored. An introduction that is not first
    gets a heading, because its text would belong to the section before it otherwise. The file does
    not preserve the place of a section without text and heading.
    """
    named = [key for key in dict.fromkeys(ids) if any(s.id == key for s in review.sections)]
    queue = iter(named)
    order = tuple(
        review.section(next(queue)) if section.id in named else section
        for section in review.sections
    )
    if order == review.sections:
        return review
    heading = _introduction_heading(review)
    arranged = (
        replace(section, opening=_opening(section, heading, first=place == 0), closing=None)
        for place, section in enumerate(order)
    )
    return replace(review, sections=tuple(arranged))


def _introduction_heading(review: Review) -> str:
    field = review.form.section(INTRODUCTION)
    label = field.label.german if field else "Einleitung"
    return f"## {label} {{#{INTRODUCTION}}}\n\n"


def _opening(section: Section, heading: str, *, first: bool) -> str | None:
    if section.id != INTRODUCTION:
        return section.opening
    if first:
        return "" if section.opening == heading else section.opening
    return section.opening if (section.opening or "").strip() else heading


def sections_off(review: Review) -> frozenset[str]:
    """Return the sections that are switched off; a section with text is always on."""
    value = review.fact(_OFF)
    ids = {str(item) for item in value} if isinstance(value, list) else set()
    return frozenset(s.id for s in review.sections if s.id in ids and not s.text.strip())


def switch_off(review: Review, section_id: str) -> SwitchResult:
    """Switch a section off when it has neither text nor rating, and refuse otherwise.

    Raises KeyError for an unknown section.
    """
    section = review.section(section_id)
    if section.text.strip():
        return SwitchResult(review, _HAS_TEXT)
    if rating_of(review, section_id) is not None:
        return SwitchResult(review, _HAS_RATING)
    bare = replace(section, text="", opening=None, closing=None)
    without = replace(
        review, sections=tuple(bare if item is section else item for item in review.sections)
    )
    return SwitchResult(without.with_fact(_OFF, sorted(sections_off(review) | {section_id})))


def switch_on(review: Review, section_id: str) -> Review:
    """Switch a section on again. Raises KeyError for an unknown section."""
    review.section(section_id)
    return review.with_fact(_OFF, sorted(sections_off(review) - {section_id}))


_HAS_TEXT = Localized(
    "Der Abschnitt enthält Text und bleibt deshalb; bitte verschieben oder löschen Sie ihn zuerst.",
    "The section has text and therefore stays; please move or delete the text first.",
)
_HAS_RATING = Localized(
    "Der Abschnitt hat eine Wertung und bleibt deshalb; bitte entfernen Sie die Wertung zuerst.",
    "The section has a rating and therefore stays; please remove the rating first.",
)
