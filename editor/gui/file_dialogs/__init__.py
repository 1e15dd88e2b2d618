"""Qt's own file dialog in the look of the window, for desktops that have none."""
