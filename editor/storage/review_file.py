"""Lossless conversion of reviews to and from Markdown with front matter.

Only a level-2 heading with the id of a section of the form begins a section: ``## Story {#story}``.
For programs that would show the id, it may be hidden in the next line: ``<!-- {#story} -->``. Any
other heading belongs to the text of its section.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from editor.markdown.scanner.lines import SECTION_HEADING
from editor.review.form import Form
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.review.line_ends import normalize_line_ends
from editor.review.model import INTRODUCTION, FrontMatterEntry, Review, Section, SourceFormat
from editor.storage import front_matter

FORMAT_VERSION = 1
_BOM = "\ufeff"
_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)*+")


def parse(text: str, forms: FormRegistry = SHIPPED_FORMS, *, name: str = "") -> Review:
    """Return the review in ``text``, the content of the file ``name``.

    When its form is missing or broken, the review is read with the substitute of
    ``forms.resolve``. Raises ReviewFileError when the front matter is broken.
    """
    text, source_format = _source_format(text)
    matter = front_matter.find_front_matter(text)
    entries = matter.entries(name) if matter else ()
    if matter:
        source_format = replace(source_format, fences=matter.fences, syntax=matter.syntax)
    review = Review(entries, source_format=source_format)
    form = forms.resolve(review.form_id).form
    body = text[matter.end :] if matter else text
    return replace(review, sections=arrange_sections(_sections(body, form), form), loaded_form=form)


def parse_front_matter(text: str) -> tuple[FrontMatterEntry, ...]:
    """Return the front matter at the beginning of ``text``, which may be cut off behind it.

    Raises ReviewFileError when it is broken.
    """
    matter = front_matter.find_front_matter(_source_format(text)[0])
    return matter.entries() if matter else ()


def dumps(review: Review, *, hidden_ids: bool = False) -> str:
    """Return the content of the review's file; for an unedited review, the text it was parsed from.

    With ``hidden_ids``, the ids of the sections are in comments, which no page shows.
    """
    body = _body(review.sections)
    if hidden_ids:
        body = _with_hidden_ids(body, {section.id for section in review.sections})
    if review.entries and _edited_start(review.sections):
        body = "\n" + body.lstrip("\n")
    text = review.source_format.line_ends.restore(_front_matter(review, body) + body)
    return (_BOM if review.source_format.bom else "") + text


def dumps_body(review: Review) -> str:
    """Return the content of the review's file without the front matter."""
    return _body(review.sections)


