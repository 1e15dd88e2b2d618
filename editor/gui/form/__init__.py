"""The review form: facts, ratings, sections and outline."""
