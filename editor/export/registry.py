"""Every format that a review can be exported to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from editor.errors import ExportError
from editor.export import markdown
from editor.export.options import Options
from editor.review.form import Label
from editor.review.model import Review
from editor.review.storage import encoded, write_bytes


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format; ``suffix`` begins with a dot, ``render`` returns the finished file."""

    id: str
    label: Label
    suffix: str
    render: Callable[[Review, Options], bytes]


def export(review: Review, exporter_id: str, options: Options) -> bytes:
    """Return ``review`` in the format ``exporter_id``.

    Raises ExportError when there is no such format, FormError when the review's form is broken.
    """
    return _exporter(exporter_id).render(review, options)


def write(review: Review, exporter_id: str, options: Options, path: Path) -> None:
    """Write ``review`` to ``path`` as one replacement. Raises as ``export``, or ReviewFileError."""
    write_bytes(export(review, exporter_id, options), path)


def _exporter(exporter_id: str) -> Exporter:
    try:
        return EXPORTERS[exporter_id]
    except KeyError:
        known = ", ".join(EXPORTERS)
        raise ExportError(
            f"Das Format „{exporter_id}“ gibt es nicht; bitte wählen Sie eines von: {known}.",
            f"There is no format “{exporter_id}”; please choose one of these: {known}.",
        ) from None


def _web_page(review: Review, options: Options) -> bytes:
    # Its libraries take a tenth of a second; a menu of formats and a Markdown export need none.
    from editor.export import html  # noqa: PLC0415

    return encoded(html.page(review, options))


def _markdown(review: Review, options: Options) -> bytes:
    return encoded(markdown.text(review, options))


_ALL = (
    Exporter("html", Label("Webseite", "Web page"), ".html", _web_page),
    Exporter("md", Label("Markdown", "Markdown"), ".md", _markdown),
)
EXPORTERS: Mapping[str, Exporter] = MappingProxyType({item.id: item for item in _ALL})
"""The formats by their ids, in the order in which a menu shows them."""
