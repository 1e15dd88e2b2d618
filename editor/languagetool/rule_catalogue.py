"""Names and examples of rules, from LanguageTool's rule files or Rezensent's own table.

The rule files are XML of up to 5 MB. Parsing one whole would block the interpreter, and with it
the window, for a fifth of a second, so only the element of the requested rule is parsed.
"""

import re
import tomllib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, Self
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

from editor.errors import LanguageToolError
from editor.languagetool.recipe import SERVER_JAR
from editor.languagetool.rule_file import OWN_PREFIX, RULE_FILE
from editor.languagetool.runtime import Runtime
from editor.localized import Localized
from editor.paths import resource

_FOLDER = "org/languagetool/rules/de/"
_FILES = tuple(
    _FOLDER + name
    for name in ("grammar.xml", "style.xml", "de-CH/grammar.xml", "de-DE-AT/grammar.xml")
)
_MOST = 3
_ID = re.compile(r"(\w[\w.-]*)(?:\[([0-9]{1,4})\])?")
_MARKED = re.compile(r"(.*?)\[(.*?)\](.*)", re.DOTALL)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_TAG = re.compile(rb"<(rulegroup|rule)\s")
_ENTITY = re.compile(rb"&([A-Za-z_][\w.-]*);")
_SIGN = re.compile(rb'<!ENTITY\s+([A-Za-z_][\w.-]*)\s+"(&#x[0-9A-Fa-f]+;)"')
_XML_ENTITIES = {name: b"&%s;" % name for name in (b"amp", b"lt", b"gt", b"quot", b"apos")}
_DAMAGED = (OSError, BadZipFile, KeyError, EOFError, NotImplementedError, zlib.error, ParseError)
"""Errors of reading a jar that is missing, truncated, or not a jar of rules."""


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A sentence that a rule objects to, and its correction."""

    wrong: str
    marker: tuple[int, int]
    """Start and end of the wrong words in ``wrong``, in code points."""
    right: str = ""
    """Empty where there is no suggestion."""

    @classmethod
    def of(cls, before: str, words: str, after: str, correction: str | None) -> Self:
        """Return the sentence of the three parts; ``correction`` replaces ``words``."""
        right = "" if correction is None else before + correction + after
        return cls(before + words + after, (len(before), len(before + words)), right)

    @property
    def right_marker(self) -> tuple[int, int]:
        """Start and end of the corrected words in ``right``, in code points."""
        start, end = self.marker
        return start, max(start, len(self.right) - (len(self.wrong) - end))


@dataclass(frozen=True, slots=True)
class RuleExplanation:
    """The name of a rule, and at most three examples."""

    name: Localized
    examples: tuple[RuleExample, ...] = ()


class RuleCatalogue:
    """Looks rules up in the installed jar. May be called from any thread but that of the GUI."""

    def __init__(self, runtime: Callable[[], Runtime]) -> None:
        """``runtime`` may raise LanguageToolError."""
        self._runtime = runtime
        self._cache: dict[str, RuleExplanation] = {}

    def cached(self, rule: str) -> RuleExplanation | None:
        """Return an explanation that was looked up before; never read a file."""
        return self._cache.get(rule)

    def explanation(self, rule: str) -> RuleExplanation | None:
        """Return the explanation of the rule with the id ``rule``, None if there is none.

        The id is LanguageTool's or Rezensent's; "ID[2]" is the second rule of a group. Without a
        complete installation only Rezensent's own table is searched.
        """
        match = _ID.fullmatch(rule)
        if match is None:
            return None
        explanation = self._cache.get(rule) or _shipped(match[1])
        explanation = explanation or self._installed(match[1], int(match[2] or 0))
        if explanation is not None:
            self._cache[rule] = explanation
        return explanation

    def _installed(self, rule: str, number: int) -> RuleExplanation | None:
        try:
            element = _search(self._runtime().classpath, rule)
        except (LanguageToolError, *_DAMAGED):
            return None
        return None if element is None else _explained(element, number)


@cache
def shipped_explanations() -> Mapping[str, RuleExplanation]:
    """Return ``resources/languagetool/explanations.toml`` by rule.

    A key that ends in "_*" stands for all rules with that prefix.
    """
    raw = tomllib.loads(resource("languagetool", "explanations.toml").read_text("utf-8"))
    return {
        rule: RuleExplanation(Localized.of(entry), tuple(map(_bracketed, entry["examples"])))
        for first, entry in raw.items()
        for rule in (first, *entry.get("also", ()))
    }


def _shipped(rule: str) -> RuleExplanation | None:
    table = shipped_explanations()
    parts = rule.split("_")
    families = ("_".join([*parts[:count], "*"]) for count in range(len(parts) - 1, 0, -1))
    return next((table[key] for key in (rule, *families) if key in table), None)


def _bracketed(entry: Mapping[str, Any]) -> RuleExample:
    match = _MARKED.fullmatch(entry["wrong"])
    if match is None:
        raise ValueError(entry["wrong"])
    return RuleExample.of(match[1], match[2], match[3], entry.get("right"))


# -- rule files -----------------------------------------------------------------------------------


def _search(classpath: Iterable[Path], rule: str) -> Element | None:
    """Return the element of ``rule`` from our rule file or LanguageTool's."""
    is_ours = rule.startswith(OWN_PREFIX)
    names = (RULE_FILE,) if is_ours else _FILES
    jar = _jar(classpath, SERVER_JAR if is_ours else "language-de-")
    return None if jar is None else _find(jar, names, rule)


