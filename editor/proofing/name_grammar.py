"""Genitives of names and compounds with titles, which only the facts of a review can tell."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.languagetool.finding import OWN_CATEGORY, Finding, FindingKind
from editor.proofing.checked_text import CheckedText
from editor.proofing.names.phrases import Token, tokenize
from editor.proofing.rule_ids import NAME_GENITIVE, TITLE_HYPHENS

_SIBILANTS = ("s", "ß", "x", "z", "ce")
# After one of these a name and a noun are one phrase: „weil Fiennes Angst hat“ has none.
_PREPOSITIONS = frozenset(
    (
        *("an", "auf", "aus", "dank", "durch", "gegen", "hinter", "in", "mit", "nach", "ohne"),
        *("seit", "trotz", "unter", "von", "wegen", "über"),
    )
)
_APOSTROPHE = re.compile(r"(?P<name>\w{3,})['’ʼ‘´`]s")
_OWNED = re.compile(r" (?:[a-zäöüß]+e[mnrs]? )?[A-ZÄÖÜ][a-zäöüß]")
_HEAD = re.compile(
    r"[ \xa0](?P<head>(?:Film|Streifen|Spin-off|Roman|Comic|Klassiker|Ableger|Universum|Kosmos)"
    r"(?:e[ns]?|s|n)?|(?:Serie|Reihe|Saga|Trilogie|Verfilmung|Fortsetzung|Adaption|Folge|Episode"
    r"|Figur)(?:n|en)?|Franchises?|Fans?|Remakes?|Reboots?|Sequels?|Prequels?)(?![\w-])"
)
_DETERMINER = (
    r"(?:[Dd](?:er|ie|as|en|em|es|iese[mnrs]?)|[Jj]ede[mnrs]?|[Kk]?eine?[mnrs]?|Eine?[mnrs]?"
    r"|[MmDdSs]eine?[mnrs]?|[Ii]hre?[mnrs]?|[Uu]nsere?[mnrs]?|[Bb]eim|[Ii]m|[Zz]u[mr]|[Vv]om|[Aa]m)"
)
_BEFORE = re.compile(rf"(?<![\w-]){_DETERMINER}(?: [a-zäöüß]{{2,}}e[mnrs]?)? $")
_WIDEST = 60
"""Code points before a name in which its article is looked for."""


def name_genitives(text: CheckedText) -> Iterator[Finding]:
    """Yield „mit Fiennes Spiel“, for Fiennes’, and „Kubrick's Film“, for Kubricks.

    After § 96 and § 97 of „Deutsche Rechtschreibung“. Titles and foreign passages keep theirs.
    """
    tokens = tokenize(text.plain.text)
    for index, token in enumerate(tokens):
        match = _APOSTROPHE.fullmatch(token.text)
        if match and match["name"] in text.persons.words:
            if _OWNED.match(text.plain.text, token.end):
                end = "’" if match["name"].endswith(_SIBILANTS) else "s"
                yield from _genitive(text, token, match["name"] + end)
        elif _lacks_apostrophe(text, tokens, index):
            yield from _genitive(text, token, f"{token.text}’")


def _lacks_apostrophe(text: CheckedText, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the word at ``index`` is a name between a preposition and another noun."""
    name = tokens[index].text
    if not name.endswith(_SIBILANTS) or name not in text.persons.last_words:
        return False
    before = index - 1
    while before > 0 and tokens[before].text in text.persons.words:
        before -= 1
    after = tokens[index + 1 : index + 3]
    around = [*tokens[max(before, 0) : index + 1], *after[:1]]
    adjoin = all(text.plain.text[a.end : b.start] == " " for a, b in pairwise(around))
    if before < 0 or not after or not adjoin:
        return False
    noun, *rest = (token.text for token in after)
    is_noun = noun[0].isupper() and noun[1:].islower() and not text.accepts(noun)
    return (
        is_noun
        and tokens[before].text.lower() in _PREPOSITIONS
        and not (rest and rest[0][0].isupper())
    )


def _genitive(text: CheckedText, token: Token, right: str) -> Iterator[Finding]:
    start, end, _ = token
    next_end = min(len(text.plain.text), end + 1)
    is_title = text.occurrences.names.around(start, next_end)
    if not (is_title or text.foreign.around(start, end) or text.has_finding(start, end)):
        message = f"Der Genitiv des Namens ist „{right}“."
        yield from _finding(text, (start, end), NAME_GENITIVE, message, right)


def title_compounds(text: CheckedText) -> Iterator[Finding]:
    """Yield „der Star Wars Film“, for Star-Wars-Film, where the facts have the title.

    Only after an article, perhaps with an adjective: „dass Denis Villeneuve Filme dreht“ is right.
    """
    plain = text.plain.text
    for start, end, _ in text.occurrences.names:
        head = _HEAD.match(plain, end)
        before = plain[max(0, start - _WIDEST) : start]
        if not head or not _BEFORE.search(before) or not text.is_phrase(plain[start:end]):
            continue
        if text.occurrences.names.around(start, head.end()) or text.foreign.around(start, end):
            continue
        right = re.sub(r"[\s–:,-]+", "-", plain[start:end]) + "-" + head["head"]
        message = f"Zusammensetzungen mit mehreren Wörtern haben Bindestriche: „{right}“."
        yield from _finding(text, (start, head.end()), TITLE_HYPHENS, message, right)


def _finding(
    text: CheckedText, place: tuple[int, int], rule: str, message: str, right: str
) -> Iterator[Finding]:
    span = text.plain.source_span(*place)
    if span:
        yield Finding(*span, rule, OWN_CATEGORY, message, (right,), FindingKind.GRAMMAR)
