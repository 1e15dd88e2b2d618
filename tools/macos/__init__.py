"""What macOS needs of a bundle: the application, its signature, and the disk image."""
