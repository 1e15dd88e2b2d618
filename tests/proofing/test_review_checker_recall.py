"""Nothing that LanguageTool finds is lost, or out of place, between a sentence and its file.

The sentences are those by which LanguageTool's own rules show what they object to. Each is asked
about as it is, and then stands in a review, dressed in Markdown. Where its characters are in the
file is written down while the file is put together: nothing here relies on the map of
``plaintext``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding
from editor.languagetool.request import CheckRequest
from editor.languagetool.runtime import Runtime
from editor.proofing.reasons import Reason, ReasonKind
from editor.proofing.report import FileFinding, check_review
from editor.proofing.review_checker import CheckOptions
from editor.proofing.rule_ids import NEAR_MISS, TERM_SPELLING
from editor.review.form import load_form
from editor.storage import review_file
from tests.languagetool.regional import german

pytestmark = pytest.mark.languagetool

RULES = "org/languagetool/rules/de"
SENTENCES, SWISS = 360, 40
PER_SECTION = 13
"""Sentences in one section, so that a review with all of its sections has about ninety."""
FRONT_MATTER = """\
---
rezensent: 1
form: series
title: Die Uhren von Vasterholm
original_title: Klockorna i Vasterholm
season: 1
director: [Ásdís Hrafnkell, Jean-Luc Fontenelle]
cast:
  - {name: Zoë Kravagna, role: Runa Eidsvik}
label: Polarstern Video
draft: true
---

