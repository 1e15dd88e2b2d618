"""The form: facts, ratings and sections, and what writing in them needs."""
