"""Speech room: reading the review aloud."""

from collections.abc import Callable, Mapping

from editor.gui.context import SessionContext
from editor.gui.form.form_page import FormPage
from editor.gui.keyboard.key_text import key_text
from editor.gui.room import Room
from editor.gui.speech.bar import SpeechBar
from editor.gui.speech.read_aloud import ReadAloud


class SpeechRoom(Room):
    """Reads the selection or the section at work aloud."""

    def __init__(self, context: SessionContext, form: FormPage) -> None:
        self.read_aloud = ReadAloud(context.document, form, context.actions, context.window)
        self.read_aloud.message.connect(context.window.message_bar.say)
        self.bar = SpeechBar(context.window.theme, context.window)
        self.bar.stop_requested.connect(self.read_aloud.silence)
        context.window.overlays.add(self.bar)
        action = context.actions["read_aloud"]
        self.read_aloud.reading_changed.connect(
            lambda subject: self.bar.show_reading(subject, key_text(action.shortcut()))
        )

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"read_aloud": self.read_aloud.toggle}

    def stop(self) -> None:
        """Stop reading."""
        self.read_aloud.stop()
