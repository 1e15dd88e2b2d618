"""Installation of LanguageTool: download, verification, our launcher, AOT cache, marker."""

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from editor.languagetool.aot_cache import create_aot_cache, takes_aot_cache
from editor.languagetool.install.install_folder import locked, unwritable
from editor.languagetool.install.jar_downloads import InstallProgress, JarDownloader
from editor.languagetool.install.server_jar import build_server_jar
from editor.languagetool.recipe import MARKER, PREPARED, Jar, Recipe, damaged_files
from editor.languagetool.runtime import (
    CACHE_SUFFIX,
    Runtime,
    aot_cache_file,
    find_java,
    locate,
    shipped_folder,
)

CACHE_STEP = "Schnellstart"
"""Name in the progress while the AOT cache is made."""
_FOLDERS = "languagetool-*"
"""Folders of the versions of LanguageTool in the data folder; see ``Recipe.folder``."""
_ATTEMPTS = 2
"""Times that the AOT cache is tried: on a busy machine Java may not write one that it takes."""


def install(
    data: Path,
    report: Callable[[InstallProgress], None],
    recipe: Recipe | None = None,
    registries: dict[str, str] | None = None,
) -> Runtime:
    """Fetch the missing or damaged files below ``data`` and return the complete runtime.

    Intact files are kept, so a stopped installation can be continued. Where LanguageTool came with
    Rezensent and is intact, nothing is fetched. ``report`` is called on the calling thread, a few
    times a second; an exception from it stops the installation and is passed on. At the end
    LanguageTool runs once for some seconds to make its AOT cache; if that fails or is stopped, the
    installation is complete without it. ``registries`` maps names to addresses and replaces the
    Maven registry that jgo knows.

    Raises InstallError for a problem with the network, the disk or a checksum, and
    LanguageToolError when Java is missing.
    """
    recipe = recipe or Recipe.load()
    java, folder = find_java(), recipe.folder(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder), tempfile.TemporaryDirectory(dir=folder, prefix="staging-") as staging:
            if _is_shipped(recipe):
                # A copy that would count instead of the intact one may be damaged.
                (folder / MARKER).unlink(missing_ok=True)
            else:
                _fetch_missing(recipe, folder, JarDownloader(Path(staging), report, registries))
                if damaged_files(folder, recipe):
                    _finish(java, recipe, folder, Path(staging))
            _create_cache(locate(data, recipe), recipe, Path(staging), report)
    except OSError as error:
        raise unwritable(folder, error) from error
    return locate(data, recipe)


def ensure_aot_cache(data: Path, report: Callable[[], None], recipe: Recipe | None = None) -> None:
    """Make an AOT cache unless Java takes the one there is: it may be another Java by now.

    ``report`` is called a few times a second; an exception from it stops the work and is passed on.
    Takes some seconds of CPU. Raises LanguageToolError when LanguageTool is not installed, and
    InstallError when the data folder cannot be written.
    """
    recipe = recipe or Recipe.load()
    runtime = locate(data, recipe)
    if takes_aot_cache(runtime):
        _remove_unused_caches(data, runtime)
        return
    folder = recipe.folder(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder), tempfile.TemporaryDirectory(dir=folder, prefix="staging-") as staging:
            _create_cache(locate(data, recipe), recipe, Path(staging), lambda _: report())
    except OSError as error:
        raise unwritable(folder, error) from error


def _is_shipped(recipe: Recipe) -> bool:
    """Return whether LanguageTool came with Rezensent and is intact; reads all of it."""
    shipped = shipped_folder(recipe)
    return shipped is not None and not damaged_files(shipped, recipe)


def _fetch_missing(recipe: Recipe, folder: Path, downloader: JarDownloader) -> None:
    missing = [jar for jar in recipe.jars if not jar.is_at(folder / jar.name)]
    if missing:
        downloader.download(missing, folder)


def _finish(java: Path, recipe: Recipe, folder: Path, staging: Path) -> None:
    (folder / MARKER).unlink(missing_ok=True)
    (folder / PREPARED).unlink(missing_ok=True)
    jar, marker = build_server_jar(java, recipe, folder, staging), staging / MARKER
    content = {"recipe": recipe.digest, **Jar.from_file(jar).content}
    marker.write_text(json.dumps(content), "utf-8")
    jar.replace(folder / jar.name)
    marker.replace(folder / marker.name)


def _create_cache(
    runtime: Runtime, recipe: Recipe, staging: Path, report: Callable[[InstallProgress], None]
) -> None:
    """Make an AOT cache in the folder above ``staging`` unless Java takes the one there is.

    Removes those for other jars there.
    """
    cache = staging.parent / aot_cache_file(runtime.java, runtime.classpath).name
    total = sum(jar.size for jar in recipe.jars)
    if not takes_aot_cache(runtime):
        for attempt in range(_ATTEMPTS):
            made = staging / f"{attempt}-{cache.name}"
            if create_aot_cache(
                runtime, made, lambda: report(InstallProgress(total, total, CACHE_STEP))
            ):
                made.replace(cache)
                break
    _remove(set(cache.parent.glob(f"*{CACHE_SUFFIX}")) - {cache})


def _remove_unused_caches(data: Path, runtime: Runtime) -> None:
    """Remove caches that were made for a LanguageTool which came with an older Rezensent."""
    folders = [path for path in data.glob(_FOLDERS) if not (path / MARKER).exists()]
    caches = {cache for folder in folders for cache in folder.glob(f"*{CACHE_SUFFIX}")}
    _remove(caches - {runtime.aot_cache})


def _remove(caches: set[Path]) -> None:
    for cache in caches:
        # Windows cannot remove a file that a running LanguageTool has open; a later run does.
        with suppress(OSError):
            cache.unlink()
