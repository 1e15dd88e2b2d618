"""Summary of the checklist in one line, for the moment before a review is published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from editor.localized import Localized
from editor.review.readiness import ChecklistItem, ChecklistItemKind


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """All open items of one kind in a few words: “29 findings”, “no overall rating”."""

    kind: ChecklistItemKind
    text: Localized


def open_points(
    items: Iterable[ChecklistItem], findings_open: Mapping[str, int]
) -> tuple[OpenPoint, ...]:
    """Return what is open in ``items``, one point for each kind; hints are left out.

    ``findings_open`` has the numbers of open findings by section, as for the checklist. Facts that
    cannot be read come first, since they would be published as they stand.
    """
    found: dict[ChecklistItemKind, list[ChecklistItem]] = {kind: [] for kind in _ORDER}
    for item in items:
        if item.severity == "open":
            found.setdefault(item.kind, []).append(item)
    return tuple(
        OpenPoint(kind, _text(kind, group, findings_open)) for kind, group in found.items() if group
    )


def points_line(points: Iterable[OpenPoint]) -> Localized:
    """Return the points as one line: “29 findings · no overall rating”."""
    texts = [point.text for point in points]
    return Localized(
        " · ".join(text.german for text in texts), " · ".join(text.english for text in texts)
    )


def _text(
    kind: ChecklistItemKind, items: Sequence[ChecklistItem], findings_open: Mapping[str, int]
) -> Localized:
    if kind == "findings":
        count = sum(findings_open.get(item.section or "", 0) for item in items)
        return _ONE_FINDING if count == 1 else _FINDINGS.format(count)
    if kind == "overall":
        return _NO_OVERALL
    if kind == "misread":
        return points_line(OpenPoint(kind, _brief(item.message)) for item in items)
    if len(items) == 1:
        return _brief(items[0].message)
    return _MANY.get(kind, _OTHERS).format(len(items))


def _brief(message: Localized) -> Localized:
    """Return the first clause of a message, without what is to be done about it."""
    return Localized(*(_clause(half) for half in (message.german, message.english)))


def _clause(sentence: str) -> str:
    return sentence.partition("; ")[0].removesuffix(".")


_ORDER: tuple[ChecklistItemKind, ...] = (
    *("misread", "findings", "overall", "scale", "rating", "fact", "text"),
    *("placeholder", "image", "link"),
)
_ONE_FINDING = Localized("1 Hinweis", "1 finding")
_FINDINGS = Localized("{} Hinweise", "{} findings")
_NO_OVERALL = Localized("keine Gesamtwertung", "no overall rating")
_MANY: Mapping[ChecklistItemKind, Localized] = {
    "scale": Localized("{} Wertungen außerhalb der Skala", "{} ratings outside the scale"),
    "fact": Localized("{} Angaben fehlen", "{} facts are missing"),
    "text": Localized("{} Abschnitte sind leer", "{} sections are empty"),
    "placeholder": Localized("{} Platzhalter", "{} placeholders"),
    "image": Localized("{} Bilder sind unvollständig", "{} images are incomplete"),
    "link": Localized("{} Verweise ohne Adresse", "{} links without an address"),
}
_OTHERS = Localized("{} weitere Punkte", "{} more points")
