"""The command line as a user meets it: a real process, its output and its exit status."""

import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil
import pytest

from editor.cli.parser import parse
from editor.errors import RezensentError
from editor.languagetool.cpu_patience import CpuClock
from editor.languagetool.engine import Engine
from editor.languagetool.runtime import Runtime
from editor.languagetool.shared.server_record import ServerRecord
from editor.paths import sample_path
from editor.review.form import load_form
from editor.settings import Folders, Settings, save_settings
from editor.storage import load_save, review_file
from tests.review.test_form_registry import BOOK

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "samples" / "missions-staffel-2.txt"
OWN = ROOT / "tests" / "data" / "running-text.txt"


def rezensent(
    *arguments: str | Path, text: str | None = None, **env: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "editor", *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **env},
        check=False,
    )


def test_import_keeps_every_character(tmp_path: Path) -> None:
    for source in (path for path in (REAL, OWN) if path.exists()):
        target = tmp_path / f"{source.stem}.md"
        assert rezensent("import", source, "-o", target).returncode == 0
        file = target.read_text("utf-8")
        for sentence in re.split(r"(?<=[.!?…])\s+", source.read_text("utf-8").strip()):
            assert sentence in file


def test_import_never_writes_over_a_review(tmp_path: Path) -> None:
    target = tmp_path / "m.md"
    target.write_text("Meine Rezension.\n", "utf-8")
    result = rezensent("import", OWN, "-o", target)
    assert result.returncode == 2
    assert result.stderr.startswith(f"{target} gibt es schon")
    assert target.read_text("utf-8") == "Meine Rezension.\n"


@pytest.mark.languagetool
def test_check_finds_the_place_in_the_file(tmp_path: Path, engine: Engine) -> None:
    source, target = REAL if REAL.exists() else OWN, tmp_path / "m.md"
    rezensent("import", source, "-o", target)
    result = rezensent("check", target, "--format", "json")
    assert result.returncode == 1
    file = target.read_text("utf-8")
    (report,) = json.loads(result.stdout)["files"]
    assert report["path"] == str(target)
    (finding,) = [item for item in report["findings"] if item["text"] == "soweit"]
    assert finding["replacements"][0] == "so weit"
    assert file[finding["offset"] : finding["offset"] + finding["length"]] == "soweit"
    line = file.split("\n")[finding["line"] - 1]
    assert line[finding["column"] - 1 :].startswith("soweit")
    assert finding["section"] == "introduction"


@pytest.mark.languagetool
def test_check_uses_the_languagetool_that_runs(engine: Engine) -> None:
    assert engine.wait_ready(120)
    command = [sys.executable, "-m", "editor", "check", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT
    ) as process:
        assert process.stdin is not None
        process.stdin.write("## Fazit\n\nNun ist es soweit.\n")
        process.stdin.close()
        javas = 0
        while process.poll() is None:
            with suppress(psutil.Error):
                javas += len(psutil.Process(process.pid).children(recursive=True))
        assert process.stdout is not None
        assert "soweit" in process.stdout.read()
    assert javas == 0
    assert len(engine.check("Nun ist es soweit.")) == 1


@pytest.mark.languagetool
def test_check_keeps_languagetool_for_the_next_call(tmp_path: Path, languagetool: Runtime) -> None:
    folders = Folders.below(tmp_path)
    folders.data.symlink_to(languagetool.folder.parent)
    save_settings(folders.config, Settings(keep_minutes=30))
    home, text = {"REZENSENT_HOME": str(tmp_path)}, "## Fazit\n\nNun ist es soweit.\n"
    first = rezensent("check", "-", text=text, **home)
    (path,) = (folders.state / "languagetool").glob("*.json")
    process = ServerRecord.read(path).process
    assert process.is_running
    before = CpuClock(process.pid)()

    second = rezensent("check", "-", text=text, **home)

    assert first.stdout == second.stdout != ""
    assert CpuClock(process.pid)() > before
    assert list((folders.state / "languagetool").glob("*.json")) == [path]
    psutil.Process(process.pid).kill()


@pytest.mark.languagetool
def test_check_in_words_goes_on_after_a_bad_file(tmp_path: Path, office_url: str) -> None:
    check = partial(rezensent, "check", "--server", office_url)
    bad, fine = tmp_path / "bad.md", tmp_path / "fine.md"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    fine.write_text("Alles ist gut.\n")
    text = "---\ntitle: X\n---\nGut 😀.\n\n## Story {#story}\n\nNun ist es **so**weit.\n"
    result = check(bad, fine, "-", text=text)
    assert result.returncode == 2
    assert "kein Text in UTF-8" in result.stderr
    assert result.stdout.startswith("-:8:14: „so**weit“ → so weit · ")
    assert result.stdout.count("\n") == 1
    assert result.stderr.splitlines()[-2:] == [f"{fine}: keine Hinweise", "-: 1 Hinweis"]
    result = check(fine)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == f"{fine}: keine Hinweise"


