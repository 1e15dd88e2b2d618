"""The page beside the form: rendered, shown, zoomed, printed."""
