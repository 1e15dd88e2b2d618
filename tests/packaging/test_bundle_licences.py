"""Every part of the bundle has a licence, a holder and a text; seen on packages without a build."""

import shutil
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest

from editor.languagetool.recipe import Recipe
from tools.bundle import licences
from tools.bundle.licences import INDEX, TABLE, TEXTS, collect_components, write_licences

TABLES = tomllib.loads(TABLE.read_text("utf-8"))
RUNTIME = {"rezensent", "jgo", "typst", "wordfreq", "pyside6", "regex", "nh3", "locate", "requests"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads Debian's documents")


@pytest.fixture
def internal(tmp_path: Path) -> Path:
    """A folder of a bundle that has the metadata of some packages and one file of each."""
    folder = tmp_path / "_internal"
    for one in distributions():
        if one.name.casefold().replace("-", "_") in RUNTIME:
            (folder / f"{one.name.casefold().replace('-', '_')}-{one.version}.dist-info").mkdir(
                parents=True
            )
    (folder / "typst").mkdir()
    (folder / "typst" / "_typst.abi3.so").write_bytes(b"")
    return folder


def test_the_index_names_texts_that_are_there_and_places_that_exist(
    internal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "host_components", lambda _: ())
    write_licences(internal)
    folder = internal / "licenses"
    entries = tomllib.loads((folder / INDEX).read_text("utf-8"))["component"]
    names = {entry["name"].casefold() for entry in entries}
    assert names >= {"typst", "rezensent", "qt", "chromium", "openjdk", "pandoc", "python"}
    assert names >= {f"org.languagetool:language-{code}" for code in ("de", "es", "ca", "pt")}
    for entry in entries:
        assert entry["license"], entry
        assert all(entry["copyright"]), entry
        assert entry["texts"], entry
        assert all((folder / text).stat().st_size > 30 for text in entry["texts"]), entry
    typst = next(entry for entry in entries if entry["name"] == "typst")
    assert typst["paths"] == ["_internal/typst/**"]


def test_every_jar_has_a_row(internal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "host_components", lambda _: ())
    named = {component.name for component in collect_components(internal)}
    jars = {jar.coordinates.rpartition(":")[0] for jar in Recipe.load().others}
    assert jars <= named
    groups = {jar.partition(":")[0] for jar in jars} | jars
    assert set(TABLES["jars"]) <= groups


def test_a_part_without_a_licence_stops_the_build(
    internal: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(licences, "host_components", lambda _: ())
    table = tmp_path / "licences.toml"
    rows = TABLE.read_text("utf-8").splitlines(keepends=True)
    table.write_text("".join(row for row in rows if not row.startswith("typst =")), "utf-8")
    monkeypatch.setattr(licences, "TABLE", table)
    with pytest.raises(ValueError, match="typst has no licence"):
        write_licences(internal)


def test_a_part_without_a_text_stops_the_build(
    internal: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(licences, "host_components", lambda _: ())
    texts = tmp_path / "texts"
    shutil.copytree(TEXTS, texts)
    (texts / "Lucide.txt").unlink()
    monkeypatch.setattr(licences, "TEXTS", texts)
    with pytest.raises(FileNotFoundError, match=r"Lucide\.txt"):
        write_licences(internal)


def test_the_standard_texts_are_all_used() -> None:
    used = {
        text
        for entry in (*TABLES["packages"].values(), *TABLES["component"], *TABLES["jars"].values())
        for text in entry.get("texts", ())
    }
    assert used == {path.stem for path in TEXTS.iterdir()}
