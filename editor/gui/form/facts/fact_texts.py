"""Texts that stand for facts out of sight: how many there are, and how many look like slips."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from editor.review.fact_summary import fact_slips, fact_summary, filled_facts
from editor.review.form import FactField, Form
from editor.review.model import Review

translate = QCoreApplication.translate


def head_texts(review: Review, form: Form, *, folded: bool) -> tuple[str, str, str]:
    """Return title, detail and end of the line that the facts fold to; see DisclosureButton."""
    summary = fact_summary(review, form)
    counted = summary.counted.text()
    if not folded:
        return translate("FactsView", "Angaben"), "", counted
    title = summary.title or translate("FactsView", "Ohne Titel")
    detail = " · ".join(part.text() for part in summary.parts)
    return title, detail, " · ".join((counted, *_slips(review, form.facts)))


def further_text(review: Review, form: Form, *, unfolded: bool) -> str:
    """Return the text of the button for the further facts."""
    filled = filled_facts(review, form.further_facts)
    texts = [translate("FactsView", "Weitere Angaben")]
    texts += [translate("FactsView", "{n} ausgefüllt").format(n=filled)] if filled else []
    texts += [] if unfolded else _slips(review, form.further_facts)
    return " · ".join(texts)


def slip_count(review: Review, fields: tuple[FactField, ...]) -> int:
    """Return how many of the ``fields`` have a value that looks like a slip."""
    today = datetime.now().astimezone().date()
    return len(fact_slips(review, fields, today))


def _slips(review: Review, fields: tuple[FactField, ...]) -> list[str]:
    slips = slip_count(review, fields)
    return [translate("FactsView", "△ {n} prüfen").format(n=slips)] if slips else []
