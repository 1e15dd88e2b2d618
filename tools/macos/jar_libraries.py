"""Signature of the libraries for macOS inside LanguageTool's jars.

Notarisation looks into jars as well. A jar with signatures has another size and checksum, so the
bundle's own list of jars states those: what the program checks is what it brought along. From the
net it could not fetch such jars; where they are damaged, Rezensent has to be installed again.
"""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from editor.languagetool.recipe import MARKER, Jar, Recipe

_LIBRARIES = (".dylib", ".jnilib")


def sign_jar_libraries(
    folder: Path, resources: Path, recipe: Recipe, sign: Callable[[Path], None]
) -> list[str]:
    """Sign the libraries in the jars of the LanguageTool in ``folder``; return the jars' names.

    ``resources`` is the bundle's folder with the recipe, which is changed; ``recipe`` is what it
    held before. ``sign`` signs the library in a file.
    """
    brought = [jar for jar in recipe.jars if (folder / jar.name).is_file()]
    signed = [jar for jar in brought if _sign_jar(folder / jar.name, sign)]
    pins = resources / "jars.toml"
    text = pins.read_text("utf-8")
    for jar in signed:
        new = Jar.from_file(folder / jar.name)
        text = text.replace(
            f'sha256 = "{jar.sha256}"\nsize = {jar.size}\n',
            f'sha256 = "{new.sha256}"\nsize = {new.size}\n',
        )
    pins.write_text(text, encoding="utf-8")
    marker = json.loads((folder / MARKER).read_text("utf-8"))
    marker["recipe"] = Recipe.load(resources).digest
    (folder / MARKER).write_text(json.dumps(marker), encoding="utf-8")
    return [jar.name for jar in signed]


def _sign_jar(path: Path, sign: Callable[[Path], None]) -> bool:
    """Sign the libraries in a jar, everything else as it is; return whether there are any."""
    with ZipFile(path) as jar:
        members = [(member, jar.read(member)) for member in jar.infolist()]
    if not any(member.filename.endswith(_LIBRARIES) for member, _ in members):
        return False
    with tempfile.TemporaryDirectory() as folder, ZipFile(path, "w") as jar:
        for member, content in members:
            if member.filename.endswith(_LIBRARIES):
                library = Path(folder) / Path(member.filename).name
                library.write_bytes(content)
                sign(library)
                jar.writestr(member, library.read_bytes())
            else:
                jar.writestr(member, content)
    return True
