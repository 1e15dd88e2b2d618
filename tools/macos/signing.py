"""Signature of the application, file by file from the inside out, as notarisation asks for.

Every program and library in it must be signed with the hardened runtime
(https://developer.apple.com/documentation/security/resolving-common-notarization-issues), also
Java's and pandoc's, which lie among the resources and which ``codesign --deep`` passes over.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.project import ROOT

ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"
_MAGIC = frozenset(
    bytes.fromhex(number) for number in ("cffaedfe", "cefaedfe", "feedfacf", "feedface", "cafebabe")
)
"""First bytes of programs and libraries for one architecture or several: mach-o/loader.h, fat.h."""
_JAVA_CLASS = 40
"""A Java class begins like a file for several architectures, and then has its version, from 45 on,
where the other has their number."""
_BUNDLES = (".framework", ".app", ".bundle")
"""Folders that are signed as one, after what is in them."""


def sign(app: Path, identity: str) -> None:
    """Sign ``app`` with the certificate ``identity``; “-” signs for this machine alone.

    Raises CalledProcessError when codesign fails.
    """
    for path in (*signed_parts(app), app):
        sign_file(path, identity)


def sign_file(path: Path, identity: str) -> None:
    """Sign one file or folder. Raises CalledProcessError when codesign fails."""
    subprocess.run(["codesign", *signing_options(identity), str(path)], check=True)


def signing_options(identity: str) -> tuple[str, ...]:
    """Return codesign's options for the certificate ``identity``."""
    # A time stamp comes from Apple, and only for certificates.
    real = () if identity == "-" else ("--timestamp",)
    runtime = ("--options", "runtime", "--entitlements", str(ENTITLEMENTS))
    return "--force", *runtime, *real, "--sign", identity


def signed_parts(app: Path) -> Iterator[Path]:
    """Yield all programs, libraries and inner bundles of ``app``, what is deeper first."""
    paths = (path for path in app.rglob("*") if not path.is_symlink())
    for path in sorted(paths, key=lambda path: (-len(path.parts), path)):
        if path.suffix in _BUNDLES if path.is_dir() else is_machine_code(path):
            yield path


def is_machine_code(path: Path) -> bool:
    """Return whether the file is a program or a library of macOS."""
    with path.open("rb") as file:
        head = file.read(8)
    if head[:4] == bytes.fromhex("cafebabe"):
        return len(head) == 8 and int.from_bytes(head[4:], "big") < _JAVA_CLASS  # noqa: PLR2004
    return head[:4] in _MAGIC
