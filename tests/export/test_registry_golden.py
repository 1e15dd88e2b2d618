import pytest

from editor.export.options import RenderOptions
from editor.export.registry import export_review
from tests.export import golden
from tests.export.pages import Page


@pytest.mark.parametrize("name", golden.CASES)
def test_an_export_is_byte_for_byte_what_the_golden_file_holds(name: str) -> None:
    format_id, options = golden.CASES[name]
    made = export_review(golden.review(), format_id, options)
    assert made.decode("utf-8") == (golden.FOLDER / name).read_bytes().decode("utf-8")


def test_a_markdown_export_is_the_file_itself() -> None:
    assert export_review(golden.review(), "md", RenderOptions()) == golden.SOURCE.read_bytes()


@pytest.mark.parametrize("name", [name for name in golden.CASES if name.endswith(".html")])
def test_the_golden_pages_are_well_built(name: str) -> None:
    assert Page((golden.FOLDER / name).read_text("utf-8")).faults == []
