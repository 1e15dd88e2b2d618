"""Our own rules: their files as such, and their examples in the real LanguageTool."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, parse

from editor.languagetool.engine import Engine
from editor.languagetool.recipe import Recipe
from editor.languagetool.request import CheckRequest
from editor.languagetool.rule_catalogue import RuleCatalogue
from editor.languagetool.rule_file import OWN_PREFIX, RULE_FILE, combined_rules
from editor.languagetool.runtime import Runtime

PARTS = Recipe.load().rules
OWN = fromstring(combined_rules(PARTS))  # noqa: S314 - our own file


class OwnRules(CheckRequest):
    """A request for our rules alone: LanguageTool keeps one of several overlapping findings."""

    def parameters(self) -> dict[str, str]:
        return {"enabledOnly": "true", "enabledRules": ",".join(_ids())}


def _ids() -> list[str]:
    own = [*OWN.findall("category/rule"), *OWN.findall("category/rulegroup")]
    return [element.get("id", "") for element in own]


def _rules() -> Iterator[tuple[str, str, Element]]:
    """Yield every rule with its id and its name."""
    for element in OWN.findall("category/*"):
        for rule in element.iter("rule"):
            yield element.get("id", ""), rule.get("name", element.get("name", "")), rule


def _marked(example: Element) -> tuple[str, tuple[int, int]]:
    marker = example.find("marker")
    assert marker is not None, "".join(example.itertext())
    start = len(example.text or "")
    return "".join(example.itertext()), (start, start + len(marker.text or ""))


def test_the_parts_are_for_german_and_have_nothing_but_categories() -> None:
    assert PARTS
    for path in PARTS:
        root = parse(path).getroot()  # noqa: S314 - our own file
        assert (root.tag, root.get("lang")) == ("rules", "de"), path
        assert {element.tag for element in root} == {"category"}, path


def test_every_id_is_unique_and_has_our_prefix() -> None:
    ids = _ids()

    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(OWN_PREFIX + r"[A-Z0-9_]+", rule) for rule in ids)


def test_every_rule_has_a_name_a_suggestion_and_two_examples_of_both_kinds() -> None:
    for rule, name, element in _rules():
        corrections = [e.get("correction") for e in element.findall("example")]
        wrong = [correction for correction in corrections if correction is not None]
        assert all(wrong), rule
        assert name, rule
        assert min(len(wrong), len(corrections) - len(wrong)) >= 2, rule
        assert element.find(".//suggestion") is not None, rule


def test_the_examples_in_the_real_languagetool(engine: Engine) -> None:
    examples = [(rule, e) for rule, _, element in _rules() for e in element.findall("example")]
    texts = ["".join(example.itertext()) for _, example in examples]
    found = engine.send(OwnRules("\n\n".join(texts)))
    failures, start = [], 0
    for (rule, example), text in zip(examples, texts, strict=True):
        own = [f for f in found if f.rule == rule and start <= f.start < start + len(text)]
        seen = {(f.start - start, f.end - start): f.replacements for f in own}
        correction, expected = example.get("correction"), {}
        if correction is not None:
            expected = {_marked(example)[1]: tuple(correction.split("|"))}
        if seen != expected:
            failures.append(f"{rule}: {text}\n  {seen} instead of {expected}")
        start += len(text) + 2

    assert not failures, "\n".join(failures)


def test_a_rule_is_explained_by_its_name_and_examples(languagetool: Runtime) -> None:
    catalogue = RuleCatalogue(lambda: languagetool)
    for rule in _ids():
        explanation = catalogue.explanation(rule)
        assert explanation is not None, rule
        assert explanation.name.german, rule
        assert explanation.examples, rule


def test_parts_are_joined_with_their_entities_resolved(tmp_path: Path) -> None:
    first, second = tmp_path / "a.xml", tmp_path / "b.xml"
    first.write_text(
        '<!DOCTYPE rules [<!ENTITY who "er|sie">]>'
        '<rules lang="de"><!-- why --><category id="A"><token>&who;</token></category></rules>'
    )
    second.write_text('<rules lang="de"><category id="B" name="Größe"/></rules>', "utf-8")

    joined = fromstring(combined_rules([first, second]))  # noqa: S314 - our own file

    assert [category.get("id") for category in joined] == ["A", "B"]
    assert [category.get("name") for category in joined] == [None, "Größe"]
    assert joined.findtext("category/token") == "er|sie"
    assert RULE_FILE.endswith("/de/grammar_custom.xml")