def _jar(classpath: Iterable[Path], prefix: str) -> Path | None:
    return next((jar for jar in classpath if jar.name.startswith(prefix)), None)


def _find(jar: Path, names: Iterable[str], rule: str) -> Element | None:
    """Return the element of ``rule`` from the first rule file of ``jar`` that has one."""
    with ZipFile(jar) as files:
        for name in names:
            data = files.read(name)
            for start, tag in _places(data, rule.encode()):
                piece = _cut(data, start, b"</%s>" % tag)
                # Without its DTD the piece has no entities that could expand.
                return fromstring(_resolved(piece, data))  # noqa: S314
    return None


def _places(data: bytes, rule: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the start and the tag of each element with the id ``rule`` outside comments."""
    for needle in (b' id="%s"' % rule, b" id='%s'" % rule):
        place = -1
        while (place := data.find(needle, place + 1)) >= 0:
            start = data.rfind(b"<", 0, place)
            tag = _TAG.match(data, start)
            if tag and data.rfind(b"<!--", 0, start) <= data.rfind(b"-->", 0, start):
                yield start, tag[1]


def _cut(data: bytes, start: int, closing: bytes) -> bytes:
    """Return the element at ``start`` without comments, which may contain a closing tag."""
    end = start
    while (end := data.find(closing, end)) >= 0:
        end += len(closing)
        piece = _COMMENT.sub(b"", data[start:end])
        if b"<!--" not in piece:
            return piece
    return b""


def _resolved(piece: bytes, data: bytes) -> bytes:
    """Return ``piece`` with entities of one character resolved and all others removed.

    The others occur in patterns and messages, but not in names and examples.
    """
    signs = dict(_SIGN.findall(data, 0, max(data.find(b"]>"), 0))) | _XML_ENTITIES
    return _ENTITY.sub(lambda match: signs.get(match[1], b""), piece)


def _explained(element: Element, number: int) -> RuleExplanation:
    """Return the explanation in ``element``; ``number`` is that of a rule in a group, 0 for all."""
    rules = [*element.iter("rule")]
    chosen = rules[number - 1 : number] if number else rules
    rule_name = chosen[0].get("name") if number and chosen else None
    # The first example of every rule precedes any second one: a group is about several things.
    ranked = [
        (not example.right, rank, example)
        for rule in chosen
        for rank, example in enumerate(_examples(rule))
    ]
    ranked.sort(key=itemgetter(0, 1))
    examples = dict.fromkeys(example for _, _, example in ranked)
    name = rule_name or element.get("name") or ""
    return RuleExplanation(Localized(name.strip()), tuple(examples)[:_MOST])


def _examples(rule: Element) -> Iterator[RuleExample]:
    """Yield the examples that the rule objects to.

    It must not object to an example without a correction, even one with a marker.
    """
    for example in rule.iterfind("example"):
        correction = example.get("correction")
        marker = example.find("marker")
        if correction is not None and marker is not None:
            before, words, after = example.text or "", marker.text or "", marker.tail or ""
            yield RuleExample.of(before, words, after, correction.split("|")[0] or None)
