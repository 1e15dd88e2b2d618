"""Hostile text: families of payloads, and a review that is full of one of them.

The payloads are our own, in tests/data/hostile/payloads.txt, after the OWASP cheat sheet on filter
evasion and known mutations in parsers.
"""

from pathlib import Path

from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.review_file import new_review

_FILE = Path(__file__).parents[1] / "data" / "hostile" / "payloads.txt"
_ENTRIES = _FILE.read_text("utf-8").removesuffix("\n").split("\n%%\n")
FAMILIES = [entry for entry in _ENTRIES if entry.startswith("## ")]
PAYLOADS = [entry for entry in _ENTRIES if not entry.startswith("## ")]


def hostile(payload: str) -> Review:
    """Return a review with ``payload`` in every place where a writer can enter text."""
    made = new_review(load_form("disc"))
    for key in ("title", "original_title", "author", "date", "medium", "image_alt", "url", "label"):
        made = made.with_fact(key, payload)
    for key in ("director", "country", "positive_notes", "negative_notes"):
        made = made.with_fact(key, [payload])
    made = made.with_fact("cast", [{"name": payload, "role": payload}]).with_fact("image", payload)
    made = made.with_fact("rating_scale", {"best": 10, "step": 1, "unit": payload})
    made = made.with_fact("ratings", {"story": 7}).with_fact("verdict_rating", 7)
    for section in made.sections:
        made = made.with_text(section.id, f"Vorher.\n\n{payload}\n\n*Nachher*, {payload}")
    return made
