"""Installation of LanguageTool: download, verification, our launcher, AOT cache, marker."""

import errno
import json
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from editor.errors import InstallError, cause
from editor.languagetool.aot_cache import create_aot_cache
from editor.languagetool.runtime import (
    CACHE_SUFFIX,
    MARKER,
    SERVER_JAR,
    Jar,
    Recipe,
    Runtime,
    aot_cache_file,
    find_java,
    java_environment,
    locate,
    verify,
)
from editor.localized import Localized

CACHE_STEP = "Schnellstart"
"""Name in the progress while the AOT cache is made."""
_PARALLEL = 4
_TIMEOUT = 20
"""Seconds that a connection to the registry may be silent."""
_REPORT_EVERY = 0.2
"""Seconds between two reports of progress."""
_LOCK_WAIT = 900.0
"""Seconds to wait for another installation into the same folder: a download may take minutes."""
_LOCK_REFUSED = (
    Localized("das System lässt es nicht zu", "the system does not allow it"),
    Localized("prüfen Sie die Schreibrechte des Ordners", "check that the folder is writable"),
)
_LOCK_PROBLEMS = {
    sqlite3.SQLITE_BUSY: (
        Localized("eine andere Einrichtung läuft noch", "another installation is still running"),
        Localized("warten Sie sie ab", "wait for it"),
    ),
    sqlite3.SQLITE_NOTADB: (
        Localized("die Datei „lock“ darin ist beschädigt", "the file “lock” in it is damaged"),
        Localized("löschen Sie sie", "delete it"),
    ),
}
"""SQLite's error code → why the folder cannot be locked, and advice."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class InstallProgress:
    """Progress of an installation: bytes fetched, bytes in total, and the present file or step."""

    done: int
    total: int
    name: str


def install(
    data: Path,
    report: Callable[[InstallProgress], None],
    recipe: Recipe | None = None,
    registries: dict[str, str] | None = None,
) -> Runtime:
    """Fetch the missing or damaged files below ``data`` and return the complete runtime.

    Intact files are kept, so a stopped installation can be continued. ``report`` is called on the
    calling thread, a few times a second; an exception from it stops the installation and is passed
    on. At the end LanguageTool runs once for some seconds to make its AOT cache; if that fails or
    is stopped, the installation is complete without it. ``registries`` maps names to addresses and
    replaces the Maven registry that jgo knows.

    Raises InstallError for a problem with the network, the disk or a checksum, and
    LanguageToolError when Java is missing.
    """
    recipe = recipe or Recipe.load()
    java, folder = find_java(), recipe.folder(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder), tempfile.TemporaryDirectory(dir=folder, prefix="staging-") as staging:
            _fetch_missing(recipe, folder, _Fetch(Path(staging), report, registries))
            if verify(data, recipe):
                _finish(java, recipe, folder, Path(staging))
            _create_cache(locate(data, recipe), recipe, Path(staging), report)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return locate(data, recipe)


def ensure_aot_cache(data: Path, report: Callable[[], None], recipe: Recipe | None = None) -> None:
    """Make the AOT cache if there is none: Java may have been updated since the installation.

    ``report`` is called a few times a second; an exception from it stops the work and is passed on.
    Takes some seconds of CPU. Raises LanguageToolError when LanguageTool is not installed, and
    InstallError when the folder cannot be written.
    """
    recipe = recipe or Recipe.load()
    runtime = locate(data, recipe)
    if runtime.aot_cache is not None:
        return
    folder = recipe.folder(data)
    try:
        with _locked(folder), tempfile.TemporaryDirectory(dir=folder, prefix="staging-") as staging:
            _create_cache(locate(data, recipe), recipe, Path(staging), lambda _: report())
    except OSError as error:
        raise _unwritable(folder, error) from error


class _Fetch:
    """Downloads into a staging folder, a few files at a time."""

    def __init__(
        self,
        staging: Path,
        report: Callable[[InstallProgress], None],
        registries: dict[str, str] | None,
    ) -> None:
        # Only an installation needs jgo: its import would cost every start 0.2 s.
        from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415

        self._context = MavenContext(
            resolver=PythonResolver(progress_callback=self._track),
            repo_cache=staging,
            remote_repos=registries,
            timeout=_TIMEOUT,
        )
        self._report = report
        self._fetched: dict[str, int] = {}
        self._stopped = threading.Event()

    def all(self, jars: list[Jar], folder: Path) -> None:
        """Download ``jars`` into ``folder``; the first failure stops the others."""
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

    def _progress(self, total: int) -> InstallProgress:
        fetched = dict(self._fetched)
        return InstallProgress(
            min(sum(fetched.values()), total), total, next(reversed(fetched), "")
        )


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Lock the folder against other installations, and remove the remains of a stopped one.

    The lock of an SQLite file is the only one in the standard library that works on every system
    and between processes, can wait, and ends with its process.
    """
    try:
        lock = sqlite3.connect(folder / "lock", timeout=_LOCK_WAIT, isolation_level=None)
        with closing(lock):
            lock.execute("BEGIN EXCLUSIVE")
            for leftover in folder.glob("staging-*"):
                shutil.rmtree(leftover)
            yield
    except sqlite3.Error as error:
        raise _unlockable(folder, error) from error


