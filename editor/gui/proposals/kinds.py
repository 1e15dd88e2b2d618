"""Kinds of a name in the text: a person of the facts, a known name, or not a name."""

from PySide6.QtCore import QCoreApplication

from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.rejected_names import REJECTED_KEY
from editor.review.form import Form

translate = QCoreApplication.translate


def kind_label(form: Form, key: str) -> str:
    """Return the label of the fact ``key``, or what a known or rejected name is called."""
    if key == VOCABULARY_KEY:
        return translate("Proposals", "bekannter Name")
    if key == REJECTED_KEY:
        return translate("Proposals", "kein Name")
    section = form.section(key.partition(".")[2])
    if section is not None:
        return translate("Proposals", "Wertung: {section}").format(section=section.label.text())
    field = form.fact(key)
    return field.label.text() if field is not None else translate("Proposals", "Wertung")


def name_kinds(form: Form) -> tuple[str, ...]:
    """Return the keys that a name can be accepted as: people, known name, no name."""
    people = (field.key for field in form.facts if field.kind.personal)
    return (*people, VOCABULARY_KEY, REJECTED_KEY)
