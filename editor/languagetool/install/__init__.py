"""Steps of an installation of LanguageTool: lock of its folder, downloads, the jar made here."""
