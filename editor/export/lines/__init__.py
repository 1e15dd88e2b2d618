"""Plain text and BBCode: a writer of lines and the notations it uses."""
