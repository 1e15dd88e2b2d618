"""Title of a finished text: the heading that it begins with."""

import re

from editor.review.model import Review, nonempty_sections

_HEADING = re.compile(r"#[ \t]+(?P<title>[^\n]{1,200}?)[ \t#]*(?:\n+|\Z)")
"""A heading of the first level and the blank lines after it."""
_OTHER_HEADING = re.compile(r"^#[ \t]", re.MULTILINE)
_FORMATTED = re.compile(r"[*_`<>\[\]\\]")
_SEASON = re.compile(r"(?P<title>.+?)[\s,:–—-]+(?:Staffel|Season)[ \t]+(?P<season>\d{1,2})")


def take_title(review: Review) -> Review:
    """Return ``review`` with the heading that its text begins with as its title.

    Only the single heading of the first level can be the title of a text, and only one without
    Markdown in it; anything else, and a review that has a title, is returned as it is. The season
    that follows a title is a fact of its own where the form has it.
    """
    written = nonempty_sections(review.sections)
    if review.title.strip() or not written:
        return review
    first = written[0]
    heading = _HEADING.match(first.text.lstrip("\n"))
    if heading is None or _FORMATTED.search(heading["title"]):
        return review
    rest = first.text.lstrip("\n")[heading.end() :]
    if any(_OTHER_HEADING.search(text) for text in (rest, *(s.text for s in written[1:]))):
        return review
    title = heading["title"]
    has_season = any(field.key == "season" for field in review.form.facts)
    season = _SEASON.fullmatch(title) if has_season and not review.fact("season") else None
    if season is not None:
        title = season["title"]
        review = review.with_fact("season", int(season["season"]))
    return review.with_fact("title", title).with_text(first.id, rest)
