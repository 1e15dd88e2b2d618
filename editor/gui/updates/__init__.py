"""Updates room: a look for a newer version of the program, on request."""
