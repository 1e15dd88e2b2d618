"""Lint of a section: placeholders, images without alternative text, links without an address.

Code and comments are skipped. All offsets are code points of the Markdown.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from editor.localized import Localized
from editor.markdown import plaintext
from editor.markdown.scanner import blank_literals, headings
from editor.markdown.scanner.tokens import normalise_label

LintRule = Literal["placeholder", "image", "link", "heading", "spoiler"]

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX+)\b|\[\s*(?:…|\.{3})\s*\](?![(\[])|\?{3,}|\b[Ll]orem [Ii]psum\b"
)
_IMAGE = re.compile(
    r"!\[\s*\](?=[(\[])|<img\b(?![^<>]*\salt\s*=\s*(?:\"\s*[^\s\"]|'\s*[^\s']))[^<>]*>",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\[[^\[\]\n]+\]\(\s*(?:<\s*>|#)?\s*\)|<a\b[^<>]*\shref\s*=\s*(?:\"\s*#?\s*\"|'\s*#?\s*')[^<>]*>",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\[(?P<label>[^\[\]\n]*)\]")
_FIRST_LEVEL = 3
"""Level of the first heading in a section; the heading of the section itself has level 2."""
_SPOILER_MARKUP = tuple(
    (re.compile(start, re.IGNORECASE | re.MULTILINE), re.compile(end, re.IGNORECASE | re.MULTILINE))
    for start, end in (
        (r"<details\b", r"</details>"),
        (r"<span\b[^<>]*\bspoiler\b[^<>]*>", r"</span>"),
        (r"\[spoiler\b", r"\[/spoiler\]"),
        (r"^:{3,} *spoiler", r"^:{3,}[ \t]*$"),
        (r"\|\|(?=[^\s|])", r"\|\|"),
        (r">!", r"!<"),
    )
)
"""Start and end of a spoiler: of this program, of other Markdown dialects and of forums."""
_SPOILER = re.compile(
    r"\bstirbt\b|\bentpuppt(?:e|en)?\b|\bstellt sich heraus\b"
    r"|\b(?:[Dd]er|[Dd]ie)\s+(?:wahren?\s+|eigentlichen?\s+)?(?:Mörder(?:in)?|Täter(?:in)?)\s+(?:ist|war)\b"
    r"|\b[Aa]m\s+Ende\b(?!\s+(?:der|des|dieser|dieses|einer|eines|seiner|ihrer|seines|ihres)\b)"
    r"|\b(?:Plot-?)?[Tt]wist\b|\bin\s+Wahrheit\s+(?:ist|war)\b|\büberlebt\s+(?:nicht|als)\b"
)


class LintWarning(NamedTuple):
    """A stretch of Markdown that probably needs attention."""

    kind: LintRule
    start: int
    end: int
    message: Localized


def defined_labels(texts: Iterable[str]) -> frozenset[str]:
    """Return the link labels that the texts of a review define, in lower case."""
    return plaintext.defined_labels(*texts).links


def lint(text: str, labels: frozenset[str] = frozenset()) -> list[LintWarning]:
    """Return the warnings about a section's Markdown, in reading order.

    ``labels`` are the link labels of the whole review, as ``defined_labels`` returns them.
    """
    prose = blank_literals(text)
    warnings = [
        *_placeholders(prose),
        *_images(prose),
        *_links(prose, labels),
        *_skipped_levels(text),
    ]
    return sorted(warnings, key=lambda warning: (warning.start, warning.end))


def find_spoilers(text: str) -> list[LintWarning]:
    """Return warnings about words outside spoiler markup that may give the plot away.

    They are in reading order, and only a guess from typical phrases.
    """
    prose = _blank_between(blank_literals(text), _SPOILER_MARKUP)
    return [
        LintWarning(
            "spoiler",
            *match.span(),
            Localized(
                f"„{match[0]}“ könnte etwas verraten, das nicht als Spoiler markiert ist.",
                f"“{match[0]}” may give something away that is not marked as a spoiler.",
            ),
        )
        for match in _SPOILER.finditer(prose)
    ]


def find_placeholder(text: str) -> str | None:
    """Return the first placeholder in ``text``, None when there is none."""
    return next((text[item.start : item.end] for item in _placeholders(text)), None)


def _blank_between(text: str, pairs: Iterable[tuple[re.Pattern[str], re.Pattern[str]]]) -> str:
    """Return ``text`` with blanks from every start to the end that follows it, if there is one."""
    for first, last in pairs:
        parts, place = [], 0
        while (start := first.search(text, place)) and (end := last.search(text, start.end())):
            parts += [text[place : start.start()], " " * (end.end() - start.start())]
            place = end.end()
        text = "".join([*parts, text[place:]])
    return text


def _placeholders(text: str) -> Iterator[LintWarning]:
    for match in _PLACEHOLDER.finditer(text):
        if match[0].startswith("[") and _is_quoted(text, match.start()):
            continue
        yield LintWarning(
            "placeholder",
            *match.span(),
            Localized(
                f"„{match[0]}“ steht noch im Text.",
                f"“{match[0]}” is still in the text.",
            ),
        )


def _is_quoted(text: str, place: int) -> bool:
    """Return whether ``place`` is inside a quotation, where “[…]” marks an omission."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    opened = max(line.rfind("„"), line.rfind("»"))
    return line.lstrip().startswith(">") or opened > max(line.rfind("“"), line.rfind("«"))


def _images(text: str) -> Iterator[LintWarning]:
    message = Localized(
        "Das Bild hat keine Bildbeschreibung; bitte beschreiben Sie in einem Satz, was es zeigt.",
        "The image has no description; please describe in a sentence what it shows.",
    )
    return (LintWarning("image", *match.span(), message) for match in _IMAGE.finditer(text))


def _links(text: str, labels: frozenset[str]) -> Iterator[LintWarning]:
    for match in _LINK.finditer(text):
        yield _without_address(text, match)
    for match in _REFERENCE.finditer(text):
        label = normalise_label(match["label"] or match["text"])
        if label not in labels and not label.startswith("^"):
            yield _without_address(text, match)


def _without_address(text: str, match: re.Match[str]) -> LintWarning:
    is_image = text[match.start() - 1 : match.start()] == "!"
    message = (
        Localized("Das Bild hat keine Adresse.", "The image has no address.")
        if is_image
        else Localized("Der Verweis hat keine Adresse.", "The link has no address.")
    )
    return LintWarning("link", *match.span(), message)


def _skipped_levels(text: str) -> Iterator[LintWarning]:
    level = _FIRST_LEVEL - 1
    for new, start, end in headings(text):
        if new > level + 1:
            yield LintWarning(
                "heading",
                start,
                end,
                Localized(
                    f"Die Überschrift überspringt eine Ebene: Auf Ebene {level} folgt {new}.",
                    f"The heading skips a level: {new} follows {level}.",
                ),
            )
        level = max(new, _FIRST_LEVEL - 1)
