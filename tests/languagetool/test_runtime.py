"""A LanguageTool that comes with the program, read-only, and one in the data folder."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.cli import doctor
from editor.cli.checker_diagnosis import diagnose_checker
from editor.cli.diagnosis import State
from editor.errors import InstallError, NotInstalledError
from editor.installation import Installation, Kind
from editor.languagetool import installer, runtime
from editor.languagetool.installer import ensure_aot_cache, install
from editor.languagetool.recipe import MARKER, SERVER_JAR, Recipe
from editor.languagetool.runtime import Runtime, aot_cache_file, find_java, locate
from editor.languagetool.state import failed

MakeFolder = Callable[[Path], Path]
CONTENT = {"rot-1.0.jar": b"rot" * 99, "ecj-1.0.jar": b"ecj", "server-1.0.jar": b"server"}


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    """A recipe of one jar beside compiler and server."""
    folder = tmp_path / "recipe"
    folder.mkdir()
    pins = [
        'languagetool = "0.1"',
        *(
            f'{table}\ncoordinates = "de.test:{name[:-8]}:1.0"\nsize = {len(CONTENT[name])}\n'
            f'sha256 = "{hashlib.sha256(CONTENT[name]).hexdigest()}"'
            for table, name in zip(("[[jar]]", "[compiler]", "[server]"), CONTENT, strict=True)
        ),
    ]
    (folder / "jars.toml").write_text("\n".join(pins), "utf-8")
    (folder / "server.properties").touch()
    return Recipe.load(folder)


@pytest.fixture
def made(recipe: Recipe) -> MakeFolder:
    """Make a complete LanguageTool below a folder, and return its own."""

    def make(parent: Path) -> Path:
        folder = recipe.folder(parent)
        folder.mkdir(parents=True)
        for name, content in {**CONTENT, SERVER_JAR: b"ours"}.items():
            (folder / name).write_bytes(content)
        ours = {"sha256": hashlib.sha256(b"ours").hexdigest(), "size": len(b"ours")}
        (folder / MARKER).write_text(json.dumps({"recipe": recipe.digest, **ours}), "utf-8")
        return folder

    return make


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a bundle that this process seems to run from."""
    folder = tmp_path / "bundle" / "_internal"
    folder.mkdir(parents=True)
    monkeypatch.setattr(runtime, "bundle_folder", lambda: folder)
    return folder


@pytest.fixture
def shipped(bundle: Path, made: MakeFolder) -> Path:
    return made(bundle / "languagetool")


def _cache(folder: Path, recipe: Recipe) -> Path:
    return aot_cache_file(find_java(), tuple(folder / name for name in recipe.classpath_names))


def test_a_shipped_one_is_found(tmp_path: Path, shipped: Path, recipe: Recipe) -> None:
    found = locate(tmp_path / "data", recipe)

    assert found.folder == shipped
    assert found.aot_cache is None
    _cache(shipped, recipe).write_bytes(b"cache")
    assert locate(tmp_path / "data", recipe).aot_cache == _cache(shipped, recipe)


def test_a_complete_copy_in_the_data_folder_counts(
    tmp_path: Path, shipped: Path, recipe: Recipe, made: MakeFolder
) -> None:
    own = made(tmp_path / "data")
    assert locate(tmp_path / "data", recipe).folder == own

    (own / "rot-1.0.jar").unlink()
    assert locate(tmp_path / "data", recipe).folder == shipped


