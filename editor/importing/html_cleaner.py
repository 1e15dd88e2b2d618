"""Cleaner for HTML of clipboards and word processors: formatting by tags instead of styles.

Word writes list items as paragraphs with the style ``mso-list`` and puts the bullet between
``<![if !supportLists]>`` and ``<![endif]>``. Google Docs marks bold text by a style and wraps
everything in a ``<b>`` that is not bold. LibreOffice omits optional end tags. Styles, scripts and
elements of other namespaces are removed.
"""

import re
from html import escape
from html.parser import HTMLParser
from itertools import takewhile


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KEPT = _names(
    "a abbr b blockquote body br caption cite code dd del details div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small strong sub summary sup "
    "table tbody td tfoot th thead tr u ul var"
)
_VOID = _names("br hr img")
_REMOVED = _names(
    "applet audio canvas embed iframe math noscript object script style svg template title video "
    "xml"
)
_FORMATTING = _names(
    "b strong i em u a ul ol li dl blockquote h1 h2 h3 h4 h5 h6 table hr sub sup img"
)
_BLOCKS = _names("p h1 h2 h3 h4 h5 h6 table blockquote ul ol div hr pre")
_ATTRIBUTES = {
    "a": ("href",),
    "img": ("src", "alt"),
    "ol": ("start",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
_ENDED = {
    "li": (_names("li"), _names("ul ol")),
    "dt": (_names("dt dd"), _names("dl")),
    "dd": (_names("dt dd"), _names("dl")),
    "tr": (_names("tr td th"), _names("table")),
    "td": (_names("td th"), _names("tr table")),
    "th": (_names("td th"), _names("tr table")),
}
"""Elements that a start tag closes, up to the nearest of these (HTML Standard, 13.1.2.4)."""
_BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:bold|[6-9]00)")
_NOT_BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:normal|[1-5]00)")
_ITALIC = re.compile(r"(?<![\w-])font-style:\s*(?:italic|oblique)")
_WORD_ITEM = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_NUMBERED = re.compile(r"\s*(?:\d+|[a-zA-Z])[.)]")
_WORD_HEADING = re.compile(r"mso-outline-level:\s*([1-6])")


def clean_html(html: str) -> str:
    """Return ``html`` reduced to elements with a meaning in Markdown. Accepts any text."""
    cleaner = _Cleaner()
    cleaner.feed(_fragment(html))
    cleaner.close()
    return cleaner.html()


def is_formatted(html: str) -> bool:
    """Return whether ``html`` is formatted text, not coloured code or plain lines.

    Code editors and terminals copy ``pre`` or lines of coloured spans.
    """
    finder = _FormattingFinder()
    finder.feed(_fragment(html))
    finder.close()
    return finder.formatted and not finder.code


def _fragment(html: str) -> str:
    """Return the selected part of a page, where the clipboard marks it by comments."""
    start, marker, rest = html.partition("<!--StartFragment-->")
    return rest.partition("<!--EndFragment-->")[0] if marker else start


class _FormattingFinder(HTMLParser):
    """Looks for tags and styles that format text."""

    def __init__(self) -> None:
        super().__init__()
        self.formatted = False
        self.code = False
        self._seen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = (dict(attrs).get("style") or "").lower()
        bold = tag in ("b", "strong") and _NOT_BOLD.search(style)
        self.code |= tag == "pre" and not self._seen
        self.formatted |= tag in _FORMATTING and not bold
        self.formatted |= bool(_BOLD.search(style) or _ITALIC.search(style))
        self.formatted |= bool(_WORD_ITEM.search(style))

    def handle_data(self, data: str) -> None:
        self._seen |= bool(data.strip())


