"""Earlier versions of a review: list, comparison and restoration."""
