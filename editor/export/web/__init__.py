"""How a review becomes a web page: its parts, templates and themes."""
