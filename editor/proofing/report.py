"""Findings of whole files, as ``rezensent check`` prints them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.remote_server import server_problem
from editor.languagetool.runtime import locate
from editor.languagetool.server_url import privacy_warning
from editor.languagetool.shared.server_registry import ServerRegistry
from editor.languagetool.state import EnginePhase, EngineState, not_ready_error
from editor.proofing.filter import FilteredFindings
from editor.proofing.proposals.proposal import Place
from editor.proofing.reasons import Reason, ReasonKind
from editor.proofing.result_cache import Send
from editor.proofing.review_checker import CheckOptions, ReviewChecker
from editor.review.model import Review, Section
from editor.settings import Folders
from editor.storage import review_file

_PROPOSED = Reason(ReasonKind.PROPOSED)


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Part of a section at its place in a file.

    Line and column begin at 1, offset and length count code points.
    """

    line: int
    column: int
    offset: int
    length: int
    text: str
    section: str


@dataclass(frozen=True, slots=True)
class FileFinding(FilePlace):
    """A finding at its place in a file."""

    rule: str
    category: str
    kind: FindingKind
    message: str
    replacements: tuple[str, ...]
    waived: str = ""
    """Why the finding is not shown, empty for one that is."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """The findings of one file in reading order."""

    path: str
    findings: tuple[FileFinding, ...]
    names: tuple[str, ...] = ()
    """Unknown words that are probably names, whose findings wait for the writer’s decision."""

    def lines(self) -> Iterator[str]:
        """Yield one line per finding, in the format of compilers."""
        for item in self.findings:
            suggestion = f" → {', '.join(item.replacements[:3])}" if item.replacements else ""
            waived = f" ({item.waived})" if item.waived else ""
            yield (
                f"{self.path}:{item.line}:{item.column}: „{item.text}“{suggestion} · "
                f"{item.message} [{item.rule}]{waived}"
            )


def file_place(text: str, offsets: review_file.FileOffsets, place: Place) -> FilePlace:
    """Return where ``place`` is in the file whose content is ``text``."""
    start = offsets.in_file(place.section, place.start)
    end = offsets.in_file(place.section, place.end)
    return FilePlace(
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
        offset=start,
        length=end - start,
        text=text[start:end],
        section=place.section,
    )


def check_review(
    path: str,
    text: str,
    review: Review,
    send: Send,
    options: CheckOptions,
    *,
    waived: bool = False,
) -> FileReport:
    """Check ``review``, read from ``text``, the content of the file ``path``.

    With ``waived`` the report also has the findings that names, terms or decisions waive, and those
    of proposed names. Raises LanguageToolError when ``send`` does.
    """
    checker, places = ReviewChecker(send), review_file.FileOffsets(review)
    checker.check_whole(review, options)
    findings: list[FileFinding] = []
    names: dict[str, None] = {}
    for section in (section for section in review.sections if section.text):
        filtered = _check_section(checker, review, section, options)
        findings += [_file_finding(item, section, places, text) for item in filtered.shown]
        names |= dict.fromkeys(item.name for item in filtered.proposed)
        if waived:
            hidden = [(item.finding, item.reason) for item in filtered.waived]
            hidden += [(item.finding, _PROPOSED) for item in filtered.proposed]
            findings += [
                replace(_file_finding(finding, section, places, text), waived=reason.text())
                for finding, reason in hidden
            ]
    return FileReport(path, tuple(sorted(findings, key=lambda item: item.offset)), (*names,))


@contextmanager
def running_engine(
    variant: str,
    *,
    picky: bool,
    say: Callable[[str], None],
    show_progress: Callable[[str], None] = lambda _: None,
    server: str = "",
    keep: int = 0,
) -> Iterator[Engine]:
    """Run an engine, with ``server`` one that checks at this normal address.

    Otherwise it joins a LanguageTool that runs, or starts one that others may join; afterwards that
    stays for ``keep`` seconds.

    ``say`` is called once with the sentence that the start takes a moment, and before that with a
    warning if the text leaves this machine. ``show_progress`` is called on another thread with a
    sentence whenever the start gets on, and with an empty one when it is over. Raises
    LanguageToolError when checking cannot begin.
    """

    def report(state: EngineState) -> None:
        if state.phase is EnginePhase.STARTING:
            say(state.sentence.text())
        else:
            show_progress("" if state.settled else state.sentence.text())

    if server:
        _require_server(server, say)
    folders = Folders.default()
    with Engine(
        lambda: locate(folders.data),
        report,
        variant,
        picky=picky,
        address=server,
        registry=ServerRegistry.of(folders),
        keep=keep,
    ) as engine:
        if not engine.wait_ready():
            raise not_ready_error(engine.state)
        yield engine


def _require_server(server: str, say: Callable[[str], None]) -> None:
    """Raise LanguageToolError at once: an engine would wait for the server to come back."""
    warning = privacy_warning(server)
    if warning is not None:
        say(warning.text())
    problem = server_problem(server)
    if problem is not None:
        raise problem


def _check_section(
    checker: ReviewChecker, review: Review, section: Section, options: CheckOptions
) -> FilteredFindings:
    """Check all of a section, however long it is."""
    filtered = checker.check_section(review, section.id, options)
    while not filtered.complete:
        filtered = checker.check_section(review, section.id, options)
    return filtered


def _file_finding(
    finding: Finding, section: Section, places: review_file.FileOffsets, text: str
) -> FileFinding:
    place = file_place(text, places, Place(section.id, finding.start, finding.end))
    return FileFinding(
        **asdict(place),
        rule=finding.rule,
        category=finding.category,
        kind=finding.kind,
        message=finding.message,
        replacements=finding.replacements,
    )
