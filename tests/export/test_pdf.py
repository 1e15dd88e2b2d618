import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from io import BytesIO
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, cast

import psutil
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from editor.errors import ExportError
from editor.export.document import build_document
from editor.export.image_sources import embedded_images
from editor.export.options import RenderOptions
from editor.export.paged.typst import TypstJob, _send, compile_pdf
from editor.export.paged.typst_nodes import ascii_address
from editor.export.pdf import font_families, render_pdf, template_data
from editor.export.themes.theme_registry import ThemeRegistry
from editor.helper_processes import end_helpers
from editor.paths import resource
from editor.review.model import Review
from editor.storage.processes import ProcessIdentity, ScratchFolder
from tests.export import golden
from tests.export.reviews import review

TYPST = "#$@<>/\\\"'`*_=-+~[](){}:;,.!?&%^| "
ATTACKS = [
    '#read("/etc/passwd")',
    '#import "@preview/tablex:0.0.9"',
    "#{panic()}",
    "$ sum_(i=0)^n x $",
    "@quelle <marke> // Kommentar /* auch */",
    "\\ \\\\ \\u{41} \\#",
    "= Titel - Punkt + Zahl / Begriff: x",
    '"])) #eval("1") ((',
    "https://example.org/a#b ~ --- ... ''",
]


@lru_cache
def made(theme: str = "quiet") -> bytes:
    return render_pdf(
        golden.review(), RenderOptions(images=golden.IMAGES, theme=theme, contents=True)
    )


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def root_of(data: bytes) -> dict[str, Any]:
    return cast("dict[str, Any]", reader(data).root_object)


def quick(made_of: Review, options: RenderOptions = RenderOptions()) -> bytes:  # noqa: B008 - frozen
    """Return the PDF of a review without images, in this process."""
    data, files = template_data(build_document(made_of, options), options)
    assert files == {}
    template = resource("typst", "review.typ").read_bytes()
    with tempfile.TemporaryDirectory() as root:
        compiler = typst.Compiler(template, Path(root), sys_inputs={"review": json.dumps(data)})
        result = compiler.compile(format="pdf")
    assert isinstance(result, bytes)
    return result


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in reader(data).pages)


def squeezed(text: str) -> str:
    """Return the text without anything that depends on line breaks."""
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "\u200b\u00ad-")))


def elements(data: bytes) -> Iterator[Any]:
    todo: list[Any] = [root_of(data)["/StructTreeRoot"]["/K"]]
    while todo:
        item = todo.pop(0)
        item = item.get_object() if hasattr(item, "get_object") else item
        if isinstance(item, list):
            todo[:0] = list(item)
        elif isinstance(item, dict):
            if "/S" in item:
                yield item
            if "/K" in item:
                todo.insert(0, item["/K"])


def tags(data: bytes) -> list[str]:
    return [str(item["/S"]) for item in elements(data)]


def links(data: bytes) -> set[str]:
    found = set()
    for page in reader(data).pages:
        for note in page.get("/Annots") or ():
            action = note.get_object().get("/A", {})
            found.add(str(action.get("/URI", "inside")))
    return found


def test_a_pdf_is_tagged_accessible_and_says_what_it_is() -> None:
    read = reader(made())
    assert root_of(made())["/MarkInfo"]["/Marked"]
    assert root_of(made())["/Lang"] == "de-DE"
    assert read.metadata is not None
    assert read.metadata.title == "Der stille Kanal"
    assert read.metadata.author == "Petra Lüders"
    assert str(read.metadata["/CreationDate"]).startswith("D:20261122")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made()
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in read.pages}
    assert sizes == {(595, 842)}


def test_every_heading_is_a_bookmark() -> None:
    def titles(outline: list[Any]) -> list[Any]:
        return [titles(item) if isinstance(item, list) else item.title for item in outline]

    assert titles(reader(made()).outline) == [
        "Inhalt",
        "Story",
        ["Was trägt", "Was stört"],
        "Darsteller",
        "Effekte",
        "Bild und Ton",
        "Fazit",
    ]


def test_what_the_writer_marked_up_is_there_for_a_screen_reader() -> None:
    found = tags(made())
    for tag in ("/Title", "/H1", "/H2", "/L", "/Table", "/TH", "/Figure", "/Note", "/BlockQuote"):
        assert tag in found
    assert found.count("/Em") >= 3
    assert [e["/Alt"] for e in elements(made()) if "/Alt" in e and e["/S"] == "/Figure"] == [
        "Lene am Funkgerät"
    ]


