"""Facts of the work in sentences: season, episodes, year, running time, medium."""

import re
from collections.abc import Iterator
from itertools import chain

from editor.proofing.proposals.credit_values import age_rating, medium
from editor.proofing.proposals.evidence import CREDITED, HINTED, STATED, Evidence
from editor.proofing.proposals.name_patterns import sentence_around
from editor.proofing.proposals.proposal import Place

_ORDINALS = (
    "erste",
    "zweite",
    "dritte",
    "vierte",
    "fünfte",
    "sechste",
    "siebte",
    "achte",
    "neunte",
    "zehnte",
)
_NUMBERS = (
    *("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    *("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn"),
    *("achtzehn", "neunzehn", "zwanzig"),
)
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS[2:])})"
_QUOTED = r"[„“\"»«›‹][^„“”\"»«›‹\n]{1,60}[“”\"«»‹›]"
_SEASON = (
    (
        CREDITED,
        re.compile(
            r"^[^\n.!?]{1,60}\b(?:Staffel|Season) (?P<n>\d{1,2})(?:\W*$| \w+:)", re.MULTILINE
        ),
    ),
    (
        CREDITED,
        re.compile(
            rf"{_QUOTED},? (?:[–-] )?(?:Staffel|Season) (?P<n>\d{{1,2}}"
            rf"|{'|'.join(_NUMBERS[1:11])})\b"
        ),
    ),
    (
        STATED,
        re.compile(
            rf"\b(?:Staffel|Season) (?P<n>\d{{1,2}}|{'|'.join(_NUMBERS[1:11])})\b"
            r"(?![.,]\d| Folgen| Episoden)"
        ),
    ),
    (STATED, re.compile(r"\b(?P<n>\d{1,2})\. Staffel\b")),
    (
        STATED,
        re.compile(
            rf"(?<!eine )(?<!einer )(?<!eventuelle )(?<!mögliche )(?<!Eine )(?<!keine )\b"
            rf"(?P<n>{'|'.join(_ORDINALS)})[nrsm]? (?:und (?:letzte|finale"
            rf"|vorerst letzte)n? )?Staffel\b"
        ),
    ),
)
_TO_COME = re.compile(
    r"(?i:\bfreue|\bhoff|angekündigt|bestätigt|bestellt|geplant|\bwarte|\bkommende|\bsoll\b|\bwürde"
    r"|in Arbeit|in Produktion|unausweichlich|wird es|dürfte|lieber|wünsch|gespannt)"
)
"""Said of a season that is not there yet."""
_EPISODES = (
    re.compile(
        rf"(?<!nach )(?<!Nach )(?<!ersten )(?<!letzten )(?<!beiden )(?<!ab )(?<!alle )(?<!bis )\b"
        rf"(?P<n>{_COUNT}) (?:neuen? |weiteren? |halbstündigen? |einstündigen? )?"
        rf"(?:Folgen|Episoden)\b(?! lang| später| vor| pro| gesehen| danach)"
    ),
    re.compile(r"\b(?P<n>\d{1,3}|[a-zäöü]{3,8}?)-?teilige"),
    re.compile(r"\b(?P<n>\d{1,3}|[A-ZÄÖÜ][a-zäöü]{2,7}?)-?[tT]eiler\b"),
)
_YEAR = "(?P<n>(?:18[89]|19\\d|20[0-4])\\d)"
_OF_THE_YEAR = re.compile(
    rf"\b(?:Film|Serie|Streifen|Thriller|Drama)\w* (?:aus|von) (?:dem Jahr )?{_YEAR}\b"
)
"""Said of an earlier film as well."""
_YEARS = (
    re.compile(rf"\((?:[A-ZÄÖÜ][\w./ -]{{0,30}}[, ]+){_YEAR}\)"),
    re.compile(
        rf"\((?:OT: )?[„“\"»]?(?=[^()]{{0,60}}[^\W\d])[^()]{{1,60}}?, "
        rf"(?:[A-Z/ ]{{2,12}},? )?{_YEAR}\)"
    ),
    re.compile(rf"\b(?:Produktions|Erscheinungs)jahr {_YEAR}\b"),
    _OF_THE_YEAR,
)
_RUNTIME = (
    re.compile(r"(?:Laufzeit|Spielzeit|Länge|Dauer) (?:ca\. ?)?(?P<n>\d{2,3}) ?[Mm]in"),
    re.compile(
        r"(?<!durchschnittliche )(?<!durchschnittlichen )"
        r"(?:Laufzeit|Spielzeit|Länge) von (?:\w+ ){0,2}(?P<n>\d{2,3}) Min"
    ),
    re.compile(r"(?P<n>\d{2,3}) Minuten (?:Laufzeit|Spielzeit|Spieldauer|Film)"),
    re.compile(r"\b(?P<n>\d{2,3})-(?:minütige|Minuten-Film)"),
    re.compile(r"(?:^|[|·•,(] ?)(?P<h>[1-4]) ?h (?P<n>\d{1,2}) ?min\b", re.MULTILINE),
    re.compile(r"(?:seine|ihre|den|die)[nr]? (?:\w+ )?(?P<n>\d{2,3}) Minuten"),
)
_SHORTEST_FILM, _LONGEST_FILM = 60, 300
"""Minutes; shorter times in prose are of a scene or an episode."""
_AGE = (
    re.compile(r"\bFSK[- :]*(?:Freigabe |-Freigabe )?(?:ab )?(?:von )?(?P<n>0|6|12|16|18)\b"),
    re.compile(r"\b(?:[Ff]reigegeben|FSK|Freigabe)[^.\n]{0,30}? ab (?P<n>0|6|12|16|18)\b"),
    re.compile(r"\bab (?P<n>6|12|16|18|sechs|zwölf|sechzehn|achtzehn) (?:Jahren )?freigegeben"),
)
_DISC = r"(?P<n>(?:4K[- ])?(?:UHD|Ultra[- ]HD)[\w -]{0,8}|Blu-?[ -]?ray|DVD|blaue[nr]? Scheibe)"
_MEDIUM = (
    re.compile(rf"\b(?:[Bb]ild|[Tt]on|[Ee]xtras)(?: und \w+)? (?:der|dieser) {_DISC}"),
    re.compile(
        rf"\b(?:[Dd]ie|[Dd]iese) {_DISC}(?: von [\w’'&. -]{{2,40}}?)? (?:zeigt|bietet|enthält|kommt"
        r"|überzeugt|liefert|präsentiert|erscheint|hat|besitzt|verfügt|wartet|macht)\b"
    ),
    re.compile(
        rf"\b(?:erschienen|erscheint|erhältlich|veröffentlicht|liegt|vorliegend\w*)\b[^.!?\n]{{0,60}}?"
        rf" (?:auf|als) {_DISC}"
    ),
)
_ORIGINAL = re.compile(
    r"\((?:OT|Originaltitel|O-Titel|Original): ?[„“\"»]?(?P<n>[^()„“”\"»«,;]{1,60})|"
    r"\b(?:(?:Originaltitel|[Ii]m Original)(?: der Serie| des Films)? "
    r"(?:lautet|heißt|ist) |Originaltitel )[„“\"»](?P<o>[^„“”\"»«]{1,60})"
)
_LABEL = re.compile(
    r"\b(?:[Ee]rschienen|erscheint|erhältlich|veröffentlicht|herausgebracht)"
    r"(?: [\w.]+){0,5}? (?:bei|durch|über|von) "
    r"(?:dem Label |der Edition )?(?P<n>[A-ZÄÖÜ][\w&'’.+-]*[\w+](?: "
    r"(?:[A-ZÄÖÜ&][\w&'’.+-]*[\w+]|&))*)"
)
_LABELS = (
    _LABEL,
    re.compile(
        rf"\b[Dd]ie (?:neue )?{_DISC.replace('?P<n>', '?:')} (?:von|der) (?:Edition )?"
        r"(?P<n>[A-ZÄÖÜ][\w&’'.+-]*\w(?: (?:[A-ZÄÖÜ&][\w&’'.+-]*\w|&))*) "
        r"(?:zeigt|bietet|enthält|kommt|überzeugt|liefert|präsentiert|erscheint|hat|besitzt|verfügt)\b"
    ),
    re.compile(
        r"(?:\A|[.!?…] |\n)(?P<n>[A-ZÄÖÜ][\w&’'.+-]*\w(?: (?:[A-ZÄÖÜ&][\w&’'.+-]*\w|&))+) "
        r"(?:bringt|veröffentlicht|spendiert|verteilt) (?:uns )?(?:den Film|die Serie"
        r"|die Staffel|das Werk)\b"
    ),
)
_MADE = re.compile(
    rf"\b(?P<country>[A-ZÄÖÜ][\w.]+(?:/[A-ZÄÖÜ][\w.]+){{0,4}}) {_YEAR},? "
    r"(?:(?:ca\. )?(?P<minutes>\d{2,3}) Min(?:uten|\.|\b))"
)
"""„Frankreich/Belgien 2020, 88 Minuten“."""
_FORMAT = re.compile(
    r"\b(?:Format|Bildformat|Seitenverhältnis|Verhältnis)(?: von)? (?P<n>\d[,.]\d{1,2}:1)"
)


