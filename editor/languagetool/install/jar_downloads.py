"""Download of jars from a Maven registry."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from editor.errors import InstallError
from editor.languagetool.install.install_folder import unwritable
from editor.languagetool.recipe import Jar

_PARALLEL = 4
_TIMEOUT = 20
"""Seconds that a connection to the registry may be silent."""
_REPORT_EVERY = 0.2
"""Seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class InstallProgress:
    """Progress of an installation: bytes fetched, bytes in total, and the present file or step."""

    done: int
    total: int
    name: str


class JarDownloader:
    """Downloads jars by way of a staging folder, a few at a time.

    ``report`` is called on the calling thread, a few times a second; an exception from it ends the
    download. ``registries`` maps names to addresses and replaces the registry that jgo knows.
    """

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

    def download(self, jars: list[Jar], folder: Path) -> None:
        """Download ``jars`` into ``folder``; the first failure stops the others.

        Raises InstallError.
        """
        total = sum(jar.size for jar in jars)
        with ThreadPoolExecutor(_PARALLEL, thread_name_prefix="install") as pool:
            pending = {pool.submit(self._download_one, jar, folder) for jar in jars}
            try:
                while pending:
                    done, pending = wait(pending, _REPORT_EVERY, FIRST_COMPLETED)
                    for future in done:
                        future.result()
                    self._report(self._progress(total))
            finally:
                self._stopped.set()
                pool.shutdown(wait=False, cancel_futures=True)

    def _download_one(self, jar: Jar, folder: Path) -> None:
        group, artifact, version = jar.coordinates.split(":")
        try:
            path = self._context.project(group, artifact).at_version(version).artifact().resolve()
        except RuntimeError as error:
            raise _unavailable_error(jar) from error
        except OSError as error:
            # The errors of requests are OSErrors, but only the system gives an error its number.
            raise (unwritable(folder, error) if error.errno else _offline_error(jar)) from error
        if not jar.is_at(path):
            raise _altered_error(jar)
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


def _offline_error(jar: Jar) -> InstallError:
    return InstallError(
        f"{jar.name} ließ sich nicht herunterladen, weil die Verbindung fehlt oder abgebrochen "
        "ist; bitte prüfen Sie die Internetverbindung und richten Sie LanguageTool noch "
        "einmal ein. Bereits Geladenes bleibt erhalten.",
        f"{jar.name} could not be downloaded because the connection is missing or broke off; "
        "please check the internet connection and set LanguageTool up again. What has been "
        "downloaded is kept.",
    )


def _unavailable_error(jar: Jar) -> InstallError:
    return InstallError(
        f"Der Server mit den LanguageTool-Dateien gibt {jar.name} nicht heraus; bitte richten Sie "
        "LanguageTool später noch einmal ein.",
        f"The server with LanguageTool’s files does not offer {jar.name}; please set LanguageTool "
        "up again later.",
    )


def _altered_error(jar: Jar) -> InstallError:
    return InstallError(
        f"{jar.name} kam verändert an (die Prüfsumme stimmt nicht) und wurde verworfen; bitte "
        "richten Sie LanguageTool noch einmal ein, möglichst in einem anderen Netz.",
        f"{jar.name} arrived altered (its checksum is wrong) and was discarded; please set "
        "LanguageTool up again, preferably in another network.",
    )
