"""People and their functions in sentences: „Regisseur X“, „aus der Feder von X“, „X spielt“."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.proofing.proposals.evidence import BEGINNING, HINTED, STATED, Evidence
from editor.proofing.proposals.line_patterns import LinePatterns
from editor.proofing.proposals.name_patterns import (
    BETWEEN,
    BETWEEN_NAMES,
    NAME,
    NAMES,
    NameMatch,
    is_subject,
    names_in,
    sentence_around,
    trim_name,
    without_genitive,
)
from editor.proofing.proposals.proposal import Place

_WORKS = (
    r"(?!Lieblings)(?:[A-ZÄÖÜ][\w-]{0,40})?(?:[Ff]ilm|[Tt]hriller|[Dd]rama|[Kk]omödie|[Ss]treifen"
    r"|[Kk]rimi|[Ww]estern|[Rr]egiedebüt|[Dd]ebüt|[Dd]okumentation|[Ii]nszenierung)"
    r"(?:s|es|e|en)?"
)
_APPOSITION = (
    r"(?:,|\b(?:ist|war|wird|bleibt|als)) [„\"»]?(?:(?:der|die|das|den|dem|des|ein|eine[mnrs]?) )?"
    r"(?:[\w-]+ ){0,4}?"
)
"""Before the kind of a work: „Zorn, der neue Film von“, „Zorn ist der zweite Film von“."""
_QUOTED = r"(?:[„\"»›'][^„“”\"»«\n]{1,60}[“”\"«‹'],? )?"
_DIRECTOR = (
    rf"Regisseur(?:in|s|en|e|innen)?(?:-Duo|-Legende)?,? (?P<n1>{NAMES})",
    rf"Regie[ -](?:Legende|Debütant(?:in)?|Duo|Altmeister|Meister|Ikone) (?P<n2>{NAMES})",
    rf"Filmemacher(?:in|s|n)? (?P<n3>{NAMES})",
    rf"(?:[Uu]nter|[Ii]n) der Regie von (?P<n4>{NAMES})",
    rf"Regie (?:führte|führt|führten)(?: \w+){{0,2}} (?P<n5>{NAMES})",
    rf"(?:inszeniert|gedreht)(?: \w+)? von (?P<n6>{NAMES})",
    (
        rf"(?P<n7>{NAMES}),? (?:der|die)? ?(?:\w+ ){{0,3}}(?:führte|führt"
        rf"|führten) (?:\w+ ){{0,2}}Regie"
    ),
    rf"(?P<n8>{NAMES}) \((?:Regie|Regisseur(?:in)?)\b",
    rf"{_APPOSITION}{_WORKS} {_QUOTED}von (?:[a-zäöüß]+ )?(?P<n9>{NAME})(?! und [A-Z])",
    rf"\b{_WORKS} [„\"»›'][^„“”\"»«\n]{{1,60}}[“”\"«‹'],? von (?P<n11>{NAMES})",
    rf"(?P<s10>{NAMES}) inszenierte?\b",
)
_WRITERS = (
    rf"Drehbuchautor(?:in|s|en|innen)? (?P<n1>{NAMES})",
    rf"(?:Drehbuch|Skript)(?: \w+){{0,3}} von (?P<n2>{NAMES})",
    rf"(?:nach einem|das) (?:Drehbuch|Skript) (?:\w+ )?von (?P<n3>{NAMES})",
    rf"[Aa]us der Feder von (?P<n4>{NAMES})",
    rf"(?:Showrunner|Serienschöpfer|Schöpfer|Serienerfinder)(?:in|s|n)? (?P<n5>{NAMES})",
    (
        rf"(?P<s6>{NAMES}) (?:schrieb|schrieben|verfasste|verfassten) "
        rf"(?:\w+ ){{0,2}}(?:Drehbuch|Skript)"
    ),
    rf"(?P<n7>{NAMES}) \((?:Drehbuch|Buch|Skript|Drehbuchautor(?:in)?)\b",
    rf"\b\w*[Ss]erie {_QUOTED}von (?P<n9>{NAMES})",
    rf"[CK]o-[Aa]utor(?:in|s|en|innen)? (?P<n10>{NAMES})",
    rf"(?:Drehbuch|Skript), an dem (?:auch |noch )?(?P<n11>{NAMES}) (?:mit)?geschrieben",
    rf"(?P<n12>{NAMES}), (?:der|die) (?:auch |selbst )?(?:das|am) (?:Drehbuch|Skript)",
    rf"(?P<n13>{NAMES}) hat die Serie (?:erfunden|geschaffen|erdacht|entwickelt)",
    rf"neben (?P<n8>{NAMES})(?: \w+){{0,3}} (?:am|das) (?:Drehbuch|Skript)",
)
_SETTING = (
    r"(?:in|im|nach|vor|auf|an|am|zwischen|direkt|einige|hier|dort|sich|zu|zur|während|wieder"
    r"|rund)\b"
)
"""Behind „spielt“ where a film has a place and a time."""
_CAST = (
    (
        rf"[Ii]n (?:der|den|einer|ihrer|seiner) (?:\w+ )?(?:Haupt|Neben"
        rf"|Titel)rollen?:? (?:\w+ )?(?P<n1>{NAMES})"
    ),
    rf"(?:Haupt|Neben)?[Dd]arsteller(?:in|s|n|innen)?,? (?P<n2>{NAMES})",
    rf"Schauspieler(?:in|s|n|innen)?,? (?P<n3>{NAMES})",
    rf"(?:gespielt|verkörpert|dargestellt)(?: \w+)? von (?P<n4>{NAMES})",
    rf"[Mm]it (?P<n5>{NAMES}) in (?:der|den) (?:\w+ )?(?:Haupt|Neben|Titel)rollen?",
    rf"(?P<n6>{NAMES}) in (?:der|den|einer|ihrer|seiner) (?:\w+ )?(?:Haupt|Neben|Titel)rollen?",
    rf"(?P<s7>{NAME}) (?:spielt(?! {_SETTING})|verkörpert|mimt)\b",
    rf"(?P<s8>{NAME}{BETWEEN}{NAME}) (?:spielen|verkörpern|mimen)\b",
)
_STATED_BY = {"director": _DIRECTOR, "writers": _WRITERS, "cast": _CAST}
_STATED_KEYS = tuple(key for key, patterns in _STATED_BY.items() for _ in patterns)
_STATEMENTS = LinePatterns(
    [
        re.compile(rf"(?:(?<!\w)|(?=,))(?:{pattern})")
        for patterns in _STATED_BY.values()
        for pattern in patterns
    ]
)
_FILM_OF = re.compile(rf"\b{_WORKS} von (?:[a-zäöüß]+ )?(?P<name>{NAME})")
"""Also „der Film von“ an actor or an author."""
_OWNED = re.compile(
    rf"(?P<name>{NAME}(?:(?<=s)|[’'])) (?:\w+e[nrms]? )?(?:[A-ZÄÖÜ][\w-]*)?"
    r"(?:[Ff]ilm|[Tt]hriller|[Dd]rama|[Kk]omödie|[Ss]treifen|[Rr]egiedebüt|[Rr]egie"
    r"|[Ii]nszenierung|[Ww]estern|[Kk]rimi)\b"
)
_BEFORE_NOUN = re.compile(r"(?<=[’'])| (?:[a-zäöüß]+e[nrms]? )?[„»\"«›]?[A-ZÄÖÜ0-9]")
"""What follows a genitive: „Lars von Triers neuer Film“."""
_OTHER_WORK = re.compile(r"(?i:\bVorgänger|\berste[nrs]? Teils?\b|\bVorlage|\bOriginal\b)")
"""Of an earlier work the same is said."""
_TITLE_OF = re.compile(rf"(?P<name>{NAME}(?:(?<=s)|[’'])) [„»\"«›](?=[A-ZÄÖÜ0-9])")
_ALSO_WRITER = re.compile(
    rf"Regisseur(?:in)? (?P<name>{NAME})[^.!?]{{1,200}}? (?:er|sie)"
    rf"(?: [^.!?]{{1,80}}?)? (?:auch |selbst )?"
    r"(?:am|das) (?:Drehbuch|Skript)"
)


class PeopleInProse:
    """Looks for people with functions in the plain ``text`` of the section ``section_id``.

    ``whole`` is the plain text of the review, which shows how else a word is used.
    """

    def __init__(self, section_id: str, text: str, whole: str) -> None:
        self._section, self._text, self._whole = section_id, text, whole

    def evidence(self) -> Iterator[Evidence]:
        """Yield the people; their places are those in the plain text."""
        yield from self._stated()
        for match in _OWNED.finditer(self._text):
            name = trim_name(self._text, *match.span("name"))
            if name:
                yield self._person("director", name)
        for pattern, end in ((_FILM_OF, len(self._text)), (_TITLE_OF, BEGINNING)):
            for match in pattern.finditer(self._text, 0, end):
                name = trim_name(self._text, *match.span("name"))
                if name:
                    yield replace(self._person("director", name), weight=HINTED)
        for match in _ALSO_WRITER.finditer(self._text):
            name = trim_name(self._text, *match.span("name"))
            if name:
                yield self._person("writers", name)

    def _stated(self) -> Iterator[Evidence]:
        for match in _STATEMENTS.matches(self._text):
            group, (start, end) = next(iter(match.groups.items()))
            for name in names_in(self._text, start, end):
                if not group.startswith("s") or self._acts(name, end):
                    yield self._person(_STATED_KEYS[match.pattern], name)

    def _acts(self, name: NameMatch, end: int) -> bool:
        """Tell whether a name, one of those up to ``end``, is the subject of the verb there."""
        is_whole = name.end == end or BETWEEN_NAMES.match(self._text, name.end) is not None
        return is_whole and is_subject(self._text, name.start)

    def _person(self, key: str, name: NameMatch) -> Evidence:
        value = name.name
        if _BEFORE_NOUN.match(self._text, name.end):
            value = without_genitive(value, self._whole)
        is_of_another = _OTHER_WORK.search(sentence_around(self._text, name.start, name.end))
        weight = HINTED if is_of_another else STATED
        return Evidence(key, value, Place(self._section, name.start, name.end), weight)
