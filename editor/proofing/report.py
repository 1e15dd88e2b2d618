"""Findings of whole files: what ``rezensent check`` prints."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding
from editor.languagetool.remote import unreachable
from editor.languagetool.runtime import locate
from editor.languagetool.server_url import warning
from editor.languagetool.state import Phase, State
from editor.proofing.filter import FilteredFindings
from editor.proofing.result_cache import Ask
from editor.proofing.review_checker import ReviewChecker, Writer
from editor.review.form_registry import SHIPPED, Forms
from editor.review.model import Review, Section
from editor.settings import Folders
from editor.storage import review_file

_PATIENCE = 180.0
"""Seconds until the engine must be ready: dictionaries come from a slow disk at the first start."""


@dataclass(frozen=True, slots=True)
class FileFinding:
    """A finding at its place in a file.

    Line and column begin at 1, offset and length count code points.
    """

    line: int
    column: int
    offset: int
    length: int
    text: str
    section: str
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]
    waived: str = ""
    """Why the finding is not shown, empty for one that is."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """The findings of one file in reading order."""

    path: str
    findings: tuple[FileFinding, ...]

    def lines(self) -> Iterator[str]:
        """Yield one line per finding, as compilers print theirs."""
        for item in self.findings:
            suggestion = f" → {', '.join(item.replacements[:3])}" if item.replacements else ""
            waived = f" ({item.waived})" if item.waived else ""
            yield (
                f"{self.path}:{item.line}:{item.column}: „{item.text}“{suggestion} · "
                f"{item.message} [{item.rule}]{waived}"
            )


def report(
    path: str, text: str, ask: Ask, writer: Writer, *, forms: Forms = SHIPPED, waived: bool = False
) -> FileReport:
    """Check the review that ``text``, the content of ``path``, holds.

    With ``waived`` the findings that names, terms or decisions waive are among the others. Raises
    ReviewFileError for broken front matter and LanguageToolError when ``ask`` does.
    """
    review = review_file.parse(text, forms, name=path)
    checker, places = ReviewChecker(ask), review_file.Places(review)
    checker.read(review, writer)
    findings = []
    for section in (section for section in review.sections if section.text):
        judgement = _judged(checker, review, section, writer)
        findings += [_placed(item, section, places, text) for item in judgement.shown]
        if waived:
            findings += [
                replace(_placed(item.finding, section, places, text), waived=item.reason.text())
                for item in judgement.waived
            ]
    return FileReport(path, tuple(sorted(findings, key=lambda item: item.offset)))


@contextmanager
def running_engine(
    variant: str, *, picky: bool, say: Callable[[str], None], server: str = ""
) -> Iterator[Engine]:
    """Run an engine, with ``server`` one that asks at this normal address.

    ``say`` hears once that it takes a moment, and before that where the text goes if it leaves this
    machine. Raises LanguageToolError when checking cannot begin.
    """

    def told(state: State) -> None:
        if state.phase is Phase.STARTING:
            say(state.sentence.text())

    if server:
        _ensure(server, say)
    data = Folders.default().data
    with Engine(lambda: locate(data), told, variant, picky=picky, address=server) as engine:
        engine.wait_ready(_PATIENCE)
        yield engine


def _ensure(server: str, say: Callable[[str], None]) -> None:
    """Raise LanguageToolError at once: an engine would wait for the server to come back."""
    caution = warning(server)
    if caution is not None:
        say(caution.text())
    problem = unreachable(server)
    if problem is not None:
        raise problem


def _judged(
    checker: ReviewChecker, review: Review, section: Section, writer: Writer
) -> FilteredFindings:
    """Judge all of a section, however long it is."""
    judgement = checker.judge(review, section.id, writer)
    while not judgement.complete:
        judgement = checker.judge(review, section.id, writer)
    return judgement


def _placed(
    finding: Finding, section: Section, places: review_file.Places, text: str
) -> FileFinding:
    start = places.of(section.id, finding.start)
    end = places.of(section.id, finding.end)
    return FileFinding(
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
        offset=start,
        length=end - start,
        text=text[start:end],
        section=section.id,
        rule=finding.rule,
        category=finding.category,
        message=finding.message,
        replacements=finding.replacements,
    )
