"""Writing nodes down as lines of text, in a notation."""
