"""Titles of the work: in headings, in quotation marks and italics, beside „Film“ and „Staffel“."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from editor.proofing.names.headline import KIND_OF_TEXT, without_headline
from editor.proofing.proposals.evidence import BEGINNING, CREDITED, HINTED, STATED, Evidence
from editor.proofing.proposals.proposal import Place
from editor.review.model import Section

_TITLE = re.compile(
    r"(?:[Ff]ilm|[Ss]erie|[Tt]hriller|[Dd]rama|[Kk]omödie|[Ss]treifen"
    r"|[Kk]rimi|[Ww]estern|[Ss]pielfilm)s?,? "
    r"[„“\"»›](?P<n>[A-ZÄÖÜ0-9][^„“”\"»«›‹\n]{1,60})[“”\"«‹]"
)
_SEASON_OF = re.compile(
    r"\b(?:Staffel|Season|Folgen|Episoden) (?:von|der Serie|der Reihe) "
    r"(?:[„“\"»›](?P<n>[^„“”\"»«›‹\n]{1,60})[“”\"«‹]"
    r"|(?P<o>(?!Netflix|Amazon|Apple|Disney|HBO|Sky|Prime|ARD|ZDF|BBC)"
    r"[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ\d][\w’'-]*)*))"
)
_TITLE_BEFORE_SEASON = re.compile(
    r"[„“\"»›](?P<n>[^„“”\"»«›‹\n]{1,60})[“”\"«‹],? (?:[–-] )?(?:Staffel|Season)\b"
)
_OTHER_WORK = re.compile(
    r"\b(?:Fortsetzung|Nachfolger|Vorgänger|Sequel|Prequel|Remake|Ableger|Spin-off)\w*\b[^.!?\n]*\Z"
    r"|\bkeine\w* (?:\w+ )?\Z"
)
_MARGIN = 60
"""Code points before a title in which it is called another work, or none."""
_HEADING = re.compile(
    r"^(?:#{1,2} +(?P<n>[^\n]+?) *#* *(?:\{[^}\n]*\})?$"
    r"|(?P<line>[A-ZÄÖÜ0-9„»«][^\n*_|]{1,80}?(?<![.!?…:,;–-])) *\n[ \t]*\n(?=\s*\S))",
    re.MULTILINE,
)
"""A heading, or a line of its own at the start of a pasted text."""
_PREFIX = re.compile(rf"^{KIND_OF_TEXT}(?: zu[rm]?)?(?::| [–|-]| ) *", re.IGNORECASE)
_SUFFIX = re.compile(
    rf"(?: [–|-]|:|,)? *(?:\(?{KIND_OF_TEXT}\)?"
    rf"|\((?:[^()]*\d{{4}}|Blu-?ray(?: Disc)?|DVD|4K[^()]*|UHD)\)"
    r"|(?:Die |– |- )?(?:komplette )?(?:Staffel|Season) \d+.*|"
    r"(?:[–-] )?Die (?:komplette )?\w+ Staffel.*)$",
    re.IGNORECASE,
)
_WORDS = r"(?P<n>[A-ZÄÖÜ0-9][^„“”\"»«\n.!?*_<>\[\]]{1,40}?)"
_LINK_END = r"(?:\]\]|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\))?"
_SET_APART = re.compile(
    rf"(?:[„»“«]|(?<![*_\w])[*_](?![*_ ])|<(?:em|i|cite)>)\[{{0,2}}{_WORDS}{_LINK_END}"
    r"(?:[“”«»]|[*_](?![*_\w])|</)"
)
_SET_APART_AT_FIRST = re.compile(
    rf"(?:[„»“«]|(?<![*_\w])(?:\*\*|[*_])(?![*_ ])|<(?:em|i|cite|b|strong)>)\[{{0,2}}"
    rf"{_WORDS}(?<!:){_LINK_END}(?:[“”«»]|(?:\*\*|[*_])(?![*_\w])|</)"
)
_IMAGES = re.compile(r"(?:\s|!\[[^\n]*?\]\([^)\n]*\)|!\[\[[^\n]*?\]\])*")
_OPENING = 300
"""Code points at the start of a review; what alone is set apart there is its subject."""
_OFTEN = 3
_LONGEST_TITLE = 8
"""Words."""


def title_evidence(section_id: str, text: str) -> Iterator[Evidence]:
    """Yield the titles that the plain ``text`` of a section says at its beginning.

    Later a review compares, and its story has films as well.
    """
    for pattern in (_TITLE, _SEASON_OF, _TITLE_BEFORE_SEASON):
        for match in pattern.finditer(text):
            group = "o" if match.groupdict().get("o") else "n"
            if _OTHER_WORK.search(text, max(0, match.start() - _MARGIN), match.start()):
                continue
            if match.start() < BEGINNING or pattern is _TITLE_BEFORE_SEASON:
                place = Place(section_id, *match.span(group))
                yield Evidence("title", match[group].strip(), place)


def heading_evidence(section_id: str, markdown: str) -> Iterator[Evidence]:
    """Yield title, year and season of the first heading: „# Kritik: Gravity (2013)“."""
    match = _HEADING.match(markdown.lstrip())
    if not match:
        return
    shift = len(markdown) - len(markdown.lstrip())
    group = "n" if match["n"] else "line"
    place = Place(section_id, match.start(group) + shift, match.end(group) + shift)
    heading = re.sub(r"[*_„“”\"»«]", "", match[group]).strip()
    year = re.search(r"\((?:[^()]*\s)?((?:19|20)\d\d)\)", heading)
    if year:
        yield Evidence("year", year[1], place, CREDITED)
    title, before = without_headline(heading), ""
    while title != before:
        before, title = title, _SUFFIX.sub("", _PREFIX.sub("", title)).strip()
    german = re.fullmatch(r"(?P<original>[^()]+) \(dt\.:? (?P<title>[^()]+)\)", title)
    if german:
        yield Evidence("original_title", german["original"], place, CREDITED)
        title = german["title"]
    is_plain = "{" not in title and "[" not in title
    if (
        title
        and is_plain
        and len(title.split()) <= _LONGEST_TITLE
        and not re.search(r"[.!?]$|: ", title)
    ):
        yield Evidence("title", title, place, STATED if title != heading else HINTED)


def opening_title(section: Section) -> Iterator[Evidence]:
    """Yield the only words in quotation marks, italics or bold at the start of the first section.

    A heading and an image before the text do not count.
    """
    images = _IMAGES.match(section.text)
    start = images.end() if images else 0
    found = [*_SET_APART_AT_FIRST.finditer(section.text, start, start + _OPENING)]
    if len({match["n"] for match in found}) == 1 and not _HEADING.match(section.text, start):
        yield Evidence("title", found[0]["n"], Place(section.id, *found[0].span("n")), HINTED)


def repeated_titles(sections: Sequence[Section]) -> Iterator[Evidence]:
    """Yield what is in quotation marks or italics two times or more, as a title is.

    It states the title if it is there three times, the first heading included.
    """
    found = [
        (match["n"].strip(" ,"), Place(section.id, *match.span("n")))
        for section in sections
        for match in _SET_APART.finditer(section.text)
    ]
    counts = Counter(title for title, _ in found)
    for first in sections[:1]:
        counts.update(item.value for item in heading_evidence(first.id, first.text))
    early = {title for title, place in found if place.start < BEGINNING}
    for title, place in found:
        if counts[title] > 1 and title in early:
            weight = STATED if counts[title] >= _OFTEN else HINTED
            yield Evidence("title", title, place, weight)
