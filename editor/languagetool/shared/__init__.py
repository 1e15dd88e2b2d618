"""One LanguageTool for all programs of an account: its record, and leases of those who join."""
