"""People and their functions in sentences: „Regisseur X“, „X spielt Y“, „aus der Feder von X“."""

import re
from collections.abc import Iterator

from editor.proofing.proposals.evidence import HINTED, STATED, Evidence
from editor.proofing.proposals.name_patterns import (
    ARTICLE,
    NAME,
    NAMES,
    SINGLE,
    NameMatch,
    names_in,
    trim_name,
    without_genitive,
)
from editor.proofing.proposals.proposal import Place

_WORKS = (
    r"(?:[A-ZÄÖÜ][\w-]*)?(?:[Ff]ilm|[Tt]hriller|[Dd]rama|[Kk]omödie|[Ss]treifen|[Kk]rimi"
    r"|[Ww]estern|[Rr]egiedebüt|[Dd]ebüt|[Dd]okumentation|[Rr]emake|[Ii]nszenierung|[Vv]erfilmung)"
    r"(?:s|es|e|en)?"
)
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
    rf"\b{_WORKS} {_QUOTED}von (?:\w+ )?(?:Regisseur(?:in)? )?(?P<n9>{NAMES})",
    rf"(?P<n10>{NAMES}) inszenierte?\b",
)
_WRITERS = (
    rf"Drehbuchautor(?:in|s|en|innen)? (?P<n1>{NAMES})",
    rf"(?:Drehbuch|Skript)(?: \w+){{0,3}} von (?P<n2>{NAMES})",
    rf"(?:nach einem|das) (?:Drehbuch|Skript) (?:\w+ )?von (?P<n3>{NAMES})",
    rf"[Aa]us der Feder von (?P<n4>{NAMES})",
    rf"(?:Showrunner|Serienschöpfer|Schöpfer|Serienerfinder)(?:in|s|n)? (?P<n5>{NAMES})",
    (
        rf"(?P<n6>{NAMES}) (?:schrieb|schrieben|verfasste|verfassten) "
        rf"(?:\w+ ){{0,2}}(?:Drehbuch|Skript)"
    ),
    rf"(?P<n7>{NAMES}) \((?:Drehbuch|Buch|Skript|Drehbuchautor(?:in)?)\b",
    rf"\b\w*[Ss]erie {_QUOTED}von (?P<n9>{NAMES})",
    rf"neben (?P<n8>{NAMES})(?: \w+){{0,3}} (?:am|das) (?:Drehbuch|Skript)",
)
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
    rf"(?P<n7>{NAMES}) (?:spielt|spielen|verkörpert|mimt)\b",
)
_STATEMENTS = tuple(
    (key, re.compile(rf"(?<!\w)(?:{pattern})"))
    for key, patterns in (("director", _DIRECTOR), ("writers", _WRITERS), ("cast", _CAST))
    for pattern in patterns
)
_OWNED = re.compile(
    rf"(?P<name>{NAME}[s’']) (?:\w+e[nrms]? )?(?:[A-ZÄÖÜ][\w-]*)?"
    r"(?:[Ff]ilm|[Ss]erie|[Tt]hriller|[Dd]rama|[Kk]omödie|[Ss]treifen|[Rr]egiedebüt|[Rr]egie"
    r"|[Ii]nszenierung|[Ww]estern|[Kk]rimi)\b"
)
_ALSO_WRITER = re.compile(
    rf"Regisseur(?:in)? (?P<name>{NAME})[^.!?]{{1,200}}? (?:er|sie)"
    rf"(?: [^.!?]{{1,80}}?)? (?:auch |selbst )?"
    r"(?:am|das) (?:Drehbuch|Skript)"
)
_PLAYS = re.compile(
    rf"(?P<actor>{NAME}) (?:spielt|verkörpert|mimt|als|in der Rolle (?:des|der|von))"
    rf"(?: (?:der|die|den|dem|des)(?: [a-zäöüß]+)?(?: [A-ZÄÖÜ][a-zäöüß]+(?= [A-ZÄÖÜ]))?)?"
    rf" (?P<role>{SINGLE})"
)
_LONGEST_ROLE = 3
"""Words."""
_BRACKETS = re.compile(rf"(?P<outer>{SINGLE}) \((?:(?:gespielt von|alias) )?(?P<inner>{SINGLE})\)")
_PLAYED_BY = re.compile(
    rf"(?P<role>{SINGLE}),? (?:gespielt|verkörpert|dargestellt)(?: \w+)? von (?P<actor>{NAME})"
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
                yield self._person("director", name._replace(name=without_genitive(name.name)))
        for match in _ALSO_WRITER.finditer(self._text):
            name = trim_name(self._text, *match.span("name"))
            if name:
                yield self._person("writers", name)
        yield from self._roles()

    def _stated(self) -> Iterator[Evidence]:
        for key, pattern in _STATEMENTS:
            for match in pattern.finditer(self._text):
                group = next(name for name, value in match.groupdict().items() if value)
                for name in names_in(self._text, *match.span(group)):
                    yield self._person(key, name)

    def _roles(self) -> Iterator[Evidence]:
        for pattern in (_PLAYS, _PLAYED_BY):
            for match in pattern.finditer(self._text):
                actor = trim_name(self._text, *match.span("actor"))
                role = trim_name(self._text, *match.span("role"), shortest=1)
                if actor and role and self._is_name(role.name):
                    yield self._person("cast", actor, role.name)
        for match in _BRACKETS.finditer(self._text):
            yield from self._bracketed(match)

    def _bracketed(self, match: re.Match[str]) -> Iterator[Evidence]:
        """Yield „Figur (Darsteller)“ or „Darsteller (Figur)“, told apart by what recurs."""
        outer = trim_name(self._text, *match.span("outer"), shortest=1)
        inner = trim_name(self._text, *match.span("inner"), shortest=1)
        if not outer or not inner or outer.end != match.end("outer"):
            return
        outer_is_full, inner_is_full = " " in outer.name, " " in inner.name
        if inner_is_full and self._is_figure(outer) and not self._is_figure(inner):
            yield self._person("cast", inner, outer.name)
        elif outer_is_full and self._is_figure(inner):
            yield self._person("cast", outer, inner.name)
        elif len(outer.name.split()) > _LONGEST_ROLE:
            return
        elif inner.name.count(" ") == 1 and self._is_name(outer.name):
            yield self._person("cast", inner, outer.name)

    def _is_figure(self, name: NameMatch) -> bool:
        """Tell whether the text speaks of this name elsewhere by its first word alone."""
        word = re.escape(name.name.split()[0])
        rest = rf"(?! {re.escape(name.name.split()[1])})" if " " in name.name else ""
        uses = len(re.findall(rf"(?<![\w(-]){word}s?\b{rest}", self._whole))
        # A single word is one of its uses itself.
        return uses > (0 if " " in name.name else 1) and self._is_name(name.name)

    def _is_name(self, name: str) -> bool:
        """Tell whether the text never puts an article before this word, as before a noun."""
        if " " in name:
            return True
        article = rf"(?:{ARTICLE}|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?)"
        adjective = r"(?:[a-zäöüß]+e[mnrs]? )?"
        return not re.search(rf"\b{article} {adjective}{re.escape(name)}\b", self._whole)

    def _person(self, key: str, name: NameMatch, role: str = "") -> Evidence:
        weight = STATED if key != "cast" or role or " " in name.name else HINTED
        return Evidence(key, name.name, Place(self._section, name.start, name.end), weight, role)
