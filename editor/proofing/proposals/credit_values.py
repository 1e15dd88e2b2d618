"""Values of credits, in the notation of the form."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from editor.proofing.proposals.name_patterns import SINGLE
from editor.review.german_notation import parse_date, parse_minutes


class CreditItem(NamedTuple):
    """One value at its place in the text after the label, in code points."""

    value: str
    start: int
    end: int
    role: str = ""


_PEOPLE = frozenset({"director", "writers", "cast"})
_LISTS = frozenset({"country", "sound_formats", "subtitles"})
_PERSON = re.compile(SINGLE)
_MARKUP = re.compile(r"\[\[([^\]|]*)(?:\|([^\]]*))?\]\]|\[([^\]]*)\]\([^)]*\)|<[^>]*>|[*_`]+")
_ITEM = re.compile(r"(?:\([^()]*\)|\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|[^,;/()&]|/(?=\S*\.\w))+")
_AND = re.compile(r"\s+(?:und|sowie|and)\s+|\s*&\s*|,\s*|;\s*|\s*/\s*|\s+\+\s+")
_ROLE = re.compile(
    r"(?P<name>.*?)(?:\s*\((?:als )?(?P<bracket>[^()]*)\)|\s+als\s+(?P<role>.+)|"
    r"\s*(?:\.{3}|…|–|-\s)\s*(?P<dots>.+))?\s*"
)
_AGES = ("0", "6", "12", "16", "18")
_YEAR = re.compile(r"(?<!\d)(?:18[89]\d|19\d\d|20[0-4]\d)(?!\d)")
_MINUTES = re.compile(
    r"(?:\d{1,2}\s*(?:h|Std\.?|Stunden?)\s*(?:und\s*)?)?\d{1,4}\s*(?:Min\b\.?|Minuten|min\b|′|')|"
    r"\d:\d\d\s*(?:h|Std|Stunden)|\d{1,2}\s*(?:h|Std\b\.?|Stunden)"
)
_MEDIA = (
    (re.compile(r"UHD|Ultra[ -]HD|4K[ -](?:UHD|Blu|Disc)", re.IGNORECASE), "UHD-Blu-ray"),
    (re.compile(r"Blu-?[ -]?ray", re.IGNORECASE), "Blu-ray"),
    (re.compile(r"DVD"), "DVD"),
    (re.compile(r"Kino\b"), "Kino"),
    (re.compile(r"Stream|Netflix|Prime Video|Disney\+|VoD", re.IGNORECASE), "Stream"),
)
_SENTENCE = re.compile(r"\.\s*\Z|[a-zäöüß]{3}\. [A-ZÄÖÜ]")
_LONGEST = 100


def items_of(key: str, text: str) -> Iterator[CreditItem]:
    """Yield the values in ``text``, which follows a label of the fact ``key``."""
    if key in _PEOPLE:
        yield from _people(key, text)
    elif key in _LISTS:
        yield from _list(text)
    else:
        value = _single(key, _plain(text))
        if value and len(value) <= _LONGEST:
            start = len(text) - len(text.lstrip())
            yield CreditItem(value, start, len(text.rstrip()))


def age_rating(text: str) -> str:
    """Return the age rating in ``text`` as the form has it, empty without one."""
    if re.search(r"o\. ?A\.|ohne Alters", text, re.IGNORECASE):
        return "ohne Altersbeschränkung"
    if re.search(r"SPIO|JK\b", text):
        return "SPIO/JK"
    if re.search(r"ungeprüft|keine Freigabe|unrated", text, re.IGNORECASE):
        return "ungeprüft"
    numbers = [n for n in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text) if n in _AGES]
    if not numbers:
        return ""
    return "ohne Altersbeschränkung" if numbers[0] == "0" else f"ab {numbers[0]}"


def medium(text: str) -> str:
    """Return the first medium in ``text``, empty without one."""
    return next((name for pattern, name in _MEDIA if pattern.search(text)), "")


def _plain(text: str, *, target: bool = False) -> str:
    """Return ``text`` without the marks of links and emphasis.

    Of a wiki link with two parts it has what the page shows, or the ``target``.
    """
    shown = _MARKUP.sub(
        lambda m: (m[1] if target else m[2] or m[1]) or m[3] or "", text.replace("\\|", "|")
    )
    return " ".join(shown.split()).strip('„“”"»«')


def _people(key: str, text: str) -> Iterator[CreditItem]:
    pieces = [*_pieces(text)]
    for item, start in pieces:
        # The page of a person has the full name.
        plain = _plain(item, target=True)
        if re.search(r"\d", plain):
            return
        match = _ROLE.fullmatch(plain)
        name = match["name"].strip() if match else plain
        role = ""
        if match and key == "cast":
            role = (match["bracket"] or match["role"] or match["dots"] or "").strip()
        if _PERSON.fullmatch(name) and (" " in name or len(pieces) == 1):
            yield CreditItem(name, start, start + len(item), role)


def _list(text: str) -> Iterator[CreditItem]:
    if _SENTENCE.search(text):
        return
    for item, start in _pieces(text):
        plain = _plain(item)
        if plain and len(plain) <= _LONGEST:
            yield CreditItem(plain, start, start + len(item))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield the items of a list with their places, without the blanks around them."""
    for match in _ITEM.finditer(text):
        place = match.start()
        for piece in re.split(r"(\s+(?:und|sowie|and)\s+)", match[0]):
            stripped = piece.strip()
            if stripped and not _AND.fullmatch(piece):
                yield stripped, place + len(piece) - len(piece.lstrip())
            place += len(piece)


def _single(key: str, text: str) -> str:
    """Return the value of a fact that is no list, empty where ``text`` has none."""
    read = _READERS.get(key)
    return read(text) if read else text.rstrip(" .,")


def _count(text: str) -> str:
    number = re.match(r"(?:Staffel |Season )?(\d{1,3})\b(?![.,]\d|\s*[-–x×]\s*\d)", text)
    return number[1] if number else ""


def _year(text: str) -> str:
    years = _YEAR.findall(text)
    return years[0] if len(set(years)) == 1 else ""


def _gtin(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return digits if len(digits) == len("4006381333931") else ""


def _picture_format(text: str) -> str:
    return text if re.search(r"\d[.,:]\d|\d{3,4}[pi]|4K|HD", text) else ""


def runtime(text: str) -> str:
    """Return a running time as “112 Min.”, empty where ``text`` has none, or several."""
    found = [match[0] for match in _MINUTES.finditer(text)]
    if not found and re.fullmatch(r"(?:ca\. ?)?\d{2,3}\.?", text.strip()):
        found = re.findall(r"\d{2,3}", text)
    minutes = {parse_minutes(item.replace("'", "′")) for item in found} - {None}
    times = re.search(r"\d\s*[x×]\s*\d", text)
    return f"{minutes.pop()} Min." if len(minutes) == 1 and not times else ""


_READERS: Mapping[str, Callable[[str], str]] = {
    "season": _count,
    "episodes": _count,
    "discs": _count,
    "year": _year,
    "runtime": runtime,
    "age_rating": age_rating,
    "medium": medium,
    "release_date": lambda text: parse_date(text) or "",
    "gtin13": _gtin,
    "picture_format": _picture_format,
}
