"""The checklist before publication, and statistics."""
