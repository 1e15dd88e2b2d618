"""``make bundle``: one folder with the program and everything that it needs."""