@pytest.mark.languagetool
def test_check_knows_the_names_and_says_why_on_request(office_url: str) -> None:
    result = rezensent("check", sample_path(), "--all", "--format", "json", "--server", office_url)
    assert result.returncode == 0
    (report,) = json.loads(result.stdout)["files"]
    waived = {item["text"]: item["waived"] for item in report["findings"]}
    assert waived["Nesset"] == "Name aus den Angaben (Besetzung)"
    assert all(waived.values())


@pytest.mark.languagetool
def test_check_counts_what_is_reported_in_both_languages(office_url: str) -> None:
    text = "Nun ist es soweit. Das ist ein Sazt.\n"
    for language, told in (("de_DE", "-: 2 Hinweise"), ("en_GB", "-: 2 findings")):
        result = rezensent("check", "-", "--server", office_url, text=text, LC_ALL=language)
        assert (result.returncode, result.stderr.splitlines()[-1]) == (1, told)
    result = rezensent("check", sample_path(), "--all", "--server", office_url, LC_ALL="en_GB")
    assert result.stderr.splitlines()[-1] == f"{sample_path()}: no findings"
    assert "Nesset" in result.stdout


@pytest.mark.languagetool
def test_check_shows_facts_where_they_stand(office_url: str) -> None:
    text = "---\nform: series\n---\n\nGut.\n\nRegisseur Julien Lacombe dreht „Zorn“ und „Zorn“.\n"
    asked = ("check", "-", "--facts", "--server", office_url)
    lines = rezensent(*asked, text=text).stdout.splitlines()
    assert lines[-1].startswith("-:7:11: Regie: Julien Lacombe – aus „")
    assert [line.endswith("(unsicher)") for line in lines if "Titel: Zorn" in line] == [True]
    (report,) = json.loads(rezensent(*asked, "--format", "json", text=text).stdout)["files"]
    told = {fact["key"]: fact for fact in report.pop("facts")}
    assert (told["director"]["value"], told["director"]["explained"]) == ("Julien Lacombe", True)
    assert told["director"]["text"] == text[told["director"]["offset"] :][:14]
    plain = rezensent("check", "-", "--server", office_url, "--format", "json", text=text)
    assert json.loads(plain.stdout)["files"] == [report]


def test_check_refuses_bad_files_before_anything_is_started(tmp_path: Path) -> None:
    """There is no LanguageTool in this account, and nothing is said about it."""
    broken, binary = tmp_path / "broken.md", tmp_path / "binary.md"
    broken.write_text("---\ntitle: [\n---\n\nText\n")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    files = (broken, binary, tmp_path / "missing.md", tmp_path)
    for form in ("text", "json"):
        result = rezensent("check", *files, "--format", form, REZENSENT_HOME=str(tmp_path / "h"))
        assert (result.returncode, result.stdout) == (2, "")
        lines = result.stderr.splitlines()
        assert len(lines) == len(files)
        assert all(str(file) in line for file, line in zip(files, lines, strict=True))


def test_check_without_languagetool_says_what_to_do(tmp_path: Path) -> None:
    result = rezensent("check", sample_path(), REZENSENT_HOME=str(tmp_path))
    assert result.returncode == 2
    assert "rezensent doctor --install" in result.stderr
    assert "Traceback" not in result.stderr


def test_export_writes_page_and_markdown(tmp_path: Path) -> None:
    source = tmp_path / "r.md"
    source.write_bytes(sample_path().read_bytes())
    assert rezensent("export", source, "--to", "html").returncode == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    title = '<span class="p-item h-item">Das Salzarchiv\N{NO-BREAK SPACE}– Staffel 2</span>'
    assert f'<h1 class="p-name">{title}</h1>' in page
    assert rezensent("export", source, "--to", "md", "-o", tmp_path / "x.md").returncode == 0
    assert (tmp_path / "x.md").read_bytes() == source.read_bytes()


def test_export_never_writes_over_the_review(tmp_path: Path) -> None:
    source = tmp_path / "r.md"
    source.write_text("---\ntitle: X\n---\n\nText\n")
    result = rezensent("export", source, "--to", "md")
    assert result.returncode == 2
    assert "ist die Rezension selbst" in result.stderr
    assert rezensent("export", source, "--to", "md", "-o", source).returncode == 2
    assert source.read_text() == "---\ntitle: X\n---\n\nText\n"


