"""Web pages in the window: a view in a sandbox that loads only what the program gives it."""
