"""Links: addresses that a page may link to, anchors in it, and link definitions of Markdown."""

import ipaddress
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

from markdown.util import BLOCK_LEVEL_ELEMENTS

from editor.markdown.scanner.lines import ABBREVIATION, LINK_DEFINITION

_NOT_IN_URL = re.compile(r"[^\w\-.~:/?@!$&'()*+,;=%#]|%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"\w(?:[\w-]*\w)?")
_MAX_LABEL = 63


def safe_link(href: str) -> str | None:
    """Return ``href`` percent-encoded where necessary, None when it is not allowed.

    Allowed are http, https and mailto. Relative addresses are not, as an exported page has no files
    beside it.
    """
    href = href.strip()
    scheme, _, rest = href.partition(":")
    if scheme.lower() == "mailto" and rest.strip("/?#"):
        return f"mailto:{_encoded(rest).replace('#', '%23')}"
    if scheme.lower() in {"http", "https"} and rest.startswith("//"):
        return _web_link(href)
    return None


def is_remote(href: str) -> bool:
    """Return whether ``href`` is a web address that a page may link to."""
    link = safe_link(href)
    return link is not None and not link.startswith("mailto:")


def normalise_anchor(value: str) -> str:
    """Return ``value`` as the name of an anchor, with blanks replaced by hyphens."""
    return re.sub(r"\s+", "-", value.strip())


def anchor_target(href: str) -> str | None:
    """Return the anchor that a link within the page leads to, None for any other link."""
    return normalise_anchor(unquote(href[1:])) or None if href.startswith("#") else None


def link_to(name: str) -> str:
    """Return the address of the anchor ``name`` on the same page."""
    return f"#{_encoded(name.replace('%', '%25')).replace('#', '%23')}"


def _web_link(href: str) -> str | None:
    try:
        parts = urlsplit(href)
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        return None
    if host is None or parts.username is not None:
        return None
    place = f"{host}:{port}" if port is not None else host
    fragment = f"#{_encoded(parts.fragment).replace('#', '%23')}" if parts.fragment else ""
    query = f"?{_encoded(parts.query)}" if parts.query else ""
    return f"{parts.scheme}://{place}{_encoded(parts.path)}{query}{fragment}"


def _host(host: str) -> str | None:
    """Return ``host`` if it is valid, else None. Raises ValueError for a malformed address."""
    if ":" in host:
        return f"[{ipaddress.IPv6Address(host)}]"
    labels = host.split(".")
    if labels[-1].isdigit():
        return str(ipaddress.IPv4Address(host))
    host.encode("idna")
    fitting = all(_LABEL.fullmatch(label) and len(label) <= _MAX_LABEL for label in labels)
    return host if fitting else None


def _encoded(text: str) -> str:
    return _NOT_IN_URL.sub(lambda match: quote(match[0], safe=""), text)


_ONE_LINE = re.compile(
    rf"^(?:{LINK_DEFINITION.pattern}[ \t]*\S.*|{ABBREVIATION.pattern}.*\S.*)$", re.MULTILINE
)
# A block element ends a footnote, even without a blank line before it.
_BLOCK = rf" {{0,3}}</?(?:{'|'.join(BLOCK_LEVEL_ELEMENTS)})\b"
_FOOTNOTE = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\]\n]+)\]:.*"
    rf"(?:\n(?!\s*$| {{0,3}}\[\^|{_BLOCK}).*|(?:\n[ \t]*)+\n {{4}}.*\S.*)*",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = re.compile(
    r" {0,3}(?:\*\[(?P<abbreviation>[^\]\n]+)\] ?|(?P<label>\[[^\]\n]+\])):", re.MULTILINE
)
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Definitions:
    """The definitions of links, footnotes and abbreviations in a whole review."""

    lines: tuple[str, ...] = ()
    footnotes: Mapping[str, str] = field(default_factory=dict)

    def complete(self, text: str) -> str:
        """Return the Markdown ``text`` after the definitions that it needs; its own come first."""
        defined_here = {match["name"] for match in _FOOTNOTE.finditer(text)}
        notes = [
            note
            for name, note in self.footnotes.items()
            if name not in defined_here and f"[^{name}]" in text
        ]
        return "\n\n".join([*notes, *self.lines, text])


def find_definitions(texts: Iterable[str]) -> Definitions:
    """Return the definitions in the ``texts`` of sections."""
    whole = "\n\n".join(texts)
    return Definitions(
        tuple(match[0] for match in _ONE_LINE.finditer(whole)),
        {match["name"]: match[0] for match in _FOOTNOTE.finditer(whole)},
    )


def prune_definitions(texts: Iterable[str]) -> list[str]:
    """Return the ``texts`` of sections without definitions that none of them uses."""
    texts = list(texts)
    used = _used("\n\n".join(texts))

    def used_or_empty(match: re.Match[str]) -> str:
        return match[0] if _name(match[0]) in used else ""

    return [_replaced(text, used_or_empty) for text in texts]


def _used(text: str) -> set[str]:
    """Return the names of definitions that the text uses, directly or indirectly."""
    matches = [*_FOOTNOTE.finditer(text), *_ONE_LINE.finditer(text)]
    bodies = [(_name(match[0]), _HEAD.sub("", match[0])) for match in matches]
    used: set[str] = set()
    reached = _replaced(text, lambda _: "").casefold()
    while fresh := {name for name, _ in bodies if name not in used and name in reached}:
        used |= fresh
        reached = "\n".join(body for name, body in bodies if name in fresh).casefold()
    return used


def _name(definition: str) -> str:
    """Return how a text refers to ``definition``: “[name]”, “[^name]” or the abbreviation."""
    head = _HEAD.match(definition)
    return (head["abbreviation"] or head["label"]).casefold() if head else ""


def _replaced(text: str, change: Callable[[re.Match[str]], str]) -> str:
    changed = _ONE_LINE.sub(change, _FOOTNOTE.sub(change, text))
    return text if changed == text else _GAPS.sub("\n\n", changed).strip("\n")
