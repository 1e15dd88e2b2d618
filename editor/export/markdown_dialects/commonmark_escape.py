"""Inline CommonMark: emphasis, links, and escaping of characters that would be markup."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from editor.export.nodes.tree import Element, Node, has_content, merge_text, text_of, walk

BLANKS = re.compile(r"[ \t\n\r\f]+")
_SPECIAL = re.compile(
    r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w+;)", re.ASCII
)
_BLOCK_START = re.compile(
    r"^(?P<number>\d{1,9}(?=[.)](?:[ \t]|$)))?"
    r"(?(number)|(?=#{1,6}(?:[ \t]|$)|>|[-+](?:[ \t]|$)|(?:-[ \t]*){2,}$|=+[ \t]*$|~~~))",
    re.MULTILINE,
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS = {"em": "*", "i": "*", "cite": "*", "var": "*", "strong": "**", "b": "**"}
_ONLY_HTML = frozenset({"del", "s", "sub", "sup"})
_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(r"\\.")
_BREAK = "\\\n"
_AROUND_BREAK = re.compile(r" *\\\n *")
_NEEDS_BRACKETS = re.compile(r"[\s()<>\\]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_REFERENCE, _BACK = "footnote-ref", "footnote-backref"
_ENDS_ADDRESS = re.compile(r"[<>\\]")
_ENDS_TITLE = re.compile(r'[\\"]')


def render_inline(nodes: Iterable[Node]) -> str:
    """Return a paragraph with the content ``nodes``."""
    text = _AROUND_BREAK.sub(lambda _: _BREAK, _joined(nodes)).strip(" ")
    while text.endswith(_BREAK):
        text = text.removesuffix(_BREAK)
    return _BLOCK_START.sub(lambda match: f"{match['number'] or ''}\\", text)


def _joined(nodes: Iterable[Node]) -> str:
    nodes = list(merge_text(nodes, _is_marked))
    inner = [_piece(node) for node in nodes]
    text = ""
    for node, piece, following in zip(nodes, inner, [*inner, ""][1:], strict=True):
        tag = "" if isinstance(node, str) else node.tag
        if tag in _MARKS:
            text += _marked(tag, piece, text[-1:], following[:1])
        elif piece.startswith("[") and text.endswith("!"):
            text = f"{text[:-1]}\\!{piece}"
        else:
            text += piece
    return text


def _piece(node: Node) -> str:
    """Return ``node`` without marks of emphasis around it."""
    if isinstance(node, str):
        return _escaped(BLANKS.sub(" ", node))
    if node.tag in _ONLY_HTML:
        return f"<{node.tag}>{_joined(node.children)}</{node.tag}>"
    write = _PIECES.get(node.tag)
    return write(node) if write is not None else _joined(node.children)


def _is_marked(node: Element) -> bool:
    """Return whether more than the text of ``node`` is written."""
    if node.tag in _ONLY_HTML:
        return not _is_reference(node)
    if node.tag == "a":
        css, href = node.attributes.get("class"), node.attributes.get("href", "")
        is_link = bool(href) and not href.startswith("#") and has_content(node)
        return css in (_BACK, _REFERENCE) or is_link
    if node.tag in _MARKS or node.tag == "code":
        return has_content(node)
    return node.tag in _PIECES


def _is_reference(node: Element) -> bool:
    return any(e.attributes.get("class") == _REFERENCE for e in walk(node.children))


def _marked(tag: str, text: str, before: str, after: str) -> str:
    """Return ``text`` emphasised between the characters ``before`` and ``after``.

    HTML is used where these would keep Markdown's marks from having an effect, see
    https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run.
    """
    inner = text.strip(" ")
    if not inner:
        return text
    left, right = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    before, after = left[-1:] or before, right[:1] or after
    fits = (_open(before) or not _open(inner[0])) and (_open(after) or not _open(inner[-1]))
    if fits and "_" not in before + after:
        mark = _MARKS[tag]
        if "*" not in before + after and not _would_end(inner, "*"):
            return f"{left}{mark}{inner}{mark}{right}"
        if _open(before) and _open(after) and not _would_end(inner, "_"):
            mark = "_" * len(mark)
            return f"{left}{mark}{inner}{mark}{right}"
    return f"{left}<{tag}>{inner}</{tag}>{right}"


def _would_end(inner: str, mark: str) -> bool:
    """Return whether a run of ``mark`` in ``inner`` may end emphasis by ``mark`` around it.

    That is one beside it, or one that is left-flanking and right-flanking at once; “_” within a
    word is text.
    """
    text = _ESCAPED.sub("..", inner)
    if mark in text[0] + text[-1]:
        return True
    runs = re.finditer(f"{re.escape(mark)}+", text)
    around = [text[run.start() - 1] + text[run.end()] for run in runs]
    return any(
        not re.search(r"\s", pair)
        and _open(pair[0]) == _open(pair[1])
        and (mark == "*" or _open(pair[0]))
        for pair in around
    )


def _open(character: str) -> bool:
    """Return whether ``character`` is empty, white space, or punctuation."""
    return not character or unicodedata.category(character)[0] in "ZPSC"


def _link(node: Element) -> str:
    kind = node.attributes.get("class")
    if kind == _BACK:
        return ""
    if kind == _REFERENCE:
        return text_of(node.children).translate(RAISED)
    return f"[{_joined(node.children)}]({_target(node.attributes['href'], node)})"


def image(node: Element) -> str:
    """Return the image ``node``."""
    alt = _escaped(BLANKS.sub(" ", node.attributes.get("alt", "")))
    return f"![{alt}]({_target(node.attributes.get('src', ''), node)})"


def _target(address: str, node: Element) -> str:
    url = _ENTITY.sub("&amp;", address)
    if not url or _NEEDS_BRACKETS.search(url):
        bracketed = _ENDS_ADDRESS.sub(_escape, BLANKS.sub(" ", url))
        url = f"<{bracketed}>"
    title = BLANKS.sub(" ", node.attributes.get("title", "")).strip()
    quoted = _ENDS_TITLE.sub(_escape, _ENTITY.sub("&amp;", title))
    return f'{url} "{quoted}"' if title else url


def _code_span(node: Element) -> str:
    text = BLANKS.sub(" ", text_of(node.children)).strip(" ")
    if not text:
        return ""
    ticks = "`" * (longest_ticks(text) + 1)
    gap = " " if "`" in text[0] + text[-1] else ""
    return f"{ticks}{gap}{text}{gap}{ticks}"


def longest_ticks(text: str) -> int:
    """Return the length of the longest run of backticks in ``text``."""
    return max(map(len, _TICKS.findall(text)), default=0)


def in_one_line(text: str) -> str:
    """Return Markdown without its line breaks."""
    return text.replace(_BREAK, " ").replace("\n", " ")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


_PIECES: dict[str, Callable[[Element], str]] = {
    "a": _link,
    "br": lambda _: _BREAK,
    "code": _code_span,
    "img": image,
    "q": lambda node: f"„{_joined(node.children)}“",
}
