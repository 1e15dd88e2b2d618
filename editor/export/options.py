"""What a writer chooses for one export."""

from dataclasses import dataclass, field
from typing import Literal

from editor.export.image_sources import ImageSource, no_images
from editor.export.themes.theme_registry import DEFAULT_THEME, SHIPPED_THEMES, ThemeRegistry

ColorScheme = Literal["both", "light", "dark"]
SpoilerPolicy = Literal["kept", "noted", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """Choices that belong to a review: plain values, which can be stored and compared.

    Every format reads those that mean something to its format.
    """

    fragment: bool = False
    """Only what goes into another page: no frame, no front matter."""
    inline_style: bool = False
    """Whether the elements of a fragment carry their style themselves."""
    headings: bool = True
    """False gives running prose: no section headings, ratings together at the end."""
    contents: bool = False
    """Whether a table of contents stands before the text."""
    spoilers: SpoilerPolicy = "kept"
    """What becomes of a spoiler: it stays folded away, a note stands for it, or nothing does."""
    theme: str = DEFAULT_THEME
    """Id of the theme of a web page or a PDF."""
    scheme: ColorScheme = "both"
    """Colours of the page; with both, the reader's browser chooses."""
    accent: str = ""
    """Colour of links and of what else the theme brings out, „#1f5f8b“; empty for the theme's."""
    text_font: str = ""
    """Family of the text; empty for the theme's."""
    heading_font: str = ""
    """Family of the headings; empty for the theme's."""
    embed_images: bool = True
    """Whether a page carries its images itself; they are copied beside it otherwise."""
    dialect: str = ""
    """For whom Markdown or BBCode is written; empty for the format's first dialect."""
    width: int = 0
    """Longest line of plain text in code points; 0 for one line per paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions(ExportOptions):
    """Choices together with what surrounds one export."""

    variant: str = "de-DE"
    """German of the page: "de-DE", "de-AT" or "de-CH"."""
    images: ImageSource = no_images
    image_origin: str = "data:"
    """Where the page may load images from, in terms of a content security policy."""
    themes: ThemeRegistry = field(default=SHIPPED_THEMES)
    """Where themes are looked for."""
