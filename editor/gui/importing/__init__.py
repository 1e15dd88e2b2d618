"""A finished text is sorted into the form."""