def test_the_text_is_all_there() -> None:
    found = squeezed(text_of(made()))
    for words in (
        "Blu-ray · Rezension von Petra Lüders vom 22. November 2026",
        "Ida Brockmöller (Funkerin Lene)",
        "7,5 von 10 Punkten",
        "Spoiler: zum Schluss",
        "mitgehört hat, ist ein starkes Bild",
        "Die Kinofassung lief vier Minuten länger",
        "eine Spur dichter",
        "Ida Brockmöller als Lene",
        "Inhaltsverzeichnis",
    ):
        assert squeezed(words) in found
    assert "↩" not in found


def test_links_can_be_followed_and_read() -> None:
    address = "https://www.example.org/stiller-kanal?teil=2&ort=Büsum"
    assert {address.replace("ü", "%C3%BC"), "inside"} <= links(made())
    assert squeezed(address) in squeezed(text_of(made()))


@pytest.mark.parametrize("theme", ["quiet", "magazine", "contrast", "book"])
def test_two_runs_give_the_same_bytes(theme: str) -> None:
    again = render_pdf(
        golden.review(), RenderOptions(images=golden.IMAGES, theme=theme, contents=True)
    )
    assert made(theme) == again


def test_themes_differ_and_a_theme_of_ones_own_is_laid_out_like_what_it_extends(
    tmp_path: Path,
) -> None:
    assert len({made(theme) for theme in ("quiet", "magazine", "contrast", "book")}) == 4
    (tmp_path / "roman").mkdir()
    (tmp_path / "roman" / "theme.toml").write_text('label = "Roman"\nextends = "book"\n')
    own = RenderOptions(theme="roman", themes=ThemeRegistry(tmp_path))
    said = build_document(golden.review(), own)
    assert template_data(said, own)[0]["layout"]["justify"] is True
    assert template_data(said, RenderOptions())[0]["layout"]["justify"] is False


def test_the_writers_colour_and_fonts_come_first_and_an_unknown_font_does_no_harm() -> None:
    options = RenderOptions(accent="#0b5d1e", text_font="Gibt Es Nicht", heading_font="P052")
    data, _ = template_data(build_document(golden.review(), options), options)
    assert data["colors"]["accent"] == "#0b5d1e"
    assert data["fonts"]["text"][0] == "Gibt Es Nicht"
    assert data["fonts"]["heading"][0] == "P052"
    assert "Solvang" in text_of(quick(golden.review(), options))


def test_families_of_css_become_families_that_are_there() -> None:
    assert font_families('"Noto Serif", Georgia, "DejaVu Serif", serif') == [
        "Noto Serif",
        "Georgia",
        "Libertinus Serif",
    ]
    assert font_families("system-ui, sans-serif")[0] == "Liberation Sans"


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_is_written_is_read_as_typst(attack: str) -> None:
    written = "".join(f"&#{ord(c)};" if not c.isalnum() else c for c in attack)
    story = f"Text {written} Ende\n\n> {written}\n\n    {attack}\n"
    found = squeezed(text_of(quick(review(texts={"story": story}, title=attack, author=attack))))
    assert found.count(squeezed(attack)) >= 4


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from(TYPST + "aäßZ1„“–…\u00a0"), min_size=1, max_size=40))
def test_any_text_comes_out_as_it_is(text: str) -> None:
    written = "".join(f"&#{ord(c)};" for c in text)
    found = squeezed(text_of(quick(review(texts={"story": f"A{written}B"}, label=f"C{text}D"))))
    assert squeezed(f"A{text}B") in found
    assert squeezed(f"C{text}D") in found


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_markdown_can_be_typeset(text: str) -> None:
    assert quick(review(texts={"story": text}, title=text)).startswith(b"%PDF-")


def test_what_is_nested_deeply_is_still_typeset() -> None:
    lists = "\n".join(f"{'    ' * depth}- Ebene {depth}" for depth in range(30))
    spans = "<span>" * 90 + "innen" + "</span>" * 90
    quotes = ">" * 60 + " zitiert"
    found = text_of(quick(review(texts={"story": f"{lists}\n\n{spans}\n\n{quotes}\n"})))
    for words in ("Ebene 0", "Ebene 29", "innen", "zitiert"):
        assert words in found


