"""Copied images: the right ones, to the right place, without replacing anything."""

from pathlib import Path

import pytest

from editor.export.html import render_page
from editor.export.image_files import ImageFolder, copy_images, image_addresses
from editor.export.image_sources import embedded_images
from editor.export.options import RenderOptions
from editor.storage.review_file import parse

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
TEXT = """---
form: film
image: cover.png
---

![Eins](bilder/eins%20a.png "Titel") ![Fern](https://example.org/fern.png)
<img src="zwei.png" alt="Zwei"> ![Oben](../oben.png) ![Drei][3] ![Fehlt](fehlt.png)

[3]: bilder/../drei.png

`![Code](code.png)`
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The folder “alt” with all files that the text could refer to."""
    folder = tmp_path / "alt"
    (folder / "bilder").mkdir(parents=True)
    names = ("cover.png", "bilder/eins a.png", "zwei.png", "drei.png", "code.png", "../oben.png")
    for name in names:
        (folder / name).write_bytes(PNG + name.encode())
    return folder


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_addresses_are_those_that_the_page_asks_for() -> None:
    asked = ("bilder/eins%20a.png", "https://example.org/fern.png", "zwei.png", "../oben.png")
    rest = ("bilder/../drei.png", "fehlt.png")
    assert image_addresses(parse(TEXT)) == ("cover.png", *asked, *rest)


def test_all_pictures_come_to_the_same_place(old: Path, tmp_path: Path) -> None:
    review, new = parse(TEXT), tmp_path / "neu"
    brought = copy_images(review, [ImageFolder(old)], new)
    assert files(new) == {"cover.png", "bilder/eins a.png", "zwei.png", "drei.png"}
    assert brought.review is review
    assert brought.problem is None
    assert set(brought.addresses) == set(brought.addresses.values())
    shown = render_page(review, RenderOptions(images=embedded_images(new)))
    assert shown == render_page(review, RenderOptions(images=embedded_images(old)))


def test_other_pictures_of_the_same_names_stay(old: Path, tmp_path: Path) -> None:
    review, new = parse(TEXT), tmp_path / "neu"
    (new / "bilder").mkdir(parents=True)
    taken = ("cover.png", "bilder/eins a.png", "zwei.png", "drei.png")
    for name in taken:
        (new / name).write_bytes(b"fremd")
    brought = copy_images(review, [ImageFolder(old)], new)
    assert brought.review.fact("image") == "cover-2.png"
    text = brought.review.text("introduction")
    assert '![Eins](bilder/eins%20a-2.png "Titel")' in text
    assert '<img src="zwei-2.png" alt="Zwei">' in text
    assert "[3]: drei-2.png" in text
    assert all((new / name).read_bytes() == b"fremd" for name in taken)
    shown = render_page(brought.review, RenderOptions(images=embedded_images(new)))
    assert shown == render_page(review, RenderOptions(images=embedded_images(old)))
    again = copy_images(review, [ImageFolder(old)], new)
    assert again == brought
    assert len(files(new)) == 8


def test_of_a_shared_folder_only_the_named_files_come(old: Path, tmp_path: Path) -> None:
    review, new = parse(TEXT), tmp_path / "neu"
    brought = copy_images(review, [ImageFolder(old, frozenset({"zwei.png", "fehlt.png"}))], new)
    assert files(new) == {"zwei.png"}
    assert brought.addresses == {"zwei.png": "zwei.png"}


def test_what_cannot_be_copied_is_one_sentence_and_the_rest_comes(
    old: Path, tmp_path: Path
) -> None:
    new = tmp_path / "neu"
    new.mkdir()
    (new / "bilder").write_text("kein Ordner")
    brought = copy_images(parse(TEXT), [ImageFolder(old)], new)
    assert files(new) == {"bilder", "cover.png", "zwei.png", "drei.png"}
    assert brought.review == parse(TEXT)
    assert brought.problem is not None
    assert "ist gesichert" in brought.problem.german
    assert "bilder/eins%20a.png" in brought.problem.german


def test_address_that_cannot_be_changed_is_named(tmp_path: Path) -> None:
    for folder, data in (("alt", PNG), ("neu", b"fremd")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a_b.png").write_bytes(data)
    review = parse("---\nform: film\n---\n\n![A](a\\_b.png)\n")
    brought = copy_images(review, [ImageFolder(tmp_path / "alt")], tmp_path / "neu")
    assert brought.problem is not None
    assert "a_b.png" in brought.problem.german
    assert (tmp_path / "neu" / "a_b.png").read_bytes() == b"fremd"


def test_without_a_source_nothing_is_looked_for(tmp_path: Path) -> None:
    brought = copy_images(parse(TEXT), [], tmp_path / "neu")
    assert (brought.addresses, brought.problem) == ({}, None)
    assert not (tmp_path / "neu").exists()
