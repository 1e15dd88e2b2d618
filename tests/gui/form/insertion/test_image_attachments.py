"""Images in the form and in the text: copied beside the review, previewed, undone."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from editor.gui.editor.image_dialog import ImageDialog
from editor.gui.editor.image_drop import image_in
from editor.gui.form.facts.cover_edit import CoverEdit
from editor.gui.program import Program
from editor.review.form import load_form
from editor.storage import attachments, load_save
from editor.storage.review_file import new_review
from tests.gui.actions import answer_file_dialog, evaluate, find, press, section, type_into, waited


def picture(path: Path, width: int = 60, height: int = 90) -> Path:
    """Write a picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#446688"))
    assert image.save(str(path))
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    folder.mkdir()
    return picture(folder / "Plakat Größe XL.jpg")


@pytest.fixture
def saved(unchecked: Program, tmp_path: Path) -> Program:
    """A window with a review that lies in the folder „texte“."""
    folder = tmp_path / "texte"
    folder.mkdir()
    review = new_review(load_form("film"), [("title", "Salz")])
    load_save.save_review(review, folder / "salz.md")
    unchecked.session.document.open(review, folder / "salz.md")
    return unchecked


def cover(editor: Program) -> CoverEdit:
    return find(editor, CoverEdit, "fact.image")


def words(editor: Program) -> str:
    return find(editor, QLabel, "cover.words").text()


def shown(editor: Program) -> bool:
    return not find(editor, QLabel, "cover.picture").pixmap().isNull()


