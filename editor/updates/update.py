"""The newest version of the program, as the signed file describes it."""

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from editor.localized import Localized

PROGRAM = "rezensent"
_VERSION = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LONGEST_NOTE = 8000
"""Code points of the notes: more than a window shows of them."""

_LARGEST_FILE = 10**12
"""Bytes of a package: more than any, and few enough for Qt, which writes sizes of 64 bits."""

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A file to download: its name, its bytes, and its SHA-256 digest in hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Update:
    """A version that has been published."""

    version: str
    date: datetime.date
    """Day on which it was published."""
    notes: Localized
    """What is new, as plain text."""
    pages: Mapping[str, str]
    """Pages to download it from, by kind of installation; "" has the page for all other kinds."""
    files: Mapping[str, PackageFile]
    """Files to download, by kind of installation."""

    def page(self, kind: str) -> str:
        """Return the address of the page for a kind of installation."""
        return self.pages.get(kind) or self.pages[""]

    def is_newer_than(self, version: str) -> bool:
        """Return whether it comes after ``version``. Raises ValueError for another notation."""
        return parse_version(self.version) > parse_version(version)


def parse_version(text: str) -> Version:
    """Return the three numbers of a version. Raises ValueError for another notation."""
    match = _VERSION.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a version")
    major, minor, patch = map(int, match.groups())
    return major, minor, patch


def parse_update(message: bytes) -> Update:
    """Return the update that the TOML in ``message`` describes.

    Raises ValueError, LookupError, TypeError or AttributeError for a message of another form.
    """
    table = tomllib.loads(message.decode())
    if table["program"] != PROGRAM:
        raise ValueError("a file about another program")
    parse_version(table["version"])
    if type(table["date"]) is not datetime.date:
        raise TypeError("the date is not a day")
    notes = Localized.of({key: _note(text) for key, text in table["notes"].items()})
    pages = {"": _address(table["page"])}
    pages |= {kind: _address(page) for kind, page in table.get("pages", {}).items()}
    files = {kind: _file(row) for kind, row in table.get("files", {}).items()}
    return Update(table["version"], table["date"], notes, pages, files)


def _note(text: str) -> str:
    printable = (
        letter for letter in text[:_LONGEST_NOTE] if letter.isprintable() or letter == "\n"
    )
    return "".join(printable).strip()


def _address(text: str) -> str:
    if not (re.fullmatch(r"https://[!-~]+", text) and urlsplit(text).hostname):
        raise ValueError("a page without https")
    return text


def _file(row: Mapping[str, Any]) -> PackageFile:
    name, size, digest = row["name"], row["size"], row["sha256"]
    if not re.fullmatch(r"[\w.+-]{1,100}", name):
        raise ValueError("a file without name")
    if type(size) is not int or not 0 < size <= _LARGEST_FILE:
        raise ValueError("a file without size")
    if not _DIGEST.fullmatch(digest):
        raise ValueError("a file without digest")
    return PackageFile(name, size, digest)
