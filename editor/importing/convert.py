"""Conversion of files and pasted text of other programs to Markdown, with notices of losses."""

import codecs
import contextlib
import re
from dataclasses import dataclass
from json import dumps, loads
from pathlib import Path

from editor import pandoc
from editor.errors import ConversionError
from editor.importing.html_cleaner import clean_html, is_formatted
from editor.importing.pandoc_ast import AstSimplifier
from editor.localized import Localized
from editor.markdown.plaintext.letters import compose
from editor.storage import encodings, load_save

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".odt")
"""Suffixes of the files that ``read`` converts."""
_FORMATS = {".html": "html", ".htm": "html", ".docx": "docx", ".odt": "odt"}
_READERS = {"html": "html-native_divs-native_spans-auto_identifiers"}
_MARKDOWN = (
    "markdown_strict-raw_html+pipe_tables+footnotes+definition_lists+backtick_code_blocks"
    "+four_space_rule"
)
"""Pandoc's output format: what Python-Markdown reads with “extra”, without HTML."""
_FILE_SECONDS = 60.0
_PASTE_SECONDS = 10.0
_LIMIT = 50_000_000
"""Bytes of a file at most; a larger one is not a review."""
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_NOT_OF_THE_WEB = ("utf-7", "utf-32", "unicode", "raw", "punycode", "idna")
"""Prefixes of encodings of Python that are not in https://encoding.spec.whatwg.org."""
_WIDE_ITEM = re.compile(r"^((?: {4})*)([-*+]|\d{1,9}[.)]) {2,3}(?=\S)", re.MULTILINE)
"""Item of a list as pandoc writes it, with two or three spaces before its text."""
_IMAGES_NAMED = 3


@dataclass(frozen=True, slots=True)
class Conversion:
    """Markdown in composed letters, and notices about losses and guesses."""

    markdown: str
    notices: tuple[Localized, ...] = ()


def read(path: Path) -> Conversion:
    """Return the text of ``path`` as Markdown.

    The suffix gives the format; a file with any other suffix is text. Raises ReviewFileError when
    the file cannot be read, ConversionError when it is not of its format.
    """
    return from_bytes(load_save.read_bytes(path), path.suffix)


def from_bytes(data: bytes, suffix: str = "") -> Conversion:
    """Return the bytes of a file with ``suffix`` as Markdown. Raises ConversionError."""
    if len(data) > _LIMIT:
        raise ConversionError(
            "Die Datei ist größer als 50 MB und damit keine Rezension; bitte wählen Sie eine "
            "andere oder sichern Sie nur den Text.",
            "The file is larger than 50 MB and therefore not a review; please choose another "
            "or save the text only.",
        )
    form = _FORMATS.get(suffix.lower())
    if form is None:
        text, notices = _decoded(data)
        return Conversion(compose(text), notices)
    if form == "html":
        text, notices = _decoded_page(data)
        converted = from_html(text, seconds=_FILE_SECONDS)
        return Conversion(converted.markdown, notices + converted.notices)
    return _converted(data, form, _FILE_SECONDS)


def from_html(html: str, *, seconds: float = _PASTE_SECONDS) -> Conversion:
    """Return ``html``, a page or the content of a clipboard, as Markdown.

    ``seconds`` is the time limit of each of pandoc's two runs. Raises ConversionError.
    """
    return _converted(load_save.encode_utf8(clean_html(html)), "html", seconds)


def from_clipboard(html: str, text: str) -> Conversion:
    """Return the content of a clipboard as Markdown: formatted HTML, else the plain text.

    Falls back to the plain text where the HTML cannot be converted.
    """
    plain = Conversion(compose(text))
    if not html or not is_formatted(html):
        return plain
    try:
        converted = from_html(html)
    except ConversionError:
        return plain
    return converted if converted.markdown.strip() else plain


def _converted(data: bytes, form: str, seconds: float) -> Conversion:
    tree = pandoc.run(data, _READERS.get(form, form), "json", seconds=seconds)
    simplifier = AstSimplifier()
    try:
        simple = simplifier.document(loads(tree), titles=form != "html")
        data = dumps(simple).encode()
    except RecursionError as error:
        raise ConversionError(
            "Der Inhalt ist zu tief verschachtelt; bitte importieren Sie ihn als reinen Text.",
            "The content is nested too deeply; please import it as plain text.",
        ) from error
    markdown = pandoc.run(data, "json", _MARKDOWN, seconds=seconds).decode()
    markdown = compose(_WIDE_ITEM.sub(r"\1\2 ", markdown).strip("\n"))
    return Conversion(markdown, _left_out(simplifier.images))


def _left_out(images: list[str]) -> tuple[Localized, ...]:
    if not images:
        return ()
    named = images[:_IMAGES_NAMED]
    names = ", ".join(f"„{name}“" if name else "eines ohne Namen" for name in named)
    english_names = ", ".join(f"“{name}”" if name else "one without a name" for name in named)
    more = len(images) - _IMAGES_NAMED
    german, english = (f" und {more} weitere", f" and {more} more") if more > 0 else ("", "")
    return (
        Localized(
            f"Bilder wurden nicht importiert: {names}{german}.",
            f"Images were not imported: {english_names}{english}.",
        ),
    )


# -- encodings ------------------------------------------------------------------------------------


def _decoded(data: bytes) -> tuple[str, tuple[Localized, ...]]:
    """Return ``data`` as text, with a notice if its encoding is a guess."""
    reading = encodings.decode(data)
    if reading is None:
        raise _not_text_error()
    if reading.encoding not in encodings.LEGACY_ENCODINGS:
        return reading.text.removeprefix("\ufeff"), ()
    return reading.text, (
        Localized(
            f"Der Text ist nicht in UTF-8 und wurde als {reading.encoding} gelesen; bitte sehen "
            "Sie nach, ob Umlaute und Anführungszeichen stimmen.",
            f"The text is not UTF-8 and was read as {reading.encoding}; please check umlauts and "
            "quotation marks.",
        ),
    )


def _decoded_page(data: bytes) -> tuple[str, tuple[Localized, ...]]:
    """Return an HTML page as text, in the encoding that it declares if that decodes it."""
    if not data.startswith(encodings.BYTE_ORDER_MARKS):
        # Not only UnicodeDecodeError: some of Python's codecs raise the base class.
        with contextlib.suppress(LookupError, UnicodeError):
            return data.decode(_declared_encoding(data)), ()
    return _decoded(data)


def _declared_encoding(data: bytes) -> str:
    """Return the encoding that an HTML page declares. Raises LookupError when there is none.

    A page that declares UTF-16 in characters of one byte is UTF-8: HTML Standard, “prescan a byte
    stream to determine its encoding”. Names that are not in the Encoding Standard are ignored.
    """
    label = _CHARSET.search(data[:2_048])
    if label is None:
        raise LookupError("no encoding is named")
    name = codecs.lookup(label[1].decode("ascii")).name
    if name.startswith(_NOT_OF_THE_WEB):
        raise LookupError(name)
    return "utf-8" if name.startswith("utf-16") else name


def _not_text_error() -> ConversionError:
    return ConversionError(
        "Die Datei ist kein lesbarer Text; bitte sichern Sie sie in ihrem Programm als Text in "
        "UTF-8, als Word- oder als OpenDocument-Datei.",
        "The file is not readable text; please save it in its program as UTF-8 text, Word or "
        "OpenDocument.",
    )
