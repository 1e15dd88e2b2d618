import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from editor.errors import ConversionError
from editor.export.image_sources import embedded_images
from editor.export.office import render_docx, render_odt
from editor.export.options import RenderOptions
from editor.paths import resource
from tests.export import golden
from tests.export.reviews import review
from tools import office_reference

pypandoc: Any = import_module("pypandoc")
KINDS = {"docx": render_docx, "odt": render_odt}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, FO = f"{OASIS}text:1.0}}", f"{OASIS}style:1.0}}", f"{OASIS}xsl-fo-compatible:1.0}}"
STANDARD = RenderOptions(images=golden.IMAGES)
HEADINGS = [
    (1, "Inhalt"),
    (1, "Story"),
    (2, "Was trägt"),
    (2, "Was stört"),
    (1, "Darsteller"),
    (1, "Effekte"),
    (1, "Bild und Ton"),
    (1, "Fazit"),
]

both = pytest.mark.parametrize("kind", KINDS)


@lru_cache
def made(kind: str, options: RenderOptions = STANDARD) -> bytes:
    return KINDS[kind](golden.review(), options)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.read(name).decode("utf-8")


def parsed(source: str | bytes) -> ET.Element:
    return ET.fromstring(source)  # noqa: S314 - written by our own code


def xml(data: bytes, name: str) -> ET.Element:
    return parsed(part(data, name))


def tree(data: bytes, kind: str) -> Any:
    """Return a document as pandoc reads it."""
    command = [pypandoc.get_pandoc_path(), f"--from={kind}", "--to=json"]
    return json.loads(subprocess.run(command, input=data, capture_output=True, check=True).stdout)


