"""Structured data: a review in terms of schema.org, as the JSON-LD of its page.

See https://schema.org/Review. Contains nothing that is not in the review: without a rating there is
no reviewRating, and values that are not understood as a number or a date are left out.
"""

import json
import re
from typing import Any

from editor.export.document import ExportDocument
from editor.export.facts import fact_text, page_title
from editor.export.nodes.links import is_remote, safe_link
from editor.export.nodes.sanitize import one_line
from editor.export.options import RenderOptions
from editor.review.facts import format_items
from editor.review.german_notation import drop_zero_fraction, parse_minutes
from editor.review.model import VERDICT, Review, Section
from editor.review.rating import RatingScale, rating_of, scale_of

_NUMBER = re.compile(r"\d{1,6}")
_YEAR = re.compile(r"\d{4}")
_EAN_LENGTH = 13
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
_PEOPLE = {"director": "director", "writers": "author"}
"""Facts that hold people → properties of the work."""


def render_json_ld(review: Review, document: ExportDocument, options: RenderOptions) -> str:
    """Return the JSON-LD of ``review``, safe inside a script element."""
    data = build_structured_data(review, document, options)
    # "</script>" in a title would end the element, see
    # https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
    return json.dumps(data, ensure_ascii=False).translate(_ESCAPES)


def build_structured_data(
    review: Review, document: ExportDocument, options: RenderOptions
) -> dict[str, Any]:
    """Return ``review`` as a Review of schema.org; ``document`` is built from it."""
    scale = scale_of(review)
    overall = rating_of(review, VERDICT)
    return _filled({
        "@context": "https://schema.org",
        "@type": "Review",
        "name": document.title,
        "description": document.lead,
        "inLanguage": options.variant,
        "url": web_address(review, "url"),
        "author": _filled({"@type": "Person", "name": document.byline.author}, needs="name"),
        "datePublished": document.byline.iso,
        "itemReviewed": _work(review),
        "reviewRating": _rating(overall, scale),
        "associatedReview": [
            aspect for s in review.sections if (aspect := _aspect(review, s, scale)) is not None
        ],
        **{f"{notes.kind}Notes": _notes(notes.texts) for notes in document.notes},
    })  # fmt: skip


def web_address(review: Review, key: str) -> str:
    """Return the web address in the fact ``key``, empty when there is none."""
    value = review.fact(key)
    return safe_link(value) or "" if isinstance(value, str) and is_remote(value) else ""


# -- the work -------------------------------------------------------------------------------------


def _work(review: Review) -> dict[str, Any]:
    title = fact_text(review.fact("title")) or "Ohne Titel"
    season = fact_text(review.fact("season")) if review.form.fact("season") else ""
    common = _common_properties(review)
    if season:
        return _filled({
            "@type": _types(review, "TVSeason"),
            "name": page_title(review, review.form),
            "seasonNumber": _whole_number(review.fact("season")),
            "numberOfEpisodes": _whole_number(review.fact("episodes")),
            "partOfSeries": _filled(
                {"@type": "TVSeries", "name": title, "alternateName": _other_title(review, title)}
            ),
            **common,
        })  # fmt: skip
    kind = review.form.schema
    return _filled({
        "@type": _types(review, "TVSeries" if kind == "TVSeason" else kind),
        "name": title,
        "alternateName": _other_title(review, title),
        "duration": _duration(review.fact("runtime")) if kind == "Movie" else None,
        **common,
    })  # fmt: skip


def _common_properties(review: Review) -> dict[str, Any]:
    """Return the properties that films, series and seasons have in common."""
    return {
        "image": web_address(review, "image"),
        **{
            name: [{"@type": "Person", "name": person} for person in _texts(review, key)]
            for key, name in _PEOPLE.items()
        },
        "actor": _actors(review.fact("cast")),
        "countryOfOrigin": [
            {"@type": "Country", "name": name} for name in _texts(review, "country")
        ],
        "datePublished": _year(review.fact("year")),
        "contentRating": _age_rating(review.fact("age_rating")),
        "gtin13": _ean(review.fact("gtin13")),
    }


def _texts(review: Review, key: str) -> list[str]:
    return [line for item in format_items(review.fact(key)) if (line := one_line(item))]


def _types(review: Review, kind: str) -> str | list[str]:
    """Return the type of the work; a disc with an article number is a Product as well."""
    return [kind, "Product"] if _ean(review.fact("gtin13")) else kind


def _other_title(review: Review, title: str) -> str:
    original = fact_text(review.fact("original_title"))
    return "" if original == title else original


def _actors(value: Any) -> list[dict[str, Any]]:
    """Return the cast; an actor with a role is a PerformanceRole of schema.org."""
    people = value if isinstance(value, list) else [value] if value else []
    return [actor for person in people if (actor := _actor(person))]


def _actor(person: Any) -> dict[str, Any]:
    values = person if isinstance(person, dict) else {"name": person}
    name, role = fact_text(values.get("name")), fact_text(values.get("role"))
    actor = _filled({"@type": "Person", "name": name}, needs="name")
    if not actor or not role:
        return actor
    return {"@type": "PerformanceRole", "actor": actor, "characterName": role}


def _duration(value: Any) -> str:
    """Return a running time in ISO 8601: “PT112M”."""
    length = parse_minutes(fact_text(value))
    return f"PT{length}M" if length else ""


def _age_rating(value: Any) -> str:
    text = fact_text(value)
    return f"FSK {text}" if text[:2] == "ab" or _NUMBER.fullmatch(text) else text


def _year(value: Any) -> str:
    text = fact_text(value)
    return text if _YEAR.fullmatch(text) else ""


def _whole_number(value: Any) -> int | None:
    text = fact_text(value)
    return int(text) if _NUMBER.fullmatch(text) else None


def _ean(value: Any) -> str:
    """Return an article number with a correct check digit, empty for any other text.

    See https://www.gs1.org/services/how-calculate-check-digit-manually.
    """
    digits = re.sub(r"[ -]", "", fact_text(value))
    if len(digits) != _EAN_LENGTH or not digits.isascii() or not digits.isdigit():
        return ""
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits))
    return digits if total % 10 == 0 else ""


# -- ratings and notes ----------------------------------------------------------------------------


def _rating(value: float | None, scale: RatingScale | None) -> dict[str, Any] | None:
    # A number outside its scale is no rating: without ends, a reader takes it for one of 1 to 5.
    if value is None or scale is None or not scale.contains(value):
        return None
    return {
        "@type": "Rating",
        "ratingValue": drop_zero_fraction(value),
        "bestRating": drop_zero_fraction(scale.best),
        "worstRating": drop_zero_fraction(scale.worst),
    }


def _aspect(review: Review, section: Section, scale: RatingScale | None) -> dict[str, Any] | None:
    """Return the rating of one section as a review of that aspect."""
    rating = _rating(rating_of(review, section.id), scale)
    field = review.form.section(section.id)
    name = field.label.german if field else one_line(section.heading)
    if section.id == VERDICT or rating is None or not name:
        return None
    return {"@type": "Review", "reviewAspect": name, "reviewRating": rating}


def _notes(notes: tuple[str, ...]) -> dict[str, Any]:
    entries = [
        {"@type": "ListItem", "position": place, "name": note}
        for place, note in enumerate(notes, 1)
    ]
    return {"@type": "ItemList", "itemListElement": entries}


def _filled(values: dict[str, Any], needs: str = "") -> dict[str, Any]:
    """Return ``values`` without empty ones; an empty dict when the value of ``needs`` is empty."""
    if needs and not values[needs]:
        return {}
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
