"""LanguageTool of a window: its own, or the one that another window runs."""

import pytest

from editor.gui.proofing.engine_service import build_engine
from editor.languagetool.engine import Engine
from editor.settings import Folders, Settings


@pytest.mark.languagetool
def test_a_second_window_checks_with_the_languagetool_of_the_first(engine: Engine) -> None:
    assert engine.wait_ready()
    with build_engine(Folders.default(), Settings(), lambda _: None) as second:
        assert second.wait_ready()
        assert second.pid == engine.pid
        assert len(second.check("Nun ist es soweit.")) == 1

    assert len(engine.check("Nun war es soweit.")) == 1