class WorkInProse:
    """Looks for facts of the work in the plain ``text`` of the section ``section_id``."""

    def __init__(self, section_id: str, text: str) -> None:
        self._section, self._text = section_id, text

    def evidence(self) -> Iterator[Evidence]:
        """Yield the facts; their places are those in the plain text."""
        yield from chain(
            self._numbers(), self._measures(), self._made(), self._words(), self._ages_and_media()
        )

    def _numbers(self) -> Iterator[Evidence]:
        for weight, pattern in _SEASON:
            for match in pattern.finditer(self._text):
                if weight == STATED and _TO_COME.search(sentence_around(self._text, *match.span())):
                    continue
                yield self._of("season", str(_number(match["n"])), match, weight)
        for pattern in _EPISODES:
            for match in pattern.finditer(self._text):
                number = _number(match["n"].lower())
                if number > 1:
                    yield self._of("episodes", str(number), match)

    def _measures(self) -> Iterator[Evidence]:
        for pattern in _YEARS:
            for match in pattern.finditer(self._text):
                weight = HINTED if pattern is _OF_THE_YEAR else STATED
                yield self._of("year", match["n"], match, weight)
        for pattern in _RUNTIME:
            for match in pattern.finditer(self._text):
                minutes = int(match["n"]) + 60 * int(match.groupdict().get("h") or 0)
                if _SHORTEST_FILM <= minutes <= _LONGEST_FILM:
                    yield self._of("runtime", f"{minutes} Min.", match)

    def _words(self) -> Iterator[Evidence]:
        for match in _ORIGINAL.finditer(self._text):
            group = "n" if match["n"] else "o"
            yield self._of("original_title", match[group].strip(), match, CREDITED, group)
        patterns = (*(("label", pattern) for pattern in _LABELS), ("picture_format", _FORMAT))
        for key, pattern in patterns:
            for match in pattern.finditer(self._text):
                yield self._of(key, match["n"], match)

    def _made(self) -> Iterator[Evidence]:
        for match in _MADE.finditer(self._text):
            yield self._of("year", match["n"], match, CREDITED)
            yield self._of("runtime", f"{match['minutes']} Min.", match, CREDITED, "minutes")
            start = match.start("country")
            for item in re.finditer(r"[^/,\s]+", match["country"]):
                place = Place(self._section, start + item.start(), start + item.end())
                yield Evidence("country", item[0], place)

    def _ages_and_media(self) -> Iterator[Evidence]:
        for pattern in _AGE:
            for match in pattern.finditer(self._text):
                yield self._of("age_rating", age_rating(str(_number(match["n"]))), match)
        for pattern in _MEDIUM:
            for match in pattern.finditer(self._text):
                value = "Blu-ray" if match["n"].startswith("blaue") else medium(match["n"])
                yield self._of("medium", value, match, HINTED)

    def _of(
        self, key: str, value: str, match: re.Match[str], weight: int = STATED, group: str = "n"
    ) -> Evidence:
        return Evidence(key, value, Place(self._section, *match.span(group)), weight)


def _number(text: str) -> int:
    """Return the number that a word or digits name, 0 for another word."""
    lower = text.lower()
    if lower.isdigit():
        return int(lower)
    for words, first in ((_NUMBERS, 0), (_ORDINALS, 1)):
        if lower in words:
            return words.index(lower) + first
    return 0
