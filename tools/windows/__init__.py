"""The bundle on Windows: names and versions of its programs, and the installer."""