class _Cleaner(HTMLParser):
    """Writes clean HTML while it parses."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []
        """Open tags, each with the tags that close it in the output."""
        self._removed_depth = 0
        self._lists: list[str] = []
        """Open lists of Word, outermost first."""
        self._item = 0
        """Level of the item whose bullet is still to come, 0 for none."""
        self._bullet: list[str] | None = None

    def html(self) -> str:
        """Return the clean HTML."""
        self._close_lists(0)
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _REMOVED or (self._removed_depth and tag not in _VOID):
            self._removed_depth += tag in _REMOVED
            return
        self._end_before(tag)
        style = ((values := dict(attrs)).get("style") or "").lower()
        if tag in _BLOCKS:
            self._begin_block(style)
        before, after = self._tags(tag, values, style)
        self._out.append(before)
        if tag not in _VOID:
            self._open.append((tag, after))

    def handle_endtag(self, tag: str) -> None:
        if tag in _REMOVED:
            self._removed_depth = max(0, self._removed_depth - 1)
            return
        if self._removed_depth or all(name != tag for name, _ in self._open):
            return
        self._begin_item()
        while self._open:
            name, after = self._open.pop()
            self._out.append(after)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._removed_depth:
            return
        if self._bullet is not None:
            self._bullet.append(data)
            return
        if data.strip():
            self._begin_item()
        self._out.append(escape(data, quote=False))

    def unknown_decl(self, data: str) -> None:
        """Handle ``<![if !supportLists]>`` and ``<![endif]>`` of Word."""
        if data.startswith("if !supportLists"):
            self._bullet = []
        elif data.startswith("endif") and self._bullet is not None:
            self._begin_item()
            self._bullet = None

    def handle_comment(self, data: str) -> None:
        """Handle the same conditions in newer versions of Python, which parse them as comments."""
        self.unknown_decl(data.removeprefix("[").removesuffix("]"))

    # -- inside -----------------------------------------------------------------------------------

    def _end_before(self, tag: str) -> None:
        """Close the elements that the start of ``tag`` ends."""
        ended, around = _ENDED.get(tag, (frozenset(), frozenset()))
        inner = takewhile(lambda element: element[0] not in around, reversed(self._open))
        for _ in range(
            max((n for n, (name, _) in enumerate(inner, 1) if name in ended), default=0)
        ):
            self._out.append(self._open.pop()[1])

    def _tags(self, tag: str, values: dict[str, str | None], style: str) -> tuple[str, str]:
        """Return the opening and closing tags of an element."""
        if self._bullet is not None:
            return "", ""
        heading = _WORD_HEADING.search(style) if tag == "p" else None
        if self._item and tag == "p":
            return "", ""
        name = f"h{heading[1]}" if heading else tag
        keep = name in _KEPT and not (tag in ("b", "strong") and _NOT_BOLD.search(style))
        inner = [name] if keep else []
        if tag in ("span", "font"):
            inner += ["b"] * bool(_BOLD.search(style)) + ["i"] * bool(_ITALIC.search(style))
        written = "".join(
            f' {key}="{escape(values[key] or "")}"'
            for key in _ATTRIBUTES.get(name, ())
            if key in values
        )
        opening = "".join(f"<{part}{written if part == name else ''}>" for part in inner)
        return opening, "" if tag in _VOID else "".join(f"</{part}>" for part in reversed(inner))

    def _begin_block(self, style: str) -> None:
        match = _WORD_ITEM.search(style)
        self._item = int(match[1]) if match else 0
        if not match and not any(name in ("td", "th") for name, _ in self._open):
            self._close_lists(0)

    def _begin_item(self) -> None:
        """Open the list and item of a paragraph of Word, now that its bullet is known."""
        if not self._item:
            return
        level, self._item = self._item, 0
        kind = "ol" if _NUMBERED.match("".join(self._bullet or ())) else "ul"
        self._close_lists(level)
        if len(self._lists) == level:
            self._out.append("</li><li>")
        while len(self._lists) < level:
            self._lists.append(kind)
            self._out.append(f"<{kind}><li>")

    def _close_lists(self, level: int) -> None:
        while len(self._lists) > level:
            self._out.append(f"</li></{self._lists.pop()}>")
