"""Facts that a text has: what ``import`` takes, and what ``check --facts`` shows."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from editor.cli import console
from editor.cli.translation import _
from editor.markdown.plaintext import plain_text
from editor.proofing.proposals.acceptance import OVERALL_KEY, RATINGS_KEY, accept
from editor.proofing.proposals.excerpt import excerpt
from editor.proofing.proposals.finder import find_proposals
from editor.proofing.proposals.proposal import Place, Proposal
from editor.proofing.report import FilePlace, file_place
from editor.review.model import Review
from editor.storage.review_file import FileOffsets


@dataclass(frozen=True, slots=True)
class FileFact(FilePlace):
    """A proposed fact at its first place in a file."""

    key: str
    value: str
    role: str
    explained: bool
    """Whether the text itself says what it is, so that ``import`` would take it."""


def with_explained_facts(review: Review) -> Review:
    """Return ``review`` with the facts that its text explains, and print each with its words."""
    taken = [proposal for proposal in find_proposals(review) if proposal.explained]
    for proposal in taken:
        console.say(_line(review, proposal))
    return accept(review, taken)


def print_facts(path: str, text: str, review: Review) -> None:
    """Print a line for each fact that the text of ``review`` has and its front matter lacks.

    ``text`` is the content of its file ``path``.
    """
    for fact, proposal in _file_facts(text, review):
        line = f"{path}:{fact.line}:{fact.column}: {_line(review, proposal)}"
        print(line if fact.explained else _("{line} (uncertain)").format(line=line), flush=True)


def facts_as_json(text: str, review: Review) -> list[dict[str, object]]:
    """Return the same facts as values of JSON, with the fields of ``FileFact``."""
    return [asdict(fact) for fact, _proposal in _file_facts(text, review)]


def _file_facts(text: str, review: Review) -> Iterator[tuple[FileFact, Proposal]]:
    offsets = FileOffsets(review)
    for proposal in find_proposals(review):
        fact = FileFact(
            **asdict(file_place(text, offsets, proposal.places[0])),
            key=proposal.key,
            value=proposal.value,
            role=proposal.role,
            explained=proposal.explained,
        )
        yield fact, proposal


def _line(review: Review, proposal: Proposal) -> str:
    role = f"({proposal.role})" if proposal.role else ""
    value = f"{proposal.value} {role}".strip()
    words = _words(review, proposal.places[0])
    label = _label(review, proposal)
    return _("{label}: {value} – from “{words}”").format(label=label, value=value, words=words)


def _label(review: Review, proposal: Proposal) -> str:
    key, _dot, section_id = proposal.key.partition(".")
    if key == OVERALL_KEY:
        return _("Overall rating")
    if key == RATINGS_KEY:
        section = review.form.section(section_id)
        return _("Rating of {section}").format(section=section.label.text() if section else "")
    field = review.form.fact(key)
    return field.label.text() if field else key


def _words(review: Review, place: Place) -> str:
    text = review.text(place.section)
    # A shortcode has no place in the plain text.
    words = "".join(excerpt(plain_text(text), place.start, place.end))
    return words or text[place.start : place.end]
