"""Proposals room: facts and names that the text has and the review lacks."""

from collections.abc import Callable, Mapping

from editor.gui.context import SessionContext
from editor.gui.form.form_page import FormPage
from editor.gui.proposals.bar import ProposalBar
from editor.gui.proposals.controller import ProposalController
from editor.gui.proposals.memory import OfferMemory
from editor.gui.proposals.service import ProposalService
from editor.gui.room import Room


class ProposalsRoom(Room):
    """Searches the document of a session for facts and names, and offers them."""

    def __init__(self, context: SessionContext, form: FormPage) -> None:
        self.bar = ProposalBar(context.window.theme, context.window)
        context.window.overlays.add(self.bar)
        self.service = ProposalService(context.document, context.window)
        self.controller = ProposalController(
            context.document,
            self.service,
            OfferMemory(context.document, context.program.settings_store),
            self.bar,
            action=context.actions["proposals"],
            form=form,
            window=context.window,
        )

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.controller.slots()

    def start(self) -> None:
        """Search the review that is open."""
        self.service.start()

    def stop(self) -> None:
        """End searching."""
        self.service.stop()
