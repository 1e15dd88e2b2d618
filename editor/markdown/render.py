"""The renderer: Python-Markdown with the extensions that a review may use.

The only place that configures Python-Markdown. ``editor.markdown.scanner`` reads a text as this
converter does, and its tests compare the two.
"""

import re
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from editor.markdown.bounded_links import bound_links

_BACK_TEXT = "↩\ufe0e"  # U+FE0E asks for the plain arrow where there is a coloured one
_BACK_TITLE = "Zurück zu Fußnote {} im Text"
_AFTER_REORDERING = 18
_AFTER_RAW_HTML = 15
"""Priorities of Python-Markdown's registries: directly after its own steps of these names."""
_CODE = "    "
"""Begins a line of indented code, in which blank lines count."""
_DEFINITION = re.compile(r" *\*?\[")
"""Begins a definition. It is taken out of the text, so that code may continue after it."""


def new_converter() -> markdown.Markdown:
    """Return a new converter from Markdown to HTML.

    Making one takes as long as converting a section, and a converter keeps the state of a document:
    reuse it with ``reset()``, but never in two threads at once. The extensions are those of
    “extra”, without the search through every installed package that naming it would cost, and
    “sane_lists”.
    """
    footnotes = _Footnotes(
        BACKLINK_TEXT=_BACK_TEXT, BACKLINK_TITLE=_BACK_TITLE, USE_DEFINITION_ORDER=False
    )
    converter = markdown.Markdown(
        extensions=[
            FencedCodeExtension(),
            footnotes,
            AttrListExtension(),
            DefListExtension(),
            TableExtension(),
            AbbrExtension(),
            MarkdownInHtmlExtension(),
            SaneListExtension(),
        ]
    )
    bound_links(converter)
    converter.preprocessors.register(_FewBlankLines(), "few-blank-lines", _AFTER_RAW_HTML)
    converter.treeprocessors.register(
        _DropUnreferenced(footnotes), "footnote-unreferenced", _AFTER_REORDERING
    )
    return converter


class _FewBlankLines(Preprocessor):
    """Reduces many blank lines to two or three, which mean the same.

    Python-Markdown's time grows with the square of their number. Fenced code and raw HTML, in which
    they count, are stashed before this runs; blank lines between indented lines, which may be code,
    stay.
    """

    def run(self, lines: list[str]) -> list[str]:
        result: list[str] = []
        blank, in_code = 0, False
        for line in lines:
            if not line:
                blank += 1
                continue
            if line.startswith(_CODE):
                in_code = True
            elif blank and _DEFINITION.match(line) is None:
                in_code = False
            result += [*[""] * (blank if in_code else _few(blank)), line]
            blank = 0
        return result + [""] * _few(blank)


def _few(blank: int) -> int:
    # An even number stays even: the parser takes them in pairs.
    return min(blank, 2 + blank % 2)


class _Footnotes(FootnoteExtension):
    """Footnotes that do not break on anything a writer may type, unfinished text included.

    Python-Markdown 3.11 fails on a note without text, on a note defined within another, and on a
    div of the class “footnote” that the writer has typed.
    """

    _complete = False

    def reset(self) -> None:
        super().reset()
        self._complete = False

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        if not self._complete:
            super().setFootnote(id, text)

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802
        self._complete = True
        notes = super().makeFootnotesDiv(root)
        for tree in (root, notes):
            for div in tree.iter("div") if tree is not None else ():
                if div is not notes and div.get("class") == "footnote":
                    div.set("class", "footnotes")
        for item in notes.findall("ol/li") if notes is not None else ():
            if len(item) == 0:
                back = item.get("id", "").replace("fn", "fnref", 1)
                link = {"class": "footnote-backref", "href": f"#{back}"}
                SubElement(SubElement(item, "p"), "a", link).text = FN_BACKLINK_TEXT
        return notes


class _DropUnreferenced(Treeprocessor):
    """Removes footnotes without a reference in the text: their back link would lead nowhere."""

    def __init__(self, footnotes: FootnoteExtension) -> None:
        super().__init__()
        self._footnotes = footnotes

    def run(self, root: Element) -> None:
        used = {self._footnotes.makeFootnoteId(name) for name in self._footnotes.footnote_order}
        for parent in root.iter():
            for div in [child for child in parent if child.get("class") == "footnote"]:
                for items in div.findall("ol"):
                    for item in [item for item in items if item.get("id") not in used]:
                        items.remove(item)
                if div.find("ol/li") is None:
                    parent.remove(div)
