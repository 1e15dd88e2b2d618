"""Raw HTML blocks, which the renderer takes out of a text, with its fences, before it reads blocks.

As in Python-Markdown an HTML block begins with a block-level tag after at most three spaces and
ends with its end tag, across blank lines too. CommonMark ends most of them at a blank line
(section 4.6).
"""

import re
from collections import Counter
from typing import NamedTuple

from editor.markdown.scanner.fences import Fence, fences
from editor.markdown.scanner.lines import PYTHON_MARKDOWN
from editor.markdown.scanner.tokens import MARK

BLOCK_TAGS = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote body canvas center colgroup dd details div dl dt
        fieldset figcaption figure footer form group h1 h2 h3 h4 h5 h6 header hgroup hr
        html iframe legend li main map math menu nav noscript object ol option output p pre
        progress script section style summary table tbody td textarea tfoot th thead tr ul
        video
        """,
    )
)

TAG = r"""<(?P<slash>/?)(?P<name>[A-Za-z][^\s"'<>@/`]*+)
    (?P<attributes>(?:"[^"]*+"|'[^']*+'|[^"'<>`])*+)>"""
# Not possessive: CPython before 3.11.5 loses the match of such a group (gh-106052). The lookahead
# keeps a search from going past the next opening, so that it stays linear all the same.
COMMENT = r"<!--(?:(?!<!--|-->).)*-->"

_MARKUP = re.compile(
    rf"{TAG} | (?P<comment>{COMMENT}) | <\?(?:(?!<\?|\?>).)*\?> | <!\w[^<>]*+>",
    re.DOTALL | re.VERBOSE,
)
_MARKDOWN = re.compile(r"""\smarkdown(?:\s*=\s*["']?(?P<value>\w*)|(?=[\s/]|$))""", re.IGNORECASE)
_NEVER_MARKDOWN = frozenset(
    {"canvas", "hr", "math", "option", "pre", "script", "style", "textarea"}
)
_WITHOUT_TAGS = frozenset({"script", "style"})
_LABEL = re.compile(r"<summary>\s*Spoiler\s*</summary>", re.IGNORECASE)
"""Label that the spoiler command writes above a spoiler; it is not the writer's text."""
_LINE_START = re.compile(r"(?:^|\n) {0,3}\Z")


class HtmlRegion(NamedTuple):
    """A raw HTML block, from its first tag to the end of its last."""

    start: int
    end: int


def without_fences(text: str) -> tuple[str, list[Fence]]:
    """Return ``text`` with its fenced code overwritten by empty paragraphs, and where it was."""
    code = fences(text, PYTHON_MARKDOWN)
    return _blanked(text, [(fence.start, fence.end) for fence in code]), code


def without_html(text: str) -> tuple[str, list[HtmlRegion]]:
    """Return ``text`` with its HTML blocks overwritten by empty paragraphs, and where they were.

    Tags that ask for Markdown inside (``markdown="1"``) vanish alone: their content stays.
    """
    finder = _Finder(text)
    finder.run()
    return _blanked(text, sorted([*finder.tags, *finder.regions])), finder.regions


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    # A paragraph of one mark ends a list or a quote as the block itself would, and prints nothing.
    parts: list[str] = []
    last = 0
    for start, end in ranges:
        blank = f"\n{MARK}\n".ljust(end - start, "\n")[: end - start]
        parts += text[last:start], blank
        last = end
    return "".join([*parts, text[last:]])


class _Open:
    """Open elements at a position; counted by name, so that a look-up takes constant time."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._count: Counter[str] = Counter()

    def push(self, name: str) -> None:
        """Open an element."""
        self.names.append(name)
        self._count[name] += 1

    def close(self, name: str) -> bool:
        """Close the innermost ``name`` and what is open inside of it; False if there is none."""
        if not self._count[name]:
            return False
        closed = ""
        while closed != name:
            closed = self.names.pop()
            self._count[closed] -= 1
        return True


class _Finder:
    """One walk over the tags of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.regions: list[HtmlRegion] = []
        self.tags: list[tuple[int, int]] = []
        self._open = _Open()
        self._tail = -1

    def run(self) -> None:
        """Fill ``regions`` and ``tags``."""
        position = 0
        while match := _MARKUP.search(self.text, position):
            position = self._take(match)

    def _take(self, match: re.Match[str]) -> int:
        name = (match["name"] or "").lower()
        if match["slash"] and self._open.close(name):
            return self._drop(match)
        if not self._starts_block(match, name):
            return match.end()
        if _wants_markdown(name, match["attributes"] or ""):
            self._open.push(name)
            return self._drop(match)
        return self._region(match, name)

    def _starts_block(self, match: re.Match[str], name: str) -> bool:
        if match["slash"] or (name and name not in BLOCK_TAGS):
            return False
        start = match.start()
        return start <= self._tail or bool(_LINE_START.search(self.text, max(0, start - 4), start))

    def _drop(self, match: re.Match[str], end: int | None = None) -> int:
        end = match.end() if end is None else end
        self.tags.append((match.start(), end))
        self._end_at(end)
        return end

    def _region(self, match: re.Match[str], name: str) -> int:
        alone = not name or name == "hr" or match["attributes"].endswith("/")
        end = match.end() if alone else _end_of(self.text, match)
        if _LABEL.fullmatch(self.text, match.start(), end):
            return self._drop(match, end)
        self.regions.append(HtmlRegion(match.start(), end))
        self._end_at(end)
        return end

    def _end_at(self, end: int) -> None:
        # On the rest of its line a further block-level tag needs no start of a line.
        line = self.text.find("\n", end) if end > self._tail else self._tail
        self._tail = len(self.text) if line < 0 else line


def _wants_markdown(name: str, attributes: str) -> bool:
    attribute = _MARKDOWN.search(attributes)
    if attribute is None or name in _NEVER_MARKDOWN:
        return False
    return attribute["value"] in (None, "1", "block", "span", "markdown")


def _end_of(text: str, match: re.Match[str]) -> int:
    """Return where the element that ``match`` opens ends; unclosed ones take the rest."""
    inner = _Open()
    tag: re.Match[str] | None = match
    while tag:
        position, name = tag.end(), (tag["name"] or "").lower()
        if tag["slash"] and inner.close(name) and not inner.names:
            return position
        if name and not tag["slash"] and not tag["attributes"].endswith("/"):
            inner.push(name)
            position = _content_end(text, name, position)
        tag = _MARKUP.search(text, position)
    return len(text)


def _content_end(text: str, name: str, position: int) -> int:
    if name not in _WITHOUT_TAGS:
        return position
    closing = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, position)
    return closing.start() if closing else len(text)
