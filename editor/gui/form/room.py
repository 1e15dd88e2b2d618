"""Form room: commands that change the review in the form, and images and facts offered there."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.editor.typing_assist import typography_of
from editor.gui.form.facts.fact_suggestions import FactSuggestions
from editor.gui.form.facts_actions import FactsActions
from editor.gui.form.form_page import FormPage
from editor.gui.form.form_scroller import FocusScroller
from editor.gui.form.format_actions import FormatActions
from editor.gui.form.insertion.image_attachments import ImageAttachments
from editor.gui.form.insertion.link_actions import LinkActions
from editor.gui.form.insertion.paste_conversion import PasteConversion
from editor.gui.form.outline import Outline
from editor.gui.form.rating_scale_actions import RatingScaleActions
from editor.gui.form.reorder import Reorder
from editor.gui.host_window import HostWindow
from editor.gui.room import Room
from editor.gui.settings_store import SettingsStore
from editor.settings import Folders, Settings


class FormRoom(Room):
    """Builds the services around the form of one review."""

    def __init__(
        self,
        document: Document,
        form: FormPage,
        outline: Outline,
        *,
        window: HostWindow,
        actions: Actions,
        settings_store: SettingsStore,
        folders: Folders,
        app: QApplication,
    ) -> None:
        theme = window.theme
        self._document = document
        self._form = form
        self._focus_scroller = FocusScroller(form, theme, app)
        self.paste_conversion = PasteConversion(form, form)
        self.fact_suggestions = FactSuggestions(
            document, lambda: settings_store.settings.last_folder, form
        )
        self.image_attachments = ImageAttachments(
            document, form, window, settings_store, folders.waiting_images
        )
        self.reorder = Reorder(document, form, outline, actions, parent=form)
        self._rating_scale_actions = RatingScaleActions(document, actions, window)
        self._facts_actions = FactsActions(form, actions, settings_store)
        self._format_actions = FormatActions(document, form, actions, form)
        self._link_actions = LinkActions(document, form, window)
        for source in (self.image_attachments, self.reorder, self._link_actions):
            source.message.connect(window.message_bar.say_of_review)
        for refused in (document.outgrown, form.signals.paste_refused):
            refused.connect(window.message_bar.say_of_review)
        self.fact_suggestions.changed.connect(form.offer)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            "undo": self._document.undo,
            "redo": self._document.redo,
            **self._rating_scale_actions.slots(),
            **self._facts_actions.slots(),
            **self._format_actions.slots(),
            **self._link_actions.slots(),
            **self.image_attachments.slots(),
            **self.reorder.slots(),
        }

    def start(self) -> None:
        """Read the facts of earlier reviews."""
        self.fact_suggestions.refresh()

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Apply the settings about typing."""
        self._form.typing_options.typography = typography_of(new)
        self._form.typing_options.paragraphs = new.enter_paragraph
        self._rating_scale_actions.show()

    def stop(self) -> None:
        """Stop the workers, and wait until all images are written."""
        for part in (self.fact_suggestions, self.image_attachments, self.paste_conversion):
            part.stop()
