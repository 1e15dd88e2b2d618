"""Values of earlier reviews: found, ranked, bounded, and read once."""

import os
from pathlib import Path

import pytest

from editor.localized import Localized
from editor.paths import sample_path
from editor.review.fact_kinds import FACT_KINDS
from editor.review.form import FactField
from editor.storage import fact_index
from editor.storage.fact_index import EarlierFacts, FactIndex


def field(key: str, kind: str) -> FactField:
    return FactField(key, FACT_KINDS[kind], Localized(key))


def written(folder: Path, name: str, facts: str, age: int = 0) -> Path:
    """Write a review that was saved ``age`` seconds before all others of age 0."""
    path = folder / name
    path.write_text(f"---\nrezensent: 1\n{facts}\n---\n\nText.\n", "utf-8")
    os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    return path


def test_values_of_a_key_come_most_used_and_newest_first(tmp_path: Path) -> None:
    written(tmp_path, "a.md", "label: Altes Haus", age=30)
    written(tmp_path, "b.md", "label: Polarkreis", age=20)
    written(tmp_path, "c.md", "label: Neues Haus", age=10)
    written(tmp_path, "d.md", "label: Polarkreis", age=25)
    found = FactIndex().read([tmp_path]).for_field(field("label", "text"))
    assert found == ("Polarkreis", "Neues Haus", "Altes Haus")


def test_people_are_shared_by_all_their_fields(tmp_path: Path) -> None:
    written(
        tmp_path,
        "a.md",
        "director: [Ida Lund]\ncast: [{name: Tor Vik, role: Aske}]\nsound_formats: [Deutsch PCM]",
    )
    found = FactIndex().read([tmp_path])
    assert found.for_field(field("writers", "names")) == ("Ida Lund", "Tor Vik")
    assert found.for_field(field("cast", "people")) == ("Tor Vik (Aske)", "Ida Lund", "Tor Vik")
    assert found.for_field(field("sound_formats", "names")) == ("Deutsch PCM",)


@pytest.mark.parametrize(("key", "kind"), [("title", "text"), ("date", "date"), ("year", "number")])
def test_what_no_other_review_has_is_not_offered(tmp_path: Path, key: str, kind: str) -> None:
    written(tmp_path, "a.md", "title: Salz\ndate: 2026-01-01\nyear: 2026")
    assert FactIndex().read([tmp_path]).for_field(field(key, kind)) == ()


def test_the_open_review_does_not_count(tmp_path: Path) -> None:
    own = written(tmp_path, "a.md", "label: Eigenes")
    shelf = FactIndex()
    assert shelf.read([tmp_path], own).for_field(field("label", "text")) == ()
    assert shelf.read([tmp_path]).for_field(field("label", "text")) == ("Eigenes",)


def test_other_files_and_broken_ones_are_passed_over(tmp_path: Path) -> None:
    written(tmp_path, "a.md", "label: Gut")
    (tmp_path / "blog.md").write_text("---\nlabel: Fremd\n---\n")
    (tmp_path / "kaputt.md").write_text("---\nrezensent: 1\nlabel: [\n---\n")
    (tmp_path / "binaer.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "ordner.md").mkdir()
    (tmp_path / "text.txt").write_text("---\nrezensent: 1\nlabel: Text\n---\n")
    found = FactIndex().read([tmp_path, tmp_path / "fehlt"])
    assert found.by_key["label"] == ("Gut",)


def test_text_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_index, "MAX_BYTES", 60)
    written(tmp_path, "kurz.md", "label: Ä")
    written(tmp_path, "lang.md", f"title: {'ä' * 60}\nlabel: Spät")
    assert FactIndex().read([tmp_path]).by_key["label"] == ("Ä",)


def test_only_the_newest_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fact_index, "MAX_FILES", 2)
    for age in range(4):
        written(tmp_path, f"{age}.md", f"label: L{age}", age)
    assert FactIndex().read([tmp_path]).by_key["label"] == ("L0", "L1")


def test_a_file_is_read_anew_only_when_it_changed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", "label: Eins")
    shelf = FactIndex()
    shelf.read([tmp_path])
    stamp = path.stat()
    path.write_text(path.read_text().replace("Eins", "Zwei"))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert shelf.read([tmp_path]).by_key["label"] == ("Eins",)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1))
    assert shelf.read([tmp_path]).by_key["label"] == ("Zwei",)


def test_the_sample_is_read_as_a_review(tmp_path: Path) -> None:
    (tmp_path / "s.md").write_bytes(sample_path().read_bytes())
    assert "Solveig Brenn" in FactIndex().read([tmp_path]).people


def test_nothing_read_offers_nothing() -> None:
    assert EarlierFacts().for_field(field("cast", "people")) == ()
