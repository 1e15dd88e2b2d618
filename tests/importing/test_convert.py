"""Conversion of files and clipboards of other programs; the files are made by pandoc itself."""

import subprocess
import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest

from editor import pandoc
from editor.errors import ConversionError, ReviewFileError
from editor.importing import convert
from editor.importing.convert import Conversion, from_bytes, from_html, read
from editor.importing.html_cleaner import is_formatted
from tests.importing import clipboards

SOURCE = """---
title: Der Titel der Datei
author: Mara Beispiel
---

# Story

Ein **fetter** und *kursiver* Satz mit [Verweis](https://example.org/?a=1&b=2).

- eins
    - tiefer
- zwei

> Ein Zitat.

1. erstens
2. zweitens

![Ein Hafen](IMAGE)

Fußnote.[^1] Größe „ß“ – 😀 100 % \\<kein Tag\\>

[^1]: Unten.
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "08d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def made(tmp_path: Path, suffix: str, source: str = SOURCE) -> Path:
    """Return a file that pandoc has made of ``source``."""
    (tmp_path / "hafen.png").write_bytes(PIXEL)
    target = tmp_path / f"text{suffix}"
    subprocess.run(
        [
            import_module("pypandoc").get_pandoc_path(),
            "--from=markdown",
            "--standalone",
            "-o",
            target,
        ],
        input=source.replace("IMAGE", "hafen.png").encode(),
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    return target


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html"])
def test_files_of_word_processors_and_pages(tmp_path: Path, suffix: str) -> None:
    converted = read(made(tmp_path, suffix))
    text = converted.markdown
    for part in (
        "### Story\n",
        "Ein **fetter** und *kursiver* Satz mit [Verweis](https://example.org/?a=1&b=2).",
        "- eins\n    - tiefer\n- zwei",
        "> Ein Zitat.",
        "1. erstens\n2. zweitens",
        "Größe „ß“ – 😀 100 % &lt;kein Tag&gt;",
        "Unten.",
    ):
        assert part in text, text
    assert "![" not in text
    (notice,) = converted.notices
    assert notice.german.startswith("Bilder wurden nicht importiert: „")


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_title_page_of_a_word_processor_is_text(tmp_path: Path, suffix: str) -> None:
    text = read(made(tmp_path, suffix)).markdown
    assert "Der Titel der Datei" in text
    assert "Mara Beispiel" in text


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("Größe „ja“".encode(), ""),
        ("\ufeffGröße „ja“".encode(), ""),
        ("Größe „ja“".encode("utf-16"), ""),
        (b"\xfe\xff" + "Größe „ja“".encode("utf-16-be"), ""),
        ("Größe „ja“".encode("utf-16-le"), ""),
        ("Größe „ja“".encode("cp1252"), "Windows-1252"),
        ("Größe „ja“".encode("mac_roman"), "Mac Roman"),
    ],
)
def test_encodings_of_text(tmp_path: Path, data: bytes, notice: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    converted = read(path)
    assert converted.markdown == "Größe „ja“"
    assert [notice in item.german for item in converted.notices] == [True] * bool(notice)


def test_dos_text_is_recognised_by_its_umlauts() -> None:
    converted = from_bytes("Über die Größe böser Mächte".encode("cp850"))
    assert converted.markdown == "Über die Größe böser Mächte"


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ("utf-16", "ascii"),
        ("UTF-16LE", "utf-8"),
        ("utf-16be", "utf-8"),
        ("utf-32", "ascii"),
        ("utf-7", "ascii"),
        ("unicode_escape", "ascii"),
        ("undefined", "utf-8"),
        ("rot13", "utf-8"),
        ("quatsch", "utf-8"),
        ("utf-16", "cp1252"),
    ],
)
def test_page_that_names_an_encoding_that_it_cannot_have(named: str, encoding: str) -> None:
    words = "Gut, x+ACI-1" if encoding == "ascii" else "Größe, x+ACI-1"
    page = f'<html><meta charset="{named}"><body><p>{words} <b>ja</b></p></body></html>'
    for padding in ("", " ", "  ", "   "):
        converted = from_bytes((page + padding).encode(encoding), ".html")
        assert converted.markdown == f"{words} **ja**"


def test_images_without_a_name_are_reported_in_both_languages() -> None:
    (notice,) = from_html('<p>Gut.</p><img src="data:,x"><img src="a/hafen.png">').notices
    assert notice.german == "Bilder wurden nicht importiert: eines ohne Namen, „hafen.png“."
    assert notice.english == "Images were not imported: one without a name, “hafen.png”."


def test_page_in_the_encoding_that_it_names() -> None:
    page = '<meta charset="iso-8859-1"><p>Größe <b>ja</b></p>'.encode("iso-8859-1")
    assert from_bytes(page, ".HTM") == Conversion("Größe **ja**")


def test_markdown_stays_as_it_is() -> None:
    text = "---\ntitle: X\n---\n\n* a  \n<b>x</b>\n"
    assert from_bytes(text.encode(), ".md") == Conversion(text)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
@pytest.mark.parametrize("data", [b"", b"nothing of the kind", b"PK\x03\x04broken"])
def test_damaged_file_is_one_german_sentence(suffix: str, data: bytes) -> None:
    with pytest.raises(ConversionError) as caught:
        from_bytes(data, suffix)
    assert caught.value.german.startswith("Der Inhalt lässt sich nicht umwandeln")
    assert caught.value.english


def test_zip_that_is_not_a_document_is_an_error() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "b")
    with pytest.raises(ConversionError):
        from_bytes(buffer.getvalue(), ".docx")


def test_binary_data_is_not_text() -> None:
    with pytest.raises(ConversionError, match="kein lesbarer Text"):
        from_bytes(PIXEL)


def test_too_large_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_LIMIT", 10)
    with pytest.raises(ConversionError, match="größer als"):
        from_bytes(b"x" * 11)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReviewFileError, match="lässt sich nicht öffnen"):
        read(tmp_path / "fehlt.docx")


def test_deadline_is_kept() -> None:
    with pytest.raises(ConversionError, match="länger als 0 Sekunden"):
        pandoc.run(b"x" * 1_000_000, "html", "json", seconds=0.0001)


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    with pytest.raises(ConversionError):
        from_html("<blockquote>" * 3_000 + "x")


def test_page_can_read_no_file_and_reaches_no_network(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim")
    html = (
        f'<p>Text<b>!</b></p><iframe src="{secret.as_uri()}"></iframe>'
        f'<object data="{secret.as_uri()}"></object><img src="http://127.0.0.1:9/x.png" alt="B">'
        "<script>alert(1)</script><style>p{}</style>"
    )
    assert from_html(html).markdown == "Text**!**"


@pytest.mark.parametrize("name", clipboards.EXPECTED)
def test_clipboards(name: str) -> None:
    assert from_html(clipboards.HTML[name]).markdown == clipboards.EXPECTED[name]
    assert is_formatted(clipboards.HTML[name])


@pytest.mark.parametrize("html", clipboards.PLAIN)
def test_code_and_bare_lines_are_not_formatted(html: str) -> None:
    assert not is_formatted(html)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h1>A</h1><h2>B</h2><p>c</p>", "### A\n\n#### B\n\nc"),
        ("<h4>A</h4><h6>B</h6>", "#### A\n\n###### B"),
        ("<p>1. kein <b>Punkt</b> *, _x_ # a</p>", "1\\. kein **Punkt** \\*, \\_x\\_ \\# a"),
        ("<p><u>u</u> <s>s</s> <q>q</q> <a href='#x'>y</a> <b> </b></p>", "u s „q“ y"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1<br>2</td><td>3</td></tr></table>",
            "| a   | b   |\n|-----|-----|\n| 1 2 | 3   |",
        ),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc"),
        ("<table><tr><td>nur <b>Satz</b></td></tr></table>", "nur **Satz**"),
        ("<figure><img src=x><figcaption>Text <i>k</i></figcaption></figure>", "Text *k*"),
        ("<p>a<br>b</p>", "a  \nb"),
        ("", ""),
        ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n- b"),
        ("<ul><li><p>a<ul><li>b<li>c</ul><li>d</ul>e", "- a\n    - b\n    - c\n- d\n\ne"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\n:   b\n\nc\n:   d"),
        (
            "<table><tr><th>a<th>b<tr><td>1<td>2</table>",
            "| a   | b   |\n|-----|-----|\n| 1   | 2   |",
        ),
    ],
)
def test_markup(html: str, markdown: str) -> None:
    assert from_html(html).markdown == markdown


def test_letters_and_their_accents_are_composed() -> None:
    apart = "Scho\u0308ne Gro\u0308\u00dfe"
    assert from_bytes(apart.encode()).markdown == "Schöne Größe"
    assert from_bytes(f"<p>{apart}</p>".encode(), ".html").markdown == "Schöne Größe"
    assert convert.from_clipboard("", apart).markdown == "Schöne Größe"
