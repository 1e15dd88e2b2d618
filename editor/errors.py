"""One tree of errors.

Every error that a user can meet carries one sentence in German and the same in English, and the
sentence says what to do next. The window and the command line show it as it is.
"""


class RezensentError(Exception):
    """A problem that the user can do something about.

    ``german`` and ``english`` are whole sentences, ready to be shown.
    """

    def __init__(self, german: str, english: str) -> None:
        super().__init__(german)
        self.german = german
        self.english = english

    def text(self, language: str = "de") -> str:
        """Return the sentence in the interface language ``language`` ("de" or "en")."""
        return self.english if language == "en" else self.german


class ReviewFileError(RezensentError):
    """A review file cannot be read or written."""


class JournalError(RezensentError):
    """What is being written cannot be kept between two saves."""


class BackupError(RezensentError):
    """An earlier version of a review cannot be kept or read."""


class FormError(RezensentError):
    """A form definition is missing or broken."""


class AttachmentError(RezensentError):
    """A picture cannot be put beside the review."""


class SettingsError(RezensentError):
    """The settings cannot be written."""


class LanguageToolError(RezensentError):
    """Checking is not possible: Java or LanguageTool is missing, stopped or does not answer."""


class InstallError(LanguageToolError):
    """LanguageTool could not be fetched or what was fetched is damaged."""


class AddressError(RezensentError):
    """What was typed is no address of a server that Rezensent can use."""


class ServerUnreachableError(LanguageToolError):
    """LanguageTool at another address does not answer as LanguageTool does; it may later."""


class SearchError(RezensentError):
    """A search cannot be done: its pattern is not valid, or matching it takes too long."""


class ConversionError(RezensentError):
    """A text in another format cannot be turned into Markdown."""


class ThemeError(RezensentError):
    """A theme of web pages is missing or broken."""


class ExportError(RezensentError):
    """A review could not be exported."""