def drop(target: CoverEdit, path: Path) -> None:
    """Drag ``path`` over the field and let go; Qt sends these events only with a real pointer."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPoint(5, 5)
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(where, Qt.DropAction.CopyAction, mime, *buttons)
    target.dragEnterEvent(entered)
    assert entered.isAccepted()
    target.dropEvent(QDropEvent(QPointF(where), Qt.DropAction.CopyAction, mime, *buttons))


def test_dropped_cover_is_copied_named_and_shown(
    saved: Program, source: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(cover(saved), source)
    qtbot.waitUntil(lambda: shown(saved))
    assert saved.session.document.review.fact("image") == "salz-cover.jpg"
    assert (tmp_path / "texte" / "salz-cover.jpg").read_bytes() == source.read_bytes()
    assert words(saved) == "salz-cover.jpg"


def test_removing_the_cover_leaves_the_file_and_can_be_undone(
    saved: Program, source: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(cover(saved), source)
    qtbot.waitUntil(lambda: shown(saved))
    find(saved, QPushButton, "cover.remove").click()
    assert saved.session.document.review.fact("image") is None
    assert not shown(saved)
    assert (tmp_path / "texte" / "salz-cover.jpg").exists()
    press(saved, "undo")
    assert saved.session.document.review.fact("image") == "salz-cover.jpg"
    qtbot.waitUntil(lambda: shown(saved))


def test_cover_is_chosen_with_the_file_dialog(saved: Program, source: Path, qtbot: QtBot) -> None:
    find(saved, QPushButton, "cover.choose").click()
    answer_file_dialog(qtbot, saved, source)
    qtbot.waitUntil(lambda: saved.session.document.review.fact("image") == "salz-cover.jpg")


def test_pasted_cover_becomes_a_png(saved: Program, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    find(saved, QPushButton, "cover.paste").click()
    qtbot.waitUntil(lambda: saved.session.document.review.fact("image") == "salz-cover.png")
    assert QImage(str(tmp_path / "texte" / "salz-cover.png")).size() == image.size()


def test_clipboard_without_an_image_is_reported(saved: Program) -> None:
    QGuiApplication.clipboard().setText("nur Text")
    find(saved, QPushButton, "cover.paste").click()
    assert "kein Bild" in words(saved)
    assert saved.session.document.review.fact("image") is None


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xd8\xff" + bytes(40), "ist beschädigt"),
        (b"MZ\x00", "ist kein Bild"),
        (b"    ftypavif" + bytes(9 * 1024 * 1024), "größer als 8 MB"),
    ],
    ids=["damaged", "other", "huge"],
)
def test_broken_or_huge_image_is_one_sentence(
    saved: Program, qtbot: QtBot, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "kaputt.jpg"
    path.write_bytes(content)
    drop(cover(saved), path)
    qtbot.waitUntil(lambda: sentence in words(saved))
    assert saved.session.document.review.fact("image") is None
    assert [item.name for item in (tmp_path / "texte").iterdir()] == ["salz.md"]


AVIF = base64.b64decode(
    "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
    "AAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAHAAAACNpaW5mAAAAAAABAAAAFWluZmUC"
    "AAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAA"
    "AAACAAAAAgAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAACRtZGF0EgAKBRgANgQgMhEYAAooooQA"
    "ALATVl9ApOsM/A=="
)
"""Two by two pixels of red."""


def test_cover_that_only_the_page_can_show_is_accepted(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "plakat.avif").write_bytes(AVIF)
    drop(cover(saved), tmp_path / "plakat.avif")
    qtbot.waitUntil(lambda: saved.session.document.review.fact("image") == "salz-cover.avif")
    assert (tmp_path / "texte" / "salz-cover.avif").read_bytes() == AVIF
    qtbot.waitUntil(lambda: words(saved) == "salz-cover.avif (in der Vorschau zu sehen)")
    widths = "[...document.images].map(image => image.naturalWidth).join()"
    qtbot.waitUntil(lambda: evaluate(qtbot, saved, widths) == "2")


def test_image_of_a_section_that_only_the_page_can_show_is_taken(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "szene.avif").write_bytes(AVIF)
    dialog = paste_into_story(qtbot, saved, tmp_path / "szene.avif")
    line = dialog.findChild(QLineEdit, "alt")
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section(saved, "story").text == "![](szene.avif)\n\n")


def test_every_image_format_is_named_offered_and_accepted(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    find(saved, QPushButton, "cover.choose").click()
    dialog = waited(qtbot, lambda: saved.session.window.findChild(QFileDialog))
    (offered,) = dialog.nameFilters()
    dialog.reject()
    for kind in attachments.IMAGE_FORMATS:
        assert kind.name in words(saved)
        for suffix in kind.suffixes:
            assert f"*{suffix}" in offered
            mime = QMimeData()
            mime.setUrls([QUrl.fromLocalFile(str(tmp_path / f"bild{suffix}"))])
            assert image_in(mime) is not None
    (tmp_path / "text.png").write_bytes(b"MZ")
    drop(cover(saved), tmp_path / "text.png")
    qtbot.waitUntil(lambda: "JPEG, PNG, WebP, GIF oder AVIF" in words(saved))


def test_missing_cover_of_a_review_is_reported(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    review = new_review(load_form("film"), [("image", "fehlt.jpg")])
    saved.session.document.open(review, tmp_path / "texte" / "salz.md")
    qtbot.waitUntil(lambda: "lässt sich nicht lesen" in words(saved))


def test_cover_of_an_unsaved_review_waits_for_the_first_save(
    unchecked: Program, source: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    type_into(find(unchecked, QLineEdit, "fact.title"), "Neu")
    drop(cover(unchecked), source)
    qtbot.waitUntil(lambda: shown(unchecked))
    assert unchecked.session.document.review.fact("image") == "neu-cover.jpg"
    assert "Beim ersten Sichern" in unchecked.session.window.message_bar.sentence
    folder = tmp_path / "ziel"
    folder.mkdir()
    picture(folder / "neu-cover.jpg", 5, 5)
    press(unchecked, "save")
    answer_file_dialog(qtbot, unchecked, folder / "neu.md")
    qtbot.waitUntil((folder / "neu-cover-2.jpg").exists)
    qtbot.waitUntil(lambda: unchecked.session.document.review.fact("image") == "neu-cover-2.jpg")
    assert (folder / "neu-cover-2.jpg").read_bytes() == source.read_bytes()
    assert "neben der Rezension" in unchecked.session.window.message_bar.sentence


def find_radio(dialog: ImageDialog, name: str) -> QRadioButton:
    found = dialog.findChild(QRadioButton, name)
    assert found is not None
    return found


def paste_into_story(qtbot: QtBot, editor: Program, path: Path) -> ImageDialog:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(mime)
    section(editor, "story").paste()
    dialog: ImageDialog = waited(qtbot, lambda: editor.session.window.findChild(ImageDialog))
    return dialog


def test_image_in_a_section_gets_its_alternative_text_and_its_place(
    saved: Program, source: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    story = section(saved, "story")
    type_into(story, "vor nach")
    story.select(6, 6)
    dialog = paste_into_story(qtbot, saved, source)
    assert not dialog.isModal()
    story.select(0, 0)
    type_into(story, "Ganz ")
    line = dialog.findChild(QLineEdit, "alt")
    assert line is not None
    type_into(line, "Ein Plakat")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "![" in story.text)
    assert story.text == "Ganz vor nach\n\n![Ein Plakat](plakat-groesse-xl.jpg)\n\n"
    file = tmp_path / "texte" / "plakat-groesse-xl.jpg"
    assert file.exists()
    press(saved, "undo")
    assert saved.session.document.review.text("story") == "Ganz vor nach"
    assert file.exists()


def test_image_is_chosen_from_the_menu_and_stands_alone(
    saved: Program, source: Path, qtbot: QtBot
) -> None:
    story = section(saved, "story")
    type_into(story, "Ein **fettes Wort** hier")
    story.select(8, 8)
    press(saved, "image")
    answer_file_dialog(qtbot, saved, source)
    dialog = waited(qtbot, lambda: saved.session.window.findChild(ImageDialog))
    dialog.accept()
    qtbot.waitUntil(lambda: "![" in story.text)
    assert story.text == "![](plakat-groesse-xl.jpg)\n\nEin **fettes Wort** hier"
    press(saved, "undo")
    assert story.text == "Ein **fettes Wort** hier"


def test_large_image_is_scaled_as_chosen_and_the_choice_is_remembered(
    saved: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    large = picture(tmp_path / "gross.png", 3_600, 90)
    dialog = paste_into_story(qtbot, saved, large)
    chosen = [button.objectName() for button in dialog.findChildren(QRadioButton)]
    assert chosen == ["size.web", "size.print", "size.original"]
    web, in_print = (find_radio(dialog, name) for name in ("size.web", "size.print"))
    assert web.isChecked()
    assert "1600 × 40" in web.text()
    QTest.mouseClick(in_print, Qt.MouseButton.LeftButton, pos=QPoint(8, in_print.height() // 2))
    dialog.accept()
    qtbot.waitUntil((tmp_path / "texte" / "gross.png").exists)
    qtbot.waitUntil(lambda: "![" in section(saved, "story").text)
    assert QImage(str(tmp_path / "texte" / "gross.png")).width() == 3_000
    assert find_radio(paste_into_story(qtbot, saved, large), "size.print").isChecked()


def test_large_cover_is_scaled_too(saved: Program, qtbot: QtBot, tmp_path: Path) -> None:
    drop(cover(saved), picture(tmp_path / "gross.png", 2_400, 60))
    dialog = waited(qtbot, lambda: saved.session.window.findChild(ImageDialog))
    assert not dialog.findChild(QLineEdit, "alt").isVisible()
    dialog.accept()
    qtbot.waitUntil(lambda: saved.session.document.review.fact("image") == "salz-cover.png")
    assert QImage(str(tmp_path / "texte" / "salz-cover.png")).width() == 1_600


def test_preview_shows_an_image_before_the_first_save(
    unchecked: Program, source: Path, qtbot: QtBot
) -> None:
    paste_into_story(qtbot, unchecked, source).accept()
    qtbot.waitUntil(lambda: "![" in section(unchecked, "story").text)
    widths = "[...document.images].map(image => image.naturalWidth).join()"
    qtbot.waitUntil(lambda: evaluate(qtbot, unchecked, widths) == "60")


def test_image_without_an_answer_leaves_nothing(
    saved: Program, source: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    paste_into_story(qtbot, saved, source).reject()
    qtbot.waitUntil(lambda: saved.session.window.findChild(ImageDialog) is None)
    assert section(saved, "story").text == ""
    assert [item.name for item in (tmp_path / "texte").iterdir()] == ["salz.md"]


def test_answer_after_another_review_was_opened_goes_nowhere(
    saved: Program, source: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = paste_into_story(qtbot, saved, source)
    saved.session.document.open(new_review(load_form("film")), None)
    dialog.accept()
    qtbot.waitUntil(lambda: saved.session.window.findChild(ImageDialog) is None)
    assert all(not part.text for part in saved.session.document.review.sections)
    assert [item.name for item in (tmp_path / "texte").iterdir()] == ["salz.md"]


def test_text_with_an_image_of_itself_is_text(saved: Program) -> None:
    mime = QMimeData()
    mime.setText("Wort")
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(mime)
    section(saved, "story").paste()
    assert section(saved, "story").text == "Wort"


def test_image_of_an_unsaved_review_goes_beside_it_with_the_first_save(
    unchecked: Program, source: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    paste_into_story(qtbot, unchecked, source).accept()
    story = section(unchecked, "story")
    qtbot.waitUntil(lambda: "![" in story.text)
    (tmp_path / "ziel").mkdir()
    picture(tmp_path / "ziel" / "plakat-groesse-xl.jpg", 5, 5)
    press(unchecked, "save")
    answer_file_dialog(qtbot, unchecked, tmp_path / "ziel" / "neu.md")
    qtbot.waitUntil(lambda: "plakat-groesse-xl-2.jpg" in story.text)
    assert (tmp_path / "ziel" / "plakat-groesse-xl-2.jpg").read_bytes() == source.read_bytes()
    widths = "[...document.images].map(image => image.naturalWidth).join()"
    qtbot.waitUntil(lambda: evaluate(qtbot, unchecked, widths) == "60")


def test_question_about_an_image_goes_with_its_review(
    saved: Program, source: Path, qtbot: QtBot
) -> None:
    window = saved.session.window
    section(saved, "story").offer_image(source)
    waited(qtbot, lambda: window.findChild(ImageDialog))
    saved.session.document.open(new_review(load_form("film")), None)
    qtbot.waitUntil(lambda: window.findChild(ImageDialog) is None)
