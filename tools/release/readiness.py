"""Problems that keep a commit from being released."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from editor.updates.signature import SignatureError, key_number
from editor.updates.update import parse_version
from tools.changelog import releases

_PLACEHOLDER = re.compile(r"\bexample\.(?:org|com|net)\b|\borg\.example\b")
_UNPUBLISHED = re.compile(r"nirgends\s+veröffentlicht")
"""What the README says as long as nothing can be downloaded."""
_VERSION = re.compile(r'^__version__ = "(.*)"$', re.MULTILINE)
_STATED = ("pyproject.toml", "resources/release.toml", "packaging")
"""Files, and folders of them, in which a release states addresses."""
_CATALOGUE = "resources/translations/de/LC_MESSAGES/rezensent.po"
_UNTRANSLATED = re.compile(r'^#,.*\bfuzzy\b|^msgstr(?:\[\d\])? ""\n(?!")', re.MULTILINE)
"""An entry of a catalogue whose translation is a guess, or missing; that of its head goes on."""
NOTES = "packaging/release/notes.toml"
"""File with the news for writers."""


def problems(root: Path) -> Iterator[str]:
    """Yield one line for everything that has to be mended in the repository ``root`` first."""
    yield from _placeholders(root)
    yield from _versions(root)
    yield from _source_of_updates(root)
    yield from _translations(root)
    yield from _repository(root)


def stated_version(root: Path) -> str:
    """Return the version of the program in ``root``. Raises ValueError if it states none."""
    match = _VERSION.search((root / "editor" / "__init__.py").read_text("utf-8"))
    if match is None:
        raise ValueError("editor/__init__.py states no version")
    return match[1]


def _placeholders(root: Path) -> Iterator[str]:
    stated = [root / name for name in _STATED]
    files = [path for part in stated for path in (part.rglob("*") if part.is_dir() else [part])]
    for path in sorted(filter(Path.is_file, files)):
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if found := _PLACEHOLDER.search(line):
                yield f"{path.relative_to(root)}:{number}: {found[0]} is a placeholder"
    if _UNPUBLISHED.search((root / "README.md").read_text("utf-8")):
        yield "README.md: it names no page to download from"


def _versions(root: Path) -> Iterator[str]:
    version = stated_version(root)
    try:
        parse_version(version)
    except ValueError:
        yield f"{version} is not a version: three numbers with dots"
    unreleased, *told = releases(root / "CHANGELOG.md")
    if unreleased.version != "Unreleased":
        yield "CHANGELOG.md: the first heading is not [Unreleased]"
    elif unreleased.changes:
        yield "CHANGELOG.md: there are unreleased changes"
    if not told or told[0].version != version:
        yield f"CHANGELOG.md: the newest version is not {version}"
    elif not (told[0].day and told[0].changes):
        yield f"CHANGELOG.md: {version} has no day, or no changes"
    if tomllib.loads((root / NOTES).read_text("utf-8"))["version"] != version:
        yield f"{NOTES}: the notes are not those of {version}"


def _source_of_updates(root: Path) -> Iterator[str]:
    table = tomllib.loads((root / "resources" / "release.toml").read_text("utf-8"))["updates"]
    address, keys = table["address"], table["public_keys"]
    if bool(address) is not bool(keys):
        yield "resources/release.toml: an address needs a public key, and a key an address"
    if address and not address.startswith("https://"):
        yield "resources/release.toml: the address is not https://…"
    for key in keys:
        try:
            key_number(key)
        except SignatureError:
            yield f"resources/release.toml: {key} is not a public key of signify"


def _translations(root: Path) -> Iterator[str]:
    for path in sorted((root / "resources" / "translations").glob("*.ts")):
        if 'type="unfinished"' in path.read_text("utf-8"):
            yield f"{path.relative_to(root)}: texts without translation"
    if _UNTRANSLATED.search((root / _CATALOGUE).read_text("utf-8")):
        yield f"{_CATALOGUE}: texts without translation"


def _repository(root: Path) -> Iterator[str]:
    if _git(root, "status", "--porcelain"):
        yield "there are changes that are not committed"
    tag = f"v{stated_version(root)}"
    if _git(root, "tag", "--list", tag) and tag not in _git(root, "tag", "--points-at").split():
        yield f"the tag {tag} is on another commit"


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
