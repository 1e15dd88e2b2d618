"""What a writer chooses for one export."""

from dataclasses import dataclass
from typing import Literal

from editor.export.images import ImageSource, no_images


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one export; every exporter reads those that mean something to its format."""

    variant: str = "de-DE"
    """German of the page: "de-DE", "de-AT" or "de-CH"."""
    fragment: bool = False
    """Only what goes into another page: no frame, no style, no front matter."""
    headings: bool = True
    """False gives running prose: no section headings, ratings together at the end."""
    images: ImageSource = no_images
    scheme: Literal["both", "light", "dark"] = "both"
    """Colours of the page; with both, the reader's browser chooses."""
    image_origin: str = "data:"
    """Where the page may load images from, in terms of a content security policy."""
