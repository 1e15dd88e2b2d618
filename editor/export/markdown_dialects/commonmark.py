"""CommonMark export, without any extension.

See https://spec.commonmark.org. Tables become lists, footnotes raised numbers with their notes at
the end of the section, and definitions paragraphs. Spoilers stay HTML, because Markdown cannot
fold.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from editor.export.document import DocumentSection, ExportDocument, build_document
from editor.export.markdown_dialects.commonmark_escape import (
    BLANKS,
    RAISED,
    image,
    in_one_line,
    longest_ticks,
    render_inline,
)
from editor.export.nodes.structure import HEADINGS, PHRASING
from editor.export.nodes.tree import Element, Node, text_of, walk
from editor.export.options import RenderOptions
from editor.export.star_rating import rating_text
from editor.review.model import Review

_HEADING_END = re.compile(r"#+$")
_FOOTNOTE = "footnote"
_LIST = re.compile(r"- |\d{1,9}\. ")
_BETWEEN_LISTS = "<!-- -->"
_JOINED = " \u00a0"
"""Blanks between a footnote and the link back to its reference, which is left out."""


def render_commonmark(review: Review, options: RenderOptions) -> str:
    """Return ``review`` for any reader of Markdown; a fragment has no title.

    Images keep the addresses that the writer has given. Raises FormError when the review's form is
    broken.
    """
    document = build_document(review, replace(options, images=_as_written))
    parts = [
        *_head(document, options),
        *(block for c in document.sections for block in _section(c)),
    ]
    for notes in document.notes:
        parts += [
            render_inline([Element("strong", {}, [notes.label])]),
            _items(render_inline([text]) for text in notes.texts),
        ]
    text = "\n\n".join(part for part in parts if part.strip())
    return f"{text}\n" if text else ""


def _as_written(src: str) -> str:
    return src


def _head(document: ExportDocument, options: RenderOptions) -> Iterator[str]:
    if not options.fragment:
        yield from _heading(1, [document.title])
    if line := document.byline.text:
        yield render_inline([Element("em", {}, [line])])
    if document.cover is not None:
        yield image(Element("img", {"src": document.cover.src, "alt": document.cover.alt}))
    yield _items(_labelled(fact.label, fact.text) for fact in document.facts)


def _section(section: DocumentSection) -> Iterator[str]:
    if section.heading.nodes:
        yield from _heading(2, section.heading.nodes)
    if section.score is not None:
        yield render_inline([rating_text(section.score)])
    yield from _blocks(section.text.nodes)
    yield _items(
        _labelled(text_of(name.nodes), rating_text(score)) for name, score in section.scores
    )
    if section.overall is not None:
        yield _labelled("Gesamtwertung", rating_text(section.overall))


def _labelled(label: str, text: str) -> str:
    return render_inline([Element("strong", {}, [f"{label}:"]), f" {text}"])


# -- blocks ---------------------------------------------------------------------------------------


def _blocks(nodes: Iterable[Node]) -> list[str]:
    blocks: list[str] = []
    running: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or node.tag in PHRASING:
            running.append(node)
            continue
        blocks += filter(None, [render_inline(running)])
        blocks += _separated(blocks, _block(node))
        running = []
    return [*blocks, *filter(None, [render_inline(running)])]


def _separated(blocks: list[str], new: list[str]) -> list[str]:
    """Return ``new`` as it can follow ``blocks``: two consecutive lists would become one."""
    new = [block for block in new if block]
    lists = [_LIST.match(block) for block in (*blocks[-1:], *new[:1])]
    return [_BETWEEN_LISTS, *new] if blocks and new and all(lists) else new


def _block(node: Element) -> list[str]:
    if node.tag in HEADINGS:
        return _heading(int(node.tag[1]), node.children)
    kinds: dict[str, Callable[[Element], list[str]]] = {
        "ul": _list,
        "ol": _list,
        "blockquote": lambda e: _prefixed(_blocks(e.children)),
        "pre": _code,
        "details": _spoiler,
        "figure": _figure,
        "dl": _definitions,
        "table": _table,
        "hr": lambda _: ["***"],
    }
    notes = node.attributes.get("class") == _FOOTNOTE
    return kinds.get(node.tag, _notes if notes else _children)(node)


def _children(node: Element) -> list[str]:
    return _blocks(node.children)


def _heading(level: int, nodes: Iterable[Node]) -> list[str]:
    text = _HEADING_END.sub(r"\\\g<0>", in_one_line(render_inline(nodes)))
    return [f"{'#' * level} {text}"] if text else []


def _prefixed(blocks: list[str]) -> list[str]:
    lines = "\n\n".join(blocks).split("\n")
    return ["\n".join(f"> {line}".rstrip() for line in lines)] if blocks else []


def _list(node: Element) -> list[str]:
    first = int(node.attributes.get("start", "1"))
    items = _elements(node)
    marks = [f"{n}. " if node.tag == "ol" else "- " for n in range(first, first + len(items))]
    loose = any(child.tag in {"p", "pre"} for item in items for child in _elements(item))
    lines = [_item(m, item, loose=loose) for m, item in zip(marks, items, strict=True)]
    return [("\n\n" if loose else "\n").join(lines)] if lines else []


def _item(mark: str, item: Element, *, loose: bool) -> str:
    gap = "\n\n" if loose else "\n"
    return _indented(mark, gap.join(_blocks(item.children)))


def _items(texts: Iterable[str]) -> str:
    return "\n".join(_indented("- ", text) for text in texts)


def _indented(mark: str, text: str) -> str:
    lines = text.split("\n")
    rest = [f"{' ' * len(mark)}{line}".rstrip() for line in lines[1:]]
    return "\n".join([f"{mark}{lines[0]}".rstrip(), *rest])


def _code(node: Element) -> list[str]:
    text = text_of(node.children).strip("\n")
    fence = "`" * max(3, longest_ticks(text) + 1)
    return [f"{fence}\n{text}\n{fence}"]


def _spoiler(node: Element) -> list[str]:
    summary = next(iter(_elements(node, "summary")), Element("summary"))
    title = BLANKS.sub(" ", text_of(summary.children)).strip()
    escaped = title.replace("&", "&amp;").replace("<", "&lt;")
    rest = _blocks(child for child in node.children if child is not summary)
    return [f"<details>\n<summary>{escaped}</summary>", *rest, "</details>"]


def _figure(node: Element) -> list[str]:
    captions = _elements(node, "figcaption")
    rest = _blocks(child for child in node.children if child not in captions)
    below = [render_inline([Element("em", {}, caption.children)]) for caption in captions]
    return [*rest, *below]


def _definitions(node: Element) -> list[str]:
    result: list[str] = []
    for child in _elements(node):
        if child.tag == "dt":
            result.append(render_inline([Element("strong", {}, child.children)]))
        else:
            result += _blocks(child.children)
    return result


def _table(node: Element) -> list[str]:
    """Return a table as a list with one item per row, which names the columns."""
    rows = [element for element in walk(node.children) if element.tag == "tr"]
    captions = [render_inline(caption.children) for caption in _elements(node, "caption")]
    first = _elements(rows[0]) if rows else []
    heads = all(cell.tag == "th" or not cell.children for cell in first)
    has_header = bool(first) and len(rows) > 1 and heads
    names = [_cell(cell) for cell in first] if has_header else []
    lines = [_row([_cell(cell) for cell in _elements(row)], names) for row in rows[has_header:]]
    return [*captions, "\n".join(_indented("- ", line) for line in lines)]


def _row(cells: list[str], names: list[str]) -> str:
    pairs = zip(names or [""] * len(cells), cells, strict=True)
    labelled = (f"{name}: {cell}" if name and cell else cell for name, cell in pairs)
    return " · ".join(filter(None, labelled))


def _cell(cell: Element) -> str:
    return in_one_line(" ".join(_blocks(cell.children)))


def _notes(node: Element) -> list[str]:
    items = [element for element in walk(node.children) if element.tag == "li"]
    return [
        f"{str(number).translate(RAISED)} {' '.join(_blocks(item.children)).rstrip(_JOINED)}"
        for number, item in enumerate(items, 1)
    ]


def _elements(node: Element, *tags: str) -> list[Element]:
    children = (child for child in node.children if isinstance(child, Element))
    return [child for child in children if not tags or child.tag in tags]
