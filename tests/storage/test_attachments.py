"""Pictures beside a review: never over another file, whole or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import AttachmentError
from editor.export.html import render_section
from editor.export.image_sources import embedded_images
from editor.storage import attachments
from editor.storage.attachments import attach, attach_file, copy_file, image_markdown, rename_images
from editor.storage.review_file import parse

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
OTHER = PNG + b"x"


def test_picture_is_written_under_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "neu"
    assert attach(PNG, folder, "salz-cover") == "salz-cover.png"
    assert (folder / "salz-cover.png").read_bytes() == PNG
    assert [path.name for path in folder.iterdir()] == ["salz-cover.png"]


def test_same_picture_is_used_again_and_another_gets_a_number(tmp_path: Path) -> None:
    names = [attach(data, tmp_path, "a") for data in (PNG, OTHER, PNG, OTHER)]
    assert names == ["a.png", "a-2.png", "a.png", "a-2.png"]
    assert (tmp_path / "a.png").read_bytes() == PNG
    assert len(list(tmp_path.iterdir())) == 2


def test_foreign_file_and_dangling_link_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("fremd")
    (tmp_path / "a-2.png").symlink_to(tmp_path / "fehlt")
    assert attach(PNG, tmp_path, "a") == "a-3.png"
    assert (tmp_path / "a.png").read_text() == "fremd"
    assert not (tmp_path / "fehlt").exists()


def test_without_hard_links_nothing_is_replaced_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "a.png").write_text("fremd")
    assert attach(PNG, tmp_path, "a") == "a-2.png"
    assert (tmp_path / "a-2.png").read_bytes() == PNG
    assert len(list(tmp_path.iterdir())) == 2


def test_failing_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(AttachmentError, match="prüfen Sie Platz"):
        attach(PNG, tmp_path, "a")
    assert list(tmp_path.iterdir()) == []


def test_picture_in_the_folder_is_not_copied(tmp_path: Path) -> None:
    source = tmp_path / "Bild Ä.png"
    source.write_bytes(PNG)
    assert attach_file(source, tmp_path, "salz-cover") == "Bild Ä.png"
    assert len(list(tmp_path.iterdir())) == 1


def test_suffix_is_that_of_the_content(tmp_path: Path) -> None:
    source = tmp_path / "falsch.png"
    source.write_bytes(b"\xff\xd8\xff" + bytes(20))
    assert attach_file(source, tmp_path / "texte", "x") == "x.jpg"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"<svg/>", "kein Bild"), (b"", "kein Bild"), (bytes(2_000), "größer als")],
)
def test_what_no_page_can_show_is_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(data)
    with pytest.raises(AttachmentError, match=sentence):
        attachments.read_image(path, most_bytes=1_000)


def test_missing_picture_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AttachmentError, match="prüfen Sie Ort"):
        attachments.read_image(tmp_path / "fehlt.png")


def test_copy_keeps_its_place_and_overwrites_nothing(tmp_path: Path) -> None:
    source, folder = tmp_path / "gross.svg", tmp_path / "texte"
    source.write_bytes(b"<svg/>" * 100_000)
    assert copy_file(source, folder, "bilder/1.svg") == "bilder/1.svg"
    assert copy_file(source, folder, "bilder/1.svg") == "bilder/1.svg"
    (folder / "bilder" / "1.svg").write_text("fremd")
    assert copy_file(source, folder, "bilder/1.svg") == "bilder/1-2.svg"
    assert (folder / "bilder" / "1.svg").read_text() == "fremd"
    assert (folder / "bilder" / "1-2.svg").read_bytes() == source.read_bytes()
    assert len(list((folder / "bilder").iterdir())) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("![A](a.png)", "![A](b.png)"),
        ('![A [1]](a.png "Titel") und mehr', '![A [1]](b.png "Titel") und mehr'),
        ("[![A](a.png)](a.png)", "[![A](b.png)](b.png)"),
        ("![A](<a.png>)", "![A](<b.png>)"),
        ("![A][1]\n\n[1]: a.png", "![A][1]\n\n[1]: b.png"),
        ('<img alt="A" src="a.png">', '<img alt="A" src="b.png">'),
        ("Siehe a.png und a.png.", "Siehe a.png und a.png."),
        ("![A](aa.png) ![B](x/a.png) ![C](a.pngx)", "![A](aa.png) ![B](x/a.png) ![C](a.pngx)"),
        ("![A](a.png) ![B](b.png)", "![A](b.png) ![B](c.png)"),
    ],
)
def test_addresses_are_changed_where_they_are_addresses(old: str, new: str) -> None:
    review = parse(f"---\nform: film\nimage: a.png\ntitle: a.png\n---\n\n{old}\n")
    changed = rename_images(review, {"a.png": "b.png", "b.png": "c.png"})
    assert changed.text("introduction") == new
    assert (changed.fact("image"), changed.title) == ("b.png", "a.png")
    assert rename_images(review, {"a.png": "a.png"}) is review


@pytest.mark.parametrize("name", ["bild.png", "Bild Ä (1).png", "a b.jpg", "50%.png"])
def test_reference_leads_to_the_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PNG)
    html = render_section(image_markdown("Alt", name), "story", embedded_images(tmp_path))
    assert 'src="data:image/png' in html
    assert 'alt="Alt"' in html


def test_brackets_of_the_alternative_text_do_not_end_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    html = render_section(
        image_markdown("Tafel [1]\nlinks", "a.png"), "story", embedded_images(tmp_path)
    )
    assert 'alt="Tafel [1] links"' in html


@given(st.text(max_size=40))
def test_file_name_is_plain(text: str) -> None:
    name = attachments.slugify(text)
    assert len(name) <= 80
    assert not set(name) & set('/\\:*?"<>| .')
    assert name == attachments.slugify(name)


def test_umlauts_are_spelt_out() -> None:
    assert attachments.slugify("Größe & Glück: Staffel 2") == "groesse-glueck-staffel-2"
    # As macOS writes the names of files: a letter and what stands above it.
    assert attachments.slugify("Das Ma\u0308dchen") == "das-maedchen"
