"""A self-signed certificate for 127.0.0.1, made for one test run: no key lies in the repository.

DER as in X.690, the certificate as in RFC 5280, RSA as in RFC 8017.
"""

import base64
import hashlib
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import randbelow, randbits

_EXPONENT = 65537
_BITS = 2048
_RSA = bytes.fromhex("06092a864886f70d010101")
_SHA256_WITH_RSA = bytes.fromhex("06092a864886f70d01010b")
_SHA256 = bytes.fromhex("0609608648016503040201")
_COMMON_NAME = bytes.fromhex("0603550403")
_ALTERNATIVE_NAME = bytes.fromhex("0603551d11")
_CONSTRAINTS = bytes.fromhex("0603551d13")
_NULL = b"\x05\x00"
_SMALL_PRIMES = [n for n in range(3, 2000, 2) if all(n % d for d in range(3, n, 2) if d * d <= n)]


def make(folder: Path, *, age: timedelta = timedelta(days=1)) -> Path:
    """Write certificate and key into one file below ``folder`` and return it.

    It became valid ``age`` ago, for two days.
    """
    p, q = _prime(), _prime()
    n, d = p * q, pow(_EXPONENT, -1, (p - 1) * (q - 1))
    key = _sequence(
        *map(_integer, (0, n, _EXPONENT, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p)))
    )
    body = _to_be_signed(n, datetime.now(UTC) - age)
    certificate = _sequence(body, _sequence(_SHA256_WITH_RSA, _NULL), _bits(_signed(body, n, d)))
    path = folder / "certificate.pem"
    path.write_text(
        ssl.DER_cert_to_PEM_cert(certificate)
        + "-----BEGIN RSA PRIVATE KEY-----\n"
        + base64.encodebytes(key).decode("ascii")
        + "-----END RSA PRIVATE KEY-----\n",
        "ascii",
    )
    return path


def _to_be_signed(n: int, begin: datetime) -> bytes:
    times = (begin, begin + timedelta(days=2))
    name = _sequence(_der(0x31, _sequence(_COMMON_NAME, _der(0x0C, b"127.0.0.1"))))
    key = _sequence(_sequence(_RSA, _NULL), _bits(_sequence(_integer(n), _integer(_EXPONENT))))
    addresses = _sequence(_der(0x87, bytes((127, 0, 0, 1))))
    authority = _sequence(_der(0x01, b"\xff"))
    extensions = _sequence(
        _sequence(_ALTERNATIVE_NAME, _der(0x04, addresses)),
        _sequence(_CONSTRAINTS, _der(0x01, b"\xff"), _der(0x04, authority)),
    )
    return _sequence(
        _der(0xA0, _integer(2)),
        _integer(randbits(64)),
        _sequence(_SHA256_WITH_RSA, _NULL),
        name,
        _sequence(*(_der(0x17, f"{time:%y%m%d%H%M%SZ}".encode()) for time in times)),
        name,
        key,
        _der(0xA3, extensions),
    )


def _signed(body: bytes, n: int, d: int) -> bytes:
    digest = _sequence(_sequence(_SHA256, _NULL), _der(0x04, hashlib.sha256(body).digest()))
    size = _BITS // 8
    padded = b"\x00\x01" + b"\xff" * (size - 3 - len(digest)) + b"\x00" + digest
    return pow(int.from_bytes(padded), d, n).to_bytes(size)


def _prime() -> int:
    """Return a probable prime of half the key's length; its two highest bits are set."""
    while True:
        n = randbits(_BITS // 2) | (0b11 << (_BITS // 2 - 2)) | 1
        if all(n % p for p in _SMALL_PRIMES) and n % _EXPONENT != 1 and _passes(n):
            return n


def _passes(n: int) -> bool:
    """Tell whether ``n`` passes eight rounds of Miller and Rabin's test."""
    twos = ((n - 1) & -(n - 1)).bit_length() - 1
    odd = (n - 1) >> twos
    for _ in range(8):
        x = pow(2 + randbelow(n - 4), odd, n)
        if x in (1, n - 1):
            continue
        if not any((x := x * x % n) == n - 1 for _ in range(twos - 1)):
            return False
    return True


def _integer(n: int) -> bytes:
    return _der(0x02, n.to_bytes(n.bit_length() // 8 + 1))


def _bits(content: bytes) -> bytes:
    return _der(0x03, b"\x00" + content)


def _sequence(*parts: bytes) -> bytes:
    return _der(0x30, b"".join(parts))


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes((tag, 0x80 | len(length))) + length + content
