"""The presets of all reviews, from one start of the program to the next."""

import errno
import json
from pathlib import Path

import pytest

from editor.errors import SettingsError
from editor.export.jobs.preset import ExportPreset
from editor.export.jobs.preset_store import MAX_REVIEWS, PresetStore, load_presets, save_preset
from editor.export.options import ExportOptions

PRESET = ExportPreset(("html", "md"), ExportOptions(theme="book"), folder="/ziel")


def test_a_review_finds_its_preset_again_and_a_new_one_begins_with_it(tmp_path: Path) -> None:
    path = tmp_path / "state" / "exports.json"
    save_preset(path, "/a.md", PRESET)
    found = load_presets(path)
    assert found.problem is None
    assert found.preset("/a.md") == PRESET
    assert found.preset("/b.md") == PRESET.without_places()


def test_two_windows_do_not_forget_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "exports.json"
    save_preset(path, "/a.md", PRESET)
    save_preset(path, "/b.md", ExportPreset(("txt",)))
    assert load_presets(path).preset("/a.md") == PRESET
    assert load_presets(path).preset("/b.md") == ExportPreset(("txt",))


def test_without_a_file_only_the_last_choice_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "exports.json"
    found = save_preset(path, "", PRESET)
    assert not found.presets
    assert found.last == PRESET.without_places()


def test_nothing_there_is_nothing_remembered(tmp_path: Path) -> None:
    assert load_presets(tmp_path / "exports.json") == PresetStore()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'"x"', b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "exports.json"
    path.write_bytes(content)
    found = load_presets(path)
    assert found.preset("/a.md") == ExportPreset()
    assert isinstance(found.problem, SettingsError)
    assert "(kein gültiges JSON)" in found.problem.german
    assert "exports.json.damaged" in found.problem.german
    assert path.with_name("exports.json.damaged").read_bytes() == content
    save_preset(path, "/a.md", PRESET)
    assert load_presets(path).preset("/a.md") == PRESET


def test_what_cannot_be_set_aside_is_not_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "")

    path = tmp_path / "exports.json"
    path.write_bytes(b"{")
    monkeypatch.setattr(Path, "replace", refuse)
    problem = load_presets(path).problem
    assert problem is not None
    assert ".damaged" not in problem.german + problem.english
    assert path.read_bytes() == b"{"


def test_why_it_cannot_be_read_is_said_in_german(tmp_path: Path) -> None:
    (tmp_path / "exports.json").mkdir()
    problem = load_presets(tmp_path / "exports.json").problem
    assert problem is not None
    assert "(dort ist ein Ordner)" in problem.german


@pytest.mark.parametrize("reviews", [None, {"a": 1}, [1, {"file": 2}, {"x": "y"}]])
def test_parts_that_do_not_fit_are_left_out(tmp_path: Path, reviews: object) -> None:
    path = tmp_path / "exports.json"
    path.write_text(json.dumps({"last": 3, "reviews": reviews}))
    assert load_presets(path) == PresetStore()


def test_only_the_newest_reviews_are_remembered() -> None:
    memory = PresetStore()
    for number in range(MAX_REVIEWS + 20):
        memory = memory.with_preset(f"/{number}.md", ExportPreset(name=str(number)))
    assert len(memory.presets) == MAX_REVIEWS
    assert "/19.md" not in memory.presets
    memory = memory.with_preset("/20.md", ExportPreset(name="wieder"))
    memory = memory.with_preset("/neu.md", ExportPreset())
    assert memory.preset("/20.md").name == "wieder"
    assert "/21.md" not in memory.presets


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("kein Ordner")
    with pytest.raises(SettingsError, match="merken"):
        save_preset(tmp_path / "state" / "exports.json", "/a.md", PRESET)


def test_what_a_newer_version_keeps_for_other_reviews_stays(tmp_path: Path) -> None:
    path = tmp_path / "exports.json"
    save_preset(path, "/a.md", PRESET)
    stored = json.loads(path.read_text())
    stored["reviews"][0]["formats"] = ["epub"]
    stored["of_tomorrow"] = 1
    path.write_text(json.dumps(stored))
    save_preset(path, "/b.md", PRESET)
    now = json.loads(path.read_text())
    assert now["reviews"][0] == stored["reviews"][0]
    assert now["of_tomorrow"] == 1
    save_preset(path, "/a.md", PRESET)
    assert load_presets(path).preset("/a.md") == PRESET
