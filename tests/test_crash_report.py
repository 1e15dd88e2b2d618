import subprocess
import sys
from pathlib import Path

import pytest

from editor.crash_report import CrashReport, format_reports, without_folders

MARKER = "Geheimniswort"


def _fail(text: str) -> None:
    {"a": 1}[text]


def _caught(text: str) -> BaseException:
    try:
        try:
            _fail(text)
        except KeyError as error:
            raise ValueError(f"{text} ist falsch") from error
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_why_and_on_which_machine() -> None:
    text = format_reports([CrashReport.of(_caught(MARKER))])
    assert "ValueError" in text
    assert "KeyError" in text
    assert "_fail" in text
    assert "test_crash_report.py:" in text
    assert "PySide6" in text


def test_a_report_has_no_word_of_a_value() -> None:
    text = format_reports([CrashReport.of(_caught(MARKER))])
    assert MARKER not in text
    assert str(Path.home()) not in text
    assert str(Path(__file__).parent) not in text


def test_what_an_interpreter_leaves_has_no_folders_of_the_machine() -> None:
    package = Path(format_reports.__code__.co_filename).parent
    left = f'File "{package / "gui" / "app.py"}", line 3 in run\nFile "/home/anna/x.py", line 1\n'
    told = without_folders(left)
    assert told == 'File "editor/gui/app.py", line 3 in run\nFile "x.py", line 1\n'


def test_a_report_of_a_bundle_names_modules_with_their_packages() -> None:
    # Code in a bundle has relative paths.
    code = compile("1 / 0", "editor/languagetool/recipe.py", "exec")
    with pytest.raises(ZeroDivisionError) as caught:
        exec(code)  # noqa: S102
    assert CrashReport.of(caught.value).calls[-1] == "editor/languagetool/recipe.py:1 <module>"


def test_errors_that_name_each_other_come_to_an_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert format_reports([CrashReport.of(first)]).count("KeyError") == 1


def test_the_command_line_says_one_sentence_and_keeps_the_report(tmp_path: Path) -> None:
    command = (
        "import sys; sys.path[:0] = sys.argv[1:]; from editor.cli import main as cli;"
        "import editor.__main__;"
        f"cli.run = lambda *_: {{}}['{MARKER}'];"
        "sys.exit(editor.__main__.main(['doctor']))"
    )
    environment = {"TMPDIR": str(tmp_path), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", command, *sys.path],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    (kept,) = tmp_path.iterdir()
    assert str(kept) in done.stderr
    assert "KeyError" in kept.read_text("utf-8")
    assert MARKER not in kept.read_text("utf-8") + done.stderr
    assert kept.stat().st_mode & 0o077 == 0
