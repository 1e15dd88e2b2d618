"""Links: addresses that a page may link to, and anchors in it."""

import ipaddress
import re
from urllib.parse import quote, unquote, urlsplit

_NOT_IN_URL = re.compile(r"[^\w\-.~:/?@!$&'()*+,;=%#]|%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"\w(?:[\w-]*\w)?")
_MAX_LABEL = 63
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
"""Scheme of an address; digits after the colon are a port."""
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.\w+")
_WEB = re.compile(r"(?://)?[^\s/?#]+\.[^\s/?#.]")
"""Start of a web address without a scheme: the name of a host has a point."""


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


def typed_link(typed: str) -> str | None:
    """Return the address that a writer has ``typed``, completed; None when no page can open it.

    Without a scheme it is a web address under https, or a mail address; “#” begins an anchor.
    """
    address = typed.strip().removeprefix("<").removesuffix(">")
    if address.startswith("#"):
        return address if anchor_target(address) else None
    if not _SCHEME.match(address):
        if _MAIL.fullmatch(address):
            address = f"mailto:{address}"
        elif _WEB.match(address):
            address = f"https://{address.removeprefix('//')}"
    return address if safe_link(address) is not None else None


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
