"""Passages of a German text that are in another language: quotations, titles, words in italics."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from editor.languagetool.finding import Finding
from editor.markdown.plaintext import PlainText
from editor.markdown.plaintext.emphasis import markers
from editor.proofing.names.inflection import edit_distance
from editor.proofing.names.phrases import normalized_words
from editor.proofing.word_lists import language_words

_QUOTED = re.compile(
    r"„([^„“”\n]+)[“”]|“([^„“”\n]+)”|»([^»«\n]+)«|«([^»«\n]+)»|(?<!\w)\"([^\"\n]+)\"|‚([^‚‘\n]+)‘"
)
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_GERMAN = re.compile(
    r".*[äöüß].*|.+(?:ung|ungen|heit|keit|keiten|schaft|lich|liche[mnrs]?|isch|ische[mnrs]?|chen)|"
    r".*(?:sch[lmnrtw]|tz|ck(?:en|te)|ei(?:ch|nd)).*"
)
_FEWEST = 2


def foreign_passages(
    markdown: str, plain: PlainText, findings: Sequence[tuple[Finding, int, int]]
) -> list[tuple[int, int]]:
    """Return the spans of the plain text that are in another language, in order.

    Only what the writer set apart counts, and only when its words say so: see ``_is_foreign``.
    ``findings`` are those about spelling, with their spans in the plain text.
    """
    if not findings:
        return []
    ordered = sorted(findings, key=itemgetter(1))
    starts = [low for _, low, _ in ordered]
    found = []
    for start, end in sorted({*_quoted(plain.text), *_italic(markdown, plain)}):
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        flagged = {
            word: item
            for item, low, high in inside
            for word in normalized_words(plain.text[low:high])
        }
        if flagged and _is_foreign(normalized_words(plain.text[start:end]), flagged):
            found.append((start, end))
    return found


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(text):
        yield match.span(match.lastindex or 0)


def _italic(markdown: str, plain: PlainText) -> Iterator[tuple[int, int]]:
    for paragraph in _PARAGRAPH.finditer(markdown):
        if not {"*", "_"} & set(paragraph[0]):
            continue
        found = markers(paragraph[0], (), ())
        # Every closing marker follows the opening one that it belongs to.
        for opening, closing in zip(found, found, strict=True):
            low = plain.plain_offset(paragraph.start() + opening.end)
            high = plain.plain_offset(paragraph.start() + closing.start)
            if opening.end - opening.start == 1 and low is not None and high is not None:
                yield low, high


def _is_foreign(said: Sequence[str], flagged: Mapping[str, Finding]) -> bool:
    """Tell whether the words of a passage, some of them ``flagged``, are in another language.

    Half of them must be foreign, that is small words of one other language or unknown, none of
    them German. A passage without such a small word is a title at best: all of its words must
    be unknown, and none may be a letter away from a German one.
    """
    if len(said) < _FEWEST or any(map(_GERMAN.fullmatch, flagged)):
        return False
    return _sounds_foreign(said, flagged) or all(
        word in flagged and not _slip(word, flagged[word]) for word in said
    )


def _sounds_foreign(said: Sequence[str], flagged: Mapping[str, Finding]) -> bool:
    languages = language_words()
    small = [word.casefold() for word in said]
    for known in languages.others.values():
        telling = sum(word in known for word in small)
        foreign = sum(
            low in known or word in flagged for low, word in zip(small, said, strict=True)
        )
        german = any(word in languages.german and word not in known for word in small)
        if telling and not german and 2 * foreign >= len(said):
            return True
    return False


def _slip(word: str, finding: Finding) -> bool:
    """Tell whether the first suggestion is so close that ``word`` was meant to be German."""
    return any(edit_distance(word, other) <= 1 for other in finding.replacements[:1])
