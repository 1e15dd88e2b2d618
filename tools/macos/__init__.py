"""The bundle on macOS: the application, its signature, and the disk image."""
