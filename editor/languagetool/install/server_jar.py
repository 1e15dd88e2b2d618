"""Build of the jar with LanguageTool's server, our classes and our rules."""

import os
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from editor.errors import InstallError
from editor.helper_processes import NO_WINDOW
from editor.installation import current_installation
from editor.languagetool.recipe import SERVER_JAR, Recipe
from editor.languagetool.rule_file import RULE_FILE, combined_rules
from editor.languagetool.runtime import java_environment

_MODULES = "META-INF/org/languagetool/language-module.properties"
"""LanguageTool reads every file of this name on the class path, in order."""
# For a program this small the C1 compiler of the virtual machine takes half the time.
_JAVA_OPTIONS = ("-XX:TieredStopAtLevel=1",)
# --release would need the file ct.sym, which the runtime from the wheel does not have.
_COMPILER_OPTIONS = (
    *("-source", "17", "-target", "17", "-encoding", "UTF-8"),
    *("-proc:none", "-nowarn"),
)


def build_server_jar(java: Path, recipe: Recipe, folder: Path, staging: Path) -> Path:
    """Build the jar in the folder ``staging`` from the jars in ``folder``; return its path.

    Raises InstallError when the launcher cannot be compiled, and OSError.
    """
    classes = _compile(java, recipe, folder, staging / "classes")
    jar = staging / SERVER_JAR
    ours = {RULE_FILE: combined_rules(recipe.rules)}
    if recipe.modules.is_file():
        ours[_MODULES] = recipe.modules.read_bytes()
    _merge(folder / recipe.server.name, classes, ours, jar)
    return jar


def _compile(java: Path, recipe: Recipe, folder: Path, out: Path) -> Path:
    """Compile our classes into the folder ``out`` and return it. Raises InstallError."""
    # Relative to the folder, whose path may contain the separator of entries.
    classpath = os.pathsep.join(jar.name for jar in (recipe.server, *recipe.others))
    compiler = str((folder / recipe.compiler.name).resolve())
    sources = (str(path.resolve()) for path in recipe.sources)
    files = ["-cp", classpath, "-d", str(out.resolve()), *sources]
    result = subprocess.run(  # noqa: S603 - our own program and pinned jars
        [str(java), *_JAVA_OPTIONS, "-jar", compiler, *_COMPILER_OPTIONS, *files],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env=java_environment(),
        creationflags=NO_WINDOW,
    )
    if result.returncode:
        repair = current_installation().repair
        error = InstallError(
            f"Das Startprogramm von LanguageTool ließ sich nicht übersetzen; {repair.german}.",
            f"LanguageTool’s launcher could not be compiled; {repair.english}.",
        )
        error.add_note(result.stderr.decode("utf-8", "replace"))
        raise error
    return out


def _merge(server: Path, classes: Path, ours: Mapping[str, bytes], made: Path) -> None:
    """Write the server's classes and ours into one jar, identical on every machine."""
    with zipfile.ZipFile(server) as source, zipfile.ZipFile(made, "w") as jar:
        content = {name: source.read(name) for name in source.namelist() if name[-1] != "/"}
        content["META-INF/MANIFEST.MF"] = b"Manifest-Version: 1.0\r\n\r\n"
        for path in sorted(classes.rglob("*.class")):
            content[path.relative_to(classes).as_posix()] = path.read_bytes()
        content |= ours
        for name, data in content.items():
            # Stored, not deflated: versions of zlib deflate differently. ZipInfo's date is fixed.
            jar.writestr(zipfile.ZipInfo(name), data)
