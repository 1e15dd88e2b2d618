"""Proofing room: checks of one review."""

from collections.abc import Callable, Mapping

from editor.gui.context import SessionContext
from editor.gui.proofing.controller import ProofingController
from editor.gui.proofing.engine_service import EngineService
from editor.gui.proofing.finding_presenter import FindingViews
from editor.gui.room import Room
from editor.settings import Settings


class ProofingRoom(Room):
    """Checks the document of a session with the engine of the program."""

    def __init__(self, context: SessionContext, engine: EngineService, views: FindingViews) -> None:
        self.controller = ProofingController(
            context.document,
            engine,
            views,
            window=context.window,
            actions=context.actions,
            settings_store=context.program.settings_store,
            dictionary=context.program.dictionary,
        )
        self.check_service = self.controller.check_service
        self.decisions = self.controller.decisions

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.controller.slots()

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Check by the new settings."""
        self.controller.apply_settings(old, new)

    def stop(self) -> None:
        """End checking."""
        self.controller.stop()
