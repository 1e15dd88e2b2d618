"""Ratings in the text: „8/10“, „Bild: 7,5 von 10“, „★★★★☆“, „[rating value=8]“."""

import re
from collections.abc import Iterable, Iterator

from editor.proofing.proposals.acceptance import rating_key
from editor.proofing.proposals.evidence import CREDITED, STATED, Evidence
from editor.proofing.proposals.proposal import Place
from editor.review.form import Form
from editor.review.model import VERDICT, Section

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_NUMBERS = (
    *("null", "ein", "zwei", "drei", "vier", "fünf"),
    *("sechs", "sieben", "acht", "neun", "zehn"),
)
_RATING = re.compile(
    rf"(?<![\d./:,])(?P<points>{_NUMBER})(?:\]\])?\s?(?:/|von|out of)\s?"
    r"(?P<best>5|6|10|100)(?![\d.:/]|,\d)"
    r"(?!\s*(?:Folgen|Episoden|Minuten|Min\b|Euro|Filme|Leute|Zuschauer|Fälle))"
    r"|(?P<percent>\d{1,3})\s?%(?=\s*(?:$|\n|\*))"
    r"|(?P<full>★{1,10})(?P<half>½|⯨|⯪)?(?P<empty>☆{0,9})(?!★)"
    rf"|(?:\[|\{{\{{[<%] ?)ratings?\b[^\]}}\n]{{0,80}}?\b(?:value=|stars=)?"
    rf"[\"']?(?P<code>{_NUMBER})[\"']?(?:[^\]}}\n]{{0,80}}?\b(?:max|of|best)=[\"']?(?P<most>5|6|10|100)\b)?"
    r"[^\]}\n]{0,80}[\]}]{1,2}"
    rf"|\b(?P<word>(?i:{'|'.join(_NUMBERS)})) von (?P<all>fünf|zehn)\b"
    r"(?! (?:Folgen|Episoden|Filmen|Leuten|Zuschauern|Fällen|Minuten))",
    re.MULTILINE,
)
_LABEL = re.compile(
    r"(?:^|[|·•\n])\s*(?:[-*+] )?[*_|]{0,3}\s*"
    r"(?P<label>[A-ZÄÖÜ][\w &/-]{1,30}?)[*_]{0,3}\s*[:|]?[*_]{0,3}\s*\Z"
)
_LINK_TARGET = re.compile(r"\[\[[^\[\]|]*\|\Z")
_UNIT = re.compile(r"[ *_\]]*(?:Punkten?|Sternen?)?[ *_\].!]*")
_OVERALL = re.compile(
    r"(?:gesamt|wertung|fazit|bewertung|insgesamt|note|urteil|punkte|rating)", re.IGNORECASE
)
_MOST_OF_FIVE = 5
_SEVERAL = 3
_CONCLUSION = 250
"""Code points at the end of a text in which a rating is that of the review."""


def rating_evidence(section: Section, form: Form, *, is_last: bool) -> Iterator[Evidence]:
    """Yield the ratings in the Markdown of ``section``, each with its scale.

    A rating behind the label of a section is that section's. A bare one in the verdict, in a line
    that says so, or at the end of the text is that of the review.
    """
    for match in _RATING.finditer(section.text):
        value = _value(match)
        key = _target(section, match, form)
        if value and not key and is_last and _concludes(section.text, match):
            key = rating_key(VERDICT)
        if value and key:
            weight = STATED if match["code"] or match["word"] else CREDITED
            yield Evidence(key, value, Place(section.id, *match.span()), weight)


def rates_several_works(sections: Iterable[Section], form: Form) -> bool:
    """Tell whether the text has overall ratings that differ, or three or more without a label."""
    overall: set[str] = set()
    loose = 0
    for section in sections:
        for match in _RATING.finditer(section.text):
            key, value = _target(section, match, form), _value(match)
            loose += bool(value and not key and not match["word"])
            if value and key == rating_key(VERDICT):
                overall.add(value)
    return len(overall) > 1 or loose >= _SEVERAL


def _concludes(text: str, match: re.Match[str]) -> bool:
    """Tell whether a rating ends ``text``; one in brackets is of a work that the text names."""
    is_aside = text[match.start() - 1 : match.start()] == "("
    return len(text) - match.end() < _CONCLUSION and not is_aside


def _value(match: re.Match[str]) -> str:
    """Return “7,5/10”, empty where the text does not have both."""
    if match["full"]:
        points = len(match["full"]) + (0.5 if match["half"] else 0)
        best = len(match["full"]) + len(match["empty"]) + bool(match["half"])
        return f"{points:g}/{best}".replace(".", ",") if best in (5, 6, 10) else ""
    if match["percent"]:
        return f"{match['percent']}/100" if int(match["percent"]) <= 100 else ""  # noqa: PLR2004
    if match["word"]:
        points, best = _NUMBERS.index(match["word"].lower()), _NUMBERS.index(match["all"])
        return f"{points}/{best}" if points <= best else ""
    number = (match["points"] or match["code"]).replace(".", ",")
    points = float(number.replace(",", "."))
    most = match["best"] or match["most"]
    best = int(most) if most else 10 if points > _MOST_OF_FIVE else 0
    return f"{number}/{best}" if 0 <= points <= best and best else ""


def _target(section: Section, match: re.Match[str], form: Form) -> str:
    """Return the key of the rating, empty where the text does not say what is rated."""
    if match["word"]:
        return ""
    line = section.text[section.text.rfind("\n", 0, match.start()) + 1 : match.start()]
    label = _LABEL.search(line)
    name = label["label"].strip().casefold() if label else ""
    for field in form.sections:
        if field.rated and name in (field.label.german.casefold(), field.id):
            return rating_key(field.id)
    if _OVERALL.search(line) or (section.id == VERDICT and not name):
        return rating_key(VERDICT)
    rest = section.text[match.end() :].split("\n", 1)[0]
    if _LINK_TARGET.sub("", line).strip(" *_[") or not _UNIT.fullmatch(rest):
        return ""
    field_here = form.section(section.id)
    is_rated = field_here is not None and field_here.rated
    return rating_key(section.id if is_rated else VERDICT)
