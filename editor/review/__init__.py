"""The review: value types, form definitions, readiness and statistics. Opens no review file."""