def test_a_word_wider_than_the_page_breaks() -> None:
    word = "x" * 400
    data = quick(review(texts={"story": word}))
    assert len(text_of(data).split("\n")) > 4
    assert squeezed(text_of(data)).count("x") >= 400


def test_a_character_without_a_glyph_does_not_stop_a_pdf() -> None:
    made_of = review(texts={"story": "Ende \U000131f3 \U0001f3ac 漢"}, title="Titel")
    assert compiled_text(made_of)


def compiled_text(made_of: Review, options: RenderOptions = RenderOptions()) -> str:  # noqa: B008 - frozen
    return text_of(render_pdf(made_of, options))


def test_a_review_of_nothing_is_a_pdf_in_the_writers_german() -> None:
    data = render_pdf(review(), RenderOptions(variant="de-CH"))
    assert root_of(data)["/Lang"] == "de-CH"
    found = reader(data).metadata
    assert found is not None
    assert found.title == "Rezension"
    assert "/CreationDate" not in found
    assert "/Author" not in found


def test_headings_can_be_left_out() -> None:
    found = quick(golden.review(), RenderOptions(headings=False, contents=True))
    assert [tag for tag in tags(found) if tag == "/H1"] == ["/H1", "/H1"]
    assert "Inhaltsverzeichnis" not in text_of(found)
    assert squeezed("Darsteller 9 von 10 Punkten") in squeezed(text_of(found))


def test_spoilers_can_be_left_out() -> None:
    removed = text_of(quick(golden.review(), RenderOptions(spoilers="removed")))
    noted = text_of(quick(golden.review(), RenderOptions(spoilers="noted")))
    assert "mitgehört" not in removed + noted
    assert "Spoiler" not in removed
    assert "[Spoiler ausgelassen]" in noted


def test_a_spoiler_without_a_word_of_its_own_is_marked_as_one() -> None:
    story = "<details markdown='1'>\n<summary>Das Ende</summary>\n\nAlle tot.\n\n</details>"
    assert "Spoiler: Das Ende" in text_of(quick(review(texts={"story": story})))


def test_a_note_that_is_pointed_at_twice_stands_there_once() -> None:
    story = "Eins[^a] zwei[^a] drei[^b].\n\n[^a]: Kurz.\n[^b]: Siehe oben[^a]."
    found = text_of(quick(review(texts={"story": story})))
    assert found.count("Siehe oben (Kurz.)") == 1
    assert found.count("Kurz.") == 2


def test_an_address_in_a_pdf_has_seven_bits() -> None:
    assert ascii_address("https://bücher.example:8080/ä%20?ö=ß#ü") == (
        "https://xn--bcher-kva.example:8080/%C3%A4%20?%C3%B6=%C3%9F#%C3%BC"
    )
    assert ascii_address("mailto:a@b.example") == "mailto:a@b.example"


@pytest.mark.parametrize(
    "story",
    [
        f"[lang](https://a.example/{'ä' * 9000})",
        "|" + "a|" * 120 + "\n|" + "-|" * 120 + "\n|" + "b|" * 120,
        "99999. weit\n\n    ###### tief\n",
        "<table><caption>Nur</caption></table><dl><dd>ohne</dd></dl><details></details>",
        "### A[^1] *b* {#x}\n\n[hin](#x)\n\n[^1]: Note",
    ],
)
@pytest.mark.parametrize("options", [RenderOptions(), RenderOptions(headings=False, contents=True)])
def test_what_is_unusual_is_typeset_too(story: str, options: RenderOptions) -> None:
    made_of = review(texts={"introduction": story, "story": story}, title="T", date="0001-01-01")
    assert quick(made_of, options).startswith(b"%PDF-")


def test_a_link_to_nowhere_is_text() -> None:
    story = (
        "[hin](#weg) und [her](#fn:1) und [da](#a){#a}[^1] <a href='#fn:1'>dort</a>\n\n[^1]: Ja."
    )
    data = quick(review(texts={"story": story}))
    assert "hin und her und da" in text_of(data)


def png(folder: Path) -> bytes:
    return (golden.FOLDER / "bilder" / "lene.png").read_bytes()