def nodes(value: Any, kind: str) -> Iterator[Any]:
    if isinstance(value, dict):
        if value.get("t") == kind:
            yield value["c"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from nodes(item, kind)


def text_of(value: Any) -> str:
    if isinstance(value, dict):
        if value.get("t") in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if value.get("t") in ("Str", "Code", "CodeBlock"):
            return str(value["c"] if isinstance(value["c"], str) else value["c"][1])
        value = value.get("c", [])
    return "".join(map(text_of, value)) if isinstance(value, list) else ""


def squeezed(text: str) -> str:
    return "".join(text.split())


def plain(data: bytes, kind: str) -> str:
    return squeezed(text_of(tree(data, kind)["blocks"]))


@both
def test_headings_emphasis_lists_and_tables_are_what_they_are(kind: str) -> None:
    found = tree(made(kind), kind)
    assert [(h[0], text_of(h[2])) for h in nodes(found, "Header")] == HEADINGS
    assert "langsam" in [text_of(c) for c in nodes(found, "Emph")]
    assert "das eigentliche Drama" in [text_of(c) for c in nodes(found, "Strong")]
    assert len(list(nodes(found, "BulletList"))) == 2
    assert len(list(nodes(found, "OrderedList"))) == 1
    assert len(list(nodes(found, "Table"))) == 3


@both
def test_a_footnote_is_one(kind: str) -> None:
    notes = [text_of(note) for note in nodes(tree(made(kind), kind), "Note")]
    assert notes == ["Die Kinofassung lief vier Minuten länger, siehe Bild und Ton."]


@both
def test_links_lead_where_they_should(kind: str) -> None:
    found = {link[2][0] for link in nodes(tree(made(kind), kind), "Link")}
    assert "#picture_sound" in found
    assert any(address.startswith("https://www.example.org/stiller-kanal?") for address in found)


@both
def test_all_of_the_text_is_there(kind: str) -> None:
    found = plain(made(kind), kind)
    for words in (
        "Ida Brockmöller (Funkerin Lene)",
        "★★★★★★★½☆☆ 7,5 von 10 Punkten",
        "Gesamtwertung: ★★★★★★★½☆☆ 7,5 von 10 Punkten",
        "Spoiler: zum Schluss",
        "mitgehört hat, ist ein starkes Bild",
        "eine Spur dichter",
        "Ida Brockmöller als Lene",
        "„Man hört nur, wofür man still genug ist.“",
    ):
        assert squeezed(words) in found


@pytest.mark.parametrize("variant", ["de-DE", "de-AT", "de-CH"])
def test_word_checks_in_the_german_of_the_review(variant: str) -> None:
    data = made("docx", RenderOptions(variant=variant))
    (language,) = xml(data, "word/styles.xml").iter(f"{W}lang")
    assert language.get(f"{W}val") == variant
    (fonts,) = xml(data, "word/settings.xml").iter(f"{W}themeFontLang")
    assert fonts.get(f"{W}val") == variant
    assert "proofState" not in part(data, "word/settings.xml")
    assert f"<dc:language>{variant}</dc:language>" in part(data, "docProps/core.xml")


@pytest.mark.parametrize("variant", ["de-DE", "de-AT", "de-CH"])
def test_libreoffice_checks_in_the_german_of_the_review(variant: str) -> None:
    data = made("odt", RenderOptions(variant=variant))
    found = {
        (properties.get(f"{FO}language"), properties.get(f"{FO}country"))
        for style in xml(data, "styles.xml").iter(f"{STYLE}default-style")
        for properties in style.iter(f"{STYLE}text-properties")
    }
    assert found == {tuple(variant.split("-"))}
    assert f"<dc:language>{variant}</dc:language>" in part(data, "meta.xml")


def test_word_knows_title_author_and_day() -> None:
    found = part(made("docx"), "docProps/core.xml")
    parsed(found)
    assert "<dc:title>Der stille Kanal</dc:title>" in found
    assert "<dc:creator>Petra Lüders</dc:creator>" in found
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", found)) == {"2026-11-22T00:00:00Z"}


def test_libreoffice_knows_title_author_and_day() -> None:
    found = part(made("odt"), "meta.xml")
    parsed(found)
    assert "<dc:title>Der stille Kanal</dc:title>" in found
    assert "<meta:initial-creator>Petra Lüders</meta:initial-creator>" in found
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", found)) == {"2026-11-22T00:00:00Z"}


@both
def test_nobody_is_author_of_a_review_that_names_none(kind: str) -> None:
    data = KINDS[kind](review(title="A & B"), RenderOptions())
    found = part(data, {"docx": "docProps/core.xml", "odt": "meta.xml"}[kind])
    assert "A &amp; B" in found
    assert "creator" not in found
    assert "1970" not in found


def test_headings_and_ratings_have_styles_of_word() -> None:
    styles = [s.get(f"{W}val") for s in xml(made("docx"), "word/document.xml").iter(f"{W}pStyle")]
    assert styles.count("Heading1") == 6
    assert styles.count("Heading2") == 2
    assert styles.count("Rating") == 5
    assert {"Title", "Subtitle", "FactLabel", "Fact", "Spoiler", "BlockText"} <= set(styles)


def test_headings_and_ratings_have_styles_of_libreoffice() -> None:
    body = xml(made("odt"), "content.xml")
    levels = [h.get(f"{TEXT}outline-level") for h in body.iter(f"{TEXT}h")]
    assert levels == [str(level) for level, _ in HEADINGS]
    styles = {p.get(f"{TEXT}style-name") for p in body.iter(f"{TEXT}p")}
    assert {"Title", "Subtitle", "FactLabel", "Fact", "Rating", "Spoiler"} <= styles


def test_word_describes_an_image_once_and_carries_it() -> None:
    body = part(made("docx"), "word/document.xml")
    assert re.findall(r'descr="([^"]+)"', body) == ["Lene am Funkgerät"]
    assert "data:image" not in body
    with zipfile.ZipFile(io.BytesIO(made("docx"))) as archive:
        images = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert archive.read(images[0]) == (golden.FOLDER / "bilder" / "lene.png").read_bytes()


def test_libreoffice_describes_each_image(tmp_path: Path) -> None:
    shutil.copy(golden.FOLDER / "bilder" / "lene.png", tmp_path / "a.png")
    story = "![Eins & <zwei>](a.png)\n\nText[^1] ![Vier](a.png)\n\n[^1]: Note ![Drei](a.png)\n"
    made_of = review(texts={"story": story}, image="a.png", image_alt="Plakat")
    body = part(render_odt(made_of, RenderOptions(images=embedded_images(tmp_path))), "content.xml")
    found = [e.text for e in parsed(body).iter() if e.tag.endswith("}desc")]
    assert found == ["Plakat", "Eins & <zwei>", "Drei", "Vier"]


@both
def test_an_image_is_no_wider_than_the_text(kind: str, tmp_path: Path) -> None:
    shutil.copy(golden.FOLDER / "bilder" / "lene.png", tmp_path / "a.png")
    data = KINDS[kind](
        review(texts={"story": "![A](a.png)"}), RenderOptions(images=embedded_images(tmp_path))
    )
    if kind == "docx":
        emus = re.findall(r'<wp:extent cx="(\d+)"', part(data, "word/document.xml"))
        assert [round(int(emu) / 360_000, 1) for emu in emus] == [12.7]
    else:
        inches = re.findall(r'svg:width="([\d.]+)in"', part(data, "content.xml"))
        assert [round(float(inch) * 2.54, 1) for inch in inches] == [12.7]


@both
def test_an_image_that_cannot_be_had_leaves_its_words(kind: str) -> None:
    data = KINDS[kind](golden.review(), RenderOptions())
    assert "LeneamFunkgerät" in plain(data, kind)
    assert list(nodes(tree(data, kind), "Image")) == []


@both
def test_headings_can_be_left_out(kind: str) -> None:
    found = made(kind, RenderOptions(headings=False))
    assert [text_of(h[2]) for h in nodes(tree(found, kind), "Header")] == ["Was trägt", "Was stört"]
    assert squeezed("Darsteller ★★★★★★★★★☆ 9 von 10 Punkten") in plain(found, kind)


@both
def test_spoilers_can_be_left_out(kind: str) -> None:
    removed = plain(made(kind, RenderOptions(spoilers="removed")), kind)
    noted = plain(made(kind, RenderOptions(spoilers="noted")), kind)
    assert "mitgehört" not in removed + noted
    assert squeezed("[Spoiler ausgelassen]") in noted


@both
def test_a_spoiler_stands_in_a_frame_with_all_that_is_in_it(kind: str) -> None:
    story = (
        "Davor.\n\n<details markdown='1'>\n<summary>Mehr</summary>\n\nEins.\n\n- zwei\n\n> drei\n\n"
        "</details>\n\nDanach."
    )
    data = KINDS[kind](review(texts={"story": story}), RenderOptions())
    (table,) = nodes(tree(data, kind), "Table")
    assert squeezed(text_of(table)) == "SpoilerEins.zweidrei"
    if kind == "docx":
        (style,) = xml(data, "word/document.xml").iter(f"{W}tblStyle")
        name = style.get(f"{W}val")
        known = {s.get(f"{W}styleId"): s for s in xml(data, "word/styles.xml").iter(f"{W}style")}
        assert next(known[name].iter(f"{W}tblBorders")) is not None
    else:
        assert part(data, "content.xml").count('"SpoilerCell"') == 2


@both
def test_contents_are_links_to_the_sections(kind: str) -> None:
    data = made(kind, RenderOptions(contents=True))
    chapters = [text for level, text in HEADINGS if level == 1]
    first = next(nodes(tree(data, kind), "BulletList"))
    assert [text_of(item) for item in first] == chapters
    assert len({link[2][0] for link in nodes(first, "Link")}) == len(chapters)


@both
def test_without_headings_there_are_no_contents(kind: str) -> None:
    data = made(kind, RenderOptions(contents=True, headings=False))
    assert "Inhaltsverzeichnis" not in plain(data, kind)


@both
def test_two_runs_give_the_same_bytes(kind: str) -> None:
    assert made(kind) == KINDS[kind](golden.review(), STANDARD)
    with zipfile.ZipFile(io.BytesIO(made(kind))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_open_document_begins_with_its_type() -> None:
    assert made("odt")[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["docx", "odt"]))
def test_any_text_makes_a_whole_document(text: str, kind: str) -> None:
    made_of = review(texts={"story": text}, title=text, author=text)
    data = KINDS[kind](made_of, RenderOptions())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                parsed(archive.read(name))


@both
def test_a_text_full_of_signs_comes_out_as_it_is(kind: str) -> None:
    signs = "<w:p> & \"'` \\ {{a}} [b](c) @d #e $f$ *g* _h_ ~i~ ^j^ | %k"
    written = "".join(f"&#{ord(c)};" for c in signs)
    data = KINDS[kind](review(texts={"story": written}, label=signs), RenderOptions())
    assert plain(data, kind).count(squeezed(signs)) == 2


@both
def test_the_reference_document_is_what_its_source_makes(kind: str) -> None:
    assert resource("office", f"reference.{kind}").read_bytes() == office_reference.make_reference(
        kind
    )


@both
def test_without_pandoc_the_answer_says_so(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing() -> str:
        raise OSError

    monkeypatch.setattr(pypandoc, "__file__", str(tmp_path / "__init__.py"))
    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    with pytest.raises(ConversionError) as caught:
        KINDS[kind](review(), RenderOptions())
    assert "fehlt pandoc" in caught.value.german


# -- the real LibreOffice, where there is one ------------------------------------------------------

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def opened(data: bytes, kind: str, target: str, folder: Path) -> bytes:
    """Return a document as LibreOffice converts it to the format ``target``."""
    source = folder / f"rezension.{kind}"
    source.write_bytes(data)
    out = folder / "out"
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        *("--convert-to", target, "--outdir", str(out), str(source)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(out.glob(f"*.{target.partition(':')[0]}")).read_bytes()


@needs_libreoffice
@both
def test_libreoffice_reads_what_was_written(kind: str, tmp_path: Path) -> None:
    again = opened(made(kind), kind, "fodt", tmp_path)
    root = parsed(again)
    headings = [
        (int(h.get(f"{TEXT}outline-level", "0")), "".join(h.itertext()).strip())
        for h in root.iter(f"{TEXT}h")
    ]
    assert headings == HEADINGS
    words = squeezed("".join(root.itertext()))
    assert squeezed("Die Kinofassung lief vier Minuten länger") in words
    assert [e.text for e in root.iter() if e.tag.endswith("}desc")] == ["Lene am Funkgerät"]
    assert len(list(root.iter(f"{TEXT}note"))) == 1
    assert 'fo:country="DE"' in again.decode()
    assert 'fo:font-style="italic"' in again.decode()


@needs_libreoffice
@both
def test_libreoffice_prints_it_on_numbered_pages_of_a4(kind: str, tmp_path: Path) -> None:
    pages = PdfReader(io.BytesIO(opened(made(kind), kind, "pdf", tmp_path))).pages
    assert {round(page.mediabox.width) for page in pages} == {595}
    for number, page in enumerate(pages, 1):
        assert str(number) in page.extract_text().split()
    assert sum(len(page.images) for page in pages) >= 1
