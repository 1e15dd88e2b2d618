"""Running text → sections: a finished review that was written without a form."""

import re
from dataclasses import replace

from editor.review import markdown
from editor.review.form import Form
from editor.review.model import INTRODUCTION, Review, Section

_PARAGRAPHS = re.compile(r"(?:[^\n]|\n(?![ \t]*(?:\n|\Z)))+")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>.+?)[ \t]*#*|(?P<plain>[^\n.!?]{1,60}?):?")
_SENTENCE_END = re.compile(r"[.!?…]")
_LINE_ENDS = tuple('.!?…:“”"’»«)')


def import_text(text: str, form: Form) -> Review:
    """Return a review that holds every paragraph of ``text``, unchanged and in order.

    A file that is a review already stays as it is. Otherwise a heading with a section's label
    begins that section, and so does a paragraph that names the label in its first sentence, where
    it does not go back to an earlier one: „Die Story setzt …“. What comes before is the
    introduction. Raises ReviewFileError when the text has broken front matter.
    """
    review = markdown.parse(text)
    if review.entries or sum(1 for section in review.sections if section.text) > 1:
        return review
    sections = tuple(_assigned(text.replace("\r\n", "\n").removeprefix("\ufeff"), form))
    fresh = markdown.new_review(form)
    return replace(fresh, sections=markdown.arranged(sections, form))


def _assigned(text: str, form: Form) -> list[Section]:
    order = [field.id for field in form.sections]
    current = INTRODUCTION
    found: dict[str, list[str]] = {}
    for paragraph in _paragraphs(text):
        headed = _labelled(paragraph, form)
        named = headed or _named(paragraph, form)
        if named and (headed or order.index(named) > order.index(current)):
            current = named
        if not headed:
            found.setdefault(current, []).append(paragraph)
    labels = {field.id: field.label.de for field in form.sections}
    return [Section(key, labels[key], "\n\n".join(value)) for key, value in found.items()]


def _paragraphs(text: str) -> list[str]:
    """Split at blank lines, or at line ends where every line is a paragraph as in Word's .txt."""
    lines = text.strip("\n").split("\n")
    if all(line.rstrip().endswith(_LINE_ENDS) for line in lines):
        return lines
    return [match[0].strip("\n") for match in _PARAGRAPHS.finditer(text)]


def _labelled(paragraph: str, form: Form) -> str | None:
    """Return the section whose label is all that ``paragraph`` says."""
    match = _HEADING.fullmatch(paragraph.strip())
    said = ((match["text"] or match["plain"]) if match else "").strip(" *_").casefold()
    return next((f.id for f in form.sections if said and said == f.label.de.casefold()), None)


def _named(paragraph: str, form: Form) -> str | None:
    """Return the section whose label the first sentence of ``paragraph`` names first."""
    sentence = _SENTENCE_END.split(paragraph, maxsplit=1)[0]
    places = (
        (match.start(), field.id)
        for field in form.sections
        if (match := re.search(rf"\b{re.escape(field.label.de)}\b", sentence))
    )
    return min(places, default=(0, None))[1]
