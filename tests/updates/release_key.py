"""A throw-away key that signs as signify does."""

import base64
from dataclasses import dataclass, field

from nacl.signing import SigningKey


@dataclass(frozen=True, slots=True)
class ReleaseKey:
    """A key pair; keys are told apart by eight bytes."""

    number: bytes = b"\x01" * 8
    _key: SigningKey = field(default_factory=SigningKey.generate)

    @property
    def public(self) -> str:
        """The public key in the format of signify."""
        return base64.b64encode(b"Ed" + self.number + bytes(self._key.verify_key)).decode("ascii")

    def signed(self, message: bytes) -> bytes:
        """Return ``message`` with its signature."""
        signature = b"Ed" + self.number + self._key.sign(message).signature
        return b"untrusted comment: signed\n" + base64.b64encode(signature) + b"\n" + message
