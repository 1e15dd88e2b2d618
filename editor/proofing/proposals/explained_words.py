"""Words of a section of which the text says that they are names: „Regisseur X“, „Regie: X“."""

from collections.abc import Iterable
from functools import lru_cache

from editor.languagetool.request import split_paragraphs
from editor.markdown.plaintext import PlainText
from editor.proofing.names.entries import is_named
from editor.proofing.names.phrases import normalized_words
from editor.proofing.proposals.credits import credit_evidence
from editor.proofing.proposals.evidence import STATED, Evidence
from editor.proofing.proposals.people_in_prose import PeopleInProse
from editor.proofing.proposals.roles_in_prose import RolesInProse
from editor.review.form import Form
from editor.review.model import Section


def explained_words(section: Section, plain: PlainText, form: Form) -> frozenset[str]:
    """Return the capitalised words of names that ``section`` explains.

    They are those of people and their roles, and of titles and labels in lines of credits.
    ``plain`` is its plain text. Each paragraph is read for itself, and read once.
    """
    named = {field.key for field in form.facts if is_named(field)}
    credited = (item for item in credit_evidence(section, form) if item.key in named)
    of_prose = (_words_of_prose(part) for _, part in split_paragraphs(plain.text))
    return _words(credited).union(*of_prose)


@lru_cache(maxsize=2048)
def _words_of_prose(paragraph: str) -> frozenset[str]:
    searches = (PeopleInProse, RolesInProse)
    found = (item for search in searches for item in search("", paragraph, paragraph).evidence())
    return _words(item for item in found if item.weight >= STATED)


def _words(people: Iterable[Evidence]) -> frozenset[str]:
    return frozenset(
        word
        for item in people
        for text in (item.value, item.role)
        for word in normalized_words(text)
        if word[:1].isupper()
    )
