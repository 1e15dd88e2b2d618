"""Writing exports: names, files that may be replaced, and the images beside a page."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from editor.errors import ExportError
from editor.export.jobs.job import ExportSource, ExportTarget
from editor.export.jobs.preset import ExportedFile
from editor.export.jobs.writer import file_names, find_existing_files, write_target
from editor.export.options import ExportOptions
from editor.export.registry import EXPORT_FORMATS
from editor.export.web.copied_images import FOLDER
from editor.storage.file_location import FileLocation
from editor.storage.load_save import file_digest
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity
from tests.export.reviews import review

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0"
    "00000301010018dd8db00000000049454e44ae426082"
)
PAGE = ExportOptions()


def source(path: Path | None = None) -> ExportSource:
    return ExportSource(review(texts={"story": "Ein Bild: ![Tor](tor.png)"}), path)


def test_every_format_has_a_name_of_its_own(tmp_path: Path) -> None:
    names = file_names("salz", EXPORT_FORMATS, None, tmp_path)
    assert list(names) == list(EXPORT_FORMATS)
    assert len(set(names.values())) == len(names)
    assert names["html"] == "salz.html"


def test_no_name_is_that_of_the_review(tmp_path: Path) -> None:
    own = tmp_path / "salz.md"
    assert file_names("salz", ["md"], own, tmp_path) == {"md": "salz-export.md"}
    assert file_names("Salz", ["md"], own, tmp_path) == {"md": "Salz-export.md"}
    assert file_names("salz", ["md"], own, tmp_path / "dort") == {"md": "salz.md"}


def test_a_format_that_is_gone_has_no_file(tmp_path: Path) -> None:
    assert file_names("salz", ["gibt-es-nicht"], None, tmp_path) == {}


def test_what_lies_there_is_found_and_what_was_changed_since(tmp_path: Path) -> None:
    old, new, foreign = (tmp_path / name for name in ("old.html", "new.md", "foreign.txt"))
    written = write_target(source(), ExportTarget("html", PAGE, old))
    foreign.write_text("fremd")
    paths = {"html": old, "md": new, "txt": foreign}
    found = find_existing_files(paths, {"html": written}, source())
    assert found.digests == {old: written.digest, foreign: file_digest(foreign)}
    assert found.changed == ()
    old.write_text("von Hand")
    assert find_existing_files(paths, {"html": written}, source()).changed == (old,)


def test_images_of_a_review_without_a_file_are_exported(tmp_path: Path) -> None:
    (tmp_path / "waiting").mkdir()
    (tmp_path / "waiting" / "tor.png").write_bytes(PNG)
    unsaved = replace(source(), waiting_images=tmp_path / "waiting")
    write_target(unsaved, ExportTarget("html", PAGE, tmp_path / "a.html"))
    assert "data:image/png;base64," in (tmp_path / "a.html").read_text("utf-8")
    beside = replace(PAGE, embed_images=False)
    (tmp_path / "out").mkdir()
    write_target(unsaved, ExportTarget("html", beside, tmp_path / "out" / "b.html"))
    (copied,) = (tmp_path / "out").rglob("*.png")
    assert copied.read_bytes() == PNG


def test_a_file_that_failed_before_counts_as_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("?")
    assert find_existing_files(
        {"html": path}, {"html": ExportedFile(str(path), "")}, source()
    ).changed == (path,)


def test_the_review_is_never_replaced(tmp_path: Path) -> None:
    own, link = tmp_path / "salz.md", tmp_path / "link.md"
    own.write_text("mein Text")
    link.symlink_to(own)
    for path in (own, link):
        with pytest.raises(ExportError, match="die Rezension selbst"):
            find_existing_files({"md": path}, {}, source(own))
        with pytest.raises(ExportError, match="die Rezension selbst"):
            write_target(source(own), ExportTarget("md", PAGE, path, file_digest(own)))
    assert own.read_text() == "mein Text"


def test_a_file_that_came_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("gerade entstanden")
    with pytest.raises(ExportError, match="inzwischen geändert"):
        write_target(source(), ExportTarget("html", PAGE, path))
    assert path.read_text() == "gerade entstanden"
    assert write_target(
        source(), ExportTarget("html", PAGE, path, file_digest(path))
    ).digest == file_digest(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="anderen Ordner") as caught:
        write_target(source(), ExportTarget("html", PAGE, tmp_path / "fehlt" / "a.html"))
    assert "another folder" in caught.value.english


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    target, link = tmp_path / "dort.html", tmp_path / "hier.html"
    target.write_text("alt")
    link.symlink_to(target)
    write_target(source(), ExportTarget("html", PAGE, link, file_digest(link)))
    assert link.is_symlink()
    assert "<h1" in target.read_text()


def with_picture(tmp_path: Path) -> Path:
    path = tmp_path / "rezension" / "salz.md"
    path.parent.mkdir()
    (path.parent / "tor.png").write_bytes(PNG)
    return path


def test_pictures_are_embedded_where_they_are_to_be(tmp_path: Path) -> None:
    path = with_picture(tmp_path)
    write_target(source(path), ExportTarget("html", PAGE, tmp_path / "a.html"))
    assert "data:image/png;base64," in (tmp_path / "a.html").read_text()
    assert not (tmp_path / FOLDER).exists()


def test_pictures_lie_beside_the_page_otherwise(tmp_path: Path) -> None:
    path = with_picture(tmp_path)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "tor.png").write_bytes(b"ein anderes")
    choices = ExportOptions(embed_images=False)
    write_target(source(path), ExportTarget("html", choices, tmp_path / "a.html"))
    page = (tmp_path / "a.html").read_text()
    placed = [item for item in (tmp_path / FOLDER).iterdir() if item.name != "tor.png"]
    assert [item.read_bytes() for item in placed] == [PNG]
    assert f'src="{FOLDER}/{placed[0].name}"' in page
    assert "data:image" not in page
    assert (tmp_path / FOLDER / "tor.png").read_bytes() == b"ein anderes"


def test_pictures_stay_where_they_are_in_the_folder_of_the_review(tmp_path: Path) -> None:
    path = with_picture(tmp_path)
    write_target(
        source(path),
        ExportTarget("html", ExportOptions(embed_images=False), path.parent / "a.html"),
    )
    assert 'src="tor.png"' in (path.parent / "a.html").read_text()
    assert sorted(item.name for item in path.parent.iterdir()) == ["a.html", "tor.png"]


def test_a_review_that_is_open_in_another_window_is_not_replaced(tmp_path: Path) -> None:
    locks = Locks(tmp_path / "locks", ProcessIdentity.current())
    own, other = tmp_path / "salz.md", tmp_path / "pfeffer.md"
    own.write_text("mein Text")
    other.write_text("anderer Text")
    locks.acquire(other)
    exported = replace(source(own), locks=locks)
    with pytest.raises(ExportError, match="anderen Fenster"):
        find_existing_files({"md": other}, {}, exported)
    with pytest.raises(ExportError, match="anderen Fenster"):
        write_target(exported, ExportTarget("md", PAGE, other, file_digest(other)))
    assert other.read_text() == "anderer Text"
    locks.release(other)
    write_target(exported, ExportTarget("md", PAGE, other, file_digest(other)))


def test_an_image_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "tor.png"
    path.write_bytes(PNG)
    with pytest.raises(ExportError, match="ein Bild"):
        write_target(source(), ExportTarget("html", PAGE, path, replaces=None))
    assert path.read_bytes() == PNG


def test_nothing_is_written_below_a_disk_that_is_gone(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    own = stick / "salz.md"
    gone = replace(source(own), location=FileLocation(own, stick))
    with pytest.raises(ExportError, match="nicht erreichbar"):
        write_target(gone, ExportTarget("html", PAGE, stick / "salz.html"))
    assert list(stick.iterdir()) == []
    write_target(gone, ExportTarget("html", PAGE, tmp_path / "salz.html"))
