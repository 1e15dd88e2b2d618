"""LanguageTool: installation, process, HTTP client and rule catalogue."""
