"""``rezensent export`` as a user meets it: real processes, their files and their words."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor.export.registry import EXPORT_FORMATS
from editor.paths import sample_path
from editor.storage import review_file
from tests.cli.test_main import ROOT, rezensent

PNG = (ROOT / "tests" / "data" / "golden" / "bilder" / "lene.png").read_bytes()


def review(path: Path, title: str = "Titel", text: str = "Gut.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nrezensent: 1\nform: film\ntitle: {title}\n---\n\n{text}\n", "utf-8")
    return path


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_folder_keeps_its_structure_in_every_format(tmp_path: Path) -> None:
    source, target = tmp_path / "kritiken", tmp_path / "neu" / "seiten"
    review(source / "a.md")
    review(source / "2026" / "märz" / "b.markdown")
    review(source / ".obsidian" / "c.md")
    (source / "README.md").write_text("# Keine Rezension\n\nform: nein\n")
    (source / "notiz.md").write_text("---\ntitle: Notiz\n---\n\nform: nein\n")
    result = rezensent("export", source, "--to", "html,md,txt", "-o", target)
    assert (result.returncode, result.stdout) == (0, "")
    stems = ("a", "2026/märz/b")
    assert files(target) == {
        f"{stem}.{suffix}" for stem in stems for suffix in ("html", "md", "txt")
    }
    assert result.stderr == ("2 Rezensionen exportiert, 2 Markdown-Dateien sind keine Rezension.\n")


def test_a_file_that_is_named_is_exported_whatever_it_is(tmp_path: Path) -> None:
    plain = tmp_path / "plain.md"
    plain.write_text("Nur Text.\n")
    assert rezensent("export", plain, "--to", "txt").returncode == 0
    assert "Nur Text." in (tmp_path / "plain.txt").read_text()


def test_a_folder_without_a_review_is_an_error(tmp_path: Path) -> None:
    result = rezensent("export", tmp_path, "--to", "html")
    assert result.returncode == 2
    assert result.stderr.startswith(f"In {tmp_path} liegt keine Rezension")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_files_are_named_at_the_end_and_stop_nothing(tmp_path: Path, jobs: str) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    for number in range(40):
        review(source / f"{number:02}.md", title=f"Nr. {number}")
    (source / "05.md").write_bytes(b"---\nform: film\n---\n\x89PNG\0\0\n")
    (source / "30.md").write_text("---\nform: film\ntitle: [\n---\n")
    result = rezensent("export", source, "--to", "html", "-o", target, "--jobs", jobs)
    assert result.returncode == 2
    assert len(files(target)) == 38
    first, second, summary = result.stderr.splitlines()
    assert "05.md ist kein Text in UTF-8" in first
    assert first.count("05.md") == 1
    assert second.startswith(f"Die Angaben am Anfang von {source / '30.md'} sind")
    assert summary == "38 Rezensionen exportiert, 2 nicht oder nicht ganz."
    assert "<title>Nr. 17</title>" in (target / "17.html").read_text("utf-8")


def test_the_same_files_come_out_of_one_and_of_many_processes(tmp_path: Path) -> None:
    for number in range(20):
        review(tmp_path / "in" / f"{number}.md", text=f"Das *ist* Nummer {number}.")
    for jobs in ("1", "4"):
        target = tmp_path / jobs
        rezensent("export", tmp_path / "in", "--to", "html,md", "-o", target, "--jobs", jobs)
    assert len(files(tmp_path / "1")) == 40
    assert all(
        (tmp_path / "1" / name).read_bytes() == (tmp_path / "4" / name).read_bytes()
        for name in files(tmp_path / "1")
    )


def test_processes_that_begin_from_nothing_do_the_same(tmp_path: Path) -> None:
    for number in range(16):
        review(tmp_path / "in" / f"{number}.md")
    code = (
        "import multiprocessing, sys; multiprocessing.set_start_method('spawn');"
        "from editor.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    source, target = str(tmp_path / "in"), str(tmp_path / "out")
    arguments = ["export", source, "--to", "txt", "-o", target, "--jobs", "2"]
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, cwd=ROOT)
    assert len(files(tmp_path / "out")) == 16


def test_no_review_is_ever_written_over(tmp_path: Path) -> None:
    one, two = review(tmp_path / "a.md"), review(tmp_path / "sub" / "a.md", title="Zwei")
    before = one.read_bytes(), two.read_bytes()
    result = rezensent("export", tmp_path / "sub", one, "--to", "md", "-o", tmp_path)
    assert result.returncode == 2
    assert result.stderr.count("ist die Rezension selbst") == 2
    assert (one.read_bytes(), two.read_bytes()) == before
    assert rezensent("export", tmp_path, "--to", "md,html").returncode == 2
    assert (one.read_bytes(), two.read_bytes()) == before
    assert (tmp_path / "sub" / "a.html").exists()


def test_two_reviews_never_share_a_file(tmp_path: Path) -> None:
    one, two = review(tmp_path / "1" / "a.md", "Eins"), review(tmp_path / "2" / "a.md", "Zwei")
    target = tmp_path / "out"
    result = rezensent("export", one, two, "--to", "txt", "-o", target)
    assert result.returncode == 2
    assert f"{two} ergäbe dieselbe Datei {target / 'a.txt'} wie {one}" in result.stderr
    assert (target / "a.txt").read_text("utf-8").startswith("Eins")


def test_an_export_into_the_folder_itself_is_not_read_again(tmp_path: Path) -> None:
    review(tmp_path / "a.md")
    for _ in range(2):
        result = rezensent("export", tmp_path, "--to", "md", "-o", tmp_path / "ausgabe")
        assert result.returncode == 0
    assert files(tmp_path) == {"a.md", "ausgabe/a.md"}


def test_what_is_there_is_replaced_or_kept(tmp_path: Path) -> None:
    source, page = review(tmp_path / "a.md"), tmp_path / "a.txt"
    page.write_text("alt")
    assert rezensent("export", source, "--to", "txt", "--keep").returncode == 0
    assert rezensent("export", source, "--to", "txt", "--no-clobber").returncode == 0
    assert page.read_text() == "alt"
    assert rezensent("export", source, "--to", "txt").returncode == 0
    assert page.read_text("utf-8").startswith("Titel")


def test_every_format_has_its_place(tmp_path: Path) -> None:
    review(tmp_path / "a.md")
    result = rezensent(
        "export", tmp_path / "a.md", "--to", ",".join(f for f in EXPORT_FORMATS if f != "md")
    )
    assert (result.returncode, result.stderr) == (0, "")
    wanted = {f"a{e.suffix}" for e in EXPORT_FORMATS.values()}
    assert files(tmp_path) == wanted


def test_spoilers_are_left_out_and_what_follows_is_a_file(tmp_path: Path) -> None:
    source = review(tmp_path / "a.md", text="Vor.\n\n<details>GEHEIM</details>\n\nNach.")
    for option, note in (("--no-spoilers", False), ("--no-spoilers=note", True)):
        for to in ("html", "md", "txt", "bbcode"):
            result = rezensent("export", "--to", to, "-o", "-", option, source)
            assert result.returncode == 0
            assert "GEHEIM" not in result.stdout
            assert ("Spoiler ausgelassen" in result.stdout) == note


def test_choices_reach_the_formats(tmp_path: Path) -> None:
    source = review(tmp_path / "a.md", text="Ein Satz mit einigen Wörtern darin, der lang ist.")

    def exported(*options: str) -> str:
        result = rezensent("export", source, "-o", "-", *options)
        assert result.returncode == 0, result.stderr
        return result.stdout

    assert "lang: de-CH" in exported("--to", "md", "--dialect", "jekyll", "--variant", "de-CH")
    assert max(map(len, exported("--to", "txt", "--width", "24").splitlines())) <= 24
    assert "[SIZE" in exported("--to", "bbcode", "--dialect", "woltlab").upper()
    assert "#123456" in exported("--to", "html", "--accent", "#123456", "--scheme", "light")


def test_a_dialect_holds_for_the_formats_that_have_it(tmp_path: Path) -> None:
    source = review(tmp_path / "a.md")
    out = tmp_path / "out"
    result = rezensent("export", source, "--to", "md,html,bbcode", "--dialect", "hugo", "-o", out)
    assert (result.returncode, result.stderr) == (0, "")
    assert "tags:" in (out / "a.md").read_text("utf-8")


def test_pictures_in_the_page_or_beside_it(tmp_path: Path) -> None:
    source = review(tmp_path / "in" / "a.md", text="![Bild](b.png)")
    (tmp_path / "in" / "b.png").write_bytes(PNG)
    for images in ("embed", "beside"):
        target = f"{tmp_path / images}/"
        rezensent("export", source, "--to", "html", "-o", target, "--images", images)
    assert files(tmp_path / "embed") == {"a.html"}
    assert "data:image/png" in (tmp_path / "embed" / "a.html").read_text("utf-8")
    (picture,) = (tmp_path / "beside" / "bilder").iterdir()
    assert picture.read_bytes() == PNG
    assert f"bilder/{picture.name}" in (tmp_path / "beside" / "a.html").read_text("utf-8")


def test_a_broken_theme_is_told_and_costs_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "home" / "config" / "themes" / "eigene"
    own.mkdir(parents=True)
    (own / "theme.toml").write_text('label = "Eigene"\n', "utf-8")
    (own / "section.html").write_text("{{ nichts }", "utf-8")
    monkeypatch.setenv("REZENSENT_HOME", str(tmp_path / "home"))
    source = review(tmp_path / "a.md")
    result = rezensent("export", source, "--to", "html", "--theme", "eigene")
    assert result.returncode == 0
    assert len(result.stderr.splitlines()) == 1
    assert "section.html" in result.stderr
    assert "<h1" in (tmp_path / "a.html").read_text("utf-8")


def test_a_fragment_carries_its_style_when_it_is_to(tmp_path: Path) -> None:
    source = review(tmp_path / "a.md", text="> Zitat")
    result = rezensent("export", source, "--to", "html", "--fragment", "--inline-style", "-o", "-")
    assert result.returncode == 0
    assert '<blockquote style="' in result.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--to", "html", "--theme", "gibtsnicht"], "Die Gestaltung „gibtsnicht“ gibt es"),
        (["--to", "md", "--dialect", "wiki"], "Den Dialekt „wiki“ gibt es hier nicht"),
        (["--to", "txt", "--dialect", "hugo"], "Diese Formate haben keine Dialekte"),
        (["--to", "html,quatsch"], "das Format „quatsch“ gibt es nicht"),
        (["--to", ","], "das Format"),
        (["--to", "html", "--accent", "rot"], "„rot“ ist keine Farbe"),
        (["--to", "txt", "--width", "-3"], "Dieser Aufruf ist nicht zu verstehen"),
        (["--to", "txt", "--jobs", "0"], "„0“ ist keine ganze Zahl ab 1"),
        (["--to", "txt,html", "-o", "-"], "brauchen einen Ordner als Ziel"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_german_line(tmp_path: Path, options: list[str], words: str) -> None:
    source = review(tmp_path / "a.md")
    result = rezensent("export", source, *options)
    assert result.returncode == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert files(tmp_path) == {"a.md"}


def test_a_place_that_cannot_be_a_folder_is_one_line(tmp_path: Path) -> None:
    one, two = review(tmp_path / "a.md"), review(tmp_path / "b.md")
    (tmp_path / "x").write_text("keiner")
    result = rezensent("export", one, two, "--to", "txt", "-o", tmp_path / "x")
    assert result.returncode == 2
    assert "brauchen einen Ordner als Ziel" in result.stderr
    result = rezensent("export", one, two, "--to", "txt", "-o", tmp_path / "x" / "y")
    assert result.returncode == 2
    assert "lässt sich nicht anlegen" in result.stderr
    assert (tmp_path / "x").read_text() == "keiner"


def test_the_help_is_german() -> None:
    result = rezensent("export", "--help")
    assert result.returncode == 0
    assert result.stdout.startswith("Aufruf: rezensent export")
    assert all(format_id in result.stdout for format_id in EXPORT_FORMATS)
    for english in ("usage", "options:", "positional", "show this"):
        assert english not in result.stdout


_MANY = 1000
"""Reviews that no machine exports before it is interrupted after the first one."""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to a child")
def test_an_interrupt_ends_everything_and_leaves_whole_files(tmp_path: Path) -> None:
    for number in range(_MANY):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{number:04}.md").write_bytes(sample_path().read_bytes())
    arguments = ["export", str(tmp_path / "in"), "--to", "md", "--dialect", "hugo", "--jobs", "2"]
    command = [sys.executable, "-m", "editor", *arguments, "-o", str(tmp_path / "out")]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What runs in a shell's background is born deaf to this signal, and so are its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    deadline = time.monotonic() + 60
    while not (tmp_path / "out").is_dir() or not files(tmp_path / "out"):
        assert time.monotonic() < deadline
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (2, "Abgebrochen.\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    made = files(tmp_path / "out")
    assert 0 < len(made) < _MANY
    for name in made:
        assert name.endswith(".md")
        assert review_file.parse((tmp_path / "out" / name).read_text("utf-8")).title


def test_date_that_cannot_be_read_is_exported_with_a_word(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text(
        "---\nrezensent: 1\nform: film\ntitle: Titel\ndate: 31.02.2026\n---\n\nGut.\n", "utf-8"
    )
    sentence = "Rezension vom: „31.02.2026“ ist kein Datum."
    written = rezensent("export", source, "--to", "txt")
    assert (written.returncode, written.stderr) == (0, f"{source}: {sentence}\n")
    assert "31.02.2026" in (tmp_path / "a.txt").read_text("utf-8")
    streamed = rezensent("export", source, "--to", "txt", "-o", "-")
    assert (streamed.returncode, streamed.stderr) == (0, f"{source}: {sentence}\n")
