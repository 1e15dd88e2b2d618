"""Export presets: options of one format and of all, and their form on the disk."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.jobs.preset import ExportedFile, ExportPreset, preset_from_json
from editor.export.options import ExportOptions

choices = st.builds(
    ExportOptions,
    fragment=st.booleans(),
    headings=st.booleans(),
    spoilers=st.sampled_from(("kept", "noted", "removed")),
    theme=st.text(max_size=9),
    scheme=st.sampled_from(("both", "light", "dark")),
    accent=st.text(max_size=9),
    embed_images=st.booleans(),
    dialect=st.text(max_size=9),
    width=st.integers(0, 200),
)
names = st.text(min_size=1, max_size=9)
presets = st.builds(
    ExportPreset,
    formats=st.lists(names, min_size=1, max_size=4).map(tuple),
    shared=choices,
    own=st.dictionaries(names, choices, max_size=3),
    folder=st.text(max_size=20),
    name=st.text(max_size=20),
    written=st.dictionaries(names, st.builds(ExportedFile, names, names), max_size=3),
)


@given(presets)
def test_a_preset_survives_json(preset: ExportPreset) -> None:
    assert preset_from_json(json.loads(json.dumps(preset.to_json()))) == preset


def test_the_look_and_the_parts_hold_for_all_formats() -> None:
    preset = (
        ExportPreset()
        .with_option("html", "theme", "book")
        .with_option("bbcode", "spoilers", "removed")
    )
    for format_id in ("html", "pdf", "txt"):
        assert preset.options_for(format_id).theme == "book"
        assert preset.options_for(format_id).spoilers == "removed"


def test_everything_else_belongs_to_one_format() -> None:
    preset = (
        ExportPreset()
        .with_option("bbcode", "dialect", "phpbb")
        .with_option("html", "fragment", True)
    )
    assert preset.options_for("bbcode").dialect == "phpbb"
    assert preset.options_for("md").dialect == ""
    assert preset.options_for("html").fragment
    assert not preset.options_for("md").fragment


def test_another_review_begins_with_the_choices_and_without_the_places() -> None:
    preset = ExportPreset(("md",), ExportOptions(theme="book"), folder="/weg", name="alt")
    passed = ExportPreset(("md",), ExportOptions(theme="book"))
    assert preset.without_places() == passed


@pytest.mark.parametrize(
    "raw",
    [
        None,
        7,
        [],
        {"formats": 3, "shared": [], "own": "x", "folder": None, "written": [1]},
        {"formats": [1, None], "shared": {"theme": 4, "scheme": "bunt", "neu": 1, "width": True}},
        {"own": {"html": {"spoilers": ["kept"]}}, "written": {"html": "x"}},
    ],
)
def test_what_does_not_fit_counts_as_not_chosen(raw: Any) -> None:
    preset = preset_from_json(raw)
    assert preset.formats == ("html",)
    assert preset.options_for("html") == ExportOptions()
    assert not preset.written