def test_export_through_a_pipe() -> None:
    result = rezensent(
        "export", "-", "--to", "html", "--fragment", text="---\ntitle: Ü\n---\nHallo\n"
    )
    assert result.returncode == 0
    assert "<h1>Ü</h1>" in result.stdout
    assert "<html" not in result.stdout


def test_new_carries_the_facts_of_an_earlier_season_over(tmp_path: Path) -> None:
    target = tmp_path / "staffel-3.md"
    assert rezensent("new", target, "--from", sample_path()).returncode == 0
    review = load_save.load_review(target).review
    assert (review.title, review.fact("season")) == ("Das Salzarchiv", 3)
    assert review.fact("cast") == load_save.load_review(sample_path()).review.fact("cast")
    assert review.fact("verdict_rating") is None
    assert not any(section.text for section in review.sections)
    assert rezensent("new", target).returncode == 2
    assert load_save.load_review(target).review == review


def test_new_film(tmp_path: Path) -> None:
    target = tmp_path / "film.md"
    assert rezensent("new", target, "--form", "film").returncode == 0
    assert review_file.parse(target.read_text()).form_id == "film"


def test_forms_of_ones_own_are_known(tmp_path: Path) -> None:
    forms = tmp_path / "home" / "config" / "forms"
    forms.mkdir(parents=True)
    (forms / "buch.toml").write_text(BOOK, "utf-8")
    (forms / "kaputt.toml").write_text("kaputt")
    home = {"REZENSENT_HOME": str(tmp_path / "home")}
    new, imported = tmp_path / "neu.md", tmp_path / "text.md"
    assert rezensent("new", new, "--form", "buch", **home).returncode == 0
    assert rezensent("import", OWN, "-o", imported, "--form", "buch", **home).returncode == 0
    assert [review_file.parse(path.read_text("utf-8")).form_id for path in (new, imported)] == 2 * [
        "buch"
    ]
    for name, sentence in (
        ("busch", "Das Formular „busch“ gibt es nicht; bitte wählen Sie eines von: buch, disc, "),
        ("kaputt", f"Das Formular {forms / 'kaputt.toml'} ist nicht lesbar"),
    ):
        result = rezensent("new", tmp_path / "x.md", "--form", name, **home)
        assert result.returncode == 2
        assert result.stderr.startswith(sentence)
        assert result.stderr.count("\n") == 1


def test_facts_of_another_form_are_carried_into_the_one_that_is_named(tmp_path: Path) -> None:
    target = tmp_path / "scheibe.md"
    assert rezensent("new", target, "--from", sample_path(), "--form", "disc").returncode == 0
    old, new = load_save.load_review(sample_path()).review, load_save.load_review(target).review
    assert new.form_id == "disc"
    assert (new.title, new.fact("cast")) == (old.title, old.fact("cast"))
    assert [section.id for section in new.sections] == [s.id for s in load_form("disc").sections]


def test_what_the_output_cannot_show_is_escaped(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "editor", "doctor"]
    env = {**os.environ, "PYTHONIOENCODING": "cp1252", "REZENSENT_HOME": str(tmp_path)}
    result = subprocess.run(command, capture_output=True, cwd=ROOT, env=env, check=False)
    assert b"\\u2713 Rezensent: " in result.stdout
    assert b"Fehler" not in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes")
@pytest.mark.languagetool
def test_check_of_a_path_that_is_no_text(tmp_path: Path, office_url: str) -> None:
    path = tmp_path / os.fsdecode(b"\xff" + "😀.md".encode())
    path.write_text("Nun ist es soweit.\n", "utf-8")
    server = ["--server", office_url]
    result = rezensent("check", path, *server, PYTHONIOENCODING="utf-8")
    assert result.returncode == 1, result.stderr
    assert f"{tmp_path}/\\udcff😀.md:1:12: „soweit“" in result.stdout
    for encoding in ("utf-8", "cp1252"):
        printed = subprocess.run(
            [sys.executable, "-m", "editor", "check", path, "--format", "json", *server],
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            check=False,
        )
        assert json.loads(printed.stdout)["files"][0]["path"] == str(path)


def test_stats_of_one_word_are_in_the_singular() -> None:
    lines = rezensent("stats", "-", text="Gut.\n").stdout.splitlines()
    assert lines[0].split() == ["Einleitung", "1", "Wort"]
    assert lines[1] == f"{'Zusammen':<22}     1 Wort, 4 Zeichen, 1 Satz"


def test_stats_in_words_and_numbers() -> None:
    result = rezensent("stats", sample_path())
    assert result.returncode == 0
    assert "LIX" in result.stdout
    numbers = json.loads(rezensent("stats", sample_path(), "--format", "json").stdout)
    assert numbers["total"]["words"] == sum(s["words"] for s in numbers["sections"].values())
    assert numbers["total"]["target_words"] is None


