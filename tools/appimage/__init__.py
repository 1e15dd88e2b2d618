"""AppImage: the bundle as one file that runs where it lies."""
