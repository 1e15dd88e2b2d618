"""Export: the content of a finished review and one writer per format."""
