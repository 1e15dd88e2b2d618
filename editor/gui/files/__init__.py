"""Opening and saving, and that nothing is lost between the two."""
