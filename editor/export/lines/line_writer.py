"""Line writer: writes a document as lines of text in a notation."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor.export.document import ExportDocument, RenderedText
from editor.export.lines.notation import BlockFrame, Delimiters, Notation
from editor.export.nodes.structure import HEADINGS, PHRASING
from editor.export.nodes.tree import VOID, Element, Node, has_content, merge_text, text_of, walk
from editor.export.star_rating import StarRating

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_LOOKS_LIKE_MARKUP = re.compile(r"\[(?=/?[A-Za-z*][^\[\]\n]*\])")
_BREAK = "\n"
_JOINER = "\u2060"
"""WORD JOINER, which is invisible. A bracket followed by it does not begin a tag."""
_SMALLEST_WIDTH = 20
_NOTES = "footnote"
_REFERENCE, _BACK = "footnote-ref", "footnote-backref"
_UNTITLED_SPOILERS = ("", "Mehr")


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes documents in one notation."""

    notation: Notation
    width: int = 0
    """Maximum length of a line in code points, 0 for no limit; a longer word has a line of its
    own."""

    def review(self, document: ExportDocument, *, title: bool = True) -> str:
        """Return ``document`` with a line break at its end; empty when there is nothing in it."""
        blocks = [*self._head(document, title=title)]
        for section in document.sections:
            blocks += self._heading("h2", section.heading.nodes, section.score)
            blocks += self.blocks(section.text.nodes)
            blocks += ["\n".join(self._rated(label, score) for label, score in section.scores)]
            if section.overall is not None:
                blocks.append(self._fact("Gesamtwertung", rating_text(section.overall)))
        for notes in document.notes:
            items: list[Node] = [Element("li", {}, [note]) for note in notes.texts]
            blocks += [self._term(notes.label), *self._list(Element("ul", {}, items))]
        text = "\n\n".join(block for block in blocks if block.strip())
        return f"{text}\n" if text else ""

    def blocks(self, nodes: Iterable[Node]) -> list[str]:
        """Return ``nodes`` as blocks of one or more lines."""
        result: list[str] = []
        running: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or node.tag in PHRASING:
                running.append(node)
                continue
            result += self._paragraph(running)
            result += self._block(node)
            running = []
        return [block for block in [*result, *self._paragraph(running)] if block]

    # -- what surrounds the text ------------------------------------------------------------------

    def _head(self, document: ExportDocument, *, title: bool) -> list[str]:
        byline = document.byline.text
        facts = [self._fact(fact.label, fact.text) for fact in document.facts]
        heading = self._heading("h1", [document.title], None) if title else []
        return [*heading, *self._paragraph([byline]), "\n".join(facts)]

    def _heading(self, tag: str, nodes: Sequence[Node], score: StarRating | None) -> list[str]:
        text = self._inline(nodes)
        if not text:
            return []
        before, behind = self.notation.heading(tag)
        heading = f"{before}{text}{behind}"
        return [heading, *([self._escaped(rating_text(score))] if score else [])]

    def _rated(self, label: RenderedText, score: StarRating) -> str:
        return self._fact(text_of(label.nodes), rating_text(score))

    def _fact(self, label: str, text: str) -> str:
        return self._wrapped(f"{self._term(label)} {self._escaped(text)}")

    def _term(self, label: str) -> str:
        before, behind = self.notation.term
        return f"{before}{self._escaped(label)}{behind}"

    # -- blocks -----------------------------------------------------------------------------------

    def _block(self, node: Element) -> list[str]:
        if node.tag in HEADINGS:
            return self._heading(node.tag, node.children, None)
        kinds = {
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quote,
            "pre": self._code,
            "details": self._spoiler,
            "figure": self._figure,
            "dl": self._definitions,
            "table": self._table,
            "hr": self._rule,
        }
        notes = node.attributes.get("class") == _NOTES
        return kinds.get(node.tag, self._notes if notes else self._others)(node)

    def _others(self, node: Element) -> list[str]:
        return self.blocks(node.children)

    def _quote(self, node: Element) -> list[str]:
        return self._inner(node.children, self.notation.frame("quote"))

    def _rule(self, _: Element) -> list[str]:
        return [self.notation.rule]

    def _paragraph(self, nodes: Sequence[Node]) -> list[str]:
        text = self._inline(nodes)
        return [self._wrapped(text)] if text else []

    def _list(self, node: Element) -> list[str]:
        numbered = node.tag == "ol"
        first = int(node.attributes.get("start", "1"))
        items = [child for child in node.children if isinstance(child, Element)]
        lines = [
            self._item(item, self.notation.number if numbered else self.notation.item, number)
            for number, item in enumerate(items, first)
        ]
        return self._framed(lines, self.notation.frame("numbers" if numbered else "list"))

    def _item(self, item: Element, mark: str, number: int) -> str:
        first = mark.replace("{number}", str(number))
        # BBCode ends an item with a tag; lines are indented only where the marks are plain text.
        rest = "" if self.notation.marked_up else " " * len(first)
        inner = self._narrower(len(first)).blocks(item.children)
        tight = all(child.tag not in {"p", "pre", "table"} for child in _elements(item))
        text = ("\n" if tight else "\n\n").join(inner)
        return first + text.replace("\n", f"\n{rest}").replace(f"\n{rest}\n", "\n\n")

    def _code(self, node: Element) -> list[str]:
        frame = self.notation.frame("code")
        text = _without_end(text_of(node.children).strip("\n"), frame.foot)
        return self._framed([text], frame)

    def _spoiler(self, node: Element) -> list[str]:
        frame = self.notation.frame("spoiler")
        first = next(iter(_elements(node, "summary")), Element("summary"))
        summary = _BLANKS.sub(" ", text_of(first.children)).strip()
        title = "Spoiler" if summary in _UNTITLED_SPOILERS else summary
        head = frame.head.replace("{summary}", _harmless(title))
        children = [child for child in node.children if child is not first]
        return self._inner(children, replace(frame, head=head))

    def _figure(self, node: Element) -> list[str]:
        captions = _elements(node, "figcaption")
        rest = [child for child in node.children if child not in captions]
        lines = [block for part in (rest, captions) for block in self.blocks(part)]
        return ["\n".join(lines)] if lines else []

    def _definitions(self, node: Element) -> list[str]:
        lines: list[str] = []
        for child in _elements(node):
            text = "\n".join(self.blocks(child.children))
            before, behind = self.notation.term if child.tag == "dt" else ("", "")
            lines.append(f"{before}{text}{behind}")
        return ["\n".join(lines)]

    def _table(self, node: Element) -> list[str]:
        rows = [element for element in walk(node.children) if element.tag == "tr"]
        captions = [self._inline(c.children) for c in _elements(node, "caption")]
        lines = [self._row(row) for row in rows]
        return [*captions, *self._framed(lines, self.notation.frame("table"))]

    def _row(self, row: Element) -> str:
        cells = [
            (cell.tag, " ".join(self.blocks(cell.children)).replace("\n", " "))
            for cell in _elements(row, "td", "th")
        ]
        if not self.notation.cells:
            return self.notation.row.join(text for _, text in cells)
        inner = "".join(_between(self.notation.cells[tag], text) for tag, text in cells)
        return _between(self.notation.cells["tr"], inner)

    def _notes(self, node: Element) -> list[str]:
        items = [element for element in walk(node.children) if element.tag == "li"]
        lines = [
            f"[{number}] {' '.join(self._narrower(4).blocks(item.children))}"
            for number, item in enumerate(items, 1)
        ]
        return ["\n".join(lines)]

    def _inner(self, nodes: Iterable[Node], frame: BlockFrame) -> list[str]:
        inner = self._narrower(len(frame.prefix)).blocks(nodes)
        return self._framed(["\n\n".join(inner)], frame) if inner else []

    @staticmethod
    def _framed(lines: Iterable[str], frame: BlockFrame) -> list[str]:
        inner = textwrap.indent("\n".join(lines), frame.prefix)
        return ["\n".join(part for part in (frame.head, inner, frame.foot) if part)]

    # -- within a line ----------------------------------------------------------------------------

    def _inline(self, nodes: Iterable[Node]) -> str:
        return _AROUND_BREAK.sub(_BREAK, "".join(self._pieces(nodes))).strip()

    def _pieces(self, nodes: Iterable[Node]) -> Iterable[str]:
        for node in merge_text(nodes, self._is_marked):
            if isinstance(node, str):
                yield self._escaped(_BLANKS.sub(" ", node))
            elif node.tag == "br":
                yield _BREAK
            elif node.tag == "img":
                yield self._image(node)
            elif node.tag == "a":
                yield self._link(node)
            else:
                yield self._between_marks(node)

    def _is_marked(self, node: Element) -> bool:
        """Return whether more than the text of ``node`` is written."""
        if node.tag in VOID:
            return True
        if node.tag == "a":
            css, href = node.attributes.get("class"), node.attributes.get("href", "")
            is_link = bool(href) and not href.startswith("#") and has_content(node)
            return css in (_BACK, _REFERENCE) or is_link
        return any(self.notation.around(node.tag)) and has_content(node)

    def _between_marks(self, node: Element) -> str:
        pair = self.notation.around(node.tag)
        if node.tag in self.notation.verbatim:
            text = _BLANKS.sub(" ", text_of(node.children))
            return _between(pair, _without_end(text, pair[1]))
        return _between(pair, "".join(self._pieces(node.children)))

    def _link(self, node: Element) -> str:
        href, css = node.attributes.get("href", ""), node.attributes.get("class", "")
        if css == _BACK:
            return ""
        text = "".join(self._pieces(node.children))
        if css == _REFERENCE:
            return f"[{text}]"
        if not text.strip():
            return text
        address = href.removeprefix("mailto:")
        if not self.notation.marked_up and text.strip() == address:
            return text
        url = _in_address(href) if self.notation.marked_up else address
        return _filled(self.notation.link, text=text, url=url)

    def _image(self, node: Element) -> str:
        alt = _harmless(node.attributes.get("alt", ""))
        source = node.attributes.get("src", "")
        if self.notation.marked_up or alt:
            return _filled(self.notation.image, alt=alt, url=_in_address(source))
        return ""

    def _escaped(self, text: str) -> str:
        """Return ``text`` with everything escaped that looks like markup."""
        if not self.notation.marked_up:
            return text
        before, behind = self.notation.plain
        if before:
            pattern = rf"{_LOOKS_LIKE_MARKUP.pattern}[^\[\]\n]*\]"
            return re.sub(pattern, lambda match: f"{before}{match[0]}{behind}", text)
        return _LOOKS_LIKE_MARKUP.sub(f"[{_JOINER}", text)

    def _wrapped(self, text: str) -> str:
        if not self.width:
            return text
        return "\n".join(
            textwrap.fill(line, self.width, break_long_words=False, break_on_hyphens=False)
            for line in text.split("\n")
        )

    def _narrower(self, by: int) -> "LineWriter":
        return replace(self, width=self.width and max(self.width - by, _SMALLEST_WIDTH))


