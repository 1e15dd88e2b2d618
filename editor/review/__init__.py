"""The review: value types, form definitions, readiness and statistics. Pure; no files."""
