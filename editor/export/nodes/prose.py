"""The Markdown of one section → nodes that may go into a page."""

import contextlib
import re
from html import escape
from xml.etree.ElementTree import Element as XmlElement
from xml.etree.ElementTree import SubElement

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

from editor.export.images import ImageSource
from editor.export.nodes.sanitize import legal, sanitised
from editor.export.nodes.structure import HEADINGS
from editor.export.nodes.tree import Element, Node, walk

_PLAIN_HEADING = re.compile(r"[^\W_]+(?:(?:,? | – |[/-])[^\W_]+)*")
_BACK_TEXT = "↩\ufe0e"  # U+FE0E asks for the plain arrow where there is a coloured one
_BACK_TITLE = "Zurück zu Fußnote {} im Text"
_AFTER_REORDERING = 18
_AFTER_RAW_HTML = 15
_CODE = "    "
"""Begins a line of code, in which blank lines count."""
_DEFINITION = re.compile(r" *\*?\[")
"""Begins a definition; it is taken out of the text, so that code may go on behind it."""


class Prose:
    """Renders the sections of one review.

    May be used by several threads at once.
    """

    def __init__(self, images: ImageSource) -> None:
        self._images = images

    def section(self, text: str, section_id: str, level: int) -> list[Node]:
        """Return the nodes of a section; the writer's own headings begin at ``level``."""
        return sanitised(self._html(text), section_id, self._images, level)

    def heading(self, text: str, section_id: str) -> list[Node]:
        """Return the nodes of a section's heading, which is one line of Markdown."""
        if _PLAIN_HEADING.fullmatch(text):
            return [text]
        nodes = self.section(f"# {text}", section_id, 1)
        first = nodes[0] if len(nodes) == 1 else None
        if isinstance(first, Element) and first.tag in HEADINGS:
            for element in walk(first.children):
                element.attributes.pop("id", None)  # the section's text may use the name too
            return first.children
        return [legal(text)]

    def _html(self, text: str) -> str:
        converter = _free_converter()
        try:
            html = converter.reset().convert(legal(text))
        except RecursionError:
            # Hundreds of lists within lists are no text that anyone wrote; it is shown unrendered.
            # The converter was torn out of its work and is of no more use.
            return f"<pre>{escape(legal(text))}</pre>"
        _free.append(converter)
        return html


_free: list[markdown.Markdown] = []
"""Converters that nobody uses: each keeps the state of a document in itself, so who takes one has
it alone, in whatever thread."""


def _free_converter() -> markdown.Markdown:
    with contextlib.suppress(IndexError):
        return _free.pop()
    return _new_converter()


def _new_converter() -> markdown.Markdown:
    """Return what reads Markdown.

    To make one takes as long as to read a section. The extensions are those of „extra“, without
    the search through every installed package that naming it would cost, and „sane_lists“.
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
    converter.preprocessors.register(_FewBlankLines(), "few-blank-lines", _AFTER_RAW_HTML)
    converter.treeprocessors.register(
        _DropUnreferenced(footnotes), "footnote-unreferenced", _AFTER_REORDERING
    )
    return converter


class _FewBlankLines(Preprocessor):
    """Leaves two or three of many blank lines, which say the same.

    Python-Markdown takes the square of their number in time. Fenced code and raw HTML, in which
    they count, have been put aside by now; those between indented lines, which may be code, stay.
    """

    def run(self, lines: list[str]) -> list[str]:
        kept: list[str] = []
        blank, in_code = 0, False
        for line in lines:
            if not line:
                blank += 1
                continue
            if line.startswith(_CODE):
                in_code = True
            elif blank and _DEFINITION.match(line) is None:
                in_code = False
            kept += [*[""] * (blank if in_code else _few(blank)), line]
            blank = 0
        return kept + [""] * _few(blank)


def _few(blank: int) -> int:
    # An even number stays even: the parser takes them in pairs.
    return min(blank, 2 + blank % 2)


class _Footnotes(FootnoteExtension):
    """Footnotes that survive what a writer may type, half-way through typing included.

    Python-Markdown 3.11 breaks on a note without text, on a note defined within another, and on a
    div of the class „footnote“ that is not its own.
    """

    _complete = False

    def reset(self) -> None:
        super().reset()
        self._complete = False

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        if not self._complete:
            super().setFootnote(id, text)

    def makeFootnotesDiv(self, root: XmlElement) -> XmlElement | None:  # noqa: N802
        self._complete = True
        own = super().makeFootnotesDiv(root)
        for tree in (root, own):
            for div in tree.iter("div") if tree is not None else ():
                if div is not own and div.get("class") == "footnote":
                    div.set("class", "footnotes")
        for item in own.findall("ol/li") if own is not None else ():
            if len(item) == 0:
                back = item.get("id", "").replace("fn", "fnref", 1)
                link = {"class": "footnote-backref", "href": f"#{back}"}
                SubElement(SubElement(item, "p"), "a", link).text = FN_BACKLINK_TEXT
        return own


class _DropUnreferenced(Treeprocessor):
    """Leaves out footnotes that nothing in the text points at: their way back leads nowhere."""

    def __init__(self, footnotes: FootnoteExtension) -> None:
        super().__init__()
        self._footnotes = footnotes

    def run(self, root: XmlElement) -> None:
        kept = {self._footnotes.makeFootnoteId(name) for name in self._footnotes.footnote_order}
        for parent in root.iter():
            for div in [child for child in parent if child.get("class") == "footnote"]:
                for items in div.findall("ol"):
                    for item in [item for item in items if item.get("id") not in kept]:
                        items.remove(item)
                if div.find("ol/li") is None:
                    parent.remove(div)
