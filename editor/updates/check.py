"""A look for a newer version, with one sentence for everything that can go wrong."""

import http.client
import socket
import ssl
import urllib.error

from editor.errors import UpdateError
from editor.localized import Localized
from editor.updates.download import TooLargeError, UnsafeAddressError, download
from editor.updates.signature import SignatureError, UnsignedError, signed_message
from editor.updates.source import UpdateSource
from editor.updates.update import Update, parse_update

_SILENT = Localized("der Server antwortet nicht", "the server does not answer")
_NAME = Localized("sein Name ist nicht zu finden", "its name cannot be found")
_CERTIFICATE = Localized(
    "sein Zertifikat weist ihn nicht aus", "its certificate does not identify it"
)
_DATE = Localized(
    "sein Zertifikat gilt nicht für das Datum dieses Computers",
    "its certificate is not valid on the date of this computer",
)
_NOT_YET_VALID, _EXPIRED = 9, 10
"""OpenSSL’s X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


def newest_version(source: UpdateSource) -> Update:
    """Return what the file at the address of ``source`` says; it may be the running version.

    Takes up to half a minute. Raises UpdateError.
    """
    content = _downloaded(source.address)
    try:
        return parse_update(signed_message(content, source.public_keys))
    except UnsignedError as error:
        raise _other_page_error() from error
    except SignatureError as error:
        raise _forged_error() from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _wrong_file_error() from error


def _downloaded(address: str) -> bytes:
    try:
        return download(address)
    except urllib.error.HTTPError as error:
        error.close()
        raise _refused_error(error.code) from error
    except UnsafeAddressError as error:
        raise _other_page_error() from error
    except TooLargeError as error:
        raise _wrong_file_error() from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable_error(_reason(error)) from error


def _reason(error: Exception) -> Localized:
    """Return the reason of a failed connection in a few words."""
    inner = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(inner, ssl.SSLCertVerificationError):
        return _DATE if inner.verify_code in {_NOT_YET_VALID, _EXPIRED} else _CERTIFICATE
    return _NAME if isinstance(inner, socket.gaierror) else _SILENT


def _unreachable_error(reason: Localized) -> UpdateError:
    return UpdateError.of(
        Localized(
            "Der Server mit den Versionen ist nicht zu erreichen ({}); bitte prüfen Sie die "
            "Internetverbindung und sehen Sie später noch einmal nach.",
            "The server with the versions cannot be reached ({}); please check the internet "
            "connection and check again later.",
        ).format(reason)
    )


def _refused_error(status: int) -> UpdateError:
    return UpdateError(
        f"Der Server gibt keine Auskunft über neue Versionen (Status {status}); bitte sehen Sie "
        "später noch einmal nach.",
        f"The server gives no information about new versions (status {status}); please check again "
        "later.",
    )


def _other_page_error() -> UpdateError:
    return UpdateError(
        "Statt der Auskunft über neue Versionen kam etwas anderes, vielleicht die Anmeldung eines "
        "Netzes; bitte öffnen Sie eine Seite im Browser und sehen Sie dann noch einmal nach.",
        "The server sent something other than information about new versions, perhaps the login "
        "page of a network; please open a page in the browser, and then check again.",
    )


def _wrong_file_error() -> UpdateError:
    return UpdateError(
        "Die Auskunft über neue Versionen ist nicht zu lesen; bitte sehen Sie später noch einmal "
        "nach.",
        "The information about new versions cannot be read; please check again later.",
    )


def _forged_error() -> UpdateError:
    return UpdateError(
        "Die Auskunft über neue Versionen trägt keine gültige Signatur und wurde verworfen; bitte "
        "sehen Sie in einem anderen Netz noch einmal nach und installieren Sie bis dahin nichts.",
        "The information about new versions has no valid signature and was discarded; please "
        "check again in another network, and install nothing until then.",
    )
