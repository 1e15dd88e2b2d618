"""Foreign-language passages of a German text: quotations, titles, words in italics."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from editor.languagetool.finding import Finding
from editor.markdown.plaintext import PlainText
from editor.markdown.scanner.emphasis import markers
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
"""Words of a passage."""


def foreign_passages(
    markdown: str, plain: PlainText, findings: Sequence[tuple[Finding, int, int]]
) -> list[tuple[int, int]]:
    """Return the spans of the plain text that are in another language, in order.

    Only passages in quotation marks or italics count, and only if their words are foreign, see
    ``_is_foreign``. ``findings`` are those about spelling, with their spans in the plain text.
    """
    if not findings:
        return []
    ordered = sorted(findings, key=itemgetter(1))
    starts = [low for _, low, _ in ordered]
    passages = []
    for start, end in sorted({*_quoted(plain.text), *_italic(markdown, plain)}):
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        flagged = {
            word: item
            for item, low, high in inside
            for word in normalized_words(plain.text[low:high])
        }
        if flagged and _is_foreign(normalized_words(plain.text[start:end]), flagged):
            passages.append((start, end))
    return passages


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(text):
        yield match.span(match.lastindex or 0)


def _italic(markdown: str, plain: PlainText) -> Iterator[tuple[int, int]]:
    for paragraph in _PARAGRAPH.finditer(markdown):
        if not {"*", "_"} & set(paragraph[0]):
            continue
        pairs = markers(paragraph[0], (), ())
        # Every closing marker follows its opening one.
        for opening, closing in zip(pairs, pairs, strict=True):
            low = plain.plain_offset(paragraph.start() + opening.end)
            high = plain.plain_offset(paragraph.start() + closing.start)
            if opening.end - opening.start == 1 and low is not None and high is not None:
                yield low, high


def _is_foreign(words: Sequence[str], flagged: Mapping[str, Finding]) -> bool:
    """Tell whether the words of a passage, some of them ``flagged``, are in another language.

    Half of them must be foreign: small words of one other language, or unknown. None may be a
    small German word. A passage without such a small word is at best a title: all its words must
    be unknown, and none may be a letter away from a German one.
    """
    if len(words) < _FEWEST or any(map(_GERMAN.fullmatch, flagged)):
        return False
    return _has_foreign_words(words, flagged) or all(
        word in flagged and not _is_slip(word, flagged[word]) for word in words
    )


def _has_foreign_words(words: Sequence[str], flagged: Mapping[str, Finding]) -> bool:
    small_words = language_words()
    lower = [word.casefold() for word in words]
    for language in small_words.others.values():
        typical = sum(word in language for word in lower)
        foreign = sum(
            folded in language or word in flagged for folded, word in zip(lower, words, strict=True)
        )
        german = any(word in small_words.german and word not in language for word in lower)
        if typical and not german and 2 * foreign >= len(words):
            return True
    return False


def _is_slip(word: str, finding: Finding) -> bool:
    """Tell whether the first suggestion is so close that ``word`` was meant to be German."""
    return any(edit_distance(word, other) <= 1 for other in finding.replacements[:1])
