"""The command line in German and in English: the same real processes in both languages."""

import ast
import gettext
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.cli.parser import parse
from editor.cli.translation import DOMAIN, command_line_language
from editor.errors import RezensentError
from editor.localized import language_set_to
from editor.paths import resource, sample_path
from editor.settings import Settings, save_settings
from tests.cli.test_main import ROOT, rezensent

CATALOGUE = resource("translations", "de", "LC_MESSAGES", f"{DOMAIN}.po")
ENGLISH = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8", "PYTHONUTF8": "1"}
GERMAN = {**ENGLISH, "LANG": "de_AT.UTF-8"}


@pytest.fixture
def english(tmp_path: Path) -> dict[str, str]:
    """The environment of a writer whose desktop is English, without settings."""
    return {**ENGLISH, "REZENSENT_HOME": str(tmp_path)}


def messages() -> Iterator[tuple[str, ...]]:
    """Yield the arguments of every call of ``_`` and of ``ngettext`` in the command line."""
    for path in sorted((ROOT / "editor" / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {"_": 1, "ngettext": 2}.get(node.func.id, 0)
                texts = [ast.literal_eval(argument) for argument in node.args[:count]]
                if texts:
                    yield tuple(texts)


# -- the language ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "C.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "de"),
        ({}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE", "LC_MESSAGES": "de_DE", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_ALL": ""}, "en"),
    ],
)
def test_the_environment_names_the_language(
    environment: dict[str, str], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert command_line_language(tmp_path) == language


def test_the_setting_of_the_writer_counts_more_than_the_environment(tmp_path: Path) -> None:
    config = tmp_path / "config"
    save_settings(config, Settings(language="en"))
    home = {"REZENSENT_HOME": str(tmp_path)}
    assert rezensent("--help", **GERMAN, **home).stdout.startswith("usage: rezensent")
    save_settings(config, Settings(language="de"))
    assert rezensent("--help", **ENGLISH, **home).stdout.startswith("Aufruf: rezensent")


@pytest.mark.parametrize("damaged", ["{", "[]", '{"language": "fr"}', "[" * 100_000])
def test_settings_without_a_language_leave_it_to_the_environment(
    damaged: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings.json").write_text(damaged)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert command_line_language(tmp_path) == "en"
    assert (tmp_path / "settings.json").read_text() == damaged


# -- the texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", ["window", "new", "import", "check", "export", "stats", "doctor"]
)
def test_help_speaks_one_language(command: str, english: dict[str, str]) -> None:
    help_in_english = rezensent(command, "--help", **english)
    assert help_in_english.returncode == 0
    assert help_in_english.stdout.startswith("usage: ")
    assert "options:" in help_in_english.stdout
    assert not any(letter in help_in_english.stdout for letter in "äöüß„")
    help_in_german = rezensent(command, "--help", **{**english, **GERMAN})
    assert help_in_german.stdout.startswith("Aufruf: ")
    assert "diese Hilfe zeigen" in help_in_german.stdout
    for word in ("usage", "options:", "arguments", "show", "FILE"):
        assert word not in help_in_german.stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["check"], "the following arguments are required: FILE"),
        (["check", "x.md", "--format", "xml"], "there is no “xml”, only text, json"),
        (["new", "x.md", "--form"], "argument --form: expected one argument"),
        (["stats", "x.md", "y.md"], "unrecognized arguments: y.md"),
        (["export", "x.md", "--to", "pdfx"], "there is no format “pdfx”, only html"),
        (["export", "x.md", "--to", "html", "--jobs", "0"], "“0” is not a whole number from 1 on"),
        (["export", "x.md", "--to", "html", "--accent", "red"], "“red” is not a colour"),
    ],
)
def test_a_wrong_call_is_one_english_line(
    arguments: list[str], reason: str, english: dict[str, str]
) -> None:
    result = rezensent(*arguments, **english)
    assert result.returncode == 2
    assert result.stderr.startswith("This call cannot be understood (")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


def test_stats_and_doctor_and_export_are_english(tmp_path: Path, english: dict[str, str]) -> None:
    lines = rezensent("stats", sample_path(), **english).stdout.splitlines()
    assert lines[0].split() == ["Introduction", "64", "words"]
    assert lines[8].startswith("Total  ")
    assert lines[9].startswith("Reading time 2:")
    assert rezensent("stats", "-", text="Gut.\n", **english).stdout.splitlines()[1] == (
        f"{'Total':<22}     1 word, 4 characters, 1 sentence"
    )
    assert "✓ Settings: " in rezensent("doctor", **english).stdout
    sources = [tmp_path / "a.md", tmp_path / "b.md"]
    for source in sources:
        source.write_text(f"---\ntitle: {source.stem}\n---\nText\n")
    exported = rezensent("export", *sources, "--to", "txt", "-o", tmp_path / "out", **english)
    assert exported.stderr == "2 reviews exported.\n"


def test_an_error_is_english(tmp_path: Path, english: dict[str, str]) -> None:
    result = rezensent("stats", tmp_path / "missing.md", **english)
    assert result.returncode == 2
    assert "missing.md cannot be opened (the file or folder does not exist)" in result.stderr


def test_json_is_the_same_in_both_languages(english: dict[str, str]) -> None:
    texts = [
        rezensent("stats", sample_path(), "--format", "json", **environment).stdout
        for environment in (english, {**english, **GERMAN})
    ]
    assert texts[0] == texts[1]
    assert json.loads(texts[0])["total"]["words"] > 500


def test_parsing_leaves_gettext_and_the_environment_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    domain = gettext.textdomain()
    with language_set_to("en"):
        parse(["stats", "x.md"])
    with pytest.raises(RezensentError):
        parse(["stats"])
    assert (os.environ["LANGUAGE"], gettext.textdomain()) == ("fr", domain)


# -- the catalogue --------------------------------------------------------------------------------


def test_every_message_is_in_the_catalogue() -> None:
    text = CATALOGUE.read_text("utf-8")

    def entry(keyword: str, message: str) -> str:
        return f"{keyword} {json.dumps(message, ensure_ascii=False)}\n"

    found = list(messages())
    assert len(found) > 80
    for singular, *plural in found:
        assert entry("msgid", singular) in text
        assert all(entry("msgid_plural", message) in text for message in plural)


def test_the_catalogue_is_compiled(tmp_path: Path) -> None:
    """The compiled catalogue has every translation of its source."""
    translations = gettext.translation(DOMAIN, resource("translations"), ["de"])
    blocks = CATALOGUE.read_text("utf-8").split("\n\n")[1:]
    for lines in (block.strip().splitlines() for block in blocks):
        entry = dict(line.split(" ", 1) for line in lines if line[0] != "#")
        texts = {keyword: json.loads(text) for keyword, text in entry.items()}
        if "msgstr" in texts:
            assert translations.gettext(texts["msgid"]) == texts["msgstr"]
        elif texts:
            plural = (texts["msgid"], texts["msgid_plural"])
            assert translations.ngettext(*plural, 1) == texts["msgstr[0]"]
            assert translations.ngettext(*plural, 2) == texts["msgstr[1]"]
    if shutil.which("msgfmt"):
        compiled = tmp_path / "x.mo"
        subprocess.run(["msgfmt", "-o", compiled, CATALOGUE], check=True, capture_output=True)
        assert compiled.read_bytes() == CATALOGUE.with_suffix(".mo").read_bytes()
