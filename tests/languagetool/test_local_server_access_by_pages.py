"""A page in a real browser cannot use the LanguageTool of the editor."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editor.languagetool.checker import Checker
from editor.languagetool.local_server import LocalServer
from tests.languagetool.office import serving

ROOT = Path(__file__).parents[2]
REFUSED = {"script": "refused", "fetched": "refused", "asked": "refused", "posts": 40}


def tries(address: str) -> dict[str, Any]:
    """Return what a stranger's page got from the server at ``address``."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.languagetool.foreign_page_driver", address],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_server_that_takes_callbacks_is_read() -> None:
    with serving(lambda _path, _form: (200, b'answer("Feler")')) as url:
        assert tries(url)["script"] == 'read "Feler"'


@pytest.mark.languagetool
def test_the_editors_is_not_read_and_not_kept_busy(languagetool_server: LocalServer) -> None:
    checker = Checker(languagetool_server.url, languagetool_server.transport)
    checker.check("Ein Feler.")
    before = languagetool_server.cpu_seconds

    assert tries(languagetool_server.url) == REFUSED

    assert len(checker.check("Noch ein Feler.")) == 1
    # Forty checks of a page would take thirty.
    assert languagetool_server.cpu_seconds - before < 10
