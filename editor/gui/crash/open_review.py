"""Open review as the crash handler knows it."""

from dataclasses import dataclass

from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import DraftKeeper


@dataclass(frozen=True, slots=True)
class OpenReview:
    """Review whose draft has to be safe before a crash is reported."""

    window: HostWindow
    document: Document
    drafts: DraftKeeper