def rating_text(score: StarRating) -> str:
    """Return a rating as stars and words: “★★★½ (7,5 von 10 Punkten)”."""
    stars = "★" * score.full + "½" * score.half + "☆" * score.empty
    return f"{stars} ({score.words})" if stars else score.words


def _elements(node: Element, *tags: str) -> list[Element]:
    children = (child for child in node.children if isinstance(child, Element))
    return [child for child in children if not tags or child.tag in tags]


def _without_end(text: str, end: str) -> str:
    """Return ``text`` with every occurrence of ``end`` broken up, so that none ends the element."""
    if not end:
        return text
    return re.sub(re.escape(end), lambda m: f"[{_JOINER}{m[0][1:]}", text, flags=re.IGNORECASE)


def _between(pair: Delimiters, text: str) -> str:
    """Return ``text`` between its marks, with blanks moved out of them: “[b]so[/b] ”."""
    if not text.strip():
        return text
    inner = text.strip(" ")
    left, right = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{left}{pair[0]}{inner}{pair[1]}{right}"


def _filled(pattern: str, **values: str) -> str:
    """Return ``pattern`` with all words in braces replaced in a single pass."""
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], pattern)


def _harmless(text: str) -> str:
    """Return ``text`` without characters that end a quoted attribute or a tag."""
    return re.sub(r"[\[\]\"'\n]+", " ", text).strip()


def _in_address(url: str) -> str:
    """Return ``url`` with the characters encoded that would end it in markup."""
    return url.replace("[", "%5B").replace("]", "%5D").replace("'", "%27").replace('"', "%22")
