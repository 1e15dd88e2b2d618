"""Process of LanguageTool's Java: its start, its log and its end."""
