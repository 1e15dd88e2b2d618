"""Test of an address: whether LanguageTool answers there, and if not, what to do."""

import http.client
import json
import re
import socket
import ssl
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from editor.languagetool.server_url import host_and_port
from editor.languagetool.transport import HttpResponse, RemoteTransport, Transport
from editor.localized import Localized
from editor.settings import VARIANTS

_LOGINS = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
_VERSION = re.compile(r"[0-9][0-9A-Za-z.+-]{0,30}")


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """Result of a probe of an address."""

    fine: bool
    """Whether a LanguageTool that checks German answers."""
    sentence: Localized
    """Description of the server, or of the problem with advice."""
    version: str = ""
    """Version of LanguageTool, empty when the server does not tell it."""
    variants: tuple[str, ...] = ()
    """Variants of German that the server checks."""
    milliseconds: int = 0
    """Response time, with the time to connect."""


def probe(
    url: str, timeout: float = 10.0, transport: Transport | None = None, *, version: bool = True
) -> ProbeResult:
    """Ask the server at a normal address what it is; take ``timeout`` seconds at most.

    No text is sent. Without ``version`` the version is not asked for, which saves a request.
    """
    send, began = transport or RemoteTransport().request, time.monotonic()
    try:
        response = send("GET", f"{url}/v2/languages", "", timeout)
    except (OSError, http.client.HTTPException) as error:
        return _failed(url, _wrong_connection(error))
    took = time.monotonic() - began
    codes = _codes(response)
    variants = tuple(variant for variant in VARIANTS if variant in codes)
    if not variants:
        return _failed(url, _wrong_answer(response, codes))
    number = _version(url, max(0.1, timeout - took), send) if version else ""
    return _found(url, number, variants, round(took * 1000))


def _codes(response: HttpResponse) -> set[str]:
    """Return the languages that the server checks; none if it is not a LanguageTool."""
    try:
        languages = json.loads(response.content) if response.status == HTTPStatus.OK else []
        return {str(language["longCode"]) for language in languages}
    except (ValueError, LookupError, TypeError, RecursionError):
        return set()


def _version(url: str, timeout: float, send: Transport) -> str:
    """Return LanguageTool's version, empty where an older one or a proxy does not tell it."""
    try:
        version: Any = json.loads(send("GET", f"{url}/v2/info", "", timeout).content)
        version = version["software"]["version"]
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError, RecursionError):
        return ""
    return version if isinstance(version, str) and _VERSION.fullmatch(version) else ""


def _found(url: str, version: str, variants: tuple[str, ...], milliseconds: int) -> ProbeResult:
    name = f"LanguageTool {version}".strip()
    only = "" if variants == VARIANTS else f", {', '.join(variants)}"
    to = host_and_port(url)
    sentence = Localized(
        f"{to} antwortet in {milliseconds} ms: {name}{only}.",
        f"{to} answers in {milliseconds} ms: {name}{only}.",
    )
    return ProbeResult(True, sentence, version, variants, milliseconds)  # noqa: FBT003 - see ProbeResult


def _failed(url: str, problem: Localized) -> ProbeResult:
    return ProbeResult(False, problem.format(place=host_and_port(url)))  # noqa: FBT003 - see ProbeResult


def _wrong_connection(error: Exception) -> Localized:
    return next(label for kind, label in _CONNECTION if isinstance(error, kind))


def _wrong_answer(response: HttpResponse, codes: set[str]) -> Localized:
    status = response.status
    if status == HTTPStatus.OK:
        return _NO_GERMAN if codes else _NOT_LANGUAGETOOL
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return _REDIRECTS
    if status in _LOGINS:
        return _LOGIN
    if status == HTTPStatus.NOT_FOUND:
        return _NOT_FOUND
    return Localized(
        f"{{place}} antwortet mit dem Fehler {status}; bitte versuchen Sie es später noch einmal.",
        f"{{place}} answers with the error {status}; please try again later.",
    )


_NOT_LANGUAGETOOL = Localized(
    "{place} antwortet, aber nicht wie LanguageTool; bitte prüfen Sie die Adresse.",
    "{place} answers, but not as LanguageTool does; please check the address.",
)
_NO_GERMAN = Localized(
    "Das LanguageTool auf {place} prüft kein Deutsch; bitte wählen Sie einen anderen Server.",
    "The LanguageTool at {place} does not check German; please choose another server.",
)
_REDIRECTS = Localized(
    "{place} verweist auf eine andere Adresse; bitte geben Sie diese andere selbst ein.",
    "{place} points to another address; please enter that other one yourself.",
)
_LOGIN = Localized(
    "{place} verlangt eine Anmeldung, die Rezensent nicht beherrscht; bitte fragen Sie den "
    "Betreiber nach einer Adresse ohne Anmeldung.",
    "{place} requires a login, which Rezensent does not support; please ask its operator for "
    "an address without one.",
)
_NOT_FOUND = Localized(
    "{place} kennt diese Adresse nicht (Fehler 404); bitte prüfen Sie, was hinter dem Namen steht.",
    "{place} does not know this address (error 404); please check what follows the name.",
)
_CONNECTION: tuple[tuple[type[Exception], Localized], ...] = (
    (
        ssl.SSLCertVerificationError,
        Localized(
            "Dem Zertifikat von {place} ist nicht zu trauen, darum wird nichts gesendet; bitte "
            "wenden Sie sich an den Betreiber.",
            "The certificate of {place} cannot be trusted, so nothing is sent; please "
            "contact its operator.",
        ),
    ),
    (
        ssl.SSLError,
        Localized(
            "Mit {place} kommt keine verschlüsselte Verbindung zustande; bitte prüfen Sie den "
            "Port, und ob der Server https spricht.",
            "There is no encrypted connection with {place}; please check the port and whether the "
            "server speaks https.",
        ),
    ),
    (
        socket.gaierror,
        Localized(
            "{place} ist nicht zu finden; bitte prüfen Sie die Adresse und die Netzverbindung.",
            "{place} cannot be found; please check the address and the network.",
        ),
    ),
    (
        TimeoutError,
        Localized(
            "{place} antwortet nicht rechtzeitig; bitte prüfen Sie die Adresse oder versuchen Sie "
            "es später noch einmal.",
            "{place} does not answer in time; please check the address or try again later.",
        ),
    ),
    (
        ConnectionRefusedError,
        Localized(
            "{place} nimmt keine Verbindung an; bitte prüfen Sie den Port, und ob LanguageTool "
            "dort läuft.",
            "{place} accepts no connection; please check the port and whether LanguageTool runs "
            "there.",
        ),
    ),
    (
        OSError,
        Localized(
            "{place} ist nicht erreichbar; bitte prüfen Sie die Adresse und die Netzverbindung.",
            "{place} cannot be reached; please check the address and the network.",
        ),
    ),
    (http.client.HTTPException, _NOT_LANGUAGETOOL),
)
