"""Checksums of the files of a release, and the file about the newest version, both signed.

The secret key stays with signify (https://man.openbsd.org/signify), which asks for its passphrase.
"""

import hashlib
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from editor.updates.signature import signed_message
from editor.updates.update import PROGRAM, parse_update
from tools.package_files import package_kind
from tools.project import Project
from tools.release.readiness import NOTES, stated_version

SUMS, NEWEST = "SHA256SUMS", "newest-version"
"""Names of the file with the checksums and of that about the newest version, before signing."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: the secret key of signify, and the program that knows what to do with it."""

    secret: Path
    program: str

    @classmethod
    def of(cls, secret: Path) -> "Signatory":
        """Return the signatory with a secret key. Raises FileNotFoundError without signify."""
        program = shutil.which("signify-openbsd") or shutil.which("signify")
        if program is None:
            raise FileNotFoundError("signify is not installed (Debian: signify-openbsd)")
        return cls(secret, program)

    def sign(self, message: Path) -> Path:
        """Write the message with its signature beside it, and return that file."""
        signed = message.with_name(f"{message.name}.sig")
        command = [self.program, "-S", "-e", "-s", str(self.secret)]
        subprocess.run([*command, "-m", str(message), "-x", str(signed)], check=True)
        return signed


def sign_release(
    root: Path, files: Sequence[Path], output: Path, signatory: Signatory, day: date
) -> tuple[Path, Path]:
    """Write checksums and the file about the newest version to ``output``, both signed.

    Files that an earlier call has written are passed over. Raises ValueError for a file of another
    version, SignatureError when a program of this release would not accept the signature, and
    ValueError or LookupError when it could not read the file.
    """
    sums, newest = output / SUMS, output / NEWEST
    files = [file for file in files if file.name.removesuffix(".sig") not in (SUMS, NEWEST)]
    _require_version(files, stated_version(root))
    sums.write_text("".join(map(_sum_line, files)), "utf-8")
    newest.write_text(_newest_version(root, files, day), "utf-8")
    table = tomllib.loads((root / "resources" / "release.toml").read_text("utf-8"))["updates"]
    signed = signatory.sign(sums), signatory.sign(newest)
    for path in signed:
        message = signed_message(path.read_bytes(), table["public_keys"])
        if path == signed[1]:
            parse_update(message)
    return signed


def _require_version(files: Sequence[Path], version: str) -> None:
    """Raise ValueError where the name of a file does not say ``version``."""
    stated = re.compile(rf"[-_]{re.escape(version)}(?:[-_.]|$)")
    for file in files:
        if not stated.search(file.name):
            raise ValueError(f"{file.name} is not a file of version {version}")


def _sum_line(file: Path) -> str:
    """Return a line that ``signify -C`` and ``sha256sum -c`` both read."""
    return f"SHA256 ({file.name}) = {_digest(file)}\n"


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _newest_version(root: Path, files: Sequence[Path], day: date) -> str:
    told = tomllib.loads((root / NOTES).read_text("utf-8"))
    homepage = Project.load(root / "pyproject.toml").urls["Homepage"]
    lines = [
        *(f"program = {_quoted(PROGRAM)}", f"version = {_quoted(stated_version(root))}"),
        *(f"date = {day.isoformat()}", f"page = {_quoted(homepage)}", "", "[notes]"),
        *(f"{language} = {_quoted(note.strip())}" for language, note in told["notes"].items()),
        *("", "[pages]"),
        *(f"{kind} = {_quoted(page)}" for kind, page in told["pages"].items()),
        *_file_tables(files),
    ]
    return "\n".join(lines) + "\n"


def _file_tables(files: Sequence[Path]) -> Iterator[str]:
    """Yield a table for each kind of installation that has one file, in TOML."""
    kinds = [package_kind(file.name) for file in files]
    for kind, file in zip(kinds, files, strict=True):
        if kind is not None and kinds.count(kind) == 1:
            yield from ("", f"[files.{kind}]", f"name = {_quoted(file.name)}")
            yield from (f"size = {file.stat().st_size}", f"sha256 = {_quoted(_digest(file))}")


def _quoted(text: str) -> str:
    """Return ``text`` as a basic string of TOML (https://toml.io/en/v1.0.0#string)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
