"""The recipe of an installation, and whether a folder has all that it names.

A folder has the pinned jars as in the registry, one jar that is made here (the server, our classes
and our rules), and a marker that is written last. Without the marker nothing counts as installed.
"""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from editor.paths import resource

SERVER_JAR = "server.jar"
"""Name of the jar that is made here."""
MARKER = "complete.json"
PREPARED = "old-spellings.txt"
"""Data that LanguageTool prepares at its first start; see SpellingData.java."""


@dataclass(frozen=True, slots=True)
class Jar:
    """A pinned file of the registry; ``size`` is in bytes."""

    coordinates: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """Name of the file, as in the registry."""
        _, artifact, version = self.coordinates.split(":")
        return f"{artifact}-{version}.jar"

    @property
    def content(self) -> dict[str, str | int]:
        """Entry in the marker."""
        return {"sha256": self.sha256, "size": self.size}

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """Return the jar that was made here at ``path``; it has no coordinates."""
        return cls("", _sha256(path), path.stat().st_size)

    def is_at(self, path: Path) -> bool:
        """Tell whether the file ``path`` is exactly this jar; reads all of it."""
        return size_of(path) == self.size and _sha256(path) == self.sha256


@dataclass(frozen=True, slots=True)
class Recipe:
    """Components of an installation, as the folder ``resources/languagetool`` pins them."""

    version: str
    compiler: Jar
    server: Jar
    others: tuple[Jar, ...]
    launcher: Path
    sources: tuple[Path, ...]
    """Our Java files, the launcher among them."""
    modules: Path
    """Names our variants of German to LanguageTool; see GermanVariants.java. May be missing."""
    rules: tuple[Path, ...]
    """Rule files of our own, in LanguageTool's format; see ``rule_file``."""
    properties: Path
    digest: str
    """Changes with the pinned jars and our files, which makes an older installation invalid."""

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read the recipe in ``folder``, by default the one that comes with Rezensent."""
        folder = folder or resource("languagetool")
        pins, launcher = folder / "jars.toml", folder / "Launcher.java"
        sources = tuple(sorted(folder.glob("*.java")))
        modules = folder / "language-module.properties"
        rules = tuple(sorted((folder / "rules").glob("*.xml")))
        raw = tomllib.loads(pins.read_text("utf-8"))
        ours = [pins, *sources, *(path for path in (modules,) if path.is_file()), *rules]
        content = b"".join(path.read_bytes() for path in ours)
        return cls(
            version=raw["languagetool"],
            compiler=Jar(**raw["compiler"]),
            server=Jar(**raw["server"]),
            others=tuple(Jar(**jar) for jar in raw["jar"]),
            launcher=launcher,
            sources=sources,
            modules=modules,
            rules=rules,
            properties=folder / "server.properties",
            digest=hashlib.sha256(content).hexdigest(),
        )

    @property
    def jars(self) -> tuple[Jar, ...]:
        """All jars that are fetched."""
        return (self.compiler, self.server, *self.others)

    def folder(self, data: Path) -> Path:
        """Return the folder of this version below the data folder."""
        return data / f"languagetool-{self.version}"

    @property
    def classpath_names(self) -> tuple[str, ...]:
        """Names of the jars that Java gets, in order."""
        return (SERVER_JAR, *(jar.name for jar in self.others))


def incomplete_size(folder: Path, recipe: Recipe) -> int | None:
    """Return how many bytes a download into ``folder`` would fetch; None if it is complete.

    What the server's jar is made from is needed only until it is there. Compares only sizes: fast.
    """
    made = _read_marker(folder, recipe)
    intact = made is not None and size_of(folder / SERVER_JAR) == made.size
    needed = recipe.others if intact else recipe.jars
    wrong = [jar for jar in needed if size_of(folder / jar.name) != jar.size]
    return None if intact and not wrong else sum(jar.size for jar in wrong)


def damaged_files(folder: Path, recipe: Recipe) -> list[str]:
    """Return the names of the files in ``folder`` that are missing or damaged; reads all.

    What the server's jar is made from is needed only until it is there.
    """
    made = _read_marker(folder, recipe)
    intact = made is not None and made.is_at(folder / SERVER_JAR)
    needed = recipe.others if intact else recipe.jars
    wrong = [jar.name for jar in needed if not jar.is_at(folder / jar.name)]
    return wrong if intact else [SERVER_JAR, *wrong]


def _read_marker(folder: Path, recipe: Recipe) -> Jar | None:
    """Return the jar that was made here, None if no installation of ``recipe`` is complete."""
    try:
        raw = json.loads((folder / MARKER).read_text("utf-8"))
        made = Jar("", raw["sha256"], raw["size"])
        return made if raw["recipe"] == recipe.digest else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def size_of(path: Path) -> int | None:
    """Return the size of the file ``path`` in bytes, None if there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
