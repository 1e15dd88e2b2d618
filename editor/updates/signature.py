"""Signatures of signify: Ed25519, in one file with the message.

Such a file is a comment line, the signature in Base64, and the message. ``signify -V -e`` checks it
as well; the format is described by its manual page and source (https://man.openbsd.org/signify).
"""

import base64
import binascii
from collections.abc import Iterable

_ALGORITHM = b"Ed"
_NUMBER = slice(2, 10)
"""Place of the number of the key, which tells keys apart, in keys and signatures."""
_REST = slice(10, None)
_COMMENT = b"untrusted comment: "
_KEY_BYTES, _SIGNATURE_BYTES = 42, 74


class SignatureError(Exception):
    """A file is not signed by any of the keys, or is not a signed file."""


class UnsignedError(SignatureError):
    """A file has no signature, such as the page of a network that asks for a login."""


def signed_message(content: bytes, public_keys: Iterable[str]) -> bytes:
    """Return the message in the signed file ``content``.

    Raises SignatureError unless one of ``public_keys`` has signed it, UnsignedError if it
    has no signature.
    """
    # Only a look for updates needs libsodium.
    from nacl.exceptions import BadSignatureError  # noqa: PLC0415
    from nacl.signing import VerifyKey  # noqa: PLC0415

    comment, _, rest = content.partition(b"\n")
    line, _, message = rest.partition(b"\n")
    if not comment.startswith(_COMMENT):
        raise UnsignedError
    signature = _decoded(line, _SIGNATURE_BYTES)
    keys = (_decoded(key.encode(), _KEY_BYTES) for key in public_keys)
    key = next((key for key in keys if key[_NUMBER] == signature[_NUMBER]), None)
    if key is None:
        raise SignatureError
    try:
        return VerifyKey(key[_REST]).verify(message, signature[_REST])
    except BadSignatureError as error:
        raise SignatureError from error


def key_number(public_key: str) -> bytes:
    """Return the eight bytes that tell a key from others. Raises SignatureError if it is none."""
    return _decoded(public_key.encode(), _KEY_BYTES)[_NUMBER]


def _decoded(line: bytes, size: int) -> bytes:
    try:
        data = base64.b64decode(line, validate=True)
    except binascii.Error as error:
        raise SignatureError from error
    if len(data) != size or not data.startswith(_ALGORITHM):
        raise SignatureError
    return data
