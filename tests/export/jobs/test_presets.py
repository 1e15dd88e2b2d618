"""Plans: choices of one format and of all, and what survives a day on the disk."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.jobs.presets import Plan, Written, restored
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
plans = st.builds(
    Plan,
    formats=st.lists(names, min_size=1, max_size=4).map(tuple),
    shared=choices,
    own=st.dictionaries(names, choices, max_size=3),
    folder=st.text(max_size=20),
    name=st.text(max_size=20),
    written=st.dictionaries(names, st.builds(Written, names, names), max_size=3),
)


@given(plans)
def test_a_plan_survives_json(plan: Plan) -> None:
    assert restored(json.loads(json.dumps(plan.stored()))) == plan


def test_the_look_and_the_parts_hold_for_all_formats() -> None:
    plan = Plan().choosing("html", "theme", "book").choosing("bbcode", "spoilers", "removed")
    for format_id in ("html", "pdf", "txt"):
        assert plan.choices(format_id).theme == "book"
        assert plan.choices(format_id).spoilers == "removed"


def test_everything_else_belongs_to_one_format() -> None:
    plan = Plan().choosing("bbcode", "dialect", "phpbb").choosing("html", "fragment", True)
    assert plan.choices("bbcode").dialect == "phpbb"
    assert plan.choices("md").dialect == ""
    assert plan.choices("html").fragment
    assert not plan.choices("md").fragment


def test_another_review_begins_with_the_choices_and_without_the_places() -> None:
    plan = Plan(("md",), ExportOptions(theme="book"), folder="/weg", name="alt")
    passed = Plan(("md",), ExportOptions(theme="book"))
    assert plan.passed_on() == passed


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
    plan = restored(raw)
    assert plan.formats == ("html",)
    assert plan.choices("html") == ExportOptions()
    assert not plan.written
