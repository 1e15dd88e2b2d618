"""Outlines: the block elements of a text in order, from the scanner and from the renderer."""

from collections.abc import Iterator
from html.parser import HTMLParser

from editor.markdown.render import new_converter
from editor.markdown.scanner import scan_markdown
from editor.markdown.scanner.structure import BlockNode

ELEMENTS = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "li", "blockquote", "table", "hr"),
        *("dl", "dt", "dd", "section"),
    }
)
"""Elements that are compared; ``section`` is raw HTML, since Markdown has no mark for it."""


def scanned_outline(text: str) -> list[str]:
    scanned = scan_markdown(text)
    html = {start: scanned.text[start:end] for start, end in scanned.html}

    def elements(node: BlockNode, depth: int = 0) -> Iterator[str]:
        for child in node.children:
            inner = depth
            if child.tag in ELEMENTS:
                yield f"{depth}{child.tag}"
                inner += 1
            if child.stashed == "html":
                # Its mark stands after a line feed.
                yield from _outline(html[child.leaf - 1], inner)
            elif child.stashed:
                yield f"{inner}{child.stashed}"
            yield from elements(child, inner)

    return list(elements(scanned.root))


def rendered_outline(text: str) -> list[str]:
    return _outline(new_converter().convert(text))


def _outline(html: str, depth: int = 0) -> list[str]:
    reader = _Reader(depth)
    reader.feed(html)
    reader.close()
    return reader.outline


class _Reader(HTMLParser):
    def __init__(self, depth: int) -> None:
        super().__init__()
        self.outline: list[str] = []
        self._depth = depth
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ELEMENTS:
            self.outline.append(f"{self._depth + len(self._open)}{tag}")
            self._open += [tag] if tag != "hr" else []

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
