"""Facts in lines and tables of credits: „Regie: …“, „| Laufzeit | 112 Min. |“."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from editor.paths import resource
from editor.proofing.proposals.credit_values import items_of
from editor.proofing.proposals.evidence import CREDITED, Evidence
from editor.proofing.proposals.proposal import Place
from editor.review.form import Form
from editor.review.model import Section

_MARKS = r"[*_]{0,3}"
_LINE = re.compile(r"[^\n]+")
_LONGEST_LINE = 1000
"""Code points; a longer line is a paragraph."""
_SEPARATOR = r"(?:^[ \t]*(?:[-*+>•][ \t]+|\d+\.[ \t]+)?|(?:[|·•;(,–]|(?<=\s)/)[ \t]*|<br ?/?>)"


def credit_evidence(section: Section, form: Form) -> Iterator[Evidence]:
    """Yield what the lines of credits in ``section`` say about the facts of ``form``."""
    labels = {label: key for label, key in _labels().items() if form.fact(key)}
    for line in _LINE.finditer(section.text):
        if len(line[0]) <= _LONGEST_LINE:
            yield from _line_evidence(section.id, line, labels)


def _line_evidence(
    section_id: str, line: re.Match[str], labels: Mapping[str, str]
) -> Iterator[Evidence]:
    matches = [*_label_pattern().finditer(line[0])]
    for index, match in enumerate(matches):
        key = labels.get(match["label"].casefold())
        following = matches[index + 1].start() if index + 1 < len(matches) else len(line[0])
        value = _cut(line[0][match.end() : following])
        if key is None or value.strip(" *_|").casefold() in _labels():
            continue
        start = line.start() + match.end()
        for item in items_of(key, value):
            place = Place(section_id, start + item.start, start + item.end)
            yield Evidence(key, item.value, place, CREDITED, item.role)


def _cut(value: str) -> str:
    """Return ``value`` up to the end of its cell or the next sign that separates credits."""
    inner = re.match(r"[^()]*(?=\))", value)
    value = inner[0] if inner else value
    stop = re.search(r"(?<!\[)(?<!\\)\|(?![^\[\]]*\]\])| [·•] |;|<br", value)
    return value[: stop.start()] if stop else value


@cache
def _labels() -> Mapping[str, str]:
    """Return casefolded label → key, from ``resources/vocabulary/credits.toml``."""
    raw = tomllib.loads(resource("vocabulary", "credits.toml").read_text("utf-8"))
    return {
        line.strip().casefold(): key
        for key, lines in raw.items()
        for line in lines.split("\n")
        if line.strip()
    }


@cache
def _label_pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_labels(), key=len, reverse=True)))
    return re.compile(
        rf"{_SEPARATOR}{_MARKS}(?P<label>{names}){_MARKS}[ \t]*(?::{_MARKS}[ \t]*|\|[ \t]*)",
        re.IGNORECASE,
    )
