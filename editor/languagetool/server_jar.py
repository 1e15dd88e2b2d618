"""Build of the jar with LanguageTool's server, our launcher and our rules."""

import subprocess
import zipfile
from pathlib import Path

from editor.errors import InstallError
from editor.languagetool.rule_file import RULE_FILE, combined_rules
from editor.languagetool.runtime import SERVER_JAR, Recipe, java_environment


def build_server_jar(java: Path, recipe: Recipe, folder: Path, staging: Path) -> Path:
    """Build the jar in the folder ``staging`` from the jars in ``folder``; return its path.

    Raises InstallError when the launcher cannot be compiled, and OSError.
    """
    classes = _compile(java, recipe, folder, staging / "classes")
    jar = staging / SERVER_JAR
    _merge(folder / recipe.server.name, classes, combined_rules(recipe.rules), jar)
    return jar


def _compile(java: Path, recipe: Recipe, folder: Path, out: Path) -> Path:
    # --release would need the file ct.sym, which the runtime from the wheel does not have.
    level = ["-source", "17", "-target", "17", "-encoding", "UTF-8", "-proc:none", "-nowarn"]
    files = ["-cp", str(folder / recipe.server.name), "-d", str(out), str(recipe.launcher)]
    # For a program this small the C1 compiler of the virtual machine takes half the time.
    compiler = [str(java), "-XX:TieredStopAtLevel=1", "-jar", str(folder / recipe.compiler.name)]
    result = subprocess.run(  # noqa: S603 - our own program and pinned jars
        [*compiler, *level, *files],
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


def _merge(server: Path, classes: Path, rules: bytes, made: Path) -> None:
    """Write the server's classes, our launcher and rules into one jar, alike on every machine."""
    with zipfile.ZipFile(server) as source, zipfile.ZipFile(made, "w") as jar:
        content = {name: source.read(name) for name in source.namelist() if name[-1] != "/"}
        content["META-INF/MANIFEST.MF"] = b"Manifest-Version: 1.0\r\n\r\n"
        for path in sorted(classes.rglob("*.class")):
            content[path.relative_to(classes).as_posix()] = path.read_bytes()
        content[RULE_FILE] = rules
        for name, data in content.items():
            # Stored, not deflated: versions of zlib deflate differently. ZipInfo's date is fixed.
            jar.writestr(zipfile.ZipInfo(name), data)
