from pathlib import Path

import pytest

from editor.export import image_sources
from editor.export.image_sources import embedded_images, find_image_file, raster_type
from tests.export import golden

PNG = (golden.FOLDER / "bilder" / "lene.png").read_bytes()
DATA = "data:image/png;base64,iVBOR"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A review's folder with an image in it, and a second one beside the folder."""
    inside = tmp_path / "rezension"
    (inside / "bilder").mkdir(parents=True)
    (inside / "bilder" / "ein bild.png").write_bytes(PNG)
    (tmp_path / "geheim.png").write_bytes(PNG)
    return inside


@pytest.mark.parametrize(
    "src", ["bilder/ein bild.png", "bilder/ein%20bild.png", "./bilder/../bilder/ein%20bild.png"]
)
def test_an_image_in_the_folder_is_embedded(folder: Path, src: str) -> None:
    assert (embedded_images(folder)(src) or "").startswith(DATA)


@pytest.mark.parametrize(
    "src",
    [
        *("../geheim.png", "%2e%2e/geheim.png", "bilder/../../geheim.png", "/etc/passwd"),
        *("fehlt.png", "bilder", "", ".", "\x00", "a" * 5000, "https://a.de/b.png"),
    ],
)
def test_nothing_else_is_embedded(folder: Path, src: str) -> None:
    assert embedded_images(folder)(src) is None


def test_an_absolute_path_counts_by_where_it_leads(folder: Path) -> None:
    assert embedded_images(folder)(str(folder / "bilder" / "ein bild.png")) is not None
    assert embedded_images(folder)(str(folder.parent / "geheim.png")) is None


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "link.png").symlink_to(folder.parent / "geheim.png")
    (folder / "drin.png").symlink_to(folder / "bilder" / "ein bild.png")
    (folder / "kreis.png").symlink_to(folder / "kreis.png")
    source = embedded_images(folder)
    assert source("link.png") is None
    assert source("kreis.png") is None
    assert source("drin.png") is not None


def test_a_folder_that_is_a_link_itself_works(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    assert find_image_file(folder.parent / "link", "bilder/ein bild.png") is not None


@pytest.mark.parametrize("content", [b"", b"<svg onload='alert(1)'/>", b"<html>", PNG[1:]])
def test_what_is_no_raster_image_is_not_embedded(folder: Path, content: bytes) -> None:
    (folder / "bild.png").write_bytes(content)
    assert embedded_images(folder)("bild.png") is None


def test_a_file_that_is_too_large_is_not_embedded(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image_sources, "MAX_IMAGE_BYTES", len(PNG) - 1)
    assert embedded_images(folder)("bilder/ein bild.png") is None


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x20ftypavif", "image/avif"),
        (b"JUNK\x00\x00\x00\x00WEBP", None),
        (b"\x00\x00\x00\x20ftypisom", None),
    ],
)
def test_the_kind_of_an_image_is_told_by_its_first_bytes(start: bytes, kind: str | None) -> None:
    assert raster_type(start + bytes(16)) == kind
