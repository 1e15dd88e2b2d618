"""The import page: a finished text is sorted into the form."""
