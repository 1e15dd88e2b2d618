"""Words of a section of which the text says that they are names: „Regisseur X“, „Regie: X“."""

from collections.abc import Iterator

from editor.markdown.plaintext import PlainText
from editor.proofing.names.phrases import normalized_words
from editor.proofing.proposals.credits import credit_evidence
from editor.proofing.proposals.evidence import STATED, Evidence
from editor.proofing.proposals.people_in_prose import PeopleInProse
from editor.proofing.proposals.roles_in_prose import RolesInProse
from editor.review.form import Form
from editor.review.model import Section


def explained_words(section: Section, plain: PlainText, form: Form) -> frozenset[str]:
    """Return the capitalised words of people and their roles that ``section`` explains.

    ``plain`` is its plain text. What only the other sections explain is not among them.
    """
    return frozenset(
        word
        for item in _people(section, plain, form)
        for text in (item.value, item.role)
        for word in normalized_words(text)
        if word[:1].isupper()
    )


def _people(section: Section, plain: PlainText, form: Form) -> Iterator[Evidence]:
    for item in credit_evidence(section, form):
        field = form.fact(item.key)
        if field is not None and field.kind.personal:
            yield item
    for search in (PeopleInProse, RolesInProse):
        for item in search(section.id, plain.text, plain.text).evidence():
            if item.weight >= STATED:
                yield item
