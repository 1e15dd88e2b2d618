"""Sanitiser: makes HTML from a writer's Markdown safe and valid.

nh3 drops everything that is not on the lists below. The rest is parsed into a tree, arranged as the
HTML standard requires, and given anchors, links and heading levels that fit the page around it.
"""

import re
from collections.abc import Iterable

import nh3

from editor.export.image_sources import ImageSource
from editor.export.nodes.direction import DIRECTIONS, mark_directions
from editor.export.nodes.links import anchor_target, is_remote, link_to, normalise_anchor, safe_link
from editor.export.nodes.structure import FLOW, HEADINGS, PARTS, is_silent, repair_structure
from editor.export.nodes.tree import Element, Node, is_blank, parse_html, walk

_PLANE = 0x10000
_NONCHARACTERS = "".join(
    chr(end + last) for end in range(0, 0x110000, _PLANE) for last in (0xFFFE, 0xFFFF)
)
_BLANKS = re.compile(r"[ \t\n\r\u2028\u2029]+")
_FORBIDDEN = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{_NONCHARACTERS}]"
)


def valid_text(text: str) -> str:
    """Return ``text`` without control characters, lone surrogates and noncharacters.

    https://html.spec.whatwg.org/#preprocessing-the-input-stream calls them an error. Byte order
    marks are removed as well: they come from pasting and mean nothing inside a text.
    """
    return _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """Return ``text`` without forbidden characters and line breaks; no-break spaces are kept."""
    return _BLANKS.sub(" ", valid_text(text)).strip(" ")


_ALIGNMENT = re.compile(r"text-align:\s*(left|center|right)")
_NUMBER = re.compile(r"\d{1,5}")
_LOWEST_HEADING = 6
_UNNAMED_IMAGE = "Bild"
_CLEANER = nh3.Cleaner(
    tags=set(FLOW | PARTS),
    attributes={
        "*": {"id", "class", "title", "dir"},
        "a": {"href"},
        "details": {"open"},
        "img": {"alt", "src"},
        "ol": {"start"},
        "td": {"style"},
        "th": {"style"},
    },
    filter_style_properties={"text-align"},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def sanitize(html: str, section_id: str, images: ImageSource, level: int) -> list[Node]:
    """Return ``html`` as nodes that are safe on the page.

    Anchors, and links to them, are prefixed with ``section_id``, so that sections cannot share one.
    Headings begin at ``level`` and skip none.
    """
    nodes = repair_structure(
        _with_images(parse_html(valid_text(_CLEANER.clean(valid_text(html)))), images)
    )
    elements = list(walk(nodes))
    for element in elements:
        _make_figure(element)
        _tidy_attributes(element)
    _shift_headings(elements, level)
    _prefix_names(elements, section_id)
    for element in elements:
        if "href" in element.attributes and is_silent(element):
            _name_link(element)
    mark_directions(nodes)
    return nodes


def _with_images(nodes: Iterable[Node], images: ImageSource) -> list[Node]:
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            node.children = _with_images(node.children, images)
            result.append(_image(node, images) if node.tag == "img" else node)
        else:
            result.append(node)
    return result


def _image(node: Element, images: ImageSource) -> Node:
    """Return the image, or a link to an image on the web, or the alternative text."""
    written, alt = node.attributes.get("src", ""), node.attributes.get("alt", "")
    url = images(written) if written else None
    if url is not None:
        node.attributes |= {"src": url, "alt": alt}
        return node
    if is_remote(written):
        return Element("a", {"href": written}, [alt.strip() or _UNNAMED_IMAGE])
    return alt


def _make_figure(element: Element) -> None:
    """Turn a paragraph with a single image into a figure with the image's title as its caption."""
    inner = [child for child in element.children if not is_blank(child)]
    if element.tag != "p" or len(inner) != 1:
        return
    image = inner[0]
    if isinstance(image, Element) and image.tag == "img":
        element.tag = "figure"
        caption = image.attributes.pop("title", "").strip()
        element.children = [image, *([Element("figcaption", {}, [caption])] if caption else [])]


def _tidy_attributes(element: Element) -> None:
    attributes = element.attributes
    alignment = _ALIGNMENT.match(attributes.pop("style", ""))
    classes = attributes.pop("class", "").split()
    if alignment:
        # A style attribute would need an exception in the page's policy; WordPress knows this
        # class.
        classes.append(f"has-text-align-{alignment[1]}")
    if classes:
        attributes["class"] = " ".join(classes)
    if not attributes.get("title", "").strip():
        attributes.pop("title", None)
    direction = attributes.pop("dir", "").strip().lower()
    if direction in DIRECTIONS:
        attributes["dir"] = direction
    if not _NUMBER.fullmatch(attributes.get("start", "")):
        attributes.pop("start", None)


def _shift_headings(elements: Iterable[Element], level: int) -> None:
    """Let headings begin at ``level`` and skip none, whatever levels the writer has used."""
    path: list[str] = []
    for element in elements:
        if element.tag in HEADINGS:
            path = [*(tag for tag in path if tag < element.tag), element.tag]
            element.tag = f"h{min(level + len(path) - 1, _LOWEST_HEADING)}"


def _prefix_names(elements: Iterable[Element], section_id: str) -> None:
    # Ids of sections contain no colon, so an anchor cannot be taken for that of another section.
    names: dict[str, str] = {}
    for element in elements:
        name = normalise_anchor(element.attributes.pop("id", ""))
        if name and name not in names:
            names[name] = element.attributes["id"] = f"{section_id}:{name}"
    for element in elements:
        if "href" in element.attributes:
            _set_link(element, element.attributes.pop("href"), names)


def _set_link(element: Element, href: str, names: dict[str, str]) -> None:
    name = anchor_target(href)
    if name is not None:
        element.attributes["href"] = link_to(names.get(name, name))
    elif link := safe_link(href):
        element.attributes["href"] = link
        if is_remote(link):
            element.attributes["rel"] = "noopener noreferrer"


def _name_link(link: Element) -> None:
    """Give a link without text a name: that of its image, its title, or its address."""
    image = next((element for element in walk(link.children) if element.tag == "img"), None)
    if image is not None:
        image.attributes["alt"] = _UNNAMED_IMAGE
    else:
        link.children.append(link.attributes.get("title") or link.attributes["href"])
