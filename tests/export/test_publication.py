"""The checklist before publication: what the review says, and what only its folder can tell."""

from pathlib import Path

from editor.export.publication import publication_checklist
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.review_file import new_review

FORM = load_form("series")


def review() -> Review:
    bare = new_review(FORM).with_fact("image", "cover.jpg")
    return bare.with_text("plot", "Kurz. ![a](fehlt.png) XXX").with_text("story", "![](b.png)")


def images(folder: Path | None) -> list[str]:
    items = publication_checklist(review(), FORM, {}, folder)
    return [item.section or item.fact or "" for item in items if item.kind == "image"]


def test_images_that_are_missing_in_the_folder_are_listed(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(b"")
    assert images(tmp_path)[:2] == ["image", "plot"]
    (tmp_path / "fehlt.png").write_bytes(b"")
    assert "plot" not in images(tmp_path)


def test_review_without_a_folder_has_no_missing_images() -> None:
    assert images(None) == ["story"]


def test_items_are_in_the_order_of_the_text(tmp_path: Path) -> None:
    items = publication_checklist(review(), FORM, {"story": 2, "plot": 1}, tmp_path)
    order = {section.id: number for number, section in enumerate(review().sections)}
    places = [
        (order.get(item.section or "", -1), item.span[0] if item.span else -1) for item in items
    ]
    assert places == sorted(places)
    assert items[0].fact is not None, "facts come before the sections"
    assert {item.kind for item in items} >= {"fact", "findings", "image", "overall"}