def _fetch_missing(recipe: Recipe, folder: Path, fetch: _Fetch) -> None:
    missing = [jar for jar in recipe.jars if not jar.is_at(folder / jar.name)]
    if missing:
        fetch.all(missing, folder)


def _finish(java: Path, recipe: Recipe, folder: Path, staging: Path) -> None:
    (folder / MARKER).unlink(missing_ok=True)
    classes = _compile(java, recipe, folder, staging / "classes")
    made, marker = staging / SERVER_JAR, staging / MARKER
    _merge(folder / recipe.server.name, classes, made)
    content = {"recipe": recipe.digest, **Jar.made(made).content}
    marker.write_text(json.dumps(content), "utf-8")
    made.replace(folder / made.name)
    marker.replace(folder / marker.name)


def _create_cache(
    runtime: Runtime, recipe: Recipe, staging: Path, report: Callable[[InstallProgress], None]
) -> None:
    """Make the AOT cache if there is none, and remove those for other jars."""
    cache = aot_cache_file(runtime.java, runtime.classpath)
    total = sum(jar.size for jar in recipe.jars)
    if runtime.aot_cache is None:
        made = staging / cache.name
        if create_aot_cache(
            runtime, made, lambda: report(InstallProgress(total, total, CACHE_STEP))
        ):
            made.replace(cache)
    for stale in set(runtime.folder.glob(f"*{CACHE_SUFFIX}")) - {cache}:
        # Windows cannot remove a file that a running LanguageTool has open; a later run does.
        with suppress(OSError):
            stale.unlink()


def _compile(java: Path, recipe: Recipe, folder: Path, out: Path) -> Path:
    # --release would need the file ct.sym, which the runtime from the wheel does not have.
    level = ["-source", "17", "-target", "17", "-encoding", "UTF-8", "-proc:none", "-nowarn"]
    files = ["-cp", str(folder / recipe.server.name), "-d", str(out), str(recipe.launcher)]
    # For a program this small the C1 compiler of the virtual machine takes half the time.
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
    """Write the server's classes and our launcher into one jar, identical on every machine."""
    with zipfile.ZipFile(server) as source, zipfile.ZipFile(made, "w") as jar:
        content = {name: source.read(name) for name in source.namelist() if name[-1] != "/"}
        content["META-INF/MANIFEST.MF"] = b"Manifest-Version: 1.0\r\n\r\n"
        content |= {path.name: path.read_bytes() for path in sorted(classes.glob("*.class"))}
        for name, data in content.items():
            # Stored, not deflated: versions of zlib deflate differently. ZipInfo's date is fixed.
            jar.writestr(zipfile.ZipInfo(name), data)


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


def _unlockable(folder: Path, error: sqlite3.Error) -> InstallError:
    # The lowest byte of an extended code is the plain one: https://www.sqlite.org/rescode.html.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    reason, advice = _LOCK_PROBLEMS.get(code, _LOCK_REFUSED)
    return InstallError(
        f"{folder} lässt sich nicht sperren ({reason.german}); bitte {advice.german} und richten "
        "Sie noch einmal ein.",
        f"{folder} cannot be locked ({reason.english}); please {advice.english} and set up again.",
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
        f"LanguageTool lässt sich nicht in {folder} einrichten ({cause(error).german}); bitte "
        "die Schreibrechte des Ordners prüfen.",
        f"LanguageTool cannot be set up in {folder} ({cause(error).english}); please check that "
        "the folder is writable.",
    )
