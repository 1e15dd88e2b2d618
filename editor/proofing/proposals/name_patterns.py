"""Patterns of names of people in German text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.proofing.names.entries import is_particle
from editor.proofing.word_lists import everyday_words, is_everyday, stem

ARTICLE = "(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[mnrs]?)"
"""An article in any case."""
_UPPER = "A-ZÀ-ÖØ-ÞŁŠŽČĆŚŻĐ"
_NO_INITIAL = r"(?<!\b[dimouz]\.)(?<!\b[dimouz]\.[ \xa0])"
"""Not within an abbreviation: „z. B.“, „i. d. R.“, „u. U.“."""
WORD = (
    rf"(?:[{_UPPER}](?:[^\W\d_]|[-’'](?=[^\W\d_])){{1,60}}+"
    rf"|{_NO_INITIAL}[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.){{0,3}}+)"
)
"""A capitalised word or initials."""
_PARTICLES = (
    r"(?:v[ao]n(?:[ \xa0](?:der|den|de|dem))?|de[ \xa0]l[ao]s?|de|del|della|di|da|dos|du|la|le"
    r"|ten|ter|bin|ibn|al|el|y|e)"
)
NAME = rf"{WORD}(?:[ \xa0](?:{_PARTICLES}[ \xa0])?{WORD}){{1,3}}"
"""First and family name."""
SINGLE = rf"{WORD}(?:[ \xa0](?:{_PARTICLES}[ \xa0])?{WORD}){{0,3}}"
"""A name of any number of words."""
BETWEEN = r"(?:, und |, | und | & | sowie | / |/)"
NAMES = rf"{NAME}(?:{BETWEEN}{NAME}){{0,24}}"
"""One name or several; the limits keep the time of a search in proportion to the text."""
BETWEEN_NAMES = re.compile(BETWEEN)
_NAME = re.compile(NAME)
_PROFESSIONS = "regisseur|autor|darsteller|schauspieler|produzent|komponist"
_FUNCTION = re.compile(
    rf"(?:.*(?:{_PROFESSIONS}|macher)(?:in|s|en|innen)?"
    r"|.*(?:star|mime|legende|film|serie|staffel|krimi|drama|thriller|komödie)s?)\Z",
    re.IGNORECASE,
)
"""A noun, in any number, that says what people or works are: „Regisseurinnen“, „Film“."""
_THING = re.compile(
    r".*-(?:Zyklus|Reihe|Saga|Universum|Trilogie|Verschnitt|Fans?|Buch|Bücher|Roman|Band|Klon|Ära"
    r"|Typ|Figur|Abenteuer|Verfilmung|Adaption|Franchise|Spiele?|Welt|Kosmos|Haus|Team)(?:s|es)?\Z"
)
"""A compound with a noun, such as „Foundation-Zyklus“; double-barrelled names look the same."""
_COMPANY = re.compile(
    r"\b(?:Pictures|Studios?|Animations?|Entertainment|Films?|Video|Media|Home"
    r"|Productions?|Edition|Records|Games|Movie|Show|TV|News"
    r"|Bros|\w+(?:ung|heit|keit|schaft|ion|ismus|tät))[’']?\Z"
)
_NO_SUBJECT = re.compile(
    r"(?<!\w)(?:[Ii]n|[Ii]m|[Mm]it|[Vv]on|[Vv]om|[Bb]ei|[Aa]uf|[Aa]us|[Ff]ür|[Nn]eben|[Nn]ach|[Uu]m"
    r"|[Zz]u|[Zz]ur|[Zz]um|[Üü]ber|[Dd]en|[Dd]em|[Dd]es|[Ee]ine[mnrs]|[Ww]ie|[Aa]n|[Uu]nter|\d+)"
    r" (?:[a-zäöüß]+e[nmr] )?(?:[A-ZÄÖÜ][\w-]+ )?\Z"
)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n")
_SENTENCE = 200
_MARGIN = 60
"""Code points before a name that are looked at."""
_QUOTED = re.compile(
    r"»[^»«\n]{1,80}«|«[^»«\n]{1,80}»|›[^›‹\n]{1,80}‹|„[^„“”\n]{1,80}[“”]|“[^“”\n]{1,80}”"
    r"|\"[^\"\n]{1,80}\""
)
_PROFESSION = re.compile(
    rf"(?:.*(?:{_PROFESSIONS}|filmemacher)(?:in|s)?"
    r"|(?:kamera(?:mann|frau)|showrunner|mime|\w*-?star|\w*legende)s?)\Z",
    re.IGNORECASE,
)


def is_profession(word: str) -> bool:
    """Tell whether ``word`` is what one person is for a film, as in „Regisseur X“."""
    return _PROFESSION.match(word) is not None


class NameMatch(NamedTuple):
    """A name at its place in a text."""

    name: str
    start: int
    end: int


def names_in(text: str, start: int, end: int) -> Iterator[NameMatch]:
    """Yield the full names in a part of ``text``, without words that belong to no name."""
    for match in _NAME.finditer(text, start, end):
        if match.start() > start and _FUNCTION.match(match[0].split(maxsplit=1)[0]):
            # „Regisseur X und Autor Y“: a function of its own.
            continue
        trimmed = trim_name(text, *match.span())
        if trimmed:
            yield trimmed


def trim_name(text: str, start: int, end: int, shortest: int = 2) -> NameMatch | None:
    """Return the name in this part of ``text``, None if fewer than ``shortest`` words are left.

    Words of reviewing and articles before and behind it go: „Regisseur“, „Die“, „Film“.
    """
    words = _words_of_name([*re.finditer(r"\S+", text[start:end])])
    if len(words) < shortest or _is_thing([word[0] for word in words]):
        return None
    first, last = start + words[0].start(), start + words[-1].end()
    return NameMatch(" ".join(text[first:last].split()), first, last)


def _words_of_name(words: list[re.Match[str]]) -> list[re.Match[str]]:
    functions = [place for place, word in enumerate(words) if _FUNCTION.match(word[0])]
    if functions and functions[-1] < len(words) - 1:
        words = words[functions[-1] + 1 :]
    while words and _is_common(words[0][0]):
        words = words[1:]
    while words and (_is_noun(words[-1][0]) or words[-1][0] in ("Dr", "Prof")):
        words = words[:-1]
    particles = [place for place, word in enumerate(words) if word[0] == "von"]
    if particles and particles[0] + 2 < len(words):
        # „Einbettung von Johnny Cash“; of „Lars von Trier“ one word follows.
        words = words[particles[0] + 1 :]
    return words


def _is_thing(words: list[str]) -> bool:
    is_company = len(words) > 1 and _COMPANY.search(words[-1])
    is_acronym = bool(words) and re.fullmatch(rf"[{_UPPER}]{{2,}}", words[-1])
    return bool(is_company or is_acronym or any(map(_THING.match, words)))


def _is_common(word: str) -> bool:
    return is_particle(word) or is_everyday(word) or _FUNCTION.match(word) is not None


def _is_noun(word: str) -> bool:
    """Tell whether ``word`` is a noun of reviewing; „Fritz Lang“ is a name all the same."""
    return stem(word) in everyday_words().nouns or _FUNCTION.match(word) is not None


def is_subject(text: str, start: int) -> bool:
    """Tell whether a name that begins at ``start`` can be the subject of the verb behind it.

    It is none after a preposition or an article of another case: „in Get Smart spielt Carell“.
    """
    return _NO_SUBJECT.search(text, max(0, start - _MARGIN), start) is None


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence around a part of ``text``, at most ``_SENTENCE`` code points each way."""
    before = _SENTENCE_END.split(text[max(0, start - _SENTENCE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _SENTENCE], maxsplit=1)[0]
    return before + text[start:end] + after


def without_genitive(name: str, whole: str = "") -> str:
    """Return the name of which ``name`` is the genitive: „Lacombes“, „Jarmusch’“, „Kubrick's“.

    A name that ends with an s itself stays: „Todd Phillips’“, or one that ``whole``, the text, has
    with its s before a lower-case word and never without it.
    """
    bare = re.sub(r"(?:(?<![sxzß])[’']s|[’'])\Z", "", name)
    if bare != name or not name.endswith("s") or name.endswith("ss"):
        return bare
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    has_base = re.search(rf"(?<!\w){last[:-1]}(?!\w)", whole)
    has_s = re.search(rf"(?<!\w){last}(?:[.,!?)]| (?:und|ist|hat|war|als|spielt|in|mit)\b)", whole)
    return name if has_s and not has_base else name[:-1]


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of the titles and short quotations in quotation marks."""
    return [match.span() for match in _QUOTED.finditer(text)]
