"""German checking with LanguageTool. Free of Qt."""
