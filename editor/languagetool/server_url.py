"""Addresses of remote LanguageTool servers, from what people type to a normal form.

A normal address is ``https://host[:port][/prefix]`` in ASCII, without a default port, without a
slash at its end and without the “/v2” of LanguageTool's interface.
"""

import ipaddress
import posixpath
import re
from urllib.parse import SplitResult, quote, urlsplit

from editor.errors import AddressError
from editor.localized import Localized

_LONGEST = 2000
"""Characters: more than any address has, and few enough to parse quickly."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_FORBIDDEN = re.compile(r"[\s\\\x00-\x1f\x7f\ud800-\udfff]")
_AMBIGUOUS = re.compile("[ßς\u200c\u200d%]")
"""For these IDNA 2003 and 2008 lead to different hosts; an IPv6 zone is valid on one machine."""
_SUFFIXES = ("/v2/check", "/v2/languages", "/v2")
_PORTS = {"http": 80, "https": 443}
_IN_A_PATH = "/%:@!$&'()*+,;=~"


def normalize_url(text: str) -> str:
    """Return the address in ``text`` in its normal form.

    Without a scheme it is https, for this machine http. Raises AddressError for a text that is not
    the address of a server, and for one with a password or a query, which would be stored in the
    settings.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or _FORBIDDEN.search(text):
        raise _no_address_error()
    try:
        parts = _split(text)
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        # Not “from error”: its text may repeat a password.
        raise _no_address_error() from None
    _refuse(parts, port)
    scheme = parts.scheme or ("http" if _is_loopback(host) else "https")
    shown = "" if port is None or port == _PORTS[scheme] else f":{port}"
    return f"{scheme}://{f'[{host}]' if ':' in host else host}{shown}{_prefix(parts.path)}"


def is_local(url: str) -> bool:
    """Tell whether a normal address is on this machine: localhost, 127.0.0.0/8 or ::1."""
    return _is_loopback(urlsplit(url).hostname or "")


def host_and_port(url: str) -> str:
    """Return the host of a normal address, with its port where it has one."""
    return urlsplit(url).netloc


def url_from_setting(setting: str) -> tuple[str, AddressError | None]:
    """Return the normal address in a setting, empty for LanguageTool on this machine.

    An invalid setting counts as empty; the second value is the error to show.
    """
    try:
        return (normalize_url(setting) if setting.strip() else ""), None
    except AddressError:
        return "", AddressError(
            "Die eingestellte Adresse des Prüfdienstes ist keine; geprüft wird auf diesem "
            "Rechner. Bitte berichtigen Sie sie unter „Prüfen ▸ Prüfdienst“.",
            "The address of the grammar server in the settings is not an address; checking "
            "happens on this computer. Please correct it under “Check ▸ Grammar server”.",
        )


def privacy_warning(url: str) -> Localized | None:
    """Return the warning that text leaves this machine, None for an address on this machine."""
    if is_local(url):
        return None
    to = host_and_port(url)
    german = f"Achtung: Ihr Text verlässt diesen Rechner und wird zur Prüfung an {to} gesendet."
    english = f"Caution: your text leaves this machine and is sent to {to} to be checked."
    if url.startswith("http:"):
        german += " Die Verbindung ist nicht verschlüsselt; andere im Netz können mitlesen."
        english += " The connection is not encrypted; others in the network can read it."
    return Localized(german, english)


def _split(text: str) -> SplitResult:
    """Split an address; ``scheme`` is empty if it has none."""
    return urlsplit(text if _SCHEME.match(text) else f"//{text.removeprefix('//')}")


def _refuse(parts: SplitResult, port: int | None) -> None:
    if parts.username is not None or "@" in parts.netloc:
        raise AddressError(
            "Bitte geben Sie die Adresse ohne Benutzernamen und Kennwort ein; beides stünde "
            "lesbar in den Einstellungen.",
            "Please enter the address without user name and password; both would be readable in "
            "the settings.",
        )
    if parts.scheme not in {"", *_PORTS}:
        raise AddressError(
            "Rezensent erreicht Server nur über http und https; bitte geben Sie eine solche "
            "Adresse ein.",
            "Rezensent reaches servers by http and https only; please enter such an address.",
        )
    if port == 0 or parts.query or parts.fragment:
        raise _no_address_error()


def _host(name: str) -> str:
    """Return the host ``name`` in ASCII. Raises ValueError for an invalid name."""
    if _AMBIGUOUS.search(name) or name in _PORTS:
        raise ValueError
    if ":" in name:
        return str(ipaddress.IPv6Address(name))
    ascii_name = name.encode("idna").decode("ascii").lower().removesuffix(".")
    if not _NAME.fullmatch(ascii_name):
        raise ValueError
    if _NUMBER.fullmatch(ascii_name.rpartition(".")[2]):
        # Programs disagree about the meaning of shortened or unusual notations of a number.
        return str(ipaddress.IPv4Address(ascii_name))
    return ascii_name


def _is_loopback(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def _prefix(path: str) -> str:
    """Return the part between the host and LanguageTool's own paths."""
    path = quote(re.sub("/+", "/", path), safe=_IN_A_PATH).rstrip("/")
    path = posixpath.normpath(path) if path else ""
    while suffix := next((end for end in _SUFFIXES if path.endswith(end)), ""):
        path = path.removesuffix(suffix)
    return path.rstrip("/")


def _no_address_error() -> AddressError:
    return AddressError(
        "Das ist keine Adresse eines Servers; bitte geben Sie sie so ein wie "
        "https://lt.verlag.example oder localhost:8081.",
        "This is not the address of a server; please enter it like https://lt.verlag.example "
        "or localhost:8081.",
    )