def test_a_damaged_one_is_repaired_or_downloaded(
    tmp_path: Path, shipped: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shipped / "rot-1.0.jar").write_bytes(b"r")
    monkeypatch.setattr(runtime, "current_installation", lambda: Installation(Kind.DEB, shipped))
    with pytest.raises(NotInstalledError, match="apt install --reinstall") as caught:
        locate(tmp_path / "data", recipe)
    assert "oder richten Sie LanguageTool ein" in caught.value.german
    # The whole LanguageTool would go into the data folder.
    assert caught.value.size == sum(map(len, CONTENT.values()))


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Caches that were made, without Java: it takes every file that is not empty."""
    made: list[Path] = []

    def create(_runtime: Runtime, cache: Path, report: Callable[[], None]) -> bool:
        report()
        cache.write_bytes(b"new cache")
        made.append(cache)
        return len(made) > 1

    def takes(runtime: Runtime) -> bool:
        cache = runtime.aot_cache
        return cache is not None and cache.read_bytes() == b"new cache"

    monkeypatch.setattr(installer, "create_aot_cache", create)
    monkeypatch.setattr(installer, "takes_aot_cache", takes)
    return made


def test_nothing_is_fetched_where_it_is_shipped_but_a_cache_that_is_missing_is_made(
    tmp_path: Path, shipped: Path, recipe: Recipe, trained: list[Path]
) -> None:
    before = sorted(shipped.iterdir())
    found = install(tmp_path / "data", lambda _: None, recipe, {"none": "http://127.0.0.1:9"})

    assert found.folder == shipped
    assert sorted(shipped.iterdir()) == before
    # The first attempt failed.
    assert len(trained) == 2
    own = recipe.folder(tmp_path / "data")
    assert found.aot_cache == own / _cache(shipped, recipe).name
    assert not list(own.glob("staging-*"))


def test_a_shipped_cache_that_java_does_not_take_is_made_again_in_the_data_folder(
    tmp_path: Path, shipped: Path, recipe: Recipe, trained: list[Path]
) -> None:
    _cache(shipped, recipe).write_bytes(b"made for another Java")
    ensure_aot_cache(tmp_path / "data", lambda: None, recipe)

    found = locate(tmp_path / "data", recipe)
    assert found.aot_cache == recipe.folder(tmp_path / "data") / _cache(shipped, recipe).name
    trained.clear()
    ensure_aot_cache(tmp_path / "data", lambda: None, recipe)
    assert trained == []


def test_caches_of_an_older_rezensent_are_removed_and_those_of_a_download_stay(
    tmp_path: Path, shipped: Path, recipe: Recipe, trained: list[Path]
) -> None:
    data = tmp_path / "data"
    ensure_aot_cache(data, lambda: None, recipe)
    older, other = data / "languagetool-0.0", data / "languagetool-0.2"
    for folder in (older, other):
        folder.mkdir()
        (folder / "start-1.aot").write_bytes(b"cache")
    (other / MARKER).touch()

    ensure_aot_cache(data, lambda: None, recipe)

    assert [cache.parent.name for cache in sorted(data.rglob("*.aot"))] == [
        shipped.name,
        other.name,
    ]


def test_doctor_says_that_nothing_was_downloaded(
    tmp_path: Path, shipped: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(doctor, "install", lambda data, _: locate(data, recipe))
    monkeypatch.setattr(doctor, "shipped_folder", lambda _: shipped)
    doctor.install_checker(tmp_path / "data", said.append)
    assert said == [
        "LanguageTool ist mit Rezensent geliefert und vollständig; nichts wurde heruntergeladen."
    ]


def test_doctor_names_the_shipped_file_that_is_damaged(
    tmp_path: Path, shipped: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Recipe, "load", lambda: recipe)
    (shipped / "rot-1.0.jar").unlink()
    (diagnosis,) = diagnose_checker(tmp_path / "data", needed=True)
    assert diagnosis.state is State.FAULT
    assert diagnosis.text.startswith("beschädigt: rot-1.0.jar; bitte ")
    assert diagnosis.text.endswith("doctor --install“ aus.")


def test_a_copy_that_was_damaged_gives_way_to_an_intact_one_that_is_shipped(
    tmp_path: Path, shipped: Path, recipe: Recipe, trained: list[Path], made: MakeFolder
) -> None:
    own = made(tmp_path / "data")
    (own / "rot-1.0.jar").write_bytes(b"tor" * 99)
    assert locate(tmp_path / "data", recipe).folder == own

    assert install(tmp_path / "data", lambda _: None, recipe).folder == shipped


def test_a_data_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, shipped: Path, recipe: Recipe, trained: list[Path]
) -> None:
    (tmp_path / "data").write_text("a file", "utf-8")
    with pytest.raises(InstallError, match=r"lässt sich nicht in .* einrichten"):
        ensure_aot_cache(tmp_path / "data", lambda: None, recipe)
    assert trained == []


def test_the_name_of_a_cache_survives_a_move_and_rounded_times(
    tmp_path: Path, shipped: Path, recipe: Recipe
) -> None:
    moved = tmp_path / "Meine Programme" / shipped.name
    shutil.copytree(shipped, moved)
    for jar in moved.iterdir():
        os.utime(jar, (1, 1))
    assert _cache(moved, recipe).name == _cache(shipped, recipe).name
    (moved / "rot-1.0.jar").write_bytes(b"")
    assert _cache(moved, recipe).name != _cache(shipped, recipe).name


def test_a_java_with_other_modules_has_a_cache_of_its_own(tmp_path: Path, shipped: Path) -> None:
    java = tmp_path / "java" / "bin" / "java"
    modules = tmp_path / "java" / "lib" / "modules"
    modules.parent.mkdir(parents=True)
    (tmp_path / "java" / "release").write_text('JAVA_VERSION="25.0.2"')
    jars = (shipped / "rot-1.0.jar",)
    modules.write_bytes(b"all modules")
    whole = aot_cache_file(java, jars)
    modules.write_bytes(b"some")
    assert aot_cache_file(java, jars) != whole


def test_the_window_says_that_the_shipped_one_is_damaged_and_offers_another(
    tmp_path: Path, shipped: Path, recipe: Recipe
) -> None:
    (shipped / "rot-1.0.jar").unlink()
    with pytest.raises(NotInstalledError) as caught:
        locate(tmp_path / "data", recipe)
    state = failed(caught.value)
    assert state.sentence.german.startswith("Das mitgelieferte LanguageTool ist beschädigt")
    assert state.missing is caught.value