def test_stats_against_a_target() -> None:
    text = "---\ntarget_words: 8\nsection_target_words: {story: 4}\n---\n\nVier\n\n"
    text += "## Story {#story}\n\nDas ist ganz gut.\n"
    lines = rezensent("stats", "-", text=text).stdout.splitlines()
    assert lines[1].split() == ["Story", "4", "Wörter", "von", "4", "(100", "%)"]
    assert lines[2].startswith("Zusammen                   5 Wörter von 8 (62 %), ")
    numbers = json.loads(rezensent("stats", "-", "--format", "json", text=text).stdout)
    assert numbers["sections"]["story"]["target_words"] == 4
    assert numbers["total"]["target_words"] == 8


@pytest.mark.languagetool
def test_doctor_finds_everything_in_order(languagetool: Runtime) -> None:
    result = rezensent("doctor")
    assert result.returncode == 0, result.stdout
    assert "LanguageTool" in result.stdout


def test_doctor_says_what_is_missing(tmp_path: Path) -> None:
    result = rezensent("doctor", REZENSENT_HOME=str(tmp_path))
    assert result.returncode == 1
    assert "✗ LanguageTool: nicht vollständig eingerichtet; bitte führen Sie „" in result.stdout
    assert "rezensent doctor --install“ aus." in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [["export"], ["check"], ["export", "x.md", "--to", "pdfx"], ["--quatsch"], ["stats"]],
)
def test_wrong_call_is_one_german_line(arguments: list[str]) -> None:
    result = rezensent(*arguments)
    assert result.returncode == 2
    assert result.stderr.startswith("Dieser Aufruf ist nicht zu verstehen")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["check"], "es fehlt DATEI"),
        (["export", "x.md"], "es fehlt --to"),
        (["check", "x.md", "--format", "xml"], "--format: „xml“ gibt es nicht, nur text, json"),
        (["new", "x.md", "--form"], "--form: dahinter fehlt ein Wert"),
        (["stats", "x.md", "y.md"], "unbekannte Angaben: y.md"),
        (["--quatsch"], "unbekannte Angaben: --quatsch"),
        (["export", "x.md", "--to", "html", "--no", "1"], "--no ist nicht eindeutig"),
        (["check", "x.md", "--picky=ja"], "--picky: dazu gehört kein Wert wie „ja“"),
        (["export", "x.md", "--to", "pdfx"], "--to: das Format „pdfx“ gibt es nicht, nur html"),
        (["export", "x.md", "--to", "html", "--jobs", "0"], "--jobs: „0“ ist keine ganze Zahl"),
    ],
)
def test_what_is_wrong_with_a_call_is_said_in_german(arguments: list[str], reason: str) -> None:
    with pytest.raises(RezensentError) as caught:
        parse(arguments if arguments[0][0] != "-" else ["window", *arguments])
    assert f"({reason}" in caught.value.german
    assert not re.search("argument|expected|required|choice|choose", caught.value.german)


@pytest.mark.parametrize("command", ["check", "stats", "export", "import"])
def test_missing_file_is_one_line(command: str, tmp_path: Path) -> None:
    more = {"export": ["--to", "html"], "import": ["-o", str(tmp_path / "x.md")]}
    result = rezensent(command, tmp_path / "fehlt.md", *more.get(command, []))
    assert result.returncode == 2
    assert "fehlt.md lässt sich nicht öffnen" in result.stderr
    assert "Traceback" not in result.stderr


def test_window_without_a_display_says_so() -> None:
    result = rezensent(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert result.returncode == 2
    assert result.stderr.startswith("Hier ist keine Anzeige")


def test_help_is_german() -> None:
    result = rezensent("--help")
    assert result.returncode == 0
    assert "Aufruf:" in result.stdout
    assert "usage" not in result.stdout


def test_import_takes_the_facts_that_the_text_explains(tmp_path: Path) -> None:
    source = tmp_path / "m.txt"
    source.write_text("Regisseur Julien Lacombe dreht weiter.\n", "utf-8")
    result = rezensent("import", source, "-o", tmp_path / "m.md")
    assert "Regie: Julien Lacombe – aus „Regisseur Julien Lacombe" in result.stderr
    assert "Lacombe" in (tmp_path / "m.md").read_text("utf-8").split("---")[1]
    rezensent("import", source, "-o", tmp_path / "n.md", "--no-facts")
    assert "Lacombe" not in (tmp_path / "n.md").read_text("utf-8").split("---")[1]
