"""Fixtures that tests of several packages share."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

# Tests need no display and must not use the one that somebody is working on.
# The screen is as large as one that the window was drawn for.
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).parent}/data/screen.json"
# The command line is English where the environment is; tests expect it in German.
os.environ["LC_ALL"] = "C.UTF-8"
# Nor may they use the LanguageTool of an editor that is open, which this folder would tell them.
os.environ["XDG_STATE_HOME"] = STATE = tempfile.mkdtemp(prefix="rezensent-tests-")

import pytest
from hypothesis import settings

from editor.errors import LanguageToolError
from editor.languagetool.engine import Engine
from editor.languagetool.installer import install
from editor.languagetool.local_server import LocalServer
from editor.languagetool.runtime import Runtime, locate
from editor.languagetool.shared.server_registry import ServerRegistry
from editor.languagetool.state import EngineState
from editor.localized import set_language
from editor.settings import Folders
from tests.languagetool.office import forward, serving

WINDOWS = Path(__file__).parent / "gui"
SHARED = 4
"""Order of the files that check with the engine of the session, before all others."""

# How long an example takes says something about the machine, not about the program. The examples
# are the same every time: a new corner must not fail somebody's commit; “make soak” finds it.
EXAMPLES = os.environ.get("REZENSENT_EXAMPLES", "")
settings.register_profile(
    "rezensent", deadline=None, derandomize=not EXAMPLES, max_examples=int(EXAMPLES or 60)
)
settings.load_profile("rezensent")


def pytest_configure() -> None:
    """Heed the signals that a run in the background of a shell ignores.

    The programs that tests start would ignore them, too.
    """
    for number in {signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)}:
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


def pytest_unconfigure() -> None:
    """Remove the folder of this run."""
    shutil.rmtree(STATE, ignore_errors=True)


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """Every test begins in German, whatever the one before it has set."""
    yield
    set_language("de")


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads its marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a window or LanguageTool, so that the rest can be run alone.

    A worker takes file by file, and one takes all files that check with the engine of the session,
    so that there is one. Files with what takes longest come first: workers end at the same time.
    """
    cost = dict.fromkeys((item.path for item in items), 0)
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & {"languagetool", "engine"}:
            item.add_marker("languagetool")
        if WINDOWS in item.path.parents or "qapp" in fixtures:
            item.add_marker("window")
        markers = {mark.name for mark in item.iter_markers()}
        needs = 2 * ("languagetool" in markers) + ("window" in markers)
        cost[item.path] = max(cost[item.path], SHARED if "engine" in fixtures else needs)
    for item in items:
        group = "engine" if cost[item.path] == SHARED else item.location[0]
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: -cost[item.path])


@pytest.fixture(scope="session")
def languagetool() -> Runtime:
    """The real LanguageTool of this account; fetched when it is missing."""
    data = Folders.default().data
    try:
        return locate(data)
    except LanguageToolError:
        return install(data, lambda _progress: None)


@pytest.fixture(scope="session")
def engine_states() -> SimpleQueue[EngineState]:
    """What the engine of the session reports."""
    return SimpleQueue()


@pytest.fixture(scope="session")
def engine(languagetool: Runtime, engine_states: SimpleQueue[EngineState]) -> Iterator[Engine]:
    """A running engine for de-DE, the same for the whole session. Leave it as it was.

    Commands of the account join its LanguageTool, as while a window is open.
    """
    registry = ServerRegistry.of(Folders.default())
    with Engine(lambda: languagetool, engine_states.put, registry=registry) as engine:
        assert engine.wait_ready(), engine.state.sentence.english
        yield engine


@pytest.fixture
def languagetool_server(engine: Engine) -> LocalServer:
    """The LanguageTool of the session, for those who need not start another. Leave it as it was.

    It is another one after the engine has restarted it.
    """
    assert engine.wait_ready(), engine.state.sentence.english
    assert isinstance(engine._server, LocalServer)
    return engine._server


@pytest.fixture
def office_url(languagetool_server: LocalServer) -> Iterator[str]:
    """The address of a LanguageTool that answers everybody, as that of an office does."""
    with serving(forward(languagetool_server)) as url:
        yield url
