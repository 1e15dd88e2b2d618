"""Libraries in LanguageTool's jars are signed, and the program still finds it complete."""

import json
import shutil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from editor.languagetool.recipe import MARKER, SERVER_JAR, Jar, Recipe, damaged_files
from editor.paths import resource
from tools.macos.jar_libraries import sign_jar_libraries

_NATIVE = "darwin-aarch64/libhunspell.dylib"


def _sign(library: Path) -> None:
    library.write_bytes(library.read_bytes() + b"signed")


def test_signed_jars_are_what_the_bundle_checks(tmp_path: Path) -> None:
    resources, folder = tmp_path / "resources", tmp_path / "languagetool"
    shutil.copytree(resource("languagetool"), resources)
    folder.mkdir()
    recipe = _lay_out(resources, folder)
    assert damaged_files(folder, recipe) == []
    [native] = [jar.name for jar in recipe.jars if jar.name.startswith("hunspell")]
    assert sign_jar_libraries(folder, resources, recipe, _sign) == [native]
    changed = Recipe.load(resources)
    assert damaged_files(folder, changed) == []
    assert native in damaged_files(folder, recipe)
    with ZipFile(folder / native) as jar:
        assert jar.namelist() == ["META-INF/MANIFEST.MF", _NATIVE]
        assert jar.read(_NATIVE) == b"librarysigned"
        assert jar.getinfo(_NATIVE).compress_type == ZIP_DEFLATED


def _lay_out(resources: Path, folder: Path) -> Recipe:
    """Write small jars, pinned as the real ones are, and a complete installation of them."""
    pins = resources / "jars.toml"
    text = pins.read_text("utf-8")
    for jar in Recipe.load(resources).jars:
        with ZipFile(folder / jar.name, "w", ZIP_DEFLATED) as file:
            file.writestr("META-INF/MANIFEST.MF", jar.name)
            if jar.name.startswith("hunspell"):
                file.writestr(_NATIVE, "library")
        made = Jar.from_file(folder / jar.name)
        text = text.replace(jar.sha256, made.sha256)
        text = text.replace(f"size = {jar.size}\n", f"size = {made.size}\n")
    pins.write_text(text, "utf-8")
    recipe = Recipe.load(resources)
    (folder / SERVER_JAR).write_bytes(b"server")
    server = Jar.from_file(folder / SERVER_JAR)
    (folder / MARKER).write_text(json.dumps({"recipe": recipe.digest, **server.content}))
    return recipe
