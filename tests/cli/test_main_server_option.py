"""Another server on the command line: real processes on an account without LanguageTool."""

from pathlib import Path

import pytest

from editor.settings import Settings, save_settings
from tests.cli.test_main import rezensent
from tests.languagetool.office import serving

REVIEW = "---\ntitle: X\n---\n\n## Story {#story}\n\nNun ist es soweit.\n"


def chosen(home: Path, address: str) -> None:
    save_settings(home / "config", Settings(server_url=address))


@pytest.mark.languagetool
def test_check_asks_the_server_that_is_named_or_set(tmp_path: Path, office_url: str) -> None:
    home = {"REZENSENT_HOME": str(tmp_path)}
    for option in (["--server", f"{office_url}/v2/"], []):
        result = rezensent("check", "-", *option, text=REVIEW, **home)
        assert (result.returncode, "SO_WEIT" in result.stdout) == (1, True), result.stderr
        assert "Achtung" not in result.stderr
        chosen(tmp_path, office_url)

    # An empty address is this machine, whatever the settings say.
    result = rezensent("check", "-", "--server", "", text=REVIEW, **home)
    assert result.returncode == 2
    assert "noch nicht vollständig eingerichtet" in result.stderr


def test_check_says_at_once_that_the_server_does_not_answer(tmp_path: Path) -> None:
    with serving(lambda _path, _form: (404, b"")) as url:
        result = rezensent("check", "-", "--server", url, text=REVIEW, REZENSENT_HOME=str(tmp_path))
    assert result.returncode == 2
    assert "Fehler 404" in result.stderr
    assert result.stderr.count("\n") == 1


def test_check_says_where_the_text_goes(tmp_path: Path) -> None:
    address = "https://lt.verlag.invalid"
    result = rezensent("check", "-", "--server", address, text=REVIEW, REZENSENT_HOME=str(tmp_path))
    caution, problem = result.stderr.splitlines()
    assert caution.endswith("wird zur Prüfung an lt.verlag.invalid gesendet.")
    assert "ist nicht zu finden" in problem
    assert result.returncode == 2


def test_what_is_no_address_is_one_line(tmp_path: Path) -> None:
    result = rezensent("check", "-", "--server", "a b", REZENSENT_HOME=str(tmp_path))
    assert result.returncode == 2
    assert result.stderr.startswith("Das ist keine Adresse eines Servers")
    assert result.stderr.count("\n") == 1


@pytest.mark.languagetool
def test_doctor_says_which_server_is_set_and_whether_it_answers(
    tmp_path: Path, office_url: str
) -> None:
    def doctor() -> tuple[int, str]:
        result = rezensent("doctor", REZENSENT_HOME=str(tmp_path))
        return result.returncode, result.stdout

    assert "✓ Prüfdienst: LanguageTool auf diesem Rechner" in doctor()[1]

    chosen(tmp_path, office_url)
    status, said = doctor()
    assert status == 0
    assert f"✓ Prüfdienst: {office_url} · " in said
    assert "– LanguageTool: nicht eingerichtet" in said

    chosen(tmp_path, "https://lt.verlag.invalid")
    status, said = doctor()
    assert status == 1
    assert "✗ Prüfdienst: https://lt.verlag.invalid · lt.verlag.invalid ist nicht" in said

    chosen(tmp_path, "a b")
    status, said = doctor()
    assert status == 1
    assert "✗ Prüfdienst: Die eingestellte Adresse" in said
    assert "✗ LanguageTool: " in said
