"""Icons of the window, drawn in the colours of the theme."""
