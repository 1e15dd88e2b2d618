"""A text in German and in English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A text in German and in English."""

    de: str = ""
    en: str = ""

    def text(self, language: str = "de") -> str:
        """Return the text in ``language`` ("de" or "en"), the German one where English lacks."""
        return (self.en if language == "en" else "") or self.de
