"""Explanations of rules, from the real jar and from the table that ships with the program."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from zipfile import ZipFile

import pytest

from editor.languagetool.engine import Engine
from editor.languagetool.rule_catalogue import RuleCatalogue, RuleExample, shipped_explanations
from editor.languagetool.runtime import Runtime, locate
from editor.paths import resource
from editor.proofing.own_rules import OWN_RULES

pytestmark = pytest.mark.languagetool
GRAMMAR = "org/languagetool/rules/de/grammar.xml"
TABLE = tomllib.loads(resource("languagetool", "explanations.toml").read_text("utf-8"))
OURS = set(OWN_RULES)


@pytest.fixture
def book(languagetool: Runtime) -> RuleCatalogue:
    return RuleCatalogue(lambda: languagetool)


@pytest.fixture(scope="module")
def grammar(languagetool: Runtime) -> str:
    with ZipFile(german_jar(languagetool)) as jar:
        return jar.read(GRAMMAR).decode()


def german_jar(runtime: Runtime) -> Path:
    return next(jar for jar in runtime.classpath if jar.name.startswith("language-de-"))


@pytest.fixture
def fake(languagetool: Runtime, tmp_path: Path) -> Callable[[str], RuleCatalogue]:
    """Make a book of a jar whose only rule file is the given one."""

    def make(rules: str) -> RuleCatalogue:
        path = tmp_path / "language-de-0.jar"
        with ZipFile(path, "w") as jar:
            jar.writestr(GRAMMAR, rules)
        return RuleCatalogue(lambda: replace(languagetool, classpath=(path,)))

    return make


def words(example: RuleExample) -> str:
    return example.wrong[slice(*example.marker)]


def test_a_rule_has_a_name_and_examples_with_the_words_in_question(book: RuleCatalogue) -> None:
    found = book.explanation("DOPPELTES_LEERZEICHEN")

    assert found is not None
    assert found.name.german == "Doppeltes Leerzeichen"
    assert [words(example) for example in found.examples] == ["  "]
    assert "  " not in found.examples[0].right


def test_a_group_shows_examples_of_its_different_rules(book: RuleCatalogue) -> None:
    found = book.explanation("SO_WEIT")

    assert found is not None
    assert len(found.examples) == 3
    assert len({words(example) for example in found.examples}) == 3
    first = found.examples[0]
    assert (words(first), first.right[slice(*first.right_marker)]) == ("soweit", "so weit")


def test_a_number_after_the_id_is_one_rule_of_the_group(book: RuleCatalogue) -> None:
    whole, second = book.explanation("DEN_DEM"), book.explanation("DEN_DEM[2]")

    assert whole is not None
    assert second is not None
    assert second.name == whole.name
    assert second.examples == (whole.examples[1],)


def test_rules_of_the_variants_and_of_style_are_found(
    book: RuleCatalogue, languagetool: Runtime
) -> None:
    with ZipFile(german_jar(languagetool)) as jar:
        for name in ("style.xml", "de-CH/grammar.xml", "de-DE-AT/grammar.xml"):
            text = jar.read(f"org/languagetool/rules/de/{name}").decode()
            rule = re.findall(r'<rule(?:group)? id="([A-Z_]+)" name="', text)[-1]
            found = book.explanation(rule)
            assert found is not None, rule
            assert found.name


@pytest.mark.parametrize(
    "rule", ["", "GIBT_ES_NICHT", 'X" name="Y', "SO_WEIT[x]", f"DEN_DEM[{'9' * 5_000}]", "\ud800"]
)
def test_what_is_no_rule_has_no_explanation(book: RuleCatalogue, rule: str) -> None:
    assert book.explanation(rule) is None


def test_many_rules_read_clean(book: RuleCatalogue, grammar: str) -> None:
    ids = re.findall(r'<rule(?:group)? id="([^"]+)"', re.sub(r"(?s)<!--.*?-->", "", grammar))
    sample = ids[:: len(ids) // 200]
    assert len(sample) >= 200
    for rule in sample:
        found = book.explanation(rule)
        assert found is not None, rule
        assert found.name, rule
        assert len(found.examples) <= 3
        for example in found.examples:
            assert 0 <= example.marker[0] <= example.marker[1] <= len(example.wrong), rule
            assert example.wrong != example.right, rule
            for text in (example.wrong, example.right, found.name.german):
                assert not re.search(r"</?(?:marker|example|suggestion)|&\w+;", text), rule
            if example.right:
                start, end = example.right_marker
                assert example.right[:start] == example.wrong[:start], rule
                assert example.right[end:] == example.wrong[example.marker[1] :], rule


def test_the_same_rule_is_looked_up_once(languagetool: Runtime) -> None:
    asked = []

    def runtime() -> Runtime:
        asked.append(1)
        return languagetool

    book = RuleCatalogue(runtime)
    assert book.cached("SO_WEIT") is None

    found = book.explanation("SO_WEIT")

    assert book.explanation("SO_WEIT") is found
    assert book.cached("SO_WEIT") is found
    assert len(asked) == 1


def test_without_an_installation_the_table_still_answers(tmp_path: Path) -> None:
    book = RuleCatalogue(lambda: locate(tmp_path))

    assert book.explanation("SO_WEIT") is None
    found = book.explanation("DE_CASE")
    assert found is not None
    assert found.name.german == "Groß- oder Kleinschreibung"


def test_an_installation_made_later_counts(languagetool: Runtime, tmp_path: Path) -> None:
    data = tmp_path / "data"
    book = RuleCatalogue(lambda: locate(data))
    assert book.explanation("SO_WEIT") is None

    data.mkdir()
    (data / languagetool.folder.name).symlink_to(languagetool.folder)

    assert book.explanation("SO_WEIT") is not None


@pytest.mark.parametrize("damage", ["missing", "empty", "text", "cut", "flipped", "other"])
def test_a_damaged_jar_is_no_explanation(
    languagetool: Runtime, tmp_path: Path, damage: str
) -> None:
    whole = german_jar(languagetool).read_bytes()
    broken = tmp_path / "language-de-6.8.jar"
    half = len(whole) // 2
    with ZipFile(german_jar(languagetool)) as jar:
        place = jar.getinfo(GRAMMAR).header_offset + 200
    contents = {
        "empty": b"",
        "text": b"Text",
        "cut": whole[:half],
        "flipped": whole[:place] + bytes(byte ^ 255 for byte in whole[place:][:64]) + whole[place:],
    }
    if damage == "other":
        with ZipFile(broken, "w") as jar:
            jar.writestr("README", "nothing")
    elif damage != "missing":
        broken.write_bytes(contents[damage])

    assert (
        RuleCatalogue(lambda: replace(languagetool, classpath=(broken,))).explanation("X_Y") is None
    )


def test_comments_entities_and_single_quotes(fake: Callable[[str], RuleCatalogue]) -> None:
    book = fake(
        """<!DOCTYPE rules [
        <!ENTITY nbsp "&#x00A0;"> <!ENTITY long "a|b"> <!ENTITY more "&long;&long;">
        ]><rules>
        <!-- <rule id="A" name="Alt"><example correction="x">Ein <marker>y</marker></example></rule>
        -->
        <rule id='A' name='&lt;Neu&gt;'><pattern><token>&more;</token></pattern>
        <!-- </rule> -->
        <example>Ein <marker>richtiger</marker> Satz.</example>
        <example correction="z.&nbsp;B.|x">So <marker>z. B.</marker> &amp; so.</example>
        <example correction="">Nur <marker>so</marker>.</example>
        </rule></rules>"""
    )

    found = book.explanation("A")

    assert found is not None
    assert found.name.german == "<Neu>"
    assert [(words(item), item.right) for item in found.examples] == [
        ("z. B.", "So z.\xa0B. & so."),
        ("so", ""),
    ]


@pytest.mark.parametrize("rules", ['<rule id="A" name="', '<rule id="A"><b></rule>', "<!-- <rule"])
def test_broken_rule_files_are_no_explanation(
    fake: Callable[[str], RuleCatalogue], rules: str
) -> None:
    assert fake(rules).explanation("A") is None


@pytest.mark.parametrize("rule", sorted(TABLE.keys() - OURS))
def test_the_real_checker_finds_what_the_table_shows(engine: Engine, rule: str) -> None:
    for example in shipped_explanations()[rule].examples:
        found = [
            example.wrong[finding.start : finding.end]
            for finding in engine.check(example.wrong)
            if any(fnmatch(finding.rule, key) for key in (rule, *TABLE[rule].get("also", ())))
        ]
        assert found == [words(example)], example.wrong
        left = {finding.rule for finding in engine.check(example.right)}
        assert not any(fnmatch(other, rule) for other in left), example.right


def test_a_rule_with_its_word_behind_the_id_is_known_by_its_family(tmp_path: Path) -> None:
    book = RuleCatalogue(lambda: locate(tmp_path))

    family = book.explanation("DE_REPEATEDWORDS_AUSSERDEM_NOCH")

    assert family is not None
    assert family == shipped_explanations()["DE_REPEATEDWORDS_*"]
    assert book.explanation("DE_REPEATEDWORDSX") is None


def test_the_table_has_both_languages_and_no_rule_of_the_files(grammar: str) -> None:
    for rule in shipped_explanations():
        assert shipped_explanations()[rule].name.german
        assert shipped_explanations()[rule].name.english
        assert f'id="{rule}"' not in grammar
