"""Actors with their roles in sentences: „X spielt Y“, „Y (X)“, „Y, gespielt von X“."""

import re
from collections.abc import Iterator

from editor.proofing.proposals.evidence import HINTED, STATED, Evidence
from editor.proofing.proposals.name_patterns import (
    ARTICLE,
    NAME,
    SINGLE,
    NameMatch,
    is_subject,
    trim_name,
)
from editor.proofing.proposals.proposal import Place

_PLAYS = re.compile(
    rf"(?P<actor>{NAME}) (?:(?:spielt|verkörpert|mimt|als|in der Rolle (?:des|der|von))"
    r"|(?:\w+ )?gibt(?= (?:den|die|das) )|(?:hat|ist|wird|bleibt|überrascht|glänzt"
    r"|überzeugt|brilliert|besticht|agiert|nervt|gefällt) als)"
    rf"(?: (?:der|die|den|dem|des)(?: [a-zäöüß]+)?(?: [A-ZÄÖÜ][a-zäöüß]+(?= [A-ZÄÖÜ]))?)?"
    rf" (?P<role>{SINGLE})"
)
_PLAYED_BY = re.compile(
    rf"(?P<role>{SINGLE}),? (?:gespielt|verkörpert|dargestellt)(?: \w+)? von (?P<actor>{NAME})"
)
_BRACKETS = re.compile(rf"(?P<outer>{SINGLE}) \((?:(?:gespielt von|alias) )?(?P<inner>{SINGLE})\)")
_AWARD = re.compile(r"\b[Bb]este[rsn]?\b[^:\n]{1,40}:\s*\Z")
_FIRST_NAME = re.compile(r"(?<![\w-])[A-ZÄÖÜ]\w+ \Z")
_MARGIN = 60
"""Code points before a name that are looked at."""
_LONGEST_ROLE = 3
"""Words."""
_KIND_OF_PERSON = re.compile(
    r"(?:.*(?:[Aa]gent|[Hh]eld|[Kk]iller|[Vv]eteran|[Mm]itarbeiter|[Gg]änger|[Ff]reund|[Kk]ommissar"
    r"|[Dd]etektiv|[Pp]olizist|[Ll]ehrer|[Ss]änger|[Gg]eiger|[Jj]ournalist|[Ss]tudent|[Aa]nwalt"
    r"|[AaÄä]rzt|[Cc]hef|[Bb]oss|[Gg]egner|[Pp]artner|[Nn]achbar|[Pp]ilot|[Jj]äger|[Dd]ieb"
    r"|[Kk]ämpfer|[Kk]ünstler|[Ll]ektor|[Aa]ssistent|[Bb]etrüger|[Cc]omedian|[Bb]aron|[Oo]nkel"
    r"|[Pp]rotagonist|[Mm]akler|[Hh]ändler|[Ii]dol|[Vv]orgesetzt)(?:in|innen|e|er|en|es|s)?"
    r"|.*(?:[Tt]ante|[Ll]iebe)|.*(?:[Ff]rau|[Mm]ann|[Mm]utter|[Vv]ater|[Tt]ochter|[Ss]ohn"
    r"|[Bb]ruder|[Ss]chwester|[Jj]unge|[Mm]ädchen|[Bb]ösewicht|[Ss]churke|[Kk]ind))[ns]?\Z"
)
"""A noun for a kind of person, in any case."""


