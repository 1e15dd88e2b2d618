"""Proposals: facts and names that the text of a review has and its front matter lacks."""
