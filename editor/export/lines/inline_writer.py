"""Inline writer: writes inline nodes as text in a notation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from editor.export.lines.notation import Delimiters, Notation
from editor.export.nodes.tree import VOID, Element, Node, has_content, merge_text, text_of

BLANKS = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_LOOKS_LIKE_MARKUP = re.compile(r"\[(?=/?[A-Za-z*][^\[\]\n]*\])")
_BREAK = "\n"
_JOINER = "\u2060"
"""WORD JOINER, which is invisible. A bracket followed by it does not begin a tag."""
_REFERENCE, _BACK = "footnote-ref", "footnote-backref"


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes the content of paragraphs, headings and cells in one notation."""

    notation: Notation

    def write(self, nodes: Iterable[Node]) -> str:
        """Return ``nodes`` as a line, with line breaks only where the writer has set them."""
        return _AROUND_BREAK.sub(_BREAK, "".join(self._pieces(nodes))).strip()

    def _pieces(self, nodes: Iterable[Node]) -> Iterable[str]:
        for node in merge_text(nodes, self._is_marked):
            if isinstance(node, str):
                yield self.escape(BLANKS.sub(" ", node))
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
            text = BLANKS.sub(" ", text_of(node.children))
            return put_between(pair, break_up(text, pair[1]))
        return put_between(pair, "".join(self._pieces(node.children)))

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
        alt = attribute_text(node.attributes.get("alt", ""))
        source = node.attributes.get("src", "")
        if self.notation.marked_up or alt:
            return _filled(self.notation.image, alt=alt, url=_in_address(source))
        return ""

    def escape(self, text: str) -> str:
        """Return ``text`` with everything escaped that looks like markup."""
        if not self.notation.marked_up:
            return text
        before, behind = self.notation.plain
        if before:
            pattern = rf"{_LOOKS_LIKE_MARKUP.pattern}[^\[\]\n]*\]"
            return re.sub(pattern, lambda match: f"{before}{match[0]}{behind}", text)
        return _LOOKS_LIKE_MARKUP.sub(f"[{_JOINER}", text)


def break_up(text: str, end: str) -> str:
    """Return ``text`` with every occurrence of ``end`` broken up, so that none ends the element."""
    if not end:
        return text
    return re.sub(re.escape(end), lambda m: f"[{_JOINER}{m[0][1:]}", text, flags=re.IGNORECASE)


def put_between(pair: Delimiters, text: str) -> str:
    """Return ``text`` between its marks, with blanks moved out of them: “[b]so[/b] ”."""
    if not text.strip():
        return text
    inner = text.strip(" ")
    left, right = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{left}{pair[0]}{inner}{pair[1]}{right}"


def _filled(pattern: str, **values: str) -> str:
    """Return ``pattern`` with all words in braces replaced in a single pass."""
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], pattern)


def attribute_text(text: str) -> str:
    """Return ``text`` without characters that end a quoted attribute or a tag."""
    return re.sub(r"[\[\]\"'\n]+", " ", text).strip()


def _in_address(url: str) -> str:
    """Return ``url`` with the characters encoded that would end it in markup."""
    return url.replace("[", "%5B").replace("]", "%5D").replace("'", "%27").replace('"', "%22")
