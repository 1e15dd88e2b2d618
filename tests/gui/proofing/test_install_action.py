"""The action that installs LanguageTool offers what helps in each state of the engine."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from editor.errors import NotInstalledError
from editor.gui.actions import Actions
from editor.gui.proofing.install_action import VERB, InstallAction
from editor.languagetool.state import READY, EnginePhase, EngineState, installing
from editor.localized import Localized

FAULT = Localized("Auch mehrere Neustarts haben nicht geholfen.", "Several restarts did not help.")
MISSING = NotInstalledError("Es fehlt.", "It is missing.", 56_000_000)


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (READY, ""),
        (installing(1, 2), "Herunterladen von LanguageTool abbrechen"),
        (
            EngineState(EnginePhase.FAILED, MISSING.sentence, missing=MISSING),
            "LanguageTool herunterladen (56 MB, etwa zwei Minuten)",
        ),
        (EngineState(EnginePhase.FAILED, FAULT), "LanguageTool neu einrichten"),
        # The message says so, beside another try.
        (EngineState(EnginePhase.FAILED, FAULT, may_retry=True), "LanguageTool neu einrichten"),
    ],
)
def test_offer_fits_the_state(qapp: QApplication, state: EngineState, offered: str) -> None:
    actions = Actions(QObject(qapp))
    InstallAction(actions).show(state)
    action = actions[VERB]
    assert (action.text().replace("&", "") if action.isEnabled() else "") == offered