"""
DEFINITIONS = "[^note]: Das ist eine Note.\n\n[seite]: https://example.org\n\n"
ESCAPED = {sign: f"\\{sign}" for sign in "\\`*_[]#|{}~"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
PROPOSED = "Möglicher Name"
FOREIGN = Reason(ReasonKind.FOREIGN).text()
Span = tuple[int, int]


class Block(NamedTuple):
    """Context of a sentence; ``line`` begins its next line, empty if it has only one."""

    before: str
    after: str = "\n\n"
    line: str = "\n"


BLOCKS = (
    Block(""),
    Block("- Zuerst das Bild.\n- ", "\n- Zuletzt der Ton.\n\n", "\n  "),
    Block("> ", line="\n> "),
    Block("Der Wirt sagt: „Wir haben geschlossen.“\n\n"),
    Block("Er sagte „Nein“ und ging. "),
    Block("### Zwischentitel\n\n"),
    Block("1. Zuerst das Bild.\n2. ", line="\n   "),
    Block("> - ", line="\n>   "),
    Block("| Rolle | Urteil |\n|-------|--------|\n| Wirt | ", " |\n| Gast | gut |\n\n", ""),
    Block("Was für ein Start 🚀! "),
    Block("Hier stehen 👩‍🚀🎬 und 🎭. "),
    Block("Ton &amp; Bild sind gut. "),
    Block("Das ist gut[^{n}].\n\n[^{n}]: ", line="\n    "),
    Block('<details markdown="1"><summary>Spoiler</summary>\n\n', "\n\n</details>\n\n"),
    Block("Urteil\n:   ", line="\n    "),
    Block("- [x] ", line="\n  "),
    Block("![Das Titelbild](cover.jpg){width=50%}\n\n"),
    Block("Die `Taste` klemmt, siehe https://example.org/a_b_c. "),
    Block("#### ", line=""),
    Block("- Oben\n    - ", line="\n      "),
    Block("Hier ist z.\u202fB. &uuml;berall&nbsp;Schnee 🎄. "),
    Block("Er kommt\\* spät \\[wie immer\\].\n\n"),
    Block("<!-- Notiz: kürzen -->\n\n"),
)


@dataclass(slots=True)
class Dressed:
    """A sentence with Markdown: text to insert before places, and in place of characters."""

    sentence: str
    block: Block
    before: dict[int, str] = field(default_factory=dict)
    instead: dict[int, str] = field(default_factory=dict)

    def around(self, span: Span, opening: str, closing: str = "") -> None:
        start, end = span
        self.before[start] = self.before.get(start, "") + opening
        self.before[end] = (closing or opening) + self.before.get(end, "")

    def broken(self, mark: str = "") -> None:
        """Go on in the next line at the middle one of the sentence's spaces."""
        spaces = [place for place, sign in enumerate(self.sentence) if sign == " "]
        if spaces and self.block.line:
            self.instead[spaces[len(spaces) // 2]] = mark + self.block.line

    def bold_and_broken(self, span: Span) -> None:
        self.around(span, "**")
        self.broken()

    def beside(self, span: Span) -> None:
        """Mark the first and the last word that are not among those in question."""
        ends = [-1, *(i for i, sign in enumerate(self.sentence) if sign == " "), len(self.sentence)]
        words = [(start + 1, end) for start, end in pairwise(ends)]
        others = [
            word
            for word in words
            if self.sentence[slice(*word)].isalpha() and (word[1] <= span[0] or word[0] >= span[1])
        ]
        for word, mark in zip(dict.fromkeys(others[:1] + others[-1:]), ("*", "**"), strict=False):
            self.around(word, mark)

    def half_bold(self, span: Span) -> None:
        middle = sum(span) // 2
        if self.sentence[span[0] : middle + 1].isalpha():
            self.around((span[0], middle), "**")


DRESSES: Mapping[str, Callable[[Dressed, Span], None]] = {
    "nothing": lambda _text, _span: None,
    "bold": lambda text, span: text.around(span, "**"),
    "italic": lambda text, span: text.around(span, "*"),
    "link": lambda text, span: text.around(span, "[", "](https://example.org/a_b)"),
    "soft line break": lambda text, _: text.broken(),
    "half a word bold": lambda text, span: text.half_bold(span),
    "words beside it": lambda text, span: text.beside(span),
    "HTML": lambda text, span: text.around(span, '<mark class="neu">', "</mark>"),
    "all bold": lambda text, _: text.around((0, len(text.sentence)), "**"),
    "all italic": lambda text, _: text.around((0, len(text.sentence)), "*"),
    "bold and line break": lambda text, span: text.bold_and_broken(span),
    "reference": lambda text, span: text.around(span, "[", "][seite]"),
    "bold italic": lambda text, span: text.around(span, "***"),
    "comment": lambda text, span: text.around(span, "<!-- Notiz -->", "<!-- Ende -->"),
    "footnote": lambda text, span: text.before.update({span[1]: "[^note]"}),
    "hard line break": lambda text, _: text.broken("  "),
}


class Expected(NamedTuple):
    """A finding in a bare sentence, and its place in the file."""

    finding: Finding
    start: int
    end: int
    sentence: str
    how: str


class Page:
    """The file of a review while it is put together."""

    def __init__(self) -> None:
        self.text = FRONT_MATTER
        self.expected: list[Expected] = []

    def say(self, text: Dressed, findings: Iterable[Finding], how: str) -> None:
        """Write a sentence and note where its findings are to be."""
        self.text += text.block.before.replace("{n}", str(len(self.text)))
        spans = [self._sign(text, place) for place in range(len(text.sentence))]
        self.text += text.before.get(len(text.sentence), "") + text.block.after
        self.expected += [
            Expected(f, spans[f.start][0], spans[f.end - 1][1], text.sentence, how)
            for f in findings
        ]

    def _sign(self, text: Dressed, place: int) -> Span:
        """Write one character; return where a finding begins, and where one ends, that has it."""
        sign, start = text.sentence[place], len(self.text)
        self.text += text.before.get(place, "")
        if place in text.instead:
            # A line break is a blank to LanguageTool, but a place is in the words around it.
            self.text += text.instead[place]
            return len(self.text), start
        escaped = ESCAPED.get(sign, sign)
        start = len(self.text) + escaped.startswith("\\")
        self.text += escaped
        return start, len(self.text)


def examples(runtime: Runtime, name: str, most: int) -> list[str]:
    """Return ``most`` sentences with a mistake out of the rule file ``name``, from all of it."""
    jar = next(jar for jar in runtime.classpath if jar.name.startswith("language-de-"))
    with ZipFile(jar) as files:
        rules = fromstring(files.read(f"{RULES}/{name}"))  # noqa: S314 - the jar is checked
    wrong = (e for e in rules.iter("example") if e.get("correction") is not None)
    sentences = [*dict.fromkeys("".join(example.itertext()) for example in wrong)]
    return [sentences[index * len(sentences) // most] for index in range(most)]


def pages(found: Mapping[str, Sequence[Finding]]) -> Iterator[Page]:
    """Put the sentences that have findings into reviews, each in other Markdown."""
    sections = [item.id for item in load_form("series").sections]
    page = Page()
    for number, (sentence, findings) in enumerate(found.items()):
        index, place = divmod(number, PER_SECTION)
        if place == 0 and index % len(sections):
            page.text += f"{DEFINITIONS}## Teil {{#{sections[index % len(sections)]}}}\n\n"
        elif place == 0 and index:
            page.text += DEFINITIONS
            yield page
            page = Page()
        block = BLOCKS[number % len(BLOCKS)]
        how = [*DRESSES][(number + number // len(BLOCKS)) % len(DRESSES)]
        text = Dressed(sentence, block)
        DRESSES[how](text, words_of(sentence, findings[0]))
        page.say(text, findings, f"{how} in {block.before!r}")
    page.text += DEFINITIONS
    yield page


def words_of(sentence: str, finding: Finding) -> Span:
    """Return the span of a finding without blanks around it: emphasis cannot begin with one."""
    said = sentence[finding.start : finding.end]
    start = finding.start + len(said) - len(said.lstrip())
    return start, max(start, finding.start + len(said.rstrip()))


@dataclass(slots=True)
class Result:
    """Results for the findings in bare sentences."""

    shown: int = 0
    waived: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def add(self, page: Page, findings: Iterable[FileFinding]) -> None:
        placed = {(item.offset, item.offset + item.length, item.rule): item for item in findings}
        for item in page.expected:
            rules = (item.finding.rule, NEAR_MISS, TERM_SPELLING)
            found = [placed.get((item.start, item.end, rule)) for rule in rules]
            arrived = next((other for other in found if other), None)
            if arrived is None:
                self.lost.append(told(page, item))
            elif arrived.waived and not arrived.waived.endswith(PROPOSED):
                self.waived.append(f"{told(page, item)}: {arrived.waived}")
            else:
                self.shown += 1

    @property
    def share(self) -> float:
        return self.shown / (self.shown + len(self.waived) + len(self.lost))

    def __str__(self) -> str:
        lines = [f"{self.shown} shown", "waived:", *self.waived, "lost:", *self.lost]
        return "\n".join(lines)


def told(page: Page, item: Expected) -> str:
    around = page.text[item.start - 30 : item.end + 30]
    said = page.text[item.start : item.end]
    return f"  {item.finding.rule} „{said}“ of „{item.sentence}“, {item.how}: {around!r}"


def compared(engine: Engine, sentences: Iterable[str], variant: str = "de-DE") -> Result:
    """Ask about each sentence alone, and about the reviews that have them all."""
    bare = {sentence: engine.send(CheckRequest(sentence)) for sentence in sentences}
    result = Result()
    for page in pages({sentence: found for sentence, found in bare.items() if found}):
        review, options = review_file.parse(page.text), CheckOptions(variant)
        checked = check_review("x.md", page.text, review, engine.send, options, waived=True)
        result.add(page, checked.findings)
    return result


def test_findings_arrive_at_their_exact_place(engine: Engine, languagetool: Runtime) -> None:
    result = compared(engine, examples(languagetool, "grammar.xml", SENTENCES))

    assert result.shown > 0.9 * SENTENCES, result
    assert result.share >= 0.99, result
    # In italics or quotes, words that are unknown throughout pass for another language.
    assert [item for item in result.waived if not item.endswith(FOREIGN)] == [], result


def test_so_do_those_of_swiss_german(engine: Engine, languagetool: Runtime) -> None:
    with german(engine, "de-CH"):
        result = compared(engine, examples(languagetool, "de-CH/grammar.xml", SWISS), "de-CH")

    assert result.shown >= SWISS // 3, result
    assert result.share >= 0.99, result
