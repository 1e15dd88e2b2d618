"""Headlines of posts: „Kritik: Gravity“, „Open Windows – Review + Verlosung“."""

import re

KIND_OF_TEXT = (
    r"(?:(?:Film|Serien|DVD|Blu-?ray|Disc|Staffel|Kino|TV|Spiele?)?-?"
    r"(?:[Kk]ritik|[Rr]eview|[Rr]ezension|[Tt]est|[Bb]esprechung)"
    r"|Filmtipp|Serientipp|Angeschaut|Gesehen|Im Kino|Gelesen)"
)
"""Pattern of the words by which a headline says what the text is."""
_BEFORE = re.compile(rf"^{KIND_OF_TEXT}(?: zu[rm]?)?(?::|\s+[–—|-])\s*", re.IGNORECASE)
_AFTER = re.compile(rf"(?:\s+[–—|-]|:)\s*{KIND_OF_TEXT}\b(?!-?\w).*", re.IGNORECASE | re.DOTALL)


def without_headline(title: str) -> str:
    """Return ``title`` without what calls the text a review, and what follows that.

    Blogs store the headline of a post as its title. A title with nothing else stays as it is.
    """
    work = _AFTER.sub("", _BEFORE.sub("", title, count=1), count=1).strip()
    return work or title
