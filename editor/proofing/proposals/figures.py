"""Figures of the story whose actor the text does not name."""

import re
from collections.abc import Iterator

from editor.proofing.proposals.evidence import STATED, Evidence
from editor.proofing.proposals.name_patterns import (
    ARTICLE,
    NAME,
    WORD,
    NameMatch,
    quoted_spans,
    trim_name,
)
from editor.proofing.proposals.proposal import Place

_TITLES = (
    *("Milliardär", "Kommissar", "Hauptkommissar", "Inspektor", "Detektiv", "Detective"),
    *("Sheriff", "Agent", "Kapitän", "Commander", "Admiral", "Lieutenant"),
    *("Leutnant", "Sergeant", "General", "Colonel", "Polizist", "Polizeichef"),
    *("Anwalt", "Staatsanwalt", "Richter", "Arzt", "Pfarrer", "Pater", "Priester", "Prinz"),
    *("Graf", "Lord", "Lady", "Prinzessin", "Gräfin"),
    *("Bürgermeister", "Senator", "Chirurg", "Wissenschaftler", "Astronaut"),
    *("Pilot", "Lehrer", "Schüler", "Student", "Geschäftsmann", "Unternehmer", "Ermittler"),
    *("Onkel", "Tante", "Schwester", "Bruder"),
    *("Witwe", "Witwer", "Gangster", "Killer", "Auftragskiller", "Söldner"),
    *("Jäger", "Hacker", "Physiker", "Biologe", "Psychiater", "Journalist", "Reporter"),
)
_TITLED = re.compile(
    rf"(?<![\w„\"»])(?:{'|'.join(f'{re.escape(title)}(?:in)?' for title in _TITLES)}) "
    rf"(?:(?:Prof|Dr)\. )*(?P<name>{WORD}(?: {WORD})?)(?![\w-]| vo[nm] | [IVX]+\.)"
)
_NAME = re.compile(rf"(?<![\w„»›\"-])(?<![.!?:] ){NAME}(?![\w-]| vo[nm] )")
_NO_PERSON = re.compile(
    rf"\b(?:{ARTICLE}|[a-zäöüß]+e[mnrs]?|\d+|zwei|drei|vier|fünf|sechs|acht|zehn|of|the"
    r"|[Vv]o[nm]|[Bb]eim?|[Ii][nm]|[Aa]m|[Zz]u[mr]|[Aa]uf|[Aa]us)\s\Z"
)
"""Ends a text after which no name of a person begins."""
_THING = re.compile(rf"\b(?:{ARTICLE}|vo[nm]|bei|auf|aus|in|im|am|zu[mr]|\d+)\s\Z")
"""Ends a text after which a capitalised word by itself is a common noun or a place."""
_ARTICLE = re.compile(rf"\b{ARTICLE}\s\Z")
_OWNED = re.compile(r" [a-zäöüß]+e[nrms]? [A-ZÄÖÜ]")
_BRANDS = frozenset(
    {"Amazon", "Apple", "Disney", "Google", "Marvel", "Microsoft", "Netflix", "Sony"}
)
_MARGIN = 40
"""Code points before a name in which such an end is looked for."""


def figure_evidence(section_id: str, text: str, whole: str) -> Iterator[Evidence]:
    """Yield figures in the plain ``text`` of a section; ``whole`` is that of the review.

    A reviewer calls figures by their titles („Milliardär Meyer“) or by their first names, and the
    people who make a film by their family names.
    """
    quoted = quoted_spans(text)
    for match in _TITLED.finditer(text):
        name = trim_name(text, *match.span("name"), shortest=1)
        if not name or name.start != match.start("name") or _is_within(name, quoted):
            continue
        if name.name not in _TITLES and not _is_noun(name.name, whole):
            place = Place(section_id, name.start, name.end)
            yield Evidence("cast", "", place, STATED, name.name)
    verdicts: dict[str, bool] = {}
    for match in _NAME.finditer(text):
        name = trim_name(text, *match.span())
        if name is None or name.start != match.start() or _is_within(name, quoted):
            # What was trimmed is a noun: „fünf Euro Rabatt“.
            continue
        if _follows(_NO_PERSON, text, name.start) or _owns(text, name):
            continue
        if name.name not in verdicts:
            verdicts[name.name] = _goes_by_first_name(name.name, whole)
        if verdicts[name.name]:
            yield Evidence("cast", "", Place(section_id, name.start, name.end), STATED, name.name)


def _goes_by_first_name(name: str, whole: str) -> bool:
    first, *_, last = name.split()
    if (
        first in _BRANDS
        or last.endswith(".")
        or re.search(rf"(?<=[a-zäöüß,] ){WORD} {re.escape(first)}\b", whole)
    ):
        return False
    alone = [*re.finditer(rf"(?<![\w„»\"-]){re.escape(first)}(?![\w-]| ?{WORD})", whole)]
    by_last = re.search(rf"(?<!{re.escape(first)} )(?<![\w-]){re.escape(last)}s?(?![\w-])", whole)
    is_thing = any(_follows(_THING, whole, match.start()) for match in alone)
    return bool(alone) and not by_last and not is_thing


def _owns(text: str, name: NameMatch) -> bool:
    """Tell whether a noun follows that belongs to the person: „Uwe Bolls neuester Film“."""
    return name.name.endswith("s") and _OWNED.match(text, name.end) is not None


def _is_within(name: NameMatch, spans: list[tuple[int, int]]) -> bool:
    return any(start <= name.start < end for start, end in spans)


def _is_noun(name: str, whole: str) -> bool:
    """Tell whether ``whole`` puts an article before this word, as before a noun."""
    uses = re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", whole)
    return any(_follows(_ARTICLE, whole, use.start()) for use in uses)


def _follows(end: re.Pattern[str], text: str, start: int) -> bool:
    """Tell whether ``text`` up to ``start`` ends with ``end``."""
    return end.search(text, max(0, start - _MARGIN), start) is not None