def test_cover_and_images_without_a_description_are_decoration(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(tmp_path))
    made_of = review(texts={"story": "![](a.png)\n\nText ![](a.png) Text"}, image="a.png")
    for theme in ("quiet", "magazine"):
        data = render_pdf(made_of, RenderOptions(images=embedded_images(tmp_path), theme=theme))
        assert b"<pdfuaid:part>1</pdfuaid:part>" in data
        assert sum(len(page.images) for page in reader(data).pages) == 1  # one and the same
        assert "/Figure" not in tags(data)


def test_a_damaged_image_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(tmp_path))
    (tmp_path / "b.png").write_bytes(png(tmp_path)[:60])
    made_of = review(texts={"story": "![A](a.png)\n\n![B](b.png)\n"})
    with pytest.raises(ExportError) as caught:
        render_pdf(made_of, RenderOptions(images=embedded_images(tmp_path)))
    assert "2. Bild" in caught.value.german
    assert "Image 2" in caught.value.english


def job(template: str) -> TypstJob:
    return TypstJob(template.encode(), "{}", {})


@pytest.mark.parametrize(
    "template", ['#read("/etc/passwd")', '#read("../../../../etc/passwd")', "#panic()"]
)
def test_not_even_a_template_reads_other_files(template: str) -> None:
    with pytest.raises(ExportError) as caught:
        compile_pdf(job(template), seconds=30)
    assert "Word-Datei" in caught.value.german


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Home of a program whose only files are those that typesetting needs."""
    home = tmp_path / "home"
    monkeypatch.setenv("REZENSENT_HOME", str(home))
    return home


def files_of(home: Path) -> list[str]:
    """Return the names of all files, and of the folders of exports, whose removal may be on."""
    return [
        name
        for folder, folders, files in os.walk(home)  # which goes on when a folder vanishes
        for name in files + (folders if Path(folder).name == "print" else [])
    ]


def test_typesetting_ends_when_time_is_up(home: Path) -> None:
    with pytest.raises(ExportError) as caught:
        compile_pdf(job("#for i in range(1000000000) { i }"), seconds=0.2)
    assert "nicht fertig" in caught.value.german
    assert files_of(home) == []


def test_nothing_is_left_behind(home: Path) -> None:
    assert compile_pdf(job("Text"), seconds=30).startswith(b"%PDF-")
    assert files_of(home) == []


_ENDLESS = """
from editor.export.paged.typst import TypstJob, compile_pdf
if __name__ == "__main__":
    template = b"#for i in range(1000000000) { i }"
    compile_pdf(TypstJob(template, "{}", {"1.png": b"secret"}), seconds=60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that kills")
def test_a_killed_export_leaves_no_picture_and_no_process(home: Path, tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(_ENDLESS, "ascii")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, str(script)], env=environment) as program:
        _wait_until(lambda: "1.png" in files_of(home))
        helpers = psutil.Process(program.pid).children(recursive=True)
        program.kill()
    _wait_until(lambda: files_of(home) == [])
    gone, alive = psutil.wait_procs(helpers, timeout=60)
    assert gone
    assert not alive


def test_an_export_can_be_ended_from_another_thread(home: Path) -> None:
    """As when the program ends: its threads cannot be ended, their helpers can."""
    with ThreadPoolExecutor() as pool:
        endless = job("#for i in range(1000000000) { i }")
        result = pool.submit(compile_pdf, endless, seconds=60)
        _wait_until(lambda: files_of(home) != [])
        end_helpers()
        assert isinstance(result.exception(), ExportError)
    assert files_of(home) == []


def _wait_until(condition: Callable[[], bool]) -> None:
    """Poll, since no signal reaches another process."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_without_typst_the_answer_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    receiver, sender = Pipe(duplex=False)
    _send(sender, TypstJob(b"", "{}", {}), ScratchFolder(tmp_path, ProcessIdentity.current()))
    assert receiver.recv()[0] == "missing"


@pytest.mark.parametrize(
    ("head", "repeated"), [("Kopf", True), ("<span id='x'>Kopf</span>", False), ("Kopf[^1]", False)]
)
def test_the_head_of_a_long_table_is_repeated_where_it_can_be(head: str, *, repeated: bool) -> None:
    rows = "\n".join(f"| Zeile {number} | b |" for number in range(90))
    story = f"| {head} | B |\n|---|---|\n{rows}\n\n[hin](#x)\n\n[^1]: Note"
    found = text_of(quick(review(texts={"story": story})))
    assert (found.count("Kopf") > 1) == repeated
