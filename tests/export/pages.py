"""Reads an exported page and reports faults in it, without a browser."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"br", "hr", "img", "meta"}
FRAME = {"html", "head", "meta", "title", "style", "script", "body", "main", "article"}
OURS = {
    "header",
    "section",
    "hgroup",
    "time",
    "data",
    "nav",
    "ul",
    "li",
    "a",
    "img",
    "div",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "p",
    "span",
}
WRITERS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details",
    "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    "var",
}  # fmt: skip
ANYWHERE = {"id", "class", "title", "dir"}
ATTRIBUTES = {
    "a": {"href", "rel"},
    "details": {"open"},
    "html": {"lang"},
    "img": {"alt", "src"},
    "data": {"value"},
    "meta": {"charset", "content", "http-equiv", "name", "property"},
    "nav": {"aria-label"},
    "script": {"type"},
    "ol": {"start"},
    "span": {"aria-hidden"},
    "time": {"datetime"},
}
INSIDE = {
    "li": {"ol", "ul"},
    "dt": {"div", "dl"},
    "dd": {"div", "dl"},
    "tr": {"tbody", "thead"},
    "td": {"tr"},
    "th": {"tr"},
    "tbody": {"table"},
    "thead": {"table"},
    "caption": {"table"},
    "summary": {"details"},
    "figcaption": {"figure"},
}
DATA_BLOCK = (("html", "head"), {"type": "application/ld+json"})
"""Position of the only script element, and its type: data."""
SAFE_LINKS = ("http://", "https://", "mailto:", "#")


@dataclass
class Tag:
    name: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Elements of a page in document order, and every fault in it."""

    source: str
    tags: list[Tag] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Tag] = []
        self.feed(self.source)
        self.close()
        self.faults += [f"<{tag.name}> is not closed" for tag in self._open]
        self.faults += [*self._wrong_tags(), *self._wrong_ids(), *self._wrong_levels()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(attrs) != len(dict(attrs)):
            self.faults.append(f"an attribute twice in {self.get_starttag_text()}")
        attributes = {key: value or "" for key, value in attrs}
        found = Tag(tag, attributes, tuple(item.name for item in self._open))
        self.tags.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].name != tag:
            self.faults.append(f"</{tag}> closes {[item.name for item in self._open][-1:]}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for item in self._open:
            item.text += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"a processing instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"a declaration: {data}")

    def named(self, name: str, class_: str = "") -> list[Tag]:
        """Return the elements ``name`` with the class ``class_``; any class when it is empty."""
        return [
            tag
            for tag in self.tags
            if tag.name == name
            and (not class_ or class_ in tag.attributes.get("class", "").split())
        ]

    def texts(self, name: str, class_: str = "") -> list[str]:
        """Return the texts of these elements with white space collapsed."""
        return [" ".join(re.split(r"[ \n]+", tag.text.strip())) for tag in self.named(name, class_)]

    def _wrong_tags(self) -> Iterator[str]:
        for tag in self.tags:
            if tag.name not in FRAME | OURS | WRITERS:
                yield f"<{tag.name}>"
            wrong = tag.attributes.keys() - ANYWHERE - ATTRIBUTES.get(tag.name, set())
            if wrong:
                yield f"{wrong} on <{tag.name}>"
            if tag.name in INSIDE and tag.parents[-1] not in INSIDE[tag.name]:
                yield f"<{tag.name}> in <{tag.parents[-1]}>"
            if not tag.attributes.get("href", "#").startswith(SAFE_LINKS):
                yield f"a link to {tag.attributes['href']}"
            if not tag.attributes.get("src", "data:image/").startswith("data:image/"):
                yield f"an image from {tag.attributes['src']}"
            if tag.name == "script" and (tag.parents, tag.attributes) != DATA_BLOCK:
                yield "a script"
            if tag.name == "img" and "alt" not in tag.attributes:
                yield "an image without alt"

    def _wrong_ids(self) -> Iterator[str]:
        ids = Counter(tag.attributes["id"] for tag in self.tags if "id" in tag.attributes)
        yield from (f"id {name!r} twice" for name, count in ids.items() if count > 1)
        yield from (
            f"id {name!r} with blanks" for name in ids if not name or name.split() != [name]
        )

    def _wrong_levels(self) -> Iterator[str]:
        levels = [int(t.name[1]) for t in self.tags if len(t.name) == 2 and t.name[1:].isdigit()]
        if levels[:1] != [1] or levels.count(1) != 1:
            yield f"not one h1 in front: {levels}"
        for above, below in pairwise(levels):
            if below > above + 1:
                yield f"h{above} is followed by h{below}"
