"""Patterns of names of people in German text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.proofing.names.entries import is_particle
from editor.proofing.word_lists import everyday_words, is_everyday, stem

ARTICLE = "(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[mnrs]?)"
"""An article in any case."""
_UPPER = "A-ZÀ-ÖØ-ÞŁŠŽČĆŚŻĐ"
WORD = rf"(?:[{_UPPER}](?:[^\W\d_]|[-’'](?=[^\W\d_]))+|[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.)*)"
"""A capitalised word or initials."""
_PARTICLES = "(?:von|van|de|del|della|der|den|di|da|dos|du|la|le|ten|ter|zu|bin|ibn|al|el|y|e)"
NAME = rf"{WORD}(?:[ \xa0](?:{_PARTICLES}[ \xa0]){{0,2}}{WORD}){{1,3}}"
"""First and family name."""
SINGLE = rf"{WORD}(?:[ \xa0](?:{_PARTICLES}[ \xa0]){{0,2}}{WORD}){{0,3}}"
"""A name of any number of words."""
_BETWEEN = r"(?:, und |, | und | & | sowie | / |/)"
NAMES = rf"{NAME}(?:{_BETWEEN}{NAME})*"
"""One name or several."""
_NAME = re.compile(NAME)
_FUNCTION = re.compile(
    r"(?:.*(?:regisseur|autor|darsteller|schauspieler|produzent|macher|komponist)(?:in|s|en|innen)?"
    r"|.*(?:star|mime|legende|film|serie|staffel|krimi|drama|thriller|komödie)s?)\Z",
    re.IGNORECASE,
)


class NameMatch(NamedTuple):
    """A name at its place in a text."""

    name: str
    start: int
    end: int


def names_in(text: str, start: int, end: int) -> Iterator[NameMatch]:
    """Yield the full names in a part of ``text``, without words that belong to no name."""
    for match in _NAME.finditer(text, start, end):
        trimmed = trim_name(text, *match.span())
        if trimmed:
            yield trimmed


def trim_name(text: str, start: int, end: int, shortest: int = 2) -> NameMatch | None:
    """Return the name in this part of ``text``, None if fewer than ``shortest`` words are left.

    Words of reviewing and articles before and behind it go: „Regisseur“, „Die“, „Film“.
    """
    words = [*re.finditer(r"\S+", text[start:end])]
    while words and _is_common(words[0][0]):
        words = words[1:]
    while words and _is_noun(words[-1][0]):
        words = words[:-1]
    if len(words) < shortest:
        return None
    first, last = start + words[0].start(), start + words[-1].end()
    return NameMatch(" ".join(text[first:last].split()), first, last)


def _is_common(word: str) -> bool:
    return is_particle(word) or is_everyday(word) or _FUNCTION.match(word) is not None


def _is_noun(word: str) -> bool:
    """Tell whether ``word`` is a noun of reviewing; „Fritz Lang“ is a name all the same."""
    return stem(word) in everyday_words().nouns or _FUNCTION.match(word) is not None


def without_genitive(name: str) -> str:
    """Return the name of which ``name`` is the genitive: „Lacombes“, „Jarmusch’“."""
    return name[:-1] if name.endswith(("s", "’", "'")) else name
