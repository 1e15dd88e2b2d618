"""Settings of the writer, their declarations and their file, and the folders of the program."""

from editor.settings.file import load_settings, save_settings, set_aside, stored_language
from editor.settings.folders import Folders, home
from editor.settings.model import VARIANTS, Settings, declared_settings, number_range

__all__ = [
    "VARIANTS",
    "Folders",
    "Settings",
    "declared_settings",
    "home",
    "load_settings",
    "number_range",
    "save_settings",
    "set_aside",
    "stored_language",
]