class FileOffsets:
    """Maps offsets in the sections of an unedited review to its file."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._starts: dict[str, int] = {}
        body = _body(review.sections)
        text = _front_matter(review, body) + body
        self._in_file = review.source_format.line_ends.offset_map(text)
        self._mark = len(_BOM) if review.source_format.bom else 0
        end = len(text)
        for section in reversed(review.sections):
            if section.opening is None or section.closing is None:
                continue
            start = end - len(section.closing) - len(_guarded(review, section, section.text))
            self._starts[section.id] = start
            end = start - len(section.opening)

    def in_file(self, section_id: str, offset: int) -> int:
        """Return the offset in the file of an offset in a section's text, both in code points.

        Raises KeyError for a section that is missing in the file.
        """
        section = self._review.section(section_id)
        before = _guarded(self._review, section, section.text[:offset])
        return self._mark + self._in_file(self._starts[section_id] + len(before))


def new_review(form: Form, facts: Iterable[tuple[str, object]] = ()) -> Review:
    """Return a new review with ``form`` and ``facts``."""
    entries = [FrontMatterEntry("rezensent", FORMAT_VERSION), FrontMatterEntry("form", form.id)]
    entries += [FrontMatterEntry(key, value) for key, value in facts if value]
    return Review(tuple(entries), arrange_sections((), form), loaded_form=form)


def arrange_sections(sections: Iterable[Section], form: Form) -> tuple[Section, ...]:
    """Return ``sections`` with empty ones inserted for the missing sections of the form."""
    result = list(sections)
    place = 0
    for field in form.sections:
        index = next((i for i, s in enumerate(result) if s.id == field.id), None)
        if index is None:
            result.insert(place, Section(field.id, field.label.german))
            index = place
        place = index + 1
    return tuple(result)


def _front_matter(review: Review, body: str) -> str:
    """Return the front matter with its fences.

    Without entries, it is only needed when the body would be taken for front matter.
    """
    if not review.entries and front_matter.find_front_matter(body) is None:
        return ""
    entries, source_format = review.entries, review.source_format
    if source_format.syntax != "yaml" and front_matter.looks_like_text(
        entries, source_format.syntax
    ):
        # YAML has the same comments, and may consist of nothing else.
        entries = tuple(replace(entry, syntax="yaml") for entry in entries)
        source_format = SourceFormat()
    opening, closing = source_format.fences
    if body and not closing.endswith("\n"):
        closing += "\n"
    return f"{opening}{front_matter.dumps(entries, source_format.syntax)}{closing}"


def _source_format(text: str) -> tuple[str, SourceFormat]:
    bom = text.startswith(_BOM)
    text, line_ends = normalize_line_ends(text.removeprefix(_BOM))
    return text, SourceFormat(bom, line_ends)


# -- sections ---------------------------------------------------------------------------------


def _sections(body: str, form: Form) -> Iterator[Section]:
    """Yield the sections of ``body``; joined, their pieces are ``body`` again."""
    ids = {field.id for field in form.sections}
    headings = list(_headings(body, ids))
    preamble = body[: headings[0].start()] if headings else body
    seen: set[str] = set()
    if preamble.strip() or not headings:
        yield _section(INTRODUCTION, "", ("", preamble), seen, ids)
        seen.add(INTRODUCTION)
        preamble = ""
    stops = [*(match.start() for match in headings[1:]), len(body)]
    for match, stop in zip(headings, stops, strict=False):
        seen.add(match["id"])
        pieces = preamble + match[0], body[match.end() : stop]
        yield _section(match["id"], match["heading"], pieces, seen, ids)
        preamble = ""


def _headings(body: str, ids: set[str]) -> Iterator[re.Match[str]]:
    """Yield the headings that begin a section: the first one of each id.

    Text before the first heading already is the introduction, so that a heading of an introduction
    behind it does not count.
    """
    seen: set[str] = set()
    for match in SECTION_HEADING.finditer(body):
        if match["guard"] or match["id"] not in ids:
            continue
        if not seen and body[: match.start()].strip():
            seen.add(INTRODUCTION)
        if match["id"] not in seen:
            seen.add(match["id"])
            yield match


def _section(
    section_id: str, heading: str, pieces: tuple[str, str], seen: set[str], ids: set[str]
) -> Section:
    """Return the section of a heading, its text separated from the blank lines around it."""
    opening, rest = pieces
    text = rest.rstrip()
    if not text:
        return Section(section_id, heading, "", opening + rest, "")
    blank = _BLANK_LINES.match(rest)
    start = blank.end() if blank else 0
    unguarded = _reguarded(text[start:], seen, ids, lambda guard: guard[1:])
    return Section(section_id, heading, unguarded, opening + rest[:start], rest[len(text) :])


def _body(sections: tuple[Section, ...]) -> str:
    ids = {section.id for section in sections}
    seen: set[str] = set()
    out = ""
    edited = False
    for section in sections:
        if section.opening is None and not section.text.strip():
            continue
        opening = _opening(section)
        if out and (edited or section.opening is None):
            out, opening = out.rstrip("\n") + "\n\n", opening.lstrip("\n")
        if opening.strip():
            seen.add(section.id)
        text = _reguarded(section.text, seen, ids, lambda guard: guard + " ")
        if opening.strip() or text.strip():
            seen.add(section.id)
        out += opening + text + _closing(section)
        edited = section.closing is None
    return out


def _with_hidden_ids(body: str, ids: set[str]) -> str:
    pieces, place = [], 0
    for match in _headings(body, ids):
        heading = f"## {match['heading']}\n<!-- {{#{match['id']}}} -->\n"
        pieces += [body[place : match.start()], heading]
        place = match.end()
    return "".join(pieces) + body[place:]


def _guarded(review: Review, section: Section, text: str) -> str:
    """Return ``text``, the beginning of a section's text, as it is written in the file."""
    before = itertools.takewhile(lambda other: other is not section, review.sections)
    seen = {other.id for other in before if (other.opening or "").strip() or other.text.strip()}
    if (section.opening or "").strip():
        seen.add(section.id)
    ids = {item.id for item in review.sections}
    return _reguarded(text, seen, ids, lambda guard: guard + " ")


def _opening(section: Section) -> str:
    if section.opening is None:
        heading = f"## {section.heading} {{#{section.id}}}\n\n"
        return "" if section.id == INTRODUCTION else heading
    if section.text and section.opening and not section.opening.endswith("\n"):
        return section.opening + "\n\n"
    return section.opening


def _closing(section: Section) -> str:
    if section.closing is not None:
        return section.closing
    return "\n" if section.text else ""


def _edited_start(sections: tuple[Section, ...]) -> bool:
    first = next((s for s in sections if s.opening is not None or s.text.strip()), None)
    return first is not None and (first.closing is None and bool(first.text))


def _reguarded(text: str, seen: set[str], ids: set[str], change: Callable[[str], str]) -> str:
    """Change the blanks in ``{#id }`` of headings that would begin a section without them.

    A writer may put “## Story {#story}” into another section. A blank behind the id prevents it
    from beginning a section in the file, and does not matter in Markdown's attribute lists.
    ``seen`` has the ids of the headings before; it is empty only for text before the first heading,
    which is the introduction.
    """

    def changed(match: re.Match[str]) -> str:
        inside = match["id"] == INTRODUCTION and not seen and text[: match.start()].strip()
        if match["id"] not in ids or match["id"] in seen or inside:
            return match[0]
        start, end = (position - match.start() for position in match.span("guard"))
        return match[0][:start] + change(match["guard"]) + match[0][end:]

    return SECTION_HEADING.sub(changed, text) if "{#" in text else text
