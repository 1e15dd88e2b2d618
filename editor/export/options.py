"""Options of an export."""

from dataclasses import dataclass, field
from typing import Literal

from editor.export.image_sources import ImageSource, no_images
from editor.export.themes.theme_registry import DEFAULT_THEME, SHIPPED_THEMES, ThemeRegistry

ColorScheme = Literal["both", "light", "dark"]
SpoilerPolicy = Literal["kept", "noted", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """Options that are stored for a review: plain values that can be compared.

    Each format reads some of them, see ``ExportFormat.options``.
    """

    fragment: bool = False
    """Whether only what goes into another page is written, without frame and front matter."""
    inline_style: bool = False
    """Whether the elements of a fragment have style attributes."""
    headings: bool = True
    """Whether sections have headings. Without them the text is running prose, with all ratings at
    its end."""
    contents: bool = False
    """Whether there is a table of contents before the text."""
    spoilers: SpoilerPolicy = "kept"
    """Spoilers are kept folded, replaced by a note, or removed."""
    theme: str = DEFAULT_THEME
    """Id of the page theme of a web page or a PDF."""
    scheme: ColorScheme = "both"
    """Colours of the page; with "both", the reader's browser chooses."""
    accent: str = ""
    """Accent colour of the theme as “#1f5f8b”; empty for the theme's own."""
    text_font: str = ""
    """Font family of the text; empty for the theme's own."""
    heading_font: str = ""
    """Font family of the headings; empty for the theme's own."""
    embed_images: bool = True
    """Whether a page contains its images; otherwise they are copied to a folder beside it."""
    dialect: str = ""
    """Dialect of Markdown or BBCode; empty for the first one of the format."""
    width: int = 0
    """Maximum length of a line of plain text in code points; 0 for one line per paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions(ExportOptions):
    """Export options together with everything else that rendering needs."""

    variant: str = "de-DE"
    """German of the page: "de-DE", "de-AT" or "de-CH"."""
    images: ImageSource = no_images
    image_origin: str = "data:"
    """Origins that the page may load images from, as in a content security policy."""
    themes: ThemeRegistry = field(default=SHIPPED_THEMES)
    """Registry that finds the page theme."""
