import subprocess
import sys
from pathlib import Path

import pytest

from editor.errors import ExportError, ReviewFileError
from editor.export.options import RenderOptions
from editor.export.registry import EXPORT_FORMATS, export_review, write_export
from tests.export import golden
from tests.export.reviews import review


def test_every_format_has_its_id_a_name_and_a_suffix() -> None:
    assert list(EXPORT_FORMATS) == ["html", "md", "docx", "odt", "pdf", "bbcode", "txt"]
    for format_id, export_format in EXPORT_FORMATS.items():
        assert export_format.id == format_id
        assert export_format.label.german
        assert export_format.label.english
        assert export_format.suffix.startswith(".")


@pytest.mark.parametrize("format_id", EXPORT_FORMATS)
def test_what_is_written_is_what_is_exported(tmp_path: Path, format_id: str) -> None:
    path = tmp_path / f"seite{EXPORT_FORMATS[format_id].suffix}"
    write_export(golden.review(), format_id, RenderOptions(), path)
    assert path.read_bytes() == export_review(golden.review(), format_id, RenderOptions())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format_id", EXPORT_FORMATS)
def test_half_a_character_does_not_stop_an_export(format_id: str) -> None:
    made = review(title="A\ud83dB", texts={"story": "C\ud83dD"})
    data = export_review(made, format_id, RenderOptions())
    assert data
    assert "\ud83d".encode("utf-8", "surrogatepass") not in data


def test_an_unknown_format_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ExportError) as caught:
        export_review(review(), "doc", RenderOptions())
    assert "html, md" in caught.value.german
    assert "html, md" in caught.value.english


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReviewFileError):
        write_export(review(), "html", RenderOptions(), tmp_path / "fehlt" / "seite.html")


def test_a_list_of_formats_costs_none_of_their_libraries() -> None:
    command = (
        "import sys; sys.path[:0] = sys.argv[1:]; import editor.cli.parser;"
        "names = ('jinja2', 'markdown', 'nh3', 'pypandoc', 'typst', 'PySide6');"
        "print([name for name in names if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", command, *sys.path], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
