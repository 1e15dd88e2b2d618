"""Names, terms and accepted words of a review; ``name_index.NameIndex`` is the way in."""
