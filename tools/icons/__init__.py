"""The icon of the program in the formats of Linux, Windows and macOS, drawn from its SVG."""