class RolesInProse:
    """Looks for actors with roles in the plain ``text`` of the section ``section_id``.

    ``whole`` is the plain text of the review, which shows how else a word is used.
    """

    def __init__(self, section_id: str, text: str, whole: str) -> None:
        self._section, self._text, self._whole = section_id, text, whole

    def evidence(self) -> Iterator[Evidence]:
        """Yield actors with roles; the places are those of the actors in the plain text."""
        for pattern in (_PLAYS, _PLAYED_BY):
            for match in pattern.finditer(self._text):
                yield from self._played(match, active=pattern is _PLAYS)
        for match in _BRACKETS.finditer(self._text):
            yield from self._bracketed(match)

    def _played(self, match: re.Match[str], *, active: bool) -> Iterator[Evidence]:
        actor = trim_name(self._text, *match.span("actor"))
        role = trim_name(self._text, *match.span("role"), shortest=1)
        if not actor or (active and not is_subject(self._text, actor.start)):
            return
        if role and self._is_name(role.name):
            yield self._person(actor, self._role(role))

    def _bracketed(self, match: re.Match[str]) -> Iterator[Evidence]:
        """Yield „Figur (Darsteller)“ or „Darsteller (Figur)“, told apart by what recurs."""
        outer = trim_name(self._text, *match.span("outer"), shortest=1)
        inner = trim_name(self._text, *match.span("inner"), shortest=1)
        if not outer or not inner or outer.end != match.end("outer"):
            return
        if inner.start != match.start("inner") or _AWARD.search(self._before(outer)):
            # „Bester Film: Kathryn Bigelow (The Hurt Locker)“.
            return
        outer_is_full, inner_is_full = " " in outer.name, " " in inner.name
        if inner_is_full and self._is_figure(outer) and not self._is_figure(inner):
            yield self._person(inner, self._role(outer))
        elif outer_is_full and not inner_is_full and self._is_family_name(inner):
            # „Roger Ferris (DiCaprio)“ after „Leonardo DiCaprio“.
            return
        elif outer_is_full and self._is_figure(inner):
            yield self._person(outer, self._role(inner))
        elif len(outer.name.split()) > _LONGEST_ROLE:
            return
        elif " " in inner.name and self._is_name(outer.name):
            yield self._person(inner, self._role(outer))

    def _before(self, name: NameMatch) -> str:
        return self._text[max(0, name.start - _MARGIN) : name.start]

    def _role(self, name: NameMatch) -> str:
        """Return the name of a role without the noun before it: „Auftragskiller Frank Moses“."""
        words = name.name.split()
        while words and _KIND_OF_PERSON.match(words[0]) and not self._recurs(words):
            words = words[1:]
        return " ".join(words)

    def _recurs(self, words: list[str]) -> bool:
        return len(words) == 1 and self._whole.count(words[0]) > 1

    def _is_family_name(self, name: NameMatch) -> bool:
        """Tell whether the text has a first name before it, as it has for people."""
        uses = re.finditer(rf"(?<![\w-]){re.escape(name.name)}(?![\w-])", self._whole)
        return any(
            (before := _FIRST_NAME.search(self._whole, max(0, use.start() - _MARGIN), use.start()))
            and trim_name(before[0], 0, len(before[0]), shortest=1)
            for use in uses
        )

    def _is_figure(self, name: NameMatch) -> bool:
        """Tell whether the text speaks of this name elsewhere by its first word alone."""
        word = re.escape(name.name.split()[0])
        rest = r"(?! [A-ZÄÖÜ])" if " " in name.name else ""
        uses = len(re.findall(rf"(?<![\w(-]){word}s?\b{rest}", self._whole))
        # A single word is one of its uses itself.
        return uses > (0 if " " in name.name else 1) and self._is_name(name.name)

    def _is_name(self, name: str) -> bool:
        """Tell whether the text never puts an article before this word, as before a noun."""
        if " " in name:
            return True
        article = (
            rf"(?:{ARTICLE}|[Ii]m|[Aa]m|[Zz]u[mr]|[Bb]eim|[Vv]om|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?)"
        )
        adjective = r"(?:[a-zäöüß]+e[mnrs]? )?"
        return not re.search(rf"\b{article} {adjective}{re.escape(name)}\b", self._whole)

    def _person(self, name: NameMatch, role: str) -> Evidence:
        weight = STATED if role or " " in name.name else HINTED
        return Evidence("cast", name.name, Place(self._section, name.start, name.end), weight, role)
